// 64-bit content hash (XXH64, seed given) for checksums and hashed file names. Not cryptographic:
// downloads are verified by sha256 in tools/, this one only notices damage and names content.
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"

namespace meander {

// XXH64 as specified at https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
uint64_t Hash64(ByteSpan bytes, uint64_t seed = 0);

// Sixteen lower-case hex digits.
std::string HexOf(uint64_t value);

}  // namespace meander
