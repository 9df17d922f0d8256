// The layers of a chart as SVG; svg.cpp puts them into a document.
#pragma once

#include "canvas/figure.h"
#include "canvas/svg_text.h"

namespace meander {

// Places a world point in the document.
struct SvgChart {
  Camera camera;
  Viewport viewport;
  Point2 origin_px;
  Point2 Place(Point2 in_world) const {
    return ScreenFromWorld(camera, viewport, in_world) + origin_px;
  }
};

void WriteSvgLand(const PointTable& table, const SvgChart& chart, SvgText& out);
void WriteSvgDots(const PointLayer& layer, const SvgChart& chart, SvgText& out);
void WriteSvgMarks(const Scene& scene, const SvgChart& chart, SvgText& out);
void WriteSvgPictures(std::span<const PictureMark> marks, const SvgChart& chart, SvgText& out);
void WriteSvgAreas(std::span<const AreaMark> areas, const SvgChart& chart, SvgText& out);
// The light line under another.
PackedColor SvgCasing(ThemeKind theme, float opacity);
// One line of set type with its halo (0: none).
void WriteSvgText(Face face, float size_px, Point2 baseline_px, PackedColor color, PackedColor halo,
                  float halo_px, std::string_view text, SvgText& out);

}  // namespace meander
