// Where articles' texts name other articles: every place where a title stands, whatever it means
// there. Which of them become links is text_links.h.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "make/article_source.h"

namespace meander {

enum class Writing : uint8_t {
  kSmall,          // with a small first letter
  kOpensSentence,  // where the case says nothing
  kCapital,        // a capital inside a sentence
  kPieceOfName,    // a capital inside a sentence and inside a longer name: "Maple Leaf Rag"
  kAnotherName     // the same, where the whole surely names something else: "David I"
};

struct Mention {
  uint32_t begin, end;  // byte range in the text
  uint32_t target;
  Writing writing;
  bool is_doubtful;  // the title needs a parenthesis to be told apart
  bool is_plural;    // of the title
};

// How close two articles are in meaning.
using Closeness = std::function<float(uint32_t, uint32_t)>;

// For each article every mention in order, not overlapping, never of itself. The longest title
// wins; plurals and a leading "The" count; a parenthesis in a title is not looked for in texts. Of
// several titles that differ in the parenthesis alone the one that goes on like the text is taken,
// else one without any, else the one closest to the article.
std::vector<std::vector<Mention>> FindMentions(std::span<const SourceArticle> articles,
                                               const Closeness& cosine);

}  // namespace meander
