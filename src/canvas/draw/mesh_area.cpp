// Shapes of any outline, with holes: cut into trapezoids between the heights of their corners.
#include <algorithm>
#include <cmath>

#include "canvas/draw/mesh.h"

namespace meander {
namespace {

constexpr float kSame_px = 0.01f;

// Half of twice the area; its sign says which way round.
float SignedArea(const std::vector<Point2>& loop) {
  float sum = 0;
  for (size_t i = 0; i < loop.size(); ++i) {
    const Point2 a = loop[i], b = loop[(i + 1) % loop.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

struct Edge {
  Point2 low, high;  // low.y < high.y
  float At(float y) const { return low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y)); }
};

// By the even-odd rule. Neighbours above each other share whole heights, so no seam shows.
void FillEvenOdd(std::vector<Edge> edges, PackedColor color, Mesh& mesh) {
  std::vector<float> heights;
  for (const Edge& edge : edges) heights.insert(heights.end(), {edge.low.y, edge.high.y});
  std::ranges::sort(heights);
  heights.erase(std::ranges::unique(heights).begin(), heights.end());
  std::ranges::sort(edges, {}, [](const Edge& edge) { return edge.low.y; });
  std::vector<Edge> crossed;
  size_t next = 0;
  for (size_t i = 0; i + 1 < heights.size(); ++i) {
    const float from = heights[i], to = heights[i + 1], middle = (from + to) / 2;
    std::erase_if(crossed, [&](const Edge& edge) { return edge.high.y <= from; });
    while (next < edges.size() && edges[next].low.y <= from) crossed.push_back(edges[next++]);
    std::ranges::sort(crossed, {}, [&](const Edge& edge) { return edge.At(middle); });
    for (size_t k = 0; k + 1 < crossed.size(); k += 2) {
      const Edge &left = crossed[k], &right = crossed[k + 1];
      const auto first = static_cast<uint32_t>(mesh.vertices.size());
      mesh.vertices.insert(mesh.vertices.end(), {{{left.At(from), from}, color},
                                                 {{right.At(from), from}, color},
                                                 {{right.At(to), to}, color},
                                                 {{left.At(to), to}, color}});
      mesh.indices.insert(mesh.indices.end(),
                          {first, first + 1, first + 2, first, first + 2, first + 3});
    }
  }
}

}  // namespace

std::vector<Point2> WithoutRepeats(std::span<const Point2> loop) {
  std::vector<Point2> kept;
  for (const Point2 point : loop) {
    const bool is_place = std::isfinite(point.x) && std::isfinite(point.y);
    if (is_place && (kept.empty() || Distance(kept.back(), point) > kSame_px)) {
      kept.push_back(point);
    }
  }
  while (kept.size() > 1 && Distance(kept.front(), kept.back()) <= kSame_px) kept.pop_back();
  return kept;
}

std::vector<Point2> OutwardOf(std::span<const Point2> loop) {
  std::vector<Point2> ways;
  const auto normal = [](Point2 from, Point2 to) {
    const Point2 way = to - from;
    return Point2{way.y, -way.x} * (1 / Length(way));
  };
  for (size_t i = 0; i < loop.size(); ++i) {
    const Point2 here = loop[i];
    const Point2 mean = normal(loop[(i + loop.size() - 1) % loop.size()], here) +
                        normal(here, loop[(i + 1) % loop.size()]);
    // The mitre is cut at twice the distance, for very pointed corners.
    ways.push_back(mean * (1 / std::max(Dot(mean, mean) / 2, 0.25f)));
  }
  return ways;
}

void AddArea(std::span<const std::vector<Point2>> loops, float soft, PackedColor color,
             Mesh& mesh) {
  std::vector<Edge> edges;
  Mesh rim;
  for (size_t i = 0; i < loops.size(); ++i) {
    const std::vector<Point2> loop = WithoutRepeats(loops[i]);
    if (loop.size() < 3) continue;
    const std::vector<Point2> ways = OutwardOf(loop);
    // Out of the first loop, into the holes.
    const float out = ((SignedArea(loop) > 0) == (i == 0) ? 1.f : -1.f) * soft / 2;
    const auto first = static_cast<uint32_t>(rim.vertices.size());
    const auto count = static_cast<uint32_t>(loop.size());
    for (size_t k = 0; k < loop.size(); ++k) {
      rim.vertices.push_back({loop[k] - ways[k] * out, color});
      rim.vertices.push_back({loop[k] + ways[k] * out, color & 0x00FFFFFFu});
    }
    for (uint32_t k = 0; k < count; ++k) {
      const uint32_t a = first + 2 * k, b = first + 2 * ((k + 1) % count);
      rim.indices.insert(rim.indices.end(), {a, a + 1, b + 1, a, b + 1, b});
      const Point2 from = rim.vertices[a].at_px, to = rim.vertices[b].at_px;
      if (from.y < to.y) edges.push_back({from, to});
      if (from.y > to.y) edges.push_back({to, from});
    }
  }
  const auto first = static_cast<uint32_t>(mesh.vertices.size());
  mesh.vertices.insert(mesh.vertices.end(), rim.vertices.begin(), rim.vertices.end());
  for (const uint32_t index : rim.indices) mesh.indices.push_back(first + index);
  FillEvenOdd(std::move(edges), color, mesh);
}

}  // namespace meander
