// A finished picture: a chart in a rectangle plus set type and marks around it, in pixels. Posters,
// the letter's 1200×630 picture and PNG/SVG exports are all Figures, drawn by the same code as the
// live page.
#pragma once

#include <string>
#include <vector>

#include "canvas/camera.h"
#include "canvas/scene.h"

namespace meander {

// The letter's picture.
inline constexpr float kLetterWidth_px = 1200, kLetterHeight_px = 630;

struct TextMark {
  Point2 at_px;  // left end of the baseline
  std::string text;
  Face face = Face::kUi;
  float size_px = 14;
  Paint paint;
  std::string href{};  // where a reader of the SVG comes by it; empty: nowhere
};
struct RectMark {
  Rect in_px;
  float radius_px = 0;
  Paint paint;
};
struct LineMark {  // a quadratic curve in pixels, for rules, hop profiles, the mark
  Point2 from_px, control_px, to_px;
  float width_px = 1;
  Paint paint;
};
struct DotMark {
  Point2 at_px;
  float radius_px = 3;
  Paint fill;
  Paint ring;
  float ring_px = 0;
};

struct Figure {
  float width_px = 0, height_px = 0;
  float pixel_ratio = 1;
  Rect chart_px;  // where the chart lies; y down
  Scene scene;
  Camera camera;  // for a viewport of chart_px's size
  std::vector<RectMark> rects;
  std::vector<LineMark> lines;
  std::vector<DotMark> dots;
  std::vector<TextMark> texts;
  std::string title;  // of the file: SVG <title>, PNG tEXt
  // For the foot of a postcard (postcard.h): what stands in the picture, in its order; whose work
  // it is; where it lives.
  std::vector<std::string> titles;
  std::string credits, address;
  std::string alt_text;  // one or two sentences for who cannot see it
  std::string action;    // what a reader of a letter is told to do, where the room has words for it
};

// The whole figure as an SVG document: dots, land contours, lines, names as text with embedded
// fallback families. Needs the density land as contours, which it computes itself.
enum class ThemeKind : uint8_t { kLight, kDark };
std::string WriteSvg(const Figure& figure, ThemeKind theme);

}  // namespace meander
