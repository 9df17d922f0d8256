// See log_mel.h.
#include "audio/log_mel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "audio/clip.h"

namespace meander {

float MelOf(float hz) { return static_cast<float>(2595 * std::log10(1 + double{hz} / 700)); }
float HzOf(float mel) { return static_cast<float>(700 * (std::pow(10.0, double{mel} / 2595) - 1)); }

float LogMel::MiddleOf(int band) const {
  const float low = MelOf(kLowestBand_hz), high = MelOf(kHighestBand_hz);
  return HzOf(low + (high - low) * static_cast<float>(band + 1) / static_cast<float>(bands_ + 1));
}

LogMel::LogMel(int bands) : bands_(bands), window_(kFrame_samples) {
  double sum = 0;
  for (size_t n = 0; n < kFrame_samples; ++n) {
    const double turn = static_cast<double>(n) / kFrame_samples;
    const double value = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * turn);
    window_[n] = static_cast<float>(value);
    sum += value;
  }
  // So that a full-scale sine in the middle of a bin has power 1 there.
  for (float& value : window_) value = static_cast<float>(value * 2 / sum);
  const float bin_hz = static_cast<float>(kSampleRate_hz) / kFrame_samples;
  for (int band = 0; band < bands; ++band) {
    const float middle = MiddleOf(band);
    const float low = std::min(MiddleOf(band - 1), middle - bin_hz);
    const float high = std::max(MiddleOf(band + 1), middle + bin_hz);
    Filter filter;
    for (size_t b = 0; b < kBins; ++b) {
      const float hz = bin_hz * static_cast<float>(b);
      if (hz <= low || hz >= high) continue;
      if (filter.weights.empty()) filter.first_bin = b;
      filter.weights.push_back(hz < middle ? (hz - low) / (middle - low)
                                           : (high - hz) / (high - middle));
    }
    filters_.push_back(std::move(filter));
  }
}

MelPicture LogMel::Of(std::span<const float> samples) {
  MelPicture picture;
  picture.bands = bands_;
  picture.frames = static_cast<int>((samples.size() + kHop_samples - 1) / kHop_samples);
  picture.db.reserve(static_cast<size_t>(picture.frames) * static_cast<size_t>(bands_));
  std::array<float, kFrame_samples> frame;
  std::array<float, kBins> power;
  for (size_t from = 0; from < samples.size(); from += kHop_samples) {
    for (size_t n = 0; n < kFrame_samples; ++n) {
      frame[n] = from + n < samples.size() ? samples[from + n] * window_[n] : 0;
    }
    fourier_.Power(frame, power);
    for (const Filter& filter : filters_) {
      double sum = 0;
      for (size_t i = 0; i < filter.weights.size(); ++i) {
        sum += double{filter.weights[i]} * double{power[filter.first_bin + i]};
      }
      picture.db.push_back(
          std::max(kFloor_db, static_cast<float>(10 * std::log10(std::max(sum, 1e-30)))));
    }
  }
  return picture;
}

}  // namespace meander
