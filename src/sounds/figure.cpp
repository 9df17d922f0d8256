// See figure.h; measures from the design's §15, for 1200 × 630, scaled with the height.
#include "sounds/figure.h"

#include <algorithm>
#include <optional>
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

// Title and sentence, and below or beside them which sounds play: `tracks_at` is where these begin;
// nothing: below.
void AddWords(const SoundsState& state, Figure& figure, float unit,
              std::optional<Point2> tracks_at) {
  const auto text = [&](float x, float y, std::string_view words, Face face, float size,
                        Token token) {
    figure.texts.push_back(
        {{x * unit, y * unit}, std::string(words), face, size * unit, {token, 1}});
  };
  AddLetterMark(figure, unit);
  float y = 150;
  for (const std::string& line :
       BrokenLines(Face::kWordMedium, 46 * unit, TitleOfBeat(state), 324 * unit)) {
    text(52, y, line, Face::kWordMedium, 46, Token::kInk);
    y += 51;
  }
  const std::string sentence =
      Fill(words::kSoundsPictureSentence, {{"tempo", std::to_string(state.pattern.tempo_bpm)},
                                           {"rings", std::to_string(state.track_count())},
                                           {"count", WithCommas(state.map.count())}});
  for (const std::string& line : BrokenLines(Face::kWordMedium, 20 * unit, sentence, 320 * unit)) {
    text(52, y, line, Face::kWordMedium, 20, Token::kInk2);
    y += 28;
  }
  const Point2 from = tracks_at.value_or(Point2{52, y + 28});
  y = from.y;
  for (int track = 0; track < state.track_count() && y < 516; ++track) {
    const std::string label = LabelOf(state, track);
    text(from.x, y, label, Face::kUiBold, 17, Token::kInk);
    const float after = TextWidth(Face::kUiBold, 17 * unit, label) / unit + 10;
    const uint32_t item = ItemOfTrack(state, track);
    const std::string sound =
        item == kNoItem ? std::string(words::kSoundsNowhere) : NameOf(state, item);
    text(from.x + after, y, FitText(Face::kUi, 17 * unit, sound, (324 - after) * unit), Face::kUi,
         17, Token::kInk2);
    y += 27;
  }
}

// What stands left of the chart in a wide picture.
void AddColumn(const SoundsState& state, Figure& figure, float unit) {
  const float column = kLetterColumn_px * unit;
  figure.rects.push_back({{{0, 0}, {column, figure.height_px}}, 0, {Token::kPaper, 1}});
  figure.rects.push_back({{{column - unit, 0}, {column, figure.height_px}}, 0, {Token::kRule, 1}});
  AddWords(state, figure, unit, std::nullopt);
  AddLetterButton(figure, unit, words::kSoundsListen);
}

void AddFootWords(const SoundsState& state, Figure& figure, float unit) {
  const float top = AddLetterFoot(figure, unit);
  Figure said, button;
  AddWords(state, said, unit, Point2{kLetterSecond_px, 122});
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
void AddLetterGrid(const SoundsState& state, const Rect& box, float unit, const BeatMoment& moment,
                   Figure& figure) {
  SoundsLayout layout;
  layout.below_px = box;
  layout.grid_px = {box.low + Point2{24 * unit, 0},
                    box.high - Point2{18 * unit, kGridFoot_px * unit}};
  layout.is_figure = true;
  layout.letter_px = 16 * unit;
  layout.lanes = state.track_count();
  layout.steps_shown = state.pattern.step_count;
  layout.head_px = kGridHead_px * unit;
  layout.names_px = 80 * unit;
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
                moment, figure);
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
