// Convex outlines, arrowheads and hatching.
#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/draw/mesh.h"

namespace meander {
namespace {

Point2 Unit(Point2 way) {
  const float size = Length(way);
  return size > 0 ? way * (1 / size) : Point2{};
}

// Twice the signed area; positive when anticlockwise in a y-up plane.
float SignedArea(std::span<const Point2> outline) {
  float sum = 0;
  for (size_t i = 0; i < outline.size(); ++i) {
    const Point2 a = outline[i], b = outline[(i + 1) % outline.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

// Moves every corner of a convex outline outward by `by`, edges staying parallel.
std::vector<Point2> Grown(std::span<const Point2> outline, float by) {
  const float side = SignedArea(outline) >= 0 ? 1.f : -1.f;
  std::vector<Point2> grown;
  for (size_t i = 0; i < outline.size(); ++i) {
    const Point2 before = outline[(i + outline.size() - 1) % outline.size()];
    const Point2 after = outline[(i + 1) % outline.size()];
    const Point2 in = Unit(outline[i] - before), out = Unit(after - outline[i]);
    const Point2 n1{in.y * side, -in.x * side}, n2{out.y * side, -out.x * side};
    const Point2 mean = n1 + n2;
    // The mitre is cut at twice the distance, for very pointed corners.
    grown.push_back(outline[i] + mean * (by / std::max(Dot(mean, mean) / 2, 0.25f)));
  }
  return grown;
}

std::vector<Point2> ClipTo(std::vector<Point2> outline, bool by_x, float limit, bool keep_below) {
  std::vector<Point2> kept;
  const auto inside = [&](Point2 p) { return ((by_x ? p.x : p.y) <= limit) == keep_below; };
  for (size_t i = 0; i < outline.size(); ++i) {
    const Point2 a = outline[i], b = outline[(i + 1) % outline.size()];
    if (inside(a)) kept.push_back(a);
    if (inside(a) != inside(b)) {
      const float from = by_x ? a.x : a.y, to = by_x ? b.x : b.y;
      kept.push_back(a + (b - a) * ((limit - from) / (to - from)));
    }
  }
  return kept;
}

}  // namespace

void AddConvex(std::span<const Point2> outline, float soft, PackedColor color, Mesh& mesh) {
  if (outline.size() < 3) return;
  const std::vector<Point2> inner = Grown(outline, -soft / 2), outer = Grown(outline, soft / 2);
  const auto first = static_cast<uint32_t>(mesh.vertices.size());
  const auto count = static_cast<uint32_t>(outline.size());
  for (size_t i = 0; i < outline.size(); ++i) {
    mesh.vertices.push_back({inner[i], color});
    mesh.vertices.push_back({outer[i], color & 0x00FFFFFFu});
  }
  for (uint32_t i = 2; i < count; ++i) {
    mesh.indices.insert(mesh.indices.end(), {first, first + 2 * i - 2, first + 2 * i});
  }
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t a = first + 2 * i, b = first + 2 * ((i + 1) % count);
    mesh.indices.insert(mesh.indices.end(), {a, a + 1, b + 1, a, b + 1, b});
  }
}

void AddChevron(Point2 at, Point2 direction, float length, float grow, float soft,
                PackedColor color, Mesh& mesh) {
  const Point2 normal{-direction.y, direction.x};
  const auto place = [&](float along, float across) {
    return at + direction * (along * length) + normal * (across * length);
  };
  // Two mirrored triangles that share the spine; no soft edge along it, so no seam shows.
  for (const float side : {1.f, -1.f}) {
    const std::array<Point2, 3> corners = {place(0.5f, 0), place(-0.5f, 0.44f * side),
                                           place(-0.26f, 0)};
    if (grow > 0) {
      AddConvex(Grown(corners, grow), soft, color, mesh);
      continue;
    }
    const auto first = static_cast<uint32_t>(mesh.vertices.size());
    const Point2 flank = corners[1] - corners[0], back = corners[2] - corners[1];
    const Point2 outside = Unit(Point2{-flank.y, flank.x} * -side) * soft;
    const Point2 behind = Unit(Point2{-back.y, back.x} * -side) * soft;
    const PackedColor clear = color & 0x00FFFFFFu;
    mesh.vertices.insert(mesh.vertices.end(), {{corners[0], color},
                                               {corners[1], color},
                                               {corners[2], color},
                                               {corners[0] + outside, clear},
                                               {corners[1] + outside, clear},
                                               {corners[1] + behind, clear},
                                               {corners[2] + behind, clear}});
    for (const uint32_t index : {0, 1, 2, 0, 3, 4, 0, 4, 1, 1, 4, 5, 1, 5, 6, 1, 6, 2}) {
      mesh.indices.push_back(first + index);
    }
  }
}

void AddHatching(const Rect& rect, float soft, PackedColor color, Mesh& mesh) {
  constexpr float kStripe = 2.4f, kPitch = 6.f;
  constexpr float kDiagonal = 1.41421356f;
  const float height = rect.height();
  const float begin = std::floor((rect.low.x - height) / (kPitch * kDiagonal)) * kPitch * kDiagonal;
  for (float x = begin; x < rect.high.x; x += kPitch * kDiagonal) {
    std::vector<Point2> stripe{{x, rect.low.y},
                               {x + kStripe * kDiagonal, rect.low.y},
                               {x + kStripe * kDiagonal + height, rect.high.y},
                               {x + height, rect.high.y}};
    stripe = ClipTo(std::move(stripe), true, rect.low.x, false);
    if (stripe.size() >= 3) stripe = ClipTo(std::move(stripe), true, rect.high.x, true);
    AddConvex(stripe, soft, color, mesh);
  }
}

}  // namespace meander
