// Icons are found by unit, come once, and stand for nothing where there are none.
#include "pictures/icons.h"

#include <gtest/gtest.h>

#include <algorithm>

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

// A pack that has small icons for a first picture as well.
PicturesState WithFirstSections() {
  PicturesState state = WithSections();
  ChunkRef units, icons;
  units.file = "first-units-0.bin";
  icons.file = "first-icons-0.bin";
  state.head.sections.push_back({std::string(kFirstUnitsSection), 1, false, {units}});
  state.head.sections.push_back({std::string(kFirstIconsSection), 1, false, {icons}});
  return state;
}

std::vector<std::string> SectionsIn(const Effects& effects) {
  std::vector<std::string> sections;
  for (const Effect& effect : effects) {
    if (const auto* fetch = std::get_if<FetchEffect>(&effect)) sections.push_back(fetch->section);
  }
  return sections;
}

std::vector<std::string> WishesIn(const Effects& effects) {
  std::vector<std::string> wishes;
  for (const Effect& effect : effects) {
    if (const auto* fetch = std::get_if<FetchFileEffect>(&effect)) wishes.push_back(fetch->address);
  }
  return wishes;
}

// The index and the list have come; what was wished for then.
std::vector<std::string> Arrive(PicturesState& state,
                                std::string_view units_section = kUnitsSection,
                                std::string_view icons_section = kIconsSection,
                                const std::string& file = "b11-0123456789abcdef.webp") {
  const std::vector<uint8_t> atlas = WriteIconAtlas(SmallAtlas());
  const IconSheet sheet{"b11.exp", file, 10, 1};
  const std::vector<uint8_t> list = WriteIconSheets({&sheet, 1});
  const ChunkRef& units = state.head.Find(units_section)->chunks[0];
  const ChunkRef& icons = state.head.Find(icons_section)->chunks[0];
  EXPECT_TRUE(WishesIn(TakeIconChunk(state, units_section, units, ByteSpan(atlas))).empty());
  return WishesIn(TakeIconChunk(state, icons_section, icons, ByteSpan(list)));
}

std::vector<uint8_t> Decoded(uint32_t width, uint32_t height, uint8_t value) {
  PictureTable table;
  table.width = width;
  table.height = height;
  table.rgba.assign(size_t{width} * height * 4, value);
  return WritePictureAnswer(table);
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
  const std::vector<uint8_t> decoded = Decoded(48, 4, 9);
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

TEST(PicturesIcons, SmallOnesComeForTheFirstPictureAndTheRestAfterIt) {
  PicturesState state = WithFirstSections();
  EXPECT_TRUE(HasFirstIcons(state)) << "nobody has asked yet";
  EXPECT_EQ(
      SectionsIn(FetchIcons(state)),
      (std::vector<std::string>{std::string(kFirstUnitsSection), std::string(kFirstIconsSection)}));
  EXPECT_FALSE(HasFirstIcons(state));
  const std::vector<std::string> first =
      Arrive(state, kFirstUnitsSection, kFirstIconsSection, "first-0123456789abcdef.webp");
  ASSERT_EQ(first.size(), 1u);
  EXPECT_FALSE(HasFirstIcons(state));
  const std::vector<uint8_t> small = Decoded(24, 2, 1);
  TakePictureFile(state, first[0], ByteSpan(small));
  EXPECT_TRUE(HasFirstIcons(state));
  ASSERT_TRUE(IconOf(state, kPictureDefaultLayer, 7));
  EXPECT_EQ(IconOf(state, kPictureDefaultLayer, 7)->sheet->width, 24u);
  EXPECT_EQ(FactsOfUnit(state, kPictureDefaultLayer, 7), nullptr) << "those come with the rest";

  const std::vector<std::string> rest = SectionsIn(FetchRest(state));
  EXPECT_NE(std::ranges::find(rest, kUnitsSection), rest.end());
  EXPECT_NE(std::ranges::find(rest, kIconsSection), rest.end());
  const std::vector<std::string> whole = Arrive(state);
  ASSERT_EQ(whole.size(), 1u);
  EXPECT_EQ(IconOf(state, kPictureDefaultLayer, 7)->sheet->width, 24u)
      << "until the large one is here";
  const std::vector<uint8_t> large = Decoded(48, 4, 9);
  TakePictureFile(state, whole[0], ByteSpan(large));
  EXPECT_EQ(IconOf(state, kPictureDefaultLayer, 7)->sheet->width, 48u);
  EXPECT_NE(FactsOfUnit(state, kPictureDefaultLayer, 7), nullptr);
}

TEST(PicturesIcons, SmallOnesThatDoNotComeAreNotWaitedFor) {
  const std::vector<uint8_t> damaged = {1, 2, 3};
  for (const std::string_view section : {kFirstUnitsSection, kFirstIconsSection}) {
    PicturesState state = WithFirstSections();
    FetchIcons(state);
    const ChunkRef& chunk = state.head.Find(section)->chunks[0];
    TakeIconChunk(state, section, chunk, ByteSpan(damaged));
    EXPECT_TRUE(HasFirstIcons(state)) << section;
  }
  PicturesState state = WithFirstSections();
  FetchIcons(state);
  const std::vector<std::string> first =
      Arrive(state, kFirstUnitsSection, kFirstIconsSection, "first-0123456789abcdef.webp");
  TakePictureFile(state, first.at(0), std::unexpected(Error{ErrorCode::kUnavailable, "No."}));
  EXPECT_TRUE(HasFirstIcons(state));
}

TEST(PicturesIcons, PhotosThatAreNotLookedAtComeAsThumbsFirst) {
  PicturesState state = OpenedPictures();
  ASSERT_GE(state.photos.size(), 2u);
  state.head.sections.push_back({std::string(kThumbsSection), 1, false, {}});
  for (PackPhoto& photo : state.photos) {
    photo.is_asked = false;
    photo.pixels = nullptr;
  }
  state.photos[0].is_asked = true;
  state.photos[0].pixels = std::make_shared<const PictureTable>();
  const std::vector<std::string> thumbs = SectionsIn(FetchPhotos(state));
  EXPECT_EQ(thumbs, std::vector<std::string>(state.photos.size() - 1, std::string(kThumbsSection)));
  EXPECT_TRUE(FetchPhotos(state).empty()) << "each once";
  const std::vector<uint8_t> decoded = Decoded(3, 3, 9);
  const Effects shown =
      TakePictureFile(state, std::string(kPackThumbWish) + "1;AAAA", ByteSpan(decoded));
  ASSERT_EQ(shown.size(), 1u);
  ASSERT_TRUE(std::holds_alternative<ShowPictureEffect>(shown[0]));
  EXPECT_EQ(std::get<ShowPictureEffect>(shown[0]).name, ThumbName(1));
  EXPECT_EQ(state.photos[1].pixels, nullptr) << "a thumb is nothing to look at";
  EXPECT_TRUE(
      TakePictureFile(state, std::string(kPackThumbWish) + "9999;AAAA", ByteSpan(decoded)).empty());
  state.photo = 1;
  EXPECT_EQ(SectionsIn(FetchPhotos(state)), std::vector<std::string>{"photos"})
      << "chosen, it comes";
  state.photos[1].pixels = std::make_shared<const PictureTable>();
  const std::vector<std::string> rest = SectionsIn(FetchRest(state));
  EXPECT_EQ(std::ranges::count(rest, "photos"), std::ptrdiff_t(state.photos.size()) - 2);
}

TEST(PicturesIcons, AreNotFetchedUnaskedWhereBytesAreDear) {
  PicturesState state = WithSections();
  state.is_careful = true;
  EXPECT_TRUE(FetchIcons(state).empty());
  state.may_fetch = true;
  EXPECT_FALSE(FetchIcons(state).empty());
}

TEST(PicturesIcons, SmallOnesComeWhereBytesAreDearAndTheRestIsAskedFor) {
  PicturesState state = WithFirstSections();
  state.is_careful = true;
  const std::vector<std::string> first = {std::string(kFirstUnitsSection),
                                          std::string(kFirstIconsSection)};
  state.look.view = PictureView::kUnits;
  state.look.has_unit = true;
  EXPECT_EQ(SectionsIn(FetchIcons(state)), first);
  EXPECT_FALSE(state.wants_rest);
  state.may_fetch = true;
  EXPECT_EQ(SectionsIn(FetchIcons(state)),
            (std::vector<std::string>{std::string(kUnitsSection), std::string(kIconsSection)}));
}

TEST(PicturesIcons, WhereNoIconIsDrawnNoneIsWaitedFor) {
  PicturesState state = WithFirstSections();
  state.look.view = PictureView::kWhatIf;
  EXPECT_TRUE(FetchIcons(state).empty());
  EXPECT_TRUE(HasFirstIcons(state));
  state.look.view = PictureView::kWhy;
  EXPECT_EQ(SectionsIn(AskPictures(state)).size(), 2u) << "another view draws some";
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
