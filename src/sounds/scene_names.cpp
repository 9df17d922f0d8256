// The names of scene.h: of regions and sounds, and beside the rings.
#include <algorithm>

#include "canvas/colors.h"
#include "canvas/label_box.h"
#include "canvas/labels.h"
#include "canvas/page_parts.h"
#include "sounds/layout.h"
#include "sounds/scene.h"
#include "sounds/why_scene.h"

namespace meander {

std::vector<LabelMark> SoundNames(const SoundsState& state, float region_px) {
  std::vector<LabelMark> names;
  std::vector<const Region*> regions;
  for (const Region& region : state.map.regions()) regions.push_back(&region);
  std::ranges::stable_sort(regions, [](const Region* a, const Region* b) {
    return a->level != b->level ? a->level < b->level : a->importance > b->importance;
  });
  for (const Region* region : regions) {
    const bool is_large = region->level == 0;
    LabelMark label;
    label.at = state.map.PlaceOf(region->anchor);
    label.text = region->name;
    label.face = is_large ? Face::kRegionItalic : Face::kUi;
    label.size_px = is_large ? region_px : 12.f;
    label.paint = {is_large ? TopicText(region->topic) : Token::kInk2, 1};
    const LabelLevel level = is_large ? kRegionLevel : kSubRegionLevel;
    label.scale_from = is_large ? level.scale_from : 1.4f;
    label.scale_to = level.scale_to;
    names.push_back(std::move(label));
  }
  std::vector<uint32_t> items(state.map.count());
  for (uint32_t item = 0; item < items.size(); ++item) items[item] = item;
  std::ranges::stable_sort(items, [&](uint32_t a, uint32_t b) {
    return state.map.ImportanceOf(a) > state.map.ImportanceOf(b);
  });
  for (const uint32_t item : items) {
    if (!IsShown(state, item)) continue;
    LabelMark label;
    label.at = state.map.PlaceOf(item);
    label.text = state.map.NameOf(item);
    label.size_px = 12;
    label.paint = {Token::kInk, 1};
    label.place = LabelPlace::kAbove;
    label.distance_px = 9;
    label.scale_from = 2.f;
    label.scale_to = kTitleLevel.scale_to;
    label.item = item;
    names.push_back(std::move(label));
  }
  return names;
}

namespace {

constexpr Point2 kClearOfPair_px{26, 26}, kClearOfPinned_px{13, 13};
constexpr float kLowMap_px = 200;  // lower ones have no room for two names a ring

// A ring's name and its sound's, one below the other, on one side of the ring.
struct NamePair {
  LabelMark track, sound;
  Rect box_px;
};

// `letter_px`: the type's size in a letter, where a ring has one name as in small charts; or 0.
NamePair NamesOf(const SoundsState& state, const View& view, int track, LabelPlace place,
                 float letter_px) {
  const float radius = RingRadius_px(view);
  const bool is_low = view.viewport.height_px - view.viewport.inset_bottom_px < kLowMap_px;
  const bool is_one = IsPhone(view) || IsFigure(view) || letter_px > 0 || is_low;
  const bool is_beside = place == LabelPlace::kLeft || place == LabelPlace::kRight;
  NamePair pair;
  LabelMark& label = pair.track;
  label.at = RingPlace(state, track);
  label.text = LabelOf(state, track);
  label.face = Face::kUiBold;
  label.size_px = letter_px > 0 ? letter_px : is_one ? 12.f : 13.f;
  label.paint = {Token::kInk, 1};
  label.place = place;
  label.distance_px = radius + 5;
  label.item = kFirstRing + static_cast<uint32_t>(track);
  const auto box_of = [&](const LabelMark& mark) {
    return LabelBoxAt(mark, ScreenFromWorld(view.camera, view.viewport, mark.at)).bounds_px;
  };
  if (is_one) {
    pair.box_px = box_of(label);
    return pair;
  }
  pair.sound = label;
  const uint32_t item = state.dragged == track && state.drag_over != kNoItem
                            ? state.drag_over
                            : ItemOfTrack(state, track);
  pair.sound.text = NameOf(state, item);
  pair.sound.face = Face::kUi;
  pair.sound.size_px = 12;
  if (is_beside) {
    const Point2 half_line{0, 8 / view.camera.pixels_per_world};  // the world's y goes up
    label.at = label.at + half_line;
    pair.sound.at = pair.sound.at - half_line;
  } else if (place == LabelPlace::kBelow) {
    pair.sound.distance_px += 16;
  } else {
    label.distance_px += 15;
  }
  const Rect first = box_of(label), second = box_of(pair.sound);
  pair.box_px = {{std::min(first.low.x, second.low.x), std::min(first.low.y, second.low.y)},
                 {std::max(first.high.x, second.high.x), std::max(first.high.y, second.high.y)}};
  return pair;
}

}  // namespace

std::vector<LabelMark> RingNames(const SoundsState& state, const View& view,
                                 std::vector<Rect>& boxes, float letter_px) {
  if (state.why.is_open) {
    std::vector<LabelMark> pair = WhyNames(state, view);
    for (const LabelMark& label : pair) {
      const Point2 px = ScreenFromWorld(view.camera, view.viewport, label.at);
      boxes.push_back(LabelBoxAt(label, px).bounds_px);
      boxes.push_back({px - kClearOfPair_px, px + kClearOfPair_px});
    }
    return pair;
  }
  const float radius = RingRadius_px(view);
  const SoundsLayout layout = LayoutOf(state, view);
  for (int track = 0; track < state.track_count(); ++track) {
    if (ItemOfTrack(state, track) == kNoItem) continue;
    const Point2 px = ScreenFromWorld(view.camera, view.viewport, RingPlace(state, track));
    boxes.push_back({px - Point2{radius, radius}, px + Point2{radius, radius}});
  }
  // No region's name lies on the sound that a card is about.
  if (state.pinned < state.map.count()) {
    const Point2 px = ScreenFromWorld(view.camera, view.viewport, PlaceOf(state, state.pinned));
    boxes.push_back({px - kClearOfPinned_px, px + kClearOfPinned_px});
  }
  std::vector<LabelMark> names;
  for (int track = 0; track < state.track_count(); ++track) {
    if (ItemOfTrack(state, track) == kNoItem) continue;
    // Below, unless something is there and less is elsewhere.
    const auto clashes = [&](const NamePair& pair) {
      const Rect& box = pair.box_px;
      const bool is_out = box.high.y > layout.map_px.high.y || box.low.y < 0 || box.low.x < 0 ||
                          box.high.x > layout.map_px.high.x;
      const auto met =
          std::ranges::count_if(boxes, [&](const Rect& taken) { return taken.Overlaps(box); });
      return met + (is_out ? 3 : 0);
    };
    NamePair chosen = NamesOf(state, view, track, LabelPlace::kBelow, letter_px);
    auto fewest = clashes(chosen);
    for (const LabelPlace place : {LabelPlace::kAbove, LabelPlace::kRight, LabelPlace::kLeft}) {
      NamePair other = NamesOf(state, view, track, place, letter_px);
      const auto met = clashes(other);
      if (met >= fewest) continue;
      fewest = met;
      chosen = std::move(other);
    }
    boxes.push_back(chosen.box_px);
    names.push_back(std::move(chosen.track));
    if (!chosen.sound.text.empty()) names.push_back(std::move(chosen.sound));
  }
  return names;
}

}  // namespace meander
