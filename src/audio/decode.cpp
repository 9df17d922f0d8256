// See decode.h.
#include "audio/decode.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string_view>

#include "audio/miniaudio_part.h"
#include "audio/resample.h"

namespace meander {
namespace {

constexpr size_t kBlockFrames = 4096;
constexpr ma_uint32 kLowestRate_hz = 4000, kHighestRate_hz = 384'000, kMostChannels = 64;
constexpr float kHeard = 0.001f;  // -60 dBFS

bool BeginsWith(ByteSpan file, std::string_view magic, size_t at = 0) {
  return file.size() >= at + magic.size() && AsText(file.subspan(at, magic.size())) == magic;
}

// By its first bytes; the decoders themselves find music in anything.
std::optional<ma_encoding_format> FormatOf(ByteSpan file) {
  for (const std::string_view magic : {"RIFF", "RIFX", "RF64"}) {
    if (BeginsWith(file, magic) && BeginsWith(file, "WAVE", 8)) return ma_encoding_format_wav;
  }
  if (BeginsWith(file, "FORM") && BeginsWith(file, "AIF", 8)) return ma_encoding_format_wav;
  if (BeginsWith(file, "fLaC")) return ma_encoding_format_flac;
  if (BeginsWith(file, "OggS")) return ma_encoding_format_vorbis;
  if (BeginsWith(file, "ID3")) return ma_encoding_format_mp3;
  if (file.size() > 4 && file[0] == 0xFF && (file[1] & 0xE6) == 0xE2) return ma_encoding_format_mp3;
  return std::nullopt;
}

struct Closer {
  void operator()(ma_decoder* decoder) const {
    ma_decoder_uninit(decoder);
    delete decoder;
  }
};
using Decoder = std::unique_ptr<ma_decoder, Closer>;

Decoder OpenDecoder(ByteSpan file, ma_encoding_format format) {
  ma_decoder_config config = ma_decoder_config_init(ma_format_f32, 0, 0);
  config.encodingFormat = format;
  auto* decoder = new ma_decoder;
  if (ma_decoder_init_memory(file.data(), file.size(), &config, decoder) != MA_SUCCESS) {
    delete decoder;
    return nullptr;
  }
  return Decoder(decoder);
}

std::unexpected<Error> NotASound() {
  return Fail(ErrorCode::kInvalidInput,
              "This is not a sound that can be read here; WAV, FLAC, MP3 and Ogg Vorbis can.");
}

struct Limits {
  size_t listened_s, decoded_s;
  bool skip_silence;
};

Result<Clip> Decode(ByteSpan file, ma_encoding_format format, const Limits& limits) {
  const Decoder decoder = OpenDecoder(file, format);
  if (decoder == nullptr) return NotASound();
  const ma_uint32 channels = decoder->outputChannels, rate = decoder->outputSampleRate;
  if (channels == 0 || channels > kMostChannels || rate < kLowestRate_hz || rate > kHighestRate_hz)
    return NotASound();
  std::vector<float> block(kBlockFrames * channels), mono;
  size_t listened = 0;
  const size_t most = limits.decoded_s * rate;
  float loudest = 0;
  while (listened < limits.listened_s * rate && mono.size() < most) {
    ma_uint64 frames = 0;
    const ma_result result =
        ma_decoder_read_pcm_frames(decoder.get(), block.data(), kBlockFrames, &frames);
    if (frames == 0 || frames > kBlockFrames) break;
    listened += frames;
    const size_t kept = mono.size();
    for (size_t i = 0; i < frames; ++i) {
      float sum = 0;
      for (size_t c = 0; c < channels; ++c) sum += block[i * channels + c];
      const float sample = sum / static_cast<float>(channels);
      mono.push_back(std::isfinite(sample) ? std::clamp(sample, -4.f, 4.f) : 0.f);
      loudest = std::max(loudest, std::abs(mono.back()));
    }
    // Nothing heard yet: one block before the sound is enough.
    if (limits.skip_silence && loudest < kHeard) {
      mono.erase(mono.begin(), mono.begin() + static_cast<ptrdiff_t>(kept));
    }
    if (result != MA_SUCCESS) break;
  }
  if (listened == 0) return NotASound();
  if (loudest < kHeard) {
    return Fail(ErrorCode::kNotFound, "This file is silent; there is nothing in it to place.");
  }
  return Clip{Resample(mono, rate, kSampleRate_hz)};
}

}  // namespace

Result<Clip> DecodeSound(ByteSpan file) {
  if (file.empty()) return Fail(ErrorCode::kNotFound, "This file is empty.");
  if (file.size() > kLargestSoundFile_bytes) {
    return Fail(ErrorCode::kInvalidInput,
                "This file is too large to be read here; 64 MB is the most.");
  }
  const std::optional<ma_encoding_format> format = FormatOf(file);
  if (!format) return NotASound();
  return Decode(file, *format, {kLongestListened_s, kLongestDecoded_s, true});
}

Result<Clip> DecodeSprite(ByteSpan mp3) {
  return Decode(mp3, ma_encoding_format_mp3, {kLongestListened_s, kLongestListened_s, false});
}

}  // namespace meander
