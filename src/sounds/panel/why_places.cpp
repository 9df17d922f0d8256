// See why_places.h.
#include "sounds/panel/why_places.h"

#include <algorithm>

#include "canvas/text_metrics.h"

namespace meander {
namespace {

constexpr float kEdge_px = 18, kWidth_px = 836, kSideBySide_px = 560;
constexpr float kAxis_px = 72, kBridge_px = 100, kRightEdge_px = 68;
constexpr float kTallest_px = 226, kAround_px = 216;
// The map's buttons keep their column where the card is still wide enough beside it.
constexpr float kBesideZoom_px = 700, kZoomColumn_px = 48;

WhyPlaces Stacked(const SoundsState& state, const Rect& area) {
  WhyPlaces places;
  places.is_stacked = true;
  const float rows = static_cast<float>(kWhyKinds) * kWhyRow_px;
  const float sentence =
      18 * static_cast<float>(
               BrokenLines(Face::kWordMedium, 14.5f, WhySentence(state), area.width() - 40).size());
  const float fixed = 36 + sentence + 2 * 38 + 14 + rows + 40 + 46;
  const float tall = std::clamp((area.height() - fixed) / 2, 44.f, 120.f);
  places.card_px = {area.low, {area.high.x, area.low.y + fixed + 2 * tall}};
  float y = area.low.y + 36 + sentence;
  const float left = area.low.x + 46, right = area.high.x - 12 - 108;
  for (size_t side = 0; side < 2; ++side) {
    places.heads_px[side] = {{left, y}, {area.high.x - 12, y + 36}};
    y += 38;
    places.pictures_px[side] = {{left, y}, {right, y + tall}};
    y += tall;
  }
  places.bridges_px = {{right, places.pictures_px[0].low.y}, {area.high.x - 12, y}};
  places.sums_px = y + 14;
  return places;
}

}  // namespace

Rect WhyPlaces::HearBox(int side) const {
  const Rect& head = heads_px[static_cast<size_t>(side)];
  const Point2 middle{head.low.x + 15, (head.low.y + head.high.y) / 2};
  return {middle - Point2{15, 15}, middle + Point2{15, 15}};
}

Rect WhyPlaces::WaveBox(size_t picture) const {
  if (is_stacked) return {};
  const Rect& box = pictures_px[picture];
  return {{box.low.x, box.high.y + 11}, {box.high.x, box.high.y + 33}};
}

Rect WhyPlaces::CloseBox() const {
  const Point2 corner{card_px.high.x - 29, card_px.low.y + 26};
  return {corner - Point2{14, 14}, corner + Point2{14, 14}};
}

Rect WhyPlaces::BandBox(const WhyPart& part, size_t picture) const {
  if (!part.is_band()) return {};
  const Rect& box = pictures_px[picture];
  // A pixel from its neighbours on both sides.
  return {{box.low.x, box.high.y - box.height() * HeightOfPitch(part.high_hz()) + 1.5f},
          {box.high.x, box.high.y - box.height() * HeightOfPitch(part.low_hz()) - 1.5f}};
}

std::optional<WhyPlaces> PlacesOfWhy(const SoundsState& state, const View& view,
                                     const SoundsLayout& layout) {
  if (!state.why.is_open || layout.is_figure) return std::nullopt;
  const float wide = view.viewport.width_px;
  if (wide < kSideBySide_px) {
    return Stacked(state, {{8, 8}, {wide - 8, view.viewport.height_px - 8}});
  }
  WhyPlaces places;
  const float beside_px = wide < kBesideZoom_px ? 0 : kZoomColumn_px;
  const float width = std::min(kWidth_px, wide - 2 * kEdge_px - beside_px);
  const float tall =
      std::clamp(layout.map_px.high.y - 2 * kEdge_px - kAround_px, 96.f, kTallest_px);
  places.card_px = {{kEdge_px, kEdge_px}, {kEdge_px + width, kEdge_px + kAround_px + tall}};
  const Point2 corner = places.card_px.low;
  const float each = (width - 20 - kAxis_px - kBridge_px - kRightEdge_px) / 2;
  const float top = corner.y + 78;
  float x = corner.x + 20 + kAxis_px;
  for (size_t side = 0; side < 2; ++side) {
    places.heads_px[side] = {{x, corner.y + 42}, {x + each + (side == 0 ? 60.f : 40.f), top - 6}};
    places.pictures_px[side] = {{x, top}, {x + each, top + tall}};
    x += each + kBridge_px;
  }
  places.bridges_px = {{places.pictures_px[0].high.x, top},
                       {places.pictures_px[1].low.x, top + tall}};
  places.sums_px = top + tall + 46;
  return places;
}

}  // namespace meander
