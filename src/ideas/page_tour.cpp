// The pane while a tour is on: whose it is, the stop's caption above its article, one stop back and
// on. Afterwards a strip leads back to it.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

constexpr int kMostDrawnStops = 12;

PageNode CrumbPart() {
  PageNode crumb = Group("crumb", "crumb");
  crumb.children.push_back(
      IconButton("leave", "icon-button", "back", words::kTourLeave, "tour-leave"));
  crumb.children.push_back(Node(PageKind::kText, "where", "heading", words::kTourTitle));
  crumb.children.push_back(Button("off", "button plain", words::kTourLeave, "tour-leave"));
  return crumb;
}

PageNode NamePart(const Tour& tour) {
  PageNode name = Paragraph("name", "tour-name", {});
  name.children.push_back(Node(PageKind::kText, "title", {}, tour.title));
  if (!tour.by.empty()) {
    name.children.push_back(
        Node(PageKind::kText, "by", "small", Fill(words::kTourBy, {{"name", tour.by}})));
  }
  return name;
}

// Every stop; on paper with its caption.
PageNode StopsPart(const IdeasState& state) {
  const TourPlay& play = state.tour;
  PageNode part = Group("journey", "journey");
  part.children.push_back(
      Heading(2, "title", "heading",
              Fill(words::kTourList, {{"count", std::to_string(play.tour->stops.size())}})));
  PageNode list = Node(PageKind::kList, "stops", "stops");
  list.level = 1;
  for (int place = 0; place < static_cast<int>(play.tour->stops.size()); ++place) {
    const TourStop& stop = play.tour->stops[static_cast<size_t>(place)];
    PageNode row = Node(PageKind::kItem, std::to_string(place), "stop");
    row.current = place == play.at;
    row.children.push_back(Node(PageKind::kText, "place", "place", std::to_string(place + 1)));
    PageNode title = Node(PageKind::kLink, "title", {}, state.map.TitleOf(stop.item));
    title.on_press = "tour-go";
    title.argument = std::to_string(place);
    row.children.push_back(std::move(title));
    row.children.push_back(Node(PageKind::kText, "caption", "on-paper-only", stop.caption));
    list.children.push_back(std::move(row));
  }
  part.children.push_back(std::move(list));
  return part;
}

PageNode BarPart(const IdeasState& state) {
  const TourPlay& play = state.tour;
  const int count = static_cast<int>(play.tour->stops.size());
  PageNode bar = Group("bar", "tour-bar", "group");
  bar.label = words::kTourLabel;
  PageNode before = IconButton("before", "icon-button", "back", words::kTourBefore, "tour-before");
  before.disabled = play.at == 0;
  bar.children.push_back(std::move(before));
  if (count <= kMostDrawnStops) {
    PageNode river = Node(PageKind::kProfile, "river", "mini-river");
    for (int i = 0; i < count; ++i) river.detail += i > 0 ? " 1" : "1";
    river.value = static_cast<float>(play.at);
    bar.children.push_back(std::move(river));
  }
  bar.children.push_back(Node(PageKind::kText, "where", "tour-where",
                              Fill(words::kTourAt, {{"place", std::to_string(play.at + 1)},
                                                    {"count", std::to_string(count)}})));
  if (play.at + 1 < count) {
    const uint32_t after = play.tour->stops[static_cast<size_t>(play.at) + 1].item;
    PageNode next = Button("next", "button primary tour-next", {}, "tour-next");
    next.children.push_back(Node(PageKind::kText, "text", {},
                                 Fill(words::kTourNext, {{"title", state.map.TitleOf(after)}})));
    next.children.push_back(Icon("after"));
    bar.children.push_back(std::move(next));
  } else {
    bar.children.push_back(Node(PageKind::kText, "turn", "tour-turn", words::kExampleTurn));
  }
  return bar;
}

}  // namespace

PageNode TourPart(const IdeasState& state) {
  PageNode part = Group("tour", "tour", "complementary");
  part.label = words::kTourTitle;
  part.on_escape = "tour-leave";
  PageNode scroll = Group("scroll", "scroll");
  scroll.children.push_back(NamePart(*state.tour.tour));
  scroll.children.push_back(ArticlePart(state));
  scroll.children.push_back(StopsPart(state));
  scroll.children.push_back(Paragraph("trust", "small trust", words::kTrustMap));
  part.children = {CrumbPart(), std::move(scroll), BarPart(state)};
  return part;
}

PageNode TourStripPart(const IdeasState& state) {
  const TourPlay& play = state.tour;
  PageNode strip = Group("tour-strip", "tour-strip");
  strip.children.push_back(Node(PageKind::kText, "title", "tour-name", play.tour->title));
  strip.children.push_back(Button("back", "button", words::kTourBack, "tour-back"));
  strip.children.push_back(
      IconButton("away", "icon-button", "close", words::kTourAway, "tour-away"));
  return strip;
}

}  // namespace meander
