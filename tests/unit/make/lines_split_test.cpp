// Sentences of running text: where they end, and how each reads standing alone.
#include "make/lines_split.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

std::vector<std::string> Texts(std::string_view paragraph) {
  std::vector<std::string> texts;
  for (const SplitSentence& sentence : SplitSentences(PlainParagraph(paragraph))) {
    texts.push_back(sentence.text);
  }
  return texts;
}
using Lines = std::vector<std::string>;

TEST(PlainParagraph, StraightensWhatPrintersCurl) {
  EXPECT_EQ(PlainParagraph("  “It’s  I”--he\tsaid… "), "\"It's I\"—he said...");
  EXPECT_EQ(PlainParagraph("a–b ---- c-d"), "a—b — c-d");
  EXPECT_EQ(PlainParagraph("a\x01\xff"), "a\xEF\xBF\xBD");
  EXPECT_EQ(PlainParagraph(""), "");
}

TEST(SplitSentences, EndsAtAStopBeforeACapital) {
  EXPECT_EQ(Texts("It rained. We stayed in! Why? Because it rained."),
            (Lines{"It rained.", "We stayed in!", "Why?", "Because it rained."}));
  EXPECT_EQ(Texts("Ah! said he. Oh."), (Lines{"Ah! said he.", "Oh."}));
  EXPECT_EQ(Texts("No stop at all"), (Lines{"No stop at all"}));
  EXPECT_EQ(Texts("What?! Never."), (Lines{"What?!", "Never."}));
  EXPECT_TRUE(Texts("").empty());
}

TEST(SplitSentences, ShortFormsEndNothing) {
  EXPECT_EQ(Texts("Mr. Bennet and Dr. W. Smith came. So did I. He left."),
            (Lines{"Mr. Bennet and Dr. W. Smith came.", "So did I.", "He left."}));
  EXPECT_EQ(Texts("She lives in St. Ives. It is far."),
            (Lines{"She lives in St. Ives.", "It is far."}));
}

TEST(SplitSentences, QuotesWithoutPartnersAreLeftOut) {
  EXPECT_EQ(Texts("\"I am cold. You are not. Come.\""),
            (Lines{"I am cold.", "You are not.", "Come."}));
  EXPECT_EQ(Texts("\"It is late.\" \"Is it?\""), (Lines{"It is late.", "Is it?"}));
  EXPECT_EQ(Texts("\"Come,\" said she, \"come in.\""), (Lines{"\"Come,\" said she, \"come in.\""}));
  EXPECT_EQ(Texts("Go on.--We must."), (Lines{"Go on.", "We must."}));
}

TEST(SplitSentences, SaysWhereASentenceStands) {
  const std::string paragraph = PlainParagraph("“It is late. Are you — here?” Yes.");
  const auto sentences = SplitSentences(paragraph);
  ASSERT_EQ(sentences.size(), 3u);
  for (const SplitSentence& sentence : sentences) {
    EXPECT_EQ(paragraph.substr(sentence.begin, sentence.end - sentence.begin), sentence.text);
  }
  EXPECT_EQ(sentences[1].text, "Are you — here?");
}

}  // namespace
}  // namespace meander
