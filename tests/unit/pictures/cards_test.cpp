// From card to card and back, to the photo, and which sheets of icons that takes.
#include <gtest/gtest.h>

#include <algorithm>

#include "made_up_look.h"
#include "pictures/icons.h"
#include "pictures/keys.h"
#include "pictures/page.h"
#include "pictures/scene.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

// Knows of channel 402 of layer 11 what it speaks for.
void KnowUnits(PicturesState& state) {
  auto atlas = std::make_shared<IconAtlas>();
  IconLayer layer;
  layer.tensor = "b11.exp";
  layer.fed_by = "b8.exp";
  IconUnit unit;
  unit.channel = 402;
  unit.speaks = {{kMadeUpFirst, 0.44f}, {kMadeUpSecond, 0.2f}, {307, -0.29f}};
  layer.units.push_back(unit);
  atlas->layers.push_back(layer);
  IconLayer classes;
  classes.tensor = "logits";
  classes.fed_by = "head";
  atlas->layers.push_back(classes);
  state.icons.whole.atlas = atlas;
  state.icons.whole.sheets.resize(atlas->layers.size());
}
// All that can be pressed, as "action argument".
void AddPresses(const PageNode& node, std::vector<std::string>& presses) {
  if (!node.on_press.empty() && !node.disabled) {
    presses.push_back(node.on_press + " " + node.argument);
  }
  for (const PageNode& child : node.children) AddPresses(child, presses);
}
std::vector<std::string> PressesOf(const PicturesState& state) {
  View view;
  view.viewport = {842, 508, 1};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  std::vector<std::string> presses;
  for (const PageNode& node : PicturesPage(state, view).nodes) AddPresses(node, presses);
  return presses;
}
bool CanPress(const PicturesState& state, std::string_view press) {
  return std::ranges::count(PressesOf(state), press) > 0;
}

TEST(PicturesCards, AKindsCardIsReachedFromTheListOfWhatTheNetThinks) {
  PicturesState state = OpenedPictures();
  const std::string press = "unit 7 " + std::to_string(kMadeUpSecond);
  EXPECT_TRUE(CanPress(state, press));
  EXPECT_FALSE(CanPress(state, "card-back "));
  AnswerAllOf(state, ApplyToPictures(state, "unit", "7 " + std::to_string(kMadeUpSecond)));
  EXPECT_EQ(state.look.view, PictureView::kUnits);
  EXPECT_EQ(state.look.unit_layer, kPictureClasses);
  EXPECT_EQ(state.look.unit, kMadeUpSecond);
  // From there to the others, and back to where one came from.
  EXPECT_TRUE(CanPress(state, "unit 7 " + std::to_string(kMadeUpFirst)));
  ASSERT_TRUE(CanPress(state, "card-back "));
  AnswerAllOf(state, ApplyToPictures(state, "card-back", ""));
  EXPECT_EQ(state.look.view, PictureView::kGroups);
  EXPECT_TRUE(state.is_example());
}

TEST(PicturesCards, AChannelLeadsToTheKindsItSpeaksForAndBackToTheChannel) {
  PicturesState state = OpenedPictures();
  KnowUnits(state);
  AnswerAllOf(state, ApplyToPictures(state, "unit", "4 402"));
  const std::vector<std::string> presses = PressesOf(state);
  // The greatest first, what it speaks against last.
  const auto place = [&](std::string_view press) {
    return std::ranges::find(presses, press) - presses.begin();
  };
  const auto first = place("unit 7 282"), second = place("unit 7 287"), last = place("unit 7 307");
  EXPECT_LT(first, second);
  EXPECT_LT(second, last);
  EXPECT_LT(last, static_cast<ptrdiff_t>(presses.size()));
  AnswerAllOf(state, ApplyToPictures(state, "unit", "7 307"));
  EXPECT_EQ(state.look.unit, 307);
  PictureKey(state, "Escape", false);
  EXPECT_EQ(state.look.unit_layer, 4);
  EXPECT_EQ(state.look.unit, 402);
  PictureKey(state, "Escape", false);
  EXPECT_EQ(state.look.view, PictureView::kGroups);
}

TEST(PicturesCards, WalkingAlongALayerIsNoWayBack) {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "unit", "4 402"));
  for (int times = 0; times < 40; ++times) PictureKey(state, "ArrowRight", false);
  EXPECT_EQ(state.look.unit, 442);
  EXPECT_EQ(state.trail.size(), size_t{1});
  // Whoever goes round and round leaves a trail of no more than it takes to go back a while.
  for (int times = 0; times < 100; ++times) {
    ApplyToPictures(state, "unit", times % 2 == 0 ? "4 1" : "4 2");
  }
  EXPECT_LE(state.trail.size(), size_t{16});
  ApplyToPictures(state, "tab", "grid");
  EXPECT_TRUE(state.trail.empty());
}

TEST(PicturesCards, EveryCardHasALinkOfItsOwn) {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "unit", "7 307"));
  EXPECT_TRUE(CanPress(state, "copy-link "));
  PicturesState other = OpenedPictures();
  other.look = state.look;
  EXPECT_EQ(UnitOf(other)->layer, kPictureClasses);
  EXPECT_EQ(UnitOf(other)->channel, 307);
}

TEST(PicturesCards, FindItLeadsToTheGridWhereItFiresHardest) {
  PicturesState state = OpenedPictures();
  const Effects asked = ApplyToPictures(state, "unit", "5 402");
  EXPECT_FALSE(CanPress(state, "find-unit ")) << "it is not known yet where that is";
  AnswerAllOf(state, asked);
  PicturesUnitAnswer fires{7, std::vector<float>(49, 0), 3};
  fires.values[30] = 3;
  for (PictureKnown& known : state.known) {
    if (known.question == UnitWish(state)) known.answer = fires;
  }
  ASSERT_TRUE(CanPress(state, "find-unit "));
  AnswerAllOf(state, ApplyToPictures(state, "find-unit", ""));
  EXPECT_EQ(state.look.view, PictureView::kGrid);
  EXPECT_EQ(state.look.layer, 5);
  EXPECT_EQ(state.pinned, (PictureTarget{Kind::kPlace, 5, 30}));
  EXPECT_EQ(PlaceOf(state), 30);
  EXPECT_EQ(UnitOf(state)->channel, 402);
  EXPECT_EQ(state.look.slice, PictureSlice::kChannel);
  // One that sleeps on this photo is nowhere.
  PicturesState asleep = OpenedPictures();
  AnswerAllOf(asleep, ApplyToPictures(asleep, "unit", "4 9"));
  for (PictureKnown& known : asleep.known) {
    if (known.question == UnitWish(asleep)) {
      known.answer = PicturesUnitAnswer{14, std::vector<float>(196, 0), 0};
    }
  }
  EXPECT_FALSE(CanPress(asleep, "find-unit "));
  EXPECT_TRUE(ApplyToPictures(asleep, "find-unit", "").empty());
  EXPECT_EQ(asleep.look.view, PictureView::kUnits);
}

TEST(PicturesCards, AKindIsFoundAtTheEnd) {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "unit", "7 307"));
  AnswerAllOf(state, ApplyToPictures(state, "find-unit", ""));
  EXPECT_EQ(state.look.layer, kPictureEnd);
  EXPECT_EQ(state.pinned, (PictureTarget{Kind::kPlace, kPictureEnd, 0}));
}

TEST(PicturesCards, OnlyLayersThatAreDrawnNeedTheirIcons) {
  PicturesState state = OpenedPictures();
  const StageFrame wide{842, 508}, phone{390, 790}, figure{600, 310};
  using Layers = std::vector<int>;
  EXPECT_EQ(LayersDrawn(state, wide), (Layers{4, 2, 3, 5}));
  EXPECT_TRUE(LayersDrawn(state, phone).empty()) << "groups alone: no icon is drawn";
  EXPECT_TRUE(LayersDrawn(state, figure).empty());
  PicturesState grid = OpenedPictures();
  AnswerAllOf(grid, ApplyToPictures(grid, "tab", "grid"));
  AnswerAllOf(grid, ApplyToPictures(grid, "by", "fires"));
  EXPECT_EQ(LayersDrawn(grid, phone), (Layers{4}));
  AnswerAllOf(state, ApplyToPictures(state, "tab", "what-if"));
  EXPECT_TRUE(LayersDrawn(state, wide).empty());
  KnowUnits(state);
  AnswerAllOf(state, ApplyToPictures(state, "unit", "4 402"));
  EXPECT_EQ(LayersDrawn(state, wide), (Layers{4, 3})) << "its own, and what feeds it";
  AnswerAllOf(state, ApplyToPictures(state, "unit", "7 1"));
  EXPECT_EQ(LayersDrawn(state, wide), (Layers{kPictureClasses, kPictureEnd}));
}

TEST(PicturesCards, OtherSheetsComeWithWhatIsLookedAt) {
  PicturesState state = OpenedPictures();
  KnowUnits(state);
  state.icons.is_begun = state.icons.whole.is_asked = true;
  state.icons.whole.list = {{"b11.exp", "b11-0123456789abcdef.webp", 10, 1},
                            {"logits", "logits-0123456789abcdef.webp", 10, 1}};
  const auto wishes = [](const Effects& effects) {
    std::vector<std::string> all;
    for (const Effect& effect : effects) {
      if (const auto* fetch = std::get_if<FetchFileEffect>(&effect)) all.push_back(fetch->address);
    }
    return all;
  };
  const std::vector<std::string> first = wishes(AskPictures(state));
  ASSERT_EQ(first.size(), size_t{1});
  EXPECT_NE(first[0].find("b11-"), std::string::npos);
  const std::vector<std::string> then = wishes(ApplyToPictures(state, "unit", "7 307"));
  ASSERT_EQ(then.size(), size_t{1});
  EXPECT_NE(then[0].find("logits-"), std::string::npos);
  EXPECT_TRUE(wishes(AskPictures(state)).empty()) << "each once";
}

}  // namespace
}  // namespace meander
