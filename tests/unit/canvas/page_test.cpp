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
  EXPECT_NE(html.find("<main data-key=\"g\">"), html.npos);
  EXPECT_EQ(html.find("not there"), html.npos);
}

TEST(PageText, SaysItInLines) {
  EXPECT_EQ(PageText(SmallPage()), "# Euclid & <friends>\ngeometry\n(\"quoted\")\n");
}

}  // namespace
}  // namespace meander
