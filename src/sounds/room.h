// The room of sounds: binds state, scene, page, panel and link together.
#pragma once

#include <memory>

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakeSoundsRoom();

}  // namespace meander
