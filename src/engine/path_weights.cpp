// See path_weights.h.
#include "engine/path_weights.h"

#include <algorithm>

namespace meander {

PathWeights WeightsOf(int scenic) {
  // 50 is what the bench chose; towards either end the dial shifts by up to eight times.
  PathWeights weights;
  constexpr int kSteps[] = {4, 6, 8, 12, 18, 32, 48, 72, 108, 160, 256};
  weights.step = kSteps[std::clamp(scenic, 0, 100) / 10];
  return weights;
}

uint32_t CostOfAngle(int32_t angle, int sixteenths) {
  return static_cast<uint32_t>(angle) * 4u * static_cast<uint32_t>(sixteenths) / 16;
}
uint32_t CostOfStep(int32_t angle, int sixteenths) {
  const auto square = static_cast<uint64_t>(angle) * static_cast<uint64_t>(angle);  // ≤ 2²⁸
  const uint64_t fourth = (square * square) >> 34;
  return static_cast<uint32_t>(fourth * static_cast<uint64_t>(sixteenths) / 16);
}
uint32_t CostOfGain(int32_t gain, int32_t least, const PathWeights& weights) {
  const int32_t missing = least - gain;
  return missing <= 0
             ? 0
             : static_cast<uint32_t>(missing) * static_cast<uint32_t>(weights.backwards) / 16;
}

uint32_t CostOfLetters(int shared, int share, const PathWeights& weights) {
  return static_cast<uint32_t>(int64_t{kCosineOne} * weights.letters / 16 * (100 - shared) * share /
                               10000);
}

}  // namespace meander
