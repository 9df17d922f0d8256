// See figure.h; measures for 1200 × 630, scaled with the height.
#include "inside/figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_letter.h"
#include "canvas/text_metrics.h"
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
  figure.action = words::kInsidePictureAction;
  return figure;
}

StageFrame FrameOf(const Figure& figure) {
  return StageFrame{{figure.chart_px.width(), figure.chart_px.height()}};
}

}  // namespace

Figure InsideFigure(const InsideState& state, float width_px, float height_px, float at) {
  Figure figure = Begun(state, width_px, height_px);
  StageLetter letter = BeginStageLetter(figure);
  const float unit = letter.unit, deepest = state.look.layer;
  // From layer to layer: between them nothing has been read, and words could not say where they
  // are.
  InsideState still = StillOf(state, std::round(deepest * std::clamp(at, 0.f, 1.f)));
  // A layer that has not been read yet is not shown on the way.
  if (!MatrixShown(still, still.look.ghost)) still.depth = deepest;
  SetLetterScene(figure, letter, InsideScene(still, FrameOfLetter(figure, letter)));
  const std::array<std::string, 2> sentences = {state.a, state.b};
  AddLetterTitle(figure, letter, sentences);
  Point2 fact = letter.at_px;
  const auto add = [&](const std::string& text, Face face, float size, Token token) {
    figure.texts.push_back({fact, text, face, size * unit, {token, 1}});
    fact.x += TextWidth(face, size * unit, text) + 12 * unit;
  };
  if (const auto matrix = MatrixShown(still, still.look.ghost)) {
    add(Fill(words::kInsidePictureAlike, {{"value", TwoDecimals(matrix->cosine)}}), Face::kUiBold,
        24, Token::kInk);
  }
  // Only these views go down through the layers.
  const bool has_depth =
      still.look.view == InsideView::kBridge || still.look.view == InsideView::kGrid;
  const int layer = has_depth ? static_cast<int>(still.depth) : still.look.layer;
  add(Fill(words::kInsidePictureLayer, {{"layer", std::to_string(layer)}}), Face::kUi, 17,
      Token::kInk2);
  letter.at_px.y += 40 * unit;
  AddLetterSentence(figure, letter, SentenceOfView(still), letter.end_px + 24 * unit);
  EndStageLetter(figure, letter, {});
  return figure;
}

Figure InsidePoster(const InsideState& state, float width_px, float height_px) {
  Figure figure = Begun(state, width_px, height_px);
  BeginStagePoster(figure);
  figure.scene = InsideScene(StillOf(state, state.look.layer), FrameOf(figure));
  return figure;
}

}  // namespace meander
