// The one Page the app makes itself: the room's pack did not arrive, so there is no room to make
// one.
#pragma once

#include "base/error.h"
#include "canvas/page.h"

namespace meander {

inline constexpr const char* kRetryAction = "try-again";

// "The map did not arrive. Try again", with what happened below in small.
Page MapMissingPage(const Error& error);

}  // namespace meander
