// Names of the files that a reader saves.
#pragma once

#include <string>
#include <string_view>

namespace meander {

// "From Cartography to Memory" → "from-cartography-to-memory"; other characters are dropped, so
// that every file system takes it.
std::string FileStemOf(std::string_view title);

}  // namespace meander
