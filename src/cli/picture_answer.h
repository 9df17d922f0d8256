// What the page's browser does for a room that wishes for a picture (canvas/picture_wish.h), done
// with the tool's own decoders.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"

namespace meander {

// Of "picture:…" wishes; the error's message is a code that PictureFaultSentence knows.
Result<std::vector<uint8_t>> AnswerPictureWish(std::string_view wish);

}  // namespace meander
