// See sounds_sprites.h.
#include "make/sounds_sprites.h"

#include <algorithm>
#include <cmath>

#include "audio/decode.h"
#include "base/files.h"
#include "base/hash.h"
#include "make/source_reader.h"
#include "make/step_bytes.h"

namespace meander {
namespace {

constexpr uint32_t kClickAt = kSampleRate_hz / 50, kFirstClipAt = kSampleRate_hz / 10;
constexpr uint32_t kGap = kSampleRate_hz / 33;   // longer than a frame of MP3
constexpr uint32_t kTail = kSampleRate_hz / 10;  // so that the decoder's delay cuts nothing off
constexpr uint32_t kMostDelay = 2400;            // of encoder and decoder, about 1105
constexpr float kClick = 0.9f;

int16_t CodeOf(float sample) {
  return static_cast<int16_t>(std::lround(std::clamp(sample, -1.f, 1.f) * 32767));
}

}  // namespace

std::vector<uint32_t> SpriteSizes(std::span<const Bucket> buckets,
                                  std::span<const uint32_t> lengths_samples) {
  std::vector<uint32_t> sizes;
  for (size_t from = 0; from < buckets.size();) {
    size_t end = from;
    uint64_t total = 0;
    for (; end < buckets.size() && buckets[end] == buckets[from]; ++end) {
      total += lengths_samples[end] + kGap;
    }
    const uint64_t by_count = (end - from + kClipsOfSprite - 1) / kClipsOfSprite;
    const uint64_t sprites =
        std::max(by_count, (total + kMostOfSprite_samples - 1) / kMostOfSprite_samples);
    uint32_t clips = 0;
    uint64_t length = 0, before = 0, cut = 1;  // samples in this one and in those that are full
    for (; from < end; ++from) {
      const uint64_t longer = length + lengths_samples[from] + kGap;
      const bool is_full = clips == kMostClipsOfSprite || longer > kMostOfSprite_samples;
      if (clips > 0 && (is_full || before + length >= cut * total / sprites)) {
        sizes.push_back(clips);
        before += length;
        clips = 0;
        length = 0;
        ++cut;
      }
      ++clips;
      length += lengths_samples[from] + kGap;
    }
    sizes.push_back(clips);
  }
  return sizes;
}

Result<std::vector<uint8_t>> MakeSprite(std::span<const Clip* const> clips,
                                        const SpriteOptions& options) {
  std::vector<int16_t> samples(kFirstClipAt, 0);
  samples[kClickAt] = CodeOf(kClick);
  Sprite sprite;
  for (const Clip* clip : clips) {
    sprite.slots.push_back(
        {static_cast<uint32_t>(samples.size()), static_cast<uint32_t>(clip->samples.size())});
    for (const float sample : clip->samples) samples.push_back(CodeOf(sample));
    samples.resize(samples.size() + kGap, 0);
  }
  samples.resize(samples.size() + kTail, 0);
  const std::vector<uint8_t> raw = BytesOf(samples);
  TRY(const std::vector<uint8_t> script, ReadFile(options.encoder));
  const uint64_t key = KeyOf(kSpritesVersion, {Hash64(script), Hash64(raw)});
  TRY(const std::vector<uint8_t> mp3,
      options.cache.Get("sprite", key, [&]() -> Result<std::vector<uint8_t>> {
        const std::filesystem::path file = options.scratch / ("sprite-" + HexOf(key) + ".pcm");
        std::error_code ignored;
        std::filesystem::create_directories(options.scratch, ignored);
        TRY_VOID(WriteFile(file, raw));
        auto made = RunReader({options.python, options.encoder, file, file.string() + ".mp3"});
        std::filesystem::remove(file, ignored);
        return made;
      }));
  TRY(const Clip decoded, DecodeSprite(mp3));
  sprite.click_sample = FindClick(decoded);
  const uint32_t delay = sprite.click_sample - kClickAt;
  if (sprite.click_sample < kClickAt || delay > kMostDelay ||
      decoded.samples.size() <
          sprite.slots.back().first_sample + delay + sprite.slots.back().sample_count) {
    return Fail(ErrorCode::kUnavailable, "The MP3 encoder did not give back what it was given.");
  }
  for (SpriteSlot& slot : sprite.slots) slot.first_sample += delay;
  sprite.mp3 = mp3;
  return WriteSprite(sprite);
}

}  // namespace meander
