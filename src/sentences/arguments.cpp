// See arguments.h.
#include "sentences/arguments.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace meander {

std::pair<int, std::string_view> StopAndRest(std::string_view text) {
  const size_t space = std::min(text.find(' '), text.size());
  return {NumberIn(text.substr(0, space)),
          space < text.size() ? text.substr(space + 1) : std::string_view()};
}
float ShareIn(std::string_view text) {
  const float value = std::strtof(std::string(text.substr(0, 20)).c_str(), nullptr);
  return value >= -100 && value <= 100 ? value : 0;
}

bool IsStop(const SentencesState& state, int stop) {
  return stop >= 1 && stop <= state.stop_count();
}

}  // namespace meander
