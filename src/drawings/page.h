// The room's page. The whole, with rail, picks and stage, is in page.cpp; column, strip of trust,
// dialogs and list twin are in page_side.cpp.
#pragma once

#include "canvas/page_parts.h"
#include "canvas/stage_parts.h"
#include "drawings/state.h"

namespace meander {

Page DrawingsPage(const DrawingsState& state, const View& view);

PageNode DrawingsStagePart(const DrawingsState& state, const View& view);
PageNode DrawingsSidePart(const DrawingsState& state);
PageNode DrawingsTrustPart(const DrawingsState& state);
PageNode DrawingsListPart(const DrawingsState& state);  // what is drawn, as tables
// Whichever is open; DrawingDialog::kNone must not be asked for.
PageNode DrawingsDialogPart(const DrawingsState& state);

}  // namespace meander
