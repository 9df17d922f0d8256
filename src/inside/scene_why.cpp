// Why this one: between a sentence it is near to and another, what each word pulls to which.
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

// A on the left, B on the right, the sentence between them by how alike it is to either.
void DrawBetween(Painter& paint, Rect area, float to_a, float to_b) {
  const float left = area.low.x + 16, right = area.high.x - 16, y = area.low.y + 36;
  const bool is_nearer_a = to_a >= to_b;
  // The two sentences stand above, in their fields.
  const auto end = [&](bool second) {
    const bool is_near = second != is_nearer_a;
    paint.Label({second ? area.high.x : area.low.x, area.low.y + 10},
                std::string(second ? "B  " : "A  ") +
                    std::string(is_near ? words::kWhyNearer : words::kWhyFurther),
                Face::kUi, 12.5f, {Token::kInk2, 1},
                second ? LabelPlace::kLeft : LabelPlace::kRight);
  };
  end(false);
  end(true);
  paint.Line({left, y}, {right, y}, 1.6f, {Token::kInk3, 1});
  const float away = std::max(1 - to_a, 0.001f) + std::max(1 - to_b, 0.001f);
  const float share = std::clamp(std::max(1 - to_a, 0.001f) / away, 0.06f, 0.94f);
  const float mine = left + (right - left) * share;
  const float near_x = is_nearer_a ? left : right;
  paint.Line({near_x, y}, {mine, y}, 3.4f, {Token::kAccent, 1});
  paint.Disc({left, y}, DiscKind::kDot, 7, {Token::kInk, 1});
  paint.Disc({right, y}, DiscKind::kSelected, 7, {Token::kInk, 1});
  paint.Disc({mine, y}, DiscKind::kCurrent, 10, {Token::kAccent, 1});
  paint.Label({(left + mine) / 2, y - 13}, TwoDecimals(to_a), Face::kUiBold, 12.5f,
              {Token::kInk, 1});
  paint.Label({(right + mine) / 2, y - 13}, TwoDecimals(to_b), Face::kUiBold, 12.5f,
              {Token::kInk, 1});
  const bool is_left = share > 0.6f;
  paint.Label({mine + (is_left ? -8.f : 8.f), y + 22}, std::string(words::kWhyMine),
              Face::kRegionItalic, 14, {Token::kInk2, 1},
              is_left ? LabelPlace::kLeft : LabelPlace::kRight);
}

}  // namespace

void DrawWhy(const InsideState& state, Painter& paint, Rect area) {
  const auto* a = AnswerTo<InsideEditAnswer>(state, EditWish(state, false));
  const auto* b = AnswerTo<InsideEditAnswer>(state, EditWish(state, true));
  if (a != nullptr && b != nullptr) DrawBetween(paint, area, a->before, b->before);
  const auto* why = WhyAnswer(state);
  if (why == nullptr) return;
  const std::vector<size_t> units = WordsIn(why->units);
  const std::vector<std::string> names = NamesOf(state.a, why->units);
  const bool is_narrow = paint.frame.is_narrow();
  const WordRow row = RowOf(names, area.low.x + 16, area.high.x - 16, is_narrow ? 17.f : 22.f, 10);
  const float words_y = area.low.y + 92;
  const float zero = area.low.y + 92 + (area.height() - 92 - 40) * (is_narrow ? 0.56f : 0.68f);
  float most = 0.02f;
  for (const size_t unit : units) most = std::max(most, std::fabs(why->weights[unit]));
  const float scale = std::min((zero - words_y - 34) / most, 400.f);
  const float half = is_narrow ? 10 : 17;
  paint.Line({area.low.x, zero}, {area.high.x, zero}, 1, {Token::kEdge, 1});
  if (!is_narrow) {
    paint.Label({area.low.x, zero - 12}, std::string(words::kWhyPullsA), Face::kRegionItalic, 13,
                {Token::kPlus, 1}, LabelPlace::kRight);
    paint.Label({area.low.x, zero + 13}, std::string(words::kWhyPullsB), Face::kRegionItalic, 13,
                {Token::kMinus, 1}, LabelPlace::kRight);
  }
  for (size_t i = 0; i < units.size(); ++i) {
    const auto unit = static_cast<uint16_t>(units[i]);
    const float value = why->weights[units[i]], x = row.middle_px[i];
    const bool is_hot = state.pointed().kind == Kind::kFirst && state.pointed().a == unit;
    const uint32_t item = ItemOf({Kind::kFirst, unit, 0});
    if (is_hot) {
      const float reach = row.half_px[i] + 8, rise = row.size_px * 0.78f;
      const Rect chip{{x - reach, words_y - rise}, {x + reach, words_y + rise}};
      paint.Box(chip, {Token::kRaised, 1});
      paint.Outline(chip, 8, 1.7f, {Token::kInk, 1});
    }
    paint.Label({x, words_y}, row.shown[i], Face::kWordMedium, row.size_px, {Token::kInk, 1}).item =
        item;
    const Paint ink = state.look.ghost ? Paint{Token::kInk3, 0.75f} : PaintOf(value, 1);
    const float height = std::max(std::fabs(value) * scale, 1.f);
    const Rect bar = value >= 0 ? Rect{{x - half, zero - height}, {x + half, zero}}
                                : Rect{{x - half, zero}, {x + half, zero + height}};
    paint.Box(bar, ink, value < 0).item = item;
    if (std::fabs(value) < 0.015f && !is_hot) continue;
    paint.Label({x, value >= 0 ? zero - height - 9 : zero + height + 9}, Signed(value),
                is_hot ? Face::kUiBold : Face::kUi, 11.5f, {Token::kInk2, 1});
  }
  const float gap = std::fabs(why->value - why->base - why->sum);
  paint.Paragraph(
      {area.low.x, area.high.y - (is_narrow ? 30.f : 14.f)},
      Fill(words::kWhyWordsSum,
           {{"sum", Plainly(why->sum)}, {"value", Plainly(why->value)}, {"gap", Decimals(gap, 3)}}),
      Face::kUi, 12, 16, area.width(), {Token::kInk2, 1});
}

}  // namespace meander
