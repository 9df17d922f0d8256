// BERT's text normalisation: cleaned, accents stripped, lower case, Chinese characters set apart;
// each resulting character knows which bytes of the reader's own text it came from. Equal to the
// reference (Hugging Face tokenizers' BertNormalizer) for every code point; tables in
// unicode_table.inc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace meander {

struct NormalizedCharacter {
  char32_t code_point;
  uint32_t begin, end;  // byte range in the original text
};

// Appends the normalised characters of text[from, to) to `out`. Ill-formed UTF-8 counts as U+FFFD,
// which the normalisation drops.
void AppendNormalized(std::string_view text, size_t from, size_t to,
                      std::vector<NormalizedCharacter>& out);

// ASCII signs and Unicode's P categories: each is a word of its own.
bool IsPunctuation(char32_t code_point);

}  // namespace meander
