// Where articles' texts name other articles: every place where a title stands, whatever it means
// there. Which of them become links is text_links.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "make/article_source.h"

namespace meander {

struct Mention {
  uint32_t begin, end;  // byte range in the text
  uint32_t target;
  bool is_name;      // a capital inside a sentence and no piece of a longer name, or several words
  bool is_doubtful;  // the title needs a parenthesis to be told apart
};

// For each article every mention in order, not overlapping, never of itself. The longest title
// wins; plurals and a leading "The" count; a parenthesis in a title is not looked for in texts.
std::vector<std::vector<Mention>> FindMentions(std::span<const SourceArticle> articles);

}  // namespace meander
