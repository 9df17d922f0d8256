// One sentence as a signed strip, four ways of weighing one under the other; on a phone one way at
// a time, words running down.
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

using Kind = InsideTarget::Kind;

// ".20": bars carry a bare number, as in the design.
std::string Bare(float value) {
  std::string text = Plainly(value);
  const size_t zero = text.find("0.");
  if (zero != std::string::npos && (zero == 0 || text[zero - 1] < '0')) text.erase(zero, 1);
  return text;
}

const InsideWordAnswer* AnyAnswer(const InsideState& state) {
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    if (const auto* answer = WordAnswer(state, row)) return answer;
  }
  return nullptr;
}

bool IsHot(const InsideTarget& pointed, bool of_second, uint16_t unit) {
  const Kind kind = of_second ? Kind::kSecond : Kind::kFirst;
  return (pointed.kind == kind ||
          pointed.kind == (of_second ? Kind::kCellSecond : Kind::kCellFirst))
             ? pointed.a == unit
             : pointed.kind == Kind::kPair && (of_second ? pointed.b : pointed.a) == unit;
}

Paint InkOf(const InsideState& state, float value) {
  return state.look.ghost ? Paint{Token::kInk3, 0.75f} : PaintOf(value, 1);
}

// A bar up or down from the zero line, its number where it is worth reading.
void AddBar(const InsideState& state, Painter& paint, Point2 zero, float value, float height,
            bool is_hot, uint32_t item) {
  const float half = 14;
  const float size = std::fabs(height);
  if (size < 0.6f) {
    paint.Box({{zero.x - half, zero.y - 1}, {zero.x + half, zero.y}}, InkOf(state, value)).item =
        item;
  } else if (value >= 0) {
    paint.Box({{zero.x - half, zero.y - size}, {zero.x + half, zero.y}}, InkOf(state, value)).item =
        item;
  } else {
    paint.Box({{zero.x - half, zero.y}, {zero.x + half, zero.y + size}}, InkOf(state, value), true)
        .item = item;
  }
  if (std::fabs(value) < 0.045f && !is_hot) return;
  const float y = value >= 0 ? zero.y - size - 8 : zero.y + size + 9;
  paint.Label({zero.x, y}, Bare(value), is_hot ? Face::kUiBold : Face::kUi, 11, {Token::kInk2, 1});
}

float LargestWeight(const InsideState& state) {
  float most = 0.02f;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    if (const auto* answer = WordAnswer(state, row)) {
      for (const float weight : WordWeightsOf(*answer)) most = std::max(most, std::fabs(weight));
    }
  }
  return most;
}

// All ways where there is room; in a small figure fewer, the one that leads always among them.
std::vector<size_t> RowsThatFit(const InsideState& state, float height_px) {
  constexpr float kLeast_px = 66;
  const size_t all = state.look.methods.size();
  const auto fit = static_cast<size_t>(std::max(height_px / kLeast_px, 1.f));
  std::vector<size_t> rows;
  for (size_t row = 0; row < std::min(fit, all); ++row) rows.push_back(row);
  if (state.look.leader >= rows.size()) rows.back() = state.look.leader;
  return rows;
}

void DrawTurned(const InsideState& state, Painter& paint, Rect area) {
  const InsideWordAnswer* answer = LeadAnswer(state);
  if (answer == nullptr) return;
  const bool of_second = state.look.of_second;
  const std::vector<size_t> units = WordsIn(answer->units);
  const std::vector<std::string> names = NamesOf(of_second ? state.b : state.a, answer->units);
  const float pitch =
      std::min((area.height() - 30) / std::max(static_cast<float>(units.size()), 1.f), 42.f);
  const float size = std::clamp(pitch * 0.55f, 9.f, 19.f);
  float widest = 0, most = 0.02f, least = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    widest = std::max(widest, TextWidth(Face::kWordMedium, size, names[i]));
    most = std::max(most, answer->weights[units[i]]);
    least = std::min(least, answer->weights[units[i]]);
  }
  widest = std::min(widest, 120.f);
  const float left = area.low.x + widest + 14, room = area.high.x - left - 44;
  const float scale = room / (most - least), zero = left - least * scale;
  paint.Line({zero, area.low.y + 4}, {zero, area.low.y + pitch * static_cast<float>(units.size())},
             1, {Token::kEdge, 1});
  for (size_t i = 0; i < units.size(); ++i) {
    const auto unit = static_cast<uint16_t>(units[i]);
    const float y = area.low.y + pitch * (static_cast<float>(i) + 0.5f);
    const float value = answer->weights[units[i]];
    const bool is_hot = IsHot(state.pointed(), of_second, unit);
    const uint32_t item = ItemOf({of_second ? Kind::kSecond : Kind::kFirst, unit, 0});
    if (is_hot) {
      paint.Box({{area.low.x - 6, y - pitch / 2}, {area.high.x + 6, y + pitch / 2}},
                {Token::kAccentSoft, 1});
    }
    paint
        .Label({area.low.x + widest, y}, FitText(Face::kWordMedium, size, names[i], widest + 1),
               Face::kWordMedium, size, {Token::kInk, 1}, LabelPlace::kLeft)
        .item = item;
    const float end = zero + value * scale, thick = std::min(pitch * 0.28f, 9.f);
    paint
        .Box({{std::min(zero, end), y - thick}, {std::max(zero, end), y + thick}},
             InkOf(state, value), value < 0)
        .item = item;
    paint.Label({std::max(zero, end) + 6, y}, Bare(value), Face::kUi, 11, {Token::kInk2, 1},
                LabelPlace::kRight);
  }
  paint.Label({area.low.x, area.high.y - 12},
              Fill(words::kInsideWordsSum,
                   {{"name", std::string(MethodName(state.look.methods[state.look.leader]))},
                    {"sum", Plainly(answer->sum)},
                    {"value", TwoDecimals(answer->value)}}),
              Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kRight);
}

}  // namespace

void DrawWords(const InsideState& state, Painter& paint, Rect area) {
  if (paint.frame.is_narrow()) return DrawTurned(state, paint, area);
  const InsideWordAnswer* any = AnyAnswer(state);
  if (any == nullptr) return;
  const bool of_second = state.look.of_second;
  const std::vector<size_t> units = WordsIn(any->units);
  const std::vector<std::string> names = NamesOf(of_second ? state.b : state.a, any->units);
  const float label_px = 144, sum_px = 66;
  const float left = area.low.x + label_px, right = area.high.x - sum_px;
  const auto count = static_cast<float>(std::max<size_t>(units.size(), 1));
  const float slot = std::min((right - left) / count, 74.f);
  const float head = area.low.y + 26, first_row = area.low.y + 48;
  const std::vector<size_t> rows = RowsThatFit(state, area.high.y - 8 - first_row);
  const float pitch = (area.high.y - 8 - first_row) / static_cast<float>(rows.size());
  const float zero_at = pitch * 0.68f;
  const float scale = pitch * 0.44f / LargestWeight(state);
  const InsideTarget pointed = state.pointed();
  const auto column = [&](size_t i) { return left + slot * (static_cast<float>(i) + 0.5f); };

  paint.Paragraph(
      {area.low.x, head - 7},
      Fill(words::kInsideLikenessWith,
           {{"which", std::string(of_second ? words::kInsideTheFirst : words::kInsideTheSecond)}}),
      Face::kUi, 12, 15, label_px - 24, {Token::kInk2, 1});
  paint.Label({area.high.x, head}, std::string(words::kInsideAddsUp), Face::kUi, 12,
              {Token::kInk2, 1}, LabelPlace::kLeft);
  float word_px = 19.5f;
  for (const std::string& name : names) {
    while (word_px > 11 && TextWidth(Face::kWordMedium, word_px, name) > slot - 6) word_px -= 0.5f;
  }
  for (size_t i = 0; i < units.size(); ++i) {
    const auto unit = static_cast<uint16_t>(units[i]);
    const bool is_hot = IsHot(pointed, of_second, unit);
    const float x = column(i);
    if (is_hot) {
      paint.Box({{x - slot / 2 + 3, area.low.y + 4}, {x + slot / 2 - 3, area.high.y - 6}},
                {Token::kAccentSoft, 1});
      const float half = std::min(TextWidth(Face::kWordMedium, word_px, names[i]) / 2 + 9, slot);
      const Rect chip{{x - half, head - 16}, {x + half, head + 16}};
      paint.Box(chip, {Token::kRaised, 1});
      paint.Outline(chip, 8, 1.7f, {Token::kInk, 1});
    }
    const std::string shown =
        is_hot ? names[i] : FitText(Face::kWordMedium, word_px, names[i], slot - 4);
    paint.Label({x, head}, shown, Face::kWordMedium, word_px, {Token::kInk, 1}).item =
        ItemOf({of_second ? Kind::kSecond : Kind::kFirst, unit, 0});
  }
  for (size_t place = 0; place < rows.size(); ++place) {
    const size_t row = rows[place];
    const float top = first_row + pitch * static_cast<float>(place), zero = top + zero_at;
    const bool leads = row == state.look.leader;
    const InsideWordMethod method = state.look.methods[row];
    paint.Sign({area.low.x + 6, zero - 16}, row, 5, leads);
    paint.Label({area.low.x + 20, zero - 16}, std::string(MethodName(method)), Face::kUiBold, 13.5f,
                {Token::kInk, 1}, LabelPlace::kRight);
    const InsideWordAnswer* tried = WordAnswer(state, row);
    const bool is_lost = tried != nullptr && !tried->chance.empty() &&
                         Survival(tried->curve) >= Survival(tried->chance);
    paint.Label({area.low.x, zero + 3},
                std::string(is_lost ? words::kInsideNoBetter : MethodNote(method)), Face::kUi, 12,
                {is_lost ? Token::kMinus : Token::kInk2, 1}, LabelPlace::kRight);
    paint.Line({left, zero}, {left + slot * count, zero}, 1, {Token::kEdge, 1});
    if (place + 1 < rows.size()) {
      paint.Line({area.low.x, top + pitch - 4}, {area.high.x, top + pitch - 4}, 1,
                 {Token::kRule, 1});
    }
    const InsideWordAnswer* answer = WordAnswer(state, row);
    if (answer == nullptr) {
      const InsideKnown* known = KnownOf(state, WordWish(state, row, state.look.ghost));
      const bool is_asked =
          state.asked == WriteInsideQuestion(WordWish(state, row, state.look.ghost)) &&
          state.request != 0 && state.progress.readings_in_all > 0;
      const std::string wait = known != nullptr && !known->problem.empty() ? known->problem
                               : is_asked
                                   ? Fill(words::kInsideCounting,
                                          {{"done", std::to_string(state.progress.readings_done)},
                                           {"all", std::to_string(state.progress.readings_in_all)}})
                                   : Waiting(state);
      paint.Label({left + 6, zero - 14}, wait, Face::kUi, 12, {Token::kInk3, 1},
                  LabelPlace::kRight);
      continue;
    }
    for (size_t i = 0; i < units.size() && units[i] < answer->weights.size(); ++i) {
      const auto unit = static_cast<uint16_t>(units[i]);
      const float value = answer->weights[units[i]];
      AddBar(state, paint, {column(i), zero}, value, value * scale, IsHot(pointed, of_second, unit),
             ItemOf({of_second ? Kind::kSecond : Kind::kFirst, unit, 0}));
    }
    if (method == InsideWordMethod::kRollout) continue;  // adds up to nothing that is meant
    paint.Label({area.high.x, zero - 14}, Plainly(answer->sum), Face::kUiBold, 13.5f,
                {Token::kInk, 1}, LabelPlace::kLeft);
    const float gap = std::fabs(answer->value - answer->base - answer->sum);
    paint.Label({area.high.x, zero + 4},
                gap < 0.005f && std::fabs(answer->base) < 0.005f
                    ? std::string(words::kInsideExactly)
                    : Fill(words::kInsideOf, {{"value", TwoDecimals(answer->value)}}),
                Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kLeft);
  }
}

}  // namespace meander
