// The articles of a pack while it is being made: what the source says, cleaned, and everything the
// steps add to them, column by column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "pack/sections.h"

namespace meander {

struct SourceArticle {
  std::string title, text, description;
  int topic = -1;  // design order; -1: the source gives none
};

// One JSON object a line: title, text, description, topic. `limit` > 0 keeps every n-th article so
// that about `limit` remain. kCorrupt with the line's number; two titles with one StableId are
// refused.
Result<std::vector<SourceArticle>> ReadArticles(std::string_view jsonl, size_t limit);

}  // namespace meander
