// See ink.h.
#include "pack/ink.h"

#include <algorithm>

namespace meander {
namespace {

// 0, -1, 1, -2 … as 0, 1, 2, 3 …: what is near is short.
uint64_t Folded(int way) {
  return way < 0 ? static_cast<uint64_t>(-way) * 2 - 1 : static_cast<uint64_t>(way) * 2;
}
int Unfolded(uint64_t folded) {
  const int half = static_cast<int>(folded / 2);
  return folded % 2 == 1 ? -half - 1 : half;
}

// One more than a step of the sheet's whole width, either way.
constexpr uint64_t kMostFolded = 2 * uint64_t{kSheetSide};

// A place that lies as far from `from` as is read; off the sheet: bad.
uint16_t NextPlace(ByteReader& in, uint16_t from) {
  const uint64_t folded = in.GetVarint();
  const int place = folded < kMostFolded ? from + Unfolded(folded) : -1;
  if (place < 0 || place >= kSheetSide) {
    in.MarkBad();
    return 0;
  }
  return static_cast<uint16_t>(place);
}

}  // namespace

size_t InkPointCount(const Ink& ink) {
  size_t count = 0;
  for (const InkStroke& stroke : ink) count += stroke.size();
  return count;
}

InkBox BoxOfInk(const Ink& ink) {
  InkBox box;
  for (const InkStroke& stroke : ink) {
    for (const InkPoint point : stroke) {
      box.least_x = std::min<int>(box.least_x, point.x);
      box.least_y = std::min<int>(box.least_y, point.y);
      box.most_x = std::max<int>(box.most_x, point.x);
      box.most_y = std::max<int>(box.most_y, point.y);
    }
  }
  return box;
}

bool IsInk(const Ink& ink) {
  return ink.size() <= kMostInkStrokes && InkPointCount(ink) <= kMostInkPoints &&
         std::ranges::all_of(ink, [](const InkStroke& stroke) {
           return !stroke.empty() && std::ranges::all_of(stroke, [](InkPoint point) {
             return point.x < kSheetSide && point.y < kSheetSide;
           });
         });
}

void PutInk(ByteWriter& out, const Ink& ink) {
  out.PutVarint(ink.size());
  for (const InkStroke& stroke : ink) {
    out.PutVarint(stroke.size());
    InkPoint before;
    for (const InkPoint point : stroke) {
      out.PutVarint(Folded(point.x - before.x));
      out.PutVarint(Folded(point.y - before.y));
      before = point;
    }
  }
}

Ink GetInk(ByteReader& in) {
  Ink ink;
  size_t left = kMostInkPoints;
  const size_t strokes = in.GetCount(3);
  if (strokes > kMostInkStrokes) in.MarkBad();
  for (size_t i = 0; i < strokes && in.ok(); ++i) {
    const size_t count = in.GetCount(2);
    if (count == 0 || count > left) in.MarkBad();
    if (!in.ok()) break;
    left -= count;
    InkStroke& stroke = ink.emplace_back();
    InkPoint at;
    for (size_t p = 0; p < count && in.ok(); ++p) {
      at.x = NextPlace(in, at.x);
      at.y = NextPlace(in, at.y);
      stroke.push_back(at);
    }
  }
  return in.ok() ? ink : Ink{};
}

}  // namespace meander
