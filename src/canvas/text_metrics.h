// How wide a text will be on the canvas, without a font loaded: advances of the shipped faces, put
// into a table at build time. Agrees with what canvas/draw sets, which does not kern either.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/scene.h"

namespace meander {

struct GlyphWidth {
  uint16_t code_point;
  uint16_t advance;  // font units
};
struct FaceMetrics {
  uint16_t units_per_em;
  int16_t ascent, descent;             // font units, descent below the baseline and negative
  std::span<const GlyphWidth> widths;  // ascending code points
};

const FaceMetrics& MetricsOf(Face face);

// Width in pixels of one line of UTF-8 set at `size_px` to the em. Characters that the face lacks
// count as its U+FFFD or question mark, which is what is drawn for them.
float TextWidth(Face face, float size_px, std::string_view utf8);

// Whether every character of `utf8` is in the face; if not, the name is better set by the page.
bool FaceHas(Face face, std::string_view utf8);

// The longest beginning of `utf8` that fits `width_px`, with an ellipsis when something was cut.
std::string FitText(Face face, float size_px, std::string_view utf8, float width_px);

// The lines of a text that is broken at its spaces; a word wider than that has a line to itself.
std::vector<std::string> BrokenLines(Face face, float size_px, std::string_view utf8,
                                     float width_px);

}  // namespace meander
