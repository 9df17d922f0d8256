// The wing that looks into pictures: pictures_messages.h asked and answered through RoomRequest.
#pragma once

#include "engine/answers.h"

namespace meander {

std::unique_ptr<Wing> MakePicturesWing();

}  // namespace meander
