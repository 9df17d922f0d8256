// The room of drawings: a sheet to draw on, what a small network makes of the strokes.
#pragma once

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakeDrawingsRoom();

}  // namespace meander
