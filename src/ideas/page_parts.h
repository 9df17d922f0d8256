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
PageNode SharePart(const IdeasState& state, const View& view);
PageNode HelpPart(const IdeasState& state);
PageNode KeptPart(const IdeasState& state, const View& view);  // the dialog of kept journeys
PageNode ReplayPart(const IdeasState& state);
PageNode KeyPart(const IdeasState& state);  // of the map, open
PageNode KeyButtonPart(const IdeasState& state);
PageNode OtherPart(const IdeasState& state);
PageNode NextPart(const IdeasState& state);
// "Why?" in a row about two articles, and below it the answer when it is open there. `argument`:
// what the row's action takes (why.h).
void AddWhy(const IdeasState& state, WhyPlace place, uint32_t from, uint32_t to,
            std::string_view argument, PageNode& row);

// "good", "fair", "poor".
std::string_view TrustWordOf(TrustGrade grade);

bool IsPhone(const View& view);

// The reader's weights until the common words are in; measured by the web tests.
inline constexpr uint64_t kModelBytes = 12500000;

}  // namespace meander
