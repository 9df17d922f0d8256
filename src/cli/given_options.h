// The options of a verb that looks into something: read, asked for, and numbers as JSON.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/cli.h"

namespace meander {

// "--name value" pairs, flags and plain words; every option at most once.
struct GivenOptions {
  std::vector<std::string> words;
  std::map<std::string, std::string> values;  // flags have an empty one
  bool Has(const std::string& name) const { return values.contains(name); }
  // The value, or `otherwise`.
  std::string Text(const std::string& name, const std::string& otherwise) const;
  Result<int> Number(const std::string& name, int lowest, int highest, int otherwise) const;
};
// `verb` for the sentence about what is not understood. What follows "--" is words only.
Result<GivenOptions> ReadOptions(std::span<const std::string> arguments, const char* verb,
                                 std::span<const char* const> with_value,
                                 std::span<const char* const> flags);

// Eight digits that say all a float knows.
double Short(double value);

}  // namespace meander
