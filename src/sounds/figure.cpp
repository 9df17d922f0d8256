// See figure.h; measures from the design's §15, for 1200 × 630, scaled with the height.
#include "sounds/figure.h"

#include <algorithm>
#include <utility>

#include "canvas/figure_foot.h"
#include "canvas/fill.h"
#include "canvas/labels.h"
#include "canvas/letter_column.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "sounds/beat.h"
#include "sounds/beat_moment.h"
#include "sounds/grid_marks.h"
#include "sounds/page_parts.h"
#include "sounds/scene.h"

namespace meander {
namespace {

Figure Begun(const SoundsState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfBeat(state);
  if (!state.map.is_complete()) return figure;
  figure.alt_text = Fill(words::kSoundsAlt, {{"count", WithCommas(state.map.count())},
                                             {"rings", std::to_string(state.track_count())},
                                             {"tracks", TracksInWords(state)},
                                             {"tempo", std::to_string(state.pattern.tempo_bpm)},
                                             {"hits", std::to_string(HitsOf(state.pattern))},
                                             {"steps", std::to_string(state.pattern.step_count)}});
  figure.titles = TrackNames(state);
  figure.credits = PictureCredits(state);
  figure.action = words::kSoundsListen;
  return figure;
}

// Marks and names in a chart of the view's size, drawn as the reader sees them, but for what only
// belongs to a page in use. `letter_px`: of the rings' names in a letter; 0: as on the page.
void AddChart(const SoundsState& state, const View& view, const BeatMoment& moment, float region_px,
              float letter_px, Figure& figure) {
  figure.camera = view.camera;
  figure.scene = SoundsMarks(state, view, SoundDots(state, 1), moment);
  std::vector<Rect> boxes{LayoutOf(state, view).below_px};
  std::vector<LabelMark> names = RingNames(state, view, boxes, letter_px);
  std::vector<LabelMark> regions;
  for (LabelMark& label : SoundNames(state, region_px)) {
    if (label.face == Face::kRegionItalic) regions.push_back(std::move(label));
  }
  const std::vector<LabelMark> plan =
      PlanLabels(regions, view.fit.pixels_per_world, view.viewport, TextWidth);
  for (LabelMark& label : VisibleLabels(plan, view.camera, view.fit, view.viewport, boxes, 24)) {
    names.push_back(std::move(label));
  }
  figure.scene.labels = std::move(names);
}

constexpr float kTitle_px = 46, kSentence_px = 20, kTrack_px = 17, kTrackLine_px = 27;
constexpr float kLastTrack_px = 516;  // lower ones would come too near to the button

struct Words {
  std::vector<std::string> title, sentence;
  float tracks_px = 0;  // where a list of the tracks may begin below them
};

Words WordsOf(const SoundsState& state, float unit) {
  Words words;
  words.title = BrokenLines(Face::kWordMedium, kTitle_px * unit, TitleOfBeat(state), 324 * unit);
  const std::string sentence =
      Fill(words::kSoundsPictureSentence, {{"tempo", std::to_string(state.pattern.tempo_bpm)},
                                           {"rings", std::to_string(state.track_count())},
                                           {"count", WithCommas(state.map.count())}});
  words.sentence = BrokenLines(Face::kWordMedium, kSentence_px * unit, sentence, 320 * unit);
  words.tracks_px = 178 + 51 * static_cast<float>(words.title.size()) +
                    28 * static_cast<float>(words.sentence.size());
  return words;
}

// Whether the column of a wide picture has room for which sounds play; else they stand at the
// lanes.
bool ListsTracks(const SoundsState& state, float unit) {
  const float last =
      WordsOf(state, unit).tracks_px + kTrackLine_px * static_cast<float>(state.track_count() - 1);
  return last <= kLastTrack_px;
}

void AddWords(const SoundsState& state, Figure& figure, float unit) {
  AddLetterMark(figure, unit);
  const Words words = WordsOf(state, unit);
  float y = 150;
  const auto add = [&](const std::vector<std::string>& lines, float size, float line, Token token) {
    for (const std::string& text : lines) {
      figure.texts.push_back(
          {Point2{52, y} * unit, text, Face::kWordMedium, size * unit, {token, 1}});
      y += line;
    }
  };
  add(words.title, kTitle_px, 51, Token::kInk);
  add(words.sentence, kSentence_px, 28, Token::kInk2);
}

// Which sounds play.
void AddTracks(const SoundsState& state, Figure& figure, float unit, Point2 from) {
  const float size = kTrack_px * unit;
  for (int track = 0; track < state.track_count(); ++track) {
    const std::string label = LabelOf(state, track);
    const float after = TextWidth(Face::kUiBold, size, label) / unit + 10;
    const std::string sound =
        FitText(Face::kUi, size, SoundOfTrack(state, track), (324 - after) * unit);
    figure.texts.push_back({from * unit, label, Face::kUiBold, size, {Token::kInk, 1}});
    figure.texts.push_back(
        {(from + Point2{after, 0}) * unit, sound, Face::kUi, size, {Token::kInk2, 1}});
    from.y += kTrackLine_px;
  }
}

// What stands left of the chart in a wide picture.
void AddColumn(const SoundsState& state, Figure& figure, float unit) {
  const float column = kLetterColumn_px * unit;
  figure.rects.push_back({{{0, 0}, {column, figure.height_px}}, 0, {Token::kPaper, 1}});
  figure.rects.push_back({{{column - unit, 0}, {column, figure.height_px}}, 0, {Token::kRule, 1}});
  AddWords(state, figure, unit);
  if (ListsTracks(state, unit)) {
    AddTracks(state, figure, unit, {52, WordsOf(state, unit).tracks_px});
  }
  AddLetterButton(figure, unit, words::kSoundsListen);
}

void AddFootWords(const SoundsState& state, Figure& figure, float unit) {
  const float top = AddLetterFoot(figure, unit);
  Figure said, button;
  AddWords(state, said, unit);
  AddTracks(state, said, unit, {kLetterSecond_px, 122});
  AddLetterButton(button, unit, words::kSoundsListen);
  AddMoved(said, {0, top}, figure);
  AddMoved(button, {0, top - 160 * unit}, figure);
}

// Lanes as high as leaves the map the larger part.
float LetterLane_px(const SoundsState& state) {
  return std::clamp(150.f / static_cast<float>(std::max(state.track_count(), 1)), 22.f, 36.f);
}

constexpr float kGridHead_px = 30, kGridFoot_px = 10;

// The grid in a letter, as wide as the map over it: labels and steps, nothing to press.
void AddLetterGrid(const SoundsState& state, const Rect& box, float unit, bool names_sounds,
                   const BeatMoment& moment, Figure& figure) {
  SoundsLayout layout;
  layout.below_px = box;
  layout.grid_px = {box.low + Point2{24 * unit, 0},
                    box.high - Point2{18 * unit, kGridFoot_px * unit}};
  layout.is_figure = true;
  layout.letter_px = 16 * unit;
  layout.lanes = state.track_count();
  layout.steps_shown = state.pattern.step_count;
  layout.head_px = kGridHead_px * unit;
  layout.names_sounds = names_sounds;
  layout.names_px = (names_sounds ? 226 : 80) * unit;
  AddGrid(state, layout, moment, true, figure);
}

}  // namespace

Figure SoundsFigure(const SoundsState& state, float width_px, float height_px, float at) {
  Figure figure = Begun(state, width_px, height_px);
  const float unit = std::min(height_px / 630, width_px / 1080);
  const bool is_tall = IsTall(width_px, height_px);
  const float left = is_tall ? 0 : kLetterColumn_px * unit;
  const float lanes_px = LetterLane_px(state) * static_cast<float>(state.track_count());
  const float grid_px = (kGridHead_px + lanes_px + kGridFoot_px) * unit;
  const float column_px = is_tall ? kLetterFoot_px * unit : 0;
  figure.chart_px = {{left, 0}, {width_px, height_px - grid_px - column_px}};
  if (!state.map.is_complete()) return figure;
  View view;
  view.viewport = {figure.chart_px.width(), figure.chart_px.height(), 1};
  view.page_width_px = width_px;
  view.page_height_px = height_px;
  view.fit = view.camera = FitCamera(state.map.bounds(), view.viewport, 30 * unit);
  view.reduced_motion = true;
  view.on_paper = true;
  const BeatMoment moment = MomentOfPicture(state, at);
  AddChart(state, view, moment, 21 * std::max(unit, .62f), 19 * std::max(unit, .62f), figure);
  AddLetterGrid(state, {{left, figure.chart_px.high.y}, {width_px, height_px - column_px}}, unit,
                !is_tall && !ListsTracks(state, unit), moment, figure);
  if (is_tall) {
    AddFootWords(state, figure, unit);
    return figure;
  }
  AddColumn(state, figure, unit);
  return figure;
}

Figure SoundsPoster(const SoundsState& state, float width_px, float height_px) {
  Figure figure = Begun(state, width_px, height_px);
  figure.chart_px = {{0, 0}, {width_px, height_px}};
  if (!state.map.is_complete()) return figure;
  View view;
  view.viewport = {width_px, height_px, 1};
  view.viewport.inset_bottom_px = kBeatFoot.At(width_px);
  view.page_width_px = width_px;
  view.page_height_px = height_px;
  view.embedded = true;
  view.frame_ui = FrameUi::kFigure;
  view.fit = view.camera = FitCamera(state.map.bounds(), view.viewport, kFigureFitMargin_px);
  view.reduced_motion = true;
  view.on_paper = true;
  const BeatMoment silent = MomentOfPicture(state, 1);
  AddChart(state, view, silent, 15.5f, 0, figure);
  AddGrid(state, LayoutOf(state, view), silent, true, figure);
  return figure;
}

}  // namespace meander
