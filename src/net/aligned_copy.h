// Bytes of somebody else's copied to where weights may lie: a multiple of 64.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace meander {

struct AlignedCopy {
  std::vector<uint8_t> storage;  // as long as this is, moved or not, `bytes` are
  std::span<uint8_t> bytes;

  explicit AlignedCopy(ByteSpan from) : storage(from.size() + kAlignment) {
    const auto address = reinterpret_cast<uintptr_t>(storage.data());
    const size_t skip = (kAlignment - address % kAlignment) % kAlignment;
    bytes = std::span(storage).subspan(skip, from.size());
    std::memcpy(bytes.data(), from.data(), from.size());
  }
  AlignedCopy(const AlignedCopy&) = delete;
  AlignedCopy& operator=(const AlignedCopy&) = delete;

 private:
  static constexpr size_t kAlignment = 64;
};

}  // namespace meander
