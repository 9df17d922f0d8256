// How a letter's moving picture goes: twelve pictures, the first the whole one, for programs that
// show no other; then the way to it from its beginning.
#pragma once

#include <array>
#include <vector>

namespace meander {

struct MotionStep {
  float at;      // as for Room::BuildFigureAt
  int delay_cs;  // how long it stands
};

inline std::array<MotionStep, 12> LetterMotion() {
  std::array<MotionStep, 12> steps{};
  constexpr int kLast = 11;
  for (int i = 1; i <= kLast; ++i) {
    steps[static_cast<size_t>(i)] = {static_cast<float>(i - 1) / (kLast - 1), 55};
  }
  steps[0] = {1, 250};
  steps[kLast] = {1, 350};
  return steps;
}

inline std::vector<int> MotionDelays() {
  std::vector<int> delays;
  for (const MotionStep& step : LetterMotion()) delays.push_back(step.delay_cs);
  return delays;
}

}  // namespace meander
