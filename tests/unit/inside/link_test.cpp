// The link of Inside: what comes back is what went in; damage is told, never misread.
#include "inside/link.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace meander {
namespace {

InsideLink Any(Rng& rng) {
  InsideLink link;
  link.a = "The doctor did not find anything wrong.";
  link.b = rng.Below(2) == 0 ? "" : "Der Hund läuft über die Straße 🐕";
  link.look.view = static_cast<InsideView>(rng.Below(kInsideViews));
  link.look.layer = static_cast<uint8_t>(rng.Below(kLastLayer + 1));
  link.look.pair_way = static_cast<PairWay>(rng.Below(3));
  for (InsideWordMethod& method : link.look.methods) {
    method = static_cast<InsideWordMethod>(rng.Below(6));
  }
  link.look.leader = static_cast<uint8_t>(rng.Below(4));
  link.look.groups = static_cast<uint8_t>(2 + rng.Below(11));
  link.look.of_second = rng.Below(2) == 0;
  link.look.by_piece = rng.Below(2) == 0;
  link.look.ghost = rng.Below(2) == 0;
  link.look.cell_size = rng.Below(2) == 0 ? CellSize::kNorm : CellSize::kUnusual;
  link.look.seed = rng.Below(0xFFFFFFFFu);
  link.look.hides = rng.Below(4) == 0;
  if (rng.Below(3) == 0) {
    link.look.card_layer = static_cast<uint8_t>(1 + rng.Below(kLastLayer));
    link.look.card_channel = static_cast<uint16_t>(rng.Below(1536));
  }
  link.pinned = {static_cast<InsideTarget::Kind>(rng.Below(8)),
                 static_cast<uint16_t>(rng.Below(128)), static_cast<uint16_t>(rng.Below(128))};
  if (link.pinned.kind == InsideTarget::Kind::kNone) link.pinned = {};
  link.c = rng.Below(2) == 0 ? "" : "A third one.";
  link.edited = rng.Below(2) == 0 ? "" : "The doctor did find anything wrong.";
  link.look.why_method = static_cast<InsideWordMethod>(rng.Below(6));
  return link;
}

TEST(InsideLink, ComesBackAsItWent) {
  Rng rng(7);
  for (int i = 0; i < 500; ++i) {
    const InsideLink link = Any(rng);
    const auto read = ReadInsideLink(WriteInsideLink(link));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->a, link.a);
    EXPECT_EQ(read->b, link.b);
    EXPECT_EQ(read->c, link.c);
    EXPECT_EQ(read->edited, link.edited);
    EXPECT_TRUE(read->look == link.look);
    EXPECT_TRUE(read->pinned == link.pinned);
  }
}

TEST(InsideLink, DamageIsToldOrHarmless) {
  Rng rng(11);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes = WriteInsideLink(Any(rng));
    for (uint32_t hits = 1 + rng.Below(3); hits > 0; --hits) {
      const size_t at = rng.Below(static_cast<uint32_t>(bytes.size()));
      if (rng.Below(4) == 0) bytes.resize(at);
      if (bytes.empty()) break;
      bytes[std::min(at, bytes.size() - 1)] = static_cast<char>(rng.Below(256));
    }
    const auto read = ReadInsideLink(bytes);
    if (!read) {
      EXPECT_FALSE(read.error().message.empty());
      continue;
    }
    EXPECT_LE(read->look.layer, kLastLayer);
    EXPECT_LT(static_cast<int>(read->look.view), kInsideViews);
    EXPECT_GE(read->look.groups, 2);
    EXPECT_LE(read->look.groups, 12);
    EXPECT_LT(read->look.leader, 4);
  }
}

TEST(InsideLink, ANewerOneIsSaidToBeNewer) {
  std::string bytes = WriteInsideLink({});
  bytes[0] = 9;
  const auto read = ReadInsideLink(bytes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooNew);
}

TEST(InsideLink, IsWrittenInTheOldestVersionThatCanSayIt) {
  InsideLink link;
  link.a = "a";
  link.b = "b";
  EXPECT_EQ(WriteInsideLink(link)[0], 1);
  link.look.hides = true;
  EXPECT_EQ(WriteInsideLink(link)[0], 2);
  // What only a newer one may say is no flag of the older.
  std::string claimed = WriteInsideLink(link);
  claimed[0] = 1;
  EXPECT_FALSE(ReadInsideLink(claimed));
  claimed[0] = 3;
  ASSERT_FALSE(ReadInsideLink(claimed));
  EXPECT_EQ(ReadInsideLink(claimed).error().code, ErrorCode::kTooNew);
}

}  // namespace
}  // namespace meander
