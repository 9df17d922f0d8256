// Which runs of three letters the words of a line have, as bits: how much of their spelling two
// lines show one another, which a code of few numbers (gram_code.h) smooths away.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace meander {

inline constexpr int kMarkWords = 8;  // 512 bits

struct LetterMarks {
  std::array<uint64_t, kMarkWords> bits{};
  uint16_t count = 0;  // of bits that are set
};

// Of all words of four letters or more, so that "the" and "and" say nothing; case is dropped and a
// word's begin counts as a letter. A line of short words alone has the marks of all of them.
LetterMarks LetterMarksOf(std::string_view line);

// Runs of both, as a share of those of the line with fewer: hundredths, rounded down; 0 where
// either has none.
int SharedMarks(const LetterMarks& a, const LetterMarks& b);

}  // namespace meander
