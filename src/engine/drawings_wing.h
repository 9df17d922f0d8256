// The wing that looks into drawings: drawings_messages.h asked and answered through RoomRequest.
#pragma once

#include "engine/answers.h"

namespace meander {

std::unique_ptr<Wing> MakeDrawingsWing();

}  // namespace meander
