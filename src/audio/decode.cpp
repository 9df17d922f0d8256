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

// Everything a file holds, mixed to one channel, a piece at a time.
class MonoReader {
 public:
  static Result<MonoReader> Open(ByteSpan file, ma_encoding_format format, const Limits& limits) {
    MonoReader reader;
    reader.decoder_ = OpenDecoder(file, format);
    if (reader.decoder_ == nullptr) return NotASound();
    reader.channels_ = reader.decoder_->outputChannels;
    reader.rate_ = reader.decoder_->outputSampleRate;
    if (reader.channels_ == 0 || reader.channels_ > kMostChannels ||
        reader.rate_ < kLowestRate_hz || reader.rate_ > kHighestRate_hz) {
      return NotASound();
    }
    reader.limits_ = limits;
    reader.block_.resize(kBlockFrames * reader.channels_);
    return reader;
  }

  // Another block; false: there is none, or it would be too much.
  bool Read() {
    if (is_over_ || listened_ >= limits_.listened_s * rate_ ||
        mono_.size() >= limits_.decoded_s * rate_) {
      return false;
    }
    ma_uint64 frames = 0;
    const ma_result result =
        ma_decoder_read_pcm_frames(decoder_.get(), block_.data(), kBlockFrames, &frames);
    if (frames == 0 || frames > kBlockFrames) {
      is_over_ = true;
      return false;
    }
    listened_ += frames;
    const size_t kept = mono_.size();
    for (size_t i = 0; i < frames; ++i) {
      float sum = 0;
      for (size_t c = 0; c < channels_; ++c) sum += block_[i * channels_ + c];
      const float sample = sum / static_cast<float>(channels_);
      mono_.push_back(std::isfinite(sample) ? std::clamp(sample, -4.f, 4.f) : 0.f);
      loudest_ = std::max(loudest_, std::abs(mono_.back()));
    }
    // Nothing heard yet: one block before the sound is enough.
    if (limits_.skip_silence && loudest_ < kHeard) {
      mono_.erase(mono_.begin(), mono_.begin() + static_cast<ptrdiff_t>(kept));
    }
    is_over_ = result != MA_SUCCESS;
    return !is_over_;
  }

  size_t sample_count() const { return mono_.size(); }
  bool has_heard() const { return loudest_ >= kHeard; }
  bool has_any() const { return listened_ > 0; }
  Clip Take() {
    if (rate_ == kSampleRate_hz) return Clip{std::move(mono_)};
    return Clip{Resample(mono_, rate_, kSampleRate_hz)};
  }

 private:
  Decoder decoder_;
  ma_uint32 channels_ = 0, rate_ = 0;
  Limits limits_{};
  std::vector<float> block_, mono_;
  size_t listened_ = 0;
  float loudest_ = 0;
  bool is_over_ = false;
};

Result<Clip> Decode(ByteSpan file, ma_encoding_format format, const Limits& limits) {
  TRY(MonoReader reader, MonoReader::Open(file, format, limits));
  while (reader.Read()) {
  }
  if (!reader.has_any()) return NotASound();
  if (!reader.has_heard()) {
    return Fail(ErrorCode::kNotFound, "This file is silent; there is nothing in it to place.");
  }
  return reader.Take();
}

class OpenSprite : public SpriteDecoder {
 public:
  explicit OpenSprite(MonoReader reader) : reader_(std::move(reader)) {}
  bool Decode(size_t samples) override {
    const size_t until = reader_.sample_count() + samples;
    while (reader_.sample_count() < until) {
      if (!reader_.Read()) return false;
    }
    return true;
  }
  Clip Take() override { return reader_.Take(); }

 private:
  MonoReader reader_;
};

constexpr Limits kWholeSprite{kLongestListened_s, kLongestListened_s, false};

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
  return Decode(mp3, ma_encoding_format_mp3, kWholeSprite);
}

Result<std::unique_ptr<SpriteDecoder>> SpriteDecoder::Open(ByteSpan mp3) {
  TRY(MonoReader reader, MonoReader::Open(mp3, ma_encoding_format_mp3, kWholeSprite));
  return std::make_unique<OpenSprite>(std::move(reader));
}

}  // namespace meander
