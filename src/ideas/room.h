// The Ideas explorer as the app sees it.
#pragma once

#include <memory>

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakeIdeasRoom();

}  // namespace meander
