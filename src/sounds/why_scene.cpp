// See why_scene.h. Measures from the design's views-b, §7.
#include "sounds/why_scene.h"

#include <algorithm>

#include "sounds/sound_facts.h"

namespace meander {
namespace {

constexpr float kRing_px = 24, kSmallestRing_px = 9;
constexpr float kNamed_px = 60;  // nearer ones have no room for a name
constexpr size_t kMostRays = 4;

std::vector<uint32_t> OthersNear(const SoundsState& state) {
  std::vector<uint32_t> others;
  for (const uint32_t item : TrueNeighborsOf(state, state.why.items[0], kMostRays)) {
    if (item != state.why.items[1]) others.push_back(item);
  }
  return others;
}

// Two that lie close by each other have smaller rings.
float RingOfPair_px(const SoundsState& state, const View& view) {
  const auto& [left, right] = state.why.items;
  if (right == kNoItem) return kRing_px;
  const float apart_px =
      Distance(PlaceOf(state, left), PlaceOf(state, right)) * view.camera.pixels_per_world;
  return std::clamp(apart_px / 2 - 2, kSmallestRing_px, kRing_px);
}

void AddSide(const SoundsState& state, int side, float radius_px, Scene& scene) {
  const uint32_t item = state.why.items[static_cast<size_t>(side)];
  if (item == kNoItem) return;
  const auto playhead = WhyPlayhead(state);
  const bool is_heard = playhead && playhead->first == side;
  const Token ink = is_heard ? Token::kAccent : Token::kInk;
  DiscMark ring;
  ring.at = PlaceOf(state, item);
  ring.kind = DiscKind::kHandle;
  ring.radius_px = radius_px;
  ring.paint = {ink, 1};
  ring.item = item;
  scene.discs.push_back(ring);
  EnvelopeMark mark;
  mark.at = ring.at;
  mark.loudness = EnvelopeOf(state, item);
  mark.paint = ring.paint;
  mark.width_px = 17 * radius_px / kRing_px;
  mark.height_px = 26 * radius_px / kRing_px;
  mark.stroke_px = 1 + radius_px / kRing_px;
  scene.on_discs.push_back(mark);
}

}  // namespace

void AddWhyPair(const SoundsState& state, const View& view, Scene& scene) {
  const auto& [left, right] = state.why.items;
  const Point2 from = PlaceOf(state, left);
  for (const uint32_t item : OthersNear(state)) {
    StrokeMark ray;
    ray.from = from;
    ray.to = PlaceOf(state, item);
    ray.control = (ray.from + ray.to) * 0.5f;
    ray.width_from_px = ray.width_to_px = 1;
    ray.paint = {Token::kInk2, 1};
    scene.strokes.push_back(ray);
    DiscMark end;
    end.at = ray.to;
    end.kind = DiscKind::kRing;
    end.radius_px = 4;
    end.paint = {Token::kInk2, 1};
    end.item = item;
    scene.discs.push_back(end);
  }
  if (right != kNoItem) {
    StrokeMark line;
    line.from = from;
    line.to = PlaceOf(state, right);
    const Point2 way = line.to - line.from;
    line.control = (line.from + line.to) * 0.5f + Point2{-way.y, way.x} * 0.16f;
    line.casing_px = 4.6f;
    line.width_from_px = line.width_to_px = 3.4f;
    line.paint = {Token::kAccent, 1};
    scene.strokes.push_back(line);
  }
  const float radius_px = RingOfPair_px(state, view);
  AddSide(state, 1, radius_px, scene);
  AddSide(state, 0, radius_px, scene);
}

std::vector<LabelMark> WhyNames(const SoundsState& state, const View& view) {
  std::vector<LabelMark> names;
  const auto& [left, right] = state.why.items;
  const bool is_left_above = right == kNoItem || PlaceOf(state, left).y >= PlaceOf(state, right).y;
  for (const uint32_t item : state.why.items) {
    if (item == kNoItem) continue;
    LabelMark label;
    label.at = PlaceOf(state, item);
    label.text = NameOf(state, item);
    label.face = Face::kUiBold;
    label.size_px = 13;
    label.paint = {Token::kInk, 1};
    label.place = (item == left) == is_left_above ? LabelPlace::kAbove : LabelPlace::kBelow;
    label.distance_px = RingOfPair_px(state, view) + 6;
    label.item = item;
    names.push_back(std::move(label));
  }
  for (const uint32_t item : OthersNear(state)) {
    const auto is_close = [&](uint32_t other) {
      return other != kNoItem &&
             Distance(PlaceOf(state, item), PlaceOf(state, other)) * view.camera.pixels_per_world <
                 kNamed_px;
    };
    if (is_close(left) || is_close(right)) continue;
    LabelMark label;
    label.at = PlaceOf(state, item);
    label.text = NameOf(state, item);
    label.size_px = 12;
    label.paint = {Token::kInk, 1};
    label.place = LabelPlace::kRight;
    label.distance_px = 8;
    label.item = item;
    names.push_back(std::move(label));
  }
  return names;
}

}  // namespace meander
