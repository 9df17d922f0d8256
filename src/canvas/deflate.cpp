// LZ77 over hash chains, then one dynamic block for every 64 k tokens.
#include "canvas/deflate.h"

#include <algorithm>
#include <array>

namespace meander {
namespace {

constexpr int kLeastMatch = 3, kGreatestMatch = 258;
constexpr size_t kWindow = 32768;
constexpr int kChainLimit = 96;
constexpr size_t kTokensPerBlock = 65536;
constexpr std::array<uint16_t, 29> kLengthBase = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                                  15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                                  67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<uint8_t, 29> kLengthExtra = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                  2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array<uint16_t, 30> kDistanceBase = {
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr std::array<uint8_t, 30> kDistanceExtra = {0, 0, 0,  0,  1,  1,  2,  2,  3,  3,
                                                    4, 4, 5,  5,  6,  6,  7,  7,  8,  8,
                                                    9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
constexpr std::array<uint8_t, 19> kLengthOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15};
constexpr int kEndOfBlock = 256;

struct Token {
  uint16_t value;     // literal, or length
  uint16_t distance;  // 0: literal
};

class BitWriter {
 public:
  void Put(uint32_t bits, int count) {
    held_ |= static_cast<uint64_t>(bits) << held_count_;
    held_count_ += count;
    while (held_count_ >= 8) {
      bytes.push_back(static_cast<uint8_t>(held_));
      held_ >>= 8;
      held_count_ -= 8;
    }
  }
  void Flush() {
    if (held_count_ > 0) bytes.push_back(static_cast<uint8_t>(held_));
    held_ = 0;
    held_count_ = 0;
  }
  std::vector<uint8_t> bytes;

 private:
  uint64_t held_ = 0;
  int held_count_ = 0;
};

int CodeOf(std::span<const uint16_t> bases, int value) {
  return static_cast<int>(std::upper_bound(bases.begin(), bases.end(), value) - bases.begin()) - 1;
}

struct Code {
  std::vector<uint8_t> lengths;
  std::vector<uint16_t> bits;  // reversed, as they are written

  explicit Code(std::vector<uint8_t> code_lengths)
      : lengths(std::move(code_lengths)), bits(lengths.size()) {
    std::array<uint32_t, 16> next{}, count{};
    for (const uint8_t length : lengths) ++count[length];
    count[0] = 0;
    for (size_t length = 1; length < 16; ++length)
      next[length] = (next[length - 1] + count[length - 1]) << 1;
    for (size_t symbol = 0; symbol < lengths.size(); ++symbol) {
      uint32_t code = lengths[symbol] != 0 ? next[lengths[symbol]]++ : 0;
      for (int i = 0; i < lengths[symbol]; ++i, code >>= 1) {
        bits[symbol] = static_cast<uint16_t>(bits[symbol] << 1 | (code & 1));
      }
    }
  }
  void Put(BitWriter& out, int symbol) const { out.Put(bits[symbol], lengths[symbol]); }
};

class Matcher {
 public:
  explicit Matcher(ByteSpan bytes) : bytes_(bytes), head_(1 << 15, -1), previous_(kWindow, -1) {}

  void Insert(size_t at) {
    if (at + kLeastMatch > bytes_.size()) return;
    const uint32_t slot = HashAt(at);
    previous_[at % kWindow] = head_[slot];
    head_[slot] = static_cast<int64_t>(at);
  }
  Token Longest(size_t at) const {
    Token best{0, 0};
    if (at + kLeastMatch > bytes_.size()) return best;
    const size_t limit = std::min<size_t>(kGreatestMatch, bytes_.size() - at);
    int64_t candidate = head_[HashAt(at)];
    for (int chain = 0; chain < kChainLimit && candidate >= 0; ++chain) {
      const auto from = static_cast<size_t>(candidate);
      if (at - from > kWindow - 1) break;
      if (best.value == 0 || bytes_[from + best.value] == bytes_[at + best.value]) {
        size_t length = 0;
        while (length < limit && bytes_[from + length] == bytes_[at + length]) ++length;
        if (length >= kLeastMatch && length > best.value) {
          best = {static_cast<uint16_t>(length), static_cast<uint16_t>(at - from)};
          if (length == limit) break;
        }
      }
      const int64_t before = previous_[from % kWindow];
      if (before >= candidate) break;
      candidate = before;
    }
    return best;
  }

 private:
  uint32_t HashAt(size_t at) const {
    return ((bytes_[at] << 10) ^ (bytes_[at + 1] << 5) ^ bytes_[at + 2]) & 0x7FFF;
  }
  ByteSpan bytes_;
  std::vector<int64_t> head_, previous_;
};

std::vector<Token> FindTokens(ByteSpan bytes) {
  std::vector<Token> tokens;
  Matcher matcher(bytes);
  for (size_t at = 0; at < bytes.size();) {
    Token match = matcher.Longest(at);
    matcher.Insert(at);
    if (match.distance != 0 && match.value < 64 && matcher.Longest(at + 1).value > match.value) {
      match = {};  // a longer one begins at the next byte
    }
    if (match.distance == 0) {
      tokens.push_back({bytes[at++], 0});
      continue;
    }
    tokens.push_back(match);
    for (size_t end = at + match.value; ++at < end;) matcher.Insert(at);
  }
  return tokens;
}

// The two codes' lengths themselves, run-length coded (RFC 1951, 3.2.7): symbol and extra value.
std::vector<std::pair<uint8_t, uint8_t>> RunLengths(const std::vector<uint8_t>& lengths) {
  std::vector<std::pair<uint8_t, uint8_t>> runs;
  for (size_t at = 0; at < lengths.size();) {
    size_t run = 1;
    while (at + run < lengths.size() && lengths[at + run] == lengths[at]) ++run;
    if (lengths[at] == 0 && run >= 3) {
      run = std::min<size_t>(run, 138);
      runs.push_back(run <= 10 ? std::pair<uint8_t, uint8_t>(17, run - 3)
                               : std::pair<uint8_t, uint8_t>(18, run - 11));
    } else if (run >= 4) {
      run = std::min<size_t>(run, 7);
      runs.push_back({lengths[at], 0});
      runs.push_back({16, static_cast<uint8_t>(run - 4)});
    } else {
      run = 1;
      runs.push_back({lengths[at], 0});
    }
    at += run;
  }
  return runs;
}

void PutHeader(const Code& literals, const Code& distances, BitWriter& out) {
  std::vector<uint8_t> lengths = literals.lengths;
  lengths.insert(lengths.end(), distances.lengths.begin(), distances.lengths.end());
  const auto runs = RunLengths(lengths);
  std::vector<uint32_t> counts(19, 0);
  for (const auto& [symbol, extra] : runs) ++counts[symbol];
  const Code code(HuffmanLengths(counts, 7));
  int used = 19;
  while (used > 4 && code.lengths[kLengthOrder[used - 1]] == 0) --used;
  out.Put(static_cast<uint32_t>(literals.lengths.size()) - 257, 5);
  out.Put(static_cast<uint32_t>(distances.lengths.size()) - 1, 5);
  out.Put(static_cast<uint32_t>(used) - 4, 4);
  for (int i = 0; i < used; ++i) out.Put(code.lengths[kLengthOrder[i]], 3);
  for (const auto& [symbol, extra] : runs) {
    code.Put(out, symbol);
    if (symbol >= 16) out.Put(extra, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
  }
}

void PutBlock(std::span<const Token> tokens, bool last, BitWriter& out) {
  std::vector<uint32_t> literal_counts(286, 0), distance_counts(30, 0);
  literal_counts[kEndOfBlock] = 1;
  for (const Token token : tokens) {
    if (token.distance == 0) {
      ++literal_counts[token.value];
    } else {
      ++literal_counts[257 + CodeOf(kLengthBase, token.value)];
      ++distance_counts[CodeOf(kDistanceBase, token.distance)];
    }
  }
  // Decoders want at least one distance and two literal codes.
  if (std::count(literal_counts.begin(), literal_counts.end(), 0u) == 285) literal_counts[0] = 1;
  if (std::count(distance_counts.begin(), distance_counts.end(), 0u) == 30) distance_counts[0] = 1;
  const Code literals(HuffmanLengths(literal_counts, 15)),
      distances(HuffmanLengths(distance_counts, 15));
  out.Put(last ? 1 : 0, 1);
  out.Put(2, 2);
  PutHeader(literals, distances, out);
  for (const Token token : tokens) {
    if (token.distance == 0) {
      literals.Put(out, token.value);
      continue;
    }
    const int length_code = CodeOf(kLengthBase, token.value);
    literals.Put(out, 257 + length_code);
    out.Put(static_cast<uint32_t>(token.value - kLengthBase[length_code]),
            kLengthExtra[length_code]);
    const int distance_code = CodeOf(kDistanceBase, token.distance);
    distances.Put(out, distance_code);
    out.Put(static_cast<uint32_t>(token.distance - kDistanceBase[distance_code]),
            kDistanceExtra[distance_code]);
  }
  literals.Put(out, kEndOfBlock);
}

uint32_t Adler32(ByteSpan bytes) {
  uint32_t a = 1, b = 0;
  for (const uint8_t byte : bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}

}  // namespace

std::vector<uint8_t> DeflateZlib(ByteSpan bytes) {
  BitWriter out;
  out.bytes = {0x78, 0xDA};
  const std::vector<Token> tokens = FindTokens(bytes);
  const std::span<const Token> all(tokens);
  size_t at = 0;
  do {
    const size_t count = std::min(kTokensPerBlock, all.size() - at);
    PutBlock(all.subspan(at, count), at + count == all.size(), out);
    at += count;
  } while (at < all.size());
  out.Flush();
  const uint32_t sum = Adler32(bytes);
  for (const int shift : {24, 16, 8, 0}) out.bytes.push_back(static_cast<uint8_t>(sum >> shift));
  return std::move(out.bytes);
}

}  // namespace meander
