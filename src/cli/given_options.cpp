// See given_options.h.
#include "cli/given_options.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace meander {

std::string GivenOptions::Text(const std::string& name, const std::string& otherwise) const {
  const auto at = values.find(name);
  return at == values.end() ? otherwise : at->second;
}

Result<int> GivenOptions::Number(const std::string& name, int lowest, int highest,
                                 int otherwise) const {
  const auto at = values.find(name);
  if (at == values.end()) return otherwise;
  return WholeNumber(name, at->second, lowest, highest);
}

Result<GivenOptions> ReadOptions(std::span<const std::string> arguments, const char* verb,
                                 std::span<const char* const> with_value,
                                 std::span<const char* const> flags) {
  GivenOptions given;
  bool only_words = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const auto is_it = [&](const char* name) { return argument == name; };
    if (only_words || !argument.starts_with("-") || argument == "-") {
      given.words.push_back(argument);
    } else if (argument == "--") {
      only_words = true;
    } else if (given.Has(argument)) {
      return Fail(ErrorCode::kInvalidInput, argument + " is given twice.");
    } else if (std::ranges::any_of(flags, is_it)) {
      given.values[argument] = "";
    } else if (std::ranges::any_of(with_value, is_it)) {
      if (i + 1 == arguments.size()) {
        return Fail(ErrorCode::kInvalidInput, argument + " needs a value.");
      }
      given.values[argument] = arguments[++i];
    } else {
      return Fail(ErrorCode::kInvalidInput, "\"" + argument + "\" is not understood; see " + verb +
                                                " --help (texts that begin with - come after --).");
    }
  }
  return given;
}

double Short(double value) {
  char text[40];
  std::snprintf(text, sizeof(text), "%.8g", value);
  return std::atof(text);
}

}  // namespace meander
