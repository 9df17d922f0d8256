// The sounds of a pack while it is made: what their packages hold and say of them, decoded, trimmed
// and described.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "audio/clip.h"
#include "audio/sound_features.h"
#include "base/error.h"
#include "base/json_reader.h"
#include "pack/sound_sections.h"

namespace meander {

struct SourceSound {
  uint32_t package = 0;        // number in SoundSources::packages
  std::string path;            // in the package
  std::string words, number;   // of its file's name: "metal footstep", "2"
  std::string author, source;  // who made it; an address or empty
  Licence licence = Licence::kCc0;
  Clip clip;  // trimmed
  SoundFeatures features;
  std::string name;  // what it is called (NameSounds)
};
struct SoundSources {
  std::vector<CreditedPackage> packages;
  std::vector<SourceSound> sounds;
  std::vector<std::string> missing;  // packages that this system has not
  uint32_t too_long = 0, silent = 0, unreadable = 0, twins = 0;  // left out
};

struct SoundSourceOptions {
  std::filesystem::path reader;   // the script that lists a package's sounds
  std::filesystem::path sources;  // folders "sounds-PACKAGE"
  std::filesystem::path scratch;
  std::string python;
  std::function<bool(double)> progress;  // false stops
};

inline constexpr float kLongestSource_s = 4;  // what is longer is no single sound

// `packages`: the recipe's list of {name, registry, may_be_missing?, most?}. Every sound once: what
// has the same samples as an earlier one is left out. kInvalidInput where two clips get one id.
Result<SoundSources> ReadSounds(const Json& packages, const SoundSourceOptions& options);

// The words; where several sounds would have the same, their numbers too, or, where those do not
// tell them apart either, the number in order. Unique, with a capital.
void NameSounds(std::vector<SourceSound>& sounds);

}  // namespace meander
