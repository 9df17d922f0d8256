// Questions about lines while they are being answered, a slice at a time, and what their answers
// share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/gradient_search.h"
#include "engine/line_answers.h"
#include "engine/line_questions.h"
#include "engine/line_store.h"
#include "text/sentences.h"

namespace meander {

struct GradientJob {
  std::vector<std::vector<uint32_t>> passed_over;  // the stops of better answers
  bool has_sketched = false, looks_english = true;
  std::optional<GradientQuestion> question;
  // The same without its pins, while that is looked at first.
  std::optional<GradientQuestion> free_question;
  std::optional<GradientSearch> search;
};

// The last question's answers, so that "another way" goes on instead of starting over.
struct GradientMemory {
  std::optional<GradientRequest> question;  // with another = 0
  uint32_t own_count = 0;                   // lines of the reader's own text at the time
  std::vector<std::vector<uint32_t>> answers;
};

struct OwnTextJob {
  std::string text;
  FoundSentences sentences;
  size_t next = 0;
  bool was_latin_1 = false;
};

inline SpaceShares SharesOf(SpaceMix mix) { return {mix.meaning, mix.spelling, mix.sound}; }
LineChoice ChoiceOf(const LineStore& store, uint32_t line);
// The lines that may be stops. kNotFound: no such shelf, or no own lines.
Result<std::vector<AllowedLines::Range>> RangesOf(const LineStore& store, LineStock stock,
                                                  uint16_t within_shelf);

}  // namespace meander
