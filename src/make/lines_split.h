// Sentences in the running text of a book: where each begins and ends, and how it reads standing
// alone. Which of them may become lines is lines_rules.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meander {

struct SplitSentence {
  uint32_t begin = 0,
           end = 0;  // byte range in the paragraph, spaces and quotes at its ends left out
  std::string text;  // as a line: quotes straight, one space, no quotes around it
};

// Straight quotes, "—" for "--", one space between words, no controls; ill-formed UTF-8 repaired.
std::string PlainParagraph(std::string_view text);

// The sentences of a paragraph that PlainParagraph made. A sentence ends at . ! or ? (and quotes or
// brackets behind it) before a capital or the paragraph's end; "Mr." and "W." end none. A quotation
// mark without its partner inside the sentence is left out at its ends.
std::vector<SplitSentence> SplitSentences(std::string_view paragraph);

}  // namespace meander
