// The parts of the Ideas page one file makes for another.
#pragma once

#include <string>
#include <string_view>

#include "canvas/page_parts.h"
#include "ideas/state.h"
#include "ideas/trust.h"

namespace meander {

PageNode TopicDotPart(int topic);
// A journey's name, or where it leads from and to.
std::string TitleOf(const IdeasState& state, const Journey& journey);
// A title that opens its article, in lists.
PageNode TitleLink(const IdeasState& state, uint32_t item, std::string_view style = {});

PageNode ShellPart(const IdeasState& state, const View& view);
PageNode PanePart(const IdeasState& state, const View& view);
PageNode WalkPart(const IdeasState& state);
PageNode SearchPart(const IdeasState& state, const View& view);
PageNode JourneyPart(const IdeasState& state, const View& view);
PageNode AllJourneysPart();  // the way to what is kept
PageNode ListPart(const IdeasState& state, const View& view);
PageNode ListRowsPart(const IdeasState& state, const View& view);
PageNode ListTabsPart(const IdeasState& state);   // on narrow pages
PageNode ListOrderPart(const IdeasState& state);  // the dialog that sorts it there
void AddListJourney(const IdeasState& state, PageNode& pane);
PageNode CopyPart(const IdeasState& state);  // text to copy by hand
PageNode HelpPart(const IdeasState& state);
PageNode KeptPart(const IdeasState& state, const View& view);  // the dialog of kept journeys
PageNode StoredPart(const IdeasState& state, const View& view);
PageNode ReplayPart(const IdeasState& state);
PageNode FigurePart(const IdeasState& state, const View& view);  // the bar below a figure
PageNode KeyPart(const IdeasState& state);                       // of the map, open
PageNode KeyButtonPart(const IdeasState& state);
PageNode OtherPart(const IdeasState& state);  // the way to the view of both
PageNode DuetPart(const IdeasState& state, const View& view);
PageNode LegendPart(const IdeasState& state);
PageNode DuetBarPart(const IdeasState& state, const View& view);
PageNode SecondPart(const IdeasState& state);  // over it, or instead?
PageNode NextPart(const IdeasState& state);
PageNode ArticlePart(const IdeasState& state);    // on a tour with the author's words
PageNode TourPart(const IdeasState& state);       // the pane while a tour is on
PageNode TourStripPart(const IdeasState& state);  // the way back to it
// "Why?" in a row about two articles, and below it the answer when it is open there. `argument`:
// what the row's action takes (why.h).
void AddWhy(const IdeasState& state, WhyPlace place, uint32_t from, uint32_t to,
            std::string_view argument, PageNode& row);

// The reader's weights until the common words are in; measured by the web tests.
inline constexpr uint64_t kModelBytes = 12500000;

// "good", "fair", "poor".
std::string_view TrustWordOf(TrustGrade grade);

}  // namespace meander
