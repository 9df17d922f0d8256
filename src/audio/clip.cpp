// See clip.h.
#include "audio/clip.h"

#include <string>

#include "base/hash.h"

namespace meander {

uint32_t ClipId(std::string_view package, std::string_view path_in_package) {
  std::string text(package);
  text += '\n';
  text += path_in_package;
  // The low half: the first four bytes as the hash is written, little-endian.
  return static_cast<uint32_t>(Hash64(AsBytes(text)));
}

}  // namespace meander
