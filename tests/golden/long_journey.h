// A journey of forty stops over ten thousand made-up articles, as the Ideas room itself draws it.
#pragma once

#include "canvas/figure.h"

namespace meander::testing {

// The chart of a page 1280 by 800, nothing moving.
Figure LongJourney();

}  // namespace meander::testing
