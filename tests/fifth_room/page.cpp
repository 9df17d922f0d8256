// See page.h.
#include "page.h"

#include <cstdio>

namespace meander {
namespace {

PageNode Node(PageKind kind, std::string_view key, std::string_view text = {}) {
  PageNode node;
  node.kind = kind;
  node.key = key;
  node.text = text;
  return node;
}

PageNode Button(std::string_view key, std::string_view text, std::string_view action) {
  PageNode button = Node(PageKind::kButton, key, text);
  button.on_press = action;
  return button;
}

PageNode StopLink(const IslandsState& state, uint32_t island) {
  PageNode link = Node(PageKind::kLink, "link", state.NameOf(island));
  link.on_press = "open";
  link.on_point = "point";
  link.argument = std::to_string(island);
  return link;
}

PageNode Way(const IslandsState& state) {
  PageNode list = Node(PageKind::kList, "way");
  list.level = 1;
  for (size_t i = 0; i < state.stops.size(); ++i) {
    PageNode item = Node(PageKind::kItem, std::to_string(i));
    item.current = i + 1 == state.stops.size();
    item.children = {StopLink(state, state.stops[i])};
    list.children.push_back(item);
  }
  return list;
}

PageNode Closeness(const IslandsState& state) {
  PageNode line = Node(PageKind::kParagraph, "closeness");
  if (state.asked != 0) {
    line.text = "Measuring. ";
    line.children = {Button("stop", "Never mind", "stop")};
  } else if (state.closeness >= 0) {
    char text[48];
    std::snprintf(text, sizeof(text), "The last two are %.2f close.", state.closeness);
    line.text = text;
  } else {
    line.show = PageShow::kHidden;
  }
  return line;
}

}  // namespace

Page IslandsPage(const IslandsState& state, const View& view) {
  Page page;
  page.title = state.stops.empty() ? "Islands" : state.NameOf(state.stops.back());
  PageNode main = Node(PageKind::kGroup, "room");
  main.role = "main";
  PageNode heading = Node(PageKind::kHeading, "title", page.title);
  heading.level = 1;
  PageNode chart = Node(PageKind::kChart, "chart");
  chart.label = "Map of " + std::to_string(state.count()) + " islands";
  chart.detail = std::to_string(state.stops.size()) + " stops so far.";
  main.children = {heading, Way(state), Closeness(state), chart};
  if (!state.stops.empty())
    main.children.push_back(Button("forget", "Forget this journey", "forget"));
  if (state.undo.can_undo()) main.children.push_back(Button("undo", "Undo", "undo"));
  if (!state.notice.empty())
    main.children.push_back(Node(PageKind::kParagraph, "notice", state.notice));
  if (!view.can_draw) {
    // The twin of the chart, for who has none.
    PageNode list = Node(PageKind::kList, "list");
    for (uint32_t island = 0; island < state.count(); ++island) {
      PageNode item = Node(PageKind::kItem, std::to_string(island));
      item.children = {StopLink(state, island)};
      list.children.push_back(item);
    }
    main.children.push_back(list);
  }
  PageNode fit = Button("fit", "Show the whole map", "zoom-fit");  // the app's own action
  fit.show = PageShow::kReaderOnly;
  main.children.push_back(fit);
  page.nodes = {main};
  return page;
}

}  // namespace meander
