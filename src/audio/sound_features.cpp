// See sound_features.h.
#include "audio/sound_features.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

// dB above the floor that hangs below the loudest.
void Raise(MelPicture& picture) {
  if (picture.db.empty()) return;
  const float floor = *std::ranges::max_element(picture.db) - kReach_db;
  for (float& db : picture.db) db = std::max(0.f, db - floor);
}

}  // namespace

SoundFeatures FeatureReader::Of(const Clip& clip) {
  SoundFeatures features;
  if (clip.samples.empty()) return features;
  MelPicture all = statistic_bands_.Of(clip.samples);
  Raise(all);
  for (int band = 0; band < kStatisticBands; ++band) {
    double sum = 0, squares = 0;
    float most = 0;
    for (int frame = 0; frame < all.frames; ++frame) {
      const float db = all.At(frame, band);
      sum += double{db};
      squares += double{db} * double{db};
      most = std::max(most, db);
    }
    const double mean = sum / all.frames;
    const auto at = static_cast<size_t>(band);
    features.statistics[at] = static_cast<float>(mean);
    features.statistics[kStatisticBands + at] =
        static_cast<float>(std::sqrt(std::max(0.0, squares / all.frames - mean * mean)));
    features.statistics[2 * kStatisticBands + at] = most;
  }
  features.statistics.back() =
      static_cast<float>(std::log(static_cast<double>(clip.samples.size()) / kSampleRate_hz));

  MelPicture begin = patch_bands_.Of(clip.samples);
  Raise(begin);
  for (int slot = 0; slot < kPatchSlots; ++slot) {
    const int first = slot * kPatchFrames / kPatchSlots;
    const int last = (slot + 1) * kPatchFrames / kPatchSlots;
    for (int band = 0; band < kPatchBands; ++band) {
      float sum = 0;
      for (int frame = first; frame < std::min(last, begin.frames); ++frame) {
        sum += begin.At(frame, band);
      }
      features.patch[static_cast<size_t>(slot * kPatchBands + band)] =
          sum / static_cast<float>(last - first);
    }
  }
  return features;
}

}  // namespace meander
