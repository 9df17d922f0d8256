// The parts of the room's page, each in a file of its own.
#pragma once

#include "canvas/page_parts.h"
#include "sounds/layout.h"
#include "sounds/state.h"

namespace meander {

// page_controls.cpp: Play, tempo, swing, chance.
PageNode TransportPart(const SoundsState& state);
// page_keep.cpp: what can be taken along, and other sounds for the rings.
PageNode KeepPart(const SoundsState& state, const View& view);
// The row of a phone: Play, tempo, Shuffle, Keep.
PageNode DockPart(const SoundsState& state);
// page_search.cpp
PageNode SoundSearchPart(const SoundsState& state);
// page_track.cpp: the card of the chosen ring.
PageNode TrackPart(const SoundsState& state, const View& view);
// page_sound.cpp: the card of the clicked sound: the twin of the drawn one, or on a phone itself.
PageNode SoundPart(const SoundsState& state, const View& view);
// page_own.cpp: where a sound of the reader's own is brought.
PageNode OwnSoundPart(const SoundsState& state);
// page_why.cpp: why two sounds are near: the twin of the drawn card.
PageNode WhyNearPart(const SoundsState& state);
// page_foot.cpp: what the map is, below it, and the ways to its other forms.
PageNode MapFootPart(const SoundsState& state);
// On a phone these stand in the sheet.
PageNode WaysPart(bool is_list);
// Only where the map is printed.
PageNode PaperPart(const SoundsState& state);
// page_grid.cpp: the twin of the steps.
PageNode GridTwinPart(const SoundsState& state, bool is_visible);
// page_list.cpp: everything as a list.
PageNode SoundsListPart(const SoundsState& state, const View& view);
// page_dialogs.cpp
PageNode SoundsHelpPart(const SoundsState& state);
PageNode SoundsCreditsPart(const SoundsState& state);
PageNode SoundsSavePart(const SoundsState& state);
PageNode SoundsHowPart(const SoundsState& state);
// page_figure.cpp: the bar of a figure in an article.
PageNode SoundsFigurePart(const SoundsState& state, const View& view);

// A slider with its name and its value in words above it: `at` of `most` equal steps; on_input
// tells a share, 0 to 1.
PageNode SettingPart(std::string_view key, std::string_view name, int at, int most,
                     std::string value, std::string_view on_input);
// That of the chosen ring, or of all.
PageNode ChancePart(const SoundsState& state);
// "Snare, beat 2, step 1, on, loud"
std::string StepInWords(const SoundsState& state, int track, int step);
// What the beat waits for, or why it stopped; empty: nothing to say.
std::string PlayNote(const SoundsState& state);
std::string ChanceInWords(int chance);
// "Kick boot on stairs, Snare matchbox, …"
std::string TracksInWords(const SoundsState& state);

}  // namespace meander
