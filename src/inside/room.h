// The Inside room: what the encoder sees in two sentences, layer by layer, and why it calls them
// alike.
#pragma once

#include <memory>

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakeInsideRoom();

}  // namespace meander
