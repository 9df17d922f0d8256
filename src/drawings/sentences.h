// A drawing in words: what the column says, what is read aloud, the picture's alt text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/stage_parts.h"
#include "drawings/state.h"

namespace meander {

std::vector<Phrase> DrawingSays(const DrawingsState& state);
std::string SentenceOfDrawing(const DrawingsState& state);  // the same as plain text
std::string PointedInDrawing(const DrawingsState& state);   // empty: nothing is pointed at
std::string TitleOfDrawings(const DrawingsState& state);
std::string AltOfDrawings(const DrawingsState& state);
std::string StrokesInWords(const DrawingsState& state);  // "4 strokes"
// "∑ sum", by the last look; "sign 17" where it has not told.
std::string SignName(const DrawingsState& state, uint16_t number);
std::string SignName(const DrawnSign& sign);
std::string DrawingLayerTitle(int layer);  // "Layer 4"
// Where it fires, for the network gives it no name; no two of a drawing the same.
std::string DrawingGroupName(const DrawingsGroupAnswer& groups, size_t group, int side);
// "Stroke 3 decides it: …"; empty while it is drawn, or not known.
std::string WhatDecides(const DrawingsState& state);
// The one without which most is lost; −1: not known, or there is but one.
int DecidingStroke(const DrawingsState& state);

}  // namespace meander
