// See figure_pictures.h.
#include "cli/figure_pictures.h"

#include <algorithm>
#include <string>

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

void GoAsPlayDoes(StillStage& stage, const Stills& stills) {
  constexpr int kMostStops = 24, kTurnsAStop = 200, kTurnsALayer = 4000;
  const bool has_layers = stills.layers > 0;
  for (int i = 0; i < (has_layers ? stills.layers : kMostStops); ++i) {
    stage.Act(has_layers ? "layer" : "go", std::to_string(i));
    // A layer's groups are sought many times over, a slice a turn.
    stage.RunUntilIdle(has_layers ? kTurnsALayer
                                  : std::min(stills.turns_for_the_rest, kTurnsAStop));
  }
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
