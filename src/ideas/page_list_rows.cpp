// The rows of the list twin as a table. Of a long one only the rows near those in view are in the
// Page, and the one that the keyboard is on; gaps stand for the others.
#include <algorithm>
#include <set>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

PageNode HeadCell(const IdeasState& state, std::string_view name, std::string_view text,
                  ListColumn column) {
  PageNode cell = Node(PageKind::kHeadCell, name, std::string("in-") + std::string(name));
  const bool is_sorted = SortedBy(state) == column;
  // Titles and topics go up when they are not turned round, numbers go down.
  const bool goes_up =
      (column == ListColumn::kTitle || column == ListColumn::kTopic) != state.list.is_reversed;
  if (is_sorted) cell.detail = goes_up ? "ascending" : "descending";
  PageNode button = Button("sort", is_sorted ? "sort sorted" : "sort", text, "list-sort", name);
  if (is_sorted) button.children.push_back(Icon(goes_up ? "up" : "down"));
  cell.children.push_back(std::move(button));
  return cell;
}

PageNode HeadRow(const IdeasState& state) {
  PageNode head = Node(PageKind::kRow, "head", "list-head");
  head.value = 1;
  head.children.push_back(HeadCell(state, "topic", words::kListColumnTopic, ListColumn::kTopic));
  head.children.push_back(HeadCell(state, "title", words::kListColumnTitle, ListColumn::kTitle));
  if (HasCloseness(state)) {
    head.children.push_back(
        HeadCell(state, "close",
                 Fill(words::kListColumnClose, {{"title", state.map.TitleOf(state.pane.item)}}),
                 ListColumn::kClose));
  }
  if (state.map.has_links()) {
    head.children.push_back(HeadCell(state, "links", words::kListColumnLinks, ListColumn::kLinks));
  }
  head.children.push_back(HeadCell(state, "kept", words::kListColumnKept, ListColumn::kKept));
  PageNode note = Node(PageKind::kHeadCell, "note", "in-note");
  note.children.push_back(Node(PageKind::kText, "name", "reader-only", words::kListColumnNote));
  head.children.push_back(std::move(note));
  return head;
}

PageNode ClosenessCell(const IdeasState& state, uint32_t item) {
  PageNode cell = Node(PageKind::kCell, "close", "in-close");
  if (item == state.list.close_to) {
    cell.children.push_back(Node(PageKind::kText, "here", "here", words::kListHere));
    return cell;
  }
  const float closeness = state.list.closeness[item];
  if (closeness == kUnknownCloseness) return cell;
  PageNode bar = Node(PageKind::kBar, "bar", {});
  bar.value = std::clamp(closeness, -1.f, 1.f);
  cell.children.push_back(std::move(bar));
  cell.children.push_back(Node(PageKind::kText, "number", "number", TwoDecimals(closeness)));
  return cell;
}

// "stop 7" of the journey, or "read" on another day.
std::string NoteOf(const IdeasState& state, uint32_t item) {
  const std::vector<int> line = MainLine(state.journey);
  if (!state.is_example) {
    for (size_t place = line.size(); place-- > 0;) {
      if (state.journey.stops[static_cast<size_t>(line[place])].item == item) {
        return Fill(words::kListStop, {{"place", std::to_string(place + 1)}});
      }
    }
    const auto& stops = state.journey.stops;
    if (std::ranges::find(stops, item, &Stop::item) != stops.end())
      return std::string(words::kListRead);
  }
  return std::ranges::binary_search(state.kept.read, item) ? std::string(words::kListRead)
                                                           : std::string();
}

PageNode RowPart(const IdeasState& state, size_t place, bool is_cursor) {
  const uint32_t item = state.list.rows[place];
  const auto topic = static_cast<size_t>(state.map.TopicOf(item));
  PageNode row = Node(PageKind::kRow, std::to_string(item), "list-row item-row");
  row.value = static_cast<float>(place + 2);  // after the head
  row.current = item == state.list.close_to;
  PageNode kind = Node(PageKind::kCell, "topic", "in-topic");
  kind.children.push_back(TopicDotPart(static_cast<int>(topic)));
  kind.children.push_back(Node(PageKind::kText, "name", "topic-name", kTopicNames[topic]));
  PageNode title = Node(PageKind::kCell, "title", "in-title");
  PageNode link = Node(PageKind::kLink, "link", {}, state.map.TitleOf(item));
  link.on_press = "open";
  link.argument = std::to_string(item);
  link.tab = is_cursor ? TabStop::kHere : TabStop::kByArrows;
  link.focus = is_cursor && state.list.focus == ListFocus::kRow;
  title.children.push_back(std::move(link));
  row.children = {std::move(kind), std::move(title)};
  if (HasCloseness(state)) row.children.push_back(ClosenessCell(state, item));
  if (state.map.has_links()) {
    row.children.push_back(
        Node(PageKind::kCell, "links", "in-links number", std::to_string(state.map.LinksOf(item))));
  }
  const std::string kept = std::to_string(state.map.TrustOf(item));
  PageNode trust = Node(PageKind::kCell, "kept", "in-kept");
  trust.children.push_back(Node(PageKind::kText, "dots", "dots kept-" + kept));
  trust.children.push_back(
      Node(PageKind::kText, "number", "number", Fill(words::kListKept, {{"count", kept}})));
  row.children.push_back(std::move(trust));
  row.children.push_back(Node(PageKind::kCell, "note", "in-note", NoteOf(state, item)));
  return row;
}

}  // namespace

PageNode ListRowsPart(const IdeasState& state, const View& view) {
  const IdeaList& list = state.list;
  const size_t count = list.rows.size();
  std::set<size_t> shown;
  const size_t first = list.top > kRowsAbove && !view.on_paper ? list.top - kRowsAbove : 0;
  const size_t end = view.on_paper ? kRowsOnPaper : list.top + kRowsBelow;
  for (size_t place = first; place < std::min(end, count); ++place) shown.insert(place);
  const size_t cursor = CursorPlace(state);
  if (!view.on_paper) shown.insert(cursor);
  PageNode scroll = Group("scroll", "list-scroll");
  PageNode table = Node(PageKind::kTable, "table", "list-table items-table");
  table.label = words::kListShow;
  table.value = static_cast<float>(count + 1);
  table.on_input = "list-rows";
  // What makes another list of it.
  table.argument = std::to_string(static_cast<int>(SortedBy(state))) +
                   (list.is_reversed ? "r" : "") + " " + std::to_string(state.topic_filter) + " " +
                   std::to_string(count) + " " + list.find;
  table.children.push_back(HeadRow(state));
  size_t next = 0;
  const auto leave_out = [&](size_t until) {
    if (until <= next) return;
    PageNode gap = Node(PageKind::kGap, "gap" + std::to_string(next == 0 ? 0 : until), {});
    gap.value = static_cast<float>(until - next);
    table.children.push_back(std::move(gap));
  };
  for (const size_t place : shown) {
    leave_out(place);
    table.children.push_back(RowPart(state, place, place == cursor));
    next = place + 1;
  }
  if (!view.on_paper) leave_out(count);
  scroll.children.push_back(std::move(table));
  if (view.on_paper && count > kRowsOnPaper) {
    scroll.children.push_back(
        Paragraph("more", "small",
                  Fill(words::kListFirst,
                       {{"shown", WithCommas(kRowsOnPaper)}, {"count", WithCommas(count)}})));
  }
  return scroll;
}

}  // namespace meander
