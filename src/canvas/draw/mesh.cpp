// Strips and fans with a fading rim.
#include "canvas/draw/mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace meander {
namespace {

constexpr PackedColor kAlphaMask = 0xFF000000u;
constexpr float kPi = std::numbers::pi_v<float>;

Point2 Normal(Point2 direction) { return {-direction.y, direction.x}; }

PackedColor Clear(PackedColor color) { return color & ~kAlphaMask; }

// One cut through a stroke: rim, edge, edge, rim. Returns the first vertex.
uint32_t AddSection(Point2 at, Point2 normal, float width, float soft, PackedColor color,
                    Mesh& mesh) {
  const auto first = static_cast<uint32_t>(mesh.vertices.size());
  // A line thinner than its soft edge keeps that edge and gets fainter instead.
  const float cover = std::min(1.f, width / soft);
  const PackedColor inner_color = Faded(color, cover);
  const float inner = std::max(0.f, (width - soft) / 2), outer = inner + soft;
  mesh.vertices.push_back({at + normal * outer, Clear(color)});
  mesh.vertices.push_back({at + normal * inner, inner_color});
  mesh.vertices.push_back({at - normal * inner, inner_color});
  mesh.vertices.push_back({at - normal * outer, Clear(color)});
  return first;
}

void AddQuad(uint32_t a, uint32_t b, uint32_t c, uint32_t d, Mesh& mesh) {
  mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d});
}

void JoinSections(uint32_t a, uint32_t b, Mesh& mesh) {
  for (uint32_t i = 0; i < 3; ++i) AddQuad(a + i, a + i + 1, b + i + 1, b + i, mesh);
}

// Closes a stroke's end: half a disc for a round cap, half a soft pixel for a flat one.
void AddCap(Point2 at, Point2 outward, float width, float soft, bool round, uint32_t section,
            PackedColor color, Mesh& mesh) {
  const Point2 normal = Normal(outward);
  if (!round || width < soft) {
    const auto first = static_cast<uint32_t>(mesh.vertices.size());
    for (uint32_t i = 0; i < 4; ++i) {
      const MeshVertex edge = mesh.vertices[section + i];
      mesh.vertices.push_back({edge.at_px + outward * soft, Clear(color)});
    }
    JoinSections(section, first, mesh);
    return;
  }
  const int steps = std::clamp(static_cast<int>(width), 4, 16);
  const float inner = (width - soft) / 2, outer = inner + soft;
  const auto center = static_cast<uint32_t>(mesh.vertices.size());
  mesh.vertices.push_back({at, color});
  for (int i = 0; i <= steps; ++i) {
    const float angle = kPi * static_cast<float>(i) / static_cast<float>(steps);
    const Point2 way = normal * std::cos(angle) + outward * std::sin(angle);
    mesh.vertices.push_back({at + way * inner, color});
    mesh.vertices.push_back({at + way * outer, Clear(color)});
  }
  for (uint32_t i = 0; i < static_cast<uint32_t>(steps); ++i) {
    const uint32_t edge = center + 1 + 2 * i;
    mesh.indices.insert(mesh.indices.end(), {center, edge, edge + 2});
    AddQuad(edge, edge + 1, edge + 3, edge + 2, mesh);
  }
}

Polyline Measure(std::vector<Point2> points) {
  Polyline line;
  line.lengths_px.reserve(points.size());
  float walked = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    if (i > 0) walked += Distance(points[i - 1], points[i]);
    line.lengths_px.push_back(walked);
  }
  line.points_px = std::move(points);
  return line;
}

int StepsFor(float rough_length) {
  return std::isfinite(rough_length) ? std::clamp(static_cast<int>(rough_length / 4), 2, 200) : 2;
}

}  // namespace

Point2 Polyline::At(float length) const {
  const auto above = std::upper_bound(lengths_px.begin(), lengths_px.end(), length);
  if (above == lengths_px.begin()) return points_px.front();
  if (above == lengths_px.end()) return points_px.back();
  const auto i = static_cast<size_t>(above - lengths_px.begin());
  const float share = (length - lengths_px[i - 1]) / (lengths_px[i] - lengths_px[i - 1]);
  return points_px[i - 1] + (points_px[i] - points_px[i - 1]) * share;
}

Point2 Polyline::DirectionAt(float length) const {
  const float reach = std::max(0.5f, length_px() * 0.004f);
  const Point2 way = At(std::min(length + reach, length_px())) - At(std::max(length - reach, 0.f));
  const float size = Length(way);
  return size > 0 ? way * (1 / size) : Point2{1, 0};
}

Polyline FlattenQuadratic(Point2 from, Point2 control, Point2 to) {
  const int steps = StepsFor(Distance(from, control) + Distance(control, to));
  std::vector<Point2> points;
  for (int i = 0; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps), s = 1 - t;
    points.push_back(from * (s * s) + control * (2 * s * t) + to * (t * t));
  }
  return Measure(std::move(points));
}

namespace {

Polyline FlattenCubic(Point2 from, Point2 first, Point2 second, Point2 to) {
  const int steps =
      StepsFor(Distance(from, first) + Distance(first, second) + Distance(second, to));
  std::vector<Point2> points;
  for (int i = 0; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps), s = 1 - t;
    points.push_back(from * (s * s * s) + first * (3 * s * s * t) + second * (3 * s * t * t) +
                     to * (t * t * t));
  }
  return Measure(std::move(points));
}

}  // namespace

Polyline FlattenVertical(Point2 from, Point2 to) {
  const float middle = (from.y + to.y) / 2;
  return FlattenCubic(from, {from.x, middle}, {to.x, middle}, to);
}

Polyline FlattenHorizontal(Point2 from, Point2 to) {
  const float middle = (from.x + to.x) / 2;
  return FlattenCubic(from, {middle, from.y}, {middle, to.y}, to);
}

void AddStroke(const Polyline& line, const StrokeShape& shape, PackedColor color, Mesh& mesh) {
  const float whole = line.length_px();
  const float begin = std::max(shape.begin_px, 0.f), end = std::min(shape.end_px, whole);
  if (line.points_px.size() < 2 || !(end > begin) || whole <= 0) return;
  const auto width_at = [&](float length) {
    return shape.width_from_px + (shape.width_to_px - shape.width_from_px) * length / whole;
  };
  std::vector<float> cuts{begin};
  for (const float length : line.lengths_px) {
    if (length > begin + 0.01f && length < end - 0.01f) cuts.push_back(length);
  }
  cuts.push_back(end);
  uint32_t first = 0, before = 0;
  for (size_t i = 0; i < cuts.size(); ++i) {
    const bool is_band = shape.across.x != 0 || shape.across.y != 0;
    const Point2 normal = is_band ? shape.across : Normal(line.DirectionAt(cuts[i]));
    const uint32_t section =
        AddSection(line.At(cuts[i]), normal, width_at(cuts[i]), shape.soft_px, color, mesh);
    if (i == 0) first = section;
    if (i > 0) JoinSections(before, section, mesh);
    before = section;
  }
  if (shape.across.x != 0 || shape.across.y != 0) return;
  AddCap(line.At(begin), line.DirectionAt(begin) * -1, width_at(begin), shape.soft_px,
         shape.round_caps, first, color, mesh);
  AddCap(line.At(end), line.DirectionAt(end), width_at(end), shape.soft_px, shape.round_caps,
         before, color, mesh);
}

void AddDashes(const Polyline& line, const StrokeShape& shape, float dash_px, float gap_px,
               PackedColor color, Mesh& mesh) {
  if (!(dash_px + gap_px > 0.5f)) return AddStroke(line, shape, color, mesh);
  const float end = std::min(shape.end_px, line.length_px());
  for (float at = std::max(shape.begin_px, 0.f); at < end; at += dash_px + gap_px) {
    if (dash_px <= 0) {
      AddDisc(line.At(at), shape.width_from_px / 2, shape.soft_px, color, mesh);
      continue;
    }
    StrokeShape dash = shape;
    dash.begin_px = at;
    dash.end_px = std::min(at + dash_px, end);
    dash.round_caps = false;
    AddStroke(line, dash, color, mesh);
  }
}

void AddDisc(Point2 center, float radius, float soft, PackedColor color, Mesh& mesh) {
  const int steps = std::clamp(static_cast<int>(radius * 3), 10, 72);
  const float cover = std::min(1.f, 2 * radius / soft);
  const float inner = std::max(radius - soft / 2, 0.f), outer = inner + soft;
  const auto middle = static_cast<uint32_t>(mesh.vertices.size());
  mesh.vertices.push_back({center, Faded(color, cover)});
  for (int i = 0; i < steps; ++i) {
    const float angle = 2 * kPi * static_cast<float>(i) / static_cast<float>(steps);
    const Point2 way{std::cos(angle), std::sin(angle)};
    mesh.vertices.push_back({center + way * inner, Faded(color, cover)});
    mesh.vertices.push_back({center + way * outer, Clear(color)});
  }
  for (int i = 0; i < steps; ++i) {
    const uint32_t edge = middle + 1 + 2 * static_cast<uint32_t>(i);
    const uint32_t next = middle + 1 + 2 * static_cast<uint32_t>((i + 1) % steps);
    mesh.indices.insert(mesh.indices.end(), {middle, edge, next});
    AddQuad(edge, edge + 1, next + 1, next, mesh);
  }
}

void AddRing(Point2 center, float radius, float width, float soft, PackedColor color, Mesh& mesh) {
  const int steps = std::clamp(static_cast<int>(radius * 3), 16, 96);
  uint32_t first = 0, before = 0;
  for (int i = 0; i < steps; ++i) {
    const float angle = 2 * kPi * static_cast<float>(i) / static_cast<float>(steps);
    const Point2 way{std::cos(angle), std::sin(angle)};
    const uint32_t section = AddSection(center + way * radius, way, width, soft, color, mesh);
    if (i == 0) first = section;
    if (i > 0) JoinSections(before, section, mesh);
    before = section;
  }
  JoinSections(before, first, mesh);
}

void AddLoop(std::span<const Point2> loop_px, float width, float soft, PackedColor color,
             Mesh& mesh) {
  const std::vector<Point2> loop = WithoutRepeats(loop_px);
  if (loop.size() < 3) return;
  const std::vector<Point2> ways = OutwardOf(loop);
  const auto first = static_cast<uint32_t>(mesh.vertices.size());
  for (size_t i = 0; i < loop.size(); ++i) {
    const uint32_t section = AddSection(loop[i], ways[i], width, soft, color, mesh);
    if (i > 0) JoinSections(section - 4, section, mesh);
  }
  JoinSections(static_cast<uint32_t>(mesh.vertices.size()) - 4, first, mesh);
}

}  // namespace meander
