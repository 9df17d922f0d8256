// What each action of the page does; see state.h.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "canvas/words.h"
#include "inside/actions_view.h"
#include "inside/methods.h"
#include "inside/sentences.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;

// Line breaks and tabs are spaces: a sentence is one line.
std::string OneLine(std::string_view text) {
  const std::string sound = RepairUtf8(text);
  std::string out(Utf8Prefix(sound, kMostTextBytes));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
  }
  return out;
}

Effects SetText(InsideState& state, bool second, std::string_view text) {
  std::string& wanted = second ? state.b : state.a;
  std::string line = OneLine(text);
  if (line == wanted) return {};
  wanted = std::move(line);
  state.is_example = state.is_playing = false;
  state.hovered = state.pinned = {};
  state.edited.clear();
  state.race = 2;
  state.due_s = state.now_s + kTypingRest_s;
  return {SetLinkEffect{false}};
}
// The third, or the first as it might be; what is pinned stays.
Effects SetOther(InsideState& state, std::string& wanted, std::string_view text) {
  std::string line = OneLine(text);
  if (line == wanted) return {};
  wanted = std::move(line);
  state.is_example = false;
  state.due_s = state.now_s + kTypingRest_s;
  return {SetLinkEffect{false}};
}
Effects TypeC(InsideState& state, std::string_view text) { return SetOther(state, state.c, text); }
Effects TypeEdit(InsideState& state, std::string_view text) {
  return SetOther(state, state.edited, text);
}
Effects UndoEdit(InsideState& state, std::string_view) {
  if (state.edited.empty()) return {};
  state.edited.clear();
  return Looked(state);
}
// Strikes a word of the first sentence, or brings it back; what was typed instead is given up.
Effects Strike(InsideState& state, std::string_view argument) {
  const int unit = NumberIn(argument);
  const auto* words_at = WhyAnswer(state);
  if (words_at == nullptr || unit < 0 || static_cast<size_t>(unit) >= words_at->units.size() ||
      words_at->units[static_cast<size_t>(unit)].is_mark) {
    return {};
  }
  std::vector<size_t> struck = StruckUnits(state, words_at->units);
  const auto at = std::ranges::find(struck, static_cast<size_t>(unit));
  if (at != struck.end()) {
    struck.erase(at);
  } else {
    struck.push_back(static_cast<size_t>(unit));
  }
  state.edited = struck.empty() ? std::string() : TextWithout(state.a, words_at->units, struck);
  state.is_example = false;
  Effects effects = Looked(state);
  effects.push_back(SayEffect{state.edited.empty() ? state.a : state.edited});
  return effects;
}
Effects SwapTargets(InsideState& state, std::string_view) {
  std::swap(state.b, state.c);
  state.is_example = false;
  return Looked(state, true);
}
Effects TypeA(InsideState& state, std::string_view text) { return SetText(state, false, text); }
Effects TypeB(InsideState& state, std::string_view text) { return SetText(state, true, text); }
Effects Settle(InsideState& state, std::string_view) {
  state.due_s = -1;
  return AskNext(state);
}
Effects Swap(InsideState& state, std::string_view) {
  std::swap(state.a, state.b);
  state.edited.clear();
  state.is_example = false;
  state.hovered = state.pinned = {};
  return Looked(state, true);
}
Effects Preset(InsideState& state, std::string_view argument) {
  const int number = NumberIn(argument);
  if (number < 0 || static_cast<size_t>(number) >= InsidePresets().size()) return {};
  const InsidePreset& preset = InsidePresets()[static_cast<size_t>(number)];
  state.a = preset.a;
  state.b = preset.b;
  state.c = preset.c;
  state.edited.clear();
  state.is_example = state.is_playing = false;
  state.hovered = state.pinned = {};
  state.race = 2;
  state.open_pick = -1;
  return Looked(state, true);
}

Effects GoToLayer(InsideState& state, int layer) {
  state.is_playing = false;
  state.look.layer = static_cast<uint8_t>(std::clamp(layer, 0, kLastLayer));
  state.depth = state.look.layer;
  Effects effects = Looked(state);
  effects.push_back(SayEffect{SentenceOfView(state)});
  return effects;
}
Effects Layer(InsideState& state, std::string_view argument) {
  const int layer = NumberIn(argument);
  return layer < 0 || layer > kLastLayer ? Effects{} : GoToLayer(state, layer);
}
Effects Deeper(InsideState& state, std::string_view) {
  return GoToLayer(state, state.look.layer + 1);
}
Effects Shallower(InsideState& state, std::string_view) {
  return GoToLayer(state, state.look.layer - 1);
}
// Through the layers; at the end from the beginning again.
Effects Play(InsideState& state, std::string_view) {
  state.is_playing = !state.is_playing;
  if (!state.is_playing) return GoToLayer(state, static_cast<int>(std::lround(state.depth)));
  state.play_from = state.look.layer >= kLastLayer ? 0.f : static_cast<float>(state.look.layer);
  state.play_to = kLastLayer;
  state.play_from_s = state.now_s;
  return AskNext(state);
}

Effects ShowView(InsideState& state, InsideView view) {
  if (state.look.view == view) return {};
  state.look.view = view;
  state.is_playing = false;
  state.open_pick = -1;
  return Looked(state, true);
}
Effects Tab(InsideState& state, std::string_view name) {
  const auto at = std::ranges::find(kViewNames, name) - kViewNames;
  return at < kInsideViews ? ShowView(state, static_cast<InsideView>(at)) : Effects{};
}

Effects OpenPick(InsideState& state, std::string_view argument) {
  const int pick = NumberIn(argument);
  state.open_pick = pick == state.open_pick || pick < 0 || pick > 3 ? -1 : pick;
  return {};
}
Effects ClosePick(InsideState& state, std::string_view) {
  state.open_pick = -1;
  return {};
}
// "method:lime", as the pick-lists name their rows.
Effects Choose(InsideState& state, std::string_view argument) {
  state.open_pick = -1;
  const size_t colon = std::min(argument.find(':'), argument.size());
  const std::string_view what = argument.substr(0, colon),
                         key = argument.substr(std::min(colon + 1, argument.size()));
  InsideLook look = state.look;
  if (what == "atom") {
    if (key == "pairs" || key == "pieces") look.view = InsideView::kBridge;
    if (key == "words") look.view = InsideView::kWords;
    if (key == "cells") look.view = InsideView::kGrid;
    if (key == "groups") look.view = InsideView::kGroups;
    if (key == "neurons") look.view = InsideView::kDictionary;
    if (key == "versus") look.view = InsideView::kWhy;
    if (key == "pairs" || key == "pieces") look.by_piece = key == "pieces";
  } else if (what == "units") {
    look.by_piece = key == "pieces";
  } else if (what == "of") {
    look.of_second = key == "second";
  } else if (what == "layer") {
    const int layer = NumberIn(key);
    if (layer >= 0 && layer <= kLastLayer) look.layer = static_cast<uint8_t>(layer);
  } else if (what == "size") {
    look.cell_size = key == "unusual" ? CellSize::kUnusual : CellSize::kNorm;
  } else if (what == "way") {
    look.pair_way = key == "leaving-out" ? PairWay::kLeavingOut
                    : key == "shapley"   ? PairWay::kFairShares
                                         : PairWay::kBest;
  } else if (what == "why") {
    look.why_method = MethodOf(key).value_or(look.why_method);
  } else if (what.starts_with("method")) {
    // "method2:lime": the row whose way changes. Two rows never show the same.
    const int row = NumberIn(what.substr(6));
    const std::optional<InsideWordMethod> method = MethodOf(key);
    if (row < 0 || static_cast<size_t>(row) >= look.methods.size() || !method) return {};
    const auto other = std::ranges::find(look.methods, *method);
    if (other != look.methods.end()) *other = look.methods[static_cast<size_t>(row)];
    look.methods[static_cast<size_t>(row)] = *method;
  } else if (what == "lead") {
    const int row = NumberIn(key);
    if (row >= 0 && static_cast<size_t>(row) < look.methods.size()) {
      look.leader = static_cast<uint8_t>(row);
    }
  }
  if (look == state.look) return {};
  const bool is_other_view = look.view != state.look.view;
  // Units of another kind are others: what was pinned among words is none of the pieces.
  const bool has_other_units = look.by_piece != state.look.by_piece;
  if (has_other_units || is_other_view) state.hovered = {};
  if (has_other_units && state.pinned.kind != Kind::kGroup) state.pinned = {};
  state.look = look;
  state.depth = look.layer;
  state.is_playing = false;
  return Looked(state, is_other_view);
}

Effects SetGroups(InsideState& state, int count) {
  const auto wanted = static_cast<uint8_t>(std::clamp(count, 2, 12));
  if (wanted == state.look.groups) return {};
  state.look.groups = wanted;
  if (state.pinned.kind == Kind::kGroup) state.pinned = {};
  state.is_example = false;
  return Looked(state);
}
Effects GroupsSlider(InsideState& state, std::string_view share) {
  return SetGroups(state, 2 + static_cast<int>(std::lround(SliderIn(share) * 10)));
}
Effects GroupCount(InsideState& state, std::string_view count) {
  return SetGroups(state, NumberIn(count));
}
Effects RaceSlider(InsideState& state, std::string_view share) {
  const auto* leader = LeadAnswer(state);
  if (leader == nullptr) return {};
  const auto words = static_cast<float>(WordsIn(leader->units).size());
  state.race = std::round(SliderIn(share) * words);
  return {SayEffect{RaceSentence(state)}};
}
Effects Race(InsideState& state, std::string_view argument) {
  const int place = NumberIn(argument);
  if (place >= 0 && place <= 200) state.race = static_cast<float>(place);
  return {SayEffect{RaceSentence(state)}};
}

Effects Ghost(InsideState& state, std::string_view) {
  state.look.ghost = !state.look.ghost;
  if (state.look.ghost) state.is_example = false;
  Effects effects = Looked(state);
  effects.push_back(
      SayEffect{std::string(state.look.ghost ? words::kInsideGhostOn : words::kInsideGhostOff)});
  return effects;
}

struct Listed {
  std::string_view name;
  Effects (*apply)(InsideState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"type-a", TypeA},
    {"type-b", TypeB},
    {"settle", Settle},
    {"swap", Swap},
    {"type-c", TypeC},
    {"type-edit", TypeEdit},
    {"strike", Strike},
    {"undo-edit", UndoEdit},
    {"swap-targets", SwapTargets},
    {"preset", Preset},
    {"layer", Layer},
    {"deeper", Deeper},
    {"shallower", Shallower},
    {"play", Play},
    {"tab", Tab},
    {"pick", OpenPick},
    {"pick-close", ClosePick},
    {"choose", Choose},
    {"groups", GroupsSlider},
    {"group-count", GroupCount},
    {"race", RaceSlider},
    {"race-to", Race},
    {"ghost", Ghost},
};

}  // namespace

Effects Apply(InsideState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return ApplyToView(state, action, argument);
}

}  // namespace meander
