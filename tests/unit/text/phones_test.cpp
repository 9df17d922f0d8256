// How lines sound: by the book, by stem and ending, by rule; rhymes.
#include "text/phones.h"

#include <gtest/gtest.h>

#include "text/letter_rules.h"

namespace meander {
namespace {

std::string Phones(std::string_view names) {
  std::string phones;
  while (!names.empty()) {
    const size_t end = std::min(names.find(' '), names.size());
    phones += static_cast<char>(PhoneNamed(names.substr(0, end)));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return phones;
}

PhoneBook SomeBook() {
  PhoneBook book;
  for (const auto& [word, names] :
       std::initializer_list<std::pair<const char*, const char*>>{{"cream", "K R IY1 M"},
                                                                  {"hope", "HH OW1 P"},
                                                                  {"i", "AY1"},
                                                                  {"ice", "AY1 S"},
                                                                  {"kiss", "K IH1 S"},
                                                                  {"scream", "S K R IY1 M"},
                                                                  {"sea", "S IY1"},
                                                                  {"ship", "SH IH1 P"},
                                                                  {"story", "S T AO1 R IY0"},
                                                                  {"want", "W AA1 N T"},
                                                                  {"won't", "W OW1 N T"}}) {
    EXPECT_TRUE(book.Add(word, Phones(names))) << word;
  }
  return book;
}

std::string Said(std::string_view text) {
  std::string all;
  for (const SpokenWord& word : Speak(SomeBook(), text)) {
    if (!all.empty()) all += " | ";
    all += NamesOfPhones(word.phones);
  }
  return all;
}

TEST(Phones, WordsAreFoundWhereTheyStand) {
  const std::string text = "\"I won\u2019t,\" ice-cream 'sea' 7!";
  const auto words = Speak(SomeBook(), text);
  std::vector<std::string> found;
  for (const SpokenWord& word : words)
    found.push_back(text.substr(word.begin, word.end - word.begin));
  EXPECT_EQ(found, (std::vector<std::string>{"I", "won\u2019t", "ice", "cream", "sea", "7"}));
  EXPECT_EQ(NamesOfPhones(words[1].phones), "W OW1 N T");
  EXPECT_EQ(NamesOfPhones(words[5].phones), NamesOfPhones(PhonesByRule("seven")));
  EXPECT_TRUE(Speak(SomeBook(), " ' \xff\xc3").empty());
}

TEST(Phones, EndingsAreHungOnTheBooksStem) {
  EXPECT_EQ(Said("ships seas kisses"), "SH IH1 P S | S IY1 Z | K IH1 S IH0 Z");
  EXPECT_EQ(Said("kissed wanted hoped"), "K IH1 S T | W AA1 N T IH0 D | HH OW1 P T");
  EXPECT_EQ(Said("hoping shipless stories"),
            "HH OW1 P IH0 NG | SH IH1 P L AH0 S | S T AO1 R IY0 Z");
  EXPECT_EQ(Said("unwanted"), NamesOfPhones(PhonesByRule("unwanted"))) << "one ending at a time";
}

TEST(Phones, UnknownWordsAreSaidByRule) {
  // As the CMU dictionary has them.
  const std::initializer_list<std::pair<const char*, const char*>> words = {
      {"light", "L AY1 T"},         {"knee", "N IY1"},           {"strange", "S T R EY1 N JH"},
      {"nation", "N EY1 SH AH0 N"}, {"phone", "F OW1 N"},        {"cheese", "CH IY1 Z"},
      {"bottle", "B AA1 T AH0 L"},  {"quick", "K W IH1 K"},      {"thing", "TH IH1 NG"},
      {"march", "M AA1 R CH"},      {"wonder", "W AA1 N D ER0"}, {"snow", "S N OW1"},
      {"making", "M EY1 K IH0 NG"}, {"city", "S IH1 T IY0"},     {"fox", "F AA1 K S"}};
  for (const auto& [word, names] : words)
    EXPECT_EQ(NamesOfPhones(PhonesByRule(word)), names) << word;
  EXPECT_EQ(PhonesByRule(""), "");
  EXPECT_EQ(PhonesByRule("\x01\xff"), "");
}

TEST(Phones, SoundsRunAcrossTheGapsBetweenWords) {
  const auto grams = [](std::string_view text) { return SoundGrams(Speak(SomeBook(), text)); };
  EXPECT_EQ(grams("Ice cream"), grams("I scream"));
  EXPECT_NE(grams("Ice cream"), grams("cream ice"));
  EXPECT_TRUE(SoundGrams({}).empty());
}

TEST(Phones, WordsRhymeFromTheirLastStressedVowelOn) {
  const auto rhyme = [](std::string_view names) { return NamesOfPhones(RhymeOf(Phones(names))); };
  EXPECT_EQ(rhyme("R IH0 T ER1 N D"), "ER0 N D");
  EXPECT_EQ(rhyme("AE0 D V EH1 N CH ER0"), "EH0 N CH ER0");
  EXPECT_EQ(rhyme("DH AH0"), "AH0");
  EXPECT_EQ(rhyme("SH"), "");
  EXPECT_EQ(RhymeNumber(RhymeOf(Phones("K R IY1 M"))), RhymeNumber(RhymeOf(Phones("D R IY2 M"))));
  EXPECT_NE(RhymeNumber(RhymeOf(Phones("K R IY1 M"))), RhymeNumber(RhymeOf(Phones("S IY1"))));
  EXPECT_EQ(RhymeNumber(""), 0u);
}

}  // namespace
}  // namespace meander
