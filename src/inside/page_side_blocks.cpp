// See page_side.h.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/page_side.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;

}  // namespace

PageNode ContextText(PageKind kind, const InsideContext& context) {
  PageNode text = Node(kind, "text", "context-text", {});
  const std::string_view all = context.text;
  text.children.push_back(Node(PageKind::kText, "before", {}, all.substr(0, context.begin)));
  text.children.push_back(Node(PageKind::kText, "here", "strong",
                               all.substr(context.begin, context.end - context.begin)));
  text.children.push_back(Node(PageKind::kText, "after", {}, all.substr(context.end)));
  return text;
}

PageNode NearerPart(const InsideState& state) {
  PageNode block = BlockPart("nearer", words::kWhyWhich, words::kWhyLikeness);
  const auto row = [&](std::string_view key, std::string_view letter, std::string_view text,
                       bool to_third) {
    const auto* edit = AnswerTo<InsideEditAnswer>(state, EditWish(state, to_third));
    if (edit == nullptr) return;
    block.children.push_back(BarRow(key, std::string(letter) + ", " + std::string(text),
                                    edit->before, 1, TwoDecimals(edit->before), {}, false));
  };
  row("a", "A", state.b, false);
  row("b", "B", state.c, true);
  return block;
}

// Each word's forecast beside what truly happens without it.
PageNode ForecastsPart(const InsideState& state) {
  PageNode block = BlockPart("forecasts", words::kWhatIfForecastsTitle, words::kWhatIfStrikeOne);
  const auto* why = WhyAnswer(state);
  const auto* truth = WhyTruth(state);
  if (why == nullptr || truth == nullptr || truth->weights.size() != why->weights.size()) {
    return block;
  }
  std::vector<size_t> order = WordsIn(truth->units);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](size_t unit) { return std::fabs(truth->weights[unit]); });
  if (order.size() > 6) order.resize(6);
  const float most = order.empty() ? 1 : std::fabs(truth->weights[order.front()]);
  const std::vector<size_t> struck = StruckUnits(state, truth->units);
  for (const size_t unit : order) {
    PageNode row = BarRow("word-" + std::to_string(unit), WordsOfUnit(state.a, truth->units[unit]),
                          -truth->weights[unit], most,
                          Fill(words::kWhatIfPair, {{"truth", Signed(-truth->weights[unit])},
                                                    {"forecast", Signed(-why->weights[unit])}}),
                          std::to_string(unit), std::ranges::find(struck, unit) != struck.end());
    row.on_press = "strike";
    row.style = "bar-row forecast-row";
    block.children.push_back(std::move(row));
  }
  return block;
}

// How hard each neuron fires here, of its hardest anywhere; whose work its examples are.
PageNode NeuronsPart(const InsideState& state) {
  const std::optional<InsideCell> cell = CellOf(state);
  const auto* found =
      cell ? AnswerTo<InsideDictionaryAnswer>(state, DictionaryWish(state, *cell)) : nullptr;
  PageNode block = BlockPart("neurons", words::kSideHowHard, words::kSideOfHardest);
  if (found == nullptr) return block;
  for (const InsideNeuron& neuron : found->neurons) {
    const float share = neuron.strongest > 0 ? neuron.value / neuron.strongest : 0;
    PageNode row = BarRow(
        "n" + std::to_string(neuron.channel), NeuronName(neuron.name), share, 1, TwoDecimals(share),
        std::to_string(neuron.layer) + " " + std::to_string(neuron.channel), false);
    row.on_press = "neuron";
    row.label = Fill(words::kNeuronOpen, {{"name", NeuronName(neuron.name)}});
    block.children.push_back(std::move(row));
  }
  if (found->texts > 0) {
    block.children.push_back(Paragraph(
        "texts", "small", Fill(words::kSideTexts, {{"count", WithCommas(found->texts)}})));
  }
  if (!found->neurons.empty() && !found->neurons.front().name.empty()) {
    block.children.push_back(Paragraph(
        "fits", "small",
        Fill(words::kSideNameFits, {{"share", std::to_string(static_cast<int>(std::lround(
                                                  100 * found->neurons.front().name_fits)))}})));
  }
  PageNode numbers = Paragraph("numbers", "small", {});
  std::string list;
  for (size_t i = 0; i < std::min<size_t>(found->numbers.size(), 24); ++i) {
    list += (list.empty() ? "" : " ") + Plainly(found->numbers[i]);
  }
  if (!list.empty()) {
    numbers.text = Fill(words::kSideNumbers,
                        {{"numbers", list}, {"more", std::to_string(found->numbers.size() - 24)}});
    block.children.push_back(std::move(numbers));
  }
  return block;
}

// The words to look at instead, of both sentences.
PageNode OtherCellsPart(const InsideState& state) {
  PageNode block = BlockPart("cells", words::kSideOtherWord);
  PageNode list = Node(PageKind::kList, "list", "preset-list");
  const std::optional<InsideCell> cell = CellOf(state);
  for (const bool second : {false, true}) {
    const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second));
    if (grid == nullptr) continue;
    for (const size_t unit : WordsIn(grid->units)) {
      const InsideTarget target{second ? Kind::kCellSecond : Kind::kCellFirst,
                                static_cast<uint16_t>(unit), state.look.layer};
      PageNode item = Node(PageKind::kItem, (second ? "b" : "a") + std::to_string(unit), "preset");
      PageNode button =
          Button("go", "preset-button", WordsOfUnit(second ? state.b : state.a, grid->units[unit]),
                 "pin", TargetText(target));
      button.pressed = cell && cell->second == second && cell->unit == unit;
      item.children.push_back(std::move(button));
      list.children.push_back(std::move(item));
    }
  }
  block.children.push_back(std::move(list));
  return block;
}

}  // namespace meander
