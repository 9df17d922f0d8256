// The fifth room's share of an address: a version and the stops. canvas/link.h wraps it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace meander {

// Empty for no stops.
std::string WriteIslandsLink(std::span<const uint32_t> stops);
Result<std::vector<uint32_t>> ReadIslandsLink(std::string_view payload);

}  // namespace meander
