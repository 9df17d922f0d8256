// Grown pictures on their way to the atlas, a small file each, so that a run of hours can be
// stopped and goes on where it was.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/convnet/grown_picture.h"

namespace meander {

// How large a picture is grown for a layer, where nothing else is asked: so that its forms are seen
// at the 64 pixels of an icon.
int IconSide(int tensor);
inline constexpr int kIconSteps = 64;

// Which picture of a unit: 0 is its icon, others are grown apart from those before.
struct IconName {
  PictureUnit unit;
  int variant = 0;
  // "b11.exp-211", "b11.exp-211-opposite", "b11.exp-211-2", "class-281".
  std::string Text() const;
};
// Every unit by itself: the run's seed, the unit and the variant, mixed.
uint64_t SeedOfIcon(uint64_t seed, const IconName& name);

struct StoredIcon {
  Growth growth;
  int steps = 0;
  float value = 0;              // before clipping, at the last step
  std::vector<uint8_t> pixels;  // side · side · 3
};
std::vector<uint8_t> WriteIcon(const StoredIcon& icon);
// kCorrupt unless it is one, whole.
Result<StoredIcon> ReadIcon(ByteSpan bytes);
std::filesystem::path IconFile(const std::filesystem::path& folder, const IconName& name);

}  // namespace meander
