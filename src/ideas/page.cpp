// The Ideas page as a whole: shell, room, dialogs; see page.h.
#include "ideas/page.h"

#include <algorithm>
#include <set>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

const std::string& TitleOfStop(const IdeasState& state, int stop) {
  return state.map.TitleOf(state.journey.stops[static_cast<size_t>(stop)].item);
}

PageNode ChartPart(const IdeasState& state) {
  PageNode chart = Node(PageKind::kChart, "chart", {});
  chart.label = Fill(words::kMirrorChart, {{"count", WithCommas(state.map.item_count())}});
  chart.detail =
      state.journey.is_empty() ? std::string(words::kEmptyJourney) : JourneySentence(state);
  return chart;
}

// Twins of what is drawn on the chart, for keyboards and screen readers.
PageNode TwinsPart(const IdeasState& state, const View& view) {
  PageNode twins = Group("twins", "twins");
  const auto twin = [&](std::string_view key, std::string_view text, std::string_view action) {
    PageNode button = Node(PageKind::kCanvasTwin, key, {}, text);
    button.on_press = action;
    button.show = PageShow::kReaderOnly;
    twins.children.push_back(std::move(button));
  };
  if (!view.is_locked) {
    twin("in", words::kZoomIn, "zoom-in");
    twin("out", words::kZoomOut, "zoom-out");
    twin("fit", words::kZoomFit, "zoom-fit");
  }
  if (!state.journey.is_empty() && !state.is_example) {
    twin("copy", words::kShareCopyLink, "copy-link");
    twin("picture", words::kJourneyPicture, "save-png");
  }
  return twins;
}

PageNode StagePart(const IdeasState& state, const View& view) {
  PageNode stage = Group("stage", state.shows_list || !view.can_draw ? "stage as-list" : "stage");
  stage.children.push_back(ChartPart(state));
  // From and To stand in for the search while a walk is looked for, the legend while two journeys
  // are.
  if (ShowsFigure(state, view)) {
    stage.children.push_back(TwinsPart(state, view));
    return stage;
  }
  const bool is_list = state.shows_list || !view.can_draw;
  const bool shows_duet = ShowsDuet(state);
  if (shows_duet && !IsPhone(view) && !is_list) stage.children.push_back(LegendPart(state));
  if (!state.walk.is_open && !shows_duet && !(is_list && view.can_draw)) {
    stage.children.push_back(SearchPart(state, view));
  }
  PageNode toggle = Button("list", "button list-toggle", words::kListShow, "list");
  toggle.focus = state.list.focus == ListFocus::kToggle;
  if (!is_list && !state.walk.is_open && !shows_duet) {
    stage.children.push_back(Button("walk", "button walk-open", words::kWalkOpen, "walk-open"));
    stage.children.push_back(std::move(toggle));
  }
  if (!is_list) {
    stage.children.push_back(KeyButtonPart(state));
    if (state.shows_key) stage.children.push_back(KeyPart(state));
  }
  if (is_list) stage.children.push_back(ListPart(state, view));
  // One bar: of both journeys while both are shown.
  if (shows_duet && view.can_draw) {
    stage.children.push_back(DuetBarPart(state, view));
  } else if (state.replay.is_open) {
    stage.children.push_back(ReplayPart(state));
  }
  stage.children.push_back(TwinsPart(state, view));
  return stage;
}

PageNode ToastPart(const IdeasState& state) {
  PageNode toast = Group("toast", "toast");
  if (state.forgotten) {
    toast.children.push_back(Node(PageKind::kText, "text", {}, words::kJourneyForgotten));
    toast.children.push_back(Button("undo", "button plain", words::kJourneyUndo, "undo"));
  } else if (state.cleared && state.dialog != Dialog::kStored) {
    toast.children.push_back(Node(PageKind::kText, "text", {}, words::kStoredCleared));
    toast.children.push_back(Button("undo", "button plain", words::kJourneyUndo, "stored-undo"));
  } else if (!state.kept.forgotten.empty() && !state.cleared) {
    toast.children.push_back(Node(PageKind::kText, "text", {}, words::kJourneyForgotten));
    toast.children.push_back(Button("undo", "button plain", words::kJourneyUndo, "kept-undo"));
  } else if (!state.notice.empty()) {
    toast.children.push_back(Node(PageKind::kText, "text", {}, state.notice));
    toast.children.push_back(Button("dismiss", "button plain", words::kNoticeDismiss, "dismiss"));
  } else {
    toast.show = PageShow::kHidden;
  }
  return toast;
}

}  // namespace

std::string JourneyTitle(const IdeasState& state) {
  if (!state.journey.name.empty()) return state.journey.name;
  const std::vector<int> line = MainLine(state.journey);
  if (line.empty()) return {};
  if (line.size() == 1) return TitleOfStop(state, line[0]);
  return Fill(words::kJourneyTitle, {{"from", TitleOfStop(state, line.front())},
                                     {"to", TitleOfStop(state, line.back())}});
}

std::string CircledBack(const IdeasState& state) {
  const std::vector<int> line = MainLine(state.journey);
  std::set<uint32_t> seen;
  for (const int stop : line) {
    const uint32_t item = state.journey.stops[static_cast<size_t>(stop)].item;
    if (!seen.insert(item).second) return state.map.TitleOf(item);
  }
  return {};
}

std::string JourneyFactsLine(const IdeasState& state) {
  const JourneyFacts facts = FactsOf(state.journey);
  std::string text = Fill(facts.hops == 1 ? words::kJourneyOneHop : words::kJourneyHops,
                          {{"count", std::to_string(facts.hops)}});
  if (facts.side_stops > 0) {
    text += Fill(facts.side_stops == 1 ? words::kJourneyOneSide : words::kJourneySides,
                 {{"count", std::to_string(facts.side_stops)}});
  }
  text += ".";
  if (facts.longest >= 0 && facts.hops > 1) {
    const std::vector<int> line = MainLine(state.journey);
    const auto hop = static_cast<size_t>(facts.longest);
    text += " " + Fill(words::kJourneyLongest, {{"from", TitleOfStop(state, line[hop])},
                                                {"to", TitleOfStop(state, line[hop + 1])}});
  }
  return text;
}

std::string JourneyMoreLine(const IdeasState& state) {
  const JourneyFacts facts = FactsOf(state.journey);
  std::set<int> topics;
  for (const int stop : MainLine(state.journey)) {
    topics.insert(state.map.TopicOf(state.journey.stops[static_cast<size_t>(stop)].item));
  }
  const bool all_known = std::ranges::find(facts.lengths, kUnknownLength) == facts.lengths.end();
  std::string text;
  if (facts.hops > 0 && all_known) {
    text = Fill(topics.size() == 1 ? words::kJourneyTotalOne : words::kJourneyTotal,
                {{"total", TwoDecimals(facts.total)}, {"topics", std::to_string(topics.size())}});
  }
  const std::string circled = CircledBack(state);
  if (!circled.empty()) {
    text += (text.empty() ? "" : " ") + Fill(words::kJourneyCircled, {{"title", circled}});
  }
  return text;
}

std::string JourneySentence(const IdeasState& state) {
  const std::vector<int> line = MainLine(state.journey);
  if (line.empty()) return std::string(words::kEmptyJourney);
  if (line.size() == 1) {
    return Fill(words::kAltOne, {{"title", TitleOfStop(state, line[0])}});
  }
  std::string topics;
  std::set<int> seen;
  for (const int stop : line) {
    const int topic = state.map.TopicOf(state.journey.stops[static_cast<size_t>(stop)].item);
    if (!seen.insert(topic).second) continue;
    topics += (topics.empty() ? "" : ", ") + std::string(kTopicNames[static_cast<size_t>(topic)]);
  }
  return Fill(words::kAltPath, {{"count", std::to_string(line.size())},
                                {"from", TitleOfStop(state, line.front())},
                                {"to", TitleOfStop(state, line.back())},
                                {"topics", topics}});
}

Page IdeasPage(const IdeasState& state, const View& view) {
  Page page;
  page.title = std::string(words::kAppName);
  if (!state.map.is_complete()) {
    // Without nodes the still page stays until there is more to say than it says.
    if (state.map_error.empty()) return page;
    page.nodes.push_back(Group("shell", "shell", "banner"));
    page.nodes.push_back(Paragraph("note", "note empty", state.map_error));
    return page;
  }
  const std::string title = JourneyTitle(state);
  if (!title.empty()) page.title = title + " · " + page.title;
  const bool is_figure = ShowsFigure(state, view);
  if (!is_figure) page.nodes.push_back(ShellPart(state, view));
  PageNode room = Group("room", is_figure ? "room ideas figure" : "room ideas", "main");
  if (state.shows_list) {
    constexpr std::string_view kTabs[] = {" list-rows", " list-journey-tab", " list-article"};
    room.style += " with-list" + std::string(kTabs[static_cast<size_t>(state.list.tab)]);
    room.children.push_back(ListTabsPart(state));
  }
  if (!is_figure) room.children.push_back(PanePart(state, view));
  room.children.push_back(StagePart(state, view));
  if (is_figure) room.children.push_back(FigurePart(state, view));
  page.nodes.push_back(std::move(room));
  page.nodes.push_back(ToastPart(state));
  if (state.dialog == Dialog::kKept) page.nodes.push_back(KeptPart(state, view));
  if (state.dialog == Dialog::kListOrder) page.nodes.push_back(ListOrderPart(state));
  if (state.dialog == Dialog::kCopy) page.nodes.push_back(CopyPart(state));
  if (state.dialog == Dialog::kStored) page.nodes.push_back(StoredPart(state, view));
  if (state.dialog == Dialog::kSecond) page.nodes.push_back(SecondPart(state));
  if (state.dialog == Dialog::kHelp) page.nodes.push_back(HelpPart(state));
  page.nodes.push_back(Node(PageKind::kStatus, "status", {}));
  return page;
}

}  // namespace meander
