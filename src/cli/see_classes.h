// What a reader calls a class: its number, or its name; and "A/B" for one more than another.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/error.h"

namespace meander {

// A number from 0 to 999 or a whole name, capitals or not. A name that two classes have, or none,
// is kInvalidInput with what would do.
Result<int> ClassNamed(std::span<const std::string> classes, std::string_view text);

struct ClassChoice {
  int a = 0, b = -1;  // -1: a alone
};
// Names may hold a "/" themselves: it parts two classes only where both sides are one.
Result<ClassChoice> ClassesNamed(std::span<const std::string> classes, const std::string& text);

}  // namespace meander
