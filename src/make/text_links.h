// Links in the articles' texts: mentions of other articles' titles, kept only where they mean it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "make/article_source.h"
#include "make/mentions.h"
#include "pack/sections.h"

namespace meander {

struct JudgedMention {
  Mention mention;
  float cosine;   // between the two articles
  bool is_meant;  // the words mean the article
};

// For each article every mention and whether it means its target. Agreement decides, the sum of
// - how close the two articles are: half by their cosine, half by that of the target and the five
//   closest to it of the article's thirty nearest,
// - one and a half times the lift of the title's words: how much closer to the target the articles
//   are that use them than articles are in general ("well" says nothing about wells, "isotope"
//   nearly always means isotopes).
// It must reach 0.44: 0.14 for a name, 0.34 for a plural, 0.74 for a title that needs a
// parenthesis, for a name written small and for a common word with a capital inside a sentence. A
// common word inside a longer name ("Natural History Museum") never means its article. The numbers
// were tuned on labels by hand, see tests/reference/link_labels.md.
std::vector<std::vector<JudgedMention>> JudgeMentions(std::span<const SourceArticle> articles,
                                                      const NeighborLists& neighbors,
                                                      const Closeness& cosine);

// For each article its links in order, not overlapping, each target at most once.
std::vector<std::vector<TextLink>> FindTextLinks(std::span<const SourceArticle> articles,
                                                 const NeighborLists& neighbors,
                                                 const Closeness& cosine);

// How often each article is the target, over all links.
std::vector<uint32_t> CountMentions(std::span<const std::vector<TextLink>> links);

}  // namespace meander
