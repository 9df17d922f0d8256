// One band of a sound alone, for ears.
#pragma once

#include "audio/clip.h"

namespace meander {

// What lies between the two pitches, as loud as it is in the sound: below and above it falls by 24
// dB an octave (two of Butterworth's filters of second order to each side). 0, or half the rate and
// more: open to that side.
Clip BandPassed(const Clip& clip, float low_hz, float high_hz);

}  // namespace meander
