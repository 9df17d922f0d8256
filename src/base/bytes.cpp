// See bytes.h.
#include "base/bytes.h"

namespace meander {

void ByteWriter::PutVarint(uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<uint8_t>(value) | 0x80);
    value >>= 7;
  }
  bytes_.push_back(static_cast<uint8_t>(value));
}

void ByteWriter::PutText(std::string_view text) {
  PutVarint(text.size());
  PutBytes(AsBytes(text));
}

void ByteWriter::AlignTo(size_t alignment) {
  while (bytes_.size() % alignment != 0) bytes_.push_back(0);
}

uint64_t ByteReader::GetVarint() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const uint8_t byte = Get<uint8_t>();
    if (!ok_) return 0;
    // The tenth byte may only carry the last bit; anything more would not fit 64 bits.
    if (shift == 63 && byte > 1) break;
    value |= static_cast<uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) return value;
  }
  ok_ = false;
  return 0;
}

std::string_view ByteReader::GetText() {
  const uint64_t length = GetVarint();
  if (!ok_ || length > remaining()) {
    ok_ = false;
    return {};
  }
  return AsText(GetBytes(static_cast<size_t>(length)));
}

ByteSpan ByteReader::GetBytes(size_t count) {
  if (!ok_ || count > remaining()) {
    ok_ = false;
    return {};
  }
  const ByteSpan taken = bytes_.subspan(position_, count);
  position_ += count;
  return taken;
}

size_t ByteReader::GetCount(size_t least_bytes_each) {
  const uint64_t count = GetVarint();
  if (!ok_ || (least_bytes_each > 0 && count > remaining() / least_bytes_each)) {
    ok_ = false;
    return 0;
  }
  return static_cast<size_t>(count);
}

void ByteReader::AlignTo(size_t alignment) {
  while (ok_ && position_ % alignment != 0) GetBytes(1);
}

}  // namespace meander
