// See grid_marks.h. Measures from the mocks of the room, for lanes of 54 px and steps of 40.
#include "sounds/grid_marks.h"

#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr float kOff_px = 2.3f, kMuted = 0.45f;
constexpr float kTight_px = 16;  // lanes lower than this have no rules between them

int BeatOf(const SoundsLayout& layout, int step) { return (layout.first_step() + step) / 4 + 1; }

void AddText(Figure& figure, Point2 at, std::string_view text, Face face, float size, Paint paint) {
  figure.texts.push_back({at, std::string(text), face, size, paint});
}

void AddLine(Figure& figure, Point2 from, Point2 to, float width, Paint paint) {
  figure.lines.push_back({from, (from + to) * 0.5f, to, width, paint});
}

// A padlock, 11 px wide: filled and shut, or outlined with its bow open.
void AddLock(Figure& figure, const Rect& box, bool is_locked, float opacity) {
  const Point2 middle = (box.low + box.high) * 0.5f;
  const Paint paint{is_locked ? Token::kInk : Token::kEdge, opacity};
  const Rect body{middle + Point2{-5.5f, -1}, middle + Point2{5.5f, 7}};
  figure.rects.push_back({body, 2, paint});
  if (!is_locked) {
    const Point2 rim{1.4f, 1.4f};
    figure.rects.push_back({{body.low + rim, body.high - rim}, 1, {Token::kPaper, 1}});
  }
  // The bow goes up on the left, round, and down on the right: into the body, or not so far.
  const float x = 3.4f, round = 3.4f;
  const float top = is_locked ? -7.f : -8.5f, left_foot = -1, right_foot = is_locked ? -1.f : -4.f;
  const auto bow = [&](Point2 from, Point2 control, Point2 to) {
    figure.lines.push_back({middle + from, middle + control, middle + to, 1.5f, paint});
  };
  bow({-x, left_foot}, {-x, (left_foot + top + round) / 2}, {-x, top + round});
  bow({-x, top + round}, {-x, top}, {0, top});
  bow({0, top}, {x, top}, {x, top + round});
  bow({x, top + round}, {x, (right_foot + top + round) / 2}, {x, right_foot});
}

// What tells sounds of one kind apart stands at the end of their names: where there is no room for
// all of it, the first words go.
std::string FittingEnd(float size_px, const std::string& name, float width_px) {
  std::string_view end = name;
  while (TextWidth(Face::kUi, size_px, end) > width_px) {
    const size_t space = end.find(' ');
    if (space == end.npos) return FitText(Face::kUi, size_px, end, width_px);
    end.remove_prefix(space + 1);
  }
  return std::string(end);
}

void AddNames(const SoundsState& state, const SoundsLayout& layout, int track, float opacity,
              Figure& figure) {
  const LanePlaces places = PlacesOfLane(layout, track);
  const std::string label = LabelOf(state, track);
  const std::string sound = SoundOfTrack(state, track);
  const Rect& box = places.label_px;
  const Paint ink{Token::kInk, opacity}, quiet{Token::kInk2, opacity};
  const bool has_names_above = layout.names_px == 0;
  // The label alone: in a figure, in a letter, and on a phone with many lanes.
  const bool is_label =
      (layout.is_figure && !layout.names_sounds) || (layout.is_small && !has_names_above);
  const float bold = layout.letter_px > 0 ? layout.letter_px
                     : layout.is_figure   ? (layout.lane_px() < kTight_px ? 11.f : 12.f)
                                          : 13.5f;
  const float small = layout.letter_px > 0 ? layout.letter_px : 12.5f;
  const bool is_one_line =
      has_names_above || is_label || layout.is_figure || layout.lane_px() < kLowLane_px;
  if (!is_one_line) {
    AddText(figure, {box.low.x, places.middle_px - 3}, label, Face::kUiBold, bold, ink);
    AddText(figure, {box.low.x, places.middle_px + 14}, FittingEnd(small, sound, box.width()),
            Face::kUi, small, quiet);
    return;
  }
  const float base = has_names_above ? box.low.y + std::min(17.f, NamesAbove_px(layout))
                                     : places.middle_px + bold * 0.35f;
  AddText(figure, {box.low.x, base}, label, Face::kUiBold, bold, ink);
  if (is_label) return;
  const float after = TextWidth(Face::kUiBold, bold, label) + 8;
  AddText(figure, {box.low.x + after, base}, FittingEnd(small, sound, box.width() - after),
          Face::kUi, small, quiet);
}

void AddSettings(const SoundsState& state, const SoundsLayout& layout, int track, float opacity,
                 Figure& figure) {
  if (layout.is_figure) return;
  const Track& one = state.pattern.tracks[static_cast<size_t>(track)];
  const LanePlaces places = PlacesOfLane(layout, track);
  AddLock(figure, places.lock_px, one.locked, opacity);
  const Rect& bar = places.volume_px;
  if (bar.width() <= 0) return;
  const float y = (bar.low.y + bar.high.y) / 2;
  const float till = bar.low.x + bar.width() * static_cast<float>(one.volume) / kFullVolume;
  AddLine(figure, {bar.low.x, y}, {bar.high.x, y}, 1.6f, {Token::kRule, opacity});
  if (one.volume > 0) AddLine(figure, {bar.low.x, y}, {till, y}, 2, {Token::kInk2, opacity});
}

// "An empty bar. Tap a step." in the middle of the steps, which make room for it.
struct Said {
  std::string_view words;
  float size_px = 0;
  Point2 at_px;  // left end of the baseline
  Rect box_px;
};

Said SaidOf(const SoundsState& state, const SoundsLayout& layout) {
  Said said;
  if (!IsEmpty(state.pattern) || layout.letter_px > 0) return said;
  said.words = words::kSoundsEmptyBar;
  said.size_px = layout.is_figure ? 12.f : 13.5f;
  const float width = TextWidth(Face::kUi, said.size_px, said.words);
  const Rect& grid = layout.grid_px;
  // In the lane that is nearest to the middle, so that no rule goes through it.
  const float middle = PlacesOfLane(layout, (layout.lanes - 1) / 2).middle_px;
  said.at_px = {(grid.low.x + layout.names_px + grid.high.x - width) / 2,
                middle + said.size_px * 0.35f};
  const Point2 around{12, said.size_px};
  said.box_px = {said.at_px - around, said.at_px + Point2{width + around.x, around.y * 0.5f}};
  return said;
}

void AddSteps(const SoundsState& state, const SoundsLayout& layout, const BeatMoment& moment,
              int track, Figure& figure) {
  const Said said = SaidOf(state, layout);
  const Track& one = state.pattern.tracks[static_cast<size_t>(track)];
  const float opacity = IsHeard(state.pattern, track) ? 1 : kMuted;
  const LanePlaces places = PlacesOfLane(layout, track);
  for (int i = 0; i < layout.steps_shown; ++i) {
    const int step = layout.first_step() + i;
    const int loudness = one.steps[static_cast<size_t>(step)];
    const bool is_here = step == moment.step;
    const Point2 at{StepX(layout, state.pattern, i), places.middle_px};
    const bool is_drawn =
        static_cast<float>(i) < moment.filled * static_cast<float>(layout.steps_shown);
    if (loudness == 0 && !said.words.empty() && said.box_px.Contains(at)) continue;
    if (loudness == 0 || !is_drawn) {
      figure.dots.push_back(
          {at, kOff_px, {is_here ? Token::kAccent : Token::kEdge, opacity}, {}, 0});
      continue;
    }
    const float radius = StepRadius_px(layout, loudness);
    const bool is_hit = is_here && opacity == 1;
    figure.dots.push_back({at, radius, {is_hit ? Token::kAccent : Token::kInk, opacity}, {}, 0});
    const float age = moment.ages[static_cast<size_t>(track)];
    if (!is_hit || age >= 1) continue;
    // 0 → 1 → 0 while the hit lasts.
    const float swell = moment.reduced_motion ? 1 : std::sin(age * 3.1416f);
    figure.dots.push_back(
        {at, radius + 5.5f * swell, {Token::kAccent, 0}, {Token::kAccent, 0.65f}, 1.6f});
  }
}

void AddHead(const SoundsState& state, const SoundsLayout& layout, const BeatMoment& moment,
             Figure& figure) {
  const float size = layout.letter_px > 0 ? layout.letter_px : layout.is_figure ? 11.f : 12.f;
  const float y = layout.letter_px > 0
                      ? layout.grid_px.low.y + size * 1.25f
                      : layout.grid_px.low.y + layout.head_px - (layout.is_figure ? 2.f : 9.f) -
                            (layout.head_px > 40 ? 8.f : 0.f);
  for (int i = 0; i < layout.steps_shown; i += 4) {
    const bool is_now = moment.step >= 0 && moment.step / 4 == (layout.first_step() + i) / 4;
    const std::string number = std::to_string(BeatOf(layout, i));
    const Face face = is_now ? Face::kUiBold : Face::kUi;
    const float x = StepX(layout, state.pattern, i) - TextWidth(face, size, number) / 2;
    AddText(figure, {x, y}, number, face, size, {is_now ? Token::kAccent : Token::kInk3, 1});
  }
}

void AddFoot(const SoundsLayout& layout, const BeatMoment& moment, Figure& figure) {
  if (layout.pages == 1) return;
  const float radius = layout.is_figure ? 3.5f : 4.5f;
  const int playing = moment.step < 0 ? -1 : moment.step / layout.steps_shown;
  for (int page = 0; page < layout.pages; ++page) {
    const Token token = page == playing       ? Token::kAccent
                        : page == layout.page ? Token::kInk
                                              : Token::kEdge;
    const bool is_full = page == layout.page;
    figure.dots.push_back({PageDot(layout, page),
                           radius,
                           {token, is_full ? 1.f : 0.f},
                           {token, 1},
                           is_full ? 0 : 1.6f});
  }
  // Words for two beats; where a whole bar is shown its numbers say it.
  if (layout.is_figure || !layout.is_small || layout.steps_shown == kBarSteps) return;
  const auto beats = [&](std::string_view sentence, int page) {
    const int from = page * layout.steps_shown / 4 + 1;
    return Fill(sentence, {{"from", std::to_string(from)}, {"to", std::to_string(from + 1)}});
  };
  const float y = PageDot(layout, 0).y + 4.5f;
  AddText(figure, {layout.grid_px.low.x, y}, beats(words::kSoundsBeatsShown, layout.page),
          Face::kUi, 12.5f, {Token::kInk2, 1});
  const std::string other = beats(words::kSoundsSwipe, (layout.page + 1) % layout.pages);
  AddText(figure, {layout.grid_px.high.x - TextWidth(Face::kUi, 12.5f, other), y}, other, Face::kUi,
          12.5f, {Token::kInk2, 1});
}

void AddPlayhead(const SoundsState& state, const SoundsLayout& layout, const BeatMoment& moment,
                 Figure& figure) {
  const int i = moment.step - layout.first_step();
  if (moment.step < 0 || i < 0 || i >= layout.steps_shown) return;
  const float half = layout.step_px() / 2 - 1;
  const float x = StepX(layout, state.pattern, i);
  const float top = layout.grid_px.low.y + std::max(layout.head_px - 30, 2.f);
  figure.rects.push_back({{{x - half, top}, {x + half, layout.grid_px.high.y - layout.foot_px - 2}},
                          10,
                          {Token::kAccentSoft, 1}});
}

void AddFocus(const SoundsState& state, const SoundsLayout& layout, Figure& figure) {
  if (!state.grid_focus) return;
  const auto [track, step] = *state.grid_focus;
  const int i = step - layout.first_step();
  if (i < 0 || i >= layout.steps_shown || track >= layout.lanes) return;
  const Point2 at{StepX(layout, state.pattern, i), PlacesOfLane(layout, track).middle_px};
  const float radius = StepRadius_px(layout, kLoudest) + 4;
  figure.dots.push_back({at, radius, {Token::kFocus, 0}, {Token::kFocus, 1}, 2});
}

}  // namespace

void AddGrid(const SoundsState& state, const SoundsLayout& layout, const BeatMoment& moment,
             bool ground, Figure& figure) {
  if (layout.grid_px.width() <= 0) return;
  if (ground) {
    const Rect& below = layout.below_px;
    figure.rects.push_back({below, 0, {Token::kPaper, 1}});
    figure.rects.push_back({{below.low, {below.high.x, below.low.y + 1}}, 0, {Token::kRule, 1}});
  }
  AddPlayhead(state, layout, moment, figure);
  AddHead(state, layout, moment, figure);
  for (int track = 0; track < layout.lanes; ++track) {
    const float opacity = IsHeard(state.pattern, track) ? 1 : kMuted;
    if (track > 0 && layout.lane_px() >= kTight_px) {
      const float y = PlacesOfLane(layout, track).top_px;
      AddLine(figure, {layout.grid_px.low.x + (layout.is_small || layout.is_figure ? 0.f : 8.f), y},
              {layout.grid_px.high.x, y}, 1, {Token::kRule, 1});
    }
    AddNames(state, layout, track, opacity, figure);
    AddSettings(state, layout, track, opacity, figure);
    AddSteps(state, layout, moment, track, figure);
  }
  AddFoot(layout, moment, figure);
  AddFocus(state, layout, figure);
  const Said said = SaidOf(state, layout);
  if (said.words.empty()) return;
  AddText(figure, said.at_px, said.words, Face::kUi, said.size_px, {Token::kInk3, 1});
}

}  // namespace meander
