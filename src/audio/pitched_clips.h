// Clips at other pitches, made once and kept while they are played: an hour of a beat resamples
// each of its sounds once.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "audio/clip.h"

namespace meander {

class PitchedClips {
 public:
  using Samples = std::shared_ptr<const std::vector<float>>;

  // `clip` so many semitones higher, and by so much shorter. The clip itself for 0. Keeps the last
  // 32 it made.
  Samples Get(const std::shared_ptr<const Clip>& clip, int semitones);

 private:
  struct Kept {
    std::shared_ptr<const Clip> clip;  // held, so that no other clip can come to lie at its address
    int semitones = 0;
    Samples samples;
    uint64_t used = 0;
  };
  std::vector<Kept> kept_;
  uint64_t uses_ = 0;
};

}  // namespace meander
