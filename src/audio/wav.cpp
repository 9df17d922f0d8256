// See wav.h. The header is the canonical one of 44 bytes.
#include "audio/wav.h"

#include <algorithm>
#include <cmath>

#include "audio/clip.h"
#include "base/bytes.h"

namespace meander {
namespace {

int16_t StepOf(float sample) {
  if (!std::isfinite(sample)) return 0;
  return static_cast<int16_t>(std::lround(std::clamp(sample, -1.f, 1.f) * 32767));
}

}  // namespace

std::vector<uint8_t> WriteWav(std::span<const float> left, std::span<const float> right) {
  constexpr uint16_t kPcm = 1, kChannels = 2, kBits = 16, kFrame_bytes = kChannels * kBits / 8;
  const size_t count = std::min(left.size(), right.size());
  const auto data_bytes = static_cast<uint32_t>(count * kFrame_bytes);
  ByteWriter out;
  out.PutBytes(AsBytes("RIFF"));
  out.Put(uint32_t{36} + data_bytes);
  out.PutBytes(AsBytes("WAVEfmt "));
  out.Put(uint32_t{16});
  out.Put(kPcm);
  out.Put(kChannels);
  out.Put(uint32_t{kSampleRate_hz});
  out.Put(uint32_t{kSampleRate_hz} * kFrame_bytes);
  out.Put(kFrame_bytes);
  out.Put(kBits);
  out.PutBytes(AsBytes("data"));
  out.Put(data_bytes);
  for (size_t i = 0; i < count; ++i) {
    out.Put(StepOf(left[i]));
    out.Put(StepOf(right[i]));
  }
  return out.Take();
}

}  // namespace meander
