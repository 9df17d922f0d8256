// Compression against an inflater written apart from it, which itself is held to streams that zlib
// 1.2.13 wrote (Python's zlib.compress, level 9).
#include "canvas/deflate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "base/rng.h"
#include "inflate.h"

namespace meander {
namespace {

std::vector<uint8_t> FromHex(std::string_view hex) {
  std::vector<uint8_t> bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

std::vector<uint8_t> RoundTrip(const std::vector<uint8_t>& bytes) {
  const auto unpacked = testing::Inflater(DeflateZlib(bytes)).Run();
  EXPECT_TRUE(unpacked.has_value());
  return unpacked.value_or(std::vector<uint8_t>{});
}

TEST(Inflater, ReadsWhatZlibWrote) {
  const auto text =
      testing::Inflater(FromHex("78da4b54c84d2c50c84f53c84c494d2cd65148c4c60700e4a70c0c")).Run();
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(std::string(text->begin(), text->end()), "a map of ideas, a map of ideas, a map");
  EXPECT_FALSE(
      testing::Inflater(FromHex("78da4b54c84d2c50c84f53c84c494d2cd65148c4c60700e4a70c0d")).Run());
}

TEST(Deflate, EmptyOneByteAndRuns) {
  for (const std::vector<uint8_t>& bytes :
       {std::vector<uint8_t>{}, std::vector<uint8_t>{7}, std::vector<uint8_t>(100000, 42)}) {
    EXPECT_EQ(RoundTrip(bytes), bytes);
  }
  EXPECT_LT(DeflateZlib(std::vector<uint8_t>(100000, 42)).size(), 250u);
}

TEST(Deflate, RandomBytesOfManyAlphabets) {
  Rng rng(3);
  for (const uint32_t alphabet : {2u, 3u, 17u, 256u}) {
    for (const size_t size : {size_t{3}, size_t{1000}, size_t{150000}}) {
      std::vector<uint8_t> bytes(size);
      for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(rng.Below(alphabet));
      ASSERT_EQ(RoundTrip(bytes), bytes) << alphabet << " " << size;
    }
  }
}

TEST(Deflate, MatchesAsFarAsTheWindowAndNoFarther) {
  std::vector<uint8_t> bytes(70000);
  Rng rng(9);
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(rng.Below(256));
  for (const size_t back : {size_t{32767}, size_t{32768}, size_t{32769}}) {
    std::copy_n(bytes.begin() + 100, 300, bytes.begin() + 100 + static_cast<std::ptrdiff_t>(back));
  }
  EXPECT_EQ(RoundTrip(bytes), bytes);
}

TEST(Deflate, TextShrinksAboutAsZlibDoes) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "stop " + std::to_string(i * i) + " of the journey; ";
  // Python: len(zlib.compress(text, 9)) = 1308.
  EXPECT_LT(DeflateZlib(AsBytes(text)).size(), 1308u * 108 / 100);
}

TEST(Huffman, NoCodeIsLongerThanTheLimitAndNoneIsWasted) {
  std::vector<uint32_t> fibonacci = {1, 1};
  while (fibonacci.size() < 30) fibonacci.push_back(fibonacci.end()[-1] + fibonacci.end()[-2]);
  for (const int longest : {5, 7, 15}) {
    const auto lengths = HuffmanLengths(fibonacci, longest);
    double kraft = 0;
    for (const uint8_t length : lengths) {
      EXPECT_GE(length, 1);
      EXPECT_LE(length, longest);
      kraft += std::ldexp(1.0, -length);
    }
    EXPECT_EQ(kraft, 1.0) << longest;
  }
}

TEST(Huffman, OptimalForAKnownCase) {
  // Cormen, Leiserson, Rivest and Stein, figure 16.4: a 45, b 13, c 12, d 16, e 9, f 5.
  EXPECT_EQ(HuffmanLengths({45, 13, 12, 16, 9, 5}, 15), (std::vector<uint8_t>{1, 3, 3, 3, 4, 4}));
  EXPECT_EQ(HuffmanLengths({0, 8, 0}, 15), (std::vector<uint8_t>{0, 1, 0}));
}

TEST(Crc32, CheckValueOfTheStandard) {
  EXPECT_EQ(Crc32(AsBytes("123456789")), 0xCBF43926u);
  EXPECT_EQ(Crc32(AsBytes("6789"), Crc32(AsBytes("12345"))), 0xCBF43926u);
}

}  // namespace
}  // namespace meander
