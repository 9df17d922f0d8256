// See page.h.
#include "sentences/page.h"

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sentences/poem.h"

namespace meander {

std::string StripSentence(const SentencesState& state) {
  if (!state.shown) return std::string(words::kSentencesEmpty);
  const int at = state.current();
  return Fill(words::kStripDetail, {{"count", std::to_string(state.stop_count())},
                                    {"place", std::to_string(at)},
                                    {"line", LineAt(state, at).text}});
}

namespace {

PageNode StripPart(const SentencesState& state) {
  PageNode strip = Group("strip", state.map.is_open ? "strip as-map" : "strip");
  PageNode chart = Node(PageKind::kChart, "chart", {});
  chart.role = state.map.is_open ? "" : "fixed";
  chart.label = state.map.is_open
                    ? Fill(words::kStripMap, {{"count", WithCommas(state.head.item_count)}})
                    : std::string(words::kStripLabel);
  chart.detail = StripSentence(state);
  strip.children.push_back(std::move(chart));
  if (state.map.is_open) {
    strip.children.push_back(Button("back", "button map-back", words::kStripBack, "where"));
  }
  return strip;
}

}  // namespace

Page SentencesPage(const SentencesState& state, const View& view) {
  Page page;
  page.title = std::string(words::kSentencesTab) + " · " + std::string(words::kAppName);
  if (!state.has_shelves) {
    if (state.error.empty()) return page;
    page.nodes.push_back(Group("shell", "shell", "banner"));
    page.nodes.push_back(Paragraph("note", "note empty", state.error));
    return page;
  }
  // The example's words are on the still page; they stay until there is something else to say.
  const bool waits = state.is_example && !state.shown && state.problem.empty();
  if (waits && state.request != 0) return page;
  page.title = TitleOfWay(state) + " · " + std::string(words::kAppName);
  if (!IsFigure(view)) {
    page.nodes.push_back(
        RoomShellPart(view, {"sentences", words::kSentencesSkip, state.shown.has_value()}));
  }
  std::string style = "room sentences";
  if (state.map.is_open) style += " with-map";
  if (IsFigure(view)) style += " figure";
  if (state.grow_from_s >= 0) style += " arriving";
  PageNode room = Group("room", style, "main");
  PageNode scroll = Group("scroll", "way-scroll");
  scroll.children.push_back(StripPart(state));
  PageNode column = Group("column", "way-column");
  column.children.push_back(state.shows_list ? SentencesListPart(state) : WayPart(state, view));
  column.children.push_back(BarPart(state, view));
  scroll.children.push_back(std::move(column));
  room.children.push_back(std::move(scroll));
  if (!IsFigure(view)) room.children.push_back(ControlsPart(state, view));
  page.nodes.push_back(std::move(room));
  page.nodes.push_back(NoticePart(state.notice));
  switch (state.dialog) {
    case SentencesDialog::kNone:
      break;
    case SentencesDialog::kHelp:
      page.nodes.push_back(SentencesHelpPart(state));
      break;
    case SentencesDialog::kReadOn:
      page.nodes.push_back(ReadOnPart(state));
      break;
    case SentencesDialog::kOwnText:
      page.nodes.push_back(OwnTextPart(state));
      break;
  }
  page.nodes.push_back(Node(PageKind::kStatus, "status", {}));
  return page;
}

}  // namespace meander
