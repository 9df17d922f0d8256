// Which true neighbours are near by spelling rather than by meaning: the reader takes words in
// pieces, so that Cartography comes to lie near Cart and Cartagena. The rule was tuned and scored
// on pairs labelled by hand (tests/reference/spelling_labels.md).
#pragma once

#include <functional>
#include <vector>

#include "base/error.h"
#include "make/article_source.h"
#include "net/weights.h"
#include "pack/sections.h"
#include "pack/spelling_section.h"
#include "text/word_piece.h"

namespace meander {

struct SpellingQuestion {
  const std::vector<SourceArticle>& articles;
  const NeighborLists& neighbors;  // kListsCompared an item, or there is no answer
  const std::vector<std::vector<TextLink>>& links;
};
inline constexpr uint32_t kListsCompared = 50;

// Pairs that may be: one is among the other's ten nearest, words of their titles begin alike,
// neither text leads to the other, and of their fifty nearest at most six are the same. In order,
// `left` not known yet.
std::vector<SpellingPair> SpellingSuspects(const SpellingQuestion& question);

// Reads both texts of each suspect again, without the words that begin alike, and fills `left` in.
Result<void> ReadWithoutBeginnings(const SpellingQuestion& question, const WordPiece& pieces,
                                   const Weights& weights, int threads,
                                   const std::function<bool(double)>& progress,
                                   std::vector<SpellingPair>& suspects);

// Those of which so little is left that it was the spelling. A word that stands in both titles, and
// neighbours in common, speak for meaning: then less must be left.
std::vector<SpellingPair> NearBySpelling(const SpellingQuestion& question,
                                         const std::vector<SpellingPair>& read);

}  // namespace meander
