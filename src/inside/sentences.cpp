// See sentences.h.
#include "inside/sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/methods.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;

std::string Percent(float share) {
  return std::to_string(static_cast<int>(std::lround(share * 100)));
}
std::string Quoted(std::string_view text) {
  return Fill(words::kInsideQuoted, {{"text", std::string(text)}});
}

// A reader's own stars are no marks of ours.
std::string Plain(std::string text) {
  std::erase(text, '*');
  return Said(text);
}

std::string BridgeSentence(const InsideState& state) {
  const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
  if (!matrix) return Waiting(state);
  if (state.a == state.b) return std::string(words::kInsideSame);
  const std::vector<WeighedPair> pairs = PairsByWeight(*matrix);
  if (pairs.empty()) return std::string(words::kInsideSame);
  const size_t few = PairsThatCarry(pairs, 0.5f);
  const WeighedPair& first = pairs.front();
  return Fill(first.value >= 0 ? words::kInsideBridgeSays : words::kInsideBridgeSaysApart,
              {{"count", std::to_string(pairs.size())},
               {"few", CountInWords(few)},
               {"share", Percent(ShareOfFirst(pairs, few))},
               {"first", UpperFirst(Plain(WordsOfUnit(state.a, matrix->a[first.a])))},
               {"second", Plain(WordsOfUnit(state.b, matrix->b[first.b]))},
               {"value", Signed(first.value)}});
}

std::string WordsSentence(const InsideState& state) {
  const auto* leader = LeadAnswer(state);
  if (leader == nullptr) return Waiting(state);
  if (state.a == state.b) return std::string(words::kInsideSame);
  const std::vector<size_t> order = HeaviestFirst(*leader);
  if (order.empty()) return Waiting(state);
  const std::string& text = state.look.of_second ? state.b : state.a;
  std::string named;
  for (size_t i = 0; i < std::min<size_t>(order.size(), 3); ++i) {
    if (i > 0 && leader->weights[order[i]] <= 0) break;
    named += (named.empty() ? "" : ", ") + Plain(WordsOfUnit(text, leader->units[order[i]]));
  }
  // The way that won: whose line ran lowest.
  int best = -1;
  float least = 2, chance = 2;
  bool have_all = true;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    const auto* answer = WordAnswer(state, row);
    have_all &= answer != nullptr;
    if (answer == nullptr || answer->curve.empty()) continue;
    chance = std::min(chance, Survival(answer->chance));
    if (Survival(answer->curve) < least) {
      least = Survival(answer->curve);
      best = static_cast<int>(row);
    }
  }
  std::string said = Fill(words::kInsideWordsSay, {{"words", UpperFirst(named)}});
  // Nobody has won before all are there, or without being better than any order.
  if (have_all && best >= 0 && least < chance) {
    said +=
        " " +
        Fill(words::kInsideWordsWon,
             {{"name", std::string(MethodName(state.look.methods[static_cast<size_t>(best)]))}});
  }
  return said;
}

std::string GridSentence(const InsideState& state) {
  const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, false));
  if (grid == nullptr) return Waiting(state);
  const size_t units = grid->units.size();
  const std::vector<size_t> at = WordsIn(grid->units);
  if (at.empty()) return Waiting(state);
  const auto layer = static_cast<size_t>(state.look.layer);
  const size_t largest = *std::ranges::max_element(
      at, {}, [&](size_t unit) { return grid->norms[layer * units + unit]; });
  const size_t closest = *std::ranges::max_element(
      at, {}, [&](size_t unit) { return grid->closeness[layer * units + unit]; });
  return Fill(words::kInsideGridSays,
              {{"layer", std::to_string(state.look.layer)},
               {"largest", Plain(WordsOfUnit(state.a, grid->units[largest]))},
               {"closest", Plain(WordsOfUnit(state.a, grid->units[closest]))}});
}

std::string GroupsSentence(const InsideState& state) {
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (groups == nullptr || groups->effects.empty()) return Waiting(state);
  const size_t shown =
      state.pointed().kind == Kind::kGroup && state.pointed().a < groups->effects.size()
          ? state.pointed().a
          : static_cast<size_t>(std::ranges::max_element(groups->effects) -
                                groups->effects.begin());
  const float share = groups->cosine > 0.01f ? groups->effects[shown] / groups->cosine : 0;
  return Fill(words::kInsideGroupsSay, {{"name", Plain(GroupWords(state, *groups, shown, 3))},
                                        {"value", Signed(groups->effects[shown])},
                                        {"share", Percent(share)}});
}

std::string WhySentence(const InsideState& state) {
  const auto* a = AnswerTo<InsideEditAnswer>(state, EditWish(state, false));
  const auto* b = AnswerTo<InsideEditAnswer>(state, EditWish(state, true));
  const auto* why = WhyAnswer(state);
  if (a == nullptr || b == nullptr || why == nullptr) return Waiting(state);
  if (std::fabs(a->before - b->before) < 0.01f) return std::string(words::kWhyTie);
  const bool is_a = a->before > b->before;
  std::vector<size_t> order = WordsIn(why->units);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t unit) {
    return is_a ? why->weights[unit] : -why->weights[unit];
  });
  std::string holds, pulls;
  for (size_t i = 0; i < std::min<size_t>(order.size(), 2); ++i) {
    const float value = is_a ? why->weights[order[i]] : -why->weights[order[i]];
    if (value <= 0) break;
    holds += (holds.empty() ? "" : ", ") + Plain(WordsOfUnit(state.a, why->units[order[i]]));
  }
  if (!order.empty() &&
      (is_a ? why->weights[order.back()] : -why->weights[order.back()]) < -0.005f) {
    pulls = Plain(WordsOfUnit(state.a, why->units[order.back()]));
  }
  std::string said =
      Fill(words::kWhySays, {{"which", is_a ? "A" : "B"}, {"words", UpperFirst(holds)}});
  if (holds.empty()) said = Fill(words::kWhySaysNone, {{"which", is_a ? "A" : "B"}});
  if (!pulls.empty()) said += " " + Fill(words::kWhyPulls, {{"word", UpperFirst(pulls)}});
  return said;
}

std::string DictionarySentence(const InsideState& state) {
  const std::optional<InsideCell> cell = CellOf(state);
  const auto* found =
      cell ? AnswerTo<InsideDictionaryAnswer>(state, DictionaryWish(state, *cell)) : nullptr;
  if (found == nullptr || cell->unit >= found->units.size()) {
    return Waiting(state);
  }
  const std::string word =
      Plain(WordsOfUnit(cell->second ? state.b : state.a, found->units[cell->unit]));
  if (found->neurons.empty()) return std::string(words::kDictionaryNone);
  std::string said =
      Fill(words::kDictionarySays, {{"layer", std::to_string(state.look.layer)},
                                    {"word", word},
                                    {"name", Plain(NeuronName(found->neurons[0].name))}});
  if (state.look.layer <= 2) said += " " + std::string(words::kDictionaryEarly);
  return said;
}

}  // namespace

std::string InfluenceSentence(const InsideState& state) {
  const std::optional<InsideCell> cell = CellOf(state);
  const auto* found =
      cell ? AnswerTo<InsideInfluenceAnswer>(state, InfluenceWish(state, *cell)) : nullptr;
  if (found == nullptr || cell->unit >= found->units.size()) return {};
  const std::string& text = cell->second ? state.b : state.a;
  const size_t units = found->units.size();
  const auto heaviest = [&](size_t row) {
    std::vector<size_t> order(units);
    for (size_t i = 0; i < units; ++i) order[i] = i;
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t unit) {
      return std::fabs(found->shares[row * units + unit]);
    });
    return order;
  };
  std::string said;
  if (state.look.layer > 0) {
    std::string parts;
    const std::vector<size_t> order = heaviest(0);
    for (size_t i = 0; i < std::min<size_t>(3, order.size()); ++i) {
      const float share = found->shares[order[i]];
      if (std::fabs(share) < 0.02f) break;
      parts += (parts.empty() ? "" : ", ") + WordsOfUnit(text, found->units[order[i]]) + " " +
               Signed(100 * share, 0) + " %";
    }
    if (!parts.empty()) said = Fill(words::kInfluenceMade, {{"parts", parts}});
  }
  if (state.look.layer < kLastLayer) {
    const size_t most = heaviest(kLastLayer).front();
    const float share = found->shares[kLastLayer * units + most];
    said += (said.empty() ? "" : " ") +
            Fill(words::kInfluenceFed,
                 {{"word", most == cell->unit ? std::string(words::kInfluenceItself)
                                              : WordsOfUnit(text, found->units[most])},
                  {"share", Percent(share)}});
  }
  return said;
}

std::string WhatIfSentence(const InsideState& state) {
  const auto* a = AnswerTo<InsideEditAnswer>(state, EditWish(state, false));
  const auto* b = AnswerTo<InsideEditAnswer>(state, EditWish(state, true));
  const auto* why = WhyAnswer(state);
  if (state.edited.empty() || a == nullptr || b == nullptr || why == nullptr) return {};
  const float truly = (a->after - b->after) - (a->before - b->before);
  const std::vector<size_t> struck = StruckUnits(state, why->units);
  if (struck.empty()) return Fill(words::kWhatIfTyped, {{"value", Signed(truly)}});
  float forecast = 0;
  for (const size_t unit : struck) forecast -= why->weights[unit];
  const float off = std::fabs(truly - forecast);
  std::string said =
      off < 0.005f ? std::string(words::kWhatIfExact)
      : forecast * truly < 0
          ? std::string(words::kWhatIfWrong)
          : Fill(std::fabs(truly) > std::fabs(forecast) ? words::kWhatIfShort : words::kWhatIfLong,
                 {{"value", TwoDecimals(off)}});
  if (struck.size() > 1) said += " " + std::string(words::kWhatIfTwo);
  return said;
}

std::vector<Phrase> SideSentence(const InsideState& state) {
  if (const std::string problem = ProblemOf(state); !problem.empty()) return {{problem, false}};
  switch (state.look.view) {
    case InsideView::kBridge:
      return StarredPhrases(BridgeSentence(state));
    case InsideView::kWords:
      return StarredPhrases(WordsSentence(state));
    case InsideView::kGrid:
      return StarredPhrases(GridSentence(state));
    case InsideView::kGroups:
      return StarredPhrases(GroupsSentence(state));
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      return StarredPhrases(WhySentence(state));
    case InsideView::kDictionary:
    case InsideView::kInfluence:
      return StarredPhrases(DictionarySentence(state));
  }
  return {};
}

std::string SentenceOfView(const InsideState& state) {
  std::string text;
  for (const Phrase& phrase : SideSentence(state)) text += phrase.text;
  if (state.look.ghost) text = std::string(words::kInsideGhostSays) + " " + text;
  return text;
}

std::string PointedSentence(const InsideState& state) {
  const InsideTarget target = state.pointed();
  switch (target.kind) {
    case Kind::kPair: {
      const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
      if (!matrix || target.a >= matrix->a.size() || target.b >= matrix->b.size()) return {};
      return Fill(words::kInsidePair,
                  {{"first", Said(WordsOfUnit(state.a, matrix->a[target.a]))},
                   {"second", Said(WordsOfUnit(state.b, matrix->b[target.b]))}}) +
             " " + Signed(matrix->At(target.a, target.b));
    }
    case Kind::kFirst:
    case Kind::kSecond:
    case Kind::kCellFirst:
    case Kind::kCellSecond: {
      const bool second = target.kind == Kind::kSecond || target.kind == Kind::kCellSecond;
      const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
      const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second));
      if (target.kind == Kind::kCellFirst || target.kind == Kind::kCellSecond) {
        if (grid == nullptr || target.a >= grid->units.size() || target.b > kLastLayer) return {};
        const size_t cell = target.b * grid->units.size() + target.a;
        std::string said =
            Fill(words::kInsideCell,
                 {{"word", WordsOfUnit(second ? state.b : state.a, grid->units[target.a])},
                  {"layer", std::to_string(target.b)},
                  {"norm", Decimals(grid->norms[cell], 1)},
                  {"closeness", TwoDecimals(grid->closeness[cell])}});
        if (cell < grid->labels.size() && !grid->labels[cell].text.empty()) {
          said += " " + Fill(words::kInsideCellNear, {{"text", grid->labels[cell].text},
                                                      {"title", grid->labels[cell].title}});
        }
        return said;
      }
      if (!matrix) return {};
      const std::vector<InsideUnit>& units = second ? matrix->b : matrix->a;
      if (target.a >= units.size()) return {};
      float sum = 0;
      for (size_t other = 0; other < (second ? matrix->a : matrix->b).size(); ++other) {
        sum += second ? matrix->At(other, target.a) : matrix->At(target.a, other);
      }
      return Fill(words::kInsideWord,
                  {{"word", WordsOfUnit(second ? state.b : state.a, units[target.a])},
                   {"value", Signed(sum)}});
    }
    case Kind::kGroup: {
      const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
      if (groups == nullptr || target.a >= groups->effects.size()) return {};
      return GroupWords(state, *groups, target.a, 3) + " " + Signed(groups->effects[target.a]);
    }
    default:
      return {};
  }
}

std::string CheckSentence(const InsideState& state) {
  const InsideCheckAnswer& answer = state.check.answer;
  if (answer.largest.empty()) return {};
  const size_t worst =
      static_cast<size_t>(std::ranges::max_element(answer.largest) - answer.largest.begin());
  const size_t count = answer.largest.size() * answer.ids.size() * 384;
  return Fill(words::kCheckSays, {{"count", WithCommas(count)},
                                  {"largest", Decimals(answer.largest[worst], 6)},
                                  {"layer", std::to_string(worst)},
                                  {"reach", Decimals(answer.reach, 1)}}) +
         " " +
         Fill(words::kCheckFast, {{"largest", Decimals(answer.largest_fast, 3)},
                                  {"alike", Decimals(answer.cosine_fast, 6)}});
}

std::string HiddenSentence(const InsideState& state) {
  const std::optional<size_t> hidden = HiddenGroup(state);
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (!hidden || groups == nullptr) return {};
  return Fill(words::kSideHiddenSays, {{"after", TwoDecimals(groups->without[*hidden])},
                                       {"before", Plainly(groups->cosine)}});
}

std::string RaceSentence(const InsideState& state) {
  const auto* leader = LeadAnswer(state);
  const auto place = static_cast<size_t>(std::lround(state.race));
  if (leader == nullptr || place >= leader->curve.size()) return {};
  return Fill(words::kInsideRaceSays,
              {{"count", std::to_string(place)},
               {"value", Plainly(leader->curve[place])},
               {"chance", place < leader->chance.size() ? Plainly(leader->chance[place])
                                                        : std::string("?")}});
}

std::string TitleOfInside(const InsideState& state) {
  return Fill(words::kInsideTitle, {{"first", state.a}, {"second", state.b}});
}

std::string AltText(const InsideState& state) {
  const std::optional<float> likeness = LikenessShown(state);
  return Fill(likeness ? words::kInsideAlt : words::kInsideAltUnread,
              {{"first", Quoted(state.a)},
               {"second", Quoted(state.b)},
               {"value", likeness ? Plainly(*likeness) : std::string()},
               {"says", SentenceOfView(state)}});
}

}  // namespace meander
