// The one sentence for a section that cannot be what it claims, with what is wrong in it.
#pragma once

#include <string>

#include "base/error.h"

namespace meander {

inline std::unexpected<Error> DamagedSection(const char* how) {
  return Fail(ErrorCode::kCorrupt, std::string("This pack is damaged: ") + how + ".");
}

}  // namespace meander
