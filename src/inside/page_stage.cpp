// The rail of depth, and the stage: tabs, the sentence of picks, both texts, the chart.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/page_parts.h"
#include "inside/wishes.h"

namespace meander {
namespace {

PageNode TabsPart(const InsideState& state) {
  constexpr std::string_view kNames[kInsideViews] = {
      words::kTabBridge, words::kTabWords,  words::kTabGrid,       words::kTabGroups,
      words::kTabWhy,    words::kTabWhatIf, words::kTabDictionary, words::kTabInfluence};
  PageNode tabs = Group("tabs", "view-tabs", "group");
  tabs.label = words::kTabLabel;
  for (int i = 0; i < kInsideViews; ++i) {
    PageNode tab = Button(kViewNames[i], "view-tab", kNames[i], "tab", kViewNames[i]);
    tab.pressed = state.look.view == static_cast<InsideView>(i);
    if (i == 4) tab.style += " after-rule";
    tabs.children.push_back(std::move(tab));
  }
  return tabs;
}

PageNode PickPart(const InsideState& state) {
  PageNode line = Group("picks", "picks", "group");
  line.label = words::kPickLabel;
  const std::vector<PickList> picks = PicksOf(state);
  for (size_t i = 0; i < picks.size(); ++i) {
    const PickList& pick = picks[i];
    const std::string number = std::to_string(i);
    line.children.push_back(Node(PageKind::kText, "before-" + number,
                                 pick.before.starts_with(',') ? "pick-plain comma" : "pick-plain",
                                 pick.before));
    PageNode holder = Group("pick-" + number, "pick");
    PageNode button = Button("open", "pick-word", pick.label, "pick", number);
    button.label = pick.name + ": " + pick.label;
    button.pressed = state.open_pick == static_cast<int>(i);
    holder.children.push_back(std::move(button));
    if (state.open_pick == static_cast<int>(i)) {
      PageNode list = Group("list", "pick-list", "group");
      list.label = pick.name;
      for (const PickRow& choice : pick.rows) {
        PageNode row = Button(choice.key, "pick-row", choice.label, "choose", choice.key);
        row.pressed = choice.is_current;
        row.focus = choice.is_current;
        row.disabled = !choice.refused.empty();
        if (row.disabled) {
          row.children.push_back(Node(PageKind::kText, "why", "pick-count", choice.refused));
        }
        list.children.push_back(std::move(row));
      }
      holder.on_escape = "pick-close";
      holder.children.push_back(std::move(list));
    }
    line.children.push_back(std::move(holder));
  }
  return line;
}

struct TextField {
  std::string_view key, label, hint, on_input;
  const std::string& text;
};
PageNode TextPart(const TextField& what) {
  PageNode words = Group("text-" + std::string(what.key), "end-words");
  PageNode behind = Paragraph("behind", "inside-text behind", what.text.empty() ? " " : what.text);
  PageNode field = Node(PageKind::kTextArea, what.key, "inside-text", what.text);
  field.label = what.label;
  field.detail = what.hint;
  field.on_input = what.on_input;
  field.on_submit = "settle";
  words.children = {std::move(behind), std::move(field)};
  return words;
}

// The sentences that the view speaks of, to be typed over.
PageNode TextsPart(const InsideState& state) {
  const TextField first{"a", words::kInsideFirstLabel, words::kInsideFirstHint, "type-a", state.a};
  const TextField second{"b", words::kInsideSecondLabel, words::kInsideSecondHint, "type-b",
                         state.b};
  if (!ShowsThird(state)) {
    PageNode texts = Group("texts", "inside-texts");
    texts.children.push_back(TextPart(first));
    texts.children.push_back(
        IconButton("swap", "icon-button swap", "swap", words::kInsideSwap, "swap"));
    texts.children.push_back(TextPart(second));
    return texts;
  }
  PageNode texts = Group("texts-three", "inside-texts three");
  texts.children.push_back(
      TextPart({"a", words::kWhyMineLabel, words::kInsideFirstHint, "type-a", state.a}));
  texts.children.push_back(
      TextPart({"edit", words::kWhatIfLabel, words::kWhatIfHint, "type-edit", state.edited}));
  texts.children.push_back(
      TextPart({"b", words::kWhyALabel, words::kInsideSecondHint, "type-b", state.b}));
  texts.children.push_back(
      IconButton("swap", "icon-button swap", "swap", words::kWhySwap, "swap-targets"));
  texts.children.push_back(
      TextPart({"c", words::kWhyBLabel, words::kInsideSecondHint, "type-c", state.c}));
  return texts;
}

PageNode WaitPart(const InsideState& state) {
  PageNode wait = Group("wait", "stage-note", "group");
  const std::string problem = ProblemOf(state);
  if (state.asks_to_fetch) {
    wait.children.push_back(Paragraph("fetch", "note", words::kInsideFetch));
    wait.children.push_back(Button("yes", "button primary", words::kInsideFetchYes, "fetch"));
  } else if (!problem.empty()) {
    wait.children.push_back(Paragraph("problem", "note", problem));
    wait.children.push_back(Button("again", "button", words::kInsideAgain, "again"));
  }
  return wait;
}

// Beside the tabs: what this view waits for, and how to stop it.
PageNode ProgressPart(const InsideState& state) {
  PageNode wait = Group("progress", "stage-progress", "group");
  if (IsForView(state) && !state.is_example) {
    wait.label = words::kInsideReading;
    const ProgressReply& progress = state.progress;
    const bool is_coming = progress.bytes_total > progress.bytes_done;
    wait.children.push_back(
        Node(PageKind::kText, "text", "small",
             is_coming ? Fill(words::kInsideComing, {{"done", Megabytes(progress.bytes_done)},
                                                     {"total", Megabytes(progress.bytes_total)}})
                       : std::string(words::kInsideReading)));
    PageNode bar = Node(PageKind::kBar, "bar", {});
    bar.value = is_coming ? static_cast<float>(progress.bytes_done) /
                                static_cast<float>(progress.bytes_total)
                : progress.readings_in_all > 0 ? static_cast<float>(progress.readings_done) /
                                                     static_cast<float>(progress.readings_in_all)
                                               : 0;
    wait.children.push_back(std::move(bar));
    wait.children.push_back(Button("stop", "text-button", words::kInsideStop, "stop"));
  }
  return wait;
}

std::string Score(const InsideState& state) {
  const std::optional<float> likeness = LikenessShown(state);
  return likeness ? Plainly(*likeness) : std::string();
}

}  // namespace

PageNode RailPart(const InsideState& state) {
  PageNode rail = Group("rail", "rail", "group");
  rail.label = words::kRailLabel;
  rail.children.push_back(Heading(2, "title", "heading", words::kRailTitle));
  rail.children.push_back(Node(PageKind::kText, "first", "rail-end", words::kInsideRailFirst));
  PageNode stops = Group("stops", "rail-stops");
  for (int layer = 0; layer <= kLastLayer; ++layer) {
    const bool is_past = static_cast<float>(layer) <= state.depth + 0.01f;
    std::string style = layer % 2 == 0 ? "rail-stop" : "rail-stop other-bank";
    if (layer > 0) {
      std::string bend = layer % 2 == 0 ? "rail-bend back" : "rail-bend";
      if (is_past) bend += " past";
      stops.children.push_back(Group("bend-" + std::to_string(layer), bend));
    }
    if (is_past) style += " past";
    PageNode stop = Button("layer-" + std::to_string(layer), style, std::to_string(layer), "layer",
                           std::to_string(layer));
    stop.label = Fill(words::kRailStop, {{"layer", std::to_string(layer)}});
    stop.current = layer == state.look.layer;
    stops.children.push_back(std::move(stop));
  }
  rail.children.push_back(std::move(stops));
  rail.children.push_back(Node(PageKind::kText, "last", "rail-end", words::kInsideRailLast));
  rail.children.push_back(IconButton("play", "play-button", state.is_playing ? "pause" : "play",
                                     state.is_playing ? words::kReplayPause : words::kRailPlay,
                                     "play"));
  return rail;
}

PageNode StagePart(const InsideState& state, const View& view) {
  PageNode stage = Group("stage", "inside-stage");
  const bool is_figure = IsFigure(view) && view.can_draw && !state.shows_list;
  if (!is_figure) {  // its bar says it
    PageNode title = Heading(1, "title", {}, TitleOfInside(state));
    title.show = PageShow::kReaderOnly;
    stage.children.push_back(std::move(title));
  }
  PageNode head = Group("head", "stage-head");
  if (!is_figure) head.children.push_back(TabsPart(state));
  head.children.push_back(ProgressPart(state));
  PageNode score = Group("score", "score");
  if (const std::string value = Score(state); !value.empty()) {
    score.children.push_back(Node(PageKind::kText, "name", "small", words::kInsideAlike));
    score.children.push_back(Node(PageKind::kText, "value", "score-value", value));
  }
  head.children.push_back(std::move(score));
  stage.children.push_back(std::move(head));
  if (!is_figure) {
    stage.children.push_back(PickPart(state));
    stage.children.push_back(TextsPart(state));
  }
  stage.children.push_back(WaitPart(state));
  if (state.shows_list || !view.can_draw) stage.children.push_back(InsideListPart(state));
  PageNode holder =
      Group("drawing", state.shows_list
                           ? "inside-chart behind-list"
                           : "inside-chart view-" +
                                 std::string(kViewNames[static_cast<size_t>(state.look.view)]));
  holder.on_key = "page-key";  // those that the chart leaves to the page
  PageNode chart = Node(PageKind::kChart, "chart", {});
  chart.role = "fixed";
  chart.label = words::kInsideChart;
  chart.detail = SentenceOfView(state);
  holder.children.push_back(std::move(chart));
  stage.children.push_back(std::move(holder));
  if (!state.shows_list && view.can_draw) {
    PageNode twin = InsideListPart(state);
    twin.show = PageShow::kReaderOnly;
    stage.children.push_back(std::move(twin));
  }
  return stage;
}

std::string TargetText(const InsideTarget& target) {
  return std::to_string(static_cast<int>(target.kind)) + " " + std::to_string(target.a) + " " +
         std::to_string(target.b);
}

}  // namespace meander
