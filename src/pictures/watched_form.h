// A form that the reader watches come to be: a picture that grows for one unit, in this page. What
// has come of it, and which of its stills is looked at.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "canvas/scene.h"
#include "engine/protocol.h"

namespace meander {

inline constexpr uint16_t kFormSteps = 512;
inline constexpr uint8_t kFormSide_px = 112;
// What is kept of the way, so that it can be gone back to.
inline constexpr std::array<uint16_t, 5> kFormStills = {0, 64, 192, 352, kFormSteps};

struct FormStill {
  float value = 0;                             // how hard the unit fired
  std::shared_ptr<const PictureTable> pixels;  // null: still to come
};
struct WatchedForm {
  bool has_begun = false;  // else the rest says nothing
  uint8_t layer = 0;
  uint16_t channel = 0;
  uint32_t seed = 1;
  RequestId request = 0;  // under way; 0: it rests
  uint16_t step = 0;
  std::shared_ptr<const PictureTable> pixels;  // what has grown so far; null: nothing yet
  std::vector<float> values;                   // how hard it fired, the latest times it was told
  std::array<FormStill, kFormStills.size()> stills;
  int looked_at = -1;      // one of the stills; -1: what has grown so far
  ProgressReply progress;  // of the network on its way
  std::string problem;     // what broke it off, one sentence
  bool needs_consent = false;

  bool is_whole() const { return step >= kFormSteps; }
};

}  // namespace meander
