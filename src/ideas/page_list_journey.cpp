// The journey beside the list: its stops on their own line, side trips as lists within it.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

// How deep lists are nested; trips from trips beyond stand beside one another.
constexpr int kDeepest = 3;

PageNode StopRow(const IdeasState& state, int index, size_t place, int longest) {
  const Stop& stop = state.journey.stops[static_cast<size_t>(index)];
  PageNode row = Group("row", "line-row");
  row.children.push_back(
      Node(PageKind::kText, "place", "place", place == 0 ? "" : std::to_string(place)));
  PageNode words_part = Group("words", "line-words");
  PageNode title = Node(PageKind::kLink, "title", {}, state.map.TitleOf(stop.item));
  title.on_press = state.is_example ? "open" : "go";
  title.argument = std::to_string(state.is_example ? stop.item : static_cast<uint32_t>(index));
  const int topic = state.map.TopicOf(stop.item);
  PageNode kind = Paragraph("topic", "small", {});
  kind.children.push_back(TopicDotPart(topic));
  kind.children.push_back(
      Node(PageKind::kText, "name", {}, kTopicNames[static_cast<size_t>(topic)]));
  words_part.children = {std::move(title), std::move(kind)};
  row.children.push_back(std::move(words_part));
  if (stop.parent < 0 || stop.length == kUnknownLength) return row;
  const std::string close = TwoDecimals(1 - stop.length);
  if (index == longest) {
    row.children.push_back(Node(PageKind::kText, "close", "number longest",
                                Fill(words::kListLongest, {{"close", close}})));
  } else {
    // The first number says what it is.
    row.children.push_back(
        Node(PageKind::kText, "close", "number",
             place == 2 ? Fill(words::kJourneyClose, {{"close", close}}) : close));
  }
  return row;
}

// The stops that were opened from `index` (−1: the starts) and are not on the main line.
std::vector<int> SideStopsOf(const IdeasState& state, const std::vector<int>& line, int index) {
  std::vector<int> side;
  for (int i = index + 1; i < static_cast<int>(state.journey.stops.size()); ++i) {
    const bool is_main = std::ranges::find(line, i) != line.end();
    if (state.journey.stops[static_cast<size_t>(i)].parent == index && !is_main) side.push_back(i);
  }
  return side;
}

// A side stop and what was opened from it: one stop goes on in the same list, several begin
// another.
void AddTrip(const IdeasState& state, const std::vector<int>& line, int index, int depth,
             PageNode& into) {
  PageNode item = Node(PageKind::kItem, std::to_string(index), "line-stop side");
  item.current = index == state.journey.current && !state.is_example;
  item.children.push_back(StopRow(state, index, 0, -1));
  const std::vector<int> further = SideStopsOf(state, line, index);
  const bool nests = further.size() > 1 && depth < kDeepest;
  PageNode trips = Node(PageKind::kList, "trips", "line-side");
  if (nests) {
    for (const int stop : further) AddTrip(state, line, stop, depth + 1, trips);
    item.children.push_back(std::move(trips));
  }
  into.children.push_back(std::move(item));
  if (nests) return;
  for (const int stop : further) AddTrip(state, line, stop, depth, into);
}

PageNode LinePart(const IdeasState& state, const std::vector<int>& line) {
  const JourneyFacts facts = FactsOf(state.journey);
  const int longest =
      facts.longest >= 0 && facts.hops > 1 ? line[static_cast<size_t>(facts.longest) + 1] : -1;
  PageNode list = Node(PageKind::kList, "line", "line");
  list.level = 1;
  for (size_t place = 0; place < line.size(); ++place) {
    PageNode item = Node(PageKind::kItem, std::to_string(line[place]), "line-stop");
    item.current = line[place] == state.journey.current && !state.is_example;
    item.children.push_back(StopRow(state, line[place], place + 1, longest));
    PageNode side = Node(PageKind::kList, "side", "line-side");
    for (const int stop : SideStopsOf(state, line, line[place])) {
      AddTrip(state, line, stop, 1, side);
    }
    if (!side.children.empty()) item.children.push_back(std::move(side));
    list.children.push_back(std::move(item));
  }
  for (const int start : SideStopsOf(state, line, -1)) AddTrip(state, line, start, 1, list);
  return list;
}

}  // namespace

void AddListJourney(const IdeasState& state, PageNode& pane) {
  const std::vector<int> line = MainLine(state.journey);
  const auto side_trips = static_cast<int>(state.journey.stops.size() - line.size());
  PageNode crumb = Group("list-crumb", "crumb");
  crumb.children.push_back(IconButton("leave", "icon-button", "back", words::kListShowMap, "list"));
  std::string_view heading = line.size() == 1 ? words::kJourneyOneStop : words::kJourneyStops;
  if (state.is_example) heading = words::kExampleTitle;
  crumb.children.push_back(
      Heading(1, "title", "heading", Fill(heading, {{"count", std::to_string(line.size())}})));
  if (side_trips > 0) {
    crumb.children.push_back(Node(PageKind::kText, "side", "side-count",
                                  Fill(side_trips == 1 ? words::kListOneSide : words::kListSides,
                                       {{"count", std::to_string(side_trips)}})));
  }
  pane.children.push_back(std::move(crumb));
  PageNode scroll = Group("list-journey", "scroll list-journey");
  scroll.children.push_back(LinePart(state, line));
  if (line.size() > 1) {
    const std::string more = JourneyMoreLine(state);
    scroll.children.push_back(
        Paragraph("facts", "facts", JourneyFactsLine(state) + (more.empty() ? "" : " " + more)));
  }
  PageNode actions = Group("actions", "actions");
  if (line.size() > 1 && !state.is_example) {
    actions.children.push_back(
        Button("replay", "button primary", words::kJourneyReplay, "replay-open"));
  }
  actions.children.push_back(Button("outline", "button", words::kListOutline, "list-outline"));
  if (!state.is_example) {
    actions.children.push_back(Button("save", "button", words::kListSaveJourney, "kept-save"));
  }
  scroll.children.push_back(std::move(actions));
  pane.children.push_back(std::move(scroll));
}

}  // namespace meander
