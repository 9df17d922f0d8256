// Archives, read back by their list at the end, as unpackers do.
#include "canvas/zip.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "canvas/deflate.h"

namespace meander {
namespace {

uint32_t Number(const std::vector<uint8_t>& bytes, size_t at, int count) {
  uint32_t value = 0;
  for (int i = 0; i < count; ++i)
    value |= static_cast<uint32_t>(bytes[at + static_cast<size_t>(i)]) << (8 * i);
  return value;
}

TEST(Zip, EveryFileIsFoundByTheListAndIsWhole) {
  std::map<std::string, std::vector<uint8_t>> wanted = {
      {"a/one.txt", {'o', 'n', 'e'}},
      {"a/none", {}},
      {"a/many.bin", std::vector<uint8_t>(70000, 7)}};
  std::vector<ZipFile> files;
  for (const auto& [name, bytes] : wanted) files.push_back({name, bytes});
  const std::vector<uint8_t> zip = WriteZip(files);
  const size_t end = zip.size() - 22;
  ASSERT_EQ(Number(zip, end, 4), 0x06054B50u);
  ASSERT_EQ(Number(zip, end + 10, 2), wanted.size());
  size_t at = Number(zip, end + 16, 4);
  EXPECT_EQ(at + Number(zip, end + 12, 4), end);
  for (size_t i = 0; i < wanted.size(); ++i) {
    ASSERT_EQ(Number(zip, at, 4), 0x02014B50u);
    const uint32_t check = Number(zip, at + 16, 4), size = Number(zip, at + 24, 4);
    const uint32_t length = Number(zip, at + 28, 2), place = Number(zip, at + 42, 4);
    const std::string name(zip.begin() + static_cast<std::ptrdiff_t>(at) + 46,
                           zip.begin() + static_cast<std::ptrdiff_t>(at) + 46 + length);
    at += size_t{46} + length;
    ASSERT_TRUE(wanted.contains(name)) << name;
    ASSERT_EQ(Number(zip, place, 4), 0x04034B50u);
    EXPECT_EQ(Number(zip, place + 8, 2), 0u);  // stored
    const auto begin = zip.begin() + static_cast<std::ptrdiff_t>(place) + 30 + length;
    const std::vector<uint8_t> bytes(begin, begin + size);
    EXPECT_EQ(bytes, wanted[name]);
    EXPECT_EQ(check, Crc32(bytes));
  }
}

}  // namespace
}  // namespace meander
