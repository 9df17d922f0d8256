// The sentence above the stage: Show [what] of [whose] by [what it tells], measured by [how].
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/methods.h"
#include "inside/page_parts.h"
#include "inside/wishes.h"

namespace meander {
namespace {

PickList AtomPick(const InsideState& state) {
  const InsideLook& look = state.look;
  PickList pick{std::string(words::kPickShow), {}, std::string(words::kPickAtom), {}};
  const auto row = [&](std::string_view key, std::string_view label, bool is_current) {
    pick.rows.push_back({"atom:" + std::string(key), std::string(label), is_current});
    if (is_current) pick.label = label;
  };
  const bool is_bridge = look.view == InsideView::kBridge;
  row("pairs", words::kPickPairs, is_bridge && !look.by_piece);
  row("pieces", words::kPickPiecePairs, is_bridge && look.by_piece);
  row("words", words::kPickWords, look.view == InsideView::kWords);
  row("cells", words::kPickCells, look.view == InsideView::kGrid);
  row("groups", words::kPickGroups, look.view == InsideView::kGroups);
  row("versus", words::kPickVersus, ShowsThird(state));
  row("neurons", words::kPickNeurons, ShowsCell(state));
  return pick;
}

PickList ContentPick(const InsideState& state) {
  const InsideLook& look = state.look;
  PickList pick{std::string(words::kPickOf), {}, std::string(words::kPickContent), {}};
  const auto row = [&](std::string_view key, std::string_view label, bool is_current,
                       std::string_view refused = {}) {
    pick.rows.push_back({std::string(key), std::string(label), is_current, std::string(refused)});
    if (is_current) pick.label = label;
  };
  switch (look.view) {
    case InsideView::kDictionary:
    case InsideView::kInfluence:
      for (int layer = 0; layer <= kLastLayer; ++layer) {
        row("layer:" + std::to_string(layer),
            Fill(words::kPickLayer, {{"layer", std::to_string(layer)}}), look.layer == layer);
      }
      break;
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      row("of:mine", words::kPickMine, true);
      break;
    case InsideView::kBridge:
      row("of:both", words::kPickBoth, true);
      row("of:first", words::kPickFirst, false, words::kPickNeedsTwo);
      break;
    case InsideView::kWords:
      row("of:first", words::kPickFirst, !look.of_second);
      row("of:second", words::kPickSecond, look.of_second);
      break;
    case InsideView::kGrid:
      row("units:words", words::kPickWholeWords, !look.by_piece);
      row("units:pieces", words::kPickWordPieces, look.by_piece);
      break;
    case InsideView::kGroups:
      for (int layer = 1; layer <= kLastLayer; ++layer) {
        row("layer:" + std::to_string(layer),
            Fill(words::kPickLayer, {{"layer", std::to_string(layer)}}),
            GroupLayer(state) + 1 == layer);
      }
      break;
  }
  return pick;
}

PickList TargetPick(const InsideState& state) {
  const InsideLook& look = state.look;
  PickList pick{std::string(words::kPickBy), {}, std::string(words::kPickTarget), {}};
  if (ShowsThird(state)) {
    pick.rows = {{"size:versus", std::string(words::kPickDraws), true}};
    pick.label = words::kPickDraws;
    return pick;
  }
  if (ShowsCell(state)) {
    pick.rows = {{"size:fires", std::string(words::kPickFires), true}};
    pick.label = words::kPickFires;
    return pick;
  }
  const bool is_grid = look.view == InsideView::kGrid;
  const std::string grid_only = is_grid ? std::string() : std::string(words::kPickNeedsGrid);
  const std::string no_share = is_grid ? std::string(words::kPickNoShare) : std::string();
  pick.rows = {{"size:likeness", std::string(words::kPickLikeness), !is_grid, no_share},
               {"size:norm", std::string(words::kPickNorm),
                is_grid && look.cell_size == CellSize::kNorm, grid_only},
               {"size:unusual", std::string(words::kPickUnusual),
                is_grid && look.cell_size == CellSize::kUnusual, grid_only}};
  // Short enough that the sentence keeps to its line; the list has all of it.
  pick.label = look.view == InsideView::kBridge       ? words::kPickLikenessShort
               : !is_grid                             ? words::kPickLikeness
               : look.cell_size == CellSize::kUnusual ? words::kPickUnusual
                                                      : words::kPickNorm;
  return pick;
}

PickList MethodPick(const InsideState& state) {
  const InsideLook& look = state.look;
  PickList pick{std::string(words::kPickMeasured), {}, std::string(words::kPickMethod), {}};
  switch (look.view) {
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      for (int i = 0; i < kWordMethods; ++i) {
        const auto method = static_cast<InsideWordMethod>(i);
        const bool knows_targets = method != InsideWordMethod::kRollout;
        pick.rows.push_back({"why:" + std::string(MethodKey(method)),
                             std::string(MethodName(method)), method == look.why_method,
                             knows_targets ? std::string() : std::string(words::kPickNoTarget)});
      }
      pick.label = LowerFirst(MethodName(look.why_method));
      break;
    case InsideView::kBridge:
      for (const PairWay way : {PairWay::kBest, PairWay::kLeavingOut, PairWay::kFairShares}) {
        const std::string_view key = way == PairWay::kBest         ? "way:best"
                                     : way == PairWay::kLeavingOut ? "way:leaving-out"
                                                                   : "way:shapley";
        pick.rows.push_back(
            {std::string(key), std::string(PairWayName(way, look.layer)), way == look.pair_way});
      }
      pick.label = LowerFirst(PairWayName(look.pair_way, look.layer));
      break;
    case InsideView::kWords:
      // Which way leads; which four there are is chosen beside it, in the column.
      for (size_t row = 0; row < look.methods.size(); ++row) {
        pick.rows.push_back(
            {"lead:" + std::to_string(row),
             Fill(words::kPickLed, {{"name", std::string(MethodName(look.methods[row]))}}),
             row == look.leader});
      }
      pick.label = words::kPickFourWays;
      break;
    case InsideView::kDictionary:
    case InsideView::kInfluence:
    case InsideView::kGrid:
      pick.rows = {{"size:own", std::string(words::kInsideOwnValues), true}};
      pick.label = words::kInsideOwnValues;
      break;
    case InsideView::kGroups:
      pick.rows = {{"size:gradient", std::string(words::kMethodGradient), true}};
      pick.label = LowerFirst(words::kMethodGradient);
      break;
  }
  return pick;
}

}  // namespace

std::vector<PickList> PicksOf(const InsideState& state) {
  return {AtomPick(state), ContentPick(state), TargetPick(state), MethodPick(state)};
}

}  // namespace meander
