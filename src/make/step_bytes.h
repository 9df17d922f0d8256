// Keys and bytes of kept steps, see step_cache.h.
#pragma once

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <vector>

#include "base/bytes.h"
#include "base/hash.h"

namespace meander {

inline uint64_t KeyOf(int version, std::initializer_list<uint64_t> parts) {
  ByteWriter writer;
  writer.Put(static_cast<int32_t>(version));
  for (const uint64_t part : parts) writer.Put(part);
  return Hash64(writer.bytes());
}

template <class T>
std::vector<uint8_t> BytesOf(const std::vector<T>& values) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(values.data());
  return {bytes, bytes + values.size() * sizeof(T)};
}
template <class T>
std::vector<T> ValuesOf(const std::vector<uint8_t>& bytes) {
  std::vector<T> values(bytes.size() / sizeof(T));
  if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
  return values;
}

}  // namespace meander
