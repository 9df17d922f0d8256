// A drawing in an address: it comes back as it was, is short, and nothing else is taken for one.
#include "drawings/link.h"

#include <gtest/gtest.h>

#include "../../released/released_links.h"
#include "base/bytes.h"
#include "canvas/link.h"

namespace meander {
namespace {

DrawingsLink MadeLink() {
  DrawingsLink link;
  link.ink = {{{10, 20}, {500, 30}, {490, 700}}, {{1023, 1023}}};
  link.look = {5, 7, 300};
  link.pinned = {DrawingTarget::Kind::kStroke, 0, 1};
  return link;
}

TEST(DrawingsLink, ComesBackAsItWas) {
  const DrawingsLink link = MadeLink();
  const auto read = ReadDrawingsLink(WriteDrawingsLink(link));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->ink, link.ink);
  EXPECT_TRUE(read->look == link.look);
  EXPECT_TRUE(read->pinned == link.pinned);
  DrawingsLink empty;
  const auto none = ReadDrawingsLink(WriteDrawingsLink(empty));
  ASSERT_TRUE(none.has_value()) << "a cleared sheet has a link, too";
  EXPECT_TRUE(none->ink.empty());
}

// Links without a ghost stay what they were, for those whose page is older.
TEST(DrawingsLink, TheGhostIsInTheLinkAndNoLinkWithoutItChanges) {
  DrawingsLink link = MadeLink();
  EXPECT_EQ(WriteDrawingsLink(link)[0], 1);
  link.look.ghost = true;
  const std::string text = WriteDrawingsLink(link);
  const auto read = ReadDrawingsLink(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->look == link.look);
  EXPECT_EQ(read->ink, link.ink);
  for (size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(ReadDrawingsLink(text.substr(0, length))) << length;
  }
  for (const uint8_t flags : {0, 2, 3, 255}) {
    std::string altered = text;
    altered[1] = static_cast<char>(flags);
    EXPECT_FALSE(ReadDrawingsLink(altered)) << int{flags};
  }
}

TEST(DrawingsLink, ASignIsAFewHundredLetters) {
  DrawingsLink link;
  for (int stroke = 0; stroke < 4; ++stroke) {
    InkStroke& to = link.ink.emplace_back();
    for (int i = 0; i < 25; ++i) {
      to.push_back(
          {static_cast<uint16_t>(40 + 37 * i), static_cast<uint16_t>(200 * stroke + 9 * i)});
    }
  }
  EXPECT_LT(EncodeLink("drawings", WriteDrawingsLink(link)).size(), size_t{400});
}

TEST(DrawingsLink, WhatIsNotWholeOrNotOursIsRefusedInASentence) {
  const std::string whole = WriteDrawingsLink(MadeLink());
  for (size_t length = 0; length < whole.size(); ++length) {
    const auto read = ReadDrawingsLink(whole.substr(0, length));
    ASSERT_FALSE(read.has_value()) << length;
    EXPECT_TRUE(read.error().message.ends_with('.')) << read.error().message;
  }
  EXPECT_FALSE(ReadDrawingsLink(whole + "x"));
  const auto with = [&](size_t at, uint8_t byte) {
    std::string altered = whole;
    altered[at] = static_cast<char>(byte);
    return ReadDrawingsLink(altered);
  };
  EXPECT_EQ(with(0, 3).error().code, ErrorCode::kTooNew);
  EXPECT_EQ(with(0, 2).error().code, ErrorCode::kCorrupt) << "flags that there are none of";
  EXPECT_FALSE(with(0, 0));
  EXPECT_FALSE(with(1, 7)) << "a layer that is none";
  EXPECT_FALSE(with(2, 1)) << "too few groups";
  EXPECT_FALSE(with(4, 9)) << "a sign that is none";
  EXPECT_FALSE(with(5, 4)) << "a kind of thing that is none";
  EXPECT_FALSE(with(7, 2)) << "a stroke that is none";
}

// Two that were given out: the same strokes, layers, rivals and pins for ever.
TEST(DrawingsLink, ReleasedOnesOpenWhatTheyOpened) {
  const std::vector<std::string> links = ReleasedLinks("drawings");
  ASSERT_GE(links.size(), 2u);
  std::vector<DrawingsLink> opened;
  for (const std::string& text : links) {
    const auto whole = DecodeLink(text);
    ASSERT_TRUE(whole.has_value()) << text;
    const auto link = ReadDrawingsLink(whole->payload);
    ASSERT_TRUE(link.has_value()) << text;
    opened.push_back(*link);
  }
  EXPECT_EQ(opened[0].ink, (Ink{{{700, 200}, {300, 210}, {520, 500}, {290, 820}, {720, 800}}}));
  EXPECT_TRUE(opened[0].look == DrawingLook{});
  EXPECT_TRUE(opened[0].pinned == DrawingTarget{});
  EXPECT_EQ(opened[1].ink, (Ink{{{200, 400}, {800, 380}}, {{210, 620}, {820, 610}}, {{512, 512}}}));
  EXPECT_EQ(opened[1].look.layer, 5);
  EXPECT_EQ(opened[1].look.groups, 3);
  EXPECT_EQ(opened[1].look.b, 192);
  EXPECT_TRUE((opened[1].pinned == DrawingTarget{DrawingTarget::Kind::kStroke, 0, 1}));
}

}  // namespace
}  // namespace meander
