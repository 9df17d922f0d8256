// Mends what removed markup left behind in a source's texts. Reading the source is
// article_source.h.
#pragma once

#include <string>
#include <string_view>

namespace meander {

// Spaces: one between words, none before punctuation or inside brackets; empty brackets, doubled
// commas and note marks go; a line broken in mid-sentence is joined, other lines stay paragraphs;
// ill-formed UTF-8 becomes U+FFFD; control characters go.
std::string CleanText(std::string_view text);

// The same, and where `is_formal` (mathematics, physics) a formula was taken out of a sentence, "…"
// stands in its place, so that the sentence says that something is missing. `title` is not mistaken
// for the end of such a gap's sentence: what was removed right after it was a pronunciation.
std::string CleanArticleText(std::string_view text, std::string_view title, bool is_formal);

// How many places look like a formula was taken out: a word that cannot end a phrase before a gap.
int CountFormulaGaps(std::string_view text);

}  // namespace meander
