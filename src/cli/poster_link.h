// The picture of what a link shows: `poster LINK --out FILE`.
#pragma once

#include <span>
#include <string>

#include "base/error.h"

namespace meander {

inline constexpr const char* kPosterLinkUsage =
    "poster LINK --out FILE.png|webp|svg [--theme light|dark] [--size WxH] [--scale N] [--json]";

// With the arguments of the verb.
Result<void> PosterOfLink(std::span<const std::string> arguments);

}  // namespace meander
