// The list of stops, in order, side trips indented; on phones with the journey card's words.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"
#include "ideas/weather.h"

namespace meander {
namespace {

// On a map as wide as 2: a hop across a quarter of it looks long, one of a twentieth short. Near
// and far are the thirds that link weather uses.
constexpr float kDrawnLong = 0.5f, kDrawnShort = 0.1f;

// What the map makes of a hop against what it is; empty where both agree.
std::string_view OddHop(const IdeasState& state, const Stop& stop) {
  if (stop.length == kUnknownLength) return {};
  const uint32_t before = state.journey.stops[static_cast<size_t>(stop.parent)].item;
  const float drawn = Distance(state.map.PlaceOf(before), state.map.PlaceOf(stop.item));
  const float closeness = 1 - stop.length;
  if (drawn >= kDrawnLong && WeatherOf(closeness) == Weather::kNear)
    return words::kJourneyDrawnLong;
  if (drawn <= kDrawnShort && WeatherOf(closeness) == Weather::kFar)
    return words::kJourneyDrawnShort;
  return {};
}

PageNode StopPart(const IdeasState& state, int index, int place, bool is_side) {
  const Stop& stop = state.journey.stops[static_cast<size_t>(index)];
  PageNode row = Node(PageKind::kItem, std::to_string(index), is_side ? "stop side" : "stop");
  row.current = index == state.journey.current && !state.is_example;
  row.children.push_back(
      Node(PageKind::kText, "place", "place", is_side ? "" : std::to_string(place + 1)));
  PageNode title = Node(PageKind::kLink, "title", {}, state.map.TitleOf(stop.item));
  title.on_press = state.is_example ? "open" : "go";
  title.argument = std::to_string(state.is_example ? stop.item : static_cast<uint32_t>(index));
  row.children.push_back(std::move(title));
  if (stop.parent >= 0 && stop.length != kUnknownLength) {
    row.children.push_back(
        Node(PageKind::kText, "close", "number",
             Fill(words::kJourneyClose, {{"close", TwoDecimals(1 - stop.length)}})));
  }
  if (stop.parent >= 0) {
    const uint32_t before = state.journey.stops[static_cast<size_t>(stop.parent)].item;
    row.style += " hop";
    AddWhy(state, WhyPlace::kStop, before, stop.item, std::to_string(index), row);
  }
  const std::string_view odd = stop.parent < 0 ? std::string_view() : OddHop(state, stop);
  if (!odd.empty()) row.children.push_back(Node(PageKind::kText, "odd", "small odd", odd));
  if (!state.is_example) {
    PageNode drop = IconButton("drop", "icon-button small-button", "close",
                               Fill(words::kJourneyDrop, {{"title", state.map.TitleOf(stop.item)}}),
                               "drop-stop");
    drop.argument = std::to_string(index);
    row.children.push_back(std::move(drop));
  }
  return row;
}

}  // namespace

PageNode AllJourneysPart() {
  PageNode more = Group("more", "actions");
  more.children.push_back(Button("list", "button plain phone-only", words::kListShow, "list"));
  more.children.push_back(Button("all", "button plain", words::kJourneyAll, "journeys"));
  return more;
}

PageNode JourneyPart(const IdeasState& state, const View& view) {
  PageNode part = Group("journey", "journey");
  const std::vector<int> line = MainLine(state.journey);
  std::string_view heading = line.size() == 1 ? words::kJourneyOneStop : words::kJourneyStops;
  if (state.is_example) heading = words::kExampleTitle;
  part.children.push_back(
      Heading(2, "title", "heading", Fill(heading, {{"count", std::to_string(line.size())}})));
  PageNode list = Node(PageKind::kList, "stops", "stops");
  list.level = 1;
  for (int place = 0; place < static_cast<int>(line.size()); ++place) {
    const int index = line[static_cast<size_t>(place)];
    list.children.push_back(StopPart(state, index, place, false));
    // Side trips stand below the stop they left from, in the order they were made.
    for (int i = 0; i < static_cast<int>(state.journey.stops.size()); ++i) {
      if (std::find(line.begin(), line.end(), i) != line.end()) continue;
      int root = i;
      while (root >= 0 && std::find(line.begin(), line.end(), root) == line.end()) {
        root = state.journey.stops[static_cast<size_t>(root)].parent;
      }
      if (root == index) list.children.push_back(StopPart(state, i, 0, true));
    }
  }
  part.children.push_back(std::move(list));
  if (state.is_example) {
    if (!state.kept.journeys.empty()) part.children.push_back(AllJourneysPart());
    return part;
  }
  if (line.size() > 1)
    part.children.push_back(
        Paragraph("facts", "small", JourneyFactsLine(state) + " " + JourneyMoreLine(state)));
  PageNode actions = Group("actions", "actions");
  if (line.size() > 1) {
    actions.children.push_back(Button("replay", "button", words::kJourneyReplay, "replay-open"));
  }
  actions.children.push_back(Button("copy", "button", words::kShareCopyLink, "copy-link"));
  actions.children.push_back(Button("picture", "button", words::kJourneyPicture, "save-png"));
  actions.children.push_back(Button("forget", "button plain", words::kJourneyForget, "forget"));
  part.children.push_back(std::move(actions));
  PageNode name = Node(PageKind::kField, "name", "name-field", state.journey.name);
  name.label = name.detail = words::kJourneyName;
  name.on_input = "name";
  part.children.push_back(std::move(name));
  part.children.push_back(AllJourneysPart());
  if (!view.can_store) part.children.push_back(Paragraph("kept", "small", words::kStorageBlocked));
  return part;
}

}  // namespace meander
