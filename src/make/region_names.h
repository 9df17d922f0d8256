// What regions of a map are called, by words that say most of their articles and few of the others.
// Where the regions lie is regions.h.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "make/region_terms.h"

namespace meander {

inline constexpr size_t kLongestName = 26;  // bytes

class RegionNamer {
 public:
  explicit RegionNamer(std::span<const SourceArticle> articles);

  // A name for each region; empty where its articles share no word that is still free. A name is
  // one to three terms, and an article is covered by the one that says it best: "Painters &
  // philosophers"; or a kind and a place, and covered is what is both: "Rivers of Africa". The best
  // name has the largest share of the region's articles, less twice that of all others. `taken`:
  // names in lower case that are used up; grows.
  std::vector<std::string> Name(std::span<const std::vector<uint32_t>> regions,
                                std::set<std::string>& taken) const;

 private:
  struct Use {
    uint32_t item;
    int percent;  // how surely the term says the article
  };
  // Terms together, as a name: their score in one region, and how much each article is covered.
  struct Candidate {
    std::string name;
    float score = 0;
    std::vector<uint32_t> terms;
    std::vector<int> covered;  // percent, one an item of the region
    int64_t everywhere = 0;    // their sum over all articles
  };
  // One region while it is named.
  struct Region;

  std::vector<Candidate> Singles(const Region& region) const;
  void AddTerm(const Region& region, const Candidate& to, const Candidate& term,
               std::vector<Candidate>& into) const;
  void AddKindOfPlace(const Region& region, const Candidate& a, const Candidate& b,
                      std::vector<Candidate>& into) const;
  std::vector<Candidate> Candidates(std::span<const uint32_t> items) const;
  int64_t CoveredByAll(std::span<const uint32_t> terms) const;
  float ScoreOf(const Region& region, const Candidate& candidate) const;
  std::string Joined(std::span<const uint32_t> terms) const;

  RegionTerms terms_;
  std::vector<std::vector<Use>> uses_;  // by term, ascending items
  std::vector<int64_t> totals_;         // by term
};

}  // namespace meander
