// A picture as a JPEG, by libjpeg-turbo: the photos that a pack shows. Native tools only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"

namespace meander {

// `rgb`: [side, side, 3]. The best quality, 92 at most, whose file has `most_bytes` or fewer;
// kInvalidInput where not even a poor one does. The same picture gives the same bytes.
Result<std::vector<uint8_t>> WriteJpeg(std::span<const uint8_t> rgb, int side, size_t most_bytes);

}  // namespace meander
