// Sound files and the sections of a pack of sounds from anywhere: a clip that can be heard, or an
// Error; never a crash, never a sample that is no number.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "audio/decode.h"
#include "audio/feature_space.h"
#include "audio/trim.h"
#include "pack/presets_section.h"
#include "pack/sound_sections.h"

namespace {

void Hear(meander::ByteSpan file) {
  const auto clip = meander::DecodeSound(file);
  if (!clip) {
    if (clip.error().message.empty()) std::abort();
    return;
  }
  const meander::Clip trimmed = meander::Trimmed(*clip);
  for (const float sample : trimmed.samples) {
    if (!std::isfinite(sample) || std::abs(sample) > 1) std::abort();
  }
  for (const float value : meander::FeatureReader().Of(trimmed).statistics) {
    if (!std::isfinite(value)) std::abort();
  }
}

void Read(meander::ByteSpan bytes, uint32_t items) {
  if (const auto clips = meander::ReadClips(bytes, items)) {
    if (clips->size() != items) std::abort();
  }
  if (const auto sprite = meander::ReadSprite(bytes, items)) {
    for (const auto& slot : sprite->slots) {
      if (slot.sample_count > meander::kLongestSprite_samples) std::abort();
    }
    const meander::Clip some{std::vector<float>(100'000, 0.1f)};
    if (const auto clips = meander::CutSprite(*sprite, some)) {
      if (clips->size() != items) std::abort();
    }
  }
  if (const auto credits = meander::ReadCredits(bytes, items)) {
    if (credits->clips.size() != items) std::abort();
  }
  if (const auto presets = meander::ReadPresetsSection(bytes)) {
    // What was taken is written as something that is taken, and is the same.
    const auto once = meander::WritePresets(*presets);
    const auto again = meander::ReadPresetsSection(once);
    if (!again || meander::WritePresets(*again) != once) std::abort();
  }
  if (const auto model = meander::ReadFeatureModel(bytes)) {
    if (model->axis_count() > meander::kMostAxes) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr std::string_view kMagics[] = {"RIFF\0\0\0\0WAVEfmt ", "fLaC", "OggS", "ID3",
                                          "\xFF\xFB"};
  if (size < 2) return 0;
  const meander::ByteSpan bytes(data + 1, size - 1);
  Read(bytes, data[0] % 5);
  Hear(bytes);
  // Most of what is random is no sound at all; one that begins like one gets farther.
  const std::string_view magic = kMagics[data[0] % 5];
  std::vector<uint8_t> file(magic.begin(), magic.end());
  file.insert(file.end(), bytes.begin(), bytes.end());
  Hear(file);
  return 0;
}
