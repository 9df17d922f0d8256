// Finding an article by what is typed of its title: beginnings first, then inner words, then inside
// words, then one typing mistake. Case and accents do not matter.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meander {

class TitleSearch {
 public:
  // `importance` orders equal matches, larger first; one a title.
  TitleSearch() = default;
  TitleSearch(std::span<const std::string> titles, std::span<const uint8_t> importance);

  // At most `limit` items, best first. Empty for a text without letters or digits.
  std::vector<uint32_t> Find(std::string_view typed, size_t limit) const;
  // The cheap stand-in for meaning: titles that share the most words with `typed`.
  std::vector<uint32_t> FindByWords(std::string_view typed, size_t limit) const;

 private:
  std::vector<std::string> folded_;
  std::vector<uint8_t> importance_;
};

// Lower case, Latin accents dropped, apostrophes and full stops left out, every other sign as a
// single space.
std::string FoldForSearch(std::string_view text);

}  // namespace meander
