// Drawings as small pictures beside the page's words: what one may begin with, and of the drawing
// on the sheet each stroke among the others.
#pragma once

#include <string>
#include <vector>

#include "canvas/page.h"
#include "canvas/page_parts.h"
#include "canvas/room.h"
#include "drawings/state.h"

namespace meander {

std::string ExamplePictureName(size_t example);
std::string StrokePictureName(size_t stroke);
// The picture of that name; `label` says what is on it.
PageNode InkPicturePart(std::string name, std::string_view label);

Effects ShowExamples(const std::vector<Ink>& examples);
// Once for every drawing whose strokes are told of (StrokesSeen).
Effects ShowStrokes(DrawingsState& state);

}  // namespace meander
