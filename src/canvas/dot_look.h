// How large and how opaque a map's dots are. Pure; the GL pass and the SVG writer share it.
#pragma once

#include <cstddef>

#include "canvas/figure.h"

namespace meander {

struct DotLook {
  float least_radius_px = 1.2f, greatest_radius_px = 2.1f;  // CSS pixels
  float opacity = 0.78f;
  float contours = 1;  // how strong the land's inner contours are, of what the design gives them
};

// `scale` = zoom relative to the fit (1 = whole map). Between the design's three counts (10⁴, 10⁵,
// 10⁶) everything changes with the logarithm of the count; dots grow with the zoom, 1.6 × at most,
// and shrink on a chart whose shorter side is less than the design's 744 px. How far apart they
// stand on this screen says whether the density or the dots tell: where they crowd (far off, or on
// a phone) dots are pale and contours strong; where each stands alone the contours have faded away.
DotLook DotLookFor(size_t count, float scale, float chart_side_px, ThemeKind theme);

}  // namespace meander
