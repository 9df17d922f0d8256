// Makes the tables of letters and sounds (space/gram_table.h) and the book of pronunciations of a
// pack of lines.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/error.h"
#include "pack/line_sections.h"
#include "space/gram_code.h"

namespace meander {

// Rows for the buckets: V · idf of the lines' tf-idf matrix (each line of unit length), of which
// V are the `kGramDim` first right singular vectors after the very first, which all lines share;
// idf = 1 + ln((1 + lines) / (1 + lines with the bucket)). The result does not depend on the
// machine's number of threads. kCancelled when `progress` returns false.
Result<GramTable> TrainGramTable(const std::vector<std::vector<GramCount>>& lines, uint64_t seed,
                                 const std::function<bool(double)>& progress);

// The first pronunciation of every word of `dictionary` ("word": "PH AH1 …" a line, as in npm
// cmu-pronouncing-dictionary's index.js) that is a word of some line or in `common`. Words with
// other characters than letters and apostrophes are left out; kCorrupt when no word can be read.
Result<PhoneBook> ChoosePhones(std::string_view dictionary, const LineTable& lines,
                               std::span<const std::string> common);
// Its words alone.
std::unordered_set<std::string> WordsOfDictionary(std::string_view dictionary);

}  // namespace meander
