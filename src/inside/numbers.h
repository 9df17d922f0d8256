// What is read off the answers: pairs by weight, sums, agreement, how much survives. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "canvas/stage_parts.h"
#include "inside/state.h"

namespace meander {

// The words of a unit as the reader wrote them; a sign for the two marks that the encoder adds.
std::string WordsOfUnit(std::string_view text, const InsideUnit& unit);
// Units that are no marks, in order.
std::vector<size_t> WordsIn(std::span<const InsideUnit> units);

struct WeighedPair {
  uint16_t a = 0, b = 0;  // units
  float value = 0;
};
// The matrix as drawn: between two layers while depth moves.
struct ShownMatrix {
  std::vector<InsideUnit> a, b;
  std::vector<float> values;  // [a, b]
  float cosine = 0, sum = 0, gap = 0;
  uint16_t steps = 0;
  bool is_whole = false;

  float At(size_t i, size_t j) const { return values[i * b.size() + j]; }
};
// nullopt: nothing has come for this depth.
std::optional<ShownMatrix> MatrixShown(const InsideState& state, bool ghost);

// Pairs of words, without the marks, the heaviest first.
std::vector<WeighedPair> PairsByWeight(const ShownMatrix& matrix);
// What the pairs with a mark in them come to.
float MarksShare(const ShownMatrix& matrix);
// How many of the heaviest pairs together make up `share` of all weight (absolute values).
size_t PairsThatCarry(const std::vector<WeighedPair>& pairs, float share);
// What the first `count` have of all weight.
float ShareOfFirst(const std::vector<WeighedPair>& pairs, size_t count);

// Spearman's rank correlation, ties at their mean rank; 0 where one of them is all alike.
float RankAgreement(std::span<const float> a, std::span<const float> b);
// Mean of a deletion curve as a share of its start: less is better.
float Survival(std::span<const float> curve);
// The words' places, heaviest first.
std::vector<size_t> HeaviestFirst(const InsideWordAnswer& answer);
// Weights of the units that are no marks.
std::vector<float> WordWeightsOf(const InsideWordAnswer& answer);

// Groups: how strongly one fires in a unit (units of a, then of b), 0 … 1 of its strongest.
float FiringOf(const InsideGroupAnswer& groups, size_t unit, size_t group);
// "puppy, dog, its": where it fires most, each word once.
std::string GroupWords(const InsideState& state, const InsideGroupAnswer& groups, size_t group,
                       size_t count);
// The same of the earlier layer's groups, where the answer has them.
std::string FromGroupWords(const InsideState& state, const InsideGroupAnswer& groups, size_t group,
                           size_t count);
// What the likeness loses without the group; its effect by gradients where that was not tried.
float LossWithout(const InsideGroupAnswer& groups, size_t group);
// The group that fires most there, by what it is at its strongest; −1: none.
int LeadingGroup(const InsideGroupAnswer& groups, size_t unit);
// By how much they fire together, the greatest first.
std::vector<size_t> GroupsByMass(const InsideGroupAnswer& groups);
// Each one's place in such an order.
std::vector<size_t> RanksOf(const std::vector<size_t>& order);
// How many of ten seeds find it again.
int SeedsThatAgree(float stability);

// How alike the two sentences are, by whichever answer to the view says so; nullopt: none has come.
std::optional<float> LikenessShown(const InsideState& state);

// "Working it out…". Where nothing is under way nothing is waited for: what stands in the way is
// said on the stage, and this is empty.
std::string Waiting(const InsideState& state);

// A word as it is spoken of in a sentence: a long one is cut, and what would turn the line around
// it is left out.
std::string Said(std::string_view word);
// "ball, stone, dart": the words that fire it most, pieces joined on with a hyphen.
std::string NeuronName(std::span<const std::string> pieces);
// The text with these units left out, spaces closed up.
std::string TextWithout(std::string_view text, std::span<const InsideUnit> units,
                        std::span<const size_t> struck);
// Which of the first sentence's units are struck in the edit; none where it was typed freely.
std::vector<size_t> StruckUnits(const InsideState& state, std::span<const InsideUnit> units);
// On how many words forecast and truth have one sign, and of how many that do something.
struct Forecasts {
  int right = 0, all = 0;
};
Forecasts ForecastsOf(const InsideWordAnswer& forecast, const InsideWordAnswer& truth);

}  // namespace meander
