// The parts of the Ideas page one file makes for another.
#pragma once

#include <string>
#include <string_view>

#include "canvas/page_parts.h"
#include "ideas/state.h"
#include "ideas/trust.h"

namespace meander {

PageNode TopicDotPart(int topic);
// A title that opens its article, in lists.
PageNode TitleLink(const IdeasState& state, uint32_t item, std::string_view style = {});

PageNode ShellPart(const IdeasState& state, const View& view);
PageNode PanePart(const IdeasState& state, const View& view);
PageNode WalkPart(const IdeasState& state);
PageNode SearchPart(const IdeasState& state, const View& view);
PageNode JourneyPart(const IdeasState& state, const View& view);
PageNode AllJourneysPart();  // the way to what is kept
PageNode ListPart(const IdeasState& state, const View& view);
PageNode SharePart(const IdeasState& state, const View& view);
PageNode HelpPart(const IdeasState& state);
PageNode KeptPart(const IdeasState& state, const View& view);  // the dialog of kept journeys
PageNode ReplayPart(const IdeasState& state);
PageNode KeyPart(const IdeasState& state);  // of the map, open
PageNode KeyButtonPart(const IdeasState& state);
PageNode OtherPart(const IdeasState& state);
PageNode NextPart(const IdeasState& state);

// "good", "fair", "poor".
std::string_view TrustWordOf(TrustGrade grade);

}  // namespace meander
