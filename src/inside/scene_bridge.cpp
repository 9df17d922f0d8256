// The bridge: two lines of words, a ribbon for every pair, as wide as what the pair adds; and the
// bar in which the pairs add up to the likeness.
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
constexpr float kLeastValue = 0.0025f;  // thinner than half a pixel
constexpr float kGap_px = 1.5f;

// Along the words and across the bridge: sideways on a phone.
struct Deck {
  bool is_narrow;
  float first_px, second_px;  // where ribbons leave and arrive, across
  Point2 Place(float along, float across) const {
    return is_narrow ? Point2{across, along} : Point2{along, across};
  }
};

// Where each word's ribbons begin, side by side in the order of the other sentence.
struct Berths {
  std::vector<float> next_px;  // of each word
  float scale = 0;             // pixels for 1
};

float WidthOf(float value, float scale) { return std::fabs(value) * scale; }

Berths BerthsOf(const std::vector<float>& totals, const std::vector<size_t>& counts,
                const WordRow& row, float scale) {
  Berths berths;
  berths.scale = scale;
  for (size_t i = 0; i < totals.size(); ++i) {
    const float gaps = counts[i] > 0 ? kGap_px * static_cast<float>(counts[i] - 1) : 0;
    berths.next_px.push_back(row.middle_px[i] - (totals[i] * scale + gaps) / 2);
  }
  return berths;
}

bool IsPartOf(const InsideTarget& pointed, uint16_t a, uint16_t b) {
  switch (pointed.kind) {
    case Kind::kFirst:
    case Kind::kCellFirst:
      return pointed.a == a;
    case Kind::kSecond:
    case Kind::kCellSecond:
      return pointed.a == b;
    case Kind::kPair:
      return pointed.a == a && pointed.b == b;
    default:
      return false;
  }
}

bool HasWord(const InsideTarget& pointed, bool second, uint16_t unit) {
  switch (pointed.kind) {
    case Kind::kFirst:
    case Kind::kCellFirst:
      return !second && pointed.a == unit;
    case Kind::kSecond:
    case Kind::kCellSecond:
      return second && pointed.a == unit;
    case Kind::kPair:
      return second ? pointed.b == unit : pointed.a == unit;
    default:
      return false;
  }
}

void DrawWordsOf(const WordRow& row, const std::vector<size_t>& units, bool second,
                 const InsideTarget& pointed, const Deck& deck, float across_px, bool is_ghost,
                 Painter& paint) {
  for (size_t i = 0; i < units.size(); ++i) {
    const Point2 at = deck.Place(row.middle_px[i], across_px);
    const auto unit = static_cast<uint16_t>(units[i]);
    const bool is_hot = HasWord(pointed, second, unit);
    LabelPlace place = LabelPlace::kCentered;
    if (deck.is_narrow) place = second ? LabelPlace::kRight : LabelPlace::kLeft;
    if (row.shown[i].empty()) {
      paint.Box({at - Point2{2, 2}, at + Point2{2, 2}}, {Token::kInk3, 1});
    }
    LabelMark& label = paint.Label(at, row.shown[i], Face::kWordMedium, row.size_px,
                                   {is_ghost ? Token::kInk3 : Token::kInk, 1}, place);
    label.item = ItemOf({second ? Kind::kSecond : Kind::kFirst, unit, 0});
    if (!is_hot) continue;
    const float half = TextWidth(Face::kWordMedium, row.size_px, row.shown[i]) / 2 + 8;
    const float middle = !deck.is_narrow ? at.x : second ? at.x + half - 8 : at.x - half + 8;
    const float rise = row.size_px * 0.78f;
    const Rect box{{middle - half, at.y - rise}, {middle + half, at.y + rise}};
    paint.Box(box, {Token::kRaised, 1});
    paint.Outline(box, 8, 1.7f, {Token::kInk, 1});
  }
}

}  // namespace

void DrawSumBar(const ShownMatrix& matrix, const InsideTarget& pointed, Painter& paint, Rect area) {
  const std::vector<WeighedPair> pairs = PairsByWeight(matrix);
  const float marks = MarksShare(matrix);
  float plus = std::max(marks, 0.f), minus = std::max(-marks, 0.f);
  for (const WeighedPair& pair : pairs) (pair.value > 0 ? plus : minus) += std::fabs(pair.value);
  if (plus + minus <= 0) return;
  // Where more pulls apart than together the sum lies below nothing, and the bar begins farther in.
  const float below = std::max(minus - plus, 0.f);
  const float scale = area.width() / std::max(plus + below, matrix.cosine);
  const float top = area.low.y;
  float x = area.low.x + below * scale;
  const auto segment = [&](float value, Paint ink, uint32_t item) {
    const float width = value * scale;
    const float gap = width > 3 ? 1.2f : 0;
    if (width >= 0.4f) {
      paint.Box({{x, top}, {x + width - gap, top + 9}}, ink).item = item;
    }
    x += width;
  };
  for (const WeighedPair& pair : pairs) {
    if (pair.value <= 0) continue;
    const bool is_hot = IsPartOf(pointed, pair.a, pair.b);
    const float strength = std::min(pair.value / std::max(pairs.front().value, 0.01f), 1.f);
    segment(pair.value, {Token::kPlus, is_hot ? 1 : 0.42f + 0.42f * strength},
            ItemOf({Kind::kPair, pair.a, pair.b}));
  }
  if (marks > 0) segment(marks, {Token::kInk3, 0.45f}, kNoItem);
  // What pulls apart is taken off again from the end.
  float back = x;
  for (const WeighedPair& pair : pairs) {
    if (pair.value >= 0) continue;
    const float width = -pair.value * scale;
    if (width >= 0.4f) {
      paint
          .Box({{back - width, top + 12}, {back - (width > 3 ? 1.2f : 0), top + 19}},
               {Token::kMinus, IsPartOf(pointed, pair.a, pair.b) ? 1 : 0.8f}, true)
          .item = ItemOf({Kind::kPair, pair.a, pair.b});
    }
    back -= width;
  }
  if (marks < 0) {
    paint.Box({{back + marks * scale, top + 12}, {back, top + 19}}, {Token::kInk3, 0.45f});
    back += marks * scale;
  }
  paint.Line({back, top - 4}, {back, top + 23}, 2.2f, {Token::kAccent, 1});
}

void DrawBridge(const InsideState& state, Painter& paint, Rect area) {
  const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
  const bool is_narrow = paint.frame.is_narrow();
  if (!matrix) return;
  const std::vector<size_t> units_a = WordsIn(matrix->a), units_b = WordsIn(matrix->b);
  if (units_a.empty() || units_b.empty()) return;
  const std::vector<std::string> names_a = NamesOf(state.a, matrix->a),
                                 names_b = NamesOf(state.b, matrix->b);
  constexpr float kFoot_px = 62;  // the sum bar and its sentence
  const float bottom = area.high.y - kFoot_px;
  WordRow first, second;
  Deck deck{is_narrow, 0, 0};
  float across_a = 0, across_b = 0;
  if (is_narrow) {
    const auto rows = [&](const std::vector<std::string>& names) {
      WordRow row;
      const float most = static_cast<float>(std::max(names_a.size(), names_b.size()));
      const float pitch = std::min((bottom - area.low.y - 6) / most, 42.f);
      row.size_px = std::clamp(pitch * 0.55f, 8.f, 19.f);
      for (size_t i = 0; i < names.size(); ++i) {
        row.middle_px.push_back(area.low.y + 6 + pitch * (static_cast<float>(i) + 0.5f));
        row.half_px.push_back(pitch / 2 - 1);
        row.shown.push_back(FitText(Face::kWordMedium, row.size_px, names[i], 96));
      }
      return row;
    };
    first = rows(names_a);
    second = rows(names_b);
    const auto widest = [&](const WordRow& row) {
      float most = 0;
      for (const std::string& word : row.shown) {
        most = std::max(most, TextWidth(Face::kWordMedium, row.size_px, word));
      }
      return most;
    };
    across_a = area.low.x + widest(first);
    across_b = area.high.x - widest(second);
    deck.first_px = across_a + 11;
    deck.second_px = across_b - 11;
  } else {
    first = RowOf(names_a, area.low.x + 16, area.high.x - 16, 23, 12);
    second = RowOf(names_b, area.low.x + 16, area.high.x - 16, 23, 12);
    across_a = area.low.y + 25;
    across_b = bottom - 22;
    deck.first_px = across_a + 25;
    deck.second_px = across_b - 25;
  }
  // One scale for all: no word's ribbons may crowd the next word's.
  std::vector<float> totals_a(units_a.size()), totals_b(units_b.size());
  std::vector<size_t> counts_a(units_a.size()), counts_b(units_b.size());
  float heaviest = 0.02f;
  for (size_t i = 0; i < units_a.size(); ++i) {
    for (size_t j = 0; j < units_b.size(); ++j) {
      const float value = std::fabs(matrix->At(units_a[i], units_b[j]));
      if (value < kLeastValue) continue;
      heaviest = std::max(heaviest, value);
      totals_a[i] += value;
      totals_b[j] += value;
      ++counts_a[i];
      ++counts_b[j];
    }
  }
  const float most = std::max(std::ranges::max(totals_a), std::ranges::max(totals_b));
  const float room = is_narrow ? 2 * first.half_px[0] + 1
                               : (area.width() - 40) /
                                     static_cast<float>(std::max(units_a.size(), units_b.size()));
  const float scale = most > 0 ? std::min(is_narrow ? 118.f : 205.f, 0.94f * room / most) : 0;
  Berths from = BerthsOf(totals_a, counts_a, first, scale),
         to = BerthsOf(totals_b, counts_b, second, scale);
  const InsideTarget pointed = state.pointed();
  struct Drawn {
    Point2 from, to;
    float width;
    WeighedPair pair;
    bool is_hot;
  };
  std::vector<Drawn> drawn;
  // What arrives at a word stands in the first sentence's order.
  std::vector<std::vector<float>> arrives(units_a.size(), std::vector<float>(units_b.size()));
  for (size_t j = 0; j < units_b.size(); ++j) {
    for (size_t i = 0; i < units_a.size(); ++i) {
      const float value = matrix->At(units_a[i], units_b[j]);
      if (std::fabs(value) < kLeastValue) continue;
      const float width = WidthOf(value, scale);
      arrives[i][j] = to.next_px[j] + width / 2;
      to.next_px[j] += width + kGap_px;
    }
  }
  bool has_hot = false;
  for (size_t i = 0; i < units_a.size(); ++i) {
    for (size_t j = 0; j < units_b.size(); ++j) {
      const float value = matrix->At(units_a[i], units_b[j]);
      if (std::fabs(value) < kLeastValue) continue;
      const float width = WidthOf(value, scale);
      const WeighedPair pair{static_cast<uint16_t>(units_a[i]), static_cast<uint16_t>(units_b[j]),
                             value};
      const bool is_hot = IsPartOf(pointed, pair.a, pair.b);
      has_hot |= is_hot;
      drawn.push_back({deck.Place(from.next_px[i] + width / 2, deck.first_px),
                       deck.Place(arrives[i][j], deck.second_px), std::max(width, 0.8f), pair,
                       is_hot});
      from.next_px[i] += width + kGap_px;
    }
  }
  // Heavy ones over light ones, what is pointed at over all.
  std::ranges::stable_sort(drawn, {}, [](const Drawn& one) {
    return std::fabs(one.pair.value) + (one.is_hot ? 100 : 0);
  });
  const bool is_ghost = state.look.ghost;
  for (const Drawn& one : drawn) {
    const float strength = std::fabs(one.pair.value) / heaviest;
    Paint ink = PaintOf(one.pair.value, one.is_hot ? 1 : 0.26f + 0.52f * std::sqrt(strength));
    if (is_ghost) ink.token = Token::kInk3;
    if (has_hot && !one.is_hot) ink.opacity *= 0.32f;
    const bool is_minus = one.pair.value < 0;
    const uint32_t item = ItemOf({Kind::kPair, one.pair.a, one.pair.b});
    if (one.is_hot && pointed.kind == Kind::kPair && !is_minus) {
      paint.Ribbon(one.from, one.to, one.width + 2.6f, {Token::kInk, 1}, is_narrow, false);
    }
    paint.Ribbon(one.from, one.to, one.width, ink, is_narrow, is_minus).item = item;
  }
  DrawWordsOf(first, units_a, false, pointed, deck, across_a, is_ghost, paint);
  DrawWordsOf(second, units_b, true, pointed, deck, across_b, is_ghost, paint);
  if (pointed.kind == Kind::kPair && pointed.a < matrix->a.size() && pointed.b < matrix->b.size()) {
    for (const Drawn& one : drawn) {
      if (one.pair.a != pointed.a || one.pair.b != pointed.b) continue;
      const std::string name =
          Fill(words::kInsidePair, {{"first", Said(WordsOfUnit(state.a, matrix->a[pointed.a]))},
                                    {"second", Said(WordsOfUnit(state.b, matrix->b[pointed.b]))}});
      paint.Pill((one.from + one.to) * 0.5f, name + " " + Signed(one.pair.value));
    }
  }
  const Rect bar{{area.low.x + (is_narrow ? 0 : 16), bottom + 14},
                 {area.high.x - (is_narrow ? 0 : 16), bottom + 34}};
  DrawSumBar(*matrix, pointed, paint, bar);
  const float gap = matrix->cosine - matrix->sum;
  const std::string adds =
      Fill(std::fabs(gap) < 0.0005f ? words::kInsideSumExact : words::kInsideSum,
           {{"sum", Plainly(matrix->sum, 3)}, {"gap", Decimals(std::fabs(gap), 3)}});
  paint.Label({bar.low.x, bottom + 49}, adds, Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kRight);
  // The grey end of the bar is said where it is.
  const float marks = MarksShare(*matrix);
  if (std::fabs(marks) < 0.005f) return;
  paint.Label({bar.high.x, bottom + 49}, Fill(words::kInsideSumMarks, {{"value", Signed(marks)}}),
              Face::kUi, 12, {Token::kInk3, 1}, LabelPlace::kLeft);
}

}  // namespace meander
