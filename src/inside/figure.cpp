// See figure.h; measures for 1200 × 630, scaled with the height.
#include "inside/figure.h"

#include <algorithm>

#include "canvas/fill.h"
#include "canvas/stage_letter.h"
#include "canvas/words.h"
#include "inside/scene.h"
#include "inside/sentences.h"

namespace meander {
namespace {

// Nothing is pointed at, nothing moves.
InsideState StillOf(const InsideState& state, float depth) {
  InsideState still = state;
  still.hovered = {};
  still.is_playing = false;
  still.depth = depth;
  return still;
}

Figure Begun(const InsideState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfInside(state);
  figure.alt_text = AltText(state);
  figure.credits = words::kInsideCredits;
  return figure;
}

StageFrame FrameOf(const Figure& figure) {
  return StageFrame{{figure.chart_px.width(), figure.chart_px.height()}};
}

}  // namespace

Figure InsideFigure(const InsideState& state, float width_px, float height_px, float at) {
  Figure figure = Begun(state, width_px, height_px);
  const StageLetter letter = BeginStageLetter(figure, 0);
  const float unit = letter.unit, left = letter.left_px, width = letter.width_px;
  const float deepest = state.look.layer;
  InsideState still = StillOf(state, deepest * std::clamp(at, 0.f, 1.f));
  // A layer that has not been read yet is not shown on the way.
  if (!MatrixShown(still, still.look.ghost)) still.depth = deepest;
  figure.scene = InsideScene(still, FrameOf(figure));
  float y = letter.top_px + 74 * unit;
  for (const std::string& text : {state.a, state.b}) {
    y = AddLetterLines(figure, {left, y}, text, Face::kWordMedium, 25 * unit, 31 * unit, width, 4,
                       {Token::kInk, 1});
    y += 14 * unit;
  }
  if (const auto matrix = MatrixShown(still, still.look.ghost)) {
    figure.texts.push_back(
        {{left, y + 30 * unit},
         Fill(words::kInsidePictureAlike, {{"value", TwoDecimals(matrix->cosine)}}),
         Face::kUiBold,
         24 * unit,
         {Token::kInk, 1}});
  }
  AddLetterLines(figure, {left, y + 74 * unit}, SentenceOfView(still), Face::kUi, 19 * unit,
                 27 * unit, width, 6, {Token::kInk2, 1});
  EndStageLetter(figure, letter,
                 Fill(words::kInsidePictureLayer, {{"layer", std::to_string(still.look.layer)}}));
  return figure;
}

Figure InsidePoster(const InsideState& state, float width_px, float height_px) {
  Figure figure = Begun(state, width_px, height_px);
  BeginStagePoster(figure);
  figure.scene = InsideScene(StillOf(state, state.look.layer), FrameOf(figure));
  return figure;
}

}  // namespace meander
