// See region_names.h.
#include "make/region_names.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace meander {
namespace {

constexpr uint32_t kNoTerm = 0xFFFFFFFF;
constexpr uint32_t kFewestArticles = 3;
constexpr size_t kFirstTried = 6, kSecondTried = 8;
constexpr float kWholeShare = 0.62f;                       // one term says it all
constexpr float kLeastSecond = 0.2f, kLeastApart = 0.08f;  // of the first one's score
constexpr float kPlaceAhead = 3;                           // tells best what is alike apart
constexpr float kLeastPlaceShare = 0.2f, kLeastPlaceShareElsewhere = 0.35f, kLeastTwoPlaces = 0.45f;
constexpr size_t kStem = 5;

std::string Upper(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}
std::string Lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

}  // namespace

RegionNamer::RegionNamer(std::span<const SourceArticle> articles) : terms_(articles) {}

std::vector<RegionNamer::Scored> RegionNamer::Rank(std::span<const uint32_t> items,
                                                   uint32_t without) const {
  std::map<uint32_t, std::pair<float, uint32_t>> sums;  // weight, articles
  for (const uint32_t item : items) {
    const auto uses = terms_.Of(item);
    if (without != kNoTerm && std::ranges::find(uses, without, &TermUse::term) != uses.end()) {
      continue;
    }
    for (const TermUse& use : uses) {
      sums[use.term].first += use.weight;
      ++sums[use.term].second;
    }
  }
  std::vector<Scored> ranked;
  for (const auto& [term, sum] : sums) {
    if (sum.second < kFewestArticles) continue;
    const float share = sum.first / static_cast<float>(items.size());
    const float everywhere = terms_.TotalOf(term) / static_cast<float>(terms_.item_count());
    if (share > everywhere) ranked.push_back({share * std::log2(share / everywhere), term});
  }
  std::ranges::sort(ranked, [&](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : terms_.KeyOf(a.term) < terms_.KeyOf(b.term);
  });
  return ranked;
}

float RegionNamer::ShareWith(std::span<const uint32_t> items, uint32_t term) const {
  const auto has = [&](uint32_t item) {
    const auto uses = terms_.Of(item);
    return std::ranges::find(uses, term, &TermUse::term) != uses.end();
  };
  return static_cast<float>(std::ranges::count_if(items, has)) / static_cast<float>(items.size());
}

std::string RegionNamer::Join(uint32_t a, uint32_t b) const {
  const std::string first = terms_.ShownAs(a), second = terms_.ShownAs(b);
  if (terms_.IsPlace(a) == terms_.IsPlace(b)) return Upper(first) + " & " + second;
  return terms_.IsPlace(b) ? Upper(first) + " of " + second : Upper(second) + " of " + first;
}

// Names of two terms, the better ones first: the second is what says most of the articles that the
// first does not, or what tells the region from others of its kind.
std::vector<std::string> RegionNamer::Pairs(const NamelessRegion& region, const Scored& first,
                                            bool is_shared) const {
  const std::vector<uint32_t>& items = region.items;
  const float least_share = region.is_of_places ? kLeastPlaceShare : kLeastPlaceShareElsewhere;
  const std::string stem = Lower(terms_.KeyOf(first.term)).substr(0, kStem);
  std::vector<Scored> seconds;
  for (const Scored& second : Rank(items, is_shared ? kNoTerm : first.term)) {
    const bool is_alike = Lower(terms_.KeyOf(second.term)).substr(0, kStem) == stem;
    const bool is_rare_place =
        terms_.IsPlace(second.term) && ShareWith(items, second.term) < least_share;
    const bool is_long = Join(first.term, second.term).size() > kLongestName;
    if (!is_alike && !is_rare_place && !is_long) seconds.push_back(second);
    if (seconds.size() == kSecondTried) break;
  }
  if (is_shared || region.is_of_places) {
    const auto weight = [&](const Scored& of) {
      return of.score * (terms_.IsPlace(of.term) ? kPlaceAhead : 1);
    };
    std::ranges::stable_sort(seconds, std::ranges::greater{}, weight);
  }
  std::vector<std::string> pairs;
  for (const Scored& second : seconds) {
    if (second.score < (is_shared ? kLeastApart : kLeastSecond) * first.score) continue;
    pairs.push_back(Join(first.term, second.term));
  }
  return pairs;
}

// The two places that most of its articles are in; empty when those are not many.
std::string RegionNamer::TwoPlaces(std::span<const uint32_t> items) const {
  std::vector<uint32_t> places;
  for (const Scored& place : Rank(items, kNoTerm)) {
    if (!terms_.IsPlace(place.term)) continue;
    if (!places.empty() && Join(places[0], place.term).size() > kLongestName) continue;
    places.push_back(place.term);
    if (places.size() == 2) break;
  }
  const bool are_many =
      places.size() == 2 &&
      ShareWith(items, places[0]) + ShareWith(items, places[1]) >= kLeastTwoPlaces;
  return are_many ? Join(places[0], places[1]) : std::string();
}

std::vector<std::string> RegionNamer::Name(std::span<const NamelessRegion> regions,
                                           std::set<std::string>& taken) const {
  std::vector<std::vector<Scored>> ranks;
  std::map<uint32_t, int> first_in;
  for (const NamelessRegion& region : regions) {
    ranks.push_back(Rank(region.items, kNoTerm));
    ranks.back().resize(std::min(ranks.back().size(), kFirstTried));
    if (!ranks.back().empty()) ++first_in[ranks.back().front().term];
  }
  std::vector<std::string> names(regions.size());
  for (size_t region = 0; region < regions.size(); ++region) {
    for (const Scored& first : ranks[region]) {
      const bool is_shared = first_in[first.term] > 1;
      std::vector<std::string> wanted = Pairs(regions[region], first, is_shared);
      const std::vector<uint32_t>& items = regions[region].items;
      const bool is_whole = !is_shared && ShareWith(items, first.term) >= kWholeShare;
      wanted.insert(is_whole ? wanted.begin() : wanted.end(), Upper(terms_.ShownAs(first.term)));
      if (const std::string places = is_shared ? TwoPlaces(items) : std::string();
          regions[region].is_of_places && !places.empty()) {
        wanted.insert(wanted.begin(), places);
      }
      const auto free = std::ranges::find_if(
          wanted, [&](const std::string& name) { return taken.insert(Lower(name)).second; });
      if (free == wanted.end()) continue;
      names[region] = *free;
      break;
    }
  }
  return names;
}

}  // namespace meander
