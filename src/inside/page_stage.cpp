// The rail of depth, and the stage: tabs, the sentence of picks, both texts, the chart.
#include "canvas/fill.h"
#include "canvas/source_switch.h"
#include "canvas/words.h"
#include "inside/kept_picture.h"
#include "inside/page_parts.h"
#include "inside/wishes.h"

namespace meander {
namespace {

PageNode TabsPart(const InsideState& state) {
  constexpr std::string_view kNames[kInsideViews] = {
      words::kTabBridge, words::kTabWords,  words::kTabGrid,       words::kTabGroups,
      words::kTabWhy,    words::kTabWhatIf, words::kTabDictionary, words::kTabInfluence};
  std::vector<ViewTab> tabs;
  for (int i = 0; i < kInsideViews; ++i) {
    tabs.push_back(
        {kViewNames[i], kNames[i], state.look.view == static_cast<InsideView>(i), i == 4});
  }
  return ViewTabsPart(tabs);
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

// Nothing of what the view shows is here yet.
bool WaitsForPicture(const InsideState& state) {
  return IsForView(state) && !state.is_example && !HasPicture(state);
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
  } else if (WaitsForPicture(state)) {
    wait.style += " late";  // what comes at once needs no word
    wait.children.push_back(StageProgressPart(state.progress, words::kInsideComing));
  }
  return wait;
}

// Beside the tabs: what this view waits for besides, and how to stop it.
PageNode ProgressPart(const InsideState& state) {
  if (IsForView(state) && !state.is_example && HasPicture(state)) {
    return StageProgressPart(state.progress, words::kInsideComing);
  }
  return Group("progress", "stage-progress", "group");
}

std::string Score(const InsideState& state) {
  const std::optional<float> likeness = LikenessShown(state);
  return likeness ? Plainly(*likeness) : std::string();
}

}  // namespace

PageNode RailPart(const InsideState& state) {
  RailSays says;
  says.first = words::kInsideRailFirst;
  says.last = words::kInsideRailLast;
  for (int layer = 0; layer <= kLastLayer; ++layer) {
    says.stops.push_back(std::to_string(layer));
    says.names.push_back(Fill(words::kRailStop, {{"layer", says.stops.back()}}));
  }
  says.current = state.look.layer;
  says.depth = state.depth;
  says.is_playing = state.is_playing;
  return DepthRailPart(says);
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
  if (!is_figure) {
    head.children.push_back(SourceSwitchPart(LookedInto::kSentences));
    head.children.push_back(TabsPart(state));
  }
  head.children.push_back(ProgressPart(state));
  PageNode score = Group("score", "score");
  if (const std::string value = Score(state); !value.empty()) {
    score.children.push_back(Node(PageKind::kText, "name", "small", words::kInsideAlike));
    score.children.push_back(Node(PageKind::kText, "value", "score-value", value));
  }
  head.children.push_back(std::move(score));
  stage.children.push_back(std::move(head));
  if (!is_figure) {
    stage.children.push_back(PickSentencePart(PicksOf(state), state.open_pick));
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
