// See sound_sections.h.
#include "pack/sound_sections.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "pack/damaged.h"
#include "pack/well_formed.h"

namespace meander {
namespace {

constexpr size_t kMostTextBytes = 400;
constexpr uint32_t kMostPackages = 64;

uint16_t Whole(float value) {
  return static_cast<uint16_t>(std::lround(std::clamp(value, 0.f, 65535.f)));
}

bool IsPlain(std::string_view text, bool may_be_empty) {
  return (may_be_empty || !text.empty()) && text.size() <= kMostTextBytes && IsWellFormed(text) &&
         std::ranges::none_of(text, [](char c) { return static_cast<uint8_t>(c) < 0x20; });
}

}  // namespace

std::string_view NameOf(Licence licence) {
  constexpr std::string_view kNames[kLicenceCount] = {
      "CC0-1.0", "public domain", "MIT", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0"};
  return kNames[static_cast<uint8_t>(licence)];
}

Result<Licence> LicenceNamed(std::string_view name) {
  for (uint8_t i = 0; i < kLicenceCount; ++i) {
    if (NameOf(static_cast<Licence>(i)) == name) return static_cast<Licence>(i);
  }
  return Fail(ErrorCode::kInvalidInput,
              "The licence \"" + std::string(name) + "\" is not one that a pack may have.");
}

std::vector<uint8_t> WriteClips(std::span<const ClipRecord> clips) {
  ByteWriter out;
  for (const ClipRecord& clip : clips) {
    out.Put(clip.id);
    out.Put(clip.length_samples);
    out.Put(Whole(clip.shape.centroid_hz));
    out.Put(Whole(clip.shape.bandwidth_hz));
    out.Put(Whole(clip.shape.decay_s * 1000));
    out.Put(static_cast<uint8_t>(clip.licence));
    out.Put(static_cast<uint8_t>(clip.bucket));
    out.PutBytes(clip.envelope);
  }
  return out.Take();
}

Result<std::vector<ClipRecord>> ReadClips(ByteSpan chunk, uint32_t item_count) {
  if (chunk.size() != size_t{item_count} * kClipBytes) {
    return DamagedSection("the list of clips has the wrong length");
  }
  ByteReader in(chunk);
  std::vector<ClipRecord> clips(item_count);
  std::set<uint32_t> ids;
  for (ClipRecord& clip : clips) {
    clip.id = in.Get<uint32_t>();
    clip.length_samples = in.Get<uint32_t>();
    clip.shape.centroid_hz = in.Get<uint16_t>();
    clip.shape.bandwidth_hz = in.Get<uint16_t>();
    clip.shape.decay_s = static_cast<float>(in.Get<uint16_t>()) / 1000;
    const auto licence = in.Get<uint8_t>(), bucket = in.Get<uint8_t>();
    std::ranges::copy(in.GetBytes(kStrokes), clip.envelope.begin());
    if (licence >= kLicenceCount || bucket > static_cast<uint8_t>(Bucket::kRest) ||
        clip.length_samples == 0 || clip.length_samples > kLongestSprite_samples) {
      return DamagedSection("a clip is not what it can be");
    }
    clip.licence = static_cast<Licence>(licence);
    clip.bucket = static_cast<Bucket>(bucket);
    if (!ids.insert(clip.id).second) return DamagedSection("two clips have one name in links");
  }
  return clips;
}

std::vector<uint8_t> WriteSprite(const Sprite& sprite) {
  ByteWriter out;
  out.Put(sprite.click_sample);
  for (const SpriteSlot& slot : sprite.slots) {
    out.Put(slot.first_sample);
    out.Put(slot.sample_count);
  }
  out.PutBytes(sprite.mp3);
  return out.Take();
}

Result<Sprite> ReadSprite(ByteSpan chunk, uint32_t item_count) {
  ByteReader in(chunk);
  Sprite sprite;
  sprite.click_sample = in.Get<uint32_t>();
  if (!in.ok() || in.remaining() / 8 < item_count) return DamagedSection("a sprite is cut short");
  uint32_t end = sprite.click_sample + 1;
  bool fits = sprite.click_sample < kClickSearched_samples;
  for (uint32_t i = 0; i < item_count && fits; ++i) {
    const SpriteSlot slot{in.Get<uint32_t>(), in.Get<uint32_t>()};
    fits = slot.first_sample >= end && slot.sample_count > 0 &&
           slot.first_sample <= kLongestSprite_samples &&
           slot.sample_count <= kLongestSprite_samples - slot.first_sample;
    end = slot.first_sample + slot.sample_count;
    sprite.slots.push_back(slot);
  }
  if (!in.ok() || !fits) return DamagedSection("a sprite's clips overlap");
  sprite.mp3 = in.GetBytes(in.remaining());
  if (sprite.mp3.empty()) return DamagedSection("a sprite holds no sound");
  return sprite;
}

uint32_t FindClick(const Clip& decoded) {
  uint32_t loudest = 0;
  const size_t end = std::min<size_t>(decoded.samples.size(), kClickSearched_samples);
  for (uint32_t i = 0; i < end; ++i) {
    if (std::abs(decoded.samples[i]) > std::abs(decoded.samples[loudest])) loudest = i;
  }
  return loudest;
}

Result<std::vector<Clip>> CutSprite(const Sprite& sprite, const Clip& decoded) {
  if (FindClick(decoded) != sprite.click_sample) {
    return Fail(ErrorCode::kMismatch, "These sounds were decoded with a shift; reload the page.");
  }
  std::vector<Clip> clips;
  for (const SpriteSlot& slot : sprite.slots) {
    if (size_t{slot.first_sample} + slot.sample_count > decoded.samples.size()) {
      return DamagedSection("a sprite ends before its last clip does");
    }
    const auto from = decoded.samples.begin() + slot.first_sample;
    clips.push_back({std::vector<float>(from, from + slot.sample_count)});
  }
  return clips;
}

std::vector<uint8_t> WriteCredits(const Credits& credits) {
  ByteWriter out;
  out.PutVarint(credits.packages.size());
  for (const CreditedPackage& package : credits.packages) {
    out.PutText(package.name);
    out.PutText(package.version);
    out.PutText(package.registry);
  }
  for (const Credit& clip : credits.clips) {
    out.PutVarint(clip.package);
    out.PutText(clip.path);
    out.PutText(clip.author);
    out.PutText(clip.source);
  }
  return out.Take();
}

std::string CreditInWords(const Credits& credits, uint32_t item, Licence licence) {
  const Credit& credit = credits.clips[item];
  const CreditedPackage& package = credits.packages[credit.package];
  const std::string by = credit.author.empty() ? "" : "by " + credit.author + ", ";
  return by + std::string(NameOf(licence)) + " (" + package.name + " " + package.version + ")";
}

Result<Credits> ReadCredits(ByteSpan bytes, uint32_t item_count) {
  ByteReader in(bytes);
  Credits credits;
  credits.packages.resize(std::min<size_t>(in.GetCount(3), kMostPackages));
  bool is_plain = true;
  const auto text = [&](bool may_be_empty) {
    const std::string_view read = in.GetText();
    is_plain &= IsPlain(read, may_be_empty);
    return std::string(read);
  };
  for (CreditedPackage& package : credits.packages) {
    package.name = text(false);
    package.version = text(false);
    package.registry = text(false);
  }
  for (uint32_t item = 0; item < item_count && in.ok() && is_plain; ++item) {
    Credit clip;
    const uint64_t package = in.GetVarint();
    is_plain &= package < credits.packages.size();
    clip.package = static_cast<uint32_t>(package);
    clip.path = text(false);
    clip.author = text(true);
    clip.source = text(true);
    // Shown as a link, so nothing else is let through.
    is_plain &= clip.source.empty() || clip.source.starts_with("https://");
    credits.clips.push_back(std::move(clip));
  }
  if (!in.ok() || !in.AtEnd() || !is_plain || credits.clips.size() != item_count) {
    return DamagedSection("its credits cannot be read");
  }
  return credits;
}

}  // namespace meander
