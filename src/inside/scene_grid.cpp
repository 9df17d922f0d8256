// Every word at every layer: a dot's area is how far its vector reaches, its hue the group that
// fires most there, at the layer whose groups were asked for.
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
constexpr int kLayers = kLastLayer + 1;

// How large each cell's number is: its norm, or how unusual that is within its layer.
std::vector<float> SizesOf(const InsideGridAnswer& grid, CellSize what) {
  if (what == CellSize::kNorm) return grid.norms;
  std::vector<float> sizes = grid.norms;
  const size_t units = grid.units.size();
  const std::vector<size_t> words_at = WordsIn(grid.units);
  for (size_t layer = 0; layer < kLayers; ++layer) {
    float mean = 0, squares = 0;
    for (const size_t unit : words_at) mean += grid.norms[layer * units + unit];
    mean /= static_cast<float>(words_at.size());
    for (const size_t unit : words_at) {
      const float away = grid.norms[layer * units + unit] - mean;
      squares += away * away;
    }
    const float spread = std::sqrt(squares / static_cast<float>(words_at.size()));
    for (const size_t unit : words_at) {
      float& size = sizes[layer * units + unit];
      size = spread > 0 ? (size - mean) / spread : 0;
    }
  }
  return sizes;
}

float GreatestOf(const InsideGridAnswer& grid, const std::vector<float>& sizes) {
  float most = 0.01f;
  for (size_t layer = 0; layer < kLayers; ++layer) {
    for (const size_t unit : WordsIn(grid.units)) {
      most = std::max(most, std::fabs(sizes[layer * grid.units.size() + unit]));
    }
  }
  return most;
}

struct Block {
  const InsideGridAnswer* grid;
  bool is_second;
  float left_px, pitch_px;
};

}  // namespace

void DrawGrid(const InsideState& state, Painter& paint, Rect area, bool is_whole_view) {
  const auto* first = AnswerTo<InsideGridAnswer>(state, GridWish(state, false));
  const auto* second = AnswerTo<InsideGridAnswer>(state, GridWish(state, true));
  if (first == nullptr) return;
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  std::vector<size_t> rank;  // of each group, for its hue
  if (groups != nullptr) rank = RanksOf(GroupsByMass(*groups));
  const bool is_narrow = paint.frame.is_narrow();
  const float label_px = is_whole_view && !is_narrow ? 76.f : 0;
  const float head_px = is_whole_view ? 34.f : 26.f, foot_px = is_narrow ? 60.f : 24.f;
  if (!is_whole_view) {
    paint.Label({area.low.x + 8, area.low.y + 8}, std::string(words::kInsideGridTitle),
                Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kRight);
  }
  std::vector<size_t> words_a = WordsIn(first->units), words_b;
  if (second != nullptr) words_b = WordsIn(second->units);
  const float between = is_narrow ? 10.f : is_whole_view ? 26.f : 40.f;
  const auto count = static_cast<float>(words_a.size() + words_b.size());
  const float left = area.low.x + label_px + 4;
  const float pitch = std::min((area.high.x - left - between - 8) / std::max(count, 1.f), 64.f);
  const float used = pitch * count + between;
  const float begin = left + std::max((area.high.x - 4 - left - used) / 2, 0.f);
  const float row_px = (area.height() - head_px - foot_px) / kLayers;
  const float largest =
      std::min({pitch / 2 - 0.5f, row_px / 2 - 0.5f, is_whole_view ? 19.f : 11.5f});
  const auto row_y = [&](float layer) { return area.low.y + head_px + row_px * (layer + 0.5f); };
  const InsideTarget pointed = state.pointed();

  // The band of the layer that is looked at.
  const float band_y = row_y(state.depth), half = std::min(row_px / 2, is_whole_view ? 24.f : 14.f);
  const std::vector<Block> blocks = {
      {first, false, begin, pitch},
      {second, true, begin + pitch * static_cast<float>(words_a.size()) + between, pitch}};
  for (const Block& block : blocks) {
    if (block.grid == nullptr) continue;
    const float width = block.pitch_px * static_cast<float>(WordsIn(block.grid->units).size());
    paint.Box({{block.left_px - 4, band_y - half}, {block.left_px + width + 4, band_y + half}},
              {Token::kAccentSoft, 1});
  }
  if (label_px > 0) {
    for (int layer = 0; layer < kLayers; ++layer) {
      paint.Label({area.low.x, row_y(static_cast<float>(layer))},
                  Fill(words::kPickLayer, {{"layer", std::to_string(layer)}}),
                  layer == state.look.layer ? Face::kUiBold : Face::kUi, 12, {Token::kInk2, 1},
                  LabelPlace::kRight);
    }
  }
  for (const Block& block : blocks) {
    if (block.grid == nullptr) continue;
    const std::vector<float> sizes = SizesOf(*block.grid, state.look.cell_size);
    const float most = GreatestOf(*block.grid, sizes);
    const std::vector<size_t> units = WordsIn(block.grid->units);
    const std::vector<std::string> names =
        NamesOf(block.is_second ? state.b : state.a, block.grid->units);
    const Kind cell = block.is_second ? Kind::kCellSecond : Kind::kCellFirst;
    for (size_t i = 0; i < units.size(); ++i) {
      const float x = block.left_px + block.pitch_px * (static_cast<float>(i) + 0.5f);
      const auto unit = static_cast<uint16_t>(units[i]);
      const bool is_column =
          (pointed.kind == cell && pointed.a == unit) ||
          (pointed.kind == (block.is_second ? Kind::kSecond : Kind::kFirst) && pointed.a == unit) ||
          (pointed.kind == Kind::kPair && (block.is_second ? pointed.b : pointed.a) == unit);
      for (int layer = 0; layer < kLayers; ++layer) {
        const float size = sizes[static_cast<size_t>(layer) * block.grid->units.size() + units[i]];
        const float radius = std::max(largest * std::sqrt(std::fabs(size) / most), 1.6f);
        const bool is_row = layer == static_cast<int>(std::lround(state.depth));
        Paint ink{Token::kInk3, 0.55f};
        if (groups != nullptr && !state.look.ghost) {
          const size_t place = block.is_second ? groups->a.size() + units[i] : units[i];
          const int group = LeadingGroup(*groups, place);
          // Groups are of one layer; elsewhere a word only keeps its hue's memory.
          if (group >= 0) ink = {GroupHue(rank[static_cast<size_t>(group)]), is_row ? 1 : 0.34f};
        }
        const Point2 at{x, row_y(static_cast<float>(layer))};
        const bool is_hollow = size < 0;
        if (is_column) {
          const bool is_marked = is_row || (pointed.kind == cell && pointed.b == layer);
          paint.Disc(at, DiscKind::kRing, radius + 4,
                     {is_marked ? Token::kInk : Token::kInk3, is_marked ? 1 : 0.6f});
        }
        DiscMark& disc = paint.Disc(at, is_hollow ? DiscKind::kRing : DiscKind::kDot, radius, ink);
        disc.item = ItemOf({cell, unit, static_cast<uint16_t>(layer)});
      }
      // Words, as far as they have room; the one pointed at in any case.
      const bool is_wide = is_whole_view && block.pitch_px >= 52;
      const float size_px = is_wide ? 15.f : 11.5f;
      const Face face = is_wide ? Face::kWordMedium : Face::kUi;
      const std::string name = FitText(face, size_px, names[i], block.pitch_px - 2);
      const float foot = area.high.y - foot_px + 14;
      if (block.pitch_px >= 22 || is_column) {
        const bool is_full = is_column && name != names[i];
        LabelMark& label = paint.Label({x, foot}, is_full ? names[i] : name, face, size_px,
                                       {is_column ? Token::kInk : Token::kInk2, 1});
        label.item = ItemOf({block.is_second ? Kind::kSecond : Kind::kFirst, unit, 0});
        if (is_full) label.halo_px = 3;
      }
    }
  }
}

}  // namespace meander
