// A beat as the payload of a link; canvas/link.h puts room name and checksum around it. Bits, not
// bytes, are counted: a usual beat of four tracks makes a link of about 60 characters, the fullest
// of four tracks 120 at most, the fullest of eight tracks and two bars 400 at most.
//
// Version byte, then bits, highest first: tempo - 40 (8), swing (7), two bars (1), tracks - 1 (3),
// has a seed (1) and the seed (32); for each track clip id (32), role (2), is plain (1), unless
// plain {volume (3), pitch + 12 (5), pan + 7 (4), chance (4), mute, solo, locked (1 each)}, a bit a
// step, and where any step is on: are all as loud (1), then one loudness or one each (3). Zero bits
// to the end of the byte. There is one way to write a beat, and only that is read.
#pragma once

#include <string>
#include <string_view>

#include "audio/pattern.h"
#include "base/error.h"

namespace meander {

inline constexpr uint8_t kBeatVersion = 1;

// The pattern is one that CheckPattern lets pass.
std::string WriteBeat(const Pattern& pattern);
// Any bytes. kCorrupt, kTooNew: one sentence for the reader. A clip that no pack has is not noticed
// here: its track is silent until it is given another.
Result<Pattern> ReadBeat(std::string_view payload);

}  // namespace meander
