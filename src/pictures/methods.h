// The ways of weighing, by key and by name.
#pragma once

#include <optional>
#include <string_view>

#include "pictures/look.h"

namespace meander {

inline constexpr int kPictureMethods = 5;
std::string_view PictureMethodKey(PictureMethod method);
std::string_view PictureMethodName(PictureMethod method);
std::string_view PictureMethodShort(PictureMethod method);  // "slope summed": beside a line
std::optional<PictureMethod> PictureMethodOf(std::string_view key);
// Whether it weighs parts of the picture itself, not of a layer.
inline bool IsOfPicture(PictureMethod method) {
  return method == PictureMethod::kOcclusion || method == PictureMethod::kLime;
}

}  // namespace meander
