// See figure_pictures.h.
#include "cli/figure_pictures.h"

#include "canvas/letter_motion.h"
#include "canvas/png.h"

namespace meander {

bool FillsItsFrame(const StillStage& stage) {
  const View& view = stage.app().view();
  return view.viewport.width_px == view.page_width_px &&
         view.viewport.height_px == view.page_height_px;
}

Result<Picture> PosterPicture(StillStage& stage, ShareSize size, float scale, ThemeKind theme) {
  if (FillsItsFrame(stage)) return stage.ReadPicture();
  Figure figure = stage.room().BuildPoster(static_cast<float>(size.width_px),
                                           static_cast<float>(size.height_px));
  figure.pixel_ratio = scale;
  return stage.Draw(figure, theme);
}

Result<std::vector<uint8_t>> LetterPng(StillStage& stage, const ShareFigure& figure) {
  TRY(const Picture picture,
      stage.Draw(stage.room().BuildFigure(kLetterWidth_px, kLetterHeight_px), ThemeKind::kLight));
  return WritePalettePngWithin(picture, {figure.title, figure.alt, 1, false, AddressOf(figure)},
                               kMostLetterBytes);
}

Result<std::vector<uint8_t>> LetterGif(StillStage& stage) {
  return MotionGif(stage.room(),
                   [&](const Figure& figure) { return stage.Draw(figure, ThemeKind::kLight); });
}

}  // namespace meander
