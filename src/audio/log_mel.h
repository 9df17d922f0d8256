// A sound as a picture: how loud each band of pitch is, frame after frame.
#pragma once

#include <span>
#include <vector>

#include "audio/fourier.h"

namespace meander {

inline constexpr int kHop_samples = 256;  // 5.8 ms from frame to frame
inline constexpr float kLowestBand_hz = 30, kHighestBand_hz = 16000;
inline constexpr float kFloor_db = -100;

// Pitch as ears have it: mel = 2595 log10(1 + f / 700) (O'Shaughnessy 1987, as in HTK).
float MelOf(float hz);
float HzOf(float mel);

// [frames][bands], in dB; 0 dB is a full-scale sine in the middle of a band.
struct MelPicture {
  int bands = 0, frames = 0;
  std::vector<float> db;
  float At(int frame, int band) const {
    return db[static_cast<size_t>(frame) * static_cast<size_t>(bands) + static_cast<size_t>(band)];
  }
};

// Frame t holds samples [256 t, 256 t + 1024), with zeros after the end, under a Hann window: its
// power goes through triangular filters whose middles are evenly spaced in mel, each at least one
// bin wide to either side; then 10 log10, not below kFloor_db.
class LogMel {
 public:
  explicit LogMel(int bands);
  MelPicture Of(std::span<const float> samples);
  float MiddleOf(int band) const;  // Hz

 private:
  struct Filter {
    size_t first_bin = 0;
    std::vector<float> weights;
  };
  int bands_;
  Fourier fourier_;
  std::vector<float> window_;
  std::vector<Filter> filters_;
};

}  // namespace meander
