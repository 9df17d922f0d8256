// See page.h: the whole, the rail, the picks over the stage, the stage and a figure's bar.
#include "drawings/page.h"

#include <utility>

#include "canvas/figure_bar.h"
#include "canvas/fill.h"
#include "canvas/source_switch.h"
#include "canvas/words.h"
#include "drawings/ink_pictures.h"
#include "drawings/pen.h"
#include "drawings/sentences.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

PageNode RailOfDrawing(const DrawingsState& state) {
  RailSays says;
  says.first = words::kDrawingsRailFirst;
  says.last = words::kDrawingsRailLast;
  for (const DrawingLayer& layer : kDrawingLayers) {
    says.stops.push_back(std::string(layer.label));
    says.names.push_back(Fill(words::kRailStop, {{"layer", says.stops.back()}}));
  }
  says.current = state.look.layer;
  says.depth = state.depth;
  says.is_playing = state.is_playing;
  return DepthRailPart(says);
}

PageNode FigureBarOfDrawing(const DrawingsState& state, const View& view) {
  FigureSays says;
  says.room = "drawings";
  says.title = TitleOfDrawings(state);
  if (const DrawingsLookAnswer* seen = DrawingSeen(state)) {
    says.fact = Fill(words::kPicturesFigureSure, {{"share", PercentText(seen->signs[0].share)}});
    const std::string decides = WhatDecides(state);
    if (!decides.empty()) says.fact += ". ";
    for (const Phrase& phrase : StarredPhrases(decides)) says.fact += phrase.text;
  } else if (InkWithLive(state).empty()) {
    says.fact = words::kDrawingsDrawHere;
  }
  says.play_action = "play";
  says.is_playing = state.is_playing;
  says.middle.push_back(RailStopsPart(RailOfDrawing(state)));
  return FigureBarPart(view, std::move(says));
}

// Layer, how many groups, and what it is asked against.
std::vector<PickList> PicksOfDrawing(const DrawingsState& state) {
  PickList layer{std::string(words::kPickShow),
                 DrawingLayerTitle(state.look.layer),
                 std::string(words::kPicturesPickLayer),
                 {}};
  for (int i = 0; i <= kDrawingEnd; ++i) {
    layer.rows.push_back(
        {"layer:" + std::to_string(i), DrawingLayerTitle(i), state.look.layer == i});
  }
  layer.label = LowerFirst(layer.label);
  const auto counted = [](int count) {
    return Fill(words::kSideGroups, {{"count", std::to_string(count)}});
  };
  PickList groups{std::string(words::kDrawingsPickIn),
                  counted(state.look.groups),
                  std::string(words::kSideGroupsLabel),
                  {}};
  for (int count = 2; count <= kMostDrawingGroups; ++count) {
    groups.rows.push_back(
        {"groups:" + std::to_string(count), counted(count), state.look.groups == count});
  }
  std::vector<PickList> picks;
  picks.push_back(std::move(layer));
  picks.push_back(std::move(groups));
  const DrawingsLookAnswer* seen = TrainedSeenNow(state);
  if (seen == nullptr) return picks;
  const SignPair pair = SignsAsked(state);
  PickList against{Fill(words::kDrawingsPickWhy, {{"sign", SignName(seen->signs[0])}}),
                   pair.b == kNoSign
                       ? std::string(words::kDrawingsPickAlone)
                       : Fill(words::kDrawingsPickRather, {{"sign", SignName(state, pair.b)}}),
                   std::string(words::kDrawingsPickAgainst),
                   {}};
  against.rows.push_back(
      {"against:none", std::string(words::kDrawingsPickAlone), pair.b == kNoSign});
  for (size_t i = 1; i < seen->signs.size(); ++i) {
    const DrawnSign& sign = seen->signs[i];
    against.rows.push_back(
        {"against:" + std::to_string(sign.index), SignName(sign), pair.b == sign.index});
  }
  picks.push_back(std::move(against));
  return picks;
}

PageNode WaitPartOfDrawing(const DrawingsState& state) {
  PageNode wait = Group("wait", "stage-note", "group");
  const std::string problem = DrawingProblem(state);
  if (state.asks_to_fetch) {
    wait.children.push_back(Paragraph("fetch", "note", words::kDrawingsFetch));
    wait.children.push_back(Button("yes", "button primary", words::kInsideFetchYes, "fetch"));
  } else if (!problem.empty()) {
    wait.children.push_back(Paragraph("problem", "note", problem));
    wait.children.push_back(Button("again", "button", words::kInsideAgain, "again"));
  }
  return wait;
}

PageNode UndoPart(const DrawingsState& state, std::string_view style) {
  PageNode undo = Button("undo", style, words::kDrawingsUndo, "undo");
  undo.disabled = !state.undo.can_undo();
  return undo;
}
PageNode ClearPart(const DrawingsState& state) {
  PageNode clear = Button("clear", "text-button", words::kDrawingsClear, "clear");
  clear.disabled = state.ink.empty();
  return clear;
}

PageNode ToolsPart(const DrawingsState& state, bool has_sheet) {
  PageNode part = Group("tools", "drawing-tools");
  PageNode buttons = Group("buttons", "drawing-buttons");
  buttons.children.push_back(UndoPart(state, "button compact"));
  buttons.children.push_back(ClearPart(state));
  PageNode save = Button("save", "text-button", words::kDrawingsSave, "save-strokes");
  save.disabled = state.ink.empty();
  buttons.children.push_back(std::move(save));
  part.children.push_back(std::move(buttons));
  PageNode examples = Node(PageKind::kChoice, "examples", "drawing-examples");
  examples.label = words::kDrawingsExamples;
  for (size_t i = 0; i < state.titles.size() && i < state.examples.size(); ++i) {
    PageNode one =
        Button("example-" + std::to_string(i), "drawing-example", {}, "example", std::to_string(i));
    one.label = state.titles[i];
    one.pressed = state.example == static_cast<int>(i);
    one.children.push_back(InkPicturePart(ExamplePictureName(i), state.titles[i]));
    examples.children.push_back(std::move(one));
  }
  part.children.push_back(std::move(examples));
  // Beside the list, and where nothing can be drawn, there is no sheet to do it on.
  if (has_sheet) part.children.push_back(Paragraph("hint", "drawing-hint", words::kDrawingsHint));
  return part;
}

}  // namespace

PageNode DrawingsStagePart(const DrawingsState& state, const View& view) {
  PageNode stage = Group("stage", "inside-stage");
  const bool is_figure = IsFigure(view) && view.can_draw && !state.shows_list;
  if (!is_figure) {  // its bar says it
    PageNode title = Heading(1, "title", {}, TitleOfDrawings(state));
    title.show = PageShow::kReaderOnly;
    stage.children.push_back(std::move(title));
  }
  PageNode head = Group("head", "stage-head");
  if (!is_figure) head.children.push_back(SourceSwitchPart(LookedInto::kDrawing));
  const bool is_work = state.request != 0 && !state.is_drawing() && !state.is_first();
  head.children.push_back(is_work ? StageProgressPart(state.progress, words::kPicturesComing)
                                  : Group("progress", "stage-progress", "group"));
  if (is_figure && !view.is_locked) {  // somebody draws here without its tools
    head.children.push_back(UndoPart(state, "text-button"));
    head.children.push_back(ClearPart(state));
  }
  stage.children.push_back(std::move(head));
  if (!is_figure) {
    stage.children.push_back(PickSentencePart(PicksOfDrawing(state), state.open_pick));
  }
  stage.children.push_back(WaitPartOfDrawing(state));
  if (state.shows_list || !view.can_draw) stage.children.push_back(DrawingsListPart(state));
  PageNode holder = Group(
      "drawing", state.shows_list ? "inside-chart behind-list" : "inside-chart drawing-chart");
  holder.on_key = "page-key";  // those that the chart leaves to the page
  PageNode chart = Node(PageKind::kChart, "chart", {});
  chart.role = "fixed";
  chart.label = words::kDrawingsChart;
  chart.detail = SentenceOfDrawing(state);
  holder.children.push_back(std::move(chart));
  stage.children.push_back(std::move(holder));
  if (!is_figure) stage.children.push_back(ToolsPart(state, view.can_draw && !state.shows_list));
  if (!state.shows_list && view.can_draw) {
    PageNode twin = DrawingsListPart(state);
    twin.show = PageShow::kReaderOnly;
    stage.children.push_back(std::move(twin));
  }
  return stage;
}

Page DrawingsPage(const DrawingsState& state, const View& view) {
  Page page;
  page.title = TitleOfDrawings(state) + " · " + std::string(words::kAppName);
  const bool is_figure = IsFigure(view) && view.can_draw && !state.shows_list;
  if (!is_figure) page.nodes.push_back(RoomShellPart(view, {"inside", words::kDrawingsSkip}));
  PageNode room = Group(
      "room", state.look.ghost ? "room inside drawings ghostly" : "room inside drawings", "main");
  if (is_figure) {
    room.style += " figure";
    room.children = {DrawingsStagePart(state, view), FigureBarOfDrawing(state, view)};
  } else {
    room.children = {RailOfDrawing(state), DrawingsStagePart(state, view), DrawingsSidePart(state),
                     DrawingsTrustPart(state)};
  }
  page.nodes.push_back(std::move(room));
  page.nodes.push_back(NoticePart(state.notice));
  if (state.dialog != DrawingDialog::kNone) page.nodes.push_back(DrawingsDialogPart(state));
  page.nodes.push_back(Node(PageKind::kStatus, "status", {}));
  return page;
}

}  // namespace meander
