// See figure.h; measures for 1200 × 630, scaled with the height.
#include "inside/figure.h"

#include <algorithm>

#include "canvas/figure_foot.h"
#include "canvas/fill.h"
#include "canvas/letter_column.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/scene.h"
#include "inside/sentences.h"

namespace meander {
namespace {

// Words broken at spaces; the y after the last line.
float AddLines(Figure& figure, Point2 at_px, std::string_view text, Face face, float size_px,
               float line_px, float width_px, size_t most_lines, Paint paint) {
  std::vector<std::string> lines = BrokenLines(face, size_px, text, width_px);
  if (lines.size() > most_lines) {
    // Too wide with the next word in it: cut where it ends, with an ellipsis.
    lines[most_lines - 1] =
        FitText(face, size_px, lines[most_lines - 1] + " " + lines[most_lines], width_px);
    lines.resize(most_lines);
  }
  for (std::string& line : lines) {
    figure.texts.push_back({at_px, std::move(line), face, size_px, paint});
    at_px.y += line_px;
  }
  return at_px.y;
}

}  // namespace

Figure InsideFigure(const InsideState& state, float width_px, float height_px, float at) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfInside(state);
  figure.alt_text = AltText(state);
  const bool is_tall = IsTall(width_px, height_px);
  const float unit = is_tall ? width_px / kTallWidth_px : height_px / 630;
  const float left = 36 * unit;
  figure.chart_px = {{kLetterColumn_px * unit, 0}, {width_px, height_px}};
  if (is_tall) figure.chart_px = {{0, 0}, {width_px, height_px - kLetterFoot_px * unit}};
  figure.camera = {{0, 0}, figure.chart_px.height() / 2};
  InsideState still = state;
  still.hovered = {};
  still.is_playing = false;
  still.depth = static_cast<float>(still.look.layer) * std::clamp(at, 0.f, 1.f);
  // A layer that has not been read yet is not shown on the way.
  if (!MatrixShown(still, still.look.ghost)) still.depth = still.look.layer;
  const StageFrame frame{{figure.chart_px.width(), figure.chart_px.height()}};
  figure.scene = InsideScene(still, frame);
  figure.credits = words::kInsideCredits;
  const std::optional<ShownMatrix> matrix = MatrixShown(still, still.look.ghost);
  // Words and chart share no ground.
  const float top = is_tall ? AddLetterFoot(figure, unit) : 0;
  const float width = is_tall ? width_px - 2 * left : (kLetterColumn_px - 72) * unit;
  float y = top + 74 * unit;
  y = AddLines(figure, {left, y}, state.a, Face::kWordMedium, 25 * unit, 31 * unit, width, 4,
               {Token::kInk, 1});
  y = AddLines(figure, {left, y + 14 * unit}, state.b, Face::kWordMedium, 25 * unit, 31 * unit,
               width, 4, {Token::kInk, 1});
  if (matrix) {
    figure.texts.push_back(
        {{left, y + 44 * unit},
         Fill(words::kInsidePictureAlike, {{"value", TwoDecimals(matrix->cosine)}}),
         Face::kUiBold,
         24 * unit,
         {Token::kInk, 1}});
  }
  AddLines(figure, {left, y + 88 * unit}, SentenceOfView(still), Face::kUi, 19 * unit, 27 * unit,
           width, 6, {Token::kInk2, 1});
  if (!is_tall) {
    figure.rects.push_back({{{408 * unit, 0}, {409 * unit, height_px}}, 0, {Token::kRule, 1}});
  }
  const float foot_px = height_px - 26 * unit;
  figure.texts.push_back({{left, foot_px},
                          std::string(words::kAppName),
                          Face::kRegionItalic,
                          22 * unit,
                          {Token::kInk, 1}});
  const float name = TextWidth(Face::kRegionItalic, 22 * unit, words::kAppName);
  figure.texts.push_back(
      {{left + name + 14 * unit, foot_px},
       FitText(Face::kUi, 15 * unit,
               Fill(words::kInsidePictureLayer, {{"layer", std::to_string(still.look.layer)}}),
               width - name - 14 * unit),
       Face::kUi,
       15 * unit,
       {Token::kInk2, 1}});
  return figure;
}

Figure InsidePoster(const InsideState& state, float width_px, float height_px) {
  const float chart = height_px - kStageEdges.At(width_px);
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfInside(state);
  figure.alt_text = AltText(state);
  figure.chart_px = {{0, 0}, {width_px, chart}};
  figure.camera = {{0, 0}, chart / 2};
  InsideState still = state;
  still.hovered = {};
  still.is_playing = false;
  still.depth = still.look.layer;
  figure.scene = InsideScene(still, StageFrame{{width_px, chart}});
  figure.credits = words::kInsideCredits;
  return figure;
}

}  // namespace meander
