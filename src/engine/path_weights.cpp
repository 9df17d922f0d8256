// See path_weights.h.
#include "engine/path_weights.h"

#include <algorithm>

namespace meander {

PathWeights WeightsOf(int scenic) {
  // 50 is what the bench and its reader chose.
  PathWeights weights;
  constexpr int kSteps[] = {0, 0, 0, 0, 0, 0, 2, 8, 32, 100, 256};
  constexpr int kWidest[] = {100, 97, 93, 88, 82, 76, 76, 75, 74, 73, 72};
  const int notch = std::clamp(scenic, 0, 100) / 10;
  weights.step = kSteps[notch];
  weights.widest = kWidest[notch];
  return weights;
}

uint32_t CostOfAngle(int32_t angle, int sixteenths) {
  return static_cast<uint32_t>(angle) * 4u * static_cast<uint32_t>(sixteenths) / 16;
}
uint32_t CostOfFarther(int32_t beyond, int sixteenths) {
  const auto square = static_cast<uint64_t>(beyond) * static_cast<uint64_t>(beyond);  // ≤ 2²⁸
  return static_cast<uint32_t>(square * static_cast<uint64_t>(sixteenths) >> 14);
}
uint32_t CostOfStep(int32_t angle, int sixteenths) {
  const auto square = static_cast<uint64_t>(angle) * static_cast<uint64_t>(angle);  // ≤ 2²⁸
  const uint64_t fourth = (square * square) >> 34;
  return static_cast<uint32_t>(fourth * static_cast<uint64_t>(sixteenths) / 16);
}
uint32_t CostOfWidth(int32_t angle, int32_t widest, const PathWeights& weights) {
  return angle <= widest ? 0
                         : static_cast<uint32_t>(int64_t{angle - widest} * weights.too_wide / 16);
}
uint32_t CostOfGain(int32_t gain, int32_t least, const PathWeights& weights) {
  const int32_t missing = least - gain;
  return missing <= 0
             ? 0
             : static_cast<uint32_t>(missing) * static_cast<uint32_t>(weights.backwards) / 16;
}

uint32_t CostOfEcho(int shared, const PathWeights& weights) {
  return static_cast<uint32_t>(int64_t{kCosineOne} * weights.echo * (100 - shared) / 1600);
}
uint32_t CostOfLetters(int shared, int share, const PathWeights& weights) {
  return static_cast<uint32_t>(int64_t{kCosineOne} * weights.letters / 16 * (100 - shared) * share /
                               10000);
}

}  // namespace meander
