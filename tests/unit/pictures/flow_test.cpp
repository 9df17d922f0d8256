// Groups of two layers as a flow: what is drawn, said and pressed is what the numbers say.
#include "pictures/flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "canvas/stage_parts.h"
#include "made_up_look.h"
#include "pictures/keys.h"
#include "pictures/link.h"
#include "pictures/page.h"
#include "pictures/page_parts.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

constexpr StageFrame kWide{{842, 508}}, kPhone{{390, 790}};

PicturesState Flowing() {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "flow", ""));
  return state;
}
uint32_t Source(uint16_t index) { return ItemOf({Kind::kSource, 0, index}); }

// The bands of one group, without the ink edge under those that are lit.
std::vector<RibbonMark> BandsOf(const Scene& scene, uint32_t item) {
  std::vector<RibbonMark> bands;
  for (const RibbonMark& band : scene.ribbons) {
    if (band.item == item) bands.push_back(band);
  }
  return bands;
}
std::string TextOfPage(const PicturesState& state) {
  View view;
  view.viewport = {842, 508, 1};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  return PageText(PicturesPage(state, view));
}
bool Says(const std::string& text, std::string_view wanted) {
  return text.find(wanted) != std::string::npos;
}

TEST(PicturesFlow, AsksForTheLayerBeforeAndKeepsTheGroupsUntilItHasCome) {
  PicturesState state = OpenedPictures();
  const Effects asked = ApplyToPictures(state, "flow", "");
  EXPECT_EQ(FlowsFrom(state.look), kPictureDefaultLayer - 1);
  EXPECT_EQ(FlowSeen(state), nullptr);
  ASSERT_NE(GroupsSeen(state), nullptr) << "those without a flow";
  AnswerAllOf(state, asked);
  ASSERT_NE(FlowSeen(state), nullptr);
  EXPECT_EQ(FlowSeen(state)->from.size(), 4u);
  // Where no earlier layer has groups there is none, and the page says so.
  AnswerAllOf(state, ApplyToPictures(state, "layer", std::to_string(kFirstGroupLayer)));
  EXPECT_EQ(FlowsFrom(state.look), std::nullopt);
  EXPECT_TRUE(Says(TextOfPage(state), "no earlier layer has groups")) << TextOfPage(state);
  ApplyToPictures(state, "flow", "");
  EXPECT_FALSE(state.look.flows);
}

TEST(PicturesFlow, BandsAreAsWideAsWhatPassesAndHatchedWhereItSpeaksAgainst) {
  const PicturesState state = Flowing();
  const PicturesGroupAnswer& flow = *FlowSeen(state);
  for (const StageFrame& frame : {kWide, kPhone}) {
    const Scene scene = PicturesScene(state, frame);
    const std::vector<RibbonMark> first = BandsOf(scene, Source(0));
    ASSERT_EQ(first.size(), flow.groups.size());
    // 1.5 px between bands are left out of each.
    const float pixels = (first[0].width_px + 1.5f) / std::fabs(StrandOf(flow, 0, 0));
    for (size_t t = 0; t < first.size(); ++t) {
      const float value = StrandOf(flow, 0, t);
      EXPECT_NEAR(first[t].width_px + 1.5f, std::fabs(value) * pixels, 0.01f) << t;
      EXPECT_EQ(first[t].hatched, value < 0) << t;
      EXPECT_EQ(first[t].paint.token, value < 0 ? Token::kMinus : Token::kPlus);
      EXPECT_EQ(first[t].sideways, !frame.is_narrow());
    }
    // At the right: what each later group says by itself, to the same scale.
    for (uint16_t t = 0; t < flow.groups.size(); ++t) {
      const std::vector<RibbonMark> out = BandsOf(scene, ItemOf({Kind::kGroup, 0, t}));
      ASSERT_EQ(out.size(), 1u);
      EXPECT_NEAR(out[0].width_px + 1.5f, std::fabs(flow.groups[t].share) * pixels, 0.01f);
      EXPECT_EQ(out[0].hatched, flow.groups[t].share < 0);
    }
  }
}

TEST(PicturesFlow, WhatIsPointedAtLightsItsBandsAndItsLand) {
  PicturesState state = Flowing();
  const auto strongest_of = [&](uint32_t item) {
    float most = 0;
    for (const RibbonMark& band : BandsOf(PicturesScene(state, kWide), item)) {
      most = std::max(most, band.paint.opacity);
    }
    return most;
  };
  const float calm = strongest_of(Source(1));
  state.hovered = {Kind::kSource, 0, 2};
  EXPECT_GT(strongest_of(Source(2)), 0.8f);
  EXPECT_LT(strongest_of(Source(1)), calm);
  // A place of the earlier layer's photo means the group that leads there (made_up_look.h: the
  // first group has the upper left corner).
  state.hovered = {Kind::kPlace, *FlowsFrom(state.look), 0};
  EXPECT_GT(strongest_of(Source(0)), 0.8f);
  EXPECT_LT(strongest_of(Source(2)), calm);
  const auto land_of = [&] {
    std::vector<float> fills;
    for (const AreaMark& area : PicturesScene(state, kWide).areas) {
      fills.push_back(area.fill.opacity);
    }
    return fills;
  };
  const std::vector<float> lit = land_of();
  state.hovered = {};
  const std::vector<float> plain = land_of();
  ASSERT_EQ(lit.size(), plain.size());
  EXPECT_NE(lit, plain);
  for (size_t i = 0; i < lit.size(); ++i) EXPECT_LE(lit[i], plain[i]);
}

TEST(PicturesFlow, IsolatingAndHidingAnEarlierGroupSaysWhatItTrulyDoes) {
  PicturesState state = Flowing();
  AnswerAllOf(state, ApplyToPictures(state, "pin", "9 0 1"));
  EXPECT_EQ(state.pinned.kind, Kind::kSource);
  const PictureGroup& group = FlowSeen(state)->from[1];
  EXPECT_TRUE(Says(TextOfPage(state), "falls by " + Signed(group.without))) << TextOfPage(state);
  // What each kind loses: the first has 1.5 of it (made_up_look.h).
  EXPECT_TRUE(Says(TextOfPage(state), Signed(-1.5f)));
  PictureKey(state, "i", false);
  EXPECT_TRUE(state.look.only);
  for (const RibbonMark& band : BandsOf(PicturesScene(state, kWide), Source(0))) {
    EXPECT_LT(band.paint.opacity, 0.1f);
  }
  PictureKey(state, "h", false);
  EXPECT_TRUE(state.look.hides);
  const Scene scene = PicturesScene(state, kWide);
  for (const RibbonMark& band : BandsOf(scene, Source(1))) EXPECT_LT(band.paint.opacity, 0.1f);
  const std::string wanted =
      "Without it " + Plainly(FlowSeen(state)->value - group.without) + ", with it 2.39.";
  EXPECT_TRUE(std::ranges::any_of(scene.labels, [&](const LabelMark& label) {
    return label.text == wanted;
  })) << wanted;
  // Another number of earlier groups: none of these is pinned any more.
  AnswerAllOf(state, ApplyToPictures(state, "flow-count", "6"));
  EXPECT_EQ(FlowSeen(state)->from.size(), 6u);
  EXPECT_EQ(state.pinned.kind, Kind::kNone);
  EXPECT_FALSE(state.look.hides);
}

TEST(PicturesFlow, TheListHoldsEveryStrandAndWhatIsLeft) {
  const PicturesState state = Flowing();
  const PicturesGroupAnswer& flow = *FlowSeen(state);
  Page page;
  page.nodes.push_back(PicturesListPart(state));
  const std::string text = PageText(page);
  for (size_t f = 0; f < flow.from.size(); ++f) {
    for (size_t t = 0; t < flow.groups.size(); ++t) {
      EXPECT_TRUE(Says(text, Signed(StrandOf(flow, f, t)))) << f << ' ' << t;
    }
    EXPECT_NEAR(PastGroups(flow, f), 0.25f, 1e-5f);
    EXPECT_TRUE(Says(text, SourceName(state, f)));
  }
  EXPECT_NEAR(PastAllGroups(flow), 4 * 0.25f + 0.2f, 1e-5f);
  EXPECT_NEAR(FlowGap(flow), 0.05f, 1e-5f);
  EXPECT_TRUE(Says(text, "+1.20 passes by the groups; 0.05 is left unexplained.")) << text;
}

TEST(PicturesFlow, ArrowsGoFromGroupToGroupAlongTheWidestStrand) {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, *PictureKey(state, "a", false));
  PictureKey(state, "ArrowDown", false);
  EXPECT_TRUE((state.pinned == PictureTarget{Kind::kGroup, 0, 0}));
  PictureKey(state, "ArrowDown", false);
  EXPECT_TRUE((state.pinned == PictureTarget{Kind::kGroup, 0, 1}));
  PictureKey(state, "ArrowLeft", false);
  const Strand widest = StrongestStrand(*FlowSeen(state), -1, 1);
  EXPECT_TRUE(
      (state.pinned == PictureTarget{Kind::kSource, 0, static_cast<uint16_t>(widest.from)}));
  PictureKey(state, "ArrowLeft", false);
  EXPECT_EQ(state.pinned.kind, Kind::kSource) << "there is nothing further left";
  for (int i = 0; i < 20; ++i) PictureKey(state, "ArrowDown", false);
  EXPECT_EQ(state.pinned.b, 3);
  PictureKey(state, "a", false);
  EXPECT_EQ(state.pinned.kind, Kind::kNone) << "its layer is no longer looked at";
}

TEST(PicturesFlow, ALinkOpensTheSameFlow) {
  PicturesState state = Flowing();
  AnswerAllOf(state, ApplyToPictures(state, "layer", "5"));
  AnswerAllOf(state, ApplyToPictures(state, "flow-from", "2"));
  AnswerAllOf(state, ApplyToPictures(state, "flow-count", "3"));
  AnswerAllOf(state, ApplyToPictures(state, "pin", "9 0 2"));
  PicturesState other = OpenedPictures();
  AnswerAllOf(other,
              TakePicturesLink(other, WritePicturesLink({state.photo, state.look, state.pinned})));
  EXPECT_TRUE(other.look == state.look);
  EXPECT_TRUE(other.pinned == state.pinned);
  ASSERT_NE(FlowSeen(other), nullptr);
  EXPECT_EQ(SentenceOfPicture(other), SentenceOfPicture(state));
  EXPECT_TRUE(Says(SentenceOfPicture(other), "at layer 5,")) << SentenceOfPicture(other);
}

TEST(PicturesFlow, StaysOnItsStageWhereverItFlows) {
  PicturesState state = Flowing();
  for (const char* count : {"2", "10"}) {
    AnswerAllOf(state, ApplyToPictures(state, "group-count", count));
    AnswerAllOf(state, ApplyToPictures(state, "flow-count", count));
    for (int layer = 3; layer <= kPictureEnd; ++layer) {
      AnswerAllOf(state, ApplyToPictures(state, "layer", std::to_string(layer)));
      for (const StageFrame frame : {kWide, kPhone, StageFrame{{360, 352}}, StageFrame{{600, 310}},
                                     StageFrame{{2400, 300}}}) {
        const Scene scene = PicturesScene(state, frame);
        const float wide = frame.width_px / frame.height_px + 0.02f;
        const auto is_on = [&](Point2 at) {
          return std::fabs(at.x) <= wide && std::fabs(at.y) <= 1.02f;
        };
        for (const RibbonMark& band : scene.ribbons) {
          EXPECT_TRUE(is_on(band.from) && is_on(band.to)) << frame.width_px << ' ' << count;
        }
        for (const CellMark& cell : scene.cells) {
          EXPECT_TRUE(is_on(cell.in_world.low) && is_on(cell.in_world.high)) << frame.width_px;
        }
        for (const LabelMark& label : scene.labels) {
          EXPECT_TRUE(is_on(label.at)) << label.text << ' ' << frame.width_px;
        }
      }
    }
  }
}

TEST(PicturesFlow, TheGhostSaysNothingInGrey) {
  PicturesState state = Flowing();
  AnswerAllOf(state, ApplyToPictures(state, "ghost", ""));
  const Scene scene = PicturesScene(state, kWide);
  ASSERT_FALSE(scene.ribbons.empty());
  for (const RibbonMark& band : scene.ribbons) {
    EXPECT_TRUE(band.paint.token == Token::kInk3 || band.paint.token == Token::kInk);
  }
}

}  // namespace
}  // namespace meander
