// Where things lie when the program runs natively: in this checkout's build folder and the cache
// that set-up filled.
#pragma once

#include <string>
#include <vector>

#include "app/start_options.h"

namespace meander {

// The head file's name in a pack's folder, and in a model's.
inline constexpr const char* kHeadFile = "pack.meander";
inline constexpr const char* kModelHeadFile = "model.meander";

// The four faces in `folder`, in the order of `enum class Face`.
std::vector<std::string> FaceFiles(const std::string& folder);

// [ROOM] [PACK FOLDER] [MODEL FOLDER] [FONT FOLDER], each with its default.
StartOptions NativeOptions(const std::vector<std::string>& arguments);

}  // namespace meander
