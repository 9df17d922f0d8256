// What regions of a map are called, by what sets their articles' words apart from all others'
// (class-based TF-IDF). Where the regions lie is regions.h.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "make/region_terms.h"

namespace meander {

inline constexpr size_t kLongestName = 24;  // bytes

struct NamelessRegion {
  std::vector<uint32_t> items;
  bool is_of_places = false;  // most of them are cities, rivers and the like
};

class RegionNamer {
 public:
  explicit RegionNamer(std::span<const SourceArticle> articles);

  // A name for each region, earlier ones choosing first; empty where its articles share no word. A
  // term's score is its share of the region × log2 of how much larger that is than its share of all
  // articles. One term where most of the articles have it, else two: "Painters & philosophers",
  // "Cities of Africa". A term that would come first in several regions is told apart by a second
  // one, or where it is a region of places by those: "China & Indonesia". `taken`: names in lower
  // case that are used up; grows.
  std::vector<std::string> Name(std::span<const NamelessRegion> regions,
                                std::set<std::string>& taken) const;

 private:
  struct Scored {
    float score;
    uint32_t term;
  };
  // Best first; items that have `without` count for nothing.
  std::vector<Scored> Rank(std::span<const uint32_t> items, uint32_t without) const;
  float ShareWith(std::span<const uint32_t> items, uint32_t term) const;
  std::string Join(uint32_t a, uint32_t b) const;
  std::vector<std::string> Pairs(const NamelessRegion& region, const Scored& first,
                                 bool is_shared) const;
  std::string TwoPlaces(std::span<const uint32_t> items) const;

  RegionTerms terms_;
};

}  // namespace meander
