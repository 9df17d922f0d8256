// A file of strokes, and what a reader calls a sign: the words of ./meander draw.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "make/pen_model.h"
#include "net/pennet/pen_drawing.h"

namespace meander {

// A JSON list of strokes, each a list of points [x, y], y down; or an object with such a list as
// its "strokes". kInvalidInput with a sentence for anything else, and as CheckStrokes has it.
Result<std::vector<PenStroke>> ReadStrokes(std::string_view text);

// The sign itself ("∑"), its name ("sum"), or its number.
Result<int> SignNamed(std::span<const PenSign> signs, std::string_view text);

}  // namespace meander
