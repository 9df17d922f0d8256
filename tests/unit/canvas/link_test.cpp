// Links: whatever is put in comes out; one wrong letter is noticed; released links open for ever.
#include <gtest/gtest.h>

#include "../../source_dir.h"
#include "base/files.h"
#include "base/rng.h"
#include "canvas/link.h"

namespace meander {
namespace {

TEST(Link, ComesBackForAnyPayload) {
  Rng rng(9);
  for (int length = 0; length < 200; ++length) {
    std::string payload;
    for (int i = 0; i < length; ++i) payload += static_cast<char>(rng.Below(256));
    const auto link = DecodeLink(EncodeLink("ideas", payload));
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->room, "ideas");
    EXPECT_EQ(link->payload, payload);
  }
}

TEST(Crc16, GivesThePublishedCheckValue) { EXPECT_EQ(Crc16("123456789"), 0x29B1); }

// Every letter of three links against every other letter there is, every swap, every cut.
TEST(Link, NoticesEveryWrongLetterEverySwapAndEveryCut) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  Rng rng(3);
  for (const size_t length : {0, 23, 150}) {
    std::string payload;
    for (size_t i = 0; i < length; ++i) payload += static_cast<char>(rng.Below(256));
    const std::string text = EncodeLink("ideas", payload);
    for (size_t at = 0; at < text.size(); ++at) {
      std::string altered = text;
      for (const char letter : kLetters) {
        if (letter == text[at]) continue;
        altered[at] = letter;
        // A full stop at the end is what a sentence adds; the link before it is then cut by a
        // letter.
        EXPECT_FALSE(DecodeLink(altered).has_value()) << altered;
      }
      altered = text;
      if (at + 1 < text.size() && text[at] != text[at + 1]) {
        std::swap(altered[at], altered[at + 1]);
        EXPECT_FALSE(DecodeLink(altered).has_value()) << altered;
      }
      EXPECT_FALSE(DecodeLink(text.substr(0, at)).has_value());
    }
  }
}

TEST(Link, ForgivesWhatMailProgramsAdd) {
  const std::string text = EncodeLink("ideas", "abc");
  for (const std::string& dressed :
       {"#" + text, "<" + text + ">", text + ".\n", "%23" + text, "  " + text}) {
    EXPECT_TRUE(DecodeLink(dressed).has_value()) << dressed;
  }
}

TEST(Link, SaysWhatIsWrong) {
  EXPECT_EQ(DecodeLink("").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(DecodeLink("#").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(DecodeLink("section-2").error().message, "That link is not whole. Ask for it again.");
  EXPECT_EQ(DecodeLink("Ideas.AAAA").error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(DecodeLink("ideas." + std::string(20000, 'A')).error().code, ErrorCode::kCorrupt);
}

// A link as a later build would write it: the body's first byte is the version.
TEST(Link, TellsANewerVersionAndAnotherRoom) {
  const std::string text = EncodeLink("ideas", "abc");
  std::string body = *DecodeBase64Url(text.substr(6));
  EXPECT_EQ(body[0], kLinkVersion);
  body[0] = kLinkVersion + 1;
  EXPECT_EQ(DecodeLink("ideas." + EncodeBase64Url(body)).error().code, ErrorCode::kCorrupt);
  body.resize(body.size() - 2);
  const uint16_t checksum = Crc16("ideas." + body);
  body += static_cast<char>(checksum >> 8);
  body += static_cast<char>(checksum & 255);
  EXPECT_EQ(DecodeLink("ideas." + EncodeBase64Url(body)).error().code, ErrorCode::kTooNew);
  EXPECT_EQ(DecodeLink(EncodeLink("sounds", "abc"))->room, "sounds");
  // The room's name is under the checksum: a payload cannot be passed to another room.
  EXPECT_FALSE(DecodeLink("sounds" + text.substr(5)).has_value());
}

TEST(Base64Url, HasOneTextForEachBytes) {
  EXPECT_EQ(EncodeBase64Url("\xFF\xEF"), "_-8");
  EXPECT_EQ(*DecodeBase64Url("_-8"), "\xFF\xEF");
  EXPECT_FALSE(DecodeBase64Url("_-9").has_value());  // left-over bits
  EXPECT_FALSE(DecodeBase64Url("A").has_value());
  EXPECT_FALSE(DecodeBase64Url("AB=C").has_value());
}

TEST(ReleasedLinks, StillOpen) {
  const std::string file = *ReadTextFile(std::string(kSourceDir) + "/tests/released/links.txt");
  int opened = 0;
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find('\n', at), file.size());
    const std::string line = file.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '/') continue;
    EXPECT_TRUE(DecodeLink(line).has_value()) << line;
    ++opened;
  }
  EXPECT_GE(opened, 1);
}

}  // namespace
}  // namespace meander
