// See scene_brush.h.
#include "pictures/scene_brush.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "canvas/text_metrics.h"
#include "pictures/icons.h"
#include "pictures/photos.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

// Marks that only a pointer finds, and quiet ground: a single pixel.
std::shared_ptr<const PictureTable> OnePixel() {
  static const std::shared_ptr<const PictureTable> kTable = [] {
    auto table = std::make_shared<PictureTable>();
    table->version = NextPictureVersion();
    table->width = table->height = 1;
    // Between the inks of both themes, so that a thin coat of it darkens the light one and lightens
    // the dark one.
    table->rgba = {96, 140, 132, 255};
    return table;
  }();
  return kTable;
}

}  // namespace

Rect GridWindow::WholeBox(const Rect& box) const {
  const float place = box.width() / static_cast<float>(count);
  const Point2 low =
      box.low - Point2{place * static_cast<float>(column), place * static_cast<float>(row)};
  return BoxAt(low, place * static_cast<float>(side));
}

GridWindow WindowOn(const PicturesState& state, int layer) {
  GridWindow window;
  window.side = window.count = kPictureLayers[static_cast<size_t>(layer)].told_side;
  if (state.look.view != PictureView::kGrid) return window;
  for (int i = 0; i < state.look.closer; ++i) window.count = (window.count + 1) / 2;
  const auto cell = std::get<PicturesCellQuestion>(CellWish(state));
  const int place = PlaceOnLayer(cell.layer, cell.place, static_cast<uint8_t>(layer));
  const auto first = [&](int at) {
    return std::clamp(at - window.count / 2, 0, window.side - window.count);
  };
  window.row = first(place / window.side);
  window.column = first(place % window.side);
  return window;
}

std::optional<Rect> PictureBrush::CutToWindow(const Rect& place) const {
  if (!within) return place;
  const Rect cut{{std::max(place.low.x, within->low.x), std::max(place.low.y, within->low.y)},
                 {std::min(place.high.x, within->high.x), std::min(place.high.y, within->high.y)}};
  if (cut.width() <= 0.5f || cut.height() <= 0.5f) return std::nullopt;
  return cut;
}
bool PictureBrush::IsInWindow(const Rect& place) const {
  constexpr float kSlack_px = 0.5f;
  return !within ||
         (place.low.x >= within->low.x - kSlack_px && place.low.y >= within->low.y - kSlack_px &&
          place.high.x <= within->high.x + kSlack_px && place.high.y <= within->high.y + kSlack_px);
}

Rect PictureBrush::InWorld(const Rect& box) const {
  const Point2 top_left = frame.WorldOf(box.low), bottom_right = frame.WorldOf(box.high);
  return {{top_left.x, bottom_right.y}, {bottom_right.x, top_left.y}};
}

PictureMark& PictureBrush::Picture(std::shared_ptr<const PictureTable> table, const Rect& box) {
  PictureMark mark;
  mark.table = std::move(table);
  mark.in_world = InWorld(box);
  return scene_.pictures.emplace_back(std::move(mark));
}

AreaMark& PictureBrush::Area(std::vector<Point2> world, std::vector<std::vector<Point2>> holes,
                             Paint fill) {
  AreaMark area;
  area.outline = std::move(world);
  area.holes = std::move(holes);
  area.fill = fill;
  return scene_.areas.emplace_back(std::move(area));
}

void PictureBrush::Ground(const Rect& box, float radius_px) {
  PictureMark& ground = Picture(OnePixel(), box);
  ground.opacity = 0.11f;
  ground.radius_px = radius_px;
}

void PictureBrush::Photo(const Rect& box, float saturation, float opacity) {
  const auto photo = PhotoShown(state);
  if (photo == nullptr) {
    Ground(box, 14);
    return;
  }
  PictureMark& mark = Picture(photo, box);
  mark.saturation = saturation;
  mark.opacity = opacity;
  // Pale under a map of its places, which are square.
  mark.radius_px = saturation < 0.2f ? 0 : PhotoCorner_px(box);
}

void PictureBrush::PhotoWindow(const Rect& box, const GridWindow& window, float saturation,
                               float opacity) {
  Photo(box, saturation, opacity);
  if (window.count == window.side || PhotoShown(state) == nullptr) return;
  const auto side = static_cast<float>(window.side), count = static_cast<float>(window.count);
  const Point2 low{static_cast<float>(window.column) / side, static_cast<float>(window.row) / side};
  scene_.pictures.back().part = {low, low + Point2{count / side, count / side}};
}

void PictureBrush::PhotoPlaces(const Rect& box, int side,
                               const std::function<float(int)>& opacity) {
  const auto photo = PhotoShown(state);
  if (photo == nullptr) return;
  const float step = 1 / static_cast<float>(side);
  for (int place = 0; place < side * side; ++place) {
    const float strength = std::clamp(opacity(place), 0.f, 1.f);
    if (strength < 0.02f || !IsInWindow(PlaceBox(box, side, place))) continue;
    PictureMark& mark = Picture(photo, PlaceBox(box, side, place));
    const Point2 low{static_cast<float>(place % side) * step,
                     static_cast<float>(place / side) * step};
    mark.part = {low, low + Point2{step, step}};
    mark.opacity = strength;
  }
}

bool PictureBrush::Icon(const Rect& box, int layer, uint16_t unit, float opacity, float radius_px) {
  const std::optional<UnitIcon> icon = IconOf(state, layer, unit);
  if (!icon || icon->sheet == nullptr) return false;
  PictureMark& mark = Picture(icon->sheet, box);
  mark.part = icon->part;
  mark.opacity = opacity;
  mark.radius_px = radius_px;
  return true;
}

void PictureBrush::Unit(const Rect& box, int layer, uint16_t unit) {
  const float radius = std::min(8.f, box.width() / 5);
  if (!Icon(box, layer, unit, 1, radius)) {
    Ground(box, radius);
    const float size = std::clamp(box.width() * 0.28f, 8.5f, 26.f);
    Label(MiddleOf(box), std::to_string(unit), Face::kUiBold, size, {Token::kInk2, 1});
  }
  PictureMark& item = Picture(OnePixel(), box);
  item.opacity = 0;
  item.item = ItemOf({PictureTarget::Kind::kChannel, static_cast<uint8_t>(layer), unit});
}

void PictureBrush::Heading(const Rect& box, std::string_view name, std::string_view note,
                           float up_px) {
  const float y = box.low.y - up_px;
  Label({box.low.x, y}, FitText(Face::kUiBold, 13, name, box.width()), Face::kUiBold, 13,
        {Token::kInk, 1}, LabelPlace::kRight);
  const float left = TextWidth(Face::kUiBold, 13, name) + 14;
  if (note.empty() || box.width() - left < 40) return;
  const std::string fitted = FitText(Face::kUi, 12, note, box.width() - left);
  if (fitted != note) return;  // half a remark is none
  Label({box.high.x, y}, fitted, Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kLeft);
}

void PictureBrush::SignedSquares(const Rect& box, int side, std::span<const float> values) {
  const float most = GreatestOf(values);
  for (int place = 0; place < side * side; ++place) {
    const float value = values[static_cast<size_t>(place)];
    const float share = std::sqrt(std::fabs(value) / most);
    if (share < 0.1f) continue;
    const std::optional<Rect> cell = CutToWindow(PlaceBox(box, side, place, 0.9f * share));
    if (cell) Box(*cell, SignPaint(value, 0.95f), value < 0);
  }
}

void PictureBrush::SignedTint(const Rect& box, int side, std::span<const float> values) {
  const float most = GreatestOf(values);
  for (int place = 0; place < side * side; ++place) {
    const float value = values[static_cast<size_t>(place)], share = std::fabs(value) / most;
    if (share < 0.06f) continue;
    Box(PlaceBox(box, side, place), SignPaint(value, 0.82f * share), value < 0 && share > 0.2f);
  }
}

void PictureBrush::SignedBar(const Rect& box, float share, bool is_outline) {
  const float zero = MiddleOf(box).x;
  const float end = zero + std::clamp(share, -1.f, 1.f) * box.width() / 2;
  const Rect bar{{std::min(zero, end), box.low.y}, {std::max({zero, end, zero + 1}), box.high.y}};
  if (is_outline) {
    Outline(bar, 1, 1.5f, {Token::kInk2, 1});
  } else {
    Box(bar, SignPaint(share, 1), share < 0);
  }
  Line({zero, box.low.y - 3}, {zero, box.high.y + 3}, 1, {Token::kEdge, 1});
}

void PictureBrush::PlaceItems(const Rect& box, uint8_t layer) {
  const int side = kPictureLayers[layer].told_side;
  for (int place = 0; place < side * side; ++place) {
    if (!IsInWindow(PlaceBox(box, side, place))) continue;
    PictureMark& mark = Picture(OnePixel(), PlaceBox(box, side, place));
    mark.opacity = 0;
    mark.item = ItemOf({PictureTarget::Kind::kPlace, layer, static_cast<uint16_t>(place)});
  }
}

float GreatestOf(std::span<const float> values) {
  float most = 1e-9f;
  for (const float value : values) most = std::max(most, std::fabs(value));
  return most;
}

int PlaceShown(const PicturesState& state, int layer) {
  const std::optional<uint16_t> place = PlaceOf(state);
  if (!place) return -1;
  return PlaceOnLayer(state.look.layer, *place, static_cast<uint8_t>(layer));
}

}  // namespace meander
