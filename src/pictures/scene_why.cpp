// Why this one, not that: what each place and channel speaks for, and how much of the truth the
// parts add up to; beside it the quick guess, and how far it is off.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/methods.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr float kSumRow_px = 25;

struct SumRow {
  std::string_view name;
  float value;
  std::string said;
  bool is_outline;
};

// The parts' sum, the truth and the quick guess, all to one scale.
void DrawSums(PictureBrush& brush, const Rect& area, const PicturesShareAnswer& shares,
              const PicturesShareAnswer* quick) {
  const float truth = shares.value - shares.value_at_zero;
  std::vector<SumRow> rows;
  if (!IsOfPicture(brush.state.look.method)) {
    const float gap = truth - shares.sum;
    rows.push_back({words::kPicturesStageSum, shares.sum,
                    Fill(words::kPicturesStageGap,
                         {{"value", Signed(shares.sum)}, {"gap", Plainly(std::fabs(gap))}}),
                    false});
    rows.push_back({words::kPicturesStageTruth, truth, Signed(truth), true});
    if (quick != nullptr && quick->sum != shares.sum) {
      rows.push_back(
          {words::kPicturesStageQuick, quick->sum,
           Fill(words::kPicturesStageOff, {{"value", Signed(quick->sum)},
                                           {"off", Plainly(std::fabs(quick->sum - truth), 1)}}),
           false});
    }
  }
  float most = 1e-6f, said = 0;
  for (const SumRow& row : rows) {
    most = std::max(most, std::fabs(row.value));
    said = std::max(said, TextWidth(Face::kUiBold, 12, row.said));
  }
  float y = area.low.y + 10;
  const float name = TextWidth(Face::kUi, 12.5f, words::kPicturesStageSum) + 16;
  for (const SumRow& row : rows) {
    brush.Label({area.low.x, y}, std::string(row.name), Face::kUi, 12.5f, {Token::kInk, 1},
                LabelPlace::kRight);
    const Rect bar{{area.low.x + name, y - 6}, {area.high.x - said - 14, y + 6}};
    if (bar.width() > 40) brush.SignedBar(bar, row.value / most, row.is_outline);
    brush.Label({area.high.x, y}, row.said, row.is_outline ? Face::kUi : Face::kUiBold, 12,
                {Token::kInk, 1}, LabelPlace::kLeft);
    y += kSumRow_px;
  }
}

// The heaviest channels, as many as there is room for.
void DrawChannelBars(PictureBrush& brush, const Rect& area,
                     const std::vector<PictureChannel>& channels, int layer) {
  const float row = std::clamp(area.height() / 16, 17.f, 24.f);
  const auto room = static_cast<size_t>(std::max(area.height() / row, 0.f));
  float most = 1e-9f;
  for (const PictureChannel& one : channels) most = std::max(most, std::fabs(one.value));
  for (size_t i = 0; i < std::min(channels.size(), room); ++i) {
    const float y = area.low.y + row * (static_cast<float>(i) + 0.5f);
    const float side = std::min(row - 3, 20.f);
    const Rect icon = BoxAt({area.low.x, y - side / 2}, side);
    const PictureChannel& one = channels[i];
    const bool has_icon = brush.Icon(icon, layer, one.channel, 1, 3);
    const float left = has_icon ? icon.high.x + 8 : area.low.x;
    LabelMark& name = brush.Label({left, y}, std::to_string(one.channel), Face::kUi, 12,
                                  {Token::kInk2, 1}, LabelPlace::kRight);
    name.item = ItemOf({PictureTarget::Kind::kChannel, static_cast<uint8_t>(layer), one.channel});
    const std::string said = Signed(one.value);
    brush.Label({area.high.x, y}, said, Face::kUi, 12, {Token::kInk, 1}, LabelPlace::kLeft);
    // All bars have one zero, also of those whose picture has not come.
    const Rect bar{{icon.high.x + 46, y - 5}, {area.high.x - 46, y + 5}};
    if (bar.width() > 24) brush.SignedBar(bar, one.value / most);
  }
}

}  // namespace

void DrawPictureWhy(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const PhotoAndRest split = BesidePhoto(area, brush.frame, area.width() * 0.45f);
  const PicturesShareAnswer* shares = SharesSeen(state);
  const auto* quick =
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kGradient));
  const bool has_places = shares != nullptr && shares->side > 0;
  brush.Heading(split.photo, PhotoName(state),
                has_places ? words::kPicturesStageSigns : std::string_view());
  brush.Photo(split.photo, has_places ? 0.1f : 1, has_places ? 0.75f : 1);
  const int layer = state.look.layer;
  if (has_places) brush.SignedTint(split.photo, shares->side, shares->places);
  // Places of the layer can be pointed at; those of the picture's own methods are no layer's.
  const bool is_of_layer = has_places && !IsOfPicture(state.look.method) &&
                           shares->side == kPictureLayers[static_cast<size_t>(layer)].told_side;
  if (is_of_layer) {
    brush.PlaceItems(split.photo, static_cast<uint8_t>(layer));
    const int place = PlaceShown(state, layer);
    if (place >= 0 && state.pointed().kind == PictureTarget::Kind::kPlace) {
      brush.PlaceFrame(PlaceBox(split.photo, shares->side, place));
    }
  }
  if (shares == nullptr) return;
  Rect rest = split.rest;
  // The sums stand under the photo where there is room, else over what is beside it.
  const bool has_sums = !IsOfPicture(state.look.method);
  const float under = area.high.y - split.photo.high.y;
  if (has_sums && !split.is_stacked && under >= 3 * kSumRow_px + 16) {
    DrawSums(brush,
             {{split.photo.low.x, split.photo.high.y + 16}, {split.photo.high.x, area.high.y}},
             *shares, quick);
  } else if (has_sums && rest.height() >= 60) {
    DrawSums(brush, rest, *shares, quick);
    rest.low.y += 3 * kSumRow_px + 10;
  }
  const float top = rest.low.y + 24;
  if (rest.high.y - top < 60) return;
  // The same places as squares, and which channels did it.
  const bool has_bars = !shares->channels.empty() && rest.width() >= 270;
  const float side = std::min(
      has_bars ? std::clamp(rest.width() * 0.48f, 90.f, 210.f) : rest.width(), rest.high.y - top);
  const Rect grid = BoxAt({rest.low.x, top}, side);
  brush.Heading(grid, has_sums ? LayerTitle(layer) : std::string(), {});
  brush.Ground(grid);
  if (has_places) brush.SignedSquares(grid, shares->side, shares->places);
  if (is_of_layer) brush.PlaceItems(grid, static_cast<uint8_t>(layer));
  if (!has_bars) return;
  const Rect bars{{grid.high.x + 24, top}, rest.high};
  brush.Heading(
      bars,
      Fill(words::kPicturesStageOfChannels, {{"count", std::to_string(shares->channels.size())}}),
      {});
  DrawChannelBars(brush, bars, shares->channels, layer);
}

}  // namespace meander
