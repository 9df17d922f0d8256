// Links in the articles' texts: mentions of other articles' titles, kept only where meaning agrees.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "make/article_source.h"
#include "pack/sections.h"

namespace meander {

// For each article its links in order, not overlapping, each target at most once. The longest title
// wins; plurals and a leading "The" count; a parenthesis in a title is not looked for in texts.
// `cosine` tells how close two articles are.
//
// A mention is kept by how surely it means the article: names (a capital inside a sentence that is
// no piece of a longer name, or more than one word) from 0.15 up, common words from 0.30, titles
// that need a parenthesis to be told apart, and words that very many articles use, from 0.38.
std::vector<std::vector<TextLink>> FindTextLinks(
    std::span<const SourceArticle> articles,
    const std::function<float(uint32_t, uint32_t)>& cosine);

// How often each article is the target, over all links.
std::vector<uint32_t> CountMentions(std::span<const std::vector<TextLink>> links);

}  // namespace meander
