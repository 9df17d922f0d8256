// The drawn signs of static HTML, the same strokes as web/host/page_signs.mjs makes in a live page.
#pragma once

#include <string>

#include "canvas/page.h"

namespace meander {

// Appends the SVG of a bar, an arc, a pair, a puck, a scrub or a profile of hops; false for any
// other kind. Lengths are attributes, since a strict page allows no inline style.
bool AppendSign(const PageNode& node, std::string& out);

}  // namespace meander
