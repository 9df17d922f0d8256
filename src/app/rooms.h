// Every explorer of this build by name.
#pragma once

#include <memory>
#include <string_view>

#include "canvas/room.h"

namespace meander {

// nullptr for a name that no room has.
std::unique_ptr<Room> MakeRoom(std::string_view name);

}  // namespace meander
