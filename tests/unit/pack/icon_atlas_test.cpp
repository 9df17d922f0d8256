// The atlas of icons: comes back as it was written, and nothing else is taken for one.
#include "pack/icon_atlas.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/rng.h"

namespace meander {
namespace {

IconAtlas MadeAtlas() {
  IconAtlas atlas;
  atlas.weights = 0x1234567890ABCDEF;
  atlas.photos = {"dog", "coffee"};
  IconLayer layer;
  layer.tensor = "b11.exp";
  layer.fed_by = "b8.exp";
  layer.side = 14;
  layer.tiles = 6;
  layer.pieces = 392;
  for (const uint16_t channel : {4, 400}) {
    IconUnit unit;
    unit.channel = channel;
    unit.icon = channel == 4 ? 0 : kNoTile;
    unit.opposite = channel == 4 ? 5 : kNoTile;
    unit.forms[0] = 2;
    unit.on_icon = 7.5f;
    unit.most_on_icon = 12;
    unit.share_below = .9975f;
    unit.waking[0] = 300;
    unit.waking[26] = 92;
    unit.strongest = 6;
    unit.crops = {{1, 195, 6}, {0, 3, 2.5f}};
    unit.shown = {{1, 195, 6}};
    unit.alike = {{671, .5f}, {2, .25f}};
    unit.fed = {{479, 1.5f}, {3, -.75f}};
    unit.speaks = {{282, .5f}, {999, -1}};
    layer.units.push_back(unit);
  }
  atlas.layers = {layer};
  return atlas;
}

TEST(IconAtlas, ComesBackAsItWasWritten) {
  const std::vector<uint8_t> bytes = WriteIconAtlas(MadeAtlas());
  const Result<IconAtlas> read = ReadIconAtlas(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(WriteIconAtlas(*read), bytes);
  ASSERT_EQ(read->layers.size(), 1u);
  const IconLayer& layer = read->layers[0];
  EXPECT_EQ(layer.fed_by, "b8.exp");
  ASSERT_EQ(layer.units.size(), 2u);
  const IconUnit& unit = layer.units[0];
  EXPECT_EQ(unit.opposite, 5);
  EXPECT_EQ(unit.forms[0], 2);
  EXPECT_EQ(unit.forms[1], kNoTile);
  EXPECT_EQ(unit.waking[26], 92u);
  EXPECT_EQ(unit.share_below, .9975f);
  EXPECT_EQ(unit.crops[1].value, 2.5f);
  EXPECT_EQ(unit.fed[1].value, -.75f);
  EXPECT_EQ(unit.speaks[0].to, 282);
  EXPECT_EQ(layer.units[1].icon, kNoTile);
}

// Values are kept to about three digits.
TEST(IconAtlas, KeepsValuesToAThird) {
  IconAtlas atlas = MadeAtlas();
  atlas.layers[0].units[0].on_icon = 3.14159f;
  const Result<IconAtlas> read = ReadIconAtlas(WriteIconAtlas(atlas));
  ASSERT_TRUE(read.has_value());
  EXPECT_NEAR(read->layers[0].units[0].on_icon, 3.14159, .01);
}

TEST(IconAtlas, RefusesWhatIsCutOrLonger) {
  std::vector<uint8_t> bytes = WriteIconAtlas(MadeAtlas());
  for (size_t size = 0; size < bytes.size(); ++size) {
    const Result<IconAtlas> read = ReadIconAtlas(ByteSpan(bytes).first(size));
    ASSERT_FALSE(read.has_value()) << size;
    ASSERT_EQ(read.error().code, ErrorCode::kCorrupt);
  }
  bytes.push_back(0);
  EXPECT_FALSE(ReadIconAtlas(bytes).has_value());
}

TEST(IconAtlas, RefusesNumbersBeyondTheirBounds) {
  const auto refused = [](auto change) {
    IconAtlas atlas = MadeAtlas();
    change(atlas);
    return !ReadIconAtlas(WriteIconAtlas(atlas)).has_value();
  };
  EXPECT_FALSE(refused([](IconAtlas&) {}));
  const auto unit_refused = [&](auto change) {
    return refused([&](IconAtlas& atlas) { change(atlas.layers[0].units[0]); });
  };
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.icon = 6; })) << "a tile that is not there";
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.forms[3] = 600; }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.channel = 400; })) << "twice the same";
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.crops[0].photo = 2; }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.crops[0].place = 196; }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.crops.resize(5); }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.alike.resize(11); }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.alike[0].to = 5000; }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.share_below = 1.5f; }));
  EXPECT_TRUE(unit_refused([](IconUnit& unit) { unit.waking[0] = 299; })) << "pieces lost";
  EXPECT_TRUE(
      unit_refused([](IconUnit& unit) { unit.on_icon = std::numeric_limits<float>::infinity(); }));
  EXPECT_TRUE(unit_refused(
      [](IconUnit& unit) { unit.speaks[0].value = std::numeric_limits<float>::quiet_NaN(); }));
  EXPECT_TRUE(refused([](IconAtlas& atlas) { atlas.layers[0].side = 200; }));
  EXPECT_TRUE(refused([](IconAtlas& atlas) { atlas.layers[0].tensor = std::string(41, 'x'); }));
  EXPECT_TRUE(refused([](IconAtlas& atlas) { atlas.layers.resize(17, atlas.layers[0]); }));
  EXPECT_TRUE(refused([](IconAtlas& atlas) { atlas.photos.resize(256); }));
}

// Whatever a byte becomes, the answer is an atlas that is within its bounds, or a refusal.
TEST(IconAtlas, AnyByteMayBeWrong) {
  const std::vector<uint8_t> whole = WriteIconAtlas(MadeAtlas());
  Rng rng(3);
  int taken = 0;
  for (size_t at = 0; at < whole.size(); ++at) {
    for (int i = 0; i < 8; ++i) {
      std::vector<uint8_t> bytes = whole;
      bytes[at] ^= static_cast<uint8_t>(1 + rng.Below(255));
      const Result<IconAtlas> read = ReadIconAtlas(bytes);
      if (!read) continue;
      ++taken;
      for (const IconLayer& layer : read->layers) {
        for (const IconUnit& unit : layer.units) {
          ASSERT_TRUE(unit.icon == kNoTile || unit.icon < layer.tiles);
          for (const IconCrop& crop : unit.crops) {
            ASSERT_LT(crop.photo, read->photos.size());
            ASSERT_LT(crop.place, layer.side * layer.side);
          }
        }
      }
    }
  }
  EXPECT_GT(taken, 0);
  EXPECT_LT(taken, static_cast<int>(whole.size()) * 8);
}

}  // namespace
}  // namespace meander
