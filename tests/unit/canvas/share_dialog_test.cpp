// The Share dialog: what it offers is what would be copied, and its weights are counted from that.
#include "canvas/share_dialog.h"

#include <gtest/gtest.h>

#include "canvas/words.h"

namespace meander {
namespace {

ShareDialog Open() {
  ShareDialog share;
  share.is_open = true;
  share.figure = {"ideas", "ideas.AQ", "From A to B", "A path of 2 stops.", "https://x/", "", ""};
  share.file_stem = "from-a-to-b";
  share.poster_bytes = 50'000;
  share.letter_bytes = 200'000;
  return share;
}

const PageNode* Find(const PageNode& node, std::string_view key) {
  if (node.key == key) return &node;
  for (const PageNode& child : node.children) {
    if (const PageNode* found = Find(child, key)) return found;
  }
  return nullptr;
}
std::string TextIn(const ShareDialog& share, std::string_view key) {
  const PageNode dialog = ShareDialogPart(share, {});
  const PageNode* node = Find(dialog, key);
  return node != nullptr ? node->text : "(none)";
}
std::string WeightIn(const ShareDialog& share, std::string_view tab) {
  const PageNode dialog = ShareDialogPart(share, {});
  const PageNode* button = Find(*Find(dialog, "tabs"), tab);
  return Find(*button, "weight")->text;
}

TEST(ShareDialog, EveryTabShowsWhatItsButtonCopies) {
  constexpr std::pair<const char*, std::pair<const char*, ShareText>> kTabs[] = {
      {"link", {"address", ShareText::kLink}},
      {"link", {"plain", ShareText::kPlain}},
      {"embed", {"code", ShareText::kCode}},
      {"letter", {"letter-code", ShareText::kLetter}},
      {"markdown", {"markdown", ShareText::kMarkdown}},
      {"picture", {"json", ShareText::kJson}},
  };
  for (const auto& [tab, field] : kTabs) {
    ShareDialog share = Open();
    EXPECT_TRUE(ApplyShare(share, "share-tab", tab));
    const PageNode dialog = ShareDialogPart(share, {});
    const PageNode* shown = Find(*Find(dialog, "column"), field.first);
    ASSERT_NE(shown, nullptr) << tab;
    EXPECT_EQ(shown->text, TextOf(share, field.second)) << tab;
    EXPECT_FALSE(shown->text.empty());
  }
}

TEST(ShareDialog, WeightsAreCountedFromWhatGoesAlong) {
  ShareDialog share = Open();
  EXPECT_EQ(WeightIn(share, "link"),
            std::to_string(TextOf(share, ShareText::kLink).size()) + " letters");
  EXPECT_EQ(WeightIn(share, "embed"), WeightText(50'000 + TextOf(share, ShareText::kCode).size()));
  EXPECT_EQ(WeightIn(share, "letter"),
            WeightText(200'000 + TextOf(share, ShareText::kLetter).size()));
  EXPECT_EQ(WeightIn(share, "markdown"), WeightText(TextOf(share, ShareText::kMarkdown).size()));
  share.poster_bytes = 0;
  EXPECT_EQ(WeightIn(share, "embed"), words::kShareMeasuring);
  share.can_draw = false;  // no picture goes along, and none is waited for
  EXPECT_EQ(WeightIn(share, "embed"), WeightText(TextOf(share, ShareText::kCode).size()));
}

TEST(ShareDialog, EveryChoiceIsInTheCode) {
  ShareDialog share = Open();
  ApplyShare(share, "share-theme", "dark");
  ApplyShare(share, "share-start", "near");
  ApplyShare(share, "share-shape", "column");
  ApplyShare(share, "share-lock", "on");
  ApplyShare(share, "share-accent", "#FF79B4");
  const std::string code = TextOf(share, ShareText::kCode);
  for (const char* part : {"theme=\"dark\"", "start=\"near\"", "ratio=\"3/4\"", " lock>",
                           "accent=\"#FF79B4\"", "poster=\"from-a-to-b-poster.png\""}) {
    EXPECT_NE(code.find(part), code.npos) << part;
  }
  EXPECT_EQ(code.find("poster-dark"), code.npos) << "of one theme there is one picture";
  ApplyShare(share, "share-theme", "auto");
  EXPECT_NE(TextOf(share, ShareText::kCode).find("poster-dark=\"from-a-to-b-poster-dark.png\""),
            std::string::npos);
  EXPECT_EQ(TextOf(share, ShareText::kMarkdown).find("dark"), std::string::npos);
  ApplyShare(share, "share-paste", "frame");
  EXPECT_NE(TextOf(share, ShareText::kCode).find("<iframe"), std::string::npos);
}

TEST(ShareDialog, AColourThatCannotBeSeenOrReadIsNotTaken) {
  ShareDialog share = Open();
  ApplyShare(share, "share-accent", "pink");
  EXPECT_EQ(AccentProblem(share), words::kSharePathUnread);
  ApplyShare(share, "share-accent", "#FFEEFF");
  EXPECT_EQ(AccentProblem(share), words::kSharePathFaint);
  EXPECT_EQ(share.choices.accent, "");
  ApplyShare(share, "share-accent", "#101010");
  ApplyShare(share, "share-theme", "dark");
  EXPECT_EQ(AccentProblem(share), words::kSharePathFaintDark);
  EXPECT_EQ(share.choices.accent, "");
  ApplyShare(share, "share-theme", "light");  // where it can be seen
  EXPECT_EQ(AccentProblem(share), "");
  EXPECT_EQ(share.choices.accent, "#101010");
}

TEST(ShareDialog, WordsOfOnesOwnStayUntilTheyAreWrittenAgain) {
  ShareDialog share = Open();
  ApplyShare(share, "share-tab", "embed");
  EXPECT_EQ(TextIn(share, "alt-written"), words::kShareAltWritten);
  ApplyShare(share, "share-alt", "My <own> words");
  ApplyShare(share, "share-theme", "dark");
  EXPECT_EQ(TextOf(share, ShareText::kAlt), "My <own> words");
  EXPECT_NE(TextOf(share, ShareText::kCode).find("alt=\"My &lt;own&gt; words\""),
            std::string::npos);
  ApplyShare(share, "share-alt", "");
  EXPECT_EQ(TextIn(share, "alt-empty"), words::kShareAltEmpty);
  ApplyShare(share, "share-alt-again", "");
  EXPECT_EQ(TextOf(share, ShareText::kAlt), "A path of 2 stops.");
  ApplyShare(share, "share-alt", std::string(100'000, 'x'));
  EXPECT_LT(TextOf(share, ShareText::kAlt).size(), 5000u);
}

TEST(ShareDialog, ArrowsWalkTheTabsAndTheFocusGoesAlong) {
  ShareDialog share = Open();
  ApplyShare(share, "share-tab-key", "ArrowLeft");
  EXPECT_EQ(share.tab, ShareTab::kPicture);
  ApplyShare(share, "share-tab-key", "ArrowRight");
  ApplyShare(share, "share-tab-key", "ArrowRight");
  EXPECT_EQ(share.tab, ShareTab::kEmbed);
  ApplyShare(share, "share-tab-key", "End");
  EXPECT_EQ(share.tab, ShareTab::kPicture);
  ApplyShare(share, "share-tab-key", "Home");
  const PageNode dialog = ShareDialogPart(share, {});
  const PageNode* tabs = Find(dialog, "tabs");
  ASSERT_EQ(tabs->children.size(), 5u);
  for (const PageNode& tab : tabs->children) {
    EXPECT_EQ(tab.focus, tab.key == "link");
    EXPECT_EQ(tab.tab == TabStop::kHere, tab.key == "link");
  }
}

TEST(ShareDialog, WhereTheClipboardRefusesTheTextIsThereToBeCopiedByHand) {
  ShareDialog share = Open();
  share.refused = "the text";
  EXPECT_EQ(TextIn(share, "by-hand"), "the text");
  EXPECT_EQ(TextIn(share, "refused"), words::kClipboardRefused);
  ApplyShare(share, "share-tab", "embed");
  EXPECT_EQ(TextIn(share, "by-hand"), "(none)");
}

TEST(ShareDialog, NonsenseChangesNothing) {
  ShareDialog share = Open();
  const std::string code = TextOf(share, ShareText::kCode);
  for (const char* action : {"share-tab", "share-theme", "share-start", "share-shape",
                             "share-tab-key", "share-paste", "share-lock", "share-keep"}) {
    EXPECT_TRUE(ApplyShare(share, action, "<nonsense>")) << action;
  }
  EXPECT_FALSE(ApplyShare(share, "open", "5"));
  EXPECT_FALSE(ApplyShare(share, "share-unheard", ""));
  EXPECT_FALSE(ShareTextNamed("nonsense").has_value());
  EXPECT_EQ(TextOf(share, ShareText::kCode), code);
  EXPECT_EQ(share.tab, ShareTab::kLink);
}

TEST(ShareDialog, ThePictureToBeKeptIsWideOrTall) {
  ShareDialog share = Open();
  EXPECT_TRUE(ApplyShare(share, "share-tab", "picture"));
  const auto is_pressed = [&](std::string_view shape) {
    const PageNode dialog = ShareDialogPart(share, {});
    return Find(*Find(dialog, "picture-shape"), shape)->pressed;
  };
  const auto caption = [&] { return TextIn(share, "size"); };
  EXPECT_TRUE(is_pressed("wide"));
  EXPECT_NE(caption().find("1200 wide"), std::string::npos) << caption();
  EXPECT_TRUE(ApplyShare(share, "share-picture", "tall"));
  EXPECT_TRUE(is_pressed("tall"));
  EXPECT_FALSE(is_pressed("wide"));
  EXPECT_EQ(caption(), "(none)") << "it is not 1200 wide";
  EXPECT_EQ(PictureSize(share).width_px, 1080);
  EXPECT_EQ(PictureSize(share).height_px, 1350);
  // The letter's own is what it is.
  EXPECT_TRUE(ApplyShare(share, "share-tab", "letter"));
  EXPECT_NE(caption().find("1200 by 630"), std::string::npos) << caption();
  EXPECT_TRUE(ApplyShare(share, "share-picture", "nonsense"));
  EXPECT_EQ(PictureSize(share).width_px, 1200);
}

TEST(ShareDialog, ALongLinkSaysSo) {
  ShareDialog share = Open();
  EXPECT_EQ(TextIn(share, "long"), "(none)");
  share.figure.fragment = "ideas." + std::string(400, 'A');
  EXPECT_NE(TextIn(share, "long").find("letters"), std::string::npos);
}

}  // namespace
}  // namespace meander
