// See numbers.h.
#include "inside/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/lower_case.h"
#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/wishes.h"

namespace meander {

std::string WordsOfUnit(std::string_view text, const InsideUnit& unit) {
  if (unit.is_mark) return std::string(words::kInsideMark);
  if (unit.begin >= unit.end || unit.end > text.size()) return "…";
  return std::string(text.substr(unit.begin, unit.end - unit.begin));
}

std::string Waiting(const InsideState& state) {
  const bool is_coming = state.request != 0 || state.due_s >= 0;
  return std::string(is_coming ? words::kInsideWaiting : std::string_view());
}

std::optional<float> LikenessShown(const InsideState& state) {
  if (const auto matrix = MatrixShown(state, state.look.ghost)) return matrix->cosine;
  if (const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state))) {
    return groups->cosine;
  }
  if (const auto* edit = AnswerTo<InsideEditAnswer>(state, EditWish(state, false))) {
    return edit->before;
  }
  if (state.look.view != InsideView::kWords) return std::nullopt;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    if (const auto* answer = WordAnswer(state, row)) return answer->value;
  }
  return std::nullopt;
}

std::string Said(std::string_view word) {
  constexpr size_t kLongest = 60;
  const std::string_view kept = Utf8Prefix(word, kLongest);
  std::string said;
  for (size_t at = 0; at < kept.size();) {
    const DecodedCharacter next = DecodeUtf8(kept, at);
    const char32_t c = next.code_point;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                       c == 0x200E || c == 0x200F || c == 0x061C;
    if (!turns) said += kept.substr(at, next.byte_count);
    at += next.byte_count;
  }
  return kept.size() < word.size() ? said + "…" : said;
}

std::vector<size_t> WordsIn(std::span<const InsideUnit> units) {
  std::vector<size_t> found;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_mark) found.push_back(i);
  }
  return found;
}

std::optional<ShownMatrix> MatrixShown(const InsideState& state, bool ghost) {
  const int below = std::clamp(static_cast<int>(std::floor(state.depth)), 0, kLastLayer);
  const int above = std::min(below + 1, kLastLayer);
  const float share = state.depth - static_cast<float>(below);
  const auto answer = [&](int layer) -> const InsidePairAnswer* {
    const InsideKnown* known = KnownOf(state, PairWish(state, layer, ghost));
    if (known == nullptr || !known->answer) return nullptr;
    const auto* found = std::get_if<InsidePairAnswer>(&*known->answer);
    // The first rounds of an integral can be far off: what explains next to nothing is not shown.
    const bool is_wild = found != nullptr && !known->is_whole && std::fabs(found->gap) > 0.3f;
    return is_wild ? nullptr : found;
  };
  const InsidePairAnswer* first = answer(below);
  const InsidePairAnswer* second = share > 0 ? answer(above) : first;
  if (first == nullptr) first = second;
  if (second == nullptr) second = first;
  if (first == nullptr) return std::nullopt;
  const InsideKnown* known = KnownOf(state, PairWish(state, below, ghost));
  ShownMatrix shown{first->a,   first->b,   first->matrix,  first->cosine,
                    first->sum, first->gap, first->steps_a, known != nullptr && known->is_whole};
  if (second != first && second->matrix.size() == first->matrix.size()) {
    for (size_t i = 0; i < shown.values.size(); ++i) {
      shown.values[i] += (second->matrix[i] - first->matrix[i]) * share;
    }
    shown.sum += (second->sum - first->sum) * share;
    shown.gap += (second->gap - first->gap) * share;
  }
  return shown;
}

std::vector<WeighedPair> PairsByWeight(const ShownMatrix& matrix) {
  std::vector<WeighedPair> pairs;
  for (size_t i = 0; i < matrix.a.size(); ++i) {
    for (size_t j = 0; j < matrix.b.size(); ++j) {
      if (matrix.a[i].is_mark || matrix.b[j].is_mark) continue;
      pairs.push_back({static_cast<uint16_t>(i), static_cast<uint16_t>(j), matrix.At(i, j)});
    }
  }
  std::ranges::stable_sort(pairs, std::ranges::greater{},
                           [](const WeighedPair& pair) { return std::fabs(pair.value); });
  return pairs;
}

float MarksShare(const ShownMatrix& matrix) {
  float sum = 0;
  for (size_t i = 0; i < matrix.a.size(); ++i) {
    for (size_t j = 0; j < matrix.b.size(); ++j) {
      if (matrix.a[i].is_mark || matrix.b[j].is_mark) sum += matrix.At(i, j);
    }
  }
  return sum;
}

float ShareOfFirst(const std::vector<WeighedPair>& pairs, size_t count) {
  float all = 0, first = 0;
  for (size_t i = 0; i < pairs.size(); ++i) {
    all += std::fabs(pairs[i].value);
    if (i < count) first += std::fabs(pairs[i].value);
  }
  return all > 0 ? first / all : 0;
}

size_t PairsThatCarry(const std::vector<WeighedPair>& pairs, float share) {
  size_t count = 0;
  while (count < pairs.size() && ShareOfFirst(pairs, count) < share) ++count;
  return count;
}

namespace {

std::vector<float> Ranks(std::span<const float> values) {
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, {}, [&](size_t i) { return values[i]; });
  std::vector<float> ranks(values.size());
  for (size_t i = 0; i < order.size();) {
    size_t end = i + 1;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<float>(i + end - 1) / 2;
    i = end;
  }
  return ranks;
}

}  // namespace

float RankAgreement(std::span<const float> a, std::span<const float> b) {
  if (a.size() != b.size() || a.size() < 2) return 0;
  const std::vector<float> first = Ranks(a), second = Ranks(b);
  const float mean = static_cast<float>(a.size() - 1) / 2;
  float together = 0, of_first = 0, of_second = 0;
  for (size_t i = 0; i < first.size(); ++i) {
    together += (first[i] - mean) * (second[i] - mean);
    of_first += (first[i] - mean) * (first[i] - mean);
    of_second += (second[i] - mean) * (second[i] - mean);
  }
  const float scale = std::sqrt(of_first * of_second);
  return scale > 0 ? together / scale : 0;
}

float Survival(std::span<const float> curve) {
  if (curve.empty() || curve.front() == 0) return 0;
  return std::accumulate(curve.begin(), curve.end(), 0.f) /
         (static_cast<float>(curve.size()) * curve.front());
}

std::vector<size_t> HeaviestFirst(const InsideWordAnswer& answer) {
  std::vector<size_t> order = WordsIn(answer.units);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](size_t unit) { return answer.weights[unit]; });
  return order;
}

std::vector<float> WordWeightsOf(const InsideWordAnswer& answer) {
  std::vector<float> weights;
  for (const size_t unit : WordsIn(answer.units)) weights.push_back(answer.weights[unit]);
  return weights;
}

namespace {

const InsideUnit& UnitOf(const InsideGroupAnswer& groups, size_t unit) {
  return unit < groups.a.size() ? groups.a[unit] : groups.b[unit - groups.a.size()];
}
size_t UnitCount(const InsideGroupAnswer& groups) { return groups.a.size() + groups.b.size(); }

float Strongest(const InsideGroupAnswer& groups, size_t group) {
  float most = 0;
  for (size_t unit = 0; unit < UnitCount(groups); ++unit) {
    if (UnitOf(groups, unit).is_mark) continue;
    most = std::max(most, groups.strengths[unit * groups.neurons.size() + group]);
  }
  return most;
}

}  // namespace

float FiringOf(const InsideGroupAnswer& groups, size_t unit, size_t group) {
  if (unit >= UnitCount(groups) || group >= groups.neurons.size()) return 0;
  const float most = Strongest(groups, group);
  return most > 0 ? groups.strengths[unit * groups.neurons.size() + group] / most : 0;
}

int LeadingGroup(const InsideGroupAnswer& groups, size_t unit) {
  int best = -1;
  float most = 0;
  if (unit >= UnitCount(groups)) return best;
  for (size_t group = 0; group < groups.neurons.size(); ++group) {
    const float firing = groups.strengths[unit * groups.neurons.size() + group];
    if (firing > most) {
      most = firing;
      best = static_cast<int>(group);
    }
  }
  return best;
}

namespace {

// `strengths`: [units, groups]. Where one of them fires most, each word once.
std::string WordsThatFire(const InsideState& state, const InsideGroupAnswer& groups,
                          std::span<const float> strengths, size_t group_count, size_t group,
                          size_t count) {
  std::vector<size_t> order;
  float most = 0;
  for (size_t unit = 0; unit < UnitCount(groups); ++unit) {
    if (UnitOf(groups, unit).is_mark) continue;
    order.push_back(unit);
    most = std::max(most, strengths[unit * group_count + group]);
  }
  const auto firing = [&](size_t unit) {
    return most > 0 ? strengths[unit * group_count + group] / most : 0;
  };
  std::ranges::stable_sort(order, std::ranges::greater{}, firing);
  std::vector<std::string> named;
  for (const size_t unit : order) {
    if (named.size() == count || firing(unit) < 0.25f) break;
    const bool is_first = unit < groups.a.size();
    std::string word = WordsOfUnit(is_first ? state.a : state.b, UnitOf(groups, unit));
    const bool is_named = std::ranges::any_of(
        named, [&](const std::string& other) { return LowerCase(other) == LowerCase(word); });
    if (!is_named) named.push_back(std::move(word));
  }
  std::string text;
  for (const std::string& word : named) text += (text.empty() ? "" : ", ") + Said(word);
  return text.empty() ? std::string(words::kInsideNoWord) : text;
}

}  // namespace

std::string GroupWords(const InsideState& state, const InsideGroupAnswer& groups, size_t group,
                       size_t count) {
  return WordsThatFire(state, groups, groups.strengths, groups.neurons.size(), group, count);
}

std::string FromGroupWords(const InsideState& state, const InsideGroupAnswer& groups, size_t group,
                           size_t count) {
  return WordsThatFire(state, groups, groups.from_strengths, groups.from_neurons.size(), group,
                       count);
}

float LossWithout(const InsideGroupAnswer& groups, size_t group) {
  return group < groups.without.size() ? groups.cosine - groups.without[group]
                                       : groups.effects[group];
}

std::vector<size_t> GroupsByMass(const InsideGroupAnswer& groups) {
  std::vector<float> mass(groups.neurons.size());
  for (size_t unit = 0; unit < UnitCount(groups); ++unit) {
    for (size_t group = 0; group < mass.size(); ++group) {
      mass[group] += groups.strengths[unit * mass.size() + group];
    }
  }
  std::vector<size_t> order(mass.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t i) { return mass[i]; });
  return order;
}

std::vector<size_t> RanksOf(const std::vector<size_t>& order) {
  std::vector<size_t> ranks(order.size());
  for (size_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

int SeedsThatAgree(float stability) {
  return std::clamp(static_cast<int>(std::lround(stability * 10)), 0, 10);
}

std::string NeuronName(std::span<const std::string> pieces) {
  std::string name;
  for (size_t i = 0; i < std::min<size_t>(pieces.size(), 3); ++i) {
    const std::string& piece = pieces[i];
    name += (name.empty() ? "" : ", ") + (piece.starts_with("##") ? "-" + piece.substr(2) : piece);
  }
  return name.empty() ? std::string(words::kDictionaryNameless) : name;
}

std::string TextWithout(std::string_view text, std::span<const InsideUnit> units,
                        std::span<const size_t> struck) {
  std::string left;
  size_t at = 0;
  std::vector<size_t> order(struck.begin(), struck.end());
  std::ranges::sort(order);
  for (const size_t unit : order) {
    if (unit >= units.size() || units[unit].end > text.size() || units[unit].begin < at) continue;
    left += text.substr(at, units[unit].begin - at);
    at = units[unit].end;
    const bool opens = left.empty() || left.back() == ' ';
    if (opens && at < text.size() && text[at] == ' ') ++at;
  }
  left += text.substr(std::min(at, text.size()));
  while (!left.empty() && left.back() == ' ') left.pop_back();
  return left;
}

std::vector<size_t> StruckUnits(const InsideState& state, std::span<const InsideUnit> units) {
  if (state.edited.empty()) return {};
  // Greedy from the left: what is not there in its place has been struck.
  std::vector<size_t> struck;
  size_t at = 0;
  for (const size_t unit : WordsIn(units)) {
    const std::string word = WordsOfUnit(state.a, units[unit]);
    const size_t found = state.edited.find(word, at);
    if (found != std::string::npos && found <= at + 1) {
      at = found + word.size();
    } else {
      struck.push_back(unit);
    }
  }
  return TextWithout(state.a, units, struck) == state.edited ? struck : std::vector<size_t>();
}

Forecasts ForecastsOf(const InsideWordAnswer& forecast, const InsideWordAnswer& truth) {
  Forecasts found;
  if (forecast.weights.size() != truth.weights.size()) return found;
  for (const size_t unit : WordsIn(truth.units)) {
    if (std::fabs(truth.weights[unit]) < 0.005f) continue;
    ++found.all;
    found.right += (forecast.weights[unit] > 0) == (truth.weights[unit] > 0);
  }
  return found;
}

}  // namespace meander
