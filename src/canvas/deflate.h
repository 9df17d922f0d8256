// Compression into the zlib format (RFC 1950 and 1951), for PNG files written natively and in the
// page alike.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace meander {

// A whole zlib stream: dynamic Huffman blocks over LZ77 with lazy matching. The same input gives
// the same bytes everywhere.
std::vector<uint8_t> DeflateZlib(ByteSpan bytes);

// CRC-32 as PNG and zip use it; `before` continues an earlier sum.
uint32_t Crc32(ByteSpan bytes, uint32_t before = 0);

// Code lengths (0 = unused) of a Huffman code over `counts` with no code longer than `longest`.
// A single used symbol gets length 1.
std::vector<uint8_t> HuffmanLengths(const std::vector<uint32_t>& counts, int longest);

}  // namespace meander
