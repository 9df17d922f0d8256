// The Inside room's page: shell, depth rail, stage, side column, trust strip, dialogs.
#pragma once

#include "canvas/page_parts.h"
#include "inside/state.h"

namespace meander {

Page InsidePage(const InsideState& state, const View& view);

}  // namespace meander
