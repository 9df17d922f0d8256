// Request numbers, unique in a session; see room.h. One page has one thread, so a plain count will
// do.
#include "canvas/room.h"

namespace meander {

RequestId NextRequestId() {
  static RequestId last = 0;
  return ++last;
}

}  // namespace meander
