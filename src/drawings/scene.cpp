// See scene.h.
#include "drawings/scene.h"

#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "drawings/pen.h"
#include "drawings/sentences.h"
#include "drawings/wishes.h"
#include "pack/pen_sections.h"

namespace meander {
namespace {

using Kind = DrawingTarget::Kind;

bool Holds(const Rect& box, Point2 at) {
  return at.x >= box.low.x && at.x < box.high.x && at.y >= box.low.y && at.y < box.high.y;
}
int PlaceIn(const Rect& box, int side, Point2 at) {
  const auto along = [&](float from, float where) {
    return std::clamp(static_cast<int>((where - from) / box.width() * static_cast<float>(side)), 0,
                      side - 1);
  };
  return along(box.low.y, at.y) * side + along(box.low.x, at.x);
}

// Three layers beside the one that is looked at.
std::array<int, 3> LayersAround(int layer) {
  constexpr std::array kWanted = {1, 3, 6, 4, 2};
  std::array<int, 3> around{};
  size_t count = 0;
  for (const int other : kWanted) {
    if (other != layer && count < around.size()) around[count++] = other;
  }
  std::ranges::sort(around);
  return around;
}

class DrawingBrush : public Painter {
 public:
  DrawingBrush(const DrawingsState& state, const StageFrame& frame, Scene& scene)
      : Painter(frame, scene), state(state) {
    const DrawingsGroupAnswer* groups = DrawingGroupsSeen(state);
    if (groups != nullptr) leads_ = LeadingDrawingGroups(*groups);
  }

  void Ground(const Rect& box) { Box(box, {Token::kLand1, 1}); }
  void Title(const Rect& box, std::string_view name, std::string_view note) {
    Label({box.low.x, box.low.y - 13}, FitText(Face::kUiBold, 13, name, box.width()), Face::kUiBold,
          13, {Token::kInk, 1}, LabelPlace::kRight);
    const float left = TextWidth(Face::kUiBold, 13, name) + 14;
    if (note.empty() || TextWidth(Face::kUi, 12, note) > box.width() - left) return;
    Label({box.high.x, box.low.y - 13}, std::string(note), Face::kUi, 12, {Token::kInk2, 1},
          LabelPlace::kLeft);
  }
  // A title and, under it, what it means.
  void TwoLines(const Rect& box, std::string_view name, std::string_view note) {
    Label({box.low.x, box.low.y - 29}, FitText(Face::kUiBold, 13, name, box.width()), Face::kUiBold,
          13, {Token::kInk, 1}, LabelPlace::kRight);
    Label({box.low.x, box.low.y - 13}, FitText(Face::kUi, 12, note, box.width()), Face::kUi, 12,
          {Token::kInk2, 1}, LabelPlace::kRight);
  }
  void Strokes(const Rect& box);
  void Grid(const Rect& box, int layer, bool is_big);
  void Channels(const DrawingLayout& layout);

  const DrawingsState& state;

 private:
  std::vector<int> leads_;  // a place of the look's layer; none: no groups to be seen
};

void DrawingBrush::Strokes(const Rect& box) {
  const float width = std::clamp(box.width() * 0.032f, 2.f, 14.f);
  const auto draw = [&](const InkStroke& stroke, Paint paint) {
    const auto at = [&](InkPoint point) {
      const Point2 share{static_cast<float>(point.x) / (kSheetSide - 1),
                         static_cast<float>(point.y) / (kSheetSide - 1)};
      return Point2{box.low.x + share.x * box.width(), box.low.y + share.y * box.height()};
    };
    // A dot is a line that goes nowhere, with round ends.
    if (stroke.size() == 1) Line(at(stroke[0]), at(stroke[0]) + Point2{0.01f, 0}, width, paint);
    for (size_t i = 1; i < stroke.size(); ++i) {
      Line(at(stroke[i - 1]), at(stroke[i]), width, paint);
    }
  };
  const DrawingTarget pointed = state.pointed();
  const bool singles = pointed.kind == Kind::kStroke && pointed.b < state.ink.size();
  for (size_t i = 0; i < state.ink.size(); ++i) {
    if (!singles || i != pointed.b) {
      draw(state.ink[i], {singles ? Token::kEdge : Token::kInk, 1});
    }
  }
  if (singles) draw(state.ink[pointed.b], {Token::kPlus, 1});
  if (state.is_drawing()) draw(state.live, {Token::kInk, 1});
}

void DrawingBrush::Grid(const Rect& box, int layer, bool is_big) {
  Box(box, {Token::kLand1, 1}).item = kGridItem;
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (seen == nullptr) return;
  const auto at_layer = static_cast<uint8_t>(layer);
  const std::vector<float>& strength = seen->grids[at_layer].strength;
  const int side = kDrawingLayers[at_layer].told_side;
  const auto [least, most] = std::ranges::minmax(strength);
  const DrawingTarget pointed = state.pointed();
  for (size_t place = 0; place < strength.size(); ++place) {
    // Beside the quietest place: even bare paper makes a layer fire.
    const float share = most > least ? (strength[place] - least) / (most - least) : 0;
    if (share < 0.04f) continue;
    Paint paint{Token::kInk2, 0.35f + 0.55f * share};
    if (!leads_.empty()) {
      const size_t over =
          PlaceOnDrawnLayer(at_layer, static_cast<uint16_t>(place), state.look.layer);
      const int lead = leads_[over];
      if (lead >= 0)
        paint = {GroupHue(static_cast<size_t>(lead)),
                 is_big ? 0.5f + 0.5f * share : 0.4f + 0.5f * share};
      const bool is_other = pointed.kind == Kind::kGroup && pointed.b != lead;
      if (is_other) paint = {Token::kInk3, 0.25f};
    }
    Box(PlaceBox(box, side, place, 0.94f * std::sqrt(share)), paint);
  }
}

void DrawingBrush::Channels(const DrawingLayout& layout) {
  const auto layer = state.look.layer;
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  const std::optional<uint16_t> place = PlaceOfDrawing(state);
  const std::string of =
      Fill(words::kPicturesThisPlaceHint,
           {{"count", "4"}, {"all", std::to_string(kDrawingLayers[layer].channels)}});
  const Rect& area = layout.channels;
  // A letter does not wait for what comes: where there is nothing to show it says nothing of it.
  if (frame.is_letter && (seen == nullptr || !place)) return;
  if (layout.channels_lie) {
    Title(area, words::kPicturesThisPlace, of);
  } else {
    TwoLines(area, words::kPicturesThisPlace, of);
  }
  if (seen == nullptr || !place) return;
  const DrawingGrid& grid = seen->grids[layer];
  const float slot = layout.channels_lie ? (area.width() + 10) / 4 : (area.height() + 12) / 4;
  const float icon = std::min(layout.channels_lie ? area.height() : slot - 14, 52.f);
  const float greatest = std::max(grid.values[size_t{4} * *place], 1e-6f);
  size_t before = 0;  // channels of the layers before
  for (size_t i = 0; i < layer; ++i) before += kDrawingLayers[i].channels;
  for (size_t k = 0; k < 4; ++k) {
    const size_t cell = size_t{4} * *place + k;
    if (!(grid.values[cell] > 0)) continue;
    const auto along = slot * static_cast<float>(k);
    const Point2 at = layout.channels_lie ? Point2{area.low.x + along, area.low.y}
                                          : Point2{area.low.x, area.low.y + along};
    const Rect box = BoxAt(at, icon);
    Ground(box);
    const uint16_t channel = grid.channels[cell];
    for (size_t i = 0; i < kPiecePlaces && !state.pieces.empty(); ++i) {
      const ByteSpan piece =
          ByteSpan(state.pieces).subspan((before + channel) * kPieceBytes, kPieceBytes);
      const float ink = static_cast<float>(InkOfPiece(piece, i)) / 15;
      if (ink > 0) Box(PlaceBox(box, int{kPieceSide}, i, 1.02f), {Token::kInk, ink});
    }
    const float left = box.high.x + 8;
    const float right = layout.channels_lie ? at.x + slot - 10 : area.high.x;
    // Where its number alone has room, that is enough: the title says what it is of.
    std::string name = Fill(words::kPicturesChannel, {{"number", std::to_string(channel)}});
    if (TextWidth(Face::kUi, 12.5f, name) > right - left) name = std::to_string(channel);
    Label({left, at.y + icon * 0.3f}, std::move(name), Face::kUi, 12.5f, {Token::kInk, 1},
          LabelPlace::kRight);
    const Rect bar{{left, at.y + icon * 0.6f}, {right, at.y + icon * 0.6f + 5}};
    Box(bar, {Token::kRule, 1});
    Box({bar.low, {left + bar.width() * grid.values[cell] / greatest, bar.high.y}},
        {Token::kInk2, 1});
  }
}

std::string PlacesNote(int layer) {
  return Fill(words::kPicturesStagePlaces,
              {{"side", std::to_string(kDrawingLayers[static_cast<size_t>(layer)].told_side)}});
}

// Within a box that has its corner rounding: what of it is on the sheet.
Rect Clipped(const Rect& box, const Rect& to) {
  return {
      {std::clamp(box.low.x, to.low.x, to.high.x), std::clamp(box.low.y, to.low.y, to.high.y)},
      {std::clamp(box.high.x, to.low.x, to.high.x), std::clamp(box.high.y, to.low.y, to.high.y)}};
}

// On a phone the page's words lie below the layers: who draws there sees here what it is read as.
// By its name alone, for the chart's letters are not every sign's.
std::string BesideSheet(const DrawingsState& state, const StageFrame& frame) {
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (!frame.is_narrow() || seen == nullptr || InkWithLive(state).empty()) {
    return StrokesInWords(state);
  }
  const DrawnSign& first = seen->signs[0];
  return Fill(state.look.ghost ? words::kDrawingsGhostOpen : words::kDrawingsSignOpen,
              {{"sign", first.name}, {"share", PercentText(first.share)}});
}

}  // namespace

DrawingLayout DrawingLayoutOf(const StageFrame& frame, int layer) {
  DrawingLayout layout;
  const float gutter = frame.gutter_px();
  const Point2 at{gutter, 0};
  const float width = frame.width_px - 2 * gutter, height = frame.height_px - 6;
  constexpr float kHead = 26, kTall = 46, kSmallGap = 16, kChannels = 78;
  const std::array<int, 3> around = LayersAround(layer);
  for (size_t i = 0; i < around.size(); ++i) layout.small[i].layer = around[i];
  if (frame.is_narrow()) {
    const float beside = std::min((width - 12) / 2, height - kHead - 4);
    const float below = std::min(width, (height - 2 * kHead - 10) / 2);
    if (below > beside) {
      const float left = at.x + (width - below) / 2;
      layout.sheet = BoxAt({left, kHead}, below);
      layout.big = BoxAt({left, layout.sheet.high.y + kHead + 6}, below);
    } else {
      // What is left over stands half above, half below.
      const float over = std::max(height - kHead - beside - kChannels, 0.f) / 2;
      layout.sheet = BoxAt({at.x, kHead + over}, beside);
      layout.big = BoxAt({at.x + width - beside, kHead + over}, beside);
    }
    layout.channels = {{at.x, layout.big.high.y + 34},
                       {at.x + width, layout.big.high.y + kChannels}};
    layout.has_channels = layout.channels_lie = layout.channels.high.y <= height;
    return layout;
  }
  if (frame.is_letter && width < 600) {
    // No small grids, whose words would not be legible: two large squares, the channels below.
    constexpr float kAbove = 40, kBelow = 84;
    const float side = std::max(std::min((width - 28) / 2, height - kAbove - kBelow), 40.f);
    const float top = (height - kAbove - side - kBelow) / 2 + kAbove;
    layout.sheet = BoxAt({at.x, top}, side);
    layout.big = BoxAt({at.x + width - side, top}, side);
    layout.channels = {{at.x, layout.big.high.y + 34}, {at.x + width, layout.big.high.y + kBelow}};
    layout.has_channels = layout.channels_lie = true;
    return layout;
  }
  if (height < 380 || width < 600) {
    const float side = std::max(std::min((width - 28) / 2, height - kHead - 4), 40.f);
    layout.sheet = BoxAt({at.x, kHead}, side);
    layout.big = BoxAt({at.x + width - side, kHead}, side);
    return layout;
  }
  // Both columns end at about the same height: the sheet; three small grids with the large one
  // below them and what a place is beside that.
  const float gap = std::clamp(width * 0.05f, 28.f, 44.f);
  const float small =
      std::min((height - 2 * kTall - kSmallGap) / 3, (width - gap) * 0.58f / 3 - 2 * kSmallGap / 3);
  const float column = 3 * small + 2 * kSmallGap;
  const float sheet = std::min(width - gap - column, height - kHead - 8);
  const float left = at.x + sheet + std::min(width - sheet - column, 72.f);
  const float big = 2 * small + kSmallGap;
  // A letter's stands in the middle of its place.
  const float down =
      frame.is_letter ? std::max(height - 2 * kTall + 6 - small - big, 0.f) / 2 : 0.f;
  layout.sheet = BoxAt({at.x, down + kHead}, sheet);
  for (size_t i = 0; i < layout.small.size(); ++i) {
    layout.small[i].box =
        BoxAt({left + (small + kSmallGap) * static_cast<float>(i), down + kTall - 6}, small);
  }
  layout.big = BoxAt({left, down + kTall - 6 + small + kTall}, big);
  layout.channels = {{layout.big.high.x + kSmallGap, layout.big.low.y},
                     {left + column, layout.big.high.y}};
  layout.has_small = layout.has_channels = true;
  return layout;
}

Point2 OnSheet(const StageFrame& frame, const DrawingsState& state, Point2 at_px) {
  const Rect sheet = DrawingLayoutOf(frame, state.look.layer).sheet;
  return {(at_px.x - sheet.low.x) / sheet.width(), (at_px.y - sheet.low.y) / sheet.height()};
}

DrawingTarget DrawingTargetAt(const DrawingsState& state, const StageFrame& frame, Point2 at_px) {
  const DrawingLayout layout = DrawingLayoutOf(frame, state.look.layer);
  const auto in_grid = [&](const Rect& box, int layer) -> DrawingTarget {
    const int side = kDrawingLayers[static_cast<size_t>(layer)].told_side;
    return {Kind::kPlace, static_cast<uint8_t>(layer),
            static_cast<uint16_t>(PlaceIn(box, side, at_px))};
  };
  if (DrawingSeen(state) == nullptr) return {};
  if (Holds(layout.big, at_px)) return in_grid(layout.big, state.look.layer);
  for (const DrawingLayout::Small& small : layout.small) {
    if (layout.has_small && Holds(small.box, at_px)) return in_grid(small.box, small.layer);
  }
  if (!Holds(layout.sheet, at_px)) return {};
  const std::optional<int> place = PlaceUnder(
      InkWithLive(state), kDrawingLayers[state.look.layer].told_side, OnSheet(frame, state, at_px));
  if (!place) return {};
  return {Kind::kPlace, state.look.layer, static_cast<uint16_t>(*place)};
}

Scene DrawingsScene(const DrawingsState& state, const StageFrame& frame) {
  Scene scene;
  if (frame.width_px < 40 || frame.height_px < 40) return scene;
  DrawingBrush brush(state, frame, scene);
  const int layer = state.look.layer;
  const DrawingLayout layout = DrawingLayoutOf(frame, layer);
  brush.Title(layout.sheet, words::kDrawingsSheet, BesideSheet(state, frame));
  brush.Box(layout.sheet, {Token::kRaised, 1}).item = kSheetItem;
  brush.Outline(layout.sheet, 12, 1, {Token::kEdge, 1});
  const Ink ink = InkWithLive(state);
  if (ink.empty()) {
    brush.Label(MiddleOf(layout.sheet), std::string(words::kDrawingsDrawHere), Face::kRegionItalic,
                16, {Token::kInk2, 1});
  }
  brush.Strokes(layout.sheet);
  if (layout.has_small) {
    for (const DrawingLayout::Small& small : layout.small) {
      brush.TwoLines(small.box, DrawingLayerTitle(small.layer), PlacesNote(small.layer));
      brush.Grid(small.box, small.layer, false);
    }
  }
  const std::string title = DrawingLayerTitle(layer);
  const std::string what(DrawingGroupsSeen(state) != nullptr ? words::kPicturesStageWhere
                                                             : words::kPicturesStageFires);
  if (layout.has_small || frame.is_letter) {
    brush.TwoLines(layout.big, title + ": " + what, words::kPicturesStageStrength);
  } else {
    brush.Title(layout.big, title, what);
  }
  brush.Grid(layout.big, layer, true);
  if (layout.has_channels) brush.Channels(layout);
  const std::optional<uint16_t> place = PlaceOfDrawing(state);
  if (!place || ink.empty()) return scene;
  const int side = kDrawingLayers[state.look.layer].told_side;
  const Rect shares = SheetBoxOf(ink, side, *place);
  const auto on_sheet = [&](Point2 share) {
    return layout.sheet.low +
           Point2{share.x * layout.sheet.width(), share.y * layout.sheet.height()};
  };
  const Rect from = Clipped({on_sheet(shares.low), on_sheet(shares.high)}, layout.sheet);
  const Rect to = PlaceBox(layout.big, side, *place);
  if (!state.is_drawing()) {
    brush.Thread(from, to);
    brush.PlaceFrame(from);
  }
  brush.PlaceFrame(to);
  for (const DrawingLayout::Small& small : layout.small) {
    if (!layout.has_small) break;
    const auto at = static_cast<uint8_t>(small.layer);
    brush.PlaceFrame(PlaceBox(small.box, kDrawingLayers[at].told_side,
                              PlaceOnDrawnLayer(state.look.layer, *place, at)));
  }
  return scene;
}

}  // namespace meander
