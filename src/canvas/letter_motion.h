// How a letter's moving picture goes: twelve pictures, the first the whole one, for programs that
// show no other; then the way to it from its beginning.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "canvas/gif.h"
#include "canvas/png.h"
#include "canvas/room.h"

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

// What programs for letters take without a word.
inline constexpr size_t kMostLetterBytes = 300'000, kMostMotionBytes = 1'000'000;

// The moving picture of a room's state, so wide; draw(Figure) → Result<Picture>.
template <class Draw>
Result<std::vector<uint8_t>> MotionGifOfWidth(const Room& room, float width_px, Draw draw) {
  std::vector<Picture> pictures;
  std::vector<int> delays;
  const float height_px = width_px * (kLetterHeight_px / kLetterWidth_px);
  for (const MotionStep& step : LetterMotion()) {
    TRY(Picture picture, draw(room.BuildFigureAt(step.at, width_px, height_px)));
    pictures.push_back(std::move(picture));
    delays.push_back(step.delay_cs);
  }
  return WriteGif(pictures, delays);
}

// Half as wide as the still one, and narrower where it would weigh too much.
template <class Draw>
Result<std::vector<uint8_t>> MotionGif(const Room& room, Draw draw) {
  std::vector<uint8_t> gif;
  for (const float width_px : {600.f, 480.f, 360.f}) {
    TRY(gif, MotionGifOfWidth(room, width_px, draw));
    if (gif.size() <= kMostMotionBytes) break;
  }
  return gif;
}

}  // namespace meander
