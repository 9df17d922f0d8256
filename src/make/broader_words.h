// Words broader than those in which articles say what they are: a physicist is a scientist, a text
// of loans and prices is about the economy, Kenya lies in Africa. What one region's articles have
// in common is often a word that none of them uses.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace meander {

enum class Breadth : uint8_t {
  kKind,   // what an article says it is
  kField,  // what its text is about
  kLand    // where
};

struct BroaderWord {
  std::string_view word, shown;  // as a key among terms; as it stands in a name
  Breadth breadth;
  std::string_view narrower;  // words that say it, between spaces
};

std::span<const BroaderWord> BroaderWords();

}  // namespace meander
