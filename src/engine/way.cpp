// See way.h.
#include "engine/way.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"

namespace meander {
namespace {

constexpr double kDegrees = 57.29577951308232;

int32_t Whole(double cosine) {
  return static_cast<int32_t>(std::clamp(cosine, -1.0, 1.0) * kCosineOne);
}

// Smaller is nearer; the index breaks ties.
uint64_t KeyOf(uint32_t nearness, uint32_t index) { return uint64_t{~nearness} << 32 | index; }

// The indices of the `count` smallest keys, smallest first.
std::vector<uint32_t> NearestKeys(std::vector<uint64_t>& keys, size_t count) {
  SortSmallest(keys, count);
  std::vector<uint32_t> indices;
  for (size_t i = 0; i < std::min(keys.size(), count); ++i) {
    indices.push_back(static_cast<uint32_t>(keys[i]));
  }
  return indices;
}

}  // namespace

Way::Way(int32_t a_to_b, MixedRow hinge, int32_t hinge_to_a, int32_t hinge_to_b)
    : cosine_(static_cast<double>(a_to_b) / kCosineOne),
      sine_(std::sqrt(std::max(1e-4, 1 - cosine_ * cosine_))),
      whole_(std::max(1e-2, RadiansOf(ArcCosine(a_to_b)))),
      hinge_(std::move(hinge)),
      hinge_in_plane_(InPlane(hinge_to_a, hinge_to_b)) {}

std::pair<double, double> Way::InPlane(int32_t to_a, int32_t to_b) const {
  const double u = static_cast<double>(to_a) / kCosineOne;
  const double v = (static_cast<double>(to_b) / kCosineOne - u * cosine_) / sine_;
  return {u, v};
}

PlaceOnWay Way::PlaceOf(int32_t to_a, int32_t to_b) const {
  const auto [u, v] = InPlane(to_a, to_b);
  const double length = std::sqrt(u * u + v * v);
  PlaceOnWay place;
  place.departure = static_cast<int>(RadiansOf(ArcCosine(Whole(length))) * kDegrees + .5);
  if (length < 1e-6 || v <= 0) return place;
  const double angle = RadiansOf(ArcCosine(Whole(u / length)));
  place.progress = static_cast<int>(std::clamp(angle / whole_, 0.0, 1.0) * 255 + .5);
  return place;
}

PlaceOnWay Way::PlaceOf(int32_t to_a, int32_t to_b, const MixedRow& row) const {
  PlaceOnWay place = PlaceOf(to_a, to_b);
  const auto [u, v] = InPlane(to_a, to_b);
  const double beside = static_cast<double>(CosineOf(row, hinge_)) / kCosineOne -
                        (u * hinge_in_plane_.first + v * hinge_in_plane_.second);
  if (beside < 0) place.departure = -place.departure;
  const auto [hinge_u, hinge_v] = hinge_in_plane_;
  const double reach = std::sqrt(std::max(1e-4, 1 - hinge_u * hinge_u - hinge_v * hinge_v));
  const double off = kDegrees * (std::acos(-1.0) / 2 - RadiansOf(ArcCosine(Whole(beside / reach))));
  place.across = static_cast<int>(std::clamp(std::floor(2 * off + .5), -127.0, 127.0));
  return place;
}

std::vector<uint32_t> Way::NearestTo(const CosinePairs& cosines, size_t count) const {
  std::vector<uint64_t> keys;
  for (uint32_t i = 0; i < cosines.size(); ++i) {
    const auto [to_a, to_b] = cosines[i];
    const auto [u, v] = InPlane(to_a, to_b);
    // Between the ends: on b's side of a, and on a's side of b.
    if (v < 0 || to_a < cosine_ * to_b) continue;
    keys.push_back(KeyOf(static_cast<uint32_t>((u * u + v * v) * (1 << 28)), i));
  }
  return NearestKeys(keys, count);
}

PointOnWay::PointOnWay(double ends_angle, double share) {
  const double sine = std::max(0.02, SineOf(ends_angle));
  weight_a_ = static_cast<int32_t>(SineOf((1 - share) * ends_angle) / sine * kCosineOne);
  weight_b_ = static_cast<int32_t>(SineOf(share * ends_angle) / sine * kCosineOne);
}

int32_t PointOnWay::CosineTo(std::pair<int16_t, int16_t> cosines) const {
  const int64_t sum = int64_t{cosines.first} * weight_a_ + int64_t{cosines.second} * weight_b_;
  return static_cast<int32_t>(sum >> 14);
}

std::vector<uint32_t> PointOnWay::Nearest(const CosinePairs& cosines, size_t count) const {
  std::vector<uint32_t> all(cosines.size());
  for (uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  return NearestAmong(cosines, all, count);
}

std::vector<uint32_t> PointOnWay::NearestAmong(const CosinePairs& cosines,
                                               std::span<const uint32_t> indices,
                                               size_t count) const {
  constexpr int32_t kLift = 1 << 30;  // above any cosine's magnitude: weights are below 64
  std::vector<uint64_t> keys;
  keys.reserve(indices.size());
  for (const uint32_t index : indices) {
    keys.push_back(KeyOf(static_cast<uint32_t>(CosineTo(cosines[index]) + kLift), index));
  }
  return NearestKeys(keys, count);
}

uint32_t AllowedLines::size() const {
  uint32_t size = 0;
  for (const auto& [first, last] : ranges_) size += last - first;
  return size;
}

uint32_t AllowedLines::IndexOf(uint32_t line) const {
  uint32_t before = 0;
  for (const auto& [first, last] : ranges_) {
    if (line >= first && line < last) return before + (line - first);
    before += last - first;
  }
  return before;
}

uint32_t AllowedLines::LineAt(uint32_t index) const {
  for (const auto& [first, last] : ranges_) {
    if (index < last - first) return first + index;
    index -= last - first;
  }
  return 0xFFFFFFFFu;
}

}  // namespace meander
