// Land as filled contours with a small picture of the tint, and dots as round line ends, one path a
// colour and size.
#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/dot_look.h"
#include "canvas/land.h"
#include "canvas/png.h"
#include "canvas/svg_parts.h"

namespace meander {
namespace {

constexpr float kFitMargin_px = 24;

float FitPixelsPerWorld(const PointTable& table, const Viewport& viewport) {
  const Rect bounds = BoundsOf(table);
  return std::min((viewport.width_px - 2 * kFitMargin_px) / std::max(bounds.width(), 1e-3f),
                  (viewport.height_px - 2 * kFitMargin_px) / std::max(bounds.height(), 1e-3f));
}

// Loops as one path's data; points closer than `least_px` to the last one are left out.
void PutLoops(const std::vector<std::vector<Point2>>& loops, const SvgChart& chart, float least_px,
              SvgText& out) {
  for (const auto& loop : loops) {
    Point2 last = chart.Place(loop.front());
    out.Raw("M").Point(last);
    for (const Point2 in_world : loop) {
      const Point2 at = chart.Place(in_world);
      if (Distance(at, last) < least_px) continue;
      out.Raw("L").Point(at);
      last = at;
    }
    out.Raw("Z");
  }
}

void PutContour(const LandGrid& grid, float height, const SvgChart& chart, std::string_view extra,
                SvgText& out) {
  const auto loops = ContoursOf(grid, height);
  if (loops.empty()) return;
  out.Raw("<path").Raw(extra).Raw(" d=\"");
  PutLoops(loops, chart, 1.6f, out);
  out.Raw("\"/>\n");
}

// Every second cell of the tint, rows from the top.
Picture TintPicture(const LandGrid& grid) {
  Picture picture{(grid.columns + 1) / 2, (grid.rows + 1) / 2, {}};
  for (int y = 0; y < picture.height; ++y) {
    const int row = std::max(grid.rows - 1 - 2 * y, 0);
    for (int x = 0; x < picture.width; ++x) {
      const uint8_t* cell = &grid.tint[4 * (static_cast<size_t>(row) * grid.columns +
                                            std::min(2 * x, grid.columns - 1))];
      picture.rgba.insert(picture.rgba.end(), cell, cell + 4);
    }
  }
  return picture;
}

DotLook LookOf(const PointTable& table, const SvgChart& chart, ThemeKind theme) {
  return DotLookFor(table.codes.size() / 2,
                    chart.camera.pixels_per_world / FitPixelsPerWorld(table, chart.viewport),
                    std::min(chart.viewport.width_px, chart.viewport.height_px), theme);
}

std::string PaintOf(std::string_view kind, Token token, float width, ThemeKind theme,
                    float opacity = 1) {
  SvgText text(theme);
  if (kind == "fill") {
    text.Raw(" fill-rule=\"evenodd\"").Color("fill", Paint{token, 1});
  } else {
    text.Raw(" fill=\"none\"").Color("stroke", Paint{token, opacity});
    text.Attribute("stroke-width", width);
  }
  return text.Take();
}

}  // namespace

void WriteSvgLand(const PointTable& table, const SvgChart& chart, SvgText& out) {
  const float sigma =
      LandSigmaInWorld(chart.camera.pixels_per_world, FitPixelsPerWorld(table, chart.viewport),
                       std::min(chart.viewport.width_px, chart.viewport.height_px));
  const LandGrid grid = ComputeLand(table, sigma, out.theme());
  if (grid.heights.empty()) return;
  const ThemeKind theme = out.theme();
  for (const float echo : kEchoHeights) {
    PutContour(grid, echo, chart, PaintOf("stroke", Token::kContour, 0.7f, theme), out);
  }
  for (int step = 0; step < kLandSteps; ++step) {
    const auto token = static_cast<Token>(static_cast<int>(Token::kLand1) + step);
    PutContour(grid, grid.steps[step], chart, PaintOf("fill", token, 0, theme), out);
  }
  const Rect& bounds = grid.bounds_in_world;
  const Point2 corner = chart.Place({bounds.low.x, bounds.high.y});
  out.Raw("<image").Attribute("x", corner.x).Attribute("y", corner.y);
  out.Attribute("width", bounds.width() * chart.camera.pixels_per_world);
  out.Attribute("height", bounds.height() * chart.camera.pixels_per_world);
  out.Raw(" preserveAspectRatio=\"none\" href=\"data:image/png;base64,");
  out.Base64(WritePng(TintPicture(grid), PngOptions{{}, {}, 1, true})).Raw("\"/>\n");
  const float contours = LookOf(table, chart, theme).contours;
  for (int step = kLandSteps - 1; step > 0 && contours > 0; --step) {
    PutContour(grid, grid.steps[step], chart,
               PaintOf("stroke", Token::kContour, 0.7f * std::max(contours, 1.f), theme, contours),
               out);
  }
  PutContour(grid, grid.steps[0], chart, PaintOf("stroke", Token::kCoast, 1, theme), out);
}

void WriteSvgDots(const PointLayer& layer, const SvgChart& chart, SvgText& out) {
  const PointTable& table = *layer.table;
  const size_t count = table.codes.size() / 2;
  DotLook look = LookOf(table, chart, out.theme());
  if (layer.radius_px > 0) look.least_radius_px = look.greatest_radius_px = layer.radius_px;
  constexpr int kSizes = 3;
  std::vector<std::vector<uint32_t>> groups(size_t{kTopicCount} * kSizes * 2);
  const Point2 end = chart.origin_px + Point2{chart.viewport.width_px, chart.viewport.height_px};
  const auto place = [&](uint32_t item) {
    return chart.Place(
        {table.codes[2 * item] * (2.f / 65535) - 1, table.codes[2 * item + 1] * (2.f / 65535) - 1});
  };
  for (uint32_t item = 0; item < count; ++item) {
    if (!Rect{chart.origin_px - Point2{3, 3}, end + Point2{3, 3}}.Contains(place(item))) continue;
    const int hue =
        item < table.hues.size() ? std::min<int>(table.hues[item] & 63, kTopicCount - 1) : 0;
    const bool dimmed = table.IsDimmed(item);
    groups[(static_cast<size_t>(hue) * kSizes + item % kSizes) * 2 + (dimmed ? 1 : 0)].push_back(
        item);
  }
  for (size_t group = 0; group < groups.size(); ++group) {
    if (groups[group].empty()) continue;
    const auto size = static_cast<float>(group / 2 % kSizes) / (kSizes - 1);
    const float radius =
        look.least_radius_px + (look.greatest_radius_px - look.least_radius_px) * size;
    const float opacity = look.opacity * (group % 2 == 1 ? 0.3f : 1.f);
    out.Raw("<path fill=\"none\" stroke-linecap=\"round\"");
    out.Color("stroke",
              Paint{DotToken(table.palette, static_cast<int>(group / 2 / kSizes)), opacity});
    out.Attribute("stroke-width", 2 * radius).Raw(" d=\"");
    for (const uint32_t item : groups[group]) out.Raw("M").Point(place(item)).Raw("h0");
    out.Raw("\"/>\n");
  }
}

}  // namespace meander
