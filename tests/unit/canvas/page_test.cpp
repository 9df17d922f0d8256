// Pages as bytes, as HTML and as text.
#include <gtest/gtest.h>

#include "canvas/page.h"

namespace meander {
namespace {

Page SmallPage() {
  Page page;
  page.title = "A page";
  PageNode group;
  group.key = "g";
  group.role = "main";
  group.on_escape = "leave";
  PageNode heading;
  heading.kind = PageKind::kHeading;
  heading.level = 1;
  heading.text = "Euclid & <friends>";
  PageNode link;
  link.kind = PageKind::kLink;
  link.key = "l";
  link.text = "geometry";
  link.href = "javascript:alert(1)";
  link.on_press = "open";
  link.argument = "12";
  link.current = true;
  PageNode field;
  field.kind = PageKind::kField;
  field.text = "\"quoted\"";
  field.detail = "Find";
  PageNode hidden;
  hidden.text = "not there";
  hidden.show = PageShow::kHidden;
  group.children = {heading, link, field, hidden};
  page.nodes = {group};
  return page;
}

TEST(Page, ComesBackAsItWas) {
  const auto page = ReadPage(WritePage(SmallPage()));
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(WritePage(*page), WritePage(SmallPage()));
  EXPECT_EQ(page->nodes[0].on_escape, "leave");
  EXPECT_EQ(page->nodes[0].children[1].argument, "12");
  EXPECT_TRUE(page->nodes[0].children[1].current);
}

TEST(Page, RefusesTruncationAndTreesThatAreTooDeep) {
  const std::vector<uint8_t> bytes = WritePage(SmallPage());
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadPage(ByteSpan(bytes).first(length)).has_value());
  }
  Page deep;
  PageNode node;
  for (int i = 0; i < 40; ++i) {
    PageNode outer;
    outer.children.push_back(node);
    node = outer;
  }
  deep.nodes.push_back(node);
  EXPECT_FALSE(ReadPage(WritePage(deep)).has_value());
}

TEST(PageHtml, EscapesEverythingAndLetsNoScriptIn) {
  const std::string html = PageHtml(SmallPage());
  EXPECT_NE(html.find("<h1>Euclid &amp; &lt;friends&gt;</h1>"), html.npos) << html;
  EXPECT_EQ(html.find("javascript:"), html.npos);
  EXPECT_NE(html.find("value=\"&quot;quoted&quot;\""), html.npos);
  EXPECT_NE(html.find("<main data-key=\"g\" id=\"main\" data-escape=\"leave\">"), html.npos);
  EXPECT_EQ(html.find("not there"), html.npos);
}

// One node of a kind whose mapping docs/page.md lists.
std::string HtmlOf(PageNode node) {
  Page page;
  page.nodes.push_back(std::move(node));
  return PageHtml(page);
}

TEST(PageHtml, WritesTheElementsOfTheTable) {
  PageNode node;
  node.key = "k";
  node.kind = PageKind::kField;
  node.on_input = "search";
  node.detail = "Find";
  EXPECT_EQ(HtmlOf(node),
            "<input data-key=\"k\" type=\"text\" autocomplete=\"off\" spellcheck=\"false\""
            " placeholder=\"Find\" data-input=\"search\">");
  node = {};
  node.kind = PageKind::kChart;
  node.label = "Map of 10,033 ideas";
  node.detail = "No journey yet.";
  EXPECT_EQ(HtmlOf(node),
            "<div class=\"chart\" role=\"img\" aria-label=\"Map of 10,033 ideas. No journey "
            "yet.\"></div>");
  node = {};
  node.kind = PageKind::kButton;
  node.text = "Title";
  node.pressed = true;
  node.on_press = "search-mode";
  node.argument = "title";
  EXPECT_EQ(HtmlOf(node),
            "<button type=\"button\" aria-pressed=\"true\" data-press=\"search-mode\""
            " data-argument=\"title\">Title</button>");
  node = {};
  node.kind = PageKind::kLink;
  node.href = "https://en.wikipedia.org/wiki/Euclid";
  node.text = "Euclid";
  EXPECT_EQ(HtmlOf(node),
            "<a href=\"https://en.wikipedia.org/wiki/Euclid\" rel=\"noopener\">Euclid</a>");
  node = {};
  node.kind = PageKind::kDot;
  node.value = 3;
  EXPECT_EQ(HtmlOf(node), "<span class=\"dot topic-3\" aria-hidden=\"true\"></span>");
  node = {};
  node.kind = PageKind::kArc;
  node.value = 1;
  node.label = "middling";
  EXPECT_EQ(
      HtmlOf(node),
      "<span class=\"arc arc-1\" role=\"img\" aria-label=\"middling\"><svg viewBox=\"0 0 15 "
      "8.94\" aria-hidden=\"true\" width=\"15\" height=\"8.94\"><path d=\"M1 7.94Q7.5 -5.246 14 "
      "7.94\"/></svg></span>");
  node = {};
  node.kind = PageKind::kImage;
  node.href = "data:text/html,x";
  EXPECT_EQ(HtmlOf(node), "<img alt=\"\">");
  node = {};
  node.kind = PageKind::kList;
  node.level = 1;
  node.children.resize(1);
  node.children[0].kind = PageKind::kItem;
  node.children[0].show = PageShow::kReaderOnly;
  EXPECT_EQ(HtmlOf(node), "<ol><li class=\"reader-only\"></li></ol>");
}

TEST(PageText, SaysItInLines) {
  EXPECT_EQ(PageText(SmallPage()), "# Euclid & <friends>\ngeometry\n(\"quoted\")\n");
}

}  // namespace
}  // namespace meander
