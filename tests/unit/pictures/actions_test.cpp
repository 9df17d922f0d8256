// What pressing does, and what cannot be pressed wrongly.
#include <gtest/gtest.h>

#include <algorithm>

#include "made_up_look.h"
#include "pictures/actions_view.h"
#include "pictures/keys.h"
#include "pictures/photos.h"
#include "pictures/room.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

TEST(PicturesActions, TheFirstVisitKnowsItsViewWhole) {
  const PicturesState state = OpenedPictures();
  EXPECT_TRUE(HasAllPictures(state));
  ASSERT_TRUE(ClassesAsked(state));
  EXPECT_EQ(ClassesAsked(state)->a, kMadeUpFirst);
  EXPECT_EQ(ClassesAsked(state)->b, kMadeUpSecond);
}

TEST(PicturesActions, AKindTakenFromTheOtherSwapsTheTwo) {
  PicturesState state = OpenedPictures();
  ApplyToPictures(state, "pick-class", "a");
  EXPECT_EQ(state.dialog, PictureDialog::kClasses);
  ApplyToPictures(state, "class", std::to_string(kMadeUpSecond));
  EXPECT_EQ(state.dialog, PictureDialog::kNone);
  EXPECT_EQ(ClassesAsked(state)->a, kMadeUpSecond);
  EXPECT_EQ(ClassesAsked(state)->b, kMadeUpFirst);
  ApplyToPictures(state, "class", "b none");
  EXPECT_EQ(ClassesAsked(state)->b, kNoClass);
  ApplyToPictures(state, "class", "a 1000");
  EXPECT_EQ(ClassesAsked(state)->a, kMadeUpSecond) << "there are a thousand, from 0";
}

TEST(PicturesActions, WhoOnlyPlaysIsAskedForNoMegabytes) {
  PicturesState state = OpenedPictures();
  state.is_careful = true;
  ApplyToPictures(state, "play", "");
  state.look.layer = kPictureDefaultLayer + 1;
  AskPictures(state);
  ASSERT_NE(state.request, 0u);
  TakePicturesReply(state, {state.request, Error{ErrorCode::kNeedsConsent, ""}});
  EXPECT_FALSE(state.asks_to_fetch);
  EXPECT_FALSE(state.is_playing);
  EXPECT_EQ(state.look.layer, kPictureDefaultLayer) << "what is here is seen again";
  // Whoever asks for that layer is asked.
  ApplyToPictures(state, "layer", std::to_string(kPictureDefaultLayer + 1));
  EXPECT_TRUE(state.asks_to_fetch);
}

TEST(PicturesActions, TheListOfKindsIsFetchedOnceAndOnlyWhenItIsOpened) {
  PicturesState state;
  PackHead head = MadeUpHead();
  head.sections.push_back({"classes", 1, false, {{"classes-0-a.bin", 0, 0, 8, 0}}});
  const auto fetches = [](const Effects& effects) {
    return std::ranges::count_if(effects, [](const Effect& effect) {
      const auto* fetch = std::get_if<FetchEffect>(&effect);
      return fetch != nullptr && fetch->section == "classes";
    });
  };
  EXPECT_EQ(fetches(StartPictures(state, head, "")), 0);
  EXPECT_EQ(fetches(ApplyToPictures(state, "pick-class", "b")), 1);
  EXPECT_EQ(fetches(ApplyToPictures(state, "pick-class", "b")), 0);
  // What did not come can be asked for again, by opening the list again.
  TakePicturesChunk(state, "classes", head.sections.back().chunks[0],
                    Fail(ErrorCode::kNotFound, "gone"));
  EXPECT_TRUE(state.lost_classes);
  EXPECT_EQ(fetches(ApplyToPictures(state, "pick-class", "b")), 1);
}

TEST(PicturesActions, OnlyAndHideAreOfOneGroupAndEndWithTheLayer) {
  PicturesState state = OpenedPictures();
  ApplyToPictures(state, "pin", "2 0 2");
  EXPECT_EQ(state.pinned.kind, Kind::kGroup);
  ApplyToPictures(state, "only", "");
  EXPECT_TRUE(state.look.only);
  ApplyToPictures(state, "hide", "");
  EXPECT_TRUE(state.look.hides);
  EXPECT_FALSE(state.look.only);
  ApplyToPictures(state, "layer", "5");
  EXPECT_FALSE(state.look.hides);
  EXPECT_EQ(state.pinned.kind, Kind::kNone);
}

TEST(PicturesActions, AnythingMayBePressedWithAnything) {
  PicturesState state = OpenedPictures();
  const std::string_view names[] = {
      "photo",      "layer", "tab",     "slice",    "by",        "pick",         "choose",
      "pick-class", "class", "groups",  "only",     "hide",      "unit",         "point",
      "pin",        "ghost", "numbers", "own-file", "list",      "search-class", "group-count",
      "again",      "stop",  "nobody",  "flow",     "flow-from", "flow-groups",  "flow-count"};
  const std::string_view arguments[] = {"",       "-1",    "99999999999999", "9 9 9", "1 255 65535",
                                        "class:", "a b c", "\xFF\xFE",       "own",   "b 999"};
  for (const std::string_view name : names) {
    for (const std::string_view argument : arguments) {
      AnswerAllOf(state, ApplyToPictures(state, name, argument));
      EXPECT_LE(state.look.layer, kPictureEnd);
      EXPECT_GE(state.look.groups, 2);
      EXPECT_LE(state.look.groups, 10);
      EXPECT_LT(state.photo, 3u);
      EXPECT_TRUE(HasPictureGroups(state.look.from_layer));
      EXPECT_GE(state.look.from_groups, 2);
      EXPECT_LE(state.look.from_groups, 10);
    }
  }
}

TEST(PicturesActions, ArrowsGoFromPlaceToPlaceAndStayOnThePicture) {
  PicturesState state = OpenedPictures();
  for (int i = 0; i < 40; ++i) PictureKey(state, "ArrowLeft", false);
  for (int i = 0; i < 40; ++i) PictureKey(state, "ArrowUp", false);
  EXPECT_TRUE((state.pinned == PictureTarget{Kind::kPlace, kPictureDefaultLayer, 0}));
  EXPECT_FALSE(PictureKey(state, "q", false).has_value());
}

TEST(PicturesActions, AThumbIsTheMeanOfWhatLiesUnderIt) {
  PictureTable table;
  table.width = 2 * kThumbSide_px;
  table.height = kThumbSide_px;  // wider than high: the square in its middle
  for (uint32_t i = 0; i < table.width * table.height; ++i) {
    const bool is_middle =
        i % table.width >= kThumbSide_px / 2 && i % table.width < kThumbSide_px / 2 + kThumbSide_px;
    for (int k = 0; k < 3; ++k) table.rgba.push_back(is_middle ? 90 : 255);
    table.rgba.push_back(255);
  }
  const Effect effect = ShowThumb(2, table);
  const auto* shown = std::get_if<ShowPictureEffect>(&effect);
  ASSERT_NE(shown, nullptr);
  EXPECT_EQ(shown->name, "photo-2");
  ASSERT_EQ(shown->rgba.size(), size_t{4} * kThumbSide_px * kThumbSide_px);
  for (size_t i = 0; i < shown->rgba.size(); i += 4) ASSERT_EQ(shown->rgba[i], 90) << i;
}

TEST(PicturesActions, ASavedPhotoKeepsItsColours) {
  const Effects effects = MakePicturesRoom()->SavePicture(false);
  ASSERT_EQ(effects.size(), 1u);
  const auto* save = std::get_if<SavePictureEffect>(&effects[0]);
  ASSERT_NE(save, nullptr);
  EXPECT_FALSE(save->palette);
}

}  // namespace
}  // namespace meander
