// The one room of a page's module: a page fetches the program of its own explorer and of no other.
// Which one that is says src/app/CMakeLists.txt.
#include MEANDER_ROOM_HEADER

#include "app/rooms.h"

namespace meander {

std::unique_ptr<Room> MakeRoom(std::string_view name) {
  return name == MEANDER_ROOM_NAME ? MEANDER_MAKE_ROOM() : nullptr;
}

}  // namespace meander
