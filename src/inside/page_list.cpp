// The views as tables: what a screen reader finds, what is printed, what "Show as a list" shows.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/idea_places.h"
#include "inside/methods.h"
#include "inside/page_parts.h"
#include "inside/wishes.h"

namespace meander {
namespace {

PageNode Cell(std::string_view key, std::string_view text, bool is_head = false) {
  return Node(is_head ? PageKind::kHeadCell : PageKind::kCell, key, {}, text);
}
PageNode Row(std::string_view key) { return Node(PageKind::kRow, key, "list-row"); }
PageNode Table(std::string_view label) {
  PageNode table = Node(PageKind::kTable, "table", "list-table");
  table.label = label;
  return table;
}

PageNode BridgeTable(const InsideState& state) {
  PageNode table = Table(words::kTabBridge);
  const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
  if (!matrix) return table;
  PageNode head = Row("head");
  head.children.push_back(Cell("corner", words::kListWord, true));
  for (size_t j = 0; j < matrix->b.size(); ++j) {
    head.children.push_back(
        Cell("b" + std::to_string(j), WordsOfUnit(state.b, matrix->b[j]), true));
  }
  head.children.push_back(Cell("sum", words::kListSum, true));
  table.children.push_back(std::move(head));
  std::vector<float> columns(matrix->b.size());
  for (size_t i = 0; i < matrix->a.size(); ++i) {
    PageNode row = Row("a" + std::to_string(i));
    row.children.push_back(Cell("name", WordsOfUnit(state.a, matrix->a[i])));
    float sum = 0;
    for (size_t j = 0; j < matrix->b.size(); ++j) {
      const float value = matrix->At(i, j);
      row.children.push_back(Cell("b" + std::to_string(j), Signed(value, 3)));
      sum += value;
      columns[j] += value;
    }
    row.children.push_back(Cell("sum", Signed(sum, 3)));
    table.children.push_back(std::move(row));
  }
  PageNode foot = Row("sums");
  foot.children.push_back(Cell("name", words::kListSum));
  for (size_t j = 0; j < columns.size(); ++j) {
    foot.children.push_back(Cell("b" + std::to_string(j), Signed(columns[j], 3)));
  }
  foot.children.push_back(Cell("sum", Signed(matrix->sum, 3)));
  table.children.push_back(std::move(foot));
  return table;
}

PageNode WordsTable(const InsideState& state) {
  PageNode table = Table(words::kTabWords);
  const std::string& text = state.look.of_second ? state.b : state.a;
  bool has_head = false;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    const auto* answer = WordAnswer(state, row);
    if (answer == nullptr) continue;
    const std::vector<size_t> units = WordsIn(answer->units);
    if (!std::exchange(has_head, true)) {
      PageNode head = Row("head");
      head.children.push_back(Cell("corner", words::kPickMethod, true));
      for (const size_t unit : units) {
        head.children.push_back(
            Cell("w" + std::to_string(unit), WordsOfUnit(text, answer->units[unit]), true));
      }
      head.children.push_back(Cell("sum", words::kListSum, true));
      table.children.push_back(std::move(head));
    }
    PageNode line = Row("row-" + std::to_string(row));
    line.children.push_back(Cell("name", MethodName(state.look.methods[row])));
    for (const size_t unit : units) {
      line.children.push_back(Cell("w" + std::to_string(unit), Signed(answer->weights[unit], 3)));
    }
    line.children.push_back(Cell("sum", Signed(answer->sum, 3)));
    table.children.push_back(std::move(line));
  }
  return table;
}

PageNode GridTable(const InsideState& state) {
  PageNode table = Table(words::kTabGrid);
  PageNode head = Row("head");
  for (const std::string_view name :
       {words::kListWord, words::kListLayer, words::kPickNorm, words::kListCloseness}) {
    head.children.push_back(Cell(name, name, true));
  }
  table.children.push_back(std::move(head));
  for (const bool second : {false, true}) {
    const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second));
    if (grid == nullptr) continue;
    for (const size_t unit : WordsIn(grid->units)) {
      for (size_t layer = 0; layer <= kLastLayer; ++layer) {
        const size_t cell = layer * grid->units.size() + unit;
        PageNode row =
            Row((second ? "b" : "a") + std::to_string(unit) + "-" + std::to_string(layer));
        row.children.push_back(
            Cell("word", WordsOfUnit(second ? state.b : state.a, grid->units[unit])));
        row.children.push_back(Cell("layer", std::to_string(layer)));
        row.children.push_back(Cell("norm", Decimals(grid->norms[cell], 2)));
        row.children.push_back(Cell("closeness", TwoDecimals(grid->closeness[cell])));
        table.children.push_back(std::move(row));
      }
    }
  }
  return table;
}

PageNode GroupsTable(const InsideState& state) {
  PageNode table = Table(words::kTabGroups);
  PageNode head = Row("head");
  for (const std::string_view name :
       {words::kListGroup, words::kListEffect, words::kListSeeds, words::kListFires}) {
    head.children.push_back(Cell(name, name, true));
  }
  table.children.push_back(std::move(head));
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (groups == nullptr) return table;
  for (const size_t g : GroupsByMass(*groups)) {
    PageNode row = Row("group-" + std::to_string(g));
    row.children.push_back(Cell("name", GroupWords(state, *groups, g, 3)));
    row.children.push_back(
        Cell("effect", g < groups->effects.size() ? Signed(groups->effects[g], 3) : ""));
    row.children.push_back(
        Cell("seeds", g < groups->stability.size()
                          ? Fill(words::kTrustOfTen,
                                 {{"count", std::to_string(SeedsThatAgree(groups->stability[g]))}})
                          : ""));
    std::string fires;
    for (size_t unit = 0; unit < groups->a.size() + groups->b.size(); ++unit) {
      const bool is_first = unit < groups->a.size();
      const InsideUnit& at = is_first ? groups->a[unit] : groups->b[unit - groups->a.size()];
      const float firing = FiringOf(*groups, unit, g);
      if (at.is_mark || firing < 0.25f) continue;
      fires += (fires.empty() ? "" : ", ") + WordsOfUnit(is_first ? state.a : state.b, at) + " " +
               TwoDecimals(firing);
    }
    row.children.push_back(Cell("fires", fires));
    table.children.push_back(std::move(row));
  }
  return table;
}

PageNode WhyTable(const InsideState& state) {
  PageNode table = Table(words::kTabWhy);
  PageNode head = Row("head");
  for (const std::string_view name :
       {words::kListWord, words::kListPull, words::kListForecast, words::kListTruth}) {
    head.children.push_back(Cell(name, name, true));
  }
  table.children.push_back(std::move(head));
  const auto* why = WhyAnswer(state);
  const auto* truth = WhyTruth(state);
  if (why == nullptr) return table;
  for (const size_t unit : WordsIn(why->units)) {
    PageNode row = Row("word-" + std::to_string(unit));
    row.children.push_back(Cell("word", WordsOfUnit(state.a, why->units[unit])));
    row.children.push_back(Cell("pull", Signed(why->weights[unit], 3)));
    row.children.push_back(Cell("forecast", Signed(-why->weights[unit], 3)));
    row.children.push_back(Cell("truth", truth != nullptr && unit < truth->weights.size()
                                             ? Signed(-truth->weights[unit], 3)
                                             : std::string()));
    table.children.push_back(std::move(row));
  }
  return table;
}

PageNode CellTable(const InsideState& state) {
  PageNode table = Table(words::kTabDictionary);
  PageNode head = Row("head");
  for (const std::string_view name :
       {words::kListNeuron, words::kListName, words::kListFiring, words::kListExamples}) {
    head.children.push_back(Cell(name, name, true));
  }
  table.children.push_back(std::move(head));
  const std::optional<InsideCell> cell = CellOf(state);
  const auto* found =
      cell ? AnswerTo<InsideDictionaryAnswer>(state, DictionaryWish(state, *cell)) : nullptr;
  if (found == nullptr) return table;
  for (const InsideNeuron& neuron : found->neurons) {
    PageNode row = Row("neuron-" + std::to_string(neuron.channel));
    row.children.push_back(Cell("neuron", std::to_string(neuron.channel)));
    row.children.push_back(Cell("name", NeuronName(neuron.name)));
    row.children.push_back(Cell("firing", TwoDecimals(neuron.value)));
    std::string examples;
    for (const InsideContext& context : neuron.contexts) {
      examples += (examples.empty() ? "" : " / ") + context.text + " (" + context.title + ")";
    }
    row.children.push_back(Cell("examples", examples));
    table.children.push_back(std::move(row));
  }
  return table;
}

}  // namespace

PageNode InsideListPart(const InsideState& state) {
  PageNode list = Group("list", "inside-list");
  list.children.push_back(Paragraph("says", "note", SentenceOfView(state)));
  switch (state.look.view) {
    case InsideView::kBridge:
      list.children.push_back(BridgeTable(state));
      break;
    case InsideView::kWords:
      list.children.push_back(WordsTable(state));
      list.children.push_back(Paragraph("race", "note", RaceSentence(state)));
      break;
    case InsideView::kGrid:
      list.children.push_back(GridTable(state));
      list.children.push_back(Paragraph("way", "note", WaySentence(state)));
      break;
    case InsideView::kGroups:
      list.children.push_back(GroupsTable(state));
      list.children.push_back(Paragraph("hidden", "note", HiddenSentence(state)));
      break;
    case InsideView::kDictionary:
    case InsideView::kInfluence:
      list.children.push_back(CellTable(state));
      list.children.push_back(Paragraph("influence", "note", InfluenceSentence(state)));
      break;
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      list.children.push_back(WhyTable(state));
      list.children.push_back(Paragraph("what-if", "note", WhatIfSentence(state)));
      list.children.push_back(Paragraph("map", "note", MoveSentence(state)));
      break;
  }
  return list;
}

}  // namespace meander
