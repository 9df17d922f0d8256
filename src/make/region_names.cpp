// See region_names.h.
#include "make/region_names.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace meander {
namespace {

constexpr int kFewestArticles = 3;
constexpr size_t kTried = 40, kTriedPairs = 12;
constexpr float kOthers = 2;               // how much the share of all others counts
constexpr float kLeastShare = 0.07f;       // of a region, of one term
constexpr float kLeastLift = 1.5f;         // against all others
constexpr float kCostOfATerm = 0.04f;      // the next one must say more than that
constexpr float kLeastKindOfPlace = 0.3f;  // of a region, kind and place in one
constexpr size_t kStem = 5;

std::string Upper(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}
std::string Lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}
float Sum(std::span<const int> percents) {
  return static_cast<float>(std::accumulate(percents.begin(), percents.end(), 0)) / 100;
}

}  // namespace

struct RegionNamer::Region {
  std::vector<uint32_t> items;  // ascending
  float others;                 // how many articles there are besides
};

RegionNamer::RegionNamer(std::span<const SourceArticle> articles) : terms_(articles) {
  for (uint32_t item = 0; item < terms_.item_count(); ++item) {
    for (const TermUse& use : terms_.Of(item)) {
      if (use.term >= uses_.size()) uses_.resize(use.term + 1);
      const int percent = std::min(100, static_cast<int>(use.weight * 100 + 0.5f));
      uses_[use.term].push_back({item, percent});
    }
  }
  for (const std::vector<Use>& uses : uses_) {
    totals_.push_back(
        std::accumulate(uses.begin(), uses.end(), int64_t{0},
                        [](int64_t sum, const Use& use) { return sum + use.percent; }));
  }
}

float RegionNamer::ScoreOf(const Region& region, const Candidate& candidate) const {
  const float inside = Sum(candidate.covered);
  const float outside = static_cast<float>(candidate.everywhere) / 100 - inside;
  return inside / static_cast<float>(region.items.size()) -
         kOthers * outside / std::max(region.others, 1.f) -
         kCostOfATerm * static_cast<float>(candidate.terms.size() - 1);
}

// How much of all articles one of the terms says, each article by the one that says it best.
int64_t RegionNamer::CoveredByAll(std::span<const uint32_t> terms) const {
  std::map<uint32_t, int> best;
  for (const uint32_t term : terms) {
    for (const Use& use : uses_[term]) {
      int& percent = best[use.item];
      percent = std::max(percent, use.percent);
    }
  }
  int64_t sum = 0;
  for (const auto& [item, percent] : best) sum += percent;
  return sum;
}

// Terms that say many of the articles and more of them than elsewhere, the best first.
std::vector<RegionNamer::Candidate> RegionNamer::Singles(const Region& region) const {
  std::map<uint32_t, Candidate> by_term;
  const size_t count = region.items.size();
  for (size_t i = 0; i < count; ++i) {
    for (const TermUse& use : terms_.Of(region.items[i])) {
      Candidate& candidate = by_term[use.term];
      candidate.covered.resize(count);
      candidate.covered[i] = std::min(100, static_cast<int>(use.weight * 100 + 0.5f));
    }
  }
  std::vector<Candidate> singles;
  for (auto& [term, candidate] : by_term) {
    candidate.terms = {term};
    candidate.everywhere = totals_[term];
    candidate.name = Upper(terms_.ShownAs(term));
    candidate.score = ScoreOf(region, candidate);
    const float inside = Sum(candidate.covered);
    const float share = inside / static_cast<float>(count);
    const float elsewhere =
        (static_cast<float>(candidate.everywhere) / 100 - inside) / region.others;
    const auto articles = std::ranges::count_if(candidate.covered, [](int of) { return of > 0; });
    if (articles < kFewestArticles || share < kLeastShare || share < kLeastLift * elsewhere)
      continue;
    singles.push_back(std::move(candidate));
  }
  std::ranges::sort(singles, [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.name < b.name;
  });
  if (singles.size() > kTried) singles.resize(kTried);
  return singles;
}

std::string RegionNamer::Joined(std::span<const uint32_t> terms) const {
  std::string name = Upper(terms_.ShownAs(terms[0]));
  for (size_t i = 1; i < terms.size(); ++i) {
    name += (i + 1 < terms.size() ? ", " : " & ") + terms_.ShownAs(terms[i]);
  }
  return name;
}

// `to` with one term more, when that makes it better.
void RegionNamer::AddTerm(const Region& region, const Candidate& to, const Candidate& term,
                          std::vector<Candidate>& into) const {
  const auto stem = [&](uint32_t of) { return Lower(terms_.KeyOf(of)).substr(0, kStem); };
  const uint32_t added = term.terms[0];
  for (const uint32_t other : to.terms) {
    if (stem(other) == stem(added)) return;
  }
  Candidate candidate{{}, 0, to.terms, to.covered, 0};
  candidate.terms.push_back(added);
  candidate.name = Joined(candidate.terms);
  if (candidate.name.size() > kLongestName) return;
  for (size_t i = 0; i < candidate.covered.size(); ++i) {
    candidate.covered[i] = std::max(candidate.covered[i], term.covered[i]);
  }
  const float gained = Sum(candidate.covered) - Sum(to.covered);
  if (gained < kLeastShare * static_cast<float>(region.items.size())) return;
  candidate.everywhere = CoveredByAll(candidate.terms);
  candidate.score = ScoreOf(region, candidate);
  if (candidate.score > to.score) into.push_back(std::move(candidate));
}

void RegionNamer::AddKindOfPlace(const Region& region, const Candidate& a, const Candidate& b,
                                 std::vector<Candidate>& into) const {
  const bool is_place = terms_.IsPlace(b.terms[0]);
  if (terms_.IsPlace(a.terms[0]) == is_place) return;
  const Candidate& kind = is_place ? a : b;
  const Candidate& place = is_place ? b : a;
  Candidate both{kind.name + " of " + terms_.ShownAs(place.terms[0]),
                 0,
                 {kind.terms[0], place.terms[0]},
                 kind.covered,
                 0};
  if (both.name.size() > kLongestName) return;
  for (size_t i = 0; i < both.covered.size(); ++i) {
    // A text that names the place at all is in it, when it is of the kind.
    both.covered[i] = place.covered[i] > 0 ? kind.covered[i] : 0;
  }
  if (Sum(both.covered) < kLeastKindOfPlace * static_cast<float>(region.items.size())) return;
  std::set<uint32_t> there;
  for (const Use& use : uses_[place.terms[0]]) there.insert(use.item);
  for (const Use& use : uses_[kind.terms[0]])
    both.everywhere += there.contains(use.item) ? use.percent : 0;
  both.score = ScoreOf(region, both);
  into.push_back(std::move(both));
}

// Names of one region, the best first.
std::vector<RegionNamer::Candidate> RegionNamer::Candidates(std::span<const uint32_t> items) const {
  Region region{{items.begin(), items.end()},
                static_cast<float>(terms_.item_count()) - static_cast<float>(items.size())};
  std::ranges::sort(region.items);
  const std::vector<Candidate> singles = Singles(region);
  const auto best_first = [](std::vector<Candidate>& of) {
    std::ranges::sort(of, [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.name < b.name;
    });
  };
  std::vector<Candidate> pairs, names = singles;
  for (size_t a = 0; a < singles.size(); ++a) {
    for (size_t b = 0; b < singles.size(); ++b) {
      if (a < b) AddTerm(region, singles[a], singles[b], pairs);
      if (a < b) AddKindOfPlace(region, singles[a], singles[b], names);
    }
  }
  best_first(pairs);
  for (size_t pair = 0; pair < std::min(kTriedPairs, pairs.size()); ++pair) {
    for (const Candidate& third : singles) AddTerm(region, pairs[pair], third, names);
  }
  names.insert(names.end(), pairs.begin(), pairs.end());
  best_first(names);
  return names;
}

std::vector<std::string> RegionNamer::Name(std::span<const std::vector<uint32_t>> regions,
                                           std::set<std::string>& taken) const {
  std::vector<std::vector<Candidate>> candidates;
  std::map<uint32_t, int> alone_in;  // regions that a term says best by itself
  for (const std::vector<uint32_t>& items : regions) {
    candidates.push_back(Candidates(items));
    const auto single = std::ranges::find(candidates.back(), 1u,
                                          [](const Candidate& of) { return of.terms.size(); });
    if (single != candidates.back().end()) ++alone_in[single->terms[0]];
  }
  // A term that is the first word for several regions does not tell them apart: such a name comes
  // last.
  const auto is_shared = [&](const Candidate& of) {
    return of.terms.size() == 1 && alone_in[of.terms[0]] > 1;
  };
  for (std::vector<Candidate>& of : candidates)
    std::ranges::stable_partition(of, std::not_fn(is_shared));
  std::vector<size_t> order(regions.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t region) {
    return candidates[region].empty() ? -10.f : candidates[region][0].score;
  });
  std::vector<std::string> names(regions.size());
  for (const size_t region : order) {
    const auto free = std::ranges::find_if(candidates[region], [&](const Candidate& of) {
      return of.name.size() <= kLongestName && !taken.contains(Lower(of.name));
    });
    if (free == candidates[region].end()) continue;
    names[region] = free->name;
    taken.insert(Lower(free->name));
    // The same words the other way round are no other name.
    taken.insert(Lower(Joined(std::vector(free->terms.rbegin(), free->terms.rend()))));
  }
  return names;
}

}  // namespace meander
