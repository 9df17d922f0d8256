// What each action of the page does; see state.h.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "drawings/keys.h"
#include "drawings/pen.h"
#include "drawings/sentences.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

using Kind = DrawingTarget::Kind;

// After another look at the same drawing: what is asked for now, and the link.
Effects LookedOtherwise(DrawingsState& state) {
  state.came_by_playing = false;
  Effects effects = AskDrawings(state);
  effects.push_back(SetLinkEffect{false});
  return effects;
}

// --- the sheet -----------------------------------------------------------------------------------
Effects TakeBack(DrawingsState& state, std::string_view) {
  state.live.clear();
  std::optional<Ink> before = state.undo.Take();
  if (!before) return {};
  const auto at = std::ranges::find(state.examples, *before);
  state.example = at == state.examples.end() ? -1 : static_cast<int>(at - state.examples.begin());
  state.ink = std::move(*before);
  state.pinned = state.hovered = {};
  Effects effects = LookedOtherwise(state);
  effects.push_back(SayEffect{StrokesInWords(state)});
  return effects;
}
Effects ClearSheet(DrawingsState& state, std::string_view) {
  Effects effects = PutInkOnSheet(state, {}, -1);
  if (!effects.empty()) effects.push_back(SayEffect{std::string(words::kDrawingsEmpty)});
  return effects;
}
Effects TakeStrokeOut(DrawingsState& state, std::string_view argument) {
  const int stroke = NumberIn(argument);
  if (stroke < 0 || static_cast<size_t>(stroke) >= state.ink.size()) return {};
  Ink ink = state.ink;
  ink.erase(ink.begin() + stroke);
  return PutInkOnSheet(state, std::move(ink), -1);
}
Effects ShowExample(DrawingsState& state, std::string_view argument) {
  const int item = NumberIn(argument);
  if (item < 0 || static_cast<size_t>(item) >= state.examples.size()) return {};
  return PutInkOnSheet(state, state.examples[static_cast<size_t>(item)], item);
}
Effects NextExample(DrawingsState& state, std::string_view) {
  if (state.examples.empty()) return {};
  const int next = (state.example + 1) % static_cast<int>(state.examples.size());
  return ShowExample(state, std::to_string(next));
}
// As ./meander draw reads it.
Effects SaveStrokes(DrawingsState& state, std::string_view) {
  if (state.ink.empty()) return {};
  std::string json = "[";
  for (const InkStroke& stroke : state.ink) {
    json += json.size() > 1 ? ",\n [" : "[";
    for (size_t i = 0; i < stroke.size(); ++i) {
      json += (i == 0 ? "[" : ",[") + std::to_string(stroke[i].x) + "," +
              std::to_string(stroke[i].y) + "]";
    }
    json += "]";
  }
  json += "]\n";
  return {SaveFileEffect{"drawing.json", "application/json", {json.begin(), json.end()}}};
}

// --- how one looks -------------------------------------------------------------------------------
Effects GoToLayer(DrawingsState& state, int layer) {
  state.is_playing = false;
  state.look.layer = static_cast<uint8_t>(std::clamp(layer, 0, int{kDrawingEnd}));
  state.depth = state.look.layer;
  if (state.pinned.kind == Kind::kGroup) state.pinned = {};  // of one layer
  Effects effects = LookedOtherwise(state);
  effects.push_back(SayEffect{DrawingLayerTitle(state.look.layer)});
  return effects;
}
Effects ChooseLayer(DrawingsState& state, std::string_view argument) {
  const int layer = NumberIn(argument);
  return layer < 0 || layer > kDrawingEnd ? Effects{} : GoToLayer(state, layer);
}
Effects GoDeeper(DrawingsState& state, std::string_view) {
  return GoToLayer(state, state.look.layer + 1);
}
Effects GoShallower(DrawingsState& state, std::string_view) {
  return GoToLayer(state, state.look.layer - 1);
}
Effects PlayLayers(DrawingsState& state, std::string_view) {
  state.is_playing = !state.is_playing;
  if (!state.is_playing) return GoToLayer(state, static_cast<int>(std::lround(state.depth)));
  state.play_from = state.look.layer >= kDrawingEnd ? 0.f : static_cast<float>(state.look.layer);
  state.play_from_s = state.now_s;
  state.came_by_playing = true;
  return {};
}
Effects SetGroupCount(DrawingsState& state, int count) {
  const auto wanted = static_cast<uint8_t>(std::clamp(count, 2, int{kMostDrawingGroups}));
  if (wanted == state.look.groups) return {};
  state.look.groups = wanted;
  if (state.pinned.kind == Kind::kGroup) state.pinned = {};
  return LookedOtherwise(state);
}
Effects SlideGroups(DrawingsState& state, std::string_view share) {
  const std::string text(share.substr(0, 20));
  char* end = nullptr;
  const float value = std::strtof(text.c_str(), &end);
  if (text.empty() || *end != 0 || !(value >= 0 && value <= 1)) return {};
  return SetGroupCount(state, 2 + static_cast<int>(std::lround(value * (kMostDrawingGroups - 2))));
}
Effects CountGroups(DrawingsState& state, std::string_view count) {
  const int wanted = NumberIn(count);
  return wanted < 0 ? Effects{} : SetGroupCount(state, wanted);
}
Effects TurnGhost(DrawingsState& state, std::string_view) {
  state.look.ghost = !state.look.ghost;
  state.latest.reset();  // the other one's
  if (state.pinned.kind == Kind::kGroup) state.pinned = {};
  Effects effects = LookedOtherwise(state);
  effects.push_back(
      SayEffect{std::string(state.look.ghost ? words::kInsideGhostOn : words::kInsideGhostOff)});
  return effects;
}
// A sign's number, or "none".
Effects AskAgainst(DrawingsState& state, std::string_view argument) {
  const int number = NumberIn(argument);
  if (argument != "none" && (number < 0 || number >= kDrawnSignCount)) return {};
  const auto wanted = argument == "none" ? kNoSign : static_cast<uint16_t>(number);
  state.open_pick = -1;
  // What it already is stands against nothing.
  state.look.b = wanted == SignsAsked(state).a ? kNoSign : wanted;
  return LookedOtherwise(state);
}
// "against:17", as the pick-list names its rows.
Effects ChooseRow(DrawingsState& state, std::string_view argument) {
  state.open_pick = -1;
  const size_t colon = std::min(argument.find(':'), argument.size());
  const std::string_view key = argument.substr(std::min(colon + 1, argument.size()));
  if (argument.starts_with("against:")) return AskAgainst(state, key);
  if (argument.starts_with("layer:")) return ChooseLayer(state, key);
  return argument.starts_with("groups:") ? CountGroups(state, key) : Effects{};
}
Effects OpenRowPick(DrawingsState& state, std::string_view argument) {
  const int pick = NumberIn(argument);
  state.open_pick = pick == state.open_pick || pick < 0 || pick > 2 ? -1 : pick;
  return {};
}
Effects CloseRowPick(DrawingsState& state, std::string_view) {
  state.open_pick = -1;
  return {};
}

// "1 4 97": kind, and its numbers.
DrawingTarget TargetIn(std::string_view text) {
  const std::optional<std::array<int, 3>> read = ThreeNumbersIn(text);
  if (!read) return {};
  const std::array<int, 3>& numbers = *read;
  const DrawingTarget target{static_cast<Kind>(numbers[0]), static_cast<uint8_t>(numbers[1]),
                             static_cast<uint16_t>(numbers[2])};
  switch (static_cast<Kind>(numbers[0])) {
    case Kind::kPlace:
      return numbers[1] <= kDrawingEnd && target.b < ToldPlacesOfDrawing(target.a)
                 ? target
                 : DrawingTarget{};
    case Kind::kGroup:
    case Kind::kStroke:
      return numbers[1] == 0 ? target : DrawingTarget{};
    case Kind::kNone:
      break;
  }
  return {};
}
Effects PointAt(DrawingsState& state, std::string_view argument) {
  state.hovered = TargetIn(argument);
  return {};
}
Effects PinTarget(DrawingsState& state, std::string_view argument) {
  const DrawingTarget target = TargetIn(argument);
  if (target.kind == Kind::kStroke && target.b >= state.ink.size()) return {};
  state.hovered = {};
  if (target.kind == Kind::kPlace && target.a != state.look.layer) {
    state.look.layer = target.a;
    state.depth = target.a;
    state.is_playing = false;
  }
  state.pinned = target == state.pinned ? DrawingTarget{} : target;
  Effects effects = LookedOtherwise(state);
  const std::string said = PointedInDrawing(state);
  if (!said.empty()) effects.push_back(SayEffect{said});
  return effects;
}
Effects LetGo(DrawingsState& state, std::string_view) {
  state.pinned = state.hovered = {};
  return LookedOtherwise(state);
}

// --- the page ------------------------------------------------------------------------------------
Effects FetchNet(DrawingsState& state, std::string_view) {
  state.may_fetch = true;
  return AskDrawings(state);
}
Effects TryAgain(DrawingsState& state, std::string_view) {
  std::erase_if(state.known, [](const DrawingKnown& known) { return !known.problem.empty(); });
  Effects effects;
  if (std::exchange(state.examples_lost, false)) {
    effects.push_back(FetchEffect{"examples", 0});
  }
  Append(effects, AskDrawings(state));
  return effects;
}
// What is under way is given up.
Effects StopAsking(DrawingsState& state, std::string_view) {
  if (state.request == 0) return {};
  const RequestId id = std::exchange(state.request, 0);
  std::erase_if(state.known,
                [&](const DrawingKnown& known) { return known.question == state.asked; });
  state.known.push_back({state.asked, std::nullopt, std::string(words::kInsideStopped), false, -1});
  state.progress = {};
  return {CancelEngineEffect{id}};
}
Effects OpenDialog(DrawingsState& state, DrawingDialog dialog) {
  state.dialog = dialog;
  state.open_pick = -1;
  return {};
}
Effects OpenHelp(DrawingsState& state, std::string_view) {
  return OpenDialog(state, DrawingDialog::kHelp);
}
Effects OpenTrust(DrawingsState& state, std::string_view) {
  return OpenDialog(state, DrawingDialog::kTrust);
}
Effects CloseDialog(DrawingsState& state, std::string_view) {
  return OpenDialog(state, DrawingDialog::kNone);
}
Effects ToggleList(DrawingsState& state, std::string_view) {
  state.shows_list = !state.shows_list;
  return {};
}
Effects DismissNotice(DrawingsState& state, std::string_view) {
  state.notice.clear();
  return {};
}
Effects TellNotice(DrawingsState& state, std::string_view text) {
  ShowDrawingNotice(state, text);
  return {};
}
Effects CopyTheLink(DrawingsState&, std::string_view) { return {CopyLinkEffect{}}; }
Effects KeyOfPage(DrawingsState& state, std::string_view key) {
  return DrawingKey(state, key).value_or(Effects{});
}

struct ListedAction {
  std::string_view name;
  Effects (*apply)(DrawingsState&, std::string_view);
};
constexpr ListedAction kDrawingActions[] = {
    {"undo", TakeBack},         {"clear", ClearSheet},         {"remove-stroke", TakeStrokeOut},
    {"example", ShowExample},   {"next-example", NextExample}, {"save-strokes", SaveStrokes},
    {"layer", ChooseLayer},     {"deeper", GoDeeper},          {"shallower", GoShallower},
    {"play", PlayLayers},       {"groups", SlideGroups},       {"group-count", CountGroups},
    {"ghost", TurnGhost},       {"against", AskAgainst},       {"choose", ChooseRow},
    {"pick", OpenRowPick},      {"pick-close", CloseRowPick},  {"point", PointAt},
    {"pin", PinTarget},         {"show-all", LetGo},           {"fetch", FetchNet},
    {"again", TryAgain},        {"stop", StopAsking},          {"help", OpenHelp},
    {"trust", OpenTrust},       {"close", CloseDialog},        {"list", ToggleList},
    {"dismiss", DismissNotice}, {"notice", TellNotice},        {"copy-link", CopyTheLink},
    {"page-key", KeyOfPage},
};

}  // namespace

Effects ApplyToDrawings(DrawingsState& state, std::string_view action, std::string_view argument) {
  for (const ListedAction& listed : kDrawingActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace meander
