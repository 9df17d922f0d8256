// How much a sound is like a kick, a snare or a hat, from its three numbers (clip_shape.h).
// Measured on drum sounds that are called so.
#pragma once

#include "audio/clip_shape.h"
#include "audio/pattern.h"

namespace meander {

// 1 for a sound in the middle of such sounds, falling towards 0. For kExtra: how far it is from
// the other three. 0 for a clip without sound.
float RoleScore(const ClipShape& shape, Role role);
// Kick, snare or hat, whichever fits best; kExtra where none does.
Role RoleOf(const ClipShape& shape);

}  // namespace meander
