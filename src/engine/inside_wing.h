// The wing that looks into the encoder: inside_messages.h asked and answered through RoomRequest.
#pragma once

#include "engine/answers.h"

namespace meander {

std::unique_ptr<Wing> MakeInsideWing();

}  // namespace meander
