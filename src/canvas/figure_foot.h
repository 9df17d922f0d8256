// What a figure's own bar, and what else lies over its foot, takes of a chart, by the figure's
// width. Rooms' pictures and the tool's still ones have it from here; web/pages/figure.css and
// sounds_small.css say the same to browsers, which tests/web/embed_pictures.test.mjs holds them to.
#pragma once

namespace meander {

// Narrower ones have a bar of two rows.
inline constexpr float kFigureNarrow_px = 480;
// What a fitted map keeps clear of a figure's edge.
inline constexpr float kFigureFitMargin_px = 8;

struct FigureFoot {
  float wide_px, narrow_px;

  constexpr float At(float width_px) const {
    return width_px < kFigureNarrow_px ? narrow_px : wide_px;
  }
};
// A map from edge to edge; the steps over a beat's map; what is above and below Inside's stage,
// which ends there.
inline constexpr FigureFoot kMapFoot{58, 96}, kBeatFoot{170, 280}, kStageEdges{90, 128};
// Of the stage's edges what is above it.
inline constexpr float kStageTop_px = 24;

}  // namespace meander
