// Names never flicker: driven through the zoom, each is there for one interval at most, and no two
// that are shown touch.
#include <gtest/gtest.h>

#include <map>

#include "base/rng.h"
#include "canvas/label_box.h"
#include "canvas/labels.h"

namespace meander {
namespace {

constexpr Viewport kViewport{860, 744, 1};
const Camera kFit{{0, 0}, 380};

std::vector<LabelMark> Candidates() {
  Rng rng(11);
  std::vector<LabelMark> labels;
  for (int i = 0; i < 400; ++i) {
    const LabelLevel level = i < 11 ? kRegionLevel : i < 60 ? kSubRegionLevel : kTitleLevel;
    LabelMark label;
    label.at = {rng.Unit() * 1.8f - 0.9f, rng.Unit() * 1.8f - 0.9f};
    label.text = "Name number " + std::to_string(i);
    label.face = i < 11 ? Face::kRegionItalic : Face::kUi;
    label.size_px = i < 11 ? 19 : 12;
    label.scale_from = level.scale_from;
    label.scale_to = level.scale_to;
    label.item = static_cast<uint32_t>(i);
    labels.push_back(label);
  }
  return labels;
}

TEST(PlanLabels, EveryNameHasOneIntervalThroughTheWholeZoom) {
  const std::vector<LabelMark> plan = PlanLabels(Candidates(), kFit.pixels_per_world, TextWidth);
  EXPECT_GT(plan.size(), 60u);
  std::map<uint32_t, int> changes;
  std::map<uint32_t, bool> was;
  for (float scale = 0.5f; scale < 40; scale *= 1.01f) {
    for (const LabelMark& label : plan) {
      const bool is = scale >= label.scale_from && scale < label.scale_to;
      changes[label.item] += is != was[label.item];
      was[label.item] = is;
    }
  }
  for (const auto& [item, count] : changes) EXPECT_LE(count, 2) << item;
}

TEST(PlanLabels, NamesThatAreShownNeverTouch) {
  const std::vector<LabelMark> plan = PlanLabels(Candidates(), kFit.pixels_per_world, TextWidth);
  for (const float scale : {0.5f, 0.9f, 1.f, 1.7f, 2.4f, 3.1f, 5.f, 9.f, 20.f, 39.f}) {
    const Camera camera{{0.1f, 0.05f}, kFit.pixels_per_world * scale};
    const auto shown = VisibleLabels(plan, camera, kFit, kViewport, {}, 1000);
    for (size_t i = 0; i < shown.size(); ++i) {
      const Rect a = LabelBoxAt(shown[i], ScreenFromWorld(camera, kViewport, shown[i].at)).bounds_px;
      EXPECT_TRUE(a.low.x >= 0 && a.low.y >= 0 && a.high.x <= 860 && a.high.y <= 744);
      for (size_t j = 0; j < i; ++j) {
        const Rect b = LabelBoxAt(shown[j], ScreenFromWorld(camera, kViewport, shown[j].at)).bounds_px;
        EXPECT_FALSE(a.Overlaps(b)) << shown[i].text << " / " << shown[j].text << " at " << scale;
      }
    }
  }
}

TEST(VisibleLabels, KeepOffWhatIsPlacedAndWithinTheLimit) {
  const std::vector<LabelMark> plan = PlanLabels(Candidates(), kFit.pixels_per_world, TextWidth);
  const std::vector<Rect> card{{{0, 0}, {430, 744}}};
  for (const LabelMark& label : VisibleLabels(plan, kFit, kFit, kViewport, card, 1000)) {
    const Rect box = LabelBoxAt(label, ScreenFromWorld(kFit, kViewport, label.at)).bounds_px;
    EXPECT_FALSE(box.Overlaps(card[0]));
  }
  EXPECT_EQ(VisibleLabels(plan, kFit, kFit, kViewport, {}, 5).size(), 5u);
}

TEST(PlaceStopNames, TwoStopsSideBySideBothGetTheirName) {
  std::vector<LabelMark> names(2);
  names[0].text = "Cartography";
  names[1].text = "Memory";
  names[1].at = {0.04f, 0};
  for (LabelMark& name : names) name.distance_px = 12;
  std::vector<Rect> boxes;
  const auto placed = PlaceStopNames(names, kFit, kViewport, boxes);
  ASSERT_EQ(placed.size(), 2u);
  EXPECT_EQ(boxes.size(), 2u);
  EXPECT_FALSE(boxes[0].Overlaps(boxes[1]));
}

TEST(LabelFader, FadesInAndOutAndRests) {
  LabelFader fader;
  LabelMark name;
  name.text = "A";
  fader.SetWanted({name}, 0, false);
  EXPECT_FALSE(fader.Advance(0));  // the first names are simply there
  LabelMark other = name;
  other.text = "B";
  fader.SetWanted({other}, 1, false);
  EXPECT_TRUE(fader.Advance(1.0));
  EXPECT_EQ(fader.labels().size(), 2u);
  EXPECT_FALSE([&] {
    bool is_fading = true;
    for (double now_s = 1; now_s < 2; now_s += 0.016) is_fading = fader.Advance(now_s);
    return is_fading;
  }());
  ASSERT_EQ(fader.labels().size(), 1u);
  EXPECT_EQ(fader.labels()[0].fade, 1);
}

}  // namespace
}  // namespace meander
