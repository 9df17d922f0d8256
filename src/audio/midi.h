// A beat as a Standard MIDI File: format 1, 480 ticks a quarter, one track of tempo and one for
// each of the beat's, all on the channel of percussion. Swing is in the ticks; loudness of step and
// track is the velocity, pan a controller of the drum's own key. Pitch stays behind: a drum's note
// number says which drum it is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "audio/pattern.h"

namespace meander {

inline constexpr int kTicksPerQuarter = 480;

// General MIDI percussion, each once: kick 36, snare 38, hat 42, extra hand clap 39; the second of
// a role 35, 40, 69 (cabasa), 56 (cowbell), then tambourine 54, claves 75, maracas 70 and others.
std::vector<int> MidiNotesOf(const Pattern& pattern);

// `names` are the sounds' names, one a track (missing ones are empty). Bars 1 to 4; tracks that are
// not heard have their name and no notes.
std::vector<uint8_t> WriteMidi(const Pattern& pattern, std::span<const std::string> names,
                               int bars);

}  // namespace meander
