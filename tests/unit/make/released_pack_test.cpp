// The packs in tests/released were made by earlier versions; every later build must open them and
// find in them what was put there.
#include <gtest/gtest.h>

#include "../../source_dir.h"
#include "cli/opened_pack.h"

namespace meander {
namespace {

TEST(ReleasedPack, Version1Opens) {
  const auto pack = OpenPack(std::filesystem::path(kSourceDir) / "tests/released/pack-v1");
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->head.version, 1u);
  EXPECT_EQ(pack->head.name, "released");
  EXPECT_EQ(pack->head.encoder_id, "all-MiniLM-L6-v2/int8");
  EXPECT_EQ(pack->head.item_count, 120u);
  ASSERT_EQ(pack->titles.size(), 120u);
  EXPECT_EQ(pack->vectors.dim, 384u);
  EXPECT_EQ(pack->neighbors.per_item, 50u);
  EXPECT_EQ(pack->positions.count(), 120u);
  EXPECT_EQ(pack->titles[60], "Kingdom (taxonomy)");
  EXPECT_EQ(pack->titles[119], "Yogyakarta");
  EXPECT_EQ(pack->titles[pack->neighbors.Of(0)[0].item], "Fundamental theorem of arithmetic");
  EXPECT_NEAR(pack->neighbors.Of(0)[0].cosine, 0.28f, 0.01f);
}

}  // namespace
}  // namespace meander
