// What if a word were struck or changed: what the bars forecast, what really happens, and how well
// such forecasts do for every word of the sentence.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/idea_places.h"
#include "inside/scene.h"
#include "inside/scene_map.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;

// A line with the likeness before (filled) and after (ring).
void DrawMove(Painter& paint, Rect area, std::string_view name, float before, float after,
              float low, float high) {
  const float left = area.low.x + 52, right = area.high.x - 40, y = (area.low.y + area.high.y) / 2;
  const auto at = [&](float value) {
    return left + (right - left) * std::clamp((value - low) / (high - low), 0.f, 1.f);
  };
  paint.Label({area.low.x, y}, std::string(name), Face::kUi, 13, {Token::kInk, 1},
              LabelPlace::kRight);
  paint.Line({left, y}, {right, y}, 1, {Token::kRule, 1});
  paint.Line({at(before), y}, {at(after), y}, 3, {Token::kInk, 1});
  paint.Disc({at(before), y}, DiscKind::kDot, 5.5f, {Token::kInk, 1});
  paint.Disc({at(after), y}, DiscKind::kSelected, 6, {Token::kInk, 1});
  const bool falls = after < before;
  paint.Label({at(before) + (falls ? 11.f : -11.f), y}, TwoDecimals(before), Face::kUi, 12,
              {Token::kInk2, 1}, falls ? LabelPlace::kRight : LabelPlace::kLeft);
  paint.Label({at(after) + (falls ? -11.f : 11.f), y}, TwoDecimals(after), Face::kUiBold, 12,
              {Token::kInk, 1}, falls ? LabelPlace::kLeft : LabelPlace::kRight);
}

// Forecast against truth, a dot a word; the diagonal is a perfect forecast.
void DrawCard(const InsideState& state, Painter& paint, Rect box, const InsideWordAnswer& forecast,
              const InsideWordAnswer& truth, const std::vector<size_t>& struck) {
  float most = 0.02f;
  const std::vector<size_t> units = WordsIn(truth.units);
  for (const size_t unit : units) {
    most = std::max({most, std::fabs(truth.weights[unit]), std::fabs(forecast.weights[unit])});
  }
  most *= 1.15f;
  const Point2 middle = (box.low + box.high) * 0.5f;
  const float half = std::min(box.width(), box.height()) / 2;
  const auto at = [&](float x, float y) {
    return Point2{middle.x + half * x / most, middle.y - half * y / most};
  };
  paint.Box(box, {Token::kLand1, 1});
  StrokeMark& diagonal = paint.Line(at(-most, -most), at(most, most), 1.2f, {Token::kInk3, 1});
  diagonal.dash_px = 4;
  diagonal.gap_px = 4;
  paint.Line(at(-most, 0), at(most, 0), 0.8f, {Token::kRule, 1});
  paint.Line(at(0, -most), at(0, most), 0.8f, {Token::kRule, 1});
  const std::vector<std::string> names = NamesOf(state.a, truth.units);
  std::vector<Rect> taken;
  for (size_t i = 0; i < units.size(); ++i) {
    // Struck, the word takes its share away: the change is less what it had brought.
    const float x = -forecast.weights[units[i]], y = -truth.weights[units[i]];
    const bool is_struck = std::ranges::find(struck, units[i]) != struck.end();
    if (is_struck) paint.Line(at(x, y), at(x, x), 1.6f, {Token::kAccent, 1});
    paint
        .Disc(at(x, y), DiscKind::kDot, is_struck ? 5.5f : 4,
              {is_struck ? Token::kAccent : Token::kInk2, 1})
        .item = ItemOf({Kind::kFirst, static_cast<uint16_t>(units[i]), 0});
    const Point2 place = at(x, y) + Point2{8, 0};
    const float width = TextWidth(Face::kUi, 11, names[i]);
    const Rect name{place - Point2{0, 8}, place + Point2{width, 8}};
    const bool is_free =
        name.high.x < box.high.x &&
        std::ranges::none_of(taken, [&](const Rect& r) { return r.Overlaps(name); });
    if (!is_free && !is_struck) continue;
    taken.push_back(name);
    paint
        .Label(place, names[i], is_struck ? Face::kUiBold : Face::kUi, 11, {Token::kInk2, 1},
               name.high.x < box.high.x ? LabelPlace::kRight : LabelPlace::kLeft)
        .halo_px = 2;
  }
  paint.Label({box.low.x + 6, box.low.y + 11}, std::string(words::kWhatIfTrue), Face::kUi, 11,
              {Token::kInk2, 1}, LabelPlace::kRight);
  paint.Label({box.high.x - 4, box.high.y - 10}, std::string(words::kWhatIfForecast), Face::kUi, 11,
              {Token::kInk2, 1}, LabelPlace::kLeft);
}

}  // namespace

void DrawWhatIf(const InsideState& state, Painter& paint, Rect area) {
  const bool is_narrow = paint.frame.is_narrow();
  const auto* why = WhyAnswer(state);
  const auto* truth = WhyTruth(state);
  const auto* a = AnswerTo<InsideEditAnswer>(state, EditWish(state, false));
  const auto* b = AnswerTo<InsideEditAnswer>(state, EditWish(state, true));
  paint.Line({area.low.x, area.low.y}, {area.high.x, area.low.y}, 1, {Token::kRule, 1});
  paint.Label({area.low.x, area.low.y + 20}, std::string(words::kWhatIfTitle), Face::kUiBold, 13,
              {Token::kInk, 1}, LabelPlace::kRight);
  const float card =
      is_narrow ? std::min((area.width() - 14) / 2, 170.f) : std::min(area.height() - 62, 166.f);
  // A small figure has room for the card alone.
  const bool is_small = !is_narrow && area.width() < 640;
  const bool has_map = state.map && PlacesOf(state).after != nullptr && !is_small;
  const float map_width = has_map && !is_narrow ? 146.f : 0.f;
  const float card_right = area.high.x - (map_width > 0 ? map_width + 26 : 0);
  const float right = is_narrow ? area.high.x : card_right - card - (map_width > 0 ? 30 : 40);
  const float hint = area.low.x + 52;
  if (is_narrow || hint + TextWidth(Face::kUi, 12, words::kWhatIfHow) < right) {
    paint.Label({hint, area.low.y + 20}, std::string(words::kWhatIfHow), Face::kUi, 12,
                {Token::kInk2, 1}, LabelPlace::kRight);
  }
  if (why == nullptr) return;
  const std::vector<size_t> units = WordsIn(why->units), struck = StruckUnits(state, why->units);
  const std::vector<std::string> names = NamesOf(state.a, why->units);
  const WordRow row = RowOf(names, area.low.x, right, 20, 10);
  const float y = area.low.y + 52;
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_struck = std::ranges::find(struck, units[i]) != struck.end();
    paint
        .Label({row.middle_px[i], y}, row.shown[i], Face::kWordMedium, row.size_px,
               {is_struck ? Token::kInk3 : Token::kInk, 1})
        .item = ItemOf({Kind::kStrike, static_cast<uint16_t>(units[i]), 0});
    if (is_struck) {
      paint.Line({row.middle_px[i] - row.half_px[i] - 2, y},
                 {row.middle_px[i] + row.half_px[i] + 2, y}, 2.2f, {Token::kInk, 1});
    }
  }
  const bool is_edited = !state.edited.empty();
  if (a != nullptr && b != nullptr) {
    const float least = std::min({a->before, a->after, b->before, b->after}) - 0.05f,
                most = std::max({a->before, a->after, b->before, b->after}) + 0.05f;
    DrawMove(paint, {{area.low.x, y + 26}, {right, y + 50}}, words::kWhatIfToA, a->before, a->after,
             least, most);
    DrawMove(paint, {{area.low.x, y + 54}, {right, y + 78}}, words::kWhatIfToB, b->before, b->after,
             least, most);
    if (is_edited) {
      // Forecast: what the struck words had brought is gone.
      float forecast = 0;
      for (const size_t unit : struck) forecast -= why->weights[unit];
      const float truly = (a->after - b->after) - (a->before - b->before);
      const float reach = std::max({std::fabs(forecast), std::fabs(truly), 0.02f});
      const float zero = area.low.x + 150 + (right - area.low.x - 210) / 2;
      const float scale = (right - area.low.x - 210) / 2 / reach;
      const auto bar = [&](float top, std::string_view name, float value, bool is_outline) {
        paint.Label({area.low.x, top + 8}, std::string(name), Face::kUi, 13, {Token::kInk, 1},
                    LabelPlace::kRight);
        const float end = zero + value * scale;
        const Rect box{{std::min(zero, end), top}, {std::max(zero, end), top + 15}};
        if (is_outline) {
          paint.Outline(box, 1, 1.6f, PaintOf(value, 1));
        } else {
          paint.Box(box, PaintOf(value, 1), value < 0);
        }
        paint.Label({std::max(zero, end) + 8, top + 8}, Signed(value),
                    is_outline ? Face::kUi : Face::kUiBold, 12.5f, {Token::kInk, 1},
                    LabelPlace::kRight);
      };
      const float top = y + 94;
      paint.Line({zero, top - 4}, {zero, top + 46}, 1, {Token::kEdge, 1});
      if (!struck.empty()) bar(top, words::kWhatIfForecasts, forecast, true);
      bar(top + 26, words::kWhatIfReally, truly, false);
      paint.Label({area.low.x, top + 62}, WhatIfSentence(state), Face::kRegionItalic, 13.5f,
                  {Token::kInk2, 1}, LabelPlace::kRight);
    }
  }
  if (truth == nullptr || truth->weights.size() != why->weights.size()) return;
  const Point2 corner =
      is_narrow ? Point2{area.low.x, y + 200} : Point2{card_right - card, area.low.y + 34};
  const Rect box{corner, corner + Point2{card, card}};
  if (box.high.y + 22 > area.high.y) return;
  paint.Label({box.low.x, box.low.y - 14}, std::string(words::kWhatIfCard), Face::kUiBold, 13,
              {Token::kInk, 1}, LabelPlace::kRight);
  DrawCard(state, paint, box, *why, *truth, struck);
  const Forecasts found = ForecastsOf(*why, *truth);
  paint.Label({box.low.x, box.high.y + 14},
              Fill(words::kWhatIfRight,
                   {{"right", std::to_string(found.right)}, {"all", std::to_string(found.all)}}),
              Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kRight);
  if (!has_map) return;
  const Point2 map_corner = is_narrow ? Point2{area.high.x - card, y + 200}
                                      : Point2{area.high.x - map_width, area.low.y + 34};
  const Point2 map_size = is_narrow ? Point2{card, card} : Point2{map_width, card};
  DrawEditMap(state, paint, {map_corner, map_corner + map_size});
}

}  // namespace meander
