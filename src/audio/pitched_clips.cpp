// See pitched_clips.h.
#include "audio/pitched_clips.h"

#include <algorithm>
#include <cmath>

#include "audio/resample.h"

namespace meander {
namespace {

constexpr size_t kMostKept = 32;

}  // namespace

PitchedClips::Samples PitchedClips::Get(const std::shared_ptr<const Clip>& clip, int semitones) {
  if (semitones == 0) return {clip, &clip->samples};
  for (Kept& kept : kept_) {
    if (kept.clip != clip || kept.semitones != semitones) continue;
    kept.used = ++uses_;
    return kept.samples;
  }
  const double rate = std::exp2(semitones / 12.0);
  auto samples = std::make_shared<const std::vector<float>>(
      Resample(clip->samples, kSampleRate_hz * rate, kSampleRate_hz));
  if (kept_.size() == kMostKept) {
    kept_.erase(std::ranges::min_element(kept_, {}, &Kept::used));
  }
  kept_.push_back({clip, semitones, samples, ++uses_});
  return samples;
}

}  // namespace meander
