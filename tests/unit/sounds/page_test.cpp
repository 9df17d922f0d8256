// What the room says and offers: for eyes, for keys and for screen readers.
#include <gtest/gtest.h>

#include <set>

#include "canvas/words.h"
#include "page_views.h"
#include "sounds/layout.h"

namespace meander {
namespace {

TEST(SoundsPage, PlayIsTheFirstControlOfTheRoomAlsoInAFigure) {
  const auto state = OpenSmall();
  for (const bool is_figure : {false, true}) {
    View view = WideView();
    if (is_figure) view.frame_ui = FrameUi::kFigure;
    const Page page = SoundsPage(*state, view);
    std::string first;
    for (const PageNode& node : page.nodes) {
      if (node.key != "room") continue;
      Visit(node, [&](const PageNode& one) {
        const bool takes_focus = one.kind == PageKind::kButton || one.kind == PageKind::kField ||
                                 one.kind == PageKind::kSlider || one.kind == PageKind::kChart ||
                                 one.kind == PageKind::kLink;
        if (first.empty() && takes_focus) first = one.on_press;
      });
    }
    EXPECT_EQ(first, "play") << is_figure;
  }
}

TEST(SoundsPage, KeysAreUniqueAmongSiblingsInEveryState) {
  const auto state = OpenSmall();
  for (const std::string_view action :
       {"", "ring", "pin", "list", "help", "credits", "how", "save"}) {
    if (!action.empty()) Apply(*state, action, action == "ring" || action == "pin" ? "1" : "");
    for (const View& view : {WideView(), PhoneView()}) {
      const Page page = SoundsPage(*state, view);
      for (const PageNode& parent : All(page, [](const PageNode&) { return true; })) {
        std::set<std::string> keys;
        for (const PageNode& child : parent.children) {
          EXPECT_TRUE(keys.insert(child.key).second) << action << ": " << child.key;
        }
      }
      EXPECT_TRUE(ReadPage(WritePage(page)));
    }
  }
}

TEST(SoundsPage, OnPaperTheBeatIsThereStepByStep) {
  const auto state = OpenSmall();
  state->pattern = EmptyPattern();
  ASSERT_TRUE(SetLoudness(state->pattern, 1, 4, 7));
  ASSERT_TRUE(SetLoudness(state->pattern, 1, 13, 2));
  EXPECT_TRUE(Says(SoundsPage(*state, WideView()), "····|●···|····|·•··"));
  EXPECT_TRUE(Says(SoundsPage(*state, WideView()), "····|····|····|····"));
}

TEST(SoundsPage, SearchSaysWhatItFoundWhereItLiesAndHowLongItIs) {
  const auto state = OpenSmall();
  Apply(*state, "search", "bell");
  Page page = SoundsPage(*state, WideView());
  ASSERT_EQ(WithAction(page, "go", "11").size(), 1u);
  EXPECT_TRUE(Says(page, "Street, 0.10 s"));
  Apply(*state, "search", "zzz");
  EXPECT_TRUE(Says(SoundsPage(*state, WideView()), words::kSoundsNoneFound));
  // Narrowed down: the way back is there, and is one press.
  Apply(*state, "filter-region", "1");
  Apply(*state, "search-close", "");
  page = SoundsPage(*state, WideView());
  ASSERT_EQ(WithAction(page, "search-clear").size(), 1u);
  EXPECT_FALSE(IsShown(*state, 0));
  Apply(*state, "search-clear", "");
  EXPECT_TRUE(IsShown(*state, 0));
  EXPECT_TRUE(WithAction(SoundsPage(*state, WideView()), "search-clear").empty());
  Apply(*state, "search-open", "");
  EXPECT_EQ(WithAction(SoundsPage(*state, WideView()), "filter-region").size(), 2u);
  EXPECT_EQ(WithAction(SoundsPage(*state, WideView()), "filter-licence").size(), 2u);
}

TEST(SoundsPage, TheClickedSoundHasItsCardInWords) {
  const auto state = OpenSmall();
  Apply(*state, "pin", "5");
  for (const View& view : {WideView(), PhoneView()}) {
    const Page page = SoundsPage(*state, view);
    const auto cards = All(
        page, [](const PageNode& node) { return node.key == "sound" && node.label == "Kettle"; });
    ASSERT_EQ(cards.size(), 1u);
    // On a phone it is the card itself, elsewhere the twin of the drawn one.
    EXPECT_EQ(cards[0].show == PageShow::kReaderOnly, view.page_width_px > 640);
    EXPECT_EQ(WithAction(page, "put", "5").size(), 1u);
    EXPECT_EQ(WithAction(page, "hear", "5").size(), 1u);
    EXPECT_TRUE(Says(page, "can be trusted: 7 of its ten nearest"));
  }
  EXPECT_TRUE(Says(SoundsPage(*state, WideView()), words::kSoundsTrustMap));
}

TEST(SoundsPage, AsAListEverythingCanBeDoneWithoutTheMap) {
  const auto state = OpenSmall();
  EXPECT_TRUE(Find<FetchEffect>(Apply(*state, "list", "")));
  const Page page = SoundsPage(*state, WideView());
  EXPECT_EQ(WithAction(page, "hear").size(), kSmallSounds);
  EXPECT_EQ(WithAction(page, "put").size(), kSmallSounds);
  EXPECT_EQ(WithAction(page, "step").size(), 64u);
  EXPECT_EQ(WithAction(page, "ring").size(), 4u);
  for (const std::string_view action :
       {"play", "tap", "mute", "solo", "lock", "copy-link", "list"}) {
    EXPECT_FALSE(WithAction(page, action).empty()) << action;
  }
  for (const std::string_view region : {"House", "Street"}) EXPECT_TRUE(Says(page, region));
}

TEST(SoundsPage, WhereNothingCanBeDrawnTheListStandsInAndSaysWhy) {
  const auto state = OpenSmall();
  View view = WideView();
  view.can_draw = false;
  const Page page = SoundsPage(*state, view);
  EXPECT_TRUE(Says(page, words::kErrorNoWebgl));
  EXPECT_EQ(WithAction(page, "hear").size(), kSmallSounds);
  EXPECT_TRUE(WithAction(page, "list").empty());  // there is no map to go back to
}

TEST(SoundsPage, OnAPhoneEverythingIsInTheDockAndItsSheet) {
  const auto state = OpenSmall();
  Page page = SoundsPage(*state, PhoneView());
  const auto dock = All(page, [](const PageNode& node) { return node.key == "dock"; });
  ASSERT_EQ(dock.size(), 1u);
  ASSERT_EQ(dock[0].children.size(), 4u);
  for (int i = 0; i < 4; ++i) {
    constexpr std::string_view kActions[] = {"play", "tap", "shuffle", "keep"};
    EXPECT_EQ(dock[0].children[static_cast<size_t>(i)].on_press, kActions[i]);
  }
  const auto has_focus = [](const PageNode& node) { return node.focus; };
  EXPECT_TRUE(All(page, has_focus).empty());
  Apply(*state, "keep", "");
  page = SoundsPage(*state, PhoneView());
  ASSERT_EQ(All(page, has_focus).size(), 1u);
  EXPECT_EQ(All(page, has_focus)[0].on_press, "copy-link");
  for (const std::string_view action :
       {"save", "save-midi", "save-png", "undo", "next-beat", "list", "credits", "how"}) {
    EXPECT_EQ(WithAction(page, action).size(), 1u) << action;
  }
}

TEST(SoundsPage, ACreditLineThatIsStillToComeIsCopiedWhenItIsHere) {
  const auto state = OpenSmall();
  const Effects asked = Apply(*state, "copy-credits", "");
  ASSERT_TRUE(Find<FetchEffect>(asked));
  EXPECT_EQ(Find<FetchEffect>(asked)->section, "credits");
  EXPECT_FALSE(Find<CopyTextEffect>(asked));
  Credits credits;
  credits.packages.push_back({"kit", "1.2", "npm"});
  for (uint32_t item = 0; item < kSmallSounds; ++item)
    credits.clips.push_back({0, "a.wav", "Ada", ""});
  const std::vector<uint8_t> bytes = WriteCredits(credits);
  const ChunkRef chunk = SmallSounds().head.Find("credits")->chunks[0];
  const Effects come = TakeChunk(*state, "credits", chunk, ByteSpan(bytes));
  ASSERT_TRUE(Find<CopyTextEffect>(come));
  EXPECT_NE(Find<CopyTextEffect>(come)->text.find(" by Ada, CC0-1.0 (kit 1.2)"), std::string::npos);
  // Once only, and now at once.
  EXPECT_FALSE(Find<CopyTextEffect>(TakeChunk(*state, "credits", chunk, ByteSpan(bytes))));
  EXPECT_TRUE(Find<CopyTextEffect>(Apply(*state, "copy-credits", "")));
}

TEST(SoundsPage, DialogsOpenSayTheirPartAndClose) {
  const auto state = OpenSmall();
  const std::pair<std::string_view, std::string_view> kDialogs[] = {
      {"help", words::kSoundsHelpTrust},
      {"how", words::kHowSoundsMap},
      {"save", words::kSoundsSaveTail},
      {"credits", words::kSoundsCreditsWait}};
  for (const auto& [action, words] : kDialogs) {
    Apply(*state, action, "");
    const Page page = SoundsPage(*state, WideView());
    EXPECT_TRUE(Says(page, words)) << action;
    EXPECT_EQ(All(page, [](const PageNode& node) { return node.kind == PageKind::kDialog; }).size(),
              1u);
    Apply(*state, "close", "");
    EXPECT_TRUE(All(SoundsPage(*state, WideView()), [](const PageNode& node) {
                  return node.kind == PageKind::kDialog;
                }).empty());
  }
}

TEST(SoundsPage, AFigureHasItsBarAndNothingToType) {
  const auto state = OpenSmall();
  View view = WideView();
  view.frame_ui = FrameUi::kFigure;
  view.viewport = {600, 400, 1};
  view.page_width_px = 600;
  view.page_height_px = 400;
  const Page page = SoundsPage(*state, view);
  EXPECT_TRUE(Says(page, "First beat"));
  EXPECT_TRUE(Says(page, "120 beats a minute, 4 hits"));
  EXPECT_TRUE(All(page, [](const PageNode& node) {
                return node.kind == PageKind::kField || node.kind == PageKind::kSlider;
              }).empty());
  state->audio_note = words::kSoundsPausedView;
  EXPECT_TRUE(Says(SoundsPage(*state, view), words::kSoundsPausedView));
}

TEST(SoundsPage, OnesOwnSoundsAreListedWhereTheyAreBrought) {
  const auto state = OpenSmall();
  OwnSound own;
  own.clip_id = 77;
  own.name = "My spoon";
  own.clip = std::make_shared<const Clip>(Clip{{0.5f, 0.1f}});
  state->own.push_back(own);
  Apply(*state, "own-open", "");
  const std::vector<PageNode> lists = All(SoundsPage(*state, WideView()), [](const PageNode& node) {
    return node.style == "own-list";
  });
  ASSERT_EQ(lists.size(), 1u);
  const std::string words = PageText({"", {lists[0]}});
  EXPECT_NE(words.find("My spoon"), std::string::npos);
  EXPECT_NE(words.find("Forget it"), std::string::npos);
}

}  // namespace
}  // namespace meander
