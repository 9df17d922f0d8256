// See keys.h.
#include "inside/keys.h"

#include <algorithm>

#include "inside/page_parts.h"
#include "inside/sentences.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;

// The words that arrows walk along: those of the first sentence, then those of the second.
std::vector<InsideTarget> WordStops(const InsideState& state) {
  std::vector<InsideTarget> stops;
  const auto add = [&](std::span<const InsideUnit> units, Kind kind) {
    for (const size_t unit : WordsIn(units)) {
      stops.push_back({kind, static_cast<uint16_t>(unit),
                       kind == Kind::kFirst || kind == Kind::kSecond ? uint16_t{0}
                                                                     : uint16_t{state.look.layer}});
    }
  };
  switch (state.look.view) {
    case InsideView::kBridge:
      if (const auto matrix = MatrixShown(state, state.look.ghost)) {
        add(matrix->a, Kind::kFirst);
        add(matrix->b, Kind::kSecond);
      }
      break;
    case InsideView::kWords: {
      const auto* answer = LeadAnswer(state);
      if (answer != nullptr)
        add(answer->units, state.look.of_second ? Kind::kSecond : Kind::kFirst);
      break;
    }
    case InsideView::kDictionary:
    case InsideView::kInfluence:
    case InsideView::kGrid:
      for (const bool second : {false, true}) {
        if (const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second))) {
          add(grid->units, second ? Kind::kCellSecond : Kind::kCellFirst);
        }
      }
      break;
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      if (const auto* why = WhyAnswer(state)) {
        add(why->units, Kind::kFirst);
      }
      break;
    case InsideView::kGroups:
      if (const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state))) {
        for (const size_t g : GroupsByMass(*groups)) {
          stops.push_back({Kind::kGroup, static_cast<uint16_t>(g), 0});
        }
      }
      break;
  }
  return stops;
}

Effects Step(InsideState& state, int by) {
  const std::vector<InsideTarget> stops = WordStops(state);
  if (stops.empty()) return {};
  const InsideTarget now = state.pointed();
  const auto at = std::ranges::find_if(
      stops, [&](const InsideTarget& stop) { return stop.kind == now.kind && stop.a == now.a; });
  const auto count = static_cast<int>(stops.size());
  const int place =
      at == stops.end() ? (by > 0 ? -1 : count) : static_cast<int>(at - stops.begin());
  state.pinned = stops[static_cast<size_t>(std::clamp(place + by, 0, count - 1))];
  state.hovered = {};
  Effects effects = ShowsCell(state) ? AskNext(state) : Effects{};  // of another cell
  effects.push_back(SetLinkEffect{false});
  effects.push_back(SayEffect{PointedSentence(state)});
  return effects;
}

}  // namespace

Effects PinTarget(InsideState& state, const InsideTarget& target) {
  if (target.kind == Kind::kStrike) return Apply(state, "strike", std::to_string(target.a));
  if (target.kind == Kind::kMap) return Apply(state, "to-ideas", "");
  if (target.kind == Kind::kNeuron) {
    return Apply(state, "neuron", std::to_string(target.b) + " " + std::to_string(target.a));
  }
  return Apply(state, "pin", TargetText(target));
}

std::optional<Effects> KeyPressed(InsideState& state, std::string_view key, bool shift) {
  const bool is_words = state.look.view == InsideView::kWords;
  if (key == "ArrowRight" || key == "ArrowLeft") return Step(state, key == "ArrowRight" ? 1 : -1);
  if (key == "PageDown" || (key == "ArrowDown" && !is_words)) return Apply(state, "deeper", "");
  if (key == "PageUp" || (key == "ArrowUp" && !is_words)) return Apply(state, "shallower", "");
  if (is_words && (key == "ArrowDown" || key == "ArrowUp")) {
    const int row = state.look.leader + (key == "ArrowDown" ? 1 : -1);
    return Apply(state, "choose", "lead:" + std::to_string(std::clamp(row, 0, 3)));
  }
  if (key == " " || key == "Space") {
    if (!is_words || shift) return Apply(state, "play", "");
    return Apply(state, "race-to", std::to_string(static_cast<int>(state.race) + 1));
  }
  if (is_words && (key == "Home" || key == "End")) {
    const auto* answer = LeadAnswer(state);
    const size_t words_in_all = answer != nullptr ? WordsIn(answer->units).size() : 0;
    return Apply(state, "race-to", key == "Home" ? "0" : std::to_string(words_in_all));
  }
  if (key == "g" || key == "G") return Apply(state, "ghost", "");
  if (state.look.view == InsideView::kGroups && (key == "h" || key == "H")) {
    return Apply(state, "hide", "");
  }
  if (key == "l" || key == "L") return Apply(state, "list", "");
  if (key == "?") return Apply(state, "help", "");
  if (key == "p" || key == "P" || key == "Enter") {
    const InsideTarget target = state.pointed();
    return target.kind == Kind::kNone ? Effects{} : PinTarget(state, target);
  }
  if (key.size() == 1 && key[0] >= '2' && key[0] <= '9') {
    return Apply(state, "group-count", key);
  }
  if (key == "[" || key == "]") {
    const int view = static_cast<int>(state.look.view) + (key == "]" ? 1 : kInsideViews - 1);
    return Apply(state, "tab", kViewNames[static_cast<size_t>(view % kInsideViews)]);
  }
  if (ShowsThird(state) && (key == "Delete" || key == "x" || key == "X")) {
    const InsideTarget target = state.pointed();
    return Apply(state, "strike", std::to_string(target.a));
  }
  if (ShowsThird(state) && (key == "s" || key == "S")) return Apply(state, "swap-targets", "");
  if (key == "Escape") {
    if (ShowsThird(state) && !state.edited.empty()) return Apply(state, "undo-edit", "");
    if (state.look.card_layer > 0) return Apply(state, "neuron", "");
    if (state.is_playing) return Apply(state, "play", "");
    if (state.pointed().kind != Kind::kNone) return Apply(state, "show-all", "");
  }
  return std::nullopt;
}

}  // namespace meander
