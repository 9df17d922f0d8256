// The straight way between two lines, and where other lines lie along it.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "space/line_space.h"

namespace meander {

using CosinePairs = std::vector<std::pair<int16_t, int16_t>>;  // to one end and to the other

struct PlaceOnWay {
  int progress = 0;   // 0 … 255 from the one end to the other, by angle
  int departure = 0;  // degrees off the way; the sign says on which side
  // Half degrees towards the hinge, or away from it: what of the departure can be drawn on a strip.
  // Most of the way's surroundings lie in directions of their own, so this is small where
  // `departure` is large. 0 where no row was given.
  int across = 0;
  friend bool operator==(const PlaceOnWay&, const PlaceOnWay&) = default;
};

// The great circle through two lines. Sides are told by a third line, the hinge, which lies on the
// positive one.
class Way {
 public:
  // Cosines of the ends, and of the hinge to both.
  Way(int32_t a_to_b, MixedRow hinge, int32_t hinge_to_a, int32_t hinge_to_b);

  PlaceOnWay PlaceOf(int32_t to_a, int32_t to_b, const MixedRow& row) const;
  // Without a side: departure ≥ 0.
  PlaceOnWay PlaceOf(int32_t to_a, int32_t to_b) const;
  // Indices of the pairs nearest to the way and between its ends, nearest first, at most `count`.
  std::vector<uint32_t> NearestTo(const CosinePairs& cosines, size_t count) const;

 private:
  // Coordinates in the way's plane: along a, and at a right angle to it towards b.
  std::pair<double, double> InPlane(int32_t to_a, int32_t to_b) const;

  double cosine_, sine_, whole_;  // of the ends, and their angle in radians
  MixedRow hinge_;
  std::pair<double, double> hinge_in_plane_;
};

// The point at `share` (0 … 1) of a way whose ends are `ends_angle` radians apart (Shoemake's
// slerp, 1985). What is near it needs no more than the cosines to the ends.
class PointOnWay {
 public:
  PointOnWay(double ends_angle, double share);

  int32_t CosineTo(std::pair<int16_t, int16_t> cosines) const;
  // Indices of the pairs nearest to the point, nearest first and the smaller of equals, at most
  // `count`; of all, or of those named.
  std::vector<uint32_t> Nearest(const CosinePairs& cosines, size_t count) const;
  std::vector<uint32_t> NearestAmong(const CosinePairs& cosines, std::span<const uint32_t> indices,
                                     size_t count) const;

 private:
  int32_t weight_a_, weight_b_;  // kCosineOne for 1
};

// The lines that may be stops, counted through: lines of several ranges as indices 0 … size() - 1.
class AllowedLines {
 public:
  using Range = std::pair<uint32_t, uint32_t>;  // [first, last)
  explicit AllowedLines(std::vector<Range> ranges) : ranges_(std::move(ranges)) {}

  const std::vector<Range>& ranges() const { return ranges_; }
  uint32_t size() const;
  // size() for a line that is not among them.
  uint32_t IndexOf(uint32_t line) const;
  uint32_t LineAt(uint32_t index) const;  // index < size()

 private:
  std::vector<Range> ranges_;
};

}  // namespace meander
