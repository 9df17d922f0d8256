// Points and rectangles of the plane a map is drawn in.
#pragma once

#include <cmath>

namespace meander {

// World units: the map lies in [-1, 1]², y up. Screen points use the same type with y down, and say
// so in their name (…_px).
struct Point2 {
  float x = 0;
  float y = 0;

  friend Point2 operator+(Point2 a, Point2 b) { return {a.x + b.x, a.y + b.y}; }
  friend Point2 operator-(Point2 a, Point2 b) { return {a.x - b.x, a.y - b.y}; }
  friend Point2 operator*(Point2 a, float s) { return {a.x * s, a.y * s}; }
  friend bool operator==(Point2, Point2) = default;
};

inline float Dot(Point2 a, Point2 b) { return a.x * b.x + a.y * b.y; }
inline float Length(Point2 a) { return std::sqrt(Dot(a, a)); }
inline float Distance(Point2 a, Point2 b) { return Length(a - b); }

struct Rect {
  Point2 low;   // smallest x and y
  Point2 high;  // largest x and y

  float width() const { return high.x - low.x; }
  float height() const { return high.y - low.y; }
  bool Contains(Point2 p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y;
  }
  bool Overlaps(const Rect& other) const {
    return low.x < other.high.x && other.low.x < high.x && low.y < other.high.y &&
           other.low.y < high.y;
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace meander
