// See methods.h.
#include "pictures/methods.h"

#include <array>

#include "canvas/words.h"

namespace meander {
namespace {

struct Named {
  std::string_view key, name, brief;
};
constexpr std::array<Named, kPictureMethods> kNamed = {{
    {"integrated", words::kPicturesIntegrated, words::kPicturesStageShortIntegrated},
    {"gradient", words::kPicturesGradient, words::kPicturesStageShortGradient},
    {"occlusion", words::kPicturesOcclusion, words::kPicturesStageShortOcclusion},
    {"lime", words::kPicturesLime, words::kPicturesStageShortLime},
    {"activation", words::kPicturesActivation, words::kPicturesStageShortActivation},
}};

}  // namespace

std::string_view PictureMethodKey(PictureMethod method) {
  return kNamed[static_cast<size_t>(method)].key;
}
std::string_view PictureMethodName(PictureMethod method) {
  return kNamed[static_cast<size_t>(method)].name;
}
std::string_view PictureMethodShort(PictureMethod method) {
  return kNamed[static_cast<size_t>(method)].brief;
}
std::optional<PictureMethod> PictureMethodOf(std::string_view key) {
  for (size_t i = 0; i < kNamed.size(); ++i) {
    if (kNamed[i].key == key) return static_cast<PictureMethod>(i);
  }
  return std::nullopt;
}

}  // namespace meander
