// A drawing as the room keeps it: strokes on a sheet of 1024 by 1024 places, y down. What links,
// packs and the room's engine carry is this, so that a drawing is the same one everywhere.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr uint16_t kSheetSide = 1024;
struct InkPoint {
  uint16_t x = 0, y = 0;  // below kSheetSide
  bool operator==(const InkPoint&) const = default;
};
using InkStroke = std::vector<InkPoint>;  // at least one point; one by itself is a dot
using Ink = std::vector<InkStroke>;

inline constexpr size_t kMostInkStrokes = 32, kMostInkPoints = 2000;  // points: of all strokes

size_t InkPointCount(const Ink& ink);
// The box about all points, those at its sides within it; most_x < 0: there are none.
struct InkBox {
  int least_x = kSheetSide, least_y = kSheetSide, most_x = -1, most_y = -1;
};
InkBox BoxOfInk(const Ink& ink);
// Not too many strokes or points, none empty, none off the sheet.
bool IsInk(const Ink& ink);

// Varints: how many strokes, and of each how many points, where it begins, and how far it goes from
// point to point.
void PutInk(ByteWriter& out, const Ink& ink);
// Marks the reader bad where what is read is no ink.
Ink GetInk(ByteReader& in);

}  // namespace meander
