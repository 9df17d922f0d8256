// What a cell was made from on the layers before it, and what it feeds on those after.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/scene.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;
constexpr float kLeastStrand = 0.015f;

}  // namespace

void DrawInfluence(const InsideState& state, Painter& paint, Rect area) {
  const std::optional<InsideCell> cell = CellOf(state);
  if (!cell) return;
  const auto* found = AnswerTo<InsideInfluenceAnswer>(state, InfluenceWish(state, *cell));
  if (found == nullptr || cell->unit >= found->units.size()) return;
  const std::string& text = cell->second ? state.b : state.a;
  const size_t units = found->units.size();
  const int layer = state.look.layer;
  const float top = area.low.y + 40, bottom = area.high.y - 94;
  const float pitch_x = std::min(area.width() / static_cast<float>(units), 44.f);
  const float pitch_y = (bottom - top) / kLastLayer;
  const float left = area.low.x + (area.width() - pitch_x * static_cast<float>(units)) / 2;
  const auto at = [&](size_t unit, int row) {
    return Point2{left + pitch_x * (static_cast<float>(unit) + 0.5f),
                  top + pitch_y * static_cast<float>(row)};
  };
  const float band = std::min(pitch_y * 0.3f, 16.f);
  paint.Box({{area.low.x - 6, at(0, layer).y - band}, {area.high.x + 6, at(0, layer).y + band}},
            {Token::kAccentSoft, 1});
  for (int row = 0; row <= kLastLayer; ++row) {
    paint.Line({area.low.x, at(0, row).y}, {area.high.x, at(0, row).y}, 1, {Token::kRule, 0.7f});
  }
  if (layer > 0) {
    paint.Label({area.low.x, top - 24}, std::string(words::kInfluenceFrom), Face::kUiBold, 13,
                {Token::kInk, 1}, LabelPlace::kRight);
  }
  if (layer < kLastLayer) {
    LabelMark& feeds = paint.Label({area.low.x, layer == 0 ? top - 24 : at(0, layer).y + band + 12},
                                   std::string(words::kInfluenceFeeds), Face::kUiBold, 13,
                                   {Token::kInk, 1}, LabelPlace::kRight);
    feeds.halo_px = 2.5f;
  }
  size_t thin = found->strands_left_out;
  for (auto strand = found->strands.rbegin(); strand != found->strands.rend(); ++strand) {
    const float size = std::fabs(strand->share);
    if (size < kLeastStrand) {
      ++thin;
      continue;
    }
    const float width = std::clamp(12 * size, 1.6f, 10.f);
    const bool is_after = strand->layer >= layer;
    const Point2 from = at(strand->from, strand->layer), to = at(strand->to, strand->layer + 1);
    paint.Ribbon(from, to, width + 2.6f, {Token::kPaper, 1}, false, false);
    Paint ink = PaintOf(strand->share, is_after ? 0.62f : 0.88f);
    if (state.look.ghost) ink.token = Token::kInk3;
    paint.Ribbon(from, to, width, ink, false, strand->share < 0);
  }
  for (int row = 0; row <= kLastLayer; ++row) {
    for (size_t unit = 0; unit < units; ++unit) {
      const float share = std::fabs(found->shares[static_cast<size_t>(row) * units + unit]);
      const bool is_cell = row == layer && unit == cell->unit;
      const uint32_t item = ItemOf({cell->second ? Kind::kCellSecond : Kind::kCellFirst,
                                    static_cast<uint16_t>(unit), static_cast<uint16_t>(row)});
      if (is_cell) {
        paint.Disc(at(unit, row), DiscKind::kCurrent, 11, {Token::kAccent, 1}).item = item;
      } else if (share < 0.02f || row == layer) {
        paint.Disc(at(unit, row), DiscKind::kDot, 2.6f, {Token::kInk3, 0.7f}).item = item;
      } else {
        paint
            .Disc(at(unit, row), DiscKind::kSelected, std::clamp(10 * std::sqrt(share), 4.f, 10.f),
                  {Token::kInk2, 1})
            .item = item;
      }
    }
  }
  for (size_t unit = 0; unit < units; ++unit) {
    const bool is_here = unit == cell->unit;
    const std::string name =
        found->units[unit].is_mark ? std::string("·") : WordsOfUnit(text, found->units[unit]);
    const std::string shown = is_here ? name : FitText(Face::kWordMedium, 12.5f, name, pitch_x + 3);
    if (pitch_x < 15 && !is_here) continue;
    // Two heights, so that neighbours leave one another room.
    paint
        .Label(at(unit, kLastLayer) + Point2{0, unit % 2 == 0 ? 22.f : 37.f}, shown,
               Face::kWordMedium, 12.5f, {is_here ? Token::kInk : Token::kInk2, 1})
        .item = ItemOf({cell->second ? Kind::kCellSecond : Kind::kCellFirst,
                        static_cast<uint16_t>(unit), static_cast<uint16_t>(layer)});
  }
  const int lines = paint.Paragraph({area.low.x, area.high.y - 36}, InfluenceSentence(state),
                                    Face::kUi, 12.5f, 16, area.width(), {Token::kInk2, 1});
  if (thin > 0 && lines < 2) {
    paint.Label({area.low.x, area.high.y - 36 + 16 * static_cast<float>(lines)},
                Fill(words::kInfluenceThin, {{"count", std::to_string(thin)}}), Face::kUi, 12,
                {Token::kInk3, 1}, LabelPlace::kRight);
  }
}

}  // namespace meander
