// The room of pictures in words.
#pragma once

#include "canvas/page.h"
#include "pictures/state.h"

namespace meander {

Page PicturesPage(const PicturesState& state, const View& view);

}  // namespace meander
