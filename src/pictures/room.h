// The room that looks into pictures.
#pragma once

#include <memory>

#include "canvas/room.h"

namespace meander {

std::unique_ptr<Room> MakePicturesRoom();

}  // namespace meander
