// A cell as {concept: bar}: its strongest neurons, each with what fires it most.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/scene.h"
#include "inside/wishes.h"

namespace meander {
namespace {

// A context on one line, its firing word at one place for all of them.
void DrawContext(Painter& paint, const InsideContext& context, float middle, float y, float left,
                 float right, float tint) {
  if (context.end > context.text.size() || context.begin > context.end) return;
  constexpr float kSize = 14.5f;
  const std::string_view all = context.text;
  const std::string word(all.substr(context.begin, context.end - context.begin));
  const float half = TextWidth(Face::kWordMedium, kSize, word) / 2;
  paint.Box({{middle - half - 5, y - 10}, {middle + half + 5, y + 10}}, {Token::kInk2, tint});
  paint.Label({middle, y}, word, Face::kWordMedium, kSize, {Token::kInk, 1});
  // Cut at the far ends, where the stage ends.
  std::string before(all.substr(0, context.begin));
  while (!before.empty() &&
         TextWidth(Face::kWordMedium, kSize, before) > middle - half - 9 - left) {
    const size_t space = before.find(' ');
    before = space == std::string::npos ? std::string() : before.substr(space + 1);
  }
  while (!before.empty() && before.back() == ' ') before.pop_back();
  std::string_view after = all.substr(context.end);
  while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
  paint.Label({middle - half - 9, y}, before, Face::kWordMedium, kSize, {Token::kInk2, 1},
              LabelPlace::kLeft);
  paint.Label({middle + half + 9, y},
              FitText(Face::kWordMedium, kSize, after, right - middle - half - 9),
              Face::kWordMedium, kSize, {Token::kInk2, 1}, LabelPlace::kRight);
}

}  // namespace

void DrawDictionary(const InsideState& state, Painter& paint, Rect area) {
  const std::optional<InsideCell> cell = CellOf(state);
  if (!cell) return;
  const auto* found = AnswerTo<InsideDictionaryAnswer>(state, DictionaryWish(state, *cell));
  if (found == nullptr || cell->unit >= found->units.size()) return;
  const std::string word = WordsOfUnit(cell->second ? state.b : state.a, found->units[cell->unit]);
  paint.Label({area.low.x, area.low.y + 18}, word, Face::kWordMedium, 28, {Token::kInk, 1},
              LabelPlace::kRight);
  paint.Label({area.low.x + TextWidth(Face::kWordMedium, 28, word) + 10, area.low.y + 22},
              Fill(words::kDictionaryIs, {{"layer", std::to_string(state.look.layer)}}),
              Face::kRegionItalic, 15, {Token::kInk2, 1}, LabelPlace::kRight);
  if (found->neurons.empty()) {
    paint.Paragraph({area.low.x, area.low.y + 62}, words::kDictionaryNone, Face::kUi, 13, 18,
                    area.width(), {Token::kInk2, 1});
    return;
  }
  const bool is_narrow = paint.frame.is_narrow();
  const float left = area.low.x + 26, top = area.low.y + 50, foot = area.high.y - 26;
  // In a small figure the strongest alone: each with its words beneath it.
  constexpr float kLeast_px = 78;
  const size_t count =
      std::min(found->neurons.size(), static_cast<size_t>(std::max((foot - top) / kLeast_px, 1.f)));
  const float pitch = std::min((foot - top) / static_cast<float>(count), 122.f);
  const float bottom = top + pitch * static_cast<float>(count) - 14;
  // The brace.
  const float brace = area.low.x + 8, middle_y = (top + bottom) / 2;
  const Paint ink{Token::kInk, 0.8f};
  paint.Line({brace, top + 8}, {brace, middle_y - 8}, 1.6f, ink);
  paint.Line({brace, middle_y + 8}, {brace, bottom - 8}, 1.6f, ink);
  paint.Line({brace, top + 8}, {brace + 8, top}, 1.6f, ink);
  paint.Line({brace, bottom - 8}, {brace + 8, bottom}, 1.6f, ink);
  paint.Line({brace, middle_y - 8}, {brace - 6, middle_y}, 1.6f, ink);
  paint.Line({brace, middle_y + 8}, {brace - 6, middle_y}, 1.6f, ink);
  const float most = std::max(found->neurons.front().value, 0.01f);
  const float bar_left = area.high.x - 156, bar_right = area.high.x - 44;
  for (size_t i = 0; i < count; ++i) {
    const InsideNeuron& neuron = found->neurons[i];
    const float y = top + pitch * static_cast<float>(i) + 8;
    paint
        .Label({left, y},
               FitText(Face::kRegionItalic, 17, NeuronName(neuron.name), bar_left - left - 10),
               Face::kRegionItalic, 17, {Token::kInk, 1}, LabelPlace::kRight)
        .item = ItemOf({InsideTarget::Kind::kNeuron, neuron.channel, neuron.layer});
    paint.Label({left, y + 17},
                Fill(words::kDictionaryNeuron, {{"neuron", std::to_string(neuron.channel)}}),
                Face::kUi, 11.5f, {Token::kInk3, 1}, LabelPlace::kRight);
    paint.Box({{bar_left, y - 4}, {bar_right, y + 5}}, {Token::kLand1, 1});
    paint.Box({{bar_left, y - 4},
               {bar_left + (bar_right - bar_left) * std::max(neuron.value, 0.f) / most, y + 5}},
              {i == 0 ? Token::kInk : Token::kInk2, 1});
    paint.Label({area.high.x, y}, TwoDecimals(neuron.value), Face::kUiBold, 13, {Token::kInk, 1},
                LabelPlace::kLeft);
    const size_t shown = std::min<size_t>(neuron.contexts.size(), is_narrow || pitch < 100 ? 2 : 3);
    if (shown == 0) {
      paint.Label({left, y + 40}, std::string(words::kDictionaryRare), Face::kUi, 12,
                  {Token::kInk3, 1}, LabelPlace::kRight);
    }
    constexpr float kTints[] = {0.3f, 0.22f, 0.15f};
    for (size_t k = 0; k < shown; ++k) {
      DrawContext(paint, neuron.contexts[k], left + (area.high.x - left) * 0.48f,
                  y + 37 + 21 * static_cast<float>(k), left, area.high.x, kTints[k]);
    }
  }
  const size_t left_out = found->neurons.size() - count;
  const float none_above = left_out > 0 ? found->neurons[count].value : found->none_above;
  paint.Label({left, foot + 10},
              Fill(words::kDictionaryMore, {{"count", WithCommas(found->more + left_out)},
                                            {"value", TwoDecimals(none_above)}}),
              Face::kRegionItalic, 13.5f, {Token::kInk2, 1}, LabelPlace::kRight);
}

}  // namespace meander
