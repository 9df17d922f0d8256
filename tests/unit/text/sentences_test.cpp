// A reader's own text: decoding, mark-up, sentences, and whatever is no text.
#include "text/sentences.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

std::string Plain(std::string_view text) {
  const auto plain = PlainTextOf(AsBytes(text));
  return plain ? plain->text : "ERROR " + plain.error().message;
}
std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto [begin, end] : FindSentences(text).lines) {
    lines.emplace_back(text.substr(begin, end - begin));
  }
  return lines;
}

TEST(Sentences, EndWhereTheyEnd) {
  EXPECT_EQ(Lines("Call me Ishmael. Some years ago! Who was it? \u201cIt was I,\u201d he said.\n"),
            (std::vector<std::string>{"Call me Ishmael.", "Some years ago!", "Who was it?",
                                      "\u201cIt was I,\u201d he said."}));
  EXPECT_EQ(Lines("Mr. Darcy met J. Smith at 3.15 sharp. (They never spoke again.) A poem without"),
            (std::vector<std::string>{"Mr. Darcy met J. Smith at 3.15 sharp.",
                                      "(They never spoke again.)", "A poem without"}));
  EXPECT_EQ(
      Lines("It was you and I. We never knew\u2026 Then it rained."),
      (std::vector<std::string>{"It was you and I.", "We never knew\u2026", "Then it rained."}));
}

TEST(Sentences, TooShortAndTooLongAreCountedNotKept) {
  std::string twenty;
  for (int i = 0; i < 20; ++i) twenty += "word ";
  const auto found = FindSentences("No. Not now. This one is fine. " + twenty + ".");
  EXPECT_EQ(found.lines.size(), 1u);
  EXPECT_EQ(found.skipped, 3u);
  EXPECT_TRUE(FindSentences("").lines.empty());
}

TEST(Sentences, MarkdownLosesItsMarks) {
  EXPECT_EQ(Plain("# A *title* here\n\nSome _plain_ text\nwith a [link](https://x/y) in\nit.\n\n"
                  "- one `item`\n- two items\n\n> quoted words\n\n```\ncode = 1;\n```\n| a | b |\n"
                  "1. first thing\n---\n![picture](p.png) snake_case <b>bold</b>\n"),
            "A title here\nSome plain text with a link in it.\none item\ntwo items\nquoted words\n"
            "first thing\npicture snake_case bold\n");
}

TEST(Sentences, Latin1IsNoticedAndRead) {
  const auto plain = PlainTextOf(AsBytes("Caf\xE9 \x93Noir\x94 at dawn."));
  ASSERT_TRUE(plain);
  EXPECT_TRUE(plain->was_latin_1);
  EXPECT_EQ(plain->text, "Caf\u00e9 \u201cNoir\u201d at dawn.\n");
  const auto utf8 =
      PlainTextOf(AsBytes("\xEF\xBB\xBF"
                          "Café at dawn."));
  ASSERT_TRUE(utf8);
  EXPECT_FALSE(utf8->was_latin_1);
  EXPECT_EQ(utf8->text, "Café at dawn.\n");
}

TEST(Sentences, WhatIsNoTextIsRefusedWithASentence) {
  EXPECT_EQ(PlainTextOf({}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(PlainTextOf(AsBytes(" \n\t ?! 123")).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(PlainTextOf(AsBytes(std::string_view("PK\x03\x04\0\0zip", 9))).error().code,
            ErrorCode::kInvalidInput);
  const std::string large(kMostTextBytes + 1, 'a');
  EXPECT_NE(PlainTextOf(AsBytes(large)).error().message.find("5 MB"), std::string::npos);
}

TEST(Sentences, AMillionStopsAreDoneAtOnce) {
  std::string stops(1'000'000, '.');
  EXPECT_TRUE(FindSentences(stops).lines.empty());
  for (const char* bit : {"[", "<", "](", "# ", "> ", "- ", "\u201d", "`", "1. "}) {
    std::string text = "Some words first. ";
    while (text.size() < 300'000) text += bit;
    const auto plain = PlainTextOf(AsBytes(text));
    ASSERT_TRUE(plain) << bit;
    EXPECT_EQ(FindSentences(plain->text).lines.size(), 1u) << bit;
  }
}

}  // namespace
}  // namespace meander
