// The race: words struck out one by one, in the order in which each way calls them heaviest; how
// much of the likeness is left. The lowest line wins.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/methods.h"
#include "inside/scene.h"
#include "inside/wishes.h"

namespace meander {
namespace {

struct Dashes {
  float dash_px, gap_px;
};
constexpr Dashes kDashes[] = {{0, 0}, {7, 4}, {2, 4}, {9, 3.5f}};

}  // namespace

void DrawRace(const InsideState& state, Painter& paint, Rect area) {
  const bool is_narrow = paint.frame.is_narrow();
  const auto* leader = LeadAnswer(state);
  if (!is_narrow) {
    paint.Label({area.low.x, area.low.y + 12}, std::string(words::kInsideRace), Face::kUiBold, 13,
                {Token::kInk, 1}, LabelPlace::kRight);
    paint.Paragraph({area.low.x, area.low.y + 32}, words::kInsideRaceWhat, Face::kUi, 12, 15.5f,
                    112, {Token::kInk2, 1});
  }
  if (leader == nullptr) return;
  const std::vector<size_t> order = HeaviestFirst(*leader);
  if (order.size() < 2) {
    paint.Label({area.low.x + (is_narrow ? 0 : 184), area.low.y + 40},
                std::string(words::kInsideOneWord), Face::kUi, 12, {Token::kInk2, 1},
                LabelPlace::kRight);
    return;
  }
  const std::vector<std::string> names =
      NamesOf(state.look.of_second ? state.b : state.a, leader->units);
  const std::vector<size_t> units = WordsIn(leader->units);
  const float left = area.low.x + (is_narrow ? 34 : 184),
              right = area.high.x - (is_narrow ? 8 : 86);
  const float top = area.low.y + (is_narrow ? 14 : 26), bottom = area.high.y - 44;
  const auto count = static_cast<float>(order.size());
  // What is left may rise above where it began, and fall below nothing.
  const std::vector<float>& chance = leader->chance;
  float least = 0, most = std::max(leader->value, 0.02f);
  const auto reach = [&](const std::vector<float>& curve) {
    for (const float value : curve) {
      least = std::min(least, value);
      most = std::max(most, value);
    }
  };
  reach(chance);
  reach(leader->chance_high);
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    if (is_narrow && row != state.look.leader) continue;
    const auto* answer = WordAnswer(state, row);
    if (answer != nullptr) reach(answer->curve);
  }
  const auto at = [&](float struck, float value) {
    return Point2{left + (right - left) * struck / count,
                  top + (bottom - top) * (most - value) / (most - least)};
  };
  // The playhead: how many are struck so far.
  const float race = std::clamp(state.race, 0.f, count);
  const float playhead = at(race, 0).x;
  paint.Box({{playhead - 12, top - 14}, {playhead + 12, bottom + 31}}, {Token::kAccentSoft, 1});
  paint.Line(at(0, 0), at(count, 0), 1, {Token::kEdge, 1});
  paint.Label(at(0, leader->value) - Point2{16, 0}, TwoDecimals(leader->value), Face::kUi, 12,
              {Token::kInk2, 1}, LabelPlace::kLeft);
  paint.Label(at(0, 0) - Point2{16, 0}, "0", Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kLeft);
  const auto draw = [&](const std::vector<float>& curve, float width, Dashes dashes, Paint ink) {
    for (size_t i = 0; i + 1 < curve.size(); ++i) {
      StrokeMark& line = paint.Line(at(static_cast<float>(i), curve[i]),
                                    at(static_cast<float>(i + 1), curve[i + 1]), width, ink);
      line.dash_px = dashes.dash_px;
      line.gap_px = dashes.gap_px;
    }
  };
  // Where four in five of the random orders lie.
  const std::vector<float>&low = leader->chance_low, &high = leader->chance_high;
  for (size_t i = 0; i + 1 < std::min(low.size(), high.size()); ++i) {
    constexpr int kSlices = 64;
    for (int slice = 0; slice < kSlices; ++slice) {
      const float from = static_cast<float>(slice) / kSlices, to = from + 1.f / kSlices;
      const float middle = (from + to) / 2, x = static_cast<float>(i);
      const auto between = [&](const std::vector<float>& edge) {
        return edge[i] + (edge[i + 1] - edge[i]) * middle;
      };
      paint.Box({at(x + from, between(high)), at(x + to, between(low))}, {Token::kInk3, 0.14f});
    }
  }
  draw(chance, 1.6f, {0, 4.5f}, {Token::kInk3, 0.9f});
  if (chance.size() > 3 && !is_narrow) {
    const size_t middle = chance.size() * 7 / 10;
    const float edge =
        middle < high.size() ? std::max(high[middle], chance[middle]) : chance[middle];
    paint
        .Label(at(static_cast<float>(middle), edge) - Point2{0, 9},
               std::string(words::kInsideAnyOrder), Face::kRegionItalic, 13, {Token::kInk2, 1},
               LabelPlace::kRight)
        .halo_px = 2.5f;
  }
  float y = top + 4;
  const auto place = static_cast<size_t>(std::lround(race));
  if (!is_narrow) {
    paint.Label({right + 14, y}, Fill(words::kInsideAfter, {{"count", std::to_string(place)}}),
                Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kRight);
  }
  // The leader last, over the others.
  std::vector<size_t> rows;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    if (row != state.look.leader) rows.push_back(row);
  }
  rows.push_back(state.look.leader);
  for (const size_t row : rows) {
    const auto* answer = WordAnswer(state, row);
    if (answer == nullptr || answer->curve.empty()) continue;
    const bool leads = row == state.look.leader;
    if (is_narrow && !leads) continue;
    const Paint ink{leads ? Token::kInk : Token::kInk2, leads ? 1 : 0.85f};
    draw(answer->curve, leads ? 3 : 1.6f, leads ? Dashes{0, 0} : kDashes[row], ink);
    for (size_t i = 1; i < answer->curve.size(); ++i) {
      if (leads || order.size() <= 14) {
        paint.Sign(at(static_cast<float>(i), answer->curve[i]), row, leads ? 5 : 3.6f, leads);
      }
    }
  }
  if (!is_narrow) {
    for (size_t row = 0; row < state.look.methods.size(); ++row) {
      const auto* answer = WordAnswer(state, row);
      if (answer == nullptr || place >= answer->curve.size()) continue;
      y += 19;
      paint.Sign({right + 20, y}, row, 4.5f, row == state.look.leader);
      paint.Label({right + 34, y}, Plainly(answer->curve[place]), Face::kUi, 13, {Token::kInk, 1},
                  LabelPlace::kRight);
    }
    if (place < chance.size()) {
      paint.Label({right + 14, y + 19},
                  Fill(words::kInsideByChance, {{"value", Plainly(chance[place])}}), Face::kUi, 12,
                  {Token::kInk2, 1}, LabelPlace::kRight);
    }
  }
  paint.Line({playhead, top - 10}, {playhead, bottom}, 2.2f, {Token::kAccent, 1});
  paint.Disc({playhead, top - 10}, DiscKind::kDot, 6, {Token::kAccent, 1});
  // The words in the order in which they go.
  const float slot = (right - left) / count;
  for (size_t i = 0; i < order.size(); ++i) {
    const auto word = std::ranges::find(units, order[i]) - units.begin();
    const std::string& name = names[static_cast<size_t>(word)];
    const bool is_struck = static_cast<float>(i) + 1 <= race + 0.01f;
    const Point2 at_word{at(static_cast<float>(i) + 1, 0).x, bottom + 20};
    const bool is_here = i + 1 == place;
    if (is_narrow && !is_here) continue;
    const std::string shown = is_here
                                  ? FitText(Face::kWordMedium, 13, name, 150)
                                  : FitText(Face::kWordMedium, 13, name, std::max(slot - 4, 0.f));
    if (slot < 14 && !is_here) continue;
    LabelMark& label = paint.Label(at_word, shown, Face::kWordMedium, 13,
                                   {is_struck ? Token::kInk : Token::kInk2, 1});
    label.item =
        ItemOf({state.look.of_second ? InsideTarget::Kind::kSecond : InsideTarget::Kind::kFirst,
                static_cast<uint16_t>(order[i]), 0});
    if (!is_struck) continue;
    const float half = TextWidth(Face::kWordMedium, 13, shown) / 2 + 2;
    paint.Line(at_word - Point2{half, 0}, at_word + Point2{half, 0}, 1.8f, {Token::kInk, 1});
  }
  if (!is_narrow) {
    paint.Label({left - 16, bottom + 20}, std::string(words::kInsideStruck), Face::kUi, 12,
                {Token::kInk2, 1}, LabelPlace::kLeft);
  }
}

}  // namespace meander
