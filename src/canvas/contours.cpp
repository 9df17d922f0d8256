// A smooth field over a small grid, and the shapes of what is high in it.
#include "canvas/contours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meander {
namespace {

constexpr int kLargestSide = 1024;
constexpr int kFineSide = 112;  // about as many fine places a side as a thumbnail has pixels
constexpr float kSmallestShare = 0.1f;  // of a cell

// Catmull and Rom's weights of the four values around, the second and third of which lie at 0 and
// 1.
std::array<float, 4> WeightsAt(float t) {
  return {((2 - t) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2, ((4 - 3 * t) * t + 1) * t / 2,
          (t - 1) * t * t / 2};
}

float AreaOf(const std::vector<Point2>& loop) {
  float sum = 0;
  for (size_t i = 0; i < loop.size(); ++i) {
    const Point2 a = loop[i], b = loop[(i + 1) % loop.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

bool IsWithin(const std::vector<Point2>& loop, Point2 at) {
  bool inside = false;
  for (size_t i = 0; i < loop.size(); ++i) {
    const Point2 a = loop[i], b = loop[(i + 1) % loop.size()];
    if ((a.y > at.y) == (b.y > at.y)) continue;
    if (at.x < a.x + (b.x - a.x) * ((at.y - a.y) / (b.y - a.y))) inside = !inside;
  }
  return inside;
}

// One axis finer: `fine` + 1 places from edge to edge of `side` cells; beyond the border the values
// go on as they are there.
struct Axis {
  struct Place {
    std::array<int, 4> cells;
    std::array<float, 4> weights;
  };
  std::vector<Place> places;

  Axis(int side, int fine) {
    for (int i = 0; i <= fine; ++i) {
      const float at =
          static_cast<float>(side) * static_cast<float>(i) / static_cast<float>(fine) - 0.5f;
      const float cell = std::floor(at);
      Place place{{}, WeightsAt(at - cell)};
      for (int k = 0; k < 4; ++k) {
        place.cells[static_cast<size_t>(k)] =
            std::clamp(static_cast<int>(cell) + k - 1, 0, side - 1);
      }
      places.push_back(place);
    }
  }
};

// The field with a rim of sea around it, so that every line closes; row 0 at the bottom.
std::vector<float> FineField(std::span<const float> values, int side, int fine, float sea) {
  const Axis axis(side, fine);
  const auto width = static_cast<size_t>(fine) + 3;
  std::vector<float> across(static_cast<size_t>(side) * (static_cast<size_t>(fine) + 1));
  const auto sum = [](const Axis::Place& place, auto&& value) {
    float total = 0;
    for (size_t k = 0; k < 4; ++k) total += place.weights[k] * value(place.cells[k]);
    return total;
  };
  for (int row = 0; row < side; ++row) {
    for (size_t i = 0; i < axis.places.size(); ++i) {
      across[static_cast<size_t>(row) * axis.places.size() + i] =
          sum(axis.places[i], [&](int cell) {
            return values[static_cast<size_t>(row) * static_cast<size_t>(side) +
                          static_cast<size_t>(cell)];
          });
    }
  }
  std::vector<float> field(width * width, sea);
  for (size_t j = 0; j < axis.places.size(); ++j) {
    const size_t row = axis.places.size() - j;  // from the bottom, above the rim
    for (size_t i = 0; i < axis.places.size(); ++i) {
      field[row * width + i + 1] = sum(axis.places[j], [&](int cell) {
        return across[static_cast<size_t>(cell) * axis.places.size() + i];
      });
    }
  }
  return field;
}

}  // namespace

std::vector<Contour> ContoursOf(std::span<const float> values, int side, float level,
                                Rect in_world) {
  const auto is_number = [](float value) { return std::isfinite(value); };
  if (side < 1 || side > kLargestSide || !is_number(level) ||
      values.size() != static_cast<size_t>(side) * static_cast<size_t>(side) ||
      !std::ranges::all_of(values, is_number)) {
    return {};
  }
  const int fine = side * std::clamp(kFineSide / side, 1, 16);
  const auto [low, high] = std::ranges::minmax(values);
  const float sea = std::min(low, level) - (high - low) - std::fabs(level) - 1;
  const std::vector<float> field = FineField(values, side, fine, sea);
  // In fine places from 0 to `fine`; the rim is one place further out, and what crosses it is
  // brought back to the border.
  const float edge = static_cast<float>(fine);
  const HeightGrid grid{{{-1.5f, -1.5f}, {edge + 1.5f, edge + 1.5f}}, fine + 3, fine + 3, field};
  const float cell = edge / static_cast<float>(side);
  std::vector<Contour> contours;
  std::vector<std::vector<Point2>> holes;
  for (std::vector<Point2>& loop : LinesAt(grid, level)) {
    for (Point2& at : loop) at = {std::clamp(at.x, 0.f, edge), std::clamp(at.y, 0.f, edge)};
    const float area = AreaOf(loop);
    if (std::fabs(area) < kSmallestShare * cell * cell) continue;
    if (area > 0) {
      contours.push_back({std::move(loop), {}});
    } else {
      holes.push_back(std::move(loop));
    }
  }
  for (std::vector<Point2>& hole : holes) {
    Contour* around = nullptr;
    for (Contour& contour : contours) {
      const bool is_closer = around == nullptr || AreaOf(contour.outline) < AreaOf(around->outline);
      if (is_closer && IsWithin(contour.outline, hole.front())) around = &contour;
    }
    if (around != nullptr) around->holes.push_back(std::move(hole));
  }
  const auto place = [&](std::vector<Point2>& loop) {
    for (Point2& at : loop) {
      at = {in_world.low.x + in_world.width() * at.x / edge,
            in_world.low.y + in_world.height() * at.y / edge};
    }
  };
  for (Contour& contour : contours) {
    place(contour.outline);
    for (std::vector<Point2>& hole : contour.holes) place(hole);
  }
  return contours;
}

void CutRoundCorners(const Rect& box, float radius, std::vector<Point2>& outline) {
  constexpr int kPieces = 12;  // of a side that begins or ends in a corner
  const Point2 middle = (box.low + box.high) * 0.5f;
  // From the middle of the corner's circle to the point, 0 along an axis where that is not in the
  // corner.
  const auto from_circle = [&](Point2 p) {
    const Point2 off = p - middle;
    const auto beyond = [&](float value, float half) {
      return std::copysign(std::max(std::fabs(value) - (half - radius), 0.f), value);
    };
    return Point2{beyond(off.x, box.width() / 2), beyond(off.y, box.height() / 2)};
  };
  const auto is_in_corner = [&](Point2 p) {
    const Point2 out = from_circle(p);
    return out.x != 0 && out.y != 0;
  };
  std::vector<Point2> cut;
  for (size_t i = 0; i < outline.size(); ++i) {
    const Point2 from = outline[i], to = outline[(i + 1) % outline.size()];
    const int pieces = is_in_corner(from) || is_in_corner(to) ? kPieces : 1;
    for (int piece = 0; piece < pieces; ++piece) {
      Point2 at = from + (to - from) * (static_cast<float>(piece) / static_cast<float>(pieces));
      const Point2 out = is_in_corner(at) ? from_circle(at) : Point2{};
      const float beyond = Length(out) - radius;
      if (beyond > 0) at = at - out * (beyond / Length(out));
      cut.push_back(at);
    }
  }
  outline = std::move(cut);
}

}  // namespace meander
