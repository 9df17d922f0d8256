// Networks that only the page can ask: a reader's own, which ONNX Runtime runs. What they are given
// and what follows from their looks is worked out here, by the same code that covers pictures for
// our own network; only the looks come from outside. Needs no network.
#pragma once

#include <span>

#include "engine/pictures_messages.h"

namespace meander {

// The picture of a question that is answered here, or nullptr.
const PictureRef* PictureForOthers(const PicturesQuestion& question);
// `seen`: what our own network is given of that picture, kPictureLookBytes.
Result<PicturesAnswer> AnswerForOthers(const PicturesQuestion& question,
                                       std::span<const uint8_t> seen);

}  // namespace meander
