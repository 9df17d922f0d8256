// See lay_over.h.
#include "make/lay_over.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

Rect BoxOf(std::span<const Point2> places) {
  Rect box{places[0], places[0]};
  for (const Point2 place : places) {
    box.low = {std::min(box.low.x, place.x), std::min(box.low.y, place.y)};
    box.high = {std::max(box.high.x, place.x), std::max(box.high.y, place.y)};
  }
  return box;
}

struct Mean {
  double x = 0, y = 0;
};
Mean MeanOf(std::span<const Point2> places) {
  Mean mean;
  for (const Point2 place : places) {
    mean.x += place.x;
    mean.y += place.y;
  }
  const auto count = static_cast<double>(places.size());
  return {mean.x / count, mean.y / count};
}

// In the plane the best turn has a closed form: with the points as complex numbers it is the
// direction of Σ reference · conj(place), and the larger sum is the nearer fit.
struct Turn {
  double cosine = 0, sine = 0;
};
Turn BestTurn(std::span<const Point2> reference, std::span<const Point2> places, double mirror) {
  const Mean to = MeanOf(reference), from = MeanOf(places);
  Turn turn;
  for (size_t i = 0; i < places.size(); ++i) {
    const double x = (places[i].x - from.x) * mirror, y = places[i].y - from.y;
    const double u = reference[i].x - to.x, v = reference[i].y - to.y;
    turn.cosine += u * x + v * y;
    turn.sine += v * x - u * y;
  }
  return turn;
}

}  // namespace

std::vector<Point2> LaidOver(std::span<const Point2> reference, std::span<const Point2> places) {
  if (places.empty()) return {};
  const Turn plain = BestTurn(reference, places, 1), mirrored = BestTurn(reference, places, -1);
  const double plain_fit = std::hypot(plain.cosine, plain.sine);
  const double mirrored_fit = std::hypot(mirrored.cosine, mirrored.sine);
  const bool is_mirrored = mirrored_fit > plain_fit;
  const Turn& turn = is_mirrored ? mirrored : plain;
  const double fit = std::max(std::max(plain_fit, mirrored_fit), 1e-30);
  const double c = fit > 1e-30 ? turn.cosine / fit : 1, s = fit > 1e-30 ? turn.sine / fit : 0;
  std::vector<Point2> turned;
  for (const Point2 place : places) {
    const double x = is_mirrored ? -place.x : place.x, y = place.y;
    turned.push_back({static_cast<float>(c * x - s * y), static_cast<float>(s * x + c * y)});
  }
  const Rect from = BoxOf(turned), to = BoxOf(reference);
  const float scale = std::min(to.width() / std::max(from.width(), 1e-6f),
                               to.height() / std::max(from.height(), 1e-6f));
  const Point2 middle = (from.low + from.high) * 0.5f, target = (to.low + to.high) * 0.5f;
  for (Point2& place : turned) place = target + (place - middle) * scale;
  return turned;
}

}  // namespace meander
