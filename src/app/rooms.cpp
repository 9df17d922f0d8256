// See rooms.h. A new explorer adds its line here and its library in CMakeLists.txt.
#include "app/rooms.h"

#include "drawings/room.h"
#include "ideas/room.h"
#include "inside/room.h"
#include "pictures/room.h"
#include "sentences/room.h"
#include "sounds/room.h"

namespace meander {
namespace {

struct Listed {
  std::string_view name;
  RoomFactory make;
};

constexpr Listed kRooms[] = {
    {"ideas", MakeIdeasRoom},   {"sentences", MakeSentencesRoom}, {"inside", MakeInsideRoom},
    {"sounds", MakeSoundsRoom}, {"pictures", MakePicturesRoom},   {"drawings", MakeDrawingsRoom},
};

}  // namespace

std::unique_ptr<Room> MakeRoom(std::string_view name) {
  for (const Listed& room : kRooms) {
    if (room.name == name) return room.make();
  }
  return nullptr;
}

}  // namespace meander
