// What a way costs, in whole numbers: standing off the straight way, wide steps, steps back.
#pragma once

#include <cstdint>

#include "space/angles.h"

namespace meander {

// What a step costs against what standing off the straight way costs, in sixteenths; one radian off
// costs `off_way`, a step of one radian `step` (by its fourth power). A step may be as wide as
// `widest` says and hardly wider: small steps for their own sake lead through lines that say one
// thing in six ways, and away from what both ends speak of. A reader remembers the one line that is
// about neither end, so what a line has beyond the nearest one of its stop costs its square as
// well. Chosen by measurement and by reading: bench/gradient.bench.mjs, docs/measures-sentences.md.
struct PathWeights {
  int off_way = 16;
  int farther = 256;  // for the square of a radian beyond the stop's nearest line
  int step = 0;
  int widest = 76;                   // hundredths of the widest step between the nearest lines
  int too_wide = 320;                // for each radian beyond it
  int backwards = 256;               // for each unit of cosine that a step fails to gain
  int least_gain = kCosineOne / 20;  // of cos to b − cos to a, a step of a way of eight
  int name = 2;                      // radians/16 for a line with a name in it that no end has
  int manner = 1;                    // radians/16 for each way of speaking that no end has
  int echo = 4;     // radians/16 for a line that has no run of letters of any end's longer words
  int letters = 8;  // radians/16 for a step between lines of which no run of letters is of both,
                    // where spelling alone counts
  uint32_t beam = 160;  // candidates a stop
};
// scenic: 0 (close to the straight way) … 100 (smallest steps).
PathWeights WeightsOf(int scenic);

// All in radians, kCosineOne (2¹⁴) for one.
uint32_t CostOfAngle(int32_t angle, int sixteenths);
// Of what a line stands off the way beyond the nearest one: an angle too, and never below 0.
uint32_t CostOfFarther(int32_t beyond, int sixteenths);
uint32_t CostOfStep(int32_t angle, int sixteenths);
// Of what a step has beyond `widest`, an angle too.
uint32_t CostOfWidth(int32_t angle, int32_t widest, const PathWeights& weights);
// Of a step that gains `gain` of cos to b − cos to a where `least` was due.
uint32_t CostOfGain(int32_t gain, int32_t least, const PathWeights& weights);

// Of a line that has `shared` hundredths of its letters in common with an end.
uint32_t CostOfEcho(int shared, const PathWeights& weights);
// Of a step between lines with `shared` hundredths of their letters in common, where spelling has
// `share` hundredths of the mix.
uint32_t CostOfLetters(int shared, int share, const PathWeights& weights);

}  // namespace meander
