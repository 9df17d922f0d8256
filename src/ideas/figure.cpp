// See figure.h; measures from the design's §15, for 1200 × 630, scaled with the height.
#include "ideas/figure.h"

#include <algorithm>

#include "canvas/figure_bar.h"
#include "canvas/figure_foot.h"
#include "canvas/labels.h"
#include "canvas/letter_column.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/scene.h"
#include "ideas/tour.h"

namespace meander {
namespace {

// Words broken into lines that fit.
std::vector<std::string> Wrap(Face face, float size_px, std::string_view text, float width_px,
                              size_t most_lines) {
  std::vector<std::string> lines(1);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::string longer =
        lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
    if (TextWidth(face, size_px, longer) <= width_px || lines.back().empty()) {
      lines.back() = longer;
    } else if (lines.size() < most_lines) {
      lines.emplace_back(word);
    } else {
      lines.back() = FitText(face, size_px, longer + " …", width_px);
      return lines;
    }
    at = end + 1;
  }
  return lines;
}

void AddProfile(const IdeasState& state, Figure& figure, float unit, float y) {
  const JourneyFacts facts = FactsOf(state.journey);
  if (facts.lengths.empty()) return;
  const size_t shown = std::min<size_t>(facts.lengths.size(), 24);
  float total = 0;
  std::vector<float> widths;
  for (size_t i = 0; i < shown; ++i) {
    widths.push_back(0.35f + std::clamp(facts.lengths[i], 0.f, 1.f));
    total += widths.back();
  }
  float x = 58 * unit;
  const float scale = 292 * unit / total;
  for (size_t i = 0; i < shown; ++i) {
    const float next = x + widths[i] * scale;
    const bool is_longest = static_cast<int>(i) == facts.longest;
    const float height = (14 + 40 * std::clamp(facts.lengths[i], 0.f, 1.f)) * unit;
    figure.lines.push_back({{x, y},
                            {(x + next) / 2, y - 1.6f * height},
                            {next, y},
                            (is_longest ? 3.4f : 2.f) * unit,
                            {Token::kAccent, 1}});
    figure.dots.push_back({{x, y}, 4 * unit, {Token::kPaper, 1}, {Token::kAccent, 1}, 2 * unit});
    x = next;
  }
  figure.dots.push_back({{x, y}, 7 * unit, {Token::kAccent, 1}, {Token::kAccent, 0}, 0});
}

std::string FigureTitle(const IdeasState& state) {
  return ShowsDuet(state) ? CompareTitle(state) : JourneyTitle(state);
}

// The mark, the title and what it is in a sentence; where the next line would stand.
float AddWords(const IdeasState& state, Figure& figure, float unit) {
  AddLetterMark(figure, unit);
  float y = 148 * unit;
  const std::string title =
      state.journey.is_empty() ? std::string(words::kAppName) : FigureTitle(state);
  for (const std::string& line : Wrap(Face::kWordMedium, 46 * unit, title, 324 * unit, 4)) {
    figure.texts.push_back({{52 * unit, y}, line, Face::kWordMedium, 46 * unit, {Token::kInk, 1}});
    y += 51 * unit;
  }
  const JourneyFacts facts = FactsOf(state.journey);
  std::string sentence =
      Fill(words::kPictureSentence,
           {{"hops", Fill(facts.hops == 1 ? words::kJourneyOneHop : words::kJourneyHops,
                          {{"count", std::to_string(facts.hops)}})},
            {"count", WithCommas(state.map.item_count())}});
  if (facts.hops == 0) {
    sentence = Fill(words::kMirrorChart, {{"count", WithCommas(state.map.item_count())}}) + ".";
  }
  if (facts.longest >= 0 && facts.hops > 1) {
    const std::vector<int> line = MainLine(state.journey);
    const auto title_at = [&](size_t place) {
      return state.map.TitleOf(state.journey.stops[static_cast<size_t>(line[place])].item);
    };
    const auto hop = static_cast<size_t>(facts.longest);
    sentence +=
        " " + Fill(words::kPictureLongest, {{"from", title_at(hop)}, {"to", title_at(hop + 1)}});
  }
  if (ShowsDuet(state)) sentence = MeetingText(state);
  y += 2 * unit;
  for (const std::string& line : Wrap(Face::kWordMedium, 20 * unit, sentence, 320 * unit, 4)) {
    figure.texts.push_back({{52 * unit, y}, line, Face::kWordMedium, 20 * unit, {Token::kInk2, 1}});
    y += 28 * unit;
  }
  return y;
}

// What stands left of the chart in a wide picture.
void AddColumn(const IdeasState& state, Figure& figure, float unit) {
  const float column = kLetterColumn_px * unit;
  figure.rects.push_back({{{0, 0}, {column, figure.height_px}}, 0, {Token::kPaper, 1}});
  figure.rects.push_back({{{column - unit, 0}, {column, figure.height_px}}, 0, {Token::kRule, 1}});
  const float y = AddWords(state, figure, unit);
  AddProfile(state, figure, unit, std::max(y + 62 * unit, 452 * unit));
  AddLetterButton(figure, unit, words::kPictureAction);
}

// What stands below it in a tall one.
void AddFootWords(const IdeasState& state, Figure& figure, float unit) {
  const float top = AddLetterFoot(figure, unit);
  Figure said, profile, button;
  AddWords(state, said, unit);
  AddProfile(state, profile, unit, 200 * unit);
  AddLetterButton(button, unit, words::kPictureAction);
  AddMoved(said, {0, top}, figure);
  AddMoved(profile, {(kLetterSecond_px - 58) * unit, top}, figure);
  AddMoved(button, {(kLetterSecond_px - 58) * unit, top - 220 * unit}, figure);
}

}  // namespace

namespace {

// Marks and names of the state as it is, without what only belongs to a page in use; `at`: how much
// of the way has been walked, 1 for all of it; `boxes`: where the page will lie over it.
void AddChart(const IdeasState& state, const View& view, float at, float region_px, float stop_px,
              Figure& figure, std::vector<Rect> boxes = {}) {
  IdeasState still = state;
  still.pointed = still.tapped = still.cursor = kNoItem;
  still.search = {};
  still.walk = {};
  still.kept = {};
  still.replay = {};
  if (at < 1) {
    still.replay.is_open = true;
    const size_t hops = std::max<size_t>(MainLine(state.journey).size(), 2) - 1;
    still.replay.at = std::max(at, 0.f) * static_cast<float>(hops);
  }
  still.duet.at = still.duet.in_turn ? 2 : 1;
  // The other journey is in the picture of both, and in no other.
  if (!ShowsDuet(state)) still.other.reset();
  figure.camera = view.camera;
  figure.scene = MarksOf(still, view);
  std::vector<LabelMark> names =
      PlaceStopNames(StopNames(still, view, boxes), view.camera, view.viewport, boxes);
  std::vector<LabelMark> regions;
  for (const LabelMark& label : state.map.label_candidates()) {
    if (label.face != Face::kRegionItalic) break;
    regions.push_back(label);
    regions.back().size_px = region_px;
  }
  const std::vector<LabelMark> plan =
      PlanLabels(regions, view.fit.pixels_per_world, view.viewport, TextWidth);
  for (LabelMark& label : VisibleLabels(plan, view.camera, view.fit, view.viewport, boxes, 24)) {
    names.push_back(std::move(label));
  }
  for (LabelMark& name : names) {
    if (name.face != Face::kRegionItalic) name.size_px = stop_px;
  }
  figure.scene.labels = std::move(names);
}

Figure Begun(const IdeasState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = FigureTitle(state);
  figure.alt_text = JourneySentence(state);
  if (ShowsDuet(state)) figure.alt_text += " " + MeetingText(state);
  return figure;
}

}  // namespace

Figure IdeasFigure(const IdeasState& state, float width_px, float height_px, float at) {
  Figure figure = Begun(state, width_px, height_px);
  const bool is_tall = IsTall(width_px, height_px);
  const float unit = is_tall ? width_px / kTallWidth_px : height_px / 630;
  figure.chart_px = {{kLetterColumn_px * unit, 0}, {width_px, height_px}};
  if (is_tall) figure.chart_px = {{0, 0}, {width_px, height_px - kLetterFoot_px * unit}};
  if (!state.map.is_complete()) return figure;
  figure.credits = words::kPictureCredits;
  figure.action = words::kPictureAction;
  for (const int stop : MainLine(state.journey)) {
    figure.titles.push_back(state.map.TitleOf(state.journey.stops[static_cast<size_t>(stop)].item));
  }
  View view;
  view.viewport = {figure.chart_px.width(), figure.chart_px.height(), 1};
  view.fit = FitCamera(state.map.bounds(), view.viewport, 22 * unit);
  view.camera = view.fit;
  view.reduced_motion = true;
  AddChart(state, view, at, 21 * std::max(unit, .62f), 19 * std::max(unit, .62f), figure);
  if (is_tall) {
    AddFootWords(state, figure, unit);
  } else {
    AddColumn(state, figure, unit);
  }
  return figure;
}

Figure IdeasPoster(const IdeasState& state, float width_px, float height_px) {
  Figure figure = Begun(state, width_px, height_px);
  figure.chart_px = {{0, 0}, {width_px, height_px}};
  if (!state.map.is_complete()) return figure;
  figure.credits = words::kPictureCredits;
  View view;
  view.viewport = {width_px, height_px, 1};
  view.viewport.inset_bottom_px = kMapFoot.At(width_px);
  view.reduced_motion = true;
  const float least_px = std::min(width_px, height_px - view.viewport.inset_bottom_px);
  // As the app frames them (app_camera.cpp): what a link shows, or where there is none the whole
  // map.
  view.fit = view.camera = FitCamera(state.map.bounds(), view.viewport, kFigureFitMargin_px);
  if (state.shared_view && !PayloadOf(state).empty()) {
    const Point2 half{state.shared_view->half_side_in_world, state.shared_view->half_side_in_world};
    const Point2 middle = state.shared_view->center_in_world;
    view.camera =
        FitCamera({middle - half, middle + half}, view.viewport, std::min(56.f, least_px * .16f));
  }
  AddChart(state, view, 1, 15, 13, figure, {FigureBarBox(view)});
  return figure;
}

}  // namespace meander
