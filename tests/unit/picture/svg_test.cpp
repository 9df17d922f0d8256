// SVG: well formed, complete, self-contained, and what a reader typed stays text.
#include <gtest/gtest.h>

#include "base/rng.h"
#include "canvas/figure.h"
#include "canvas/svg_text.h"

namespace meander {
namespace {

int Count(std::string_view text, std::string_view part) {
  int count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

// Every tag closed in order, every attribute quoted, no stray markup: what expat would demand of
// the subset of XML that we write.
::testing::AssertionResult IsWellFormed(std::string_view xml) {
  std::vector<std::string> open;
  for (size_t at = 0; at < xml.size();) {
    if (xml[at] != '<') {
      if (xml[at] == '>') return ::testing::AssertionFailure() << "stray > at " << at;
      if (xml[at] == '&' && xml.substr(at, 12).find(';') == std::string_view::npos) {
        return ::testing::AssertionFailure() << "bare & at " << at;
      }
      ++at;
      continue;
    }
    const size_t end = xml.find('>', at);
    if (end == std::string_view::npos) return ::testing::AssertionFailure() << "open tag at " << at;
    const std::string_view tag = xml.substr(at + 1, end - at - 1);
    if (tag.find('<') != std::string_view::npos)
      return ::testing::AssertionFailure() << "< inside a tag at " << at;
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0)
      return ::testing::AssertionFailure() << "quotes at " << at;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1))
        return ::testing::AssertionFailure() << "closes " << tag;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.emplace_back(tag.substr(0, tag.find(' ')));
    }
    at = end + 1;
  }
  if (!open.empty()) return ::testing::AssertionFailure() << open.back() << " is never closed";
  return ::testing::AssertionSuccess();
}

Figure Sample(int dots) {
  Figure figure;
  figure.width_px = 600;
  figure.height_px = 400;
  figure.chart_px = {{0, 0}, {600, 400}};
  figure.title = "From <Tide> & \"Rhythm\"";
  figure.alt_text = "A path of two stops.";
  auto table = std::make_shared<PointTable>();
  table->version = 1;
  Rng rng(2);
  for (int i = 0; i < dots; ++i) {
    const uint32_t corner = rng.Below(3);
    table->codes.push_back(
        static_cast<uint16_t>(12000 + corner * 15000 + rng.Below(9000) + rng.Below(9000)));
    table->codes.push_back(static_cast<uint16_t>(12000 + (corner * 7 % 3) * 12000 +
                                                 rng.Below(9000) + rng.Below(9000)));
    table->hues.push_back(static_cast<uint8_t>(corner * 4));
  }
  figure.scene.points.table = table;
  figure.camera = {{0, 0}, 200};
  StrokeMark hop;
  hop.from = {-0.4f, 0};
  hop.control = {0, 0.3f};
  hop.to = {0.4f, 0};
  hop.paint = {Token::kAccent, 0.8f};
  hop.casing_px = 4.6f;
  hop.chevron = true;
  figure.scene.strokes.push_back(hop);
  DiscMark stop;
  stop.numeral = "1 · 2";
  figure.scene.discs.push_back(stop);
  LabelMark name;
  name.text = "Tide <&>";
  figure.scene.labels.push_back(name);
  figure.texts.push_back({{10, 20}, "Walk it yourself", Face::kWordMedium, 18, {}});
  return figure;
}

TEST(Svg, WellFormedInBothThemes) {
  for (const ThemeKind theme : {ThemeKind::kLight, ThemeKind::kDark}) {
    EXPECT_TRUE(IsWellFormed(WriteSvg(Sample(3000), theme)));
  }
}

TEST(Svg, TheCheckNoticesWhatExpatWould) {
  EXPECT_FALSE(IsWellFormed("<a><b></a></b>"));
  EXPECT_FALSE(IsWellFormed("<a x=\"1></a>"));
  EXPECT_FALSE(IsWellFormed("<a>x < y</a>"));
  EXPECT_FALSE(IsWellFormed("<a>"));
}

TEST(Svg, EveryDotIsThereOnceGroupedByColour) {
  Figure figure = Sample(3000);
  figure.scene.points.draw_land = false;
  const std::string svg = WriteSvg(figure, ThemeKind::kLight);
  EXPECT_EQ(Count(svg, "h0"), 3000);
  EXPECT_EQ(Count(svg, "stroke-linecap=\"round\" stroke=\"#7f4a00\""), 3);  // People, three sizes
}

TEST(Svg, LandHasSixStepsAndItsCoast) {
  const std::string svg = WriteSvg(Sample(3000), ThemeKind::kLight);
  EXPECT_EQ(Count(svg, "fill-rule=\"evenodd\""), 6);
  EXPECT_EQ(Count(svg, "stroke=\"#234b52\""), 2 + 5 + 1);  // echoes, contours, coast
  EXPECT_EQ(Count(svg, "<image"), 1);
}

TEST(Svg, TextIsTextAndNothingComesFromOutside) {
  const std::string svg = WriteSvg(Sample(100), ThemeKind::kLight);
  EXPECT_NE(
      svg.find("<title id=\"meander-title\">From &lt;Tide&gt; &amp; &quot;Rhythm&quot;</title>"),
      std::string::npos);
  EXPECT_NE(svg.find(">Tide &lt;&amp;&gt;</text>"), std::string::npos);
  EXPECT_NE(svg.find(">1 · 2</text>"), std::string::npos);
  EXPECT_EQ(Count(svg, "<text"), 3);
  EXPECT_EQ(Count(svg, "href=\"http"), 0);
  EXPECT_EQ(Count(svg, "<script"), 0);
}

TEST(Svg, TenThousandDotsStayUnderAMegabyte) {
  EXPECT_LT(WriteSvg(Sample(10033), ThemeKind::kLight).size(), 1000000u);
}

TEST(Svg, HalfDrawnHopEndsOnItsCurve) {
  Figure figure = Sample(0);
  figure.scene.points.table = nullptr;
  figure.scene.strokes[0].drawn_to = 0.5f;
  figure.scene.strokes[0].casing_px = 0;
  // Half of the curve from (220, 200) over (300, 140) to (380, 200) ends at (300, 170).
  EXPECT_NE(WriteSvg(figure, ThemeKind::kLight).find("d=\"M220 200Q260 170 300 170\""),
            std::string::npos);
}

TEST(SvgNumber, TwoDecimalsNoExponentNoNan) {
  const auto written = [](float value) {
    SvgText text(ThemeKind::kLight);
    return text.Number(value).Take();
  };
  EXPECT_EQ(written(12), "12");
  EXPECT_EQ(written(-0.05f), "-0.05");
  EXPECT_EQ(written(3.5f), "3.5");
  EXPECT_EQ(written(1e20f), "0");
  EXPECT_EQ(written(std::nanf("")), "0");
}

}  // namespace
}  // namespace meander
