// A fifth room, tiny and whole: the proof that a room needs nothing but its five kinds of file
// (state, scene, page, link, panel) and this one, which binds them. It is in no shipped page.
#pragma once

#include <memory>

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakeIslandsRoom();

}  // namespace meander
