// See error.h.
#include "base/error.h"

namespace meander {

std::unexpected<Error> Fail(ErrorCode code, const char* message) {
  return Fail(code, std::string(message));
}

}  // namespace meander
