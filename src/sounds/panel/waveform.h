// A sound over time as upright strokes, from left to right: on its card and under its spectrogram.
#pragma once

#include <cstdint>

#include "canvas/figure.h"
#include "sounds/state.h"

namespace meander {

// `count` strokes over the width of `in_px`, each as high as the loudest sample it stands for (the
// loudest as high as the box); rough ones where the samples have not come yet.
void AddWaveform(const SoundsState& state, uint32_t item, const Rect& in_px, int count, Paint paint,
                 Figure& figure);

}  // namespace meander
