// What a link holds: which photo of the pack, how one looks, what is pinned. A photo of the
// reader's own is not in it: the link then opens the same view on the first photo, and says so.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "pictures/look.h"

namespace meander {

struct PicturesLink {
  uint32_t photo = 0;  // an item of the pack; PictureRef::kOwn
  PictureLook look;
  PictureTarget pinned{};
};

std::string WritePicturesLink(const PicturesLink& link);
// kCorrupt, kTooNew: a sentence for the reader.
Result<PicturesLink> ReadPicturesLink(std::string_view payload);

}  // namespace meander
