// One place as a dictionary of channels: each with its icon, its number and a bar; what it was made
// from in the layers before, what it feeds in those after.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

void DrawBrace(PictureBrush& brush, float x, float top, float bottom) {
  const float middle = (top + bottom) / 2, bend = 8;
  const Paint ink{Token::kInk3, 1};
  brush.Stroke({x + bend, top}, {x, top}, {x, top + bend}, 1.6f, ink);
  brush.Line({x, top + bend}, {x, middle - bend}, 1.6f, ink);
  brush.Stroke({x, middle - bend}, {x, middle}, {x - bend, middle}, 1.6f, ink);
  brush.Stroke({x - bend, middle}, {x, middle}, {x, middle + bend}, 1.6f, ink);
  brush.Line({x, middle + bend}, {x, bottom - bend}, 1.6f, ink);
  brush.Stroke({x, bottom - bend}, {x, bottom}, {x + bend, bottom}, 1.6f, ink);
}

void DrawEntries(PictureBrush& brush, const Rect& area, const PicturesCellAnswer& cell) {
  const PicturesState& state = brush.state;
  const float row = std::clamp((area.height() - 22) / 8, 28.f, 56.f);
  const auto room = static_cast<size_t>(std::max((area.height() - 22) / row, 1.f));
  const size_t count = std::min(cell.channels.size(), room);
  if (count == 0) {
    brush.Label({area.low.x, area.low.y + 20}, std::string(words::kPicturesNoneHere), Face::kUi, 13,
                {Token::kInk2, 1}, LabelPlace::kRight);
    return;
  }
  float most = 1e-9f;
  for (const PictureChannel& one : cell.channels) {
    most = std::max({most, one.value, one.strongest});
  }
  const float left = area.low.x + 18;
  const float end = area.low.y + row * static_cast<float>(count);
  DrawBrace(brush, area.low.x + 6, area.low.y + 2, end - 4);
  for (size_t i = 0; i < count; ++i) {
    const PictureChannel& one = cell.channels[i];
    const float y = area.low.y + row * (static_cast<float>(i) + 0.5f) - 2;
    const float side = row - 8;
    brush.Unit(BoxAt({left, y - side / 2}, side), state.look.layer, one.channel);
    const float text = left + side + 12;
    const bool is_wide = area.high.x - text > 210;
    const float bar_left = text + (is_wide ? 96 : 0), bar_right = area.high.x - 46;
    const float bar_y = is_wide ? y : y + 8;
    brush.Label({text, is_wide ? y : y - 8},
                Fill(words::kPicturesStageChannel, {{"channel", std::to_string(one.channel)}}),
                Face::kUi, 12.5f, {Token::kInk, 1}, LabelPlace::kRight);
    // As strong as it is anywhere in this photo, and here.
    const float width = std::max(bar_right - bar_left, 10.f), half = is_wide ? 4.5f : 3.f;
    brush.Box({{bar_left, bar_y - half},
               {bar_left + width * std::max(one.strongest, one.value) / most, bar_y + half}},
              {Token::kRule, 1});
    brush.Box({{bar_left, bar_y - half}, {bar_left + width * one.value / most, bar_y + half}},
              {Token::kInk2, 1});
    brush.Label({area.high.x, bar_y}, Decimals(one.value, 2), Face::kUiBold, 12.5f,
                {Token::kInk, 1}, LabelPlace::kLeft);
  }
  const size_t left_out = cell.more + (cell.channels.size() - count);
  const float none_above =
      count < cell.channels.size() ? cell.channels[count].value : cell.none_above;
  if (left_out > 0) {
    brush.Label({left, end + 10},
                FitText(Face::kUi, 12,
                        Fill(words::kPicturesStageMore,
                             {{"count", WithCommas(left_out)}, {"value", Decimals(none_above, 2)}}),
                        area.high.x - left),
                Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kRight);
  }
}

// The bare numbers as a strip: an upright stroke each, as many as there are.
void DrawNumbers(PictureBrush& brush, const Rect& area, const PicturesCellAnswer& cell) {
  if (cell.numbers.empty()) return;
  const float greatest = GreatestOf(cell.numbers);
  const Rect strip{{area.low.x, area.low.y + 20}, area.high};
  brush.Heading(strip,
                Fill(words::kPicturesStageNumbers, {{"count", WithCommas(cell.numbers.size())}}),
                {}, 12);
  brush.Line({strip.low.x, strip.high.y}, {strip.high.x, strip.high.y}, 1, {Token::kRule, 1});
  // Several share a pixel: the greatest of them is drawn.
  const auto columns = static_cast<size_t>(std::max(strip.width() / 1.5f, 1.f));
  const size_t bars = std::min(columns, cell.numbers.size());
  for (size_t i = 0; i < bars; ++i) {
    const size_t from = i * cell.numbers.size() / bars, to = (i + 1) * cell.numbers.size() / bars;
    float value = 0;
    for (size_t j = from; j < to; ++j) value = std::max(value, std::fabs(cell.numbers[j]));
    const float height = strip.height() * value / greatest;
    if (height < 0.6f) continue;
    const float step = strip.width() / static_cast<float>(bars);
    const float x = strip.low.x + step * static_cast<float>(i);
    brush.Box({{x, strip.high.y - height}, {x + std::max(step * 0.75f, 1.f), strip.high.y}},
              {Token::kInk2, 0.9f});
  }
}

// The grids beside, with what the cell has to do with each of their places.
void DrawKin(PictureBrush& brush, const Rect& area, const PicturesCellAnswer& cell) {
  const PicturesState& state = brush.state;
  const int layer = state.look.layer;
  // The two before and the one after; at either end whatever there is.
  std::vector<int> shown;
  for (int other = std::max(layer - 2, 0); other <= std::min<int>(layer + 2, kPictureEnd);
       ++other) {
    if (other != layer && !cell.other[static_cast<size_t>(other)].empty()) shown.push_back(other);
  }
  while (shown.size() > 3) shown.erase(shown.back() > layer ? shown.end() - 1 : shown.begin());
  const float slot = area.height() / 3;
  const float side = std::min(area.width(), slot - 32);
  if (side < 40) return;
  for (size_t i = 0; i < shown.size(); ++i) {
    const int other = shown[i];
    const Rect box = BoxAt({area.low.x, area.low.y + slot * static_cast<float>(i) + 22}, side);
    brush.Heading({box.low, {area.high.x, box.high.y}}, LayerTitle(other),
                  other < layer ? words::kPicturesStageMadeFrom : words::kPicturesStageFeeds, 12);
    brush.Ground(box);
    const PictureLayer& there = kPictureLayers[static_cast<size_t>(other)];
    brush.SignedSquares(box, there.told_side, cell.other[static_cast<size_t>(other)]);
    brush.PlaceItems(box, static_cast<uint8_t>(other));
    brush.PlaceFrame(PlaceBox(box, there.told_side, PlaceShown(state, other)));
  }
}

}  // namespace

void DrawPictureDictionary(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const PhotoAndRest split = BesidePhoto(area, brush.frame, area.width() * 0.52f);
  brush.Heading(split.photo, PhotoName(state), PhotoCredit(state));
  brush.Photo(split.photo);
  const int layer = state.look.layer, place = PlaceShown(state, layer);
  if (place < 0) return;
  const int side = kPictureLayers[static_cast<size_t>(layer)].told_side;
  brush.PlaceItems(split.photo, static_cast<uint8_t>(layer));
  brush.PlaceFrame(PlaceBox(split.photo, side, place));
  Rect rest = split.rest;
  // The bare numbers stand under the photo, or under the entries where there is no room.
  const float under = area.high.y - split.photo.high.y;
  Rect numbers{{split.photo.low.x, split.photo.high.y + 14},
               {split.photo.high.x, split.photo.high.y + std::min(under - 4, 92.f)}};
  if (split.is_stacked || under < 60) {
    numbers = {{rest.low.x, rest.high.y - 42}, {rest.high.x, rest.high.y - 2}};
    if (rest.height() > 200) rest.high.y -= 50;
  }
  const bool has_kin = rest.width() >= 360 && rest.height() >= 330;
  const float right =
      has_kin ? rest.high.x - std::min(rest.height() / 3 - 32, 128.f) - 28 : rest.high.x;
  brush.Heading({{rest.low.x, rest.low.y + 24}, {right, rest.high.y}},
                Fill(words::kPicturesStageCell, {{"layer", LowerFirst(LayerTitle(layer))}}), {});
  const PicturesCellAnswer* cell = CellSeen(state);
  if (cell == nullptr) return;
  if (numbers.low.y >= rest.high.y || numbers.high.x <= split.photo.high.x) {
    DrawNumbers(brush, numbers, *cell);
  }
  DrawEntries(brush, {{rest.low.x, rest.low.y + 24}, {right, rest.high.y}}, *cell);
  if (has_kin) DrawKin(brush, {{right + 28, rest.low.y}, rest.high}, *cell);
}

}  // namespace meander
