// What a figure's head has where the page's own ways are not.
#pragma once

#include "canvas/page.h"
#include "pictures/state.h"

namespace meander {

// A photo of the reader's own; on a phone nothing can be dropped.
PageNode PicturesFigureOwnPart();
// Which other kind is asked about; its press opens the list of them.
PageNode PicturesFigureAskPart(const PicturesState& state);

}  // namespace meander
