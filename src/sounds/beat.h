// The beat of the room: setting it, playing it, and what in it is whose.
#pragma once

#include <string>

#include "sounds/state.h"

namespace meander {

// Makes `beat` the room's, whatever was; the player goes on with it.
void SetBeat(SoundsState& state, Pattern beat);
// Says so where the pack has not all of the beat's sounds.
void NoteMissingSounds(SoundsState& state);
// Plays at once where the samples are here, else as soon as they are; or stops what plays.
Effects PlayOrPause(SoundsState& state);
Effects StartPlaying(SoundsState& state);
Effects StopPlaying(SoundsState& state);
// The clip of a note, as the mixer asks for it.
ClipOfNote ClipsOf(const SoundsState& state);
// Whose sounds may be heard (pack/credit_line.h). Empty until the credits are here.
std::string CreditLine(const SoundsState& state);
// The same for a picture: the makers where they are known and few enough, else where to look.
std::string PictureCredits(const SoundsState& state);
// Names of the tracks' sounds, in order.
std::vector<std::string> TrackNames(const SoundsState& state);
Effects SaveWav(SoundsState& state);
Effects SaveMidi(SoundsState& state);

}  // namespace meander
