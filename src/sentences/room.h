// The Sentences room: the lines between two sentences, and the river that runs beside them.
#pragma once

#include <memory>

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakeSentencesRoom();

}  // namespace meander
