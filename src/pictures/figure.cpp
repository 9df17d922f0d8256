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
  figure.action = words::kPicturesPictureAction;
  return figure;
}

}  // namespace

Figure PicturesFigure(const PicturesState& state, float width_px, float height_px, float at) {
  Figure figure = Blank(state, width_px, height_px);
  StageLetter letter = BeginStageLetter(figure);
  const PicturesState still = StillOf(state, at);
  SetLetterScene(figure, letter, PicturesScene(still, FrameOfLetter(figure, letter)));
  const std::string name = PhotoName(still);
  AddLetterTitle(figure, letter, {&name, 1});
  float last = letter.end_px;
  if (const PicturesLookAnswer* seen = LookSeen(still)) {
    std::vector<LetterShare> guesses;
    for (const PictureClass& one :
         std::span(seen->classes).first(std::min(seen->classes.size(), kGuesses))) {
      guesses.push_back({UpperFirst(one.name), one.share});
    }
    last = AddLetterShares(figure, letter, guesses);
  }
  AddLetterSentence(figure, letter, SentenceOfPicture(still), last);
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
