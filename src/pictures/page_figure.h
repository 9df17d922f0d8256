// What a figure's head has where the page's own ways are not.
#pragma once

#include "canvas/page.h"
#include "pictures/state.h"

namespace meander {

// A photo of the reader's own; on a phone nothing can be dropped.
PageNode PicturesFigureOwnPart();
// "Why not lynx?", in every view that asks about kinds: which other one is asked about. Its press
// opens the list of them (PickClass in actions_view.cpp), a row of that sets it (SetClass in
// actions.cpp); the view stays as it is.
PageNode PicturesFigureAskPart(const PicturesState& state);

}  // namespace meander
