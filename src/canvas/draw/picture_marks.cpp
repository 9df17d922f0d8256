// Pictures and the areas on them.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "canvas/draw/marks.h"
#include "canvas/draw/ui_pass.h"

namespace meander {
namespace {

constexpr float kHalfPi = std::numbers::pi_v<float> / 2;

// Saturation in red and opacity in alpha, as shaders/picture.frag reads them.
PackedColor ToneOf(const PictureMark& mark) {
  const float saturation = std::clamp(mark.saturation, 0.f, 1.f);
  return Faded(0xFF000000u | static_cast<uint32_t>(saturation * 255 + 0.5f), mark.opacity);
}

std::vector<Point2> RoundedBox(const Rect& box, float radius) {
  const int steps = std::clamp(static_cast<int>(radius), 2, 16);
  const Point2 corners[] = {box.high, {box.low.x, box.high.y}, box.low, {box.high.x, box.low.y}};
  std::vector<Point2> outline;
  for (int corner = 0; corner < 4; ++corner) {
    const float side_x = corner == 0 || corner == 3 ? -1.f : 1.f, side_y = corner < 2 ? -1.f : 1.f;
    const Point2 middle = corners[corner] + Point2{side_x, side_y} * radius;
    for (int i = 0; i <= steps; ++i) {
      const float angle = kHalfPi * (static_cast<float>(corner) +
                                     static_cast<float>(i) / static_cast<float>(steps));
      outline.push_back(middle + Point2{std::cos(angle), std::sin(angle)} * radius);
    }
  }
  return outline;
}

// The part that is read: a smaller picture is read from coarser pixels, and half of one of them is
// left out at its edges, so that nothing comes in from the icon beside.
Rect ReadPart(const PictureMark& mark, const Rect& box, float pixel_ratio) {
  const Rect& part = mark.part;
  const float width = static_cast<float>(mark.table->width);
  const float height = static_cast<float>(mark.table->height);
  const float shrink = std::max(part.width() * width / (box.width() * pixel_ratio),
                                part.height() * height / (box.height() * pixel_ratio));
  const float texel = shrink > 1 ? std::exp2(std::ceil(std::log2(shrink))) : 1;
  const auto inset = [](float low, float high, float by, bool is_edge_low, bool is_edge_high) {
    const float most = std::min(by, (high - low) / 4);
    return std::pair{low + (is_edge_low ? 0 : most), high - (is_edge_high ? 0 : most)};
  };
  const auto [left, right] =
      inset(part.low.x, part.high.x, texel / 2 / width, part.low.x <= 0, part.high.x >= 1);
  const auto [top, bottom] =
      inset(part.low.y, part.high.y, texel / 2 / height, part.low.y <= 0, part.high.y >= 1);
  return {{left, top}, {right, bottom}};
}

void AddPicture(const PictureMark& mark, const Rect& box, const ChartFrame& frame,
                ImDrawList* list) {
  const Rect read = ReadPart(mark, box, frame.viewport.pixel_ratio);
  const PackedColor tone = ToneOf(mark);
  const float radius = std::min({mark.radius_px, box.width() / 2, box.height() / 2});
  if (!(radius > 0)) {
    list->PrimReserve(6, 4);
    list->PrimRectUV({box.low.x, box.low.y}, {box.high.x, box.high.y}, {read.low.x, read.low.y},
                     {read.high.x, read.high.y}, tone);
    return;
  }
  Mesh mesh;
  AddConvex(RoundedBox(box, radius), frame.soft_px(), tone, mesh);
  list->PrimReserve(static_cast<int>(mesh.indices.size()), static_cast<int>(mesh.vertices.size()));
  const unsigned int first = list->_VtxCurrentIdx;
  for (const uint32_t index : mesh.indices) list->PrimWriteIdx(first + index);
  const auto share = [](float at, float low, float high) {
    return std::clamp((at - low) / (high - low), 0.f, 1.f);
  };
  for (const MeshVertex& vertex : mesh.vertices) {
    const float x = share(vertex.at_px.x, box.low.x, box.high.x);
    const float y = share(vertex.at_px.y, box.low.y, box.high.y);
    list->PrimWriteVtx({vertex.at_px.x, vertex.at_px.y},
                       {read.low.x + x * read.width(), read.low.y + y * read.height()},
                       vertex.color);
  }
}

std::vector<Point2> Placed(const std::vector<Point2>& loop, const ChartFrame& frame) {
  std::vector<Point2> placed;
  placed.reserve(loop.size());
  for (const Point2 point : loop) placed.push_back(frame.Place(point));
  return placed;
}

Rect BoxAround(const std::vector<Point2>& loop) {
  Rect box{loop.front(), loop.front()};
  for (const Point2 point : loop) {
    box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
    box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
  }
  return box;
}

}  // namespace

void DrawPictures(std::span<const PictureMark> marks, const ChartFrame& frame,
                  PicturePass& pictures, ImDrawList* list) {
  for (const PictureMark& mark : marks) {
    if (!(mark.opacity > 0) || !(mark.part.width() > 0) || !(mark.part.height() > 0)) continue;
    const Rect box = SnappedBox(mark.in_world, frame);
    if (!(box.width() > 0) || !(box.height() > 0) || !IsNear(box, frame, 0)) continue;
    const ImTextureID texture = pictures.Use(mark.table);
    if (texture == ImTextureID_Invalid) continue;
    // Dear ImGui makes one call of all that follow each other in one texture.
    list->PushTexture(ImTextureRef(texture));
    AddPicture(mark, box, frame, list);
    list->PopTexture();
  }
}

void DrawAreas(std::span<const AreaMark> areas, const ChartFrame& frame, ImDrawList* list) {
  for (const AreaMark& area : areas) {
    if (area.outline.size() < 3) continue;
    std::vector<std::vector<Point2>> loops{Placed(area.outline, frame)};
    for (const auto& hole : area.holes) loops.push_back(Placed(hole, frame));
    if (!IsNear(BoxAround(loops[0]), frame, 16)) continue;
    if (area.fill.opacity > 0) {
      Mesh fill;
      AddArea(loops, frame.soft_px(), ColorOf(area.fill, frame.theme), fill);
      list->AddCallback(UiPass::Multiply, nullptr);
      AddMesh(fill, list);
      list->AddCallback(UiPass::Cover, nullptr);
    }
    if (!(area.coast_px > 0)) continue;
    Mesh lines;
    const auto around = [&](float width, PackedColor color) {
      for (const auto& loop : loops) AddLoop(loop, width, frame.soft_px(), color, lines);
    };
    if (area.casing_px > 0) {
      around(area.coast_px + area.casing_px, CasingColor(frame.theme, area.coast.opacity));
    }
    around(area.coast_px, ColorOf(area.coast, frame.theme));
    AddMesh(lines, list);
  }
}

}  // namespace meander
