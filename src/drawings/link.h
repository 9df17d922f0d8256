// What a link holds: the drawing itself, how one looks at it, what is pinned.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "drawings/look.h"

namespace meander {

struct DrawingsLink {
  Ink ink;
  DrawingLook look;
  DrawingTarget pinned{};
};

std::string WriteDrawingsLink(const DrawingsLink& link);
// kCorrupt, kTooNew: a sentence for the reader.
Result<DrawingsLink> ReadDrawingsLink(std::string_view payload);

}  // namespace meander
