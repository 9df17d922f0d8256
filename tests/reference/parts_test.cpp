// Texts cut into sentences and words, with the real vocabulary: no piece lost, none twice.
#include "text/parts.h"

#include "base/rng.h"
#include "reference_model.h"

namespace meander {
namespace {

std::vector<std::string> SentenceTexts(const std::string& text, uint32_t head_bytes = 0) {
  std::vector<std::string> texts;
  for (const TextPart& part : SentencesOf(text, Model().pieces.Tokenize(text), head_bytes)) {
    texts.push_back(text.substr(part.begin, part.end - part.begin));
  }
  return texts;
}
using Texts = std::vector<std::string>;

TEST(Parts, SentencesEndWhereAReaderWouldEndThem) {
  EXPECT_EQ(SentenceTexts("It rains. It pours! Why? Because."),
            (Texts{"It rains.", "It pours!", "Why?", "Because."}));
  EXPECT_EQ(SentenceTexts("J. R. R. Tolkien met Dr. Who in the U.S. He left."),
            (Texts{"J. R. R. Tolkien met Dr. Who in the U.S. He left."}));
  EXPECT_EQ(SentenceTexts("A city (pron. Foo. Bar. ) on the Po. It is old."),
            (Texts{"A city (pron. Foo. Bar. ) on the Po.", "It is old."}));
  EXPECT_EQ(SentenceTexts("It costs 3.14 euros, e.g. today. 1912 was dear."),
            (Texts{"It costs 3.14 euros, e.g. today.", "1912 was dear."}));
  EXPECT_EQ(SentenceTexts("He said \"go.\" She went.\nA new line"),
            (Texts{"He said \"go.\"", "She went.", "A new line"}));
  EXPECT_EQ(SentenceTexts("An open (bracket. Never closed.\nThe next. Line."),
            (Texts{"An open (bracket. Never closed.", "The next.", "Line."}));
}

TEST(Parts, ATitleIsAPartOfItsOwn) {
  EXPECT_EQ(SentenceTexts("St. John. A saint. Old.", 9), (Texts{"St. John.", "A saint.", "Old."}));
  EXPECT_EQ(SentenceTexts("Only a title.", 13), (Texts{"Only a title."}));
  EXPECT_EQ(SentenceTexts("Short.", 5000), (Texts{"Short."}));
  EXPECT_TRUE(SentenceTexts("").empty());
}

TEST(Parts, WordsAreWholeAndPunctuationIsNone) {
  const std::string text = "Cartography, well-known (c. 1500), isn't Cartagena’s.";
  const TokenizedText tokens = Model().pieces.Tokenize(text);
  Texts words;
  for (const TextPart& word : WordsOf(Model().pieces, tokens, SentencesOf(text, tokens)[0])) {
    words.push_back(text.substr(word.begin, word.end - word.begin));
  }
  EXPECT_EQ(words,
            (Texts{"Cartography", "well", "known", "c", "1500", "isn", "t", "Cartagena", "s"}));
}

TEST(Parts, LeavingOutTakesExactlyThePieces) {
  const std::string text = "Tea is hot. Coffee is hotter.";
  const TokenizedText tokens = Model().pieces.Tokenize(text);
  const std::vector<TextPart> sentences = SentencesOf(text, tokens);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(IdsWithout(tokens, sentences[0]), Model().pieces.Tokenize("Coffee is hotter.").ids);
  EXPECT_EQ(IdsWithout(tokens, sentences[1]), Model().pieces.Tokenize("Tea is hot.").ids);
}

TEST(Parts, SentencesHoldEveryPieceOnceWhateverTheText) {
  Rng rng(7);
  const std::string_view parts[] = {
      "a",  "St",  "U.S", ".",  "!",  "?",        " ",  "\n",
      "(",  ")",   "\"",  "É",  "漢", "ing",      "--", "\xF0\x9F\x98\x80",
      "\t", "x y", "3.1", "Zu", "'",  "\xCC\x81", "…",  "[SEP]"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (uint32_t i = rng.Below(60); i > 0; --i) text += parts[rng.Below(std::size(parts))];
    const TokenizedText tokens = Model().pieces.Tokenize(text);
    uint32_t next = 1;
    for (const TextPart& sentence : SentencesOf(text, tokens, rng.Below(20))) {
      ASSERT_EQ(sentence.first_piece, next) << text;
      ASSERT_GT(sentence.one_past_pieces, next) << text;
      uint32_t word_next = next;
      for (const TextPart& word : WordsOf(Model().pieces, tokens, sentence)) {
        ASSERT_GE(word.first_piece, word_next) << text;
        ASSERT_LE(word.one_past_pieces, sentence.one_past_pieces) << text;
        word_next = word.one_past_pieces;
      }
      next = sentence.one_past_pieces;
    }
    ASSERT_EQ(next, tokens.ids.size() - 1) << text;
  }
}

}  // namespace
}  // namespace meander
