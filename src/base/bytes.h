// Little-endian reading and writing of flat byte strings. Everything that crosses a border (files,
// links, engine messages, Pages) is written with ByteWriter and read back with ByteReader, which
// never reads past the end and never allocates more than its input could hold.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace meander {

static_assert(std::endian::native == std::endian::little, "files are read in place");

using ByteSpan = std::span<const uint8_t>;

class ByteWriter {
 public:
  template <class T>
    requires std::is_arithmetic_v<T>
  void Put(T value) {
    // Not insert(): g++ 12 warns about an overflow there that cannot happen.
    const size_t at = bytes_.size();
    bytes_.resize(at + sizeof(T));
    std::memcpy(bytes_.data() + at, &value, sizeof(T));
  }
  // LEB128, 1 to 10 bytes.
  void PutVarint(uint64_t value);
  // Varint length, then the bytes.
  void PutText(std::string_view text);
  void PutBytes(ByteSpan bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  void AlignTo(size_t alignment);  // pads with zero bytes

  const std::vector<uint8_t>& bytes() const { return bytes_; }
  std::vector<uint8_t> Take() { return std::move(bytes_); }
  size_t size() const { return bytes_.size(); }

 private:
  std::vector<uint8_t> bytes_;
};

// Once a read fails every later one fails too and returns zero, so a parser can read a whole record
// and check ok() once at its end.
class ByteReader {
 public:
  explicit ByteReader(ByteSpan bytes) : bytes_(bytes) {}

  template <class T>
    requires std::is_arithmetic_v<T>
  T Get() {
    T value{};
    const ByteSpan taken = GetBytes(sizeof(T));
    if (ok_) std::memcpy(&value, taken.data(), sizeof(T));
    return value;
  }
  uint64_t GetVarint();
  // View into the input; empty on failure.
  std::string_view GetText();
  ByteSpan GetBytes(size_t count);
  // A count of records that each take at least `least_bytes_each`; fails when they cannot fit, so a
  // hostile count never causes a large allocation.
  size_t GetCount(size_t least_bytes_each);
  void AlignTo(size_t alignment);

  bool ok() const { return ok_; }
  bool AtEnd() const { return position_ == bytes_.size(); }
  size_t position() const { return position_; }
  size_t remaining() const { return bytes_.size() - position_; }
  void MarkBad() { ok_ = false; }

 private:
  ByteSpan bytes_;
  size_t position_ = 0;
  bool ok_ = true;
};

inline ByteSpan AsBytes(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}
inline std::string_view AsText(ByteSpan bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace meander
