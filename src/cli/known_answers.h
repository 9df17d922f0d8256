// What ./meander pack asks the engine about a pack of photos before it is whole, so that its page
// has those answers before the network has come.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/error.h"

namespace meander {

// An item's "answers" chunk each (pack/photo_sections.h): its look, and what its page shows at
// first beside that, its groups for the class that is seen first rather than the second.
Result<std::vector<std::vector<uint8_t>>> AnswersOfPhotos(const std::filesystem::path& pack);

}  // namespace meander
