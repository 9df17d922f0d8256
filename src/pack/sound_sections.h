// The sections that only a pack of sounds has: what a clip is, the sprites in which its samples
// travel, the space in which it lies and whom it is owed to. Its names, places, topics, trust,
// regions, neighbours and vectors are those of an idea map (sections.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audio/clip.h"
#include "audio/clip_shape.h"
#include "audio/feature_space.h"
#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr std::string_view kClipsSection = "clips", kSpritesSection = "sprites",
                                  kFeatureModelSection = "feature_model",
                                  kCreditsSection = "credits";

// Terms under which a clip may be used, freest first; the numbers are in packs.
enum class Licence : uint8_t { kCc0, kPublicDomain, kMit, kCcBy3, kCcBy4, kCcBySa3, kCcBySa4 };
inline constexpr uint8_t kLicenceCount = 7;
std::string_view NameOf(Licence licence);  // "CC0-1.0", "public domain", …
// kInvalidInput for a name that NameOf gives to none.
Result<Licence> LicenceNamed(std::string_view name);
inline bool IsShareAlike(Licence licence) { return licence >= Licence::kCcBySa3; }

inline constexpr uint32_t kClipBytes = 21;

// Which sprites come first: what the presets play, what an embed loads, all the rest.
enum class Bucket : uint8_t { kPresets, kStarter, kRest };

// "clips": kClipBytes an item.
struct ClipRecord {
  uint32_t id = 0;              // audio/clip.h
  uint32_t length_samples = 0;  // at kSampleRate_hz; 1 … kLongestSprite_samples
  ClipShape shape;              // in whole hertz and milliseconds
  Licence licence = Licence::kCc0;
  Bucket bucket = Bucket::kRest;
  std::array<uint8_t, kStrokes> envelope{};  // loudness over its length, 255 = its loudest fifth
};
std::vector<uint8_t> WriteClips(std::span<const ClipRecord> clips);
// kCorrupt also where two clips have one id.
Result<std::vector<ClipRecord>> ReadClips(ByteSpan chunk, uint32_t item_count);

// "sprites": an MP3 of the clips of some items one after the other, a chunk a sprite.
struct SpriteSlot {
  uint32_t first_sample = 0, sample_count = 0;  // in what DecodeSprite makes of the MP3
};
struct Sprite {
  uint32_t click_sample = 0;  // where a click stands in it, before the first clip
  std::vector<SpriteSlot> slots;
  ByteSpan mp3;  // inside the chunk
};
inline constexpr uint32_t kLongestSprite_samples = 120 * kSampleRate_hz;
inline constexpr uint32_t kClickSearched_samples = kSampleRate_hz / 10;
std::vector<uint8_t> WriteSprite(const Sprite& sprite);
Result<Sprite> ReadSprite(ByteSpan chunk, uint32_t item_count);
// The clips of a decoded sprite. kMismatch when its click is not where it should be (another
// decoder), kCorrupt when it is too short.
Result<std::vector<Clip>> CutSprite(const Sprite& sprite, const Clip& decoded);
// Of the loudest sample in the first kClickSearched_samples.
uint32_t FindClick(const Clip& decoded);

// "feature_model", a stream: audio/feature_space.h, axes as 16-bit codes with a step each.
std::vector<uint8_t> WriteFeatureModel(const FeatureModel& model);
Result<FeatureModel> ReadFeatureModel(ByteSpan bytes);

// "credits", a stream.
struct Credit {
  uint32_t package = 0;              // number in Credits::packages
  std::string path, author, source;  // in the package; who made it; https address or empty
};
struct CreditedPackage {
  std::string name, version, registry;
};
struct Credits {
  std::vector<CreditedPackage> packages;
  std::vector<Credit> clips;  // in item order
};
std::vector<uint8_t> WriteCredits(const Credits& credits);
// "by X, CC0-1.0 (package 1.2)", the maker left out where none is known.
std::string CreditInWords(const Credits& credits, uint32_t item, Licence licence);
Result<Credits> ReadCredits(ByteSpan bytes, uint32_t item_count);

}  // namespace meander
