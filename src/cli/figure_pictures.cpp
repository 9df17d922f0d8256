// See figure_pictures.h.
#include "cli/figure_pictures.h"

#include "canvas/gif.h"
#include "canvas/letter_motion.h"
#include "canvas/png.h"

namespace meander {

Result<std::vector<uint8_t>> LetterPng(StillStage& stage, const std::string& address) {
  const Figure figure = stage.room().BuildFigure(1200, 630);
  TRY(const Picture picture, stage.Draw(figure, ThemeKind::kLight));
  return WritePalettePng(picture, {figure.title, figure.alt_text, 1, false, address});
}

Result<std::vector<uint8_t>> LetterGif(StillStage& stage) {
  std::vector<uint8_t> gif;
  for (const float width_px : {600.f, 480.f, 360.f}) {
    std::vector<Picture> pictures;
    for (const MotionStep& step : LetterMotion()) {
      Figure figure = stage.room().BuildFigureAt(step.at, width_px, width_px * .525f);
      TRY(Picture picture, stage.Draw(figure, ThemeKind::kLight));
      pictures.push_back(std::move(picture));
    }
    gif = WriteGif(pictures, MotionDelays());
    if (gif.size() <= kGifBytes) break;
  }
  return gif;
}

}  // namespace meander
