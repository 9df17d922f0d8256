// The page of the room of pictures: what it says is what the answers say.
#include "pictures/page.h"

#include <gtest/gtest.h>

#include <set>

#include "made_up_look.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"

namespace meander {
namespace {

View WideView() {
  View view;
  view.viewport = {842, 508, 1};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  return view;
}
std::string TextOf(const PicturesState& state) { return PageText(PicturesPage(state, WideView())); }
bool Has(const std::string& text, std::string_view wanted) {
  return text.find(wanted) != std::string::npos;
}

TEST(PicturesPage, SaysWhatIsSeenAndWhyNotTheOther) {
  const std::string text = TextOf(OpenedPictures());
  EXPECT_TRUE(Has(text, "tiger cat"));
  EXPECT_TRUE(Has(text, "40")) << text;
  EXPECT_TRUE(Has(text, "Why not lynx?"));
  EXPECT_TRUE(Has(text,
                  "\xE2\x88\x92"
                  "0.38"));
}

TEST(PicturesPage, WhatIsUnlikelyHasNoName) {
  PicturesState state = OpenedPictures();
  for (PictureKnown& known : state.known) {
    if (known.answer && std::holds_alternative<PicturesLookAnswer>(*known.answer)) {
      known.answer = MadeUpLook(0.08f);
    }
  }
  EXPECT_TRUE(Has(SentenceOfPicture(state), "It has no name for this."));
  EXPECT_FALSE(Has(TitleOfPictures(state), "tiger cat"));
}

TEST(PicturesPage, GroupsAreCalledByPlaceAndNoTwoTheSame) {
  PicturesState state = OpenedPictures();
  for (int count = 2; count <= 10; ++count) {
    AnswerAllOf(state, ApplyToPictures(state, "group-count", std::to_string(count)));
    const PicturesGroupAnswer* groups = GroupsSeen(state);
    ASSERT_NE(groups, nullptr);
    std::set<std::string> names;
    for (size_t g = 0; g < groups->groups.size(); ++g) names.insert(GroupName(state, g));
    EXPECT_EQ(names.size(), static_cast<size_t>(count));
  }
  EXPECT_EQ(GroupName(state, 99), "");
}

TEST(PicturesPage, EveryViewIsThereInWords) {
  PicturesState state = OpenedPictures();
  for (int view = 0; view < kPictureViews; ++view) {
    AnswerAllOf(state, ApplyToPictures(state, "tab", kPictureViewNames[view]));
    for (int layer = 0; layer <= kPictureEnd; ++layer) {
      AnswerAllOf(state, ApplyToPictures(state, "layer", std::to_string(layer)));
      const std::string text = TextOf(state);
      EXPECT_FALSE(Has(text, "{")) << "a word's place was left empty: " << text;
      EXPECT_FALSE(SentenceOfPicture(state).empty()) << view << " " << layer;
    }
  }
}

TEST(PicturesPage, TheQuickGuessSaysHowFarItIsOff) {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "tab", "why"));
  EXPECT_TRUE(Has(TextOf(state), "off by 11.7")) << TextOf(state);
  AnswerAllOf(state, ApplyToPictures(state, "layer", std::to_string(kPictureEnd)));
  EXPECT_FALSE(Has(TextOf(state), "off by"));
}

TEST(PicturesPage, KindsAreFoundByAnyPartOfTheirName) {
  PicturesState state = OpenedPictures();
  state.class_names.assign(1000, "gizmo");
  state.class_names[777] = "Scabbard";
  ApplyToPictures(state, "pick-class", "b");
  ApplyToPictures(state, "search-class", "CABB");
  const auto text_of_list = [&] {
    Page page;
    page.nodes.push_back(PicturesDialogPart(state));
    return PageText(page);
  };
  EXPECT_TRUE(Has(text_of_list(), "Scabbard"));
  EXPECT_FALSE(Has(text_of_list(), "gizmo"));
  ApplyToPictures(state, "search-class", "zzz");
  EXPECT_TRUE(Has(text_of_list(), "No kind of that name."));
}

TEST(PicturesPage, StaysWithinBoundsHoweverItIsShown) {
  PicturesState state = OpenedPictures();
  for (const float width : {320.f, 390.f, 820.f, 1280.f, 1920.f}) {
    View view = WideView();
    view.page_width_px = width;
    const std::vector<uint8_t> bytes = WritePage(PicturesPage(state, view));
    EXPECT_TRUE(ReadPage(bytes));
    EXPECT_LT(bytes.size(), 60000u) << "as told at every change";
  }
}

}  // namespace
}  // namespace meander
