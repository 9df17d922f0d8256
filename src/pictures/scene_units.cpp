// One channel: the picture grown for it, where it fires in the photo that is looked at, and the
// parts of the photo that please it most.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/growing.h"
#include "pictures/icons.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr float kHead_px = 24;

// The places where it fires hardest, none beside another that is already there.
std::vector<int> HardestPlaces(const PicturesUnitAnswer& unit, size_t most) {
  std::vector<int> order(unit.values.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](int place) { return unit.values[static_cast<size_t>(place)]; });
  std::vector<int> chosen;
  // Crops reach further than their place: those of two neighbours would be the same.
  const int apart = std::max(unit.side / 7, 1);
  for (const int place : order) {
    if (chosen.size() >= most || !(unit.values[static_cast<size_t>(place)] > 0)) break;
    const bool is_near = std::ranges::any_of(chosen, [&](int other) {
      return std::abs(other % unit.side - place % unit.side) <= apart &&
             std::abs(other / unit.side - place / unit.side) <= apart;
    });
    if (!is_near) chosen.push_back(place);
  }
  return chosen;
}

// What of the photo lies around a place, a quarter of its side.
Rect CropAround(int side, int place) {
  constexpr float kPart = 0.26f;
  const float step = 1 / static_cast<float>(side);
  const auto low = [&](int at) {
    return std::clamp((static_cast<float>(at) + 0.5f) * step - kPart / 2, 0.f, 1 - kPart);
  };
  const Point2 corner{low(place % side), low(place / side)};
  return {corner, corner + Point2{kPart, kPart}};
}

// Four in a row, or two by two where they have the stage to themselves; the y after the last.
float DrawCrops(PictureBrush& brush, const Rect& area, const PicturesUnitAnswer& unit, int layer,
                bool two_by_two) {
  const auto photo = PhotoShown(brush.state);
  if (photo == nullptr) return area.low.y;
  constexpr float kGap = 10, kFoot = 24;
  const int columns = two_by_two ? 2 : 4;
  const float side = std::min(
      (area.width() - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns),
      two_by_two ? (area.height() - 60) / 2 - kFoot : area.height() - kFoot);
  if (side < 36) return area.low.y;
  float end = area.low.y;
  const std::vector<int> places = HardestPlaces(unit, 4);
  for (size_t i = 0; i < places.size(); ++i) {
    const auto column = static_cast<float>(static_cast<int>(i) % columns),
               row = static_cast<float>(static_cast<int>(i) / columns);
    const Rect box =
        BoxAt(area.low + Point2{(side + kGap) * column, (side + kFoot + kGap / 2) * row}, side);
    PictureMark& crop = brush.Picture(photo, box);
    crop.part = CropAround(unit.side, places[i]);
    crop.radius_px = 8;
    if (layer <= kPictureEnd) {
      crop.item = ItemOf({PictureTarget::Kind::kPlace, static_cast<uint8_t>(layer),
                          static_cast<uint16_t>(places[i])});
    }
    brush.Label({MiddleOf(box).x, box.high.y + 12},
                Decimals(unit.values[static_cast<size_t>(places[i])], 1), Face::kUi, 12,
                {Token::kInk2, 1});
    end = box.high.y + kFoot;
  }
  return end;
}

// The photo, dark but for where it fires.
void DrawSpotlight(PictureBrush& brush, const Rect& box, const PicturesUnitAnswer* fires,
                   int layer) {
  if (fires == nullptr) {
    brush.Photo(box);
    return;
  }
  brush.Photo(box, 0.1f, 0.3f);
  if (fires->side == 0 || !(fires->strongest > 0)) return;
  brush.PhotoPlaces(box, fires->side, [&](int place) {
    return std::sqrt(std::max(fires->values[static_cast<size_t>(place)] / fires->strongest, 0.f));
  });
  if (layer <= kPictureEnd && fires->side == kPictureLayers[static_cast<size_t>(layer)].told_side) {
    brush.PlaceItems(box, static_cast<uint8_t>(layer));
  }
}

// What grows in this page, or what the atlas has; false: neither.
bool DrawUnitPicture(PictureBrush& brush, const Rect& box, const ShownUnit& unit) {
  constexpr float kCorner_px = 14;
  const auto grown = FormShown(brush.state);
  if (grown == nullptr) return brush.Icon(box, unit.layer, unit.channel, 1, kCorner_px);
  brush.Picture(grown, box).radius_px = kCorner_px;
  return true;
}

}  // namespace

void DrawPictureUnit(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const std::optional<ShownUnit> unit = UnitOf(state);
  if (!unit) {
    brush.Photo(BesidePhoto(area, brush.frame, area.width() * 0.46f).photo);
    return;
  }
  const int layer = unit->layer;
  const bool is_class = layer > kPictureEnd;
  const bool is_large = !brush.frame.is_narrow() && area.height() >= 380;
  const std::string name = UpperFirst(UnitName(state, layer, unit->channel));
  const std::string note =
      is_class ? std::string(words::kPicturesStageUnitClass) : LayerTitle(layer);
  const float head = is_large ? 34.f : 0.f;
  const PhotoAndRest split =
      BesidePhoto({{area.low.x, area.low.y + head}, area.high}, brush.frame, area.width() * 0.44f);
  if (is_large) {
    brush.Label({split.photo.low.x, area.low.y + 16},
                FitText(Face::kRegionItalic, 28, name, split.photo.width()), Face::kRegionItalic,
                28, {Token::kInk, 1}, LabelPlace::kRight);
    brush.Label({split.photo.low.x, area.low.y + head + 9}, note, Face::kUi, 12, {Token::kInk2, 1},
                LabelPlace::kRight);
  } else {
    brush.Heading(split.photo, name, is_class ? std::string() : note);
  }
  const PicturesUnitAnswer* fires = UnitSeen(state);
  // A tile of 64 pixels shows its form best when it is not made much larger; what is known of the
  // unit stands around it.
  constexpr float kLargestIcon_px = 212;
  const bool has_kin = is_large && split.photo.width() > kLargestIcon_px + 90;
  const Rect grown = has_kin ? BoxAt(split.photo.low, kLargestIcon_px) : split.photo;
  const bool has_icon = DrawUnitPicture(brush, grown, *unit);
  if (has_icon && has_kin) {
    const float side = std::min(split.photo.high.x - grown.high.x - 18, 110.f);
    DrawOpposite(brush, BoxAt({grown.high.x + 18, grown.low.y + 20}, side), layer, unit->channel);
    DrawUnitKin(brush, {{grown.low.x, grown.high.y + 18}, {split.photo.high.x, area.high.y}}, layer,
                unit->channel);
  }
  if (!has_icon) DrawSpotlight(brush, split.photo, fires, layer);
  const Rect rest{{split.rest.low.x, split.is_stacked ? split.rest.low.y : area.low.y + head},
                  split.rest.high};
  Rect below = rest;
  if (has_icon) {
    const float crops = rest.height() >= 300 ? std::min(rest.width() / 4 + 40, 140.f) : 0.f;
    const float side = std::min(rest.width(), rest.height() - kHead_px - crops);
    if (side < 40) return;
    const Rect where = BoxAt({rest.low.x, rest.low.y + kHead_px}, side);
    brush.Heading(where, words::kPicturesStageUnitWhere, {});
    DrawSpotlight(brush, where, fires, layer);
    if (crops == 0) return;
    below.low.y = where.high.y + 34;
  } else {
    below.low.y += kHead_px;
  }
  if (fires == nullptr || !(fires->strongest > 0)) return;
  brush.Heading(below, words::kPicturesStageUnitHardest, {});
  const float end = DrawCrops(brush, below, *fires, layer, !has_icon && !split.is_stacked);
  if (!has_icon && end + 24 < area.high.y) {
    brush.Paragraph({below.low.x, end + 16}, words::kPicturesStageNotGrown, Face::kUi, 12.5f, 17,
                    below.width(), {Token::kInk2, 1});
  }
}

}  // namespace meander
