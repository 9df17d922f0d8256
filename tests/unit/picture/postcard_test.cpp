// A postcard's foot: every title in its order, the credits, and an address that can be followed in
// the SVG and read in print.
#include "canvas/postcard.h"

#include <gtest/gtest.h>

#include "canvas/text_metrics.h"

namespace meander {
namespace {

const std::string kAddress =
    "https://example.org/meander/ideas.html#ideas." + std::string(190, 'Q') + "end";

Figure Card() {
  Figure figure;
  figure.width_px = 1200;
  figure.height_px = 630;
  figure.chart_px = {{408, 0}, {1200, 630}};
  figure.title = "From Cartography to Memory";
  figure.titles = {"Cartography", "Map & <globe>", "Memory"};
  figure.credits = "Titles and texts: somebody.";
  figure.address = kAddress;
  return figure;
}

TEST(Postcard, TheFootHoldsTitlesCreditsAndTheWholeAddress) {
  Figure figure = Card();
  AddFoot(figure);
  EXPECT_GT(figure.height_px, 630);
  EXPECT_LT(figure.height_px, 800);
  std::string address;
  for (const TextMark& text : figure.texts) {
    EXPECT_GT(text.at_px.y, 630);
    EXPECT_LT(text.at_px.y, figure.height_px);
    EXPECT_LE(text.at_px.x + TextWidth(text.face, text.size_px, text.text), 1200 - 50);
    if (!text.href.empty()) {
      EXPECT_EQ(text.href, kAddress);
      address += text.text;
    }
  }
  EXPECT_EQ(address, kAddress);
  const std::string svg = WriteSvg(figure, ThemeKind::kLight);
  EXPECT_NE(svg.find("1 Cartography   ·   2 Map &amp; &lt;globe&gt;   ·   3 Memory"), svg.npos);
  EXPECT_NE(svg.find("Titles and texts: somebody."), svg.npos);
  EXPECT_NE(svg.find("<a href=\"" + kAddress + "\">"), svg.npos);
}

TEST(Postcard, WithoutAnythingToSayThereIsNoFoot) {
  Figure figure = Card();
  figure.titles.clear();
  figure.credits.clear();
  figure.address.clear();
  AddFoot(figure);
  EXPECT_EQ(figure.height_px, 630);
  EXPECT_TRUE(figure.texts.empty());
}

TEST(Postcard, FortyLongTitlesAndAnEndlessAddressStayWithinIt) {
  Figure figure = Card();
  figure.titles.assign(40, std::string(90, 'W'));
  figure.address = "https://example.org/#" + std::string(20000, 'W');
  AddFoot(figure);
  EXPECT_LT(figure.height_px, 850);
  for (const TextMark& text : figure.texts) {
    EXPECT_LE(text.at_px.x + TextWidth(text.face, text.size_px, text.text), 1200 - 40);
  }
}

TEST(Postcard, OnlyAnAddressOfTheWebIsOne) {
  EXPECT_EQ(AddressWith("https://x/ideas.html", "ideas.A"), "https://x/ideas.html#ideas.A");
  EXPECT_EQ(AddressWith("http://x/", ""), "http://x/");
  for (const char* other : {"", "about:srcdoc", "file:///x.html", "javascript:alert(1)"}) {
    EXPECT_EQ(AddressWith(other, "ideas.A"), "") << other;
  }
  Figure figure = Card();
  figure.address = "javascript:alert(1)";
  AddFoot(figure);
  EXPECT_EQ(WriteSvg(figure, ThemeKind::kLight).find("<a "), std::string::npos);
}

}  // namespace
}  // namespace meander
