// The card of two sounds side by side, drawn and touched.
#pragma once

#include <vector>

#include "sounds/panel/panel.h"

namespace meander {

// `pointed`: the part that the pointer is over, kept between frames; −1: none.
void DrawWhyCard(const SoundsState& state, const View& view, const SoundsLayout& layout,
                 int& pointed, std::vector<PanelAction>& done);

}  // namespace meander
