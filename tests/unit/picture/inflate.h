// A small reader of zlib streams and of the PNG files we write, for tests only: written apart from
// the writer, so that the one checks the other.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "canvas/picture.h"

namespace meander::testing {

class Inflater {
 public:
  explicit Inflater(std::span<const uint8_t> bytes) : bytes_(bytes) {}

  // The unpacked bytes; nothing when the stream is damaged.
  std::optional<std::vector<uint8_t>> Run() {
    if (bytes_.size() < 6 || (bytes_[0] * 256 + bytes_[1]) % 31 != 0) return std::nullopt;
    at_ = 16;
    for (bool last = false; !last && good_;) {
      last = Bits(1) != 0;
      const uint32_t kind = Bits(2);
      if (kind == 0) Stored();
      if (kind == 1) Fixed();
      if (kind == 2) Dynamic();
      if (kind == 3) good_ = false;
    }
    const size_t tail = (at_ + 7) / 8;
    if (!good_ || tail + 4 > bytes_.size()) return std::nullopt;
    uint32_t a = 1, b = 0, stored = 0;
    for (const uint8_t byte : out_) b = (b + (a = (a + byte) % 65521)) % 65521;
    for (size_t i = 0; i < 4; ++i) stored = stored << 8 | bytes_[tail + i];
    if (stored != (b << 16 | a)) return std::nullopt;
    return out_;
  }

 private:
  struct Table {
    std::array<int, 16> count{};
    std::vector<int> symbols;
    explicit Table(const std::vector<int>& lengths) {
      for (int length = 1; length < 16; ++length) {
        for (size_t i = 0; i < lengths.size(); ++i) {
          if (lengths[i] == length) {
            ++count[length];
            symbols.push_back(static_cast<int>(i));
          }
        }
      }
    }
  };
  uint32_t Bits(int count) {
    uint32_t value = 0;
    for (int i = 0; i < count; ++i, ++at_) {
      if (at_ / 8 >= bytes_.size()) {
        good_ = false;
        return 0;
      }
      value |= static_cast<uint32_t>(bytes_[at_ / 8] >> (at_ % 8) & 1) << i;
    }
    return value;
  }
  int Symbol(const Table& table) {
    int code = 0, first = 0, index = 0;
    for (int length = 1; length < 16 && good_; ++length) {
      code = code << 1 | static_cast<int>(Bits(1));
      if (code - first < table.count[length])
        return table.symbols[static_cast<size_t>(index + code - first)];
      index += table.count[length];
      first = (first + table.count[length]) << 1;
    }
    good_ = false;
    return 256;
  }
  void Stored() {
    at_ = (at_ + 7) / 8 * 8;
    const uint32_t length = Bits(16);
    if ((Bits(16) ^ 0xFFFF) != length) good_ = false;
    for (uint32_t i = 0; i < length && good_; ++i) out_.push_back(static_cast<uint8_t>(Bits(8)));
  }
  void Fixed() {
    std::vector<int> lengths(288, 8);
    for (size_t i = 144; i < 256; ++i) lengths[i] = 9;
    for (size_t i = 256; i < 280; ++i) lengths[i] = 7;
    Codes(Table(lengths), Table(std::vector<int>(30, 5)));
  }
  void Dynamic() {
    const uint32_t literal_count = Bits(5) + 257, distance_count = Bits(5) + 1,
                   code_count = Bits(4) + 4;
    constexpr std::array<size_t, 19> kOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                               11, 4,  12, 3, 13, 2, 14, 1, 15};
    std::vector<int> code_lengths(19, 0), lengths;
    for (uint32_t i = 0; i < code_count; ++i) code_lengths[kOrder[i]] = static_cast<int>(Bits(3));
    const Table codes(code_lengths);
    while (lengths.size() < literal_count + distance_count && good_) {
      const int symbol = Symbol(codes);
      if (symbol < 16) {
        lengths.push_back(symbol);
        continue;
      }
      const int value = symbol == 16 && !lengths.empty() ? lengths.back() : 0;
      const uint32_t repeat = symbol == 16   ? 3 + Bits(2)
                              : symbol == 17 ? 3 + Bits(3)
                                             : 11 + Bits(7);
      lengths.insert(lengths.end(), repeat, value);
    }
    if (lengths.size() != literal_count + distance_count) good_ = false;
    if (!good_) return;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(literal_count);
    Codes(Table(std::vector<int>(lengths.begin(), middle)),
          Table(std::vector<int>(middle, lengths.end())));
  }
  void Codes(const Table& literals, const Table& distances) {
    for (int symbol = Symbol(literals); symbol != 256 && good_; symbol = Symbol(literals)) {
      if (symbol < 256) {
        out_.push_back(static_cast<uint8_t>(symbol));
        continue;
      }
      // RFC 1951, 3.2.5, by rule instead of table: four codes to a power of two.
      const int rank = symbol - 257;
      const int extra = rank < 8 || rank == 28 ? 0 : rank / 4 - 1;
      const int base = rank < 8     ? 3 + rank
                       : rank == 28 ? 258
                                    : 3 + ((4 + rank % 4) << (rank / 4 - 1));
      const uint32_t length = static_cast<uint32_t>(base) + Bits(extra);
      const int far = Symbol(distances);
      const int far_extra = far < 4 ? 0 : far / 2 - 1;
      const uint32_t distance =
          static_cast<uint32_t>(far < 4 ? 1 + far : 1 + ((2 + far % 2) << (far / 2 - 1))) +
          Bits(far_extra);
      if (distance > out_.size()) good_ = false;
      for (uint32_t i = 0; i < length && good_; ++i) out_.push_back(out_[out_.size() - distance]);
    }
  }

  std::span<const uint8_t> bytes_;
  size_t at_ = 0;  // in bits
  bool good_ = true;
  std::vector<uint8_t> out_;
};

// Reads what canvas/png writes: 8 bits a sample, grey levels and interlacing left out.
inline std::optional<Picture> ReadPng(std::span<const uint8_t> file) {
  const auto big32 = [&](size_t at) {
    return static_cast<uint32_t>(file[at] << 24 | file[at + 1] << 16 | file[at + 2] << 8 |
                                 file[at + 3]);
  };
  Picture picture;
  int kind = -1;
  std::vector<uint8_t> packed, palette;
  for (size_t at = 8; at + 12 <= file.size(); at += 12 + big32(at)) {
    const std::string type(file.begin() + static_cast<std::ptrdiff_t>(at) + 4,
                           file.begin() + static_cast<std::ptrdiff_t>(at) + 8);
    const size_t size = big32(at);
    if (at + 12 + size > file.size()) return std::nullopt;
    const auto data = file.subspan(at + 8, size);
    if (type == "IHDR") {
      picture.width = static_cast<int>(big32(at + 8));
      picture.height = static_cast<int>(big32(at + 12));
      kind = data[9];
    }
    if (type == "PLTE") palette.assign(data.begin(), data.end());
    if (type == "IDAT") packed.insert(packed.end(), data.begin(), data.end());
  }
  const size_t step = kind == 2 ? 3 : kind == 6 ? 4 : 1;
  const auto rows = Inflater(packed).Run();
  const size_t row = step * static_cast<size_t>(picture.width);
  if (!rows || rows->size() != (row + 1) * static_cast<size_t>(picture.height)) return std::nullopt;
  std::vector<uint8_t> above(row, 0), line(row, 0);
  for (size_t y = 0; y < static_cast<size_t>(picture.height); ++y) {
    const uint8_t* from = rows->data() + y * (row + 1);
    for (size_t i = 0; i < row; ++i) {
      const int left = i >= step ? line[i - step] : 0, up = above[i],
                corner = i >= step ? above[i - step] : 0;
      const int guess = left + up - corner;
      const int a = std::abs(guess - left), b = std::abs(guess - up), c = std::abs(guess - corner);
      const int paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const int add = from[0] == 1   ? left
                      : from[0] == 2 ? up
                      : from[0] == 3 ? (left + up) / 2
                      : from[0] == 4 ? paeth
                                     : 0;
      line[i] = static_cast<uint8_t>(from[i + 1] + add);
    }
    for (size_t x = 0; x < static_cast<size_t>(picture.width); ++x) {
      const uint8_t* pixel = kind == 3 ? &palette[size_t{3} * line[x]] : &line[step * x];
      picture.rgba.insert(picture.rgba.end(),
                          {pixel[0], pixel[1], pixel[2], kind == 6 ? pixel[3] : uint8_t{255}});
    }
    above = line;
  }
  return picture;
}

}  // namespace meander::testing
