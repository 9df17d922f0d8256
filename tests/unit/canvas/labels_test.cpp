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
    if (i >= 60) {  // titles stand above their dot
      label.place = LabelPlace::kAbove;
      label.distance_px = 5;
    }
    label.scale_from = level.scale_from;
    label.scale_to = level.scale_to;
    label.item = static_cast<uint32_t>(i);
    labels.push_back(label);
  }
  return labels;
}

TEST(PlanLabels, EveryNameHasOneIntervalThroughTheWholeZoom) {
  const std::vector<LabelMark> plan =
      PlanLabels(Candidates(), kFit.pixels_per_world, kViewport, TextWidth);
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
  const std::vector<LabelMark> plan =
      PlanLabels(Candidates(), kFit.pixels_per_world, kViewport, TextWidth);
  for (const float scale : {0.5f, 0.9f, 1.f, 1.7f, 2.4f, 3.1f, 5.f, 9.f, 20.f, 39.f}) {
    const Camera camera{{0.1f, 0.05f}, kFit.pixels_per_world * scale};
    const auto shown = VisibleLabels(plan, camera, kFit, kViewport, {}, 1000);
    for (size_t i = 0; i < shown.size(); ++i) {
      const Rect a =
          LabelBoxAt(shown[i], ScreenFromWorld(camera, kViewport, shown[i].at)).bounds_px;
      EXPECT_TRUE(a.low.x >= 0 && a.low.y >= 0 && a.high.x <= 860 && a.high.y <= 744);
      for (size_t j = 0; j < i; ++j) {
        const Rect b =
            LabelBoxAt(shown[j], ScreenFromWorld(camera, kViewport, shown[j].at)).bounds_px;
        EXPECT_FALSE(a.Overlaps(b)) << shown[i].text << " / " << shown[j].text << " at " << scale;
      }
    }
  }
}

// More names than any screen can hold, most of them in the middle.
std::vector<LabelMark> Crowd() {
  Rng rng(4);
  std::vector<LabelMark> crowd = Candidates();
  const auto heap = [&] { return (rng.Unit() + rng.Unit() + rng.Unit() - 1.5f) * 0.7f; };
  for (uint32_t item = 400; item < 1400; ++item) {
    LabelMark label = crowd.back();
    label.at.x = heap();
    label.at.y = heap();
    label.text = "T" + std::to_string(item);
    label.item = item;
    crowd.push_back(label);
  }
  return crowd;
}

TEST(VisibleLabels, EveryNameComesAndGoesOnceInOneZoom) {
  for (const Viewport& viewport : {kViewport, Viewport{390, 380, 2}}) {
    const auto plan = PlanLabels(Crowd(), kFit.pixels_per_world, viewport, TextWidth);
    for (const Point2 center : {Point2{0, 0}, Point2{0.21f, -0.13f}, Point2{-0.6f, 0.4f}}) {
      std::map<uint32_t, int> appeared;
      std::map<uint32_t, bool> was;
      size_t most = 0;
      for (float scale = 0.5f; scale < 40; scale *= 1.01f) {
        const Camera camera{center, kFit.pixels_per_world * scale};
        std::map<uint32_t, bool> now;
        for (const LabelMark& label :
             VisibleLabels(plan, camera, kFit, viewport, {}, LabelLimit(viewport))) {
          now[label.item] = true;
          appeared[label.item] += !was.contains(label.item);
        }
        most = std::max(most, now.size());
        was = std::move(now);
      }
      EXPECT_LE(most, LabelLimit(viewport));
      EXPECT_GE(most, LabelLimit(viewport) / 2) << "the chart is left bare";
      EXPECT_GT(appeared.size(), 40u);
      for (const auto& [item, times] : appeared) EXPECT_EQ(times, 1) << item;
    }
  }
}

TEST(VisibleLabels, NoNameGivesWayToAnotherWhileTheMapIsDragged) {
  const auto plan = PlanLabels(Crowd(), kFit.pixels_per_world, kViewport, TextWidth);
  int shown = 0, gave_way = 0;
  std::map<uint32_t, LabelMark> before;
  for (int step = 0; step <= 100; ++step) {
    const Camera camera{{-0.5f + 0.01f * static_cast<float>(step), 0},
                        kFit.pixels_per_world * 3.4f};
    std::map<uint32_t, LabelMark> now;
    for (const LabelMark& label :
         VisibleLabels(plan, camera, kFit, kViewport, {}, LabelLimit(kViewport))) {
      now[label.item] = label;
    }
    for (const auto& [item, label] : before) {
      const Rect box = LabelBoxAt(label, ScreenFromWorld(camera, kViewport, label.at)).bounds_px;
      const bool is_inside = box.low.x >= 2 && box.high.x <= kViewport.width_px - 2;
      gave_way += is_inside && !now.contains(item);
    }
    shown += static_cast<int>(now.size());
    before = std::move(now);
  }
  EXPECT_GT(shown, 100 * 35);
  EXPECT_EQ(gave_way, 0);
}

TEST(VisibleLabels, KeepOffWhatIsPlacedAndWithinTheLimit) {
  const std::vector<LabelMark> plan =
      PlanLabels(Candidates(), kFit.pixels_per_world, kViewport, TextWidth);
  const std::vector<Rect> card{{{0, 0}, {430, 744}}};
  for (const LabelMark& label : VisibleLabels(plan, kFit, kFit, kViewport, card, 1000)) {
    const Rect box = LabelBoxAt(label, ScreenFromWorld(kFit, kViewport, label.at)).bounds_px;
    EXPECT_FALSE(box.Overlaps(card[0]));
  }
  EXPECT_EQ(VisibleLabels(plan, kFit, kFit, kViewport, {}, 5).size(), 5u);
}

TEST(VisibleLabels, ARegionsNameStandsAsideOfWhatLiesOnItsAnchorAndStaysInItsRegion) {
  std::vector<LabelMark> plan(3);
  plan[0].text = "Arts";
  plan[1].text = "Society";
  plan[1].at = {0, 0.3f};
  plan[2].text = "A street";  // no region: it means the place that it stands at
  plan[2].at = {0.5f, 0};
  plan[2].face = Face::kUi;
  for (LabelMark& label : plan) label.size_px = 19, label.scale_to = 1e9f;
  plan[0].face = plan[1].face = Face::kRegionItalic;
  const auto px = [](Point2 at) { return ScreenFromWorld(kFit, kViewport, at); };
  const Point2 half{12, 12};
  const std::vector<Rect> stops{{px({0, 0}) - half, px({0, 0}) + half},
                                {px({0.5f, 0}) - half, px({0.5f, 0}) + half}};
  const auto shown = VisibleLabels(plan, kFit, kFit, kViewport, stops, 24);
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0].text, "Arts");
  EXPECT_NE(shown[0].at, plan[0].at);
  EXPECT_LT(Distance(shown[0].at, plan[0].at), Distance(shown[0].at, plan[1].at));
  EXPECT_LT(Distance(px(shown[0].at), px(plan[0].at)), 60);
  const auto box_of = [&](const LabelMark& label) {
    return LabelBoxAt(label, px(label.at)).bounds_px;
  };
  EXPECT_FALSE(box_of(shown[0]).Overlaps(stops[0]));
  EXPECT_FALSE(box_of(shown[0]).Overlaps(box_of(shown[1])));
  EXPECT_EQ(shown[1].at, plan[1].at);
  // Where all around is taken it is left out, as ever.
  const std::vector<Rect> card{{px({0, 0}) - Point2{200, 200}, px({0, 0}) + Point2{200, 60}}};
  EXPECT_TRUE(std::ranges::none_of(VisibleLabels(plan, kFit, kFit, kViewport, card, 24),
                                   [](const LabelMark& label) { return label.text == "Arts"; }));
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

TEST(PlaceStopNames, ANameKeepsItsSideWhileItHasRoomThere) {
  std::vector<LabelMark> names(1);
  names[0].text = "Cartography";
  names[0].distance_px = 12;
  std::vector<Rect> boxes;
  const auto first = PlaceStopNames(names, kFit, kViewport, boxes);
  EXPECT_EQ(first[0].place, LabelPlace::kAbove);
  std::vector<LabelMark> before = first;
  before[0].place = LabelPlace::kRight;
  boxes.clear();
  EXPECT_EQ(PlaceStopNames(names, kFit, kViewport, boxes, before)[0].place, LabelPlace::kRight);
  boxes = {{{435, 362}, {600, 400}}};  // something came to stand there
  EXPECT_EQ(PlaceStopNames(names, kFit, kViewport, boxes, before)[0].place, LabelPlace::kAbove);
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
