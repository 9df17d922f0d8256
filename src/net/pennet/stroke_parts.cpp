// See stroke_parts.h.
#include "net/pennet/stroke_parts.h"

namespace meander {
namespace {

double ValueOf(const PenReading& reading, int a, int b) {
  const double of_a = double{reading.logits()[static_cast<size_t>(a)]};
  return b < 0 ? of_a : of_a - double{reading.logits()[static_cast<size_t>(b)]};
}
double ShareOf(const PenReading& reading, int sign) {
  return double{ClassShares(reading.logits())[static_cast<size_t>(sign)]};
}

}  // namespace

StrokeOcclusion::StrokeOcclusion(PenReading& reading, std::span<const PenStroke> strokes, int a,
                                 int b)
    : reading_(reading), strokes_(strokes), frame_(FrameOfStrokes(strokes)) {
  parts_.a = a;
  parts_.b = b;
  reading_.Look(std::vector<float>(kPenPictureSize));
  parts_.empty_value = ValueOf(reading_, a, b);
  parts_.empty_top = TopClasses(reading_.logits(), 1)[0];
  reading_.Look(DrawStrokes(strokes_, frame_));
  parts_.value = ValueOf(reading_, a, b);
  parts_.share = ShareOf(reading_, a);
  const int count = static_cast<int>(strokes.size());
  for (int i = 0; i < count; ++i) looks_.push_back({i, -1});
  for (int i = 0; i < count && strokes.size() <= kMostStrokesInPairs; ++i) {
    for (int j = i + 1; j < count; ++j) looks_.push_back({i, j});
  }
}

bool StrokeOcclusion::Step() {
  if (done_ == looks_.size()) return false;
  const Left left = looks_[done_++];
  std::vector<bool> left_out(strokes_.size());
  left_out[static_cast<size_t>(left.stroke)] = true;
  if (left.other >= 0) left_out[static_cast<size_t>(left.other)] = true;
  reading_.Look(DrawStrokes(strokes_, frame_, left_out));
  StrokePart part{left.stroke, left.other};
  part.value = ValueOf(reading_, parts_.a, parts_.b);
  part.loss = parts_.value - part.value;
  part.share = ShareOf(reading_, parts_.a);
  part.top = TopClasses(reading_.logits(), 1)[0];
  (left.other < 0 ? parts_.single : parts_.pairs).push_back(part);
  if (done_ < looks_.size()) return true;
  reading_.Look(DrawStrokes(strokes_, frame_));
  return false;
}

StrokeParts FindStrokeParts(PenReading& reading, std::span<const PenStroke> strokes, int a, int b) {
  StrokeOcclusion occlusion(reading, strokes, a, b);
  while (occlusion.Step()) {
  }
  return occlusion.parts();
}

}  // namespace meander
