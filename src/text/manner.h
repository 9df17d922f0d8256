// How a line speaks, apart from what it says: among lines that all tell something, one that asks,
// cries out or speaks as nobody does now reads as if it came from elsewhere.
#pragma once

#include <string_view>

namespace meander {

struct Manner {
  bool asks = false;    // has a question mark
  bool cries = false;   // has an exclamation mark
  bool is_old = false;  // "thou", "hath", "'tis", "o'er", "kill'd"
};
Manner MannerOf(std::string_view line);

// What either does.
Manner EitherManner(const Manner& a, const Manner& b);

// In how many ways `line` speaks as `ends`, all ends taken together, never do.
int StrangeManners(const Manner& line, const Manner& ends);

}  // namespace meander
