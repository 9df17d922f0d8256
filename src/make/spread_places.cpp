// See spread_places.h.
#include "make/spread_places.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr double kHalfWidth = 0.96;

}  // namespace

std::vector<Point2> Widened(std::vector<Point2> places, double aspect) {
  if (places.empty()) return places;
  double x = 0, y = 0;
  for (const Point2& place : places) {
    x += place.x;
    y += place.y;
  }
  x /= static_cast<double>(places.size());
  y /= static_cast<double>(places.size());
  double xx = 0, xy = 0, yy = 0;
  for (const Point2& place : places) {
    xx += (place.x - x) * (place.x - x);
    xy += (place.x - x) * (place.y - y);
    yy += (place.y - y) * (place.y - y);
  }
  // The axis of the greatest spread.
  const double turn = 0.5 * std::atan2(2 * xy, xx - yy);
  const double cosine = std::cos(turn), sine = std::sin(turn);
  struct Place {
    double x, y;
  };
  std::vector<Place> turned;
  Place low{1e9, 1e9}, high{-1e9, -1e9};
  for (const Point2& place : places) {
    const double dx = place.x - x, dy = place.y - y;
    turned.push_back({dx * cosine + dy * sine, dy * cosine - dx * sine});
    low = {std::min(low.x, turned.back().x), std::min(low.y, turned.back().y)};
    high = {std::max(high.x, turned.back().x), std::max(high.y, turned.back().y)};
  }
  const double by_x = 2 * kHalfWidth / std::max(high.x - low.x, 1e-9);
  const double by_y = 2 * kHalfWidth / aspect / std::max(high.y - low.y, 1e-9);
  for (size_t i = 0; i < places.size(); ++i) {
    places[i] = {static_cast<float>((turned[i].x - (low.x + high.x) / 2) * by_x),
                 static_cast<float>((turned[i].y - (low.y + high.y) / 2) * by_y)};
  }
  return places;
}

std::vector<Point2> PushedApart(std::vector<Point2> places, double least) {
  const auto wanted = static_cast<float>(least);
  for (int round = 0; round < kSpreadRounds; ++round) {
    bool has_moved = false;
    for (size_t i = 0; i < places.size(); ++i) {
      for (size_t j = i + 1; j < places.size(); ++j) {
        const Point2 way = places[j] - places[i];
        if (std::abs(way.x) >= wanted || std::abs(way.y) >= wanted) continue;
        const float distance = Length(way);
        if (distance >= wanted) continue;
        // Two on the very same place part along a line that only their numbers decide.
        const auto turn = static_cast<float>(i * 7 + j * 13);
        const Point2 along =
            distance > 1e-6f ? way * (1 / distance) : Point2{std::cos(turn), std::sin(turn)};
        const Point2 half = along * ((wanted - distance) * 0.5f);
        places[i] = places[i] - half;
        places[j] = places[j] + half;
        has_moved = true;
      }
    }
    if (!has_moved) break;
  }
  for (Point2& place : places) {
    place = {std::clamp(place.x, -1.f, 1.f), std::clamp(place.y, -1.f, 1.f)};
  }
  return places;
}

}  // namespace meander
