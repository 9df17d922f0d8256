// What an Inside link holds: both sentences, how one looks at them, and what is pinned.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "inside/state.h"

namespace meander {

struct InsideLink {
  std::string a, b;
  InsideLook look;
  InsideTarget pinned{};
  std::string c{}, edited{};
};

// What is asked and looked at, and back: what came of it is not touched.
InsideLink InsideLinkOf(const InsideState& state);
void LookAsLinked(InsideState& state, InsideLink link);

std::string WriteInsideLink(const InsideLink& link);
// kCorrupt, kTooNew: a sentence for the reader.
Result<InsideLink> ReadInsideLink(std::string_view payload);

}  // namespace meander
