// Puts a Scene's marks and names on a Dear ImGui draw list: pictures, areas, cells, ribbons,
// strokes, discs, names. Land and dots are drawn before, by their passes.
#pragma once

#include <imgui.h>

#include <span>
#include <vector>

#include "canvas/camera.h"
#include "canvas/draw/mesh.h"
#include "canvas/draw/picture_pass.h"
#include "canvas/figure.h"
#include "canvas/scene.h"

namespace meander {

// A chart's place on a draw list: a world point lands at ScreenFromWorld + origin.
struct ChartFrame {
  Camera camera;
  Viewport viewport;
  Point2 origin_px;
  ThemeKind theme = ThemeKind::kLight;

  Point2 Place(Point2 in_world) const {
    return ScreenFromWorld(camera, viewport, in_world) + origin_px;
  }
  float soft_px() const { return 1 / viewport.pixel_ratio; }
};

// Whether any of it is in the chart, or so many pixels beside it.
bool IsNear(Rect box_px, const ChartFrame& frame, float margin_px);
// A rectangle of the world with whole device pixels for corners.
Rect SnappedBox(Rect in_world, const ChartFrame& frame);
PackedColor CasingColor(ThemeKind theme, float opacity);

// Adds a mesh to a list, in its white pixel.
void AddMesh(const Mesh& mesh, ImDrawList* list);

// Pictures under everything else, areas on them; the textures stay with `pictures`.
void DrawPictures(std::span<const PictureMark> marks, const ChartFrame& frame,
                  PicturePass& pictures, ImDrawList* list);
void DrawAreas(std::span<const AreaMark> areas, const ChartFrame& frame, ImDrawList* list);
void DrawCells(std::span<const CellMark> cells, const ChartFrame& frame, ImDrawList* list);
void DrawRibbons(std::span<const RibbonMark> ribbons, const ChartFrame& frame, ImDrawList* list);
// Each stroke with its casing and chevron, in order, so that a later hop crosses over an earlier
// one.
void DrawStrokes(std::span<const StrokeMark> strokes, const ChartFrame& frame, ImDrawList* list);
void DrawEnvelopes(std::span<const EnvelopeMark> envelopes, const ChartFrame& frame,
                   ImDrawList* list);
void DrawDiscs(std::span<const DiscMark> discs, const ChartFrame& frame, ImDrawList* list);
// The thin ring around dots that the reader has been to.
void DrawVisited(std::span<const Point2> places_in_world, float radius_px, const ChartFrame& frame,
                 ImDrawList* list);
// Names with their halo; `fade` 0 is not drawn. Scale intervals are the plan's business: what is in
// the scene is shown.
void DrawLabels(std::span<const LabelMark> labels, const ChartFrame& frame, ImDrawList* list);

}  // namespace meander
