// A long journey stays readable: few numerals, older hops thin (design.md, section 8).
#include "ideas/line_marks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ideas/scene.h"
#include "small_map.h"

namespace meander {
namespace {

// Along the grid's rows, over and over.
IdeasState WithStops(int stops) {
  IdeasState state = EmptyState();
  for (int i = 0; i < stops; ++i) {
    Open(state.journey, static_cast<uint32_t>(i) % kSmallItems, i == 0 ? 0 : 0.5f);
  }
  return state;
}

Scene Drawn(const IdeasState& state) {
  Scene scene;
  AddJourney(state, WholeView(state.map), scene);
  return scene;
}

std::vector<std::string> Numerals(const Scene& scene) {
  std::vector<std::string> numerals;
  for (const DiscMark& disc : scene.discs) {
    if (!disc.numeral.empty()) numerals.push_back(disc.numeral);
  }
  return numerals;
}

TEST(LongJourney, UpToTwentyFiveStopsAllHaveNumerals) {
  const Scene scene = Drawn(WithStops(25));
  EXPECT_EQ(Numerals(scene).size(), 25u);
  for (const DiscMark& disc : scene.discs) EXPECT_GE(disc.radius_px, 8);
}

TEST(LongJourney, BeyondThatOnlyEveryFifthFirstLastAndCurrent) {
  IdeasState state = WithStops(28);
  EXPECT_EQ(Numerals(Drawn(state)),
            (std::vector<std::string>{"1", "5", "10", "15", "20", "25", "28"}));
  GoTo(state.journey, 12);
  const Scene scene = Drawn(state);
  EXPECT_EQ(Numerals(scene),
            (std::vector<std::string>{"1", "5", "10", "13", "15", "20", "25", "28"}));
  ASSERT_EQ(scene.discs.size(), 28u);
  for (const DiscMark& disc : scene.discs) {
    if (disc.numeral.empty()) {
      EXPECT_EQ(disc.kind, DiscKind::kSmall);
      EXPECT_EQ(disc.radius_px, 4);
    }
  }
  EXPECT_EQ(Drawn(WithStops(26)).discs[1].numeral, "");
  // Only they are named, the current one first; the others' discs take their room all the same.
  std::vector<Rect> boxes;
  const auto names = StopNames(state, WholeView(state.map), boxes);
  ASSERT_EQ(names.size(), 8u);
  EXPECT_EQ(names[0].text, kSmallTitles[12]);
  EXPECT_EQ(names[1].text, kSmallTitles[0]);
  EXPECT_EQ(names[2].text, kSmallTitles[4]);
  EXPECT_EQ(boxes.size(), 28u);
}

TEST(LongJourney, HopsBeyondTheLatestSixtyAreThin) {
  for (const int hops : {60, 75}) {
    const Scene scene = Drawn(WithStops(hops + 1));
    ASSERT_EQ(scene.strokes.size(), static_cast<size_t>(hops));
    for (size_t i = 0; i < scene.strokes.size(); ++i) {
      const bool is_old = i + 60 < scene.strokes.size();
      EXPECT_EQ(scene.strokes[i].width_from_px == 1.4f, is_old) << i << " of " << hops;
      EXPECT_EQ(scene.strokes[i].paint.opacity == 0.4f, is_old) << i << " of " << hops;
    }
    EXPECT_NEAR(scene.strokes.back().width_to_px, 3.8f, 1e-5f);
  }
}

}  // namespace
}  // namespace meander
