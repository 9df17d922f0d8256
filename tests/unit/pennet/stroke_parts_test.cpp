// What each stroke does, beside pictures drawn without it, with weights by chance.
#include "net/pennet/stroke_parts.h"

#include "made_pen.h"

namespace meander {
namespace {

const std::vector<PenStroke> kThree = {
    {{.1, .1}, {.9, .1}}, {{.1, .5}, {.9, .6}}, {{.5, .1}, {.4, .9}}};

TEST(StrokeParts, AreWhatIsLostWithoutThem) {
  MadePen made;
  const StrokeParts parts = FindStrokeParts(made.reading, kThree, 7, 300);
  ASSERT_EQ(parts.single.size(), 3u);
  ASSERT_EQ(parts.pairs.size(), 3u);
  const PenFrame frame = FrameOfStrokes(kThree);
  const auto value = [&](const std::vector<bool>& left_out) {
    made.reading.Look(DrawStrokes(kThree, frame, left_out));
    return double{made.reading.logits()[7]} - double{made.reading.logits()[300]};
  };
  EXPECT_EQ(parts.value, value({}));
  EXPECT_EQ(parts.single[1].value, value({false, true, false}));
  EXPECT_EQ(parts.single[1].loss, parts.value - parts.single[1].value);
  EXPECT_EQ(parts.single[1].top, TopClasses(made.reading.logits(), 1)[0]);
  EXPECT_EQ(parts.single[1].share, double{ClassShares(made.reading.logits())[7]});
  EXPECT_EQ(parts.pairs[1].stroke, 0);
  EXPECT_EQ(parts.pairs[1].other, 2);
  EXPECT_EQ(parts.pairs[1].value, value({true, false, true}));
  EXPECT_EQ(parts.Together(parts.pairs[1]),
            parts.pairs[1].loss - parts.single[0].loss - parts.single[2].loss);
  EXPECT_EQ(parts.empty_value, value({true, true, true}));
  EXPECT_EQ(parts.empty_top, TopClasses(made.reading.logits(), 1)[0]);
  EXPECT_NE(parts.single[0].loss, 0);
}

TEST(StrokeParts, GoStepByStepAndLeaveTheWholeDrawingInView) {
  MadePen made;
  made.reading.Look(DrawStrokes(kThree, FrameOfStrokes(kThree)));
  const std::vector<float> logits(made.reading.logits().begin(), made.reading.logits().end());
  StrokeOcclusion occlusion(made.reading, kThree, 7, -1);
  EXPECT_EQ(occlusion.looks(), 6u);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(occlusion.Step()) << i;
  EXPECT_FALSE(occlusion.Step());
  EXPECT_FALSE(occlusion.Step()) << "nothing more to do";
  EXPECT_EQ(occlusion.parts().single.size(), 3u);
  EXPECT_EQ(occlusion.parts().pairs.size(), 3u);
  EXPECT_EQ(occlusion.parts().value, double{logits[7]});
  EXPECT_TRUE(std::ranges::equal(made.reading.logits(), logits));
}

TEST(StrokeParts, PairsAreOfFewStrokesOnly) {
  MadePen made;
  const auto looks = [&](size_t strokes) {
    std::vector<PenStroke> many(strokes, kThree[0]);
    return StrokeOcclusion(made.reading, many, 0, -1).looks();
  };
  EXPECT_EQ(looks(1), 1u);
  EXPECT_EQ(looks(6), 6u + 15u);
  EXPECT_EQ(looks(7), 7u);
}

}  // namespace
}  // namespace meander
