// A second layout: what is written comes back chunk by chunk, whatever is not one is refused.
#include "pack/layout_section.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

SecondLayout Small() { return {{{1, 2, 3, 4, 65535, 0}}, {0, 10, 7}}; }

TEST(LayoutSection, ComesBackInChunks) {
  const SecondLayout layout = Small();
  SecondLayout read;
  ASSERT_TRUE(ReadLayout(WriteLayout(layout, 0, 2), 2, read));
  ASSERT_TRUE(ReadLayout(WriteLayout(layout, 2, 1), 1, read));
  EXPECT_EQ(read.positions.codes, layout.positions.codes);
  EXPECT_EQ(read.trust, layout.trust);
  // As docs/format.md lays it out: places first, then trust.
  EXPECT_EQ(WriteLayout(layout, 1, 2), (std::vector<uint8_t>{3, 0, 4, 0, 255, 255, 0, 0, 10, 7}));
}

TEST(LayoutSection, RefusesWhatIsNotOne) {
  std::vector<uint8_t> bytes = WriteLayout(Small(), 0, 3);
  SecondLayout read;
  EXPECT_FALSE(ReadLayout(bytes, 2, read));
  EXPECT_FALSE(ReadLayout(ByteSpan(bytes).first(14), 3, read));
  EXPECT_FALSE(ReadLayout({}, 0xFFFFFFFF, read));
  bytes.back() = 11;
  const auto refused = ReadLayout(bytes, 3, read);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kCorrupt);
  EXPECT_TRUE(read.trust.empty());
}

}  // namespace
}  // namespace meander
