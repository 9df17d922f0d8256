// See figure.h; measures for 1200 × 630, scaled with the height.
#include "pictures/figure.h"

#include <algorithm>

#include "canvas/fill.h"
#include "canvas/stage_letter.h"
#include "canvas/stage_parts.h"
#include "canvas/words.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr size_t kGuesses = 4;
constexpr float kLetterAbove_px = 30;

// Nothing is pointed at, nothing moves. `at`: how far down through the layers.
PicturesState StillOf(const PicturesState& state, float at) {
  PicturesState still = state;
  still.hovered = {};
  still.is_playing = false;
  still.look.layer =
      static_cast<uint8_t>(static_cast<float>(state.look.layer) * std::clamp(at, 0.f, 1.f) + 0.5f);
  // A layer that has not been asked about has only what fires to show.
  if (still.look.layer != state.look.layer && GroupsSeen(still) == nullptr &&
      still.look.view != PictureView::kGroups) {
    still.look.layer = state.look.layer;
  }
  still.depth = still.look.layer;
  return still;
}

Figure Blank(const PicturesState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfPictures(state);
  figure.alt_text = AltOfPictures(state);
  figure.credits = PhotoCredit(state);
  return figure;
}

}  // namespace

Figure PicturesFigure(const PicturesState& state, float width_px, float height_px, float at) {
  Figure figure = Blank(state, width_px, height_px);
  const StageLetter letter = BeginStageLetter(figure, kLetterAbove_px);
  const float unit = letter.unit, left = letter.left_px, width = letter.width_px;
  const PicturesState still = StillOf(state, at);
  figure.scene =
      PicturesScene(still, StageFrame{{figure.chart_px.width(), figure.chart_px.height()}});
  float y = AddLetterLines(figure, {left, letter.top_px + 74 * unit}, PhotoName(still),
                           Face::kWordMedium, 31 * unit, 38 * unit, width, 2, {Token::kInk, 1});
  if (const PicturesLookAnswer* seen = LookSeen(still)) {
    std::vector<LetterShare> guesses;
    for (const PictureClass& one :
         std::span(seen->classes).first(std::min(seen->classes.size(), kGuesses))) {
      guesses.push_back({UpperFirst(one.name), one.share});
    }
    y = AddLetterShares(figure, guesses, {left, y + 14 * unit}, width, unit);
  }
  AddLetterLines(figure, {left, y + 34 * unit}, SentenceOfPicture(still), Face::kUi, 19 * unit,
                 27 * unit, width, letter.is_tall ? 4 : 8, {Token::kInk2, 1});
  EndStageLetter(figure, letter, PhotoCredit(still));
  return figure;
}

Figure PicturesPoster(const PicturesState& state, float width_px, float height_px) {
  Figure figure = Blank(state, width_px, height_px);
  BeginStagePoster(figure);
  figure.scene = PicturesScene(StillOf(state, 1), StageFrame{{width_px, figure.chart_px.height()}});
  return figure;
}

}  // namespace meander
