// Results of the pack's steps, kept outside the checkout under a name that is the hash of
// everything they were made from: inputs, options and the step's own version.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

// Bumped by hand when a step's result changes; tests/unit/make holds each against its sources.
inline constexpr int kCleanVersion = 2;
inline constexpr int kEmbedVersion = 1;
inline constexpr int kNeighborsVersion = 1;
inline constexpr int kLayoutVersion = 2;
inline constexpr int kIslandsVersion = 1;
inline constexpr int kSpellingVersion = 1;
inline constexpr int kReadLinesVersion = 1;
inline constexpr int kCodeBookVersion = 1;
inline constexpr int kGramsVersion = 2;
inline constexpr int kLinesMapVersion = 1;
inline constexpr int kNeuronsVersion = 1;
inline constexpr int kSoundLayoutVersion = 1;
inline constexpr int kSpritesVersion = 1;

class StepCache {
 public:
  explicit StepCache(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // The kept result of `step` for `key`, or what `make` returns, kept for the next time.
  Result<std::vector<uint8_t>> Get(std::string_view step, uint64_t key,
                                   const std::function<Result<std::vector<uint8_t>>()>& make) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace meander
