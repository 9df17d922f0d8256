// From paragraphs to lines: splits, applies the rules and sets twins aside.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/error.h"
#include "make/lines_rules.h"
#include "make/lines_source.h"
#include "make/word_forms.h"

namespace meander {

// Words in small letters, to judge lines by.
struct LineWords {
  std::unordered_set<std::string> common;  // the encoder's own
  std::unordered_set<std::string> spoken;  // those of the dictionary of sounds
  WordForms forms;                         // empty: no line is asked to stand by itself
};

struct ChosenLine {
  std::string text;
  uint32_t work = 0;            // of its source
  uint32_t paragraph = 0;       // of its work
  uint32_t begin = 0, end = 0;  // bytes in the paragraph's text
};

struct ChosenSource {
  std::vector<ChosenLine> lines;                                          // by work, then by place
  std::array<uint32_t, static_cast<size_t>(LineFault::kCount)> faults{};  // [kNone]: kept
};

// One entry a source, in their order; of twins the first stays, in the order of sources. Where more
// than a source's most remain, the plainest do: those with the fewest words that are not
// common, ties by hash. The first sentence of a work needs no cast. No two lines have one StableId.
std::vector<ChosenSource> ChooseLines(const std::vector<LineSource>& sources, const BarList& bars,
                                      const LineWords& words);

}  // namespace meander
