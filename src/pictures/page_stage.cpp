// The rail of depth, and the stage: whose inside it is, tabs, the sentence of picks, the chart.
#include "canvas/fill.h"
#include "canvas/source_switch.h"
#include "canvas/words.h"
#include "pictures/growing.h"
#include "pictures/page_figure.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

PageNode PictureTabsPart(const PicturesState& state) {
  std::vector<ViewTab> tabs;
  for (int i = 0; i < kPictureViews; ++i) {
    tabs.push_back({kPictureViewNames[i], PictureViewName(static_cast<PictureView>(i)),
                    state.look.view == static_cast<PictureView>(i), i == 2});
  }
  return ViewTabsPart(tabs);
}

PageNode PictureWaitPart(const PicturesState& state) {
  PageNode wait = Group("wait", "stage-note", "group");
  const std::string problem = PictureProblem(state);
  const WatchedForm* form = FormSeen(state);
  if (state.asks_to_fetch || (form != nullptr && form->needs_consent)) {
    wait.children.push_back(Paragraph("fetch", "note", words::kPicturesFetch));
    wait.children.push_back(Button("yes", "button primary", words::kInsideFetchYes, "fetch"));
  } else if (!problem.empty()) {
    wait.children.push_back(Paragraph("problem", "note", problem));
    const bool is_too_fine =
        state.look.view == PictureView::kGroups && !HasPictureGroups(state.look.layer);
    if (!is_too_fine && NoSuchViewOfOther(state).empty()) {
      wait.children.push_back(Button("again", "button", words::kInsideAgain, "again"));
    }
  }
  return wait;
}

// Beside the tabs: what this view waits for, and how to stop it.
PageNode PictureProgressPart(const PicturesState& state) {
  const bool is_taking = !state.own.address.empty() || state.own.request != 0;
  if (!is_taking && IsPictureWorkForView(state) && !state.is_example()) {
    return StageProgressPart(state.progress, words::kPicturesComing);
  }
  PageNode wait = Group("progress", "stage-progress", "group");
  if (!is_taking) return wait;
  wait.label = words::kInsideReading;
  wait.children.push_back(Node(PageKind::kText, "text", "small", words::kPicturesOwnReading));
  return wait;
}

}  // namespace

PageNode PicturesRailPart(const PicturesState& state) {
  RailSays says;
  says.first = words::kPicturesRailFirst;
  says.last = words::kPicturesRailLast;
  for (int layer = 0; layer <= kPictureEnd; ++layer) {
    says.stops.push_back(std::string(kPictureLayers[static_cast<size_t>(layer)].label));
    says.names.push_back(layer == kPictureEnd
                             ? std::string(words::kPicturesRailEnd)
                             : Fill(words::kRailStop, {{"layer", says.stops.back()}}));
  }
  says.current = state.look.layer;
  says.depth = state.depth;
  says.is_playing = state.is_playing;
  return DepthRailPart(says);
}

PageNode PicturesStagePart(const PicturesState& state, const View& view) {
  PageNode stage = Group("stage", "inside-stage");
  const bool is_figure = IsFigure(view) && view.can_draw && !state.shows_list;
  if (!is_figure) {  // its bar says it
    PageNode title = Heading(1, "title", {}, TitleOfPictures(state));
    title.show = PageShow::kReaderOnly;
    stage.children.push_back(std::move(title));
  }
  PageNode head = Group("head", "stage-head");
  if (!is_figure) {
    head.children.push_back(SourceSwitchPart(LookedInto::kPhoto));
    head.children.push_back(PictureTabsPart(state));
  }
  head.children.push_back(PictureProgressPart(state));
  // Before the net has looked there is no kind to ask about; cells and units are asked about none.
  const bool asks = LookSeen(state) != nullptr && !state.other.is_on &&
                    state.look.view != PictureView::kDictionary &&
                    state.look.view != PictureView::kUnits;
  const bool may_ask = is_figure && !view.is_locked;
  if (may_ask && asks) head.children.push_back(PicturesFigureAskPart(state));
  if (may_ask) head.children.push_back(PicturesFigureOwnPart());
  stage.children.push_back(std::move(head));
  if (!is_figure) {
    stage.children.push_back(PickSentencePart(PicturePicks(state), state.open_pick));
  }
  stage.children.push_back(PictureWaitPart(state));
  if (state.shows_list || !view.can_draw) stage.children.push_back(PicturesListPart(state));
  PageNode holder = Group(
      "drawing", state.shows_list
                     ? "inside-chart behind-list"
                     : "inside-chart picture-chart of-" +
                           std::string(kPictureViewNames[static_cast<size_t>(state.look.view)]));
  holder.on_key = "page-key";  // those that the chart leaves to the page
  PageNode chart = Node(PageKind::kChart, "chart", {});
  chart.role = "fixed";
  chart.label = words::kPicturesChart;
  chart.detail = SentenceOfPicture(state);
  holder.children.push_back(std::move(chart));
  stage.children.push_back(std::move(holder));
  if (!is_figure) stage.children.push_back(PicturesChoicePart(state));
  if (!state.shows_list && view.can_draw) {
    PageNode twin = PicturesListPart(state);
    twin.show = PageShow::kReaderOnly;
    stage.children.push_back(std::move(twin));
  }
  return stage;
}

}  // namespace meander
