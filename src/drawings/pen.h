// How strokes come to be: points under the pen, made fewer when it is lifted.
#pragma once

#include "drawings/state.h"

namespace meander {

// Straight stretches lose their points: none was farther than `most_off`, of the sheet's 1024, from
// the line that is left. The ends stay. KeptStroke asks for 1.2, and for more where room is short.
InkStroke FewerPoints(const InkStroke& stroke, double most_off);
// The stroke that was drawn as it is kept: with so few points that all of `ink` with it stays
// within what a drawing may have; empty where there is no more room for one.
InkStroke KeptStroke(const Ink& ink, const InkStroke& drawn);

// `at`: on the sheet, 0 … 1 along both sides; off it counts as its edge.
Effects MovePen(DrawingsState& state, Point2 at);
Effects LiftPen(DrawingsState& state);
Effects DropPen(DrawingsState& state);  // the stroke is taken back
Effects PutDot(DrawingsState& state, Point2 at);
// The strokes, and what is under the pen.
Ink InkWithLive(const DrawingsState& state);

}  // namespace meander
