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

// For each article every mention and whether it means its target. Agreement decides: the cosine of
// the two articles, and twice how much closer to the target the articles are that use its words
// than articles are in general ("well" says nothing about wells, "isotope" nearly always means
// isotopes). It must reach 0.45; 0.15 is enough for a name, a title that needs a parenthesis must
// reach 0.75, a common word with a capital inside a sentence 0.55. A common word inside a longer
// name ("Natural History Museum") never means its article. The numbers come from
// tests/reference/link_labels_tune.jsonl.
std::vector<std::vector<JudgedMention>> JudgeMentions(std::span<const SourceArticle> articles,
                                                      const Closeness& cosine);

// For each article its links in order, not overlapping, each target at most once.
std::vector<std::vector<TextLink>> FindTextLinks(std::span<const SourceArticle> articles,
                                                 const Closeness& cosine);

// How often each article is the target, over all links.
std::vector<uint32_t> CountMentions(std::span<const std::vector<TextLink>> links);

}  // namespace meander
