// Whose inside is looked into: the way between the pages of sentences, of photos and of drawings.
// web/pages/pictures.css draws it.
#pragma once

#include "canvas/page.h"

namespace meander {

enum class LookedInto : uint8_t { kSentences, kPhoto, kDrawing };
PageNode SourceSwitchPart(LookedInto current);

}  // namespace meander
