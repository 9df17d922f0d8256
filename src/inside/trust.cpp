// What the trust strip tells of each view; see sentences.h.
#include <algorithm>
#include <cmath>

#include "canvas/words.h"
#include "inside/methods.h"
#include "inside/sentences.h"
#include "inside/wishes.h"

namespace meander {

TrustFigures TrustOf(const InsideState& state) {
  TrustFigures figures;
  const auto took = [&](const InsideQuestion& question) {
    const InsideKnown* known = KnownOf(state, question);
    if (known != nullptr && known->took_s > 0.04) {
      figures.took_s = std::max(figures.took_s, 0.) + known->took_s;
    }
  };
  const auto explain = [&](float sum, float value) {
    figures.has_gap = true;
    figures.gap = value - sum;
    figures.explained =
        std::fabs(value) > 1e-4f ? std::clamp(1 - std::fabs(figures.gap / value), 0.f, 1.f) : 0;
  };
  const auto of_groups = [&] {
    const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
    if (groups == nullptr) return;
    figures.left_out = groups->relative_error;
    figures.cut_off = groups->cut_off;
    figures.has_seed = true;
    if (!groups->stability.empty()) {
      float sum = 0;
      for (const float share : groups->stability) sum += share;
      figures.seeds = SeedsThatAgree(sum / static_cast<float>(groups->stability.size()));
    }
  };
  switch (state.look.view) {
    case InsideView::kBridge: {
      const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
      figures.method = PairWayName(state.look.pair_way, state.look.layer);
      if (matrix) explain(matrix->sum, matrix->cosine);
      took(PairWish(state, state.look.layer, state.look.ghost));
      figures.has_seed = state.look.pair_way == PairWay::kFairShares || state.look.ghost;
      break;
    }
    case InsideView::kWords: {
      const InsideQuestion question = WordWish(state, state.look.leader, state.look.ghost);
      const InsideWordMethod method = state.look.methods[state.look.leader];
      figures.method = MethodName(method);
      const auto* answer = AnswerTo<InsideWordAnswer>(state, question);
      if (answer != nullptr && method != InsideWordMethod::kRollout) {
        explain(answer->sum + answer->base, answer->value);
      }
      for (size_t row = 0; row < state.look.methods.size(); ++row) {
        const InsideQuestion other = WordWish(state, row, state.look.ghost);
        took(other);
        const auto* lime = AnswerTo<InsideWordAnswer>(state, other);
        if (state.look.methods[row] == InsideWordMethod::kLime && lime != nullptr) {
          figures.r2 = lime->r2;
        }
      }
      figures.has_seed = true;
      break;
    }
    case InsideView::kWhy:
    case InsideView::kWhatIf: {
      const InsideQuestion question = WhyWish(state, state.look.why_method);
      figures.method = MethodName(state.look.why_method);
      const auto* why = AnswerTo<InsideWordAnswer>(state, question);
      if (why != nullptr && state.look.why_method != InsideWordMethod::kRollout) {
        explain(why->sum + why->base, why->value);
      }
      if (why != nullptr && state.look.why_method == InsideWordMethod::kLime) figures.r2 = why->r2;
      took(question);
      figures.has_seed = true;
      break;
    }
    case InsideView::kDictionary:
    case InsideView::kInfluence: {
      figures.method = words::kInsideOwnValues;
      const std::optional<InsideCell> cell = CellOf(state);
      if (!cell) break;
      const auto* found = AnswerTo<InsideDictionaryAnswer>(state, DictionaryWish(state, *cell));
      if (found != nullptr) figures.shown = found->share_shown;
      const auto* influence = AnswerTo<InsideInfluenceAnswer>(state, InfluenceWish(state, *cell));
      if (influence != nullptr && state.look.layer > 0) {
        // Of the cell's strength, what the words of layer 0 account for.
        float sum = 0;
        for (size_t unit = 0; unit < influence->units.size(); ++unit) {
          sum += influence->shares[unit];
        }
        explain(sum, 1);
      }
      took(DictionaryWish(state, *cell));
      took(InfluenceWish(state, *cell));
      break;
    }
    case InsideView::kGrid:
      figures.method = words::kInsideOwnValues;
      of_groups();
      took(GridWish(state, false));
      break;
    case InsideView::kGroups: {
      figures.method = words::kMethodGradient;
      const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
      if (groups != nullptr) {
        float sum = 0;
        for (const float effect : groups->effects) sum += effect;
        explain(sum, groups->cosine);
      }
      of_groups();
      took(GroupWish(state));
      break;
    }
  }
  return figures;
}

}  // namespace meander
