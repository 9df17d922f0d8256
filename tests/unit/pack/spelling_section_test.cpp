// Pairs near by spelling: what is written comes back, is found either way round, and whatever is
// not such a list is refused.
#include "pack/spelling_section.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

const std::vector<SpellingPair> kPairs{{0, 7, 0.2f}, {3, 4, -0.1f}, {3, 9, 1}};

TEST(SpellingSection, ComesBackAndIsFoundEitherWayRound) {
  const auto read = ReadSpelling(WriteSpelling(kPairs), 10);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 3u);
  EXPECT_NEAR(*SpellingLeft(*read, 0, 7), 0.2, 0.004);
  EXPECT_NEAR(*SpellingLeft(*read, 9, 3), 1, 0.004);
  EXPECT_NEAR(*SpellingLeft(*read, 4, 3), -0.1, 0.004);
  EXPECT_FALSE(SpellingLeft(*read, 4, 9));
  EXPECT_FALSE(SpellingLeft(*read, 0, 0));
  EXPECT_FALSE(SpellingLeft({}, 0, 7));
  // As docs/format.md lays it out.
  EXPECT_EQ(WriteSpelling(std::span(kPairs).last(1)),
            (std::vector<uint8_t>{1, 3, 0, 0, 0, 9, 0, 0, 0, 255}));
}

TEST(SpellingSection, RefusesWhatIsNotOne) {
  const std::vector<uint8_t> bytes = WriteSpelling(kPairs);
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadSpelling(ByteSpan(bytes).first(length), 10)) << length;
  }
  std::vector<uint8_t> longer = bytes;
  longer.push_back(0);
  EXPECT_FALSE(ReadSpelling(longer, 10));
  const auto beyond = ReadSpelling(bytes, 9);
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().code, ErrorCode::kCorrupt);
  for (const std::vector<SpellingPair>& pairs : {std::vector<SpellingPair>{{3, 3, 0}},
                                                 {{4, 3, 0}},
                                                 {{1, 2, 0}, {1, 2, 0}},
                                                 {{3, 4, 0}, {0, 7, 0}}}) {
    EXPECT_FALSE(ReadSpelling(WriteSpelling(pairs), 10));
  }
}

}  // namespace
}  // namespace meander
