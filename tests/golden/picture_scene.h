// Pictures and an area on one of them, for the kept pictures.
#pragma once

#include "canvas/figure.h"

namespace meander::testing {

// Whole, rounded, grey, parts of a sheet in three sizes, one blended over another, and an area with
// a hole over the photo.
Figure PictureScene();

}  // namespace meander::testing
