// What the blocks of the side column are made of, and those that stand in a file of their own.
#pragma once

#include "inside/page_parts.h"

namespace meander {

// A context with its word, which must be within it, set strong.
PageNode ContextText(PageKind kind, const InsideContext& context);

// Of three sentences: which of two is nearer, and how the forecasts did.
PageNode NearerPart(const InsideState& state);
PageNode ForecastsPart(const InsideState& state);
// Of one cell: how hard its neurons fire, and which other word to look at.
PageNode NeuronsPart(const InsideState& state);
PageNode OtherCellsPart(const InsideState& state);
// The card of the neuron that is open.
PageNode NeuronCardPart(const InsideState& state);
// From where the sentence lies into the map of ideas.
PageNode IdeasLinkPart(const InsidePlace& place);

}  // namespace meander
