// The list twin: the ideas in view as a table, for whoever does not use the picture, and for print.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

constexpr size_t kMostRows = 200;

struct Row {
  uint32_t item;
  float closeness;  // -2: unknown
};

std::vector<Row> RowsInView(const IdeasState& state, const View& view) {
  std::vector<Row> rows;
  for (uint32_t item = 0; item < state.map.item_count(); ++item) {
    const Point2 at = ScreenFromWorld(view.camera, view.viewport, state.map.PlaceOf(item));
    const bool is_in_view =
        !view.can_draw || (at.x >= 0 && at.y >= 0 && at.x <= view.viewport.width_px &&
                           at.y <= view.viewport.height_px);
    if (is_in_view) rows.push_back({item, -2});
  }
  if (state.pane.reply) {
    std::vector<float> closeness(state.map.item_count(), -2.f);
    for (const Neighbor& neighbor : state.pane.reply->neighbors)
      closeness[neighbor.item] = neighbor.cosine;
    for (const TextLink& link : state.pane.reply->article.links)
      closeness[link.target] = link.cosine;
    closeness[state.pane.item] = 1;
    for (Row& row : rows) row.closeness = closeness[row.item];
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    if (a.closeness != b.closeness) return a.closeness > b.closeness;
    return state.map.ImportanceOf(a.item) > state.map.ImportanceOf(b.item);
  });
  return rows;
}

PageNode RowPart(const IdeasState& state, const Row& row) {
  PageNode part = Node(PageKind::kRow, std::to_string(row.item), "list-row");
  part.current = row.item == state.journey.current_item();
  PageNode title = Node(PageKind::kCell, "title", {});
  title.children.push_back(TopicDotPart(state.map.TopicOf(row.item)));
  title.children.push_back(TitleLink(state, row.item));
  PageNode topic = Node(PageKind::kCell, "topic", "small",
                        kTopicNames[static_cast<size_t>(state.map.TopicOf(row.item))]);
  PageNode close = Node(PageKind::kCell, "close", "number");
  if (row.item == state.pane.item) {
    close.text = words::kListHere;
  } else if (row.closeness > -2) {
    close.text = TwoDecimals(row.closeness);
  }
  const int kept = state.map.TrustOf(row.item);
  std::string dots;
  for (int i = 0; i < 10; ++i) dots += i < kept ? "●" : "○";
  PageNode trust = Node(PageKind::kCell, "kept", "kept");
  PageNode picture = Node(PageKind::kText, "dots", "dots", dots);
  picture.label = Fill(words::kListKept, {{"count", std::to_string(kept)}});
  trust.children.push_back(std::move(picture));
  part.children = {std::move(title), std::move(topic), std::move(close), std::move(trust)};
  return part;
}

}  // namespace

PageNode ListPart(const IdeasState& state, const View& view) {
  const std::vector<Row> rows = RowsInView(state, view);
  PageNode part = Group("list-view", "list-view");
  if (!view.can_draw) part.children.push_back(Paragraph("why", "note", words::kErrorNoWebgl));
  part.children.push_back(Heading(2, "title", "end-line",
                                  Fill(words::kListTitle, {{"count", WithCommas(rows.size())}})));
  if (rows.empty()) {
    part.children.push_back(Paragraph("none", "note", words::kListEmpty));
    return part;
  }
  PageNode table = Node(PageKind::kTable, "table", "list-table");
  table.label = words::kListShow;
  PageNode head = Node(PageKind::kRow, "head", "list-head");
  for (const std::string_view name : {words::kListColumnTitle, words::kListColumnTopic,
                                      words::kListColumnClose, words::kListColumnKept}) {
    head.children.push_back(Node(PageKind::kHeadCell, name, {}, name));
  }
  table.children.push_back(std::move(head));
  for (size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) {
    table.children.push_back(RowPart(state, rows[i]));
  }
  part.children.push_back(std::move(table));
  if (rows.size() > kMostRows) {
    part.children.push_back(
        Paragraph("more", "small",
                  Fill(words::kListFirst,
                       {{"shown", WithCommas(kMostRows)}, {"count", WithCommas(rows.size())}})));
  }
  return part;
}

}  // namespace meander
