// The words in which the articles of a map say what they are: what a region may be called after.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "make/article_source.h"

namespace meander {

// "cities" → "city"; words that are no plural stay. Lower case.
std::string SingularOf(std::string_view word);
std::string PluralOf(std::string_view word);

// What one description says its article is ("Rivers in West Africa" is a river), and where.
struct Said {
  std::vector<std::string> kinds;   // singular, lower case, each once
  std::vector<std::string> places;  // as written, each once
};
Said WhatItSays(std::string_view description);

// How much a term counts for an article, and for all of them.
struct TermUse {
  uint32_t term;
  float weight;
};

class RegionTerms {
 public:
  explicit RegionTerms(std::span<const SourceArticle> articles);

  std::span<const TermUse> Of(uint32_t item) const { return uses_[item]; }
  size_t item_count() const { return uses_.size(); }
  float TotalOf(uint32_t term) const { return terms_[term].total; }
  const std::string& KeyOf(uint32_t term) const { return terms_[term].key; }
  bool IsPlace(uint32_t term) const { return terms_[term].is_place; }
  // As it stands in a name, in the plural where people use one: "rivers", "music", "China".
  std::string ShownAs(uint32_t term) const;

 private:
  struct Term {
    std::string key;
    std::string_view shown;  // of a broader word
    bool is_place = false;
    uint32_t as_kind = 0;  // articles that say they are one
    float total = 0;
  };
  void CountWords(const SourceArticle& article);
  void AddBroader(const std::set<std::string>& words, const Said& said,
                  std::map<std::string, float>& uses);
  void Add(std::map<std::string, float>& uses, const std::string& key, bool is_place, float weight);

  std::map<std::string, uint32_t> term_by_key_;
  std::vector<Term> terms_;
  std::vector<std::vector<TermUse>> uses_;                 // by item, ascending terms
  std::map<std::string, std::vector<size_t>> broader_of_;  // by narrower word
  std::map<std::string, uint32_t> low_words_;              // how often a word is written small
};

}  // namespace meander
