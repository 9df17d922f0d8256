// The page: no faults of form, the mirror's sentence, what is lit, what glides, and the poem.
#include "sentences/page.h"

#include <gtest/gtest.h>

#include "../canvas/letter_faults.h"
#include "page_faults.h"
#include "sentences/figure.h"
#include "sentences/poem.h"
#include "small_way.h"

namespace meander {
namespace {

View DesktopView() {
  View view;
  view.viewport = {274, 744, 1};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  view.can_speak = true;
  return view;
}

const PageNode* Find(const PageNode& node, PageKind kind, std::string_view key) {
  if (node.kind == kind && node.key == key) return &node;
  for (const PageNode& child : node.children) {
    if (const PageNode* found = Find(child, kind, key)) return found;
  }
  return nullptr;
}
const PageNode* Find(const Page& page, PageKind kind, std::string_view key) {
  for (const PageNode& node : page.nodes) {
    if (const PageNode* found = Find(node, kind, key)) return found;
  }
  return nullptr;
}

TEST(SentencesPageTest, TheMirrorSaysALineAsTheDesignDoes) {
  const Page page = SentencesPage(StateWithWay(), DesktopView());
  const PageNode* line = Find(page, PageKind::kItem, "line-3");
  ASSERT_NE(line, nullptr);
  const PageNode* twin = Find(*line, PageKind::kCanvasTwin, "twin");
  ASSERT_NE(twin, nullptr);
  EXPECT_EQ(twin->text,
            "3 of 7. The sea had called him once already. From Herman Melville, Moby-Dick, 1851. "
            "Like the first .57, like the last .43. Held: no.");
}

TEST(SentencesPageTest, EveryPageIsWellFormed) {
  for (const char* action : {"", "share", "help", "own-open", "list", "books", "controls"}) {
    SentencesState state = StateWithWay();
    Apply(state, action, "");
    EXPECT_EQ(FaultOf(SentencesPage(state, DesktopView())), "") << action;
  }
}

TEST(SentencesPageTest, SharedWordsAreMarkedBetweenNeighbours) {
  SentencesState state = StateWithWay();
  Apply(state, "go", "5");
  const Page page = SentencesPage(state, DesktopView());
  const PageNode* line = Find(page, PageKind::kItem, "line-5");
  const PageNode* word = Find(*line, PageKind::kText, "boat");
  ASSERT_NE(word, nullptr);
  ASSERT_FALSE(word->children.empty());
  EXPECT_EQ(word->children[0].style, "shared");
  EXPECT_EQ(word->children[0].text, "boat");
  EXPECT_EQ(Find(*line, PageKind::kText, "nobody")->children.size(), 0u);
}

TEST(SentencesPageTest, FirstToLastShowsAFewBooksAndAllWhenAsked) {
  SentencesState state = StateWithWay();
  for (int i = 0; i < 5; ++i) {
    state.shelves.pairs.push_back({"Book " + std::to_string(i), 0, "It began.", "It ended."});
  }
  const auto shown = [&] {
    const Page page = SentencesPage(state, DesktopView());
    size_t count = 0;
    for (size_t i = 0; i < state.shelves.pairs.size(); ++i) {
      count += Find(page, PageKind::kItem, "pair-" + std::to_string(i)) != nullptr;
    }
    return count;
  };
  EXPECT_EQ(shown(), 5u);
  Apply(state, "presets", "");
  EXPECT_EQ(shown(), 7u);
}

TEST(SentencesPageTest, RhymesAreTiedWhereSoundCountsAndTheSameWordIsNoRhyme) {
  SentencesState state = StateWithWay(3);
  // "… see the world." "… a long sea voyage." "The sea had called him once already."
  const auto word = [](const std::string& text, const std::string& wanted, uint32_t rhyme,
                       const char* phones) {
    const auto at = static_cast<uint32_t>(text.find(wanted));
    return WordSound{at, at + static_cast<uint32_t>(wanted.size()), phones, rhyme};
  };
  const auto text = [&](int stop) { return LineAt(state, stop).text; };
  state.shown->sounds = {{},
                         {word(text(1), "see", 7, "S IY1"), word(text(1), "world", 3, "W ER1 L D")},
                         {word(text(2), "sea", 7, "S IY2"), word(text(2), "long", 5, "L AO1 NG")},
                         {word(text(3), "sea", 7, "S IY2"), word(text(3), "him", 9, "HH IH1 M")},
                         {}};
  EXPECT_EQ(Find(SentencesPage(state, DesktopView()), PageKind::kGroup, "rhymes"), nullptr);
  state.shown->asked.mix = {0, 0, 100};
  const Page page = SentencesPage(state, DesktopView());
  const PageNode* ties = Find(page, PageKind::kGroup, "rhymes");
  ASSERT_NE(ties, nullptr);
  EXPECT_EQ(ties->argument, "1 4 2 5");  // "see" above "sea"; "sea" above "sea" is no rhyme
}

TEST(SentencesPageTest, WordsGlideOnlyWhereEnoughStays) {
  SentencesState state = StateWithWay();
  Apply(state, "scrub", "5.5");  // "Nobody saw the boat go out …" and "They never found the boat."
  const Page gliding = SentencesPage(state, DesktopView());
  const PageNode* slide = Find(gliding, PageKind::kSlide, "slide");
  ASSERT_NE(slide, nullptr);
  EXPECT_EQ(slide->text, "line-5 line-6");
  EXPECT_FALSE(slide->detail.empty());
  Apply(state, "scrub", "2.5");
  const Page fading = SentencesPage(state, DesktopView());
  slide = Find(fading, PageKind::kSlide, "slide");
  ASSERT_NE(slide, nullptr);
  Apply(state, "scrub-end", "2");
  const Page resting = SentencesPage(state, DesktopView());
  EXPECT_EQ(Find(resting, PageKind::kSlide, "slide"), nullptr);
}

TEST(SentencesPageTest, InAFigureTheEndsAreWordsAndNotFields) {
  View view = DesktopView();
  view.embedded = true;
  // A frame as large as a page is a room like any other.
  EXPECT_NE(Find(SentencesPage(StateWithWay(), view), PageKind::kTextArea, "a"), nullptr);
  view.page_width_px = 600;
  view.page_height_px = 400;
  const Page page = SentencesPage(StateWithWay(), view);
  EXPECT_EQ(Find(page, PageKind::kTextArea, "a"), nullptr);
  EXPECT_EQ(Find(page, PageKind::kButton, "swap"), nullptr);
  EXPECT_NE(Find(page, PageKind::kParagraph, "still"), nullptr);
  // So small and nobody's figure: a window on a phone.
  view.embedded = false;
  EXPECT_NE(Find(SentencesPage(StateWithWay(), view), PageKind::kTextArea, "a"), nullptr);
}

TEST(SentencesPageTest, ListenIsOfferedOnlyWhereThereIsAVoice) {
  View view = DesktopView();
  EXPECT_NE(Find(SentencesPage(StateWithWay(), view), PageKind::kButton, "listen"), nullptr);
  view.can_speak = false;
  EXPECT_EQ(Find(SentencesPage(StateWithWay(), view), PageKind::kButton, "listen"), nullptr);
}

TEST(SentencesPageTest, ThePoemIsTheLinesAndWhoseTheyAre) {
  const std::string poem = PoemOf(StateWithWay(3));
  EXPECT_EQ(poem,
            "I went looking for adventure.\nI was anxious to see the world.\nShe longed for a long "
            "sea voyage.\nThe sea had called him once already.\nI never returned.\n\nLines from "
            "Herman Melville, Moby-Dick, 1851.\n");
}

TEST(SentencesPageTest, ThePictureHoldsEveryLineInsideItself) {
  for (const size_t count : {3, 7, 12, 25}) {
    for (const auto& [width, height] : {std::pair{1200.f, 630.f}, {1080.f, 1350.f}}) {
      const Figure figure = SentencesFigure(StateWithWay(count), width, height);
      EXPECT_GE(figure.texts.size(), std::min<size_t>(count, 12) + 2);
      EXPECT_EQ(LetterFaults(figure), std::vector<std::string>{}) << count << " " << width;
      float lowest = 0;
      for (const TextMark& text : figure.texts) {
        EXPECT_GE(text.size_px, 16);
        EXPECT_GT(text.at_px.y, 0);
        EXPECT_LT(text.at_px.y, height);
        lowest = std::max(lowest, text.at_px.y);
      }
      EXPECT_GT(lowest, height - 60) << "all of its height is used";
      EXPECT_LT(figure.chart_px.width(), width / 3) << "lines are what it is of";
      EXPECT_FALSE(figure.alt_text.empty());
    }
  }
}

TEST(SentencesPageTest, InThePictureASourceIsClearOfTheLineAboveIt) {
  for (const size_t count : {3, 5, 7}) {
    const Figure figure = SentencesFigure(StateWithWay(count), 1200, 630);
    for (size_t i = 1; i < figure.texts.size(); ++i) {
      const TextMark &line = figure.texts[i - 1], &source = figure.texts[i];
      if (line.face != Face::kWordMedium || source.face != Face::kUi) continue;
      // Descenders reach a quarter of their size down, capitals three quarters of theirs up.
      EXPECT_LE(line.at_px.y + 0.27f * line.size_px, source.at_px.y - 0.73f * source.size_px)
          << line.text;
    }
  }
}

}  // namespace
}  // namespace meander
