// The host inside a page: forwards to web/host/host.mjs through a handful of imports.
#pragma once

#include <memory>

#include "host/host.h"

namespace meander {

// One a module: the exports app_complete and app_event fill its queue.
std::unique_ptr<Host> MakeWebHost();

// A WebGL2 context on the page's canvas, made current; false where the browser has none.
bool MakeWebContext();

}  // namespace meander
