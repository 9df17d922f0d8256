// What has come of the atlas of icons (pack/icon_atlas.h): its index and its sheets.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "canvas/scene.h"
#include "pack/icon_atlas.h"
#include "pack/photo_sections.h"

namespace meander {

struct IconSheetKnown {
  std::string wish;                            // as it was asked for; empty: not yet
  std::shared_ptr<const PictureTable> pixels;  // null: not here
};
struct IconBook {
  bool is_asked = false;
  std::vector<std::vector<uint8_t>> unit_chunks, list_chunks;  // until all of them are here
  std::shared_ptr<const IconAtlas> atlas;                      // null: not here
  std::vector<IconSheet> list;                                 // files of the sheets
  std::vector<IconSheetKnown> sheets;                          // one a layer of the atlas
};
// Icons alone, small, for a first picture; and all there is, which comes after it.
struct IconsKnown {
  bool is_begun = false;
  bool has_failed = false;  // something of the first ones did not come: they are not waited for
  IconBook first, whole;
};

}  // namespace meander
