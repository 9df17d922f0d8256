// Marching squares, stitched into closed loops.
#include <array>
#include <unordered_map>

#include "canvas/contours.h"

namespace meander {
namespace {

// Every grid edge has a number: 2 × cell + 0 for the edge to the right of a node, + 1 for the edge
// above it. A contour crosses an edge at most once, so edge numbers identify its points.
using EdgeId = uint64_t;

class Tracer {
 public:
  Tracer(const HeightGrid& grid, float height) : grid_(grid), height_(height) {}

  void AddSegments();
  std::vector<std::vector<Point2>> Stitch();

 private:
  float At(int column, int row) const {
    return grid_.heights[static_cast<size_t>(row) * grid_.columns + column];
  }
  EdgeId Edge(int column, int row, bool upward) const {
    return 2 * (static_cast<uint64_t>(row) * grid_.columns + column) + (upward ? 1 : 0);
  }
  Point2 PointOn(EdgeId edge) const;
  void AddCell(int column, int row);
  // Land lies to the left of every segment, so each crossing has exactly one successor.
  void Add(EdgeId from, EdgeId to) { next_[from] = to; }

  const HeightGrid& grid_;
  float height_;
  std::unordered_map<EdgeId, EdgeId> next_;
};

Point2 Tracer::PointOn(EdgeId edge) const {
  const auto node = edge / 2;
  const auto column = static_cast<int>(node % grid_.columns);
  const auto row = static_cast<int>(node / grid_.columns);
  const int column2 = column + (edge % 2 == 0 ? 1 : 0), row2 = row + (edge % 2 == 1 ? 1 : 0);
  const float a = At(column, row), b = At(column2, row2);
  const Point2 from = grid_.CenterOf(column, row), to = grid_.CenterOf(column2, row2);
  return from + (to - from) * ((height_ - a) / (b - a));
}

void Tracer::AddCell(int column, int row) {
  const float values[4] = {At(column, row), At(column + 1, row), At(column + 1, row + 1),
                           At(column, row + 1)};
  int mask = 0;
  for (int corner = 0; corner < 4; ++corner) mask |= values[corner] >= height_ ? 1 << corner : 0;
  if (mask == 0 || mask == 15) return;
  const EdgeId bottom = Edge(column, row, false), right = Edge(column + 1, row, true);
  const EdgeId top = Edge(column, row + 1, false), left = Edge(column, row, true);
  const EdgeId sides[4] = {bottom, right, top, left};  // side i joins corner i and corner i + 1
  const bool middle_is_land = (values[0] + values[1] + values[2] + values[3]) / 4 >= height_;
  // Walking the corners anticlockwise, a segment begins where the walk leaves the land (side i:
  // corner i in, i + 1 out) and ends where it enters. At a saddle the middle decides which ones
  // join.
  int leaves[2], enters[2], leave_count = 0, enter_count = 0;
  for (int i = 0; i < 4; ++i) {
    const bool in = (mask >> i & 1) != 0, next_in = (mask >> ((i + 1) % 4) & 1) != 0;
    if (in && !next_in) leaves[leave_count++] = i;
    if (!in && next_in) enters[enter_count++] = i;
  }
  for (int i = 0; i < leave_count; ++i) {
    int other = enters[0];
    if (enter_count == 2) {
      // Around a lone land corner the loop closes over the side before it; around a lone sea corner
      // over the side after it.
      const int wanted = middle_is_land ? (leaves[i] + 1) % 4 : (leaves[i] + 3) % 4;
      other = enters[0] == wanted ? enters[0] : enters[1];
    }
    Add(sides[leaves[i]], sides[other]);
  }
}

void Tracer::AddSegments() {
  for (int row = 0; row + 1 < grid_.rows; ++row) {
    for (int column = 0; column + 1 < grid_.columns; ++column) AddCell(column, row);
  }
}

std::vector<std::vector<Point2>> Tracer::Stitch() {
  std::vector<std::vector<Point2>> loops;
  // In the order of the grid, so that the same land gives the same bytes whatever the hash table.
  std::vector<bool> done(2 * grid_.heights.size(), false);
  for (EdgeId start = 0; start < done.size(); ++start) {
    if (done[start] || !next_.contains(start)) continue;
    std::vector<Point2> loop;
    for (EdgeId edge = start; !done[edge];) {
      done[edge] = true;
      loop.push_back(PointOn(edge));
      const auto found = next_.find(edge);
      if (found == next_.end()) break;  // ran into the border of the grid
      edge = found->second;
    }
    loops.push_back(std::move(loop));
  }
  return loops;
}

}  // namespace

std::vector<std::vector<Point2>> LinesAt(const HeightGrid& grid, float height) {
  if (grid.heights.empty()) return {};
  Tracer tracer(grid, height);
  tracer.AddSegments();
  return tracer.Stitch();
}

}  // namespace meander
