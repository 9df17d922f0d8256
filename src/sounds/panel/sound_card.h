// The card of the sound that was clicked: what it looks like, what it is called, what can be done
// with it; and the name of one that is only pointed at.
#pragma once

#include <optional>
#include <vector>

#include "sounds/panel/panel.h"

namespace meander {

// Where the card lies; nullopt: there is none.
std::optional<Rect> SoundCardBox(const SoundsState& state, const View& view,
                                 const SoundsLayout& layout);
void DrawSoundCard(const SoundsState& state, const View& view, const SoundsLayout& layout,
                   std::vector<PanelAction>& done);

}  // namespace meander
