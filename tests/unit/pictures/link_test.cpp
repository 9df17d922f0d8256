// The link of the room of pictures: what comes back is what went in; damage is told, never misread;
// a photo of the reader's own is named, never carried.
#include "pictures/link.h"

#include <gtest/gtest.h>

#include "../../released/released_links.h"
#include "base/rng.h"
#include "canvas/link.h"
#include "made_up_look.h"

namespace meander {
namespace {

PicturesLink Any(Rng& rng) {
  using Kind = PictureTarget::Kind;
  PicturesLink link;
  link.photo = rng.Below(4) == 0 ? PictureRef::kOwn : rng.Below(1000);
  PictureLook& look = link.look;
  look.view = static_cast<PictureView>(rng.Below(kPictureViews));
  look.layer = static_cast<uint8_t>(rng.Below(kPictureEnd + 1));
  look.slice = static_cast<PictureSlice>(rng.Below(kPictureSlices));
  look.method = static_cast<PictureMethod>(rng.Below(5));
  look.groups = static_cast<uint8_t>(2 + rng.Below(9));
  look.by_share = rng.Below(2) == 0;
  look.alone = rng.Below(2) == 0;
  look.only = rng.Below(2) == 0;
  look.hides = rng.Below(2) == 0;
  look.ghost = rng.Below(2) == 0;
  look.a = rng.Below(3) == 0 ? kNoClass : static_cast<uint16_t>(rng.Below(1000));
  look.b = rng.Below(3) == 0 ? kNoClass : static_cast<uint16_t>(rng.Below(1000));
  if (rng.Below(2) == 0) {
    look.has_unit = true;
    look.unit_layer = static_cast<uint8_t>(rng.Below(kPictureEnd + 2));
    look.unit = static_cast<uint16_t>(rng.Below(
        look.unit_layer > kPictureEnd ? 1000u : kPictureLayers[look.unit_layer].channels));
  }
  look.seed = rng.Below(0xFFFFFFFFu);
  look.flows = rng.Below(2) == 0;
  if (look.flows) {
    look.from_layer = static_cast<uint8_t>(kFirstGroupLayer + rng.Below(5));
    look.from_groups = static_cast<uint8_t>(2 + rng.Below(9));
  }
  look.closer = static_cast<uint8_t>(rng.Below(kClosest + 1));
  switch (rng.Below(5)) {
    case 0:
      link.pinned = {Kind::kGroup, 0, static_cast<uint16_t>(rng.Below(10))};
      break;
    case 1: {
      const auto layer = static_cast<uint8_t>(rng.Below(kPictureEnd + 1));
      const uint32_t side = kPictureLayers[layer].told_side;
      link.pinned = {Kind::kPlace, layer, static_cast<uint16_t>(rng.Below(side * side))};
      break;
    }
    case 2:
      link.pinned = {Kind::kSegment, 0, static_cast<uint16_t>(rng.Below(256))};
      break;
    case 3:
      link.pinned = {Kind::kSource, 0, static_cast<uint16_t>(rng.Below(10))};
      break;
    default:
      break;
  }
  return link;
}

TEST(PicturesLink, ComesBackAsItWent) {
  Rng rng(7);
  for (int i = 0; i < 2000; ++i) {
    const PicturesLink link = Any(rng);
    const auto read = ReadPicturesLink(WritePicturesLink(link));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->photo, link.photo);
    EXPECT_TRUE(read->look == link.look);
    EXPECT_TRUE(read->pinned == link.pinned);
  }
}

TEST(PicturesLink, DamageIsToldOrHarmless) {
  Rng rng(11);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes = WritePicturesLink(Any(rng));
    for (uint32_t hits = 1 + rng.Below(3); hits > 0; --hits) {
      const size_t at = rng.Below(static_cast<uint32_t>(bytes.size()));
      if (rng.Below(4) == 0) bytes.resize(at);
      if (bytes.empty()) break;
      bytes[std::min(at, bytes.size() - 1)] = static_cast<char>(rng.Below(256));
    }
    const auto read = ReadPicturesLink(bytes);
    if (!read) {
      EXPECT_FALSE(read.error().message.empty());
      continue;
    }
    EXPECT_LE(read->look.layer, kPictureEnd);
    EXPECT_LT(static_cast<int>(read->look.view), kPictureViews);
    EXPECT_GE(read->look.groups, 2);
    EXPECT_LE(read->look.groups, 10);
    EXPECT_TRUE(HasPictureGroups(read->look.from_layer));
    EXPECT_GE(read->look.from_groups, 2);
    EXPECT_LE(read->look.from_groups, 10);
    if (read->look.has_unit && read->look.unit_layer <= kPictureEnd) {
      EXPECT_LT(read->look.unit, kPictureLayers[read->look.unit_layer].channels);
    }
  }
}

TEST(PicturesLink, WithoutAFlowItIsStillReadByOlderPages) {
  PicturesLink link;
  EXPECT_EQ(WritePicturesLink(link)[0], 1);
  link.look.flows = true;
  EXPECT_EQ(WritePicturesLink(link)[0], 2);
}

TEST(PicturesLink, ANewerOneIsSaidToBeNewer) {
  std::string bytes = WritePicturesLink({});
  bytes[0] = 9;
  const auto read = ReadPicturesLink(bytes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooNew);
}

TEST(PicturesLink, WhatTheProgramHasToSayOfAnAddressStandsUntilItIsDismissed) {
  PicturesState state = OpenedPictures();
  ApplyToPictures(state, "notice", "This link is damaged.");
  EXPECT_EQ(state.notice, "This link is damaged.");
  bool more = false;
  // The first picture takes a minute.
  LetPicturesPass(state, state.now_s + 1, more);
  LetPicturesPass(state, state.now_s + 60, more);
  EXPECT_TRUE(more);
  EXPECT_EQ(state.notice, "This link is damaged.");
  LetPicturesPass(state, state.now_s + 8, more);
  EXPECT_EQ(state.notice, "");
  ApplyToPictures(state, "notice", "Another.");
  ApplyToPictures(state, "dismiss", "");
  EXPECT_EQ(state.notice, "");
}

TEST(PicturesLink, NoStateAtAllIsWhatAFirstVisitSees) {
  PicturesState state = OpenedPictures();
  PictureLook look = ExampleLook();
  look.view = PictureView::kGrid;
  TakePicturesLink(state, WritePicturesLink({1, look, {}}));
  ASSERT_FALSE(state.is_example());
  TakePicturesLink(state, "");
  EXPECT_TRUE(state.is_example());
  EXPECT_EQ(state.pinned.kind, PictureTarget::Kind::kNone);
}

TEST(PicturesLink, OfAnOwnPhotoNoPixelGoesAlong) {
  PicturesState state = OpenedPictures();
  state.own.rgb.assign(kPictureLookBytes, 77);
  state.photo = PictureRef::kOwn;
  const std::string bytes = WritePicturesLink({state.photo, state.look, state.pinned});
  EXPECT_LT(bytes.size(), 40u);
  // Whoever has no such photo sees another, and is told.
  PicturesState other = OpenedPictures();
  TakePicturesLink(other, bytes);
  EXPECT_EQ(other.photo, 0u);
  EXPECT_FALSE(other.notice.empty());
}

// Three that were given out: the same photo, view and question for ever.
TEST(PicturesLink, ReleasedOnesOpenWhatTheyOpened) {
  const std::vector<std::string> links = ReleasedLinks("pictures");
  ASSERT_GE(links.size(), 3u);
  std::vector<PicturesLink> opened;
  for (const std::string& text : links) {
    const auto whole = DecodeLink(text);
    ASSERT_TRUE(whole.has_value()) << text;
    const auto link = ReadPicturesLink(whole->payload);
    ASSERT_TRUE(link.has_value()) << text;
    opened.push_back(*link);
  }
  EXPECT_EQ(opened[0].photo, 2u);
  EXPECT_EQ(opened[0].look.view, PictureView::kWhy);
  EXPECT_EQ(opened[0].look.layer, 5);
  EXPECT_EQ(opened[0].look.a, 282);
  EXPECT_EQ(opened[0].look.b, 287);
  EXPECT_EQ(opened[0].look.method, PictureMethod::kIntegrated);
  EXPECT_EQ(opened[1].look.view, PictureView::kUnits);
  EXPECT_TRUE(opened[1].look.has_unit);
  EXPECT_EQ(opened[1].look.unit_layer, 4);
  EXPECT_EQ(opened[1].look.unit, 37);
  EXPECT_TRUE((opened[1].pinned == PictureTarget{PictureTarget::Kind::kPlace, 4, 60}));
  EXPECT_EQ(opened[2].look.view, PictureView::kGroups);
  EXPECT_TRUE(opened[2].look.flows) << "the second form of a link";
  EXPECT_EQ(opened[2].look.from_layer, 3);
  EXPECT_EQ(opened[2].look.from_groups, 5);
  EXPECT_EQ(opened[2].look.groups, 6);
}

}  // namespace
}  // namespace meander
