// Small builders of PageNodes, and the parts of the Ideas page one file makes for another.
#pragma once

#include <string>
#include <string_view>

#include "canvas/page.h"
#include "canvas/room.h"
#include "ideas/state.h"
#include "ideas/trust.h"

namespace meander {

PageNode Node(PageKind kind, std::string_view key, std::string_view style,
              std::string_view text = {});
PageNode Group(std::string_view key, std::string_view style, std::string_view role = {});
PageNode Heading(int level, std::string_view key, std::string_view style, std::string_view text);
PageNode Paragraph(std::string_view key, std::string_view style, std::string_view text);
PageNode Button(std::string_view key, std::string_view style, std::string_view text,
                std::string_view on_press, std::string_view argument = {});
// A button that is only a sign; `label` says what it does.
PageNode IconButton(std::string_view key, std::string_view style, std::string_view icon,
                    std::string_view label, std::string_view on_press);
PageNode TopicDotPart(int topic);
// A journey's name, or where it leads from and to.
std::string TitleOf(const IdeasState& state, const Journey& journey);
PageNode Icon(std::string_view name);
// A title that opens its article, in lists.
PageNode TitleLink(const IdeasState& state, uint32_t item, std::string_view style = {});

// An empty dialog with its head; pressing beside it, or Escape, is "close".
PageNode DialogPart(std::string_view key, std::string_view title);
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
PageNode SharePart(const IdeasState& state, const View& view);
PageNode HelpPart(const IdeasState& state);
PageNode KeptPart(const IdeasState& state, const View& view);  // the dialog of kept journeys
PageNode StoredPart(const IdeasState& state, const View& view);
PageNode ReplayPart(const IdeasState& state);
PageNode KeyPart(const IdeasState& state);  // of the map, open
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

// "good", "fair", "poor".
std::string_view TrustWordOf(TrustGrade grade);

bool IsPhone(const View& view);

}  // namespace meander
