// Request numbers and versions of pictures, unique in a session; see room.h, scene.h. One page has
// one thread, so a plain count will do.
#include "canvas/room.h"
#include "canvas/scene.h"

namespace meander {

RequestId NextRequestId() {
  static RequestId last = 0;
  return ++last;
}

uint64_t NextPictureVersion() {
  static uint64_t last = 0;
  return ++last;
}

}  // namespace meander
