// See figure_pictures.h.
#include "cli/figure_pictures.h"

#include "canvas/letter_motion.h"
#include "canvas/png.h"

namespace meander {

Result<Picture> PosterPicture(StillStage& stage, const Stills& stills, ShareSize size, float scale,
                              ThemeKind theme) {
  if (stills.chart_is_figure) return stage.ReadPicture();
  Figure figure = stage.room().BuildPoster(static_cast<float>(size.width_px),
                                           static_cast<float>(size.height_px));
  figure.pixel_ratio = scale;
  return stage.Draw(figure, theme);
}

Result<std::vector<uint8_t>> LetterPng(StillStage& stage, const std::string& address) {
  const Figure figure = stage.room().BuildFigure(kLetterWidth_px, kLetterHeight_px);
  TRY(const Picture picture, stage.Draw(figure, ThemeKind::kLight));
  return WritePalettePng(picture, {figure.title, figure.alt_text, 1, false, address});
}

Result<std::vector<uint8_t>> LetterGif(StillStage& stage) {
  std::vector<uint8_t> gif;
  for (const float width_px : {600.f, 480.f, 360.f}) {
    TRY(gif, MotionGif(stage.room(), width_px, [&](const Figure& figure) {
          return stage.Draw(figure, ThemeKind::kLight);
        }));
    if (gif.size() <= kGifBytes) break;
  }
  return gif;
}

}  // namespace meander
