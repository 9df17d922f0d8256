// Icons are found by unit, come once, and stand for nothing where there are none.
#include "pictures/icons.h"

#include <gtest/gtest.h>

#include "canvas/picture_wish.h"
#include "made_up_look.h"
#include "pictures/photos.h"

namespace meander {
namespace {

IconAtlas SmallAtlas() {
  IconAtlas atlas;
  atlas.photos = {"chelsea"};
  IconLayer layer;
  layer.tensor = "b11.exp";
  layer.side = 14;
  layer.tiles = 26;
  IconUnit unit;
  unit.channel = 7;
  unit.icon = 25;
  layer.units.push_back(unit);
  unit.channel = 9;
  unit.icon = kNoTile;
  layer.units.push_back(unit);
  atlas.layers.push_back(layer);
  return atlas;
}

PicturesState WithSections() {
  PicturesState state = OpenedPictures();
  ChunkRef units, icons;
  units.file = "units-0.bin";
  icons.file = "icons-0.bin";
  state.head.sections.push_back({std::string(kUnitsSection), 1, false, {units}});
  state.head.sections.push_back({std::string(kIconsSection), 1, false, {icons}});
  return state;
}

std::vector<std::string> WishesIn(const Effects& effects) {
  std::vector<std::string> wishes;
  for (const Effect& effect : effects) {
    if (const auto* fetch = std::get_if<FetchFileEffect>(&effect)) wishes.push_back(fetch->address);
  }
  return wishes;
}

// The index and the list have come; what was wished for then.
std::vector<std::string> Arrive(PicturesState& state) {
  const std::vector<uint8_t> atlas = WriteIconAtlas(SmallAtlas());
  const IconSheet sheet{"b11.exp", "b11-0123456789abcdef.webp", 10, 1};
  const std::vector<uint8_t> list = WriteIconSheets({&sheet, 1});
  const ChunkRef& units = state.head.Find(kUnitsSection)->chunks[0];
  const ChunkRef& icons = state.head.Find(kIconsSection)->chunks[0];
  EXPECT_TRUE(WishesIn(TakeIconChunk(state, kUnitsSection, units, ByteSpan(atlas))).empty());
  return WishesIn(TakeIconChunk(state, kIconsSection, icons, ByteSpan(list)));
}

TEST(PicturesIcons, AreAskedForOnceAndFoundByTheirUnit) {
  PicturesState state = WithSections();
  size_t asked = 0;
  for (const Effect& effect : FetchIcons(state)) {
    asked += std::holds_alternative<FetchEffect>(effect) ? 1 : 0;
  }
  EXPECT_EQ(asked, 2u);
  const std::vector<std::string> wishes = Arrive(state);
  ASSERT_EQ(wishes.size(), 1u);
  EXPECT_NE(wishes[0].find("pack:b11-0123456789abcdef.webp"), std::string::npos);
  EXPECT_TRUE(FetchIcons(state).empty()) << "each thing once";
  EXPECT_FALSE(IconOf(state, kPictureDefaultLayer, 7)) << "its sheet is not here yet";
  PictureTable table;
  table.width = 48;
  table.height = 4;
  table.rgba.assign(size_t{48} * 4 * 4, 9);
  const std::vector<uint8_t> decoded = WritePictureAnswer(table);
  TakePictureFile(state, wishes[0], ByteSpan(decoded));
  const std::optional<UnitIcon> icon = IconOf(state, kPictureDefaultLayer, 7);
  ASSERT_TRUE(icon);
  // Tile 25: the second of the second row, of two rows of 24.
  EXPECT_NEAR(icon->part.low.x, 1.f / 24, 1e-6f);
  EXPECT_NEAR(icon->part.low.y, 0.5f, 1e-6f);
  EXPECT_NEAR(icon->part.high.x, 2.f / 24, 1e-6f);
  EXPECT_FALSE(IconOf(state, kPictureDefaultLayer, 9)) << "not grown";
  EXPECT_FALSE(IconOf(state, kPictureDefaultLayer, 8)) << "not known";
  EXPECT_FALSE(IconOf(state, 2, 7)) << "of another layer";
  EXPECT_FALSE(IconOf(state, kPictureEnd + 1, 7));
}

TEST(PicturesIcons, AreNotFetchedUnaskedWhereBytesAreDear) {
  PicturesState state = WithSections();
  state.is_careful = true;
  EXPECT_TRUE(FetchIcons(state).empty());
  state.may_fetch = true;
  EXPECT_FALSE(FetchIcons(state).empty());
}

TEST(PicturesIcons, WhatIsDamagedIsNoIcon) {
  PicturesState state = WithSections();
  const std::vector<uint8_t> damaged = {1, 2, 3};
  const ChunkRef& units = state.head.Find(kUnitsSection)->chunks[0];
  TakeIconChunk(state, kUnitsSection, units, ByteSpan(damaged));
  EXPECT_FALSE(IconOf(state, kPictureDefaultLayer, 7));
  const std::vector<std::string> wishes = Arrive(state);
  ASSERT_EQ(wishes.size(), 1u);
  TakePictureFile(state, wishes[0], ByteSpan(damaged));
  EXPECT_FALSE(IconOf(state, kPictureDefaultLayer, 7));
}

}  // namespace
}  // namespace meander
