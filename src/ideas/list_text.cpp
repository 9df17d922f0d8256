// The list and the journey as text to take along; see list.h.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/list.h"
#include "ideas/page.h"
#include "ideas/state.h"

namespace meander {
namespace {

std::vector<std::string> HeadOf(const IdeasState& state) {
  std::vector<std::string> cells{std::string(words::kListColumnTitle),
                                 std::string(words::kListColumnTopic)};
  if (HasCloseness(state)) {
    cells.push_back(Fill(words::kListColumnClose, {{"title", state.map.TitleOf(state.pane.item)}}));
  }
  if (state.map.has_links()) cells.emplace_back(words::kListColumnLinks);
  cells.emplace_back(words::kListColumnKept);
  return cells;
}

std::vector<std::string> CellsOf(const IdeasState& state, uint32_t item) {
  std::vector<std::string> cells{
      state.map.TitleOf(item),
      std::string(kTopicNames[static_cast<size_t>(state.map.TopicOf(item))])};
  if (HasCloseness(state)) {
    const float closeness = item == state.list.close_to ? 1 : state.list.closeness[item];
    cells.push_back(closeness == kUnknownCloseness ? std::string() : TwoDecimals(closeness));
  }
  if (state.map.has_links()) cells.push_back(std::to_string(state.map.LinksOf(item)));
  cells.push_back(std::to_string(state.map.TrustOf(item)));
  return cells;
}

// Between tabs a cell cannot hold one.
std::string TabCell(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}
std::string CsvCell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

template <class Cell>
std::string Table(const IdeasState& state, const char* between, const char* end, Cell cell) {
  std::string text;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? between : "") + cell(cells[i]);
    text += end;
  };
  add(HeadOf(state));
  for (const uint32_t item : state.list.rows) add(CellsOf(state, item));
  return text;
}

// What hangs on stop `index` (−1: the starts) beside the main line, each a line.
void AddSideTrips(const IdeasState& state, const std::vector<int>& line, int index, size_t depth,
                  std::string& text) {
  for (int i = index + 1; i < static_cast<int>(state.journey.stops.size()); ++i) {
    const Stop& stop = state.journey.stops[static_cast<size_t>(i)];
    if (stop.parent != index || std::ranges::find(line, i) != line.end()) continue;
    text.append(depth * 3, ' ') += "- " + state.map.TitleOf(stop.item) + "\n";
    AddSideTrips(state, line, i, depth + 1, text);
  }
}

}  // namespace

std::string ListAsTabs(const IdeasState& state) { return Table(state, "\t", "\n", TabCell); }
std::string ListAsCsv(const IdeasState& state) { return Table(state, ",", "\r\n", CsvCell); }

std::string JourneyOutline(const IdeasState& state) {
  std::string text = JourneyTitle(state) + "\n\n";
  const std::vector<int> line = MainLine(state.journey);
  for (size_t place = 0; place < line.size(); ++place) {
    const Stop& stop = state.journey.stops[static_cast<size_t>(line[place])];
    text += std::to_string(place + 1) + ". " + state.map.TitleOf(stop.item);
    if (stop.parent >= 0 && stop.length != kUnknownLength) {
      text += " (" + Fill(words::kJourneyClose, {{"close", TwoDecimals(1 - stop.length)}}) + ")";
    }
    text += "\n";
    AddSideTrips(state, line, line[place], 1, text);
  }
  AddSideTrips(state, line, -1, 0, text);  // other starts
  return text;
}

}  // namespace meander
