// Which part of the sheet a place of a layer sees: the network is shown the drawing from edge to
// edge, wherever on the sheet it lies.
#pragma once

#include <optional>
#include <vector>

#include "canvas/scene.h"
#include "pack/ink.h"

namespace meander {

// Shares of the sheet; a place at the rim may reach beyond it.
Rect SheetBoxOf(const Ink& ink, int side, int place);
// The place of a layer with `side` by `side` of them that lies there; nothing where the network is
// not shown.
std::optional<int> PlaceUnder(const Ink& ink, int side, Point2 on_sheet);
// Of each place whether a stroke passes through it.
std::vector<bool> InkedPlaces(const Ink& ink, int side);

}  // namespace meander
