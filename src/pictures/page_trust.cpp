// The strip under every view that says how far to trust it, and the ghost's switch.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/flow.h"
#include "pictures/growing.h"
#include "pictures/icons.h"
#include "pictures/methods.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Items = std::vector<PageNode>;

void AddExplained(Items& items, float sum, float rise) {
  const float gap = rise - sum;
  const float explained =
      std::fabs(rise) > 1e-4f ? std::clamp(1 - std::fabs(gap / rise), 0.f, 1.f) : 0;
  items.push_back(
      TrustItemPart("explained", words::kTrustExplained, PercentText(explained), explained));
  items.push_back(TrustItemPart("gap", words::kTrustGap, Decimals(std::fabs(gap), 2)));
}

void AddSteps(Items& items, int done, int in_all) {
  if (in_all <= 1) return;
  items.push_back(TrustItemPart(
      "steps", words::kPicturesTrustSteps,
      done < in_all ? Fill(words::kPicturesTrustOf,
                           {{"done", std::to_string(done)}, {"all", std::to_string(in_all)}})
                    : std::to_string(in_all)));
}

void AddGroups(const PicturesState& state, Items& items) {
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  if (groups == nullptr) return;
  const PicturesGroupAnswer* flow = FlowSeen(state);
  if (flow != nullptr) {
    AddExplained(items, FlowRise(*flow) - FlowGap(*flow), FlowRise(*flow));
    items.push_back(TrustItemPart("past", words::kPicturesTrustPast, Signed(PastAllGroups(*flow))));
  } else {
    AddExplained(items, groups->sum, TrueRise(*groups));
  }
  // Of the groups: low by nature where few channels fire at once (docs/measures-pictures.md).
  const std::string left = PercentText(groups->relative_error);
  items.push_back(TrustItemPart(
      "left-out", words::kPicturesTrustLeft,
      groups->relative_error > 0.5f ? Fill(words::kPicturesTrustUsual, {{"share", left}}) : left));
  if (!groups->groups.empty()) {
    float stability = 0;
    for (const PictureGroup& group : groups->groups) stability += group.stability;
    const int seeds =
        static_cast<int>(std::lround(10 * stability / static_cast<float>(groups->groups.size())));
    if (stability > 0) {
      PageNode item = TrustItemPart("seeds", words::kTrustSeeds,
                                    Fill(words::kTrustOfTen, {{"count", std::to_string(seeds)}}));
      item.children.insert(item.children.begin() + 1, SeedDotsPart(seeds));
      items.push_back(std::move(item));
    }
  }
  if (flow != nullptr) {
    AddSteps(items, flow->flow_done, flow->flow_in_all);
  } else {
    AddSteps(items, groups->done, groups->in_all);
  }
}

// How far off one slope is here, as a share of what is true.
void AddQuick(const PicturesState& state, Items& items) {
  const auto* quick =
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kGradient));
  if (quick == nullptr || state.look.layer == kPictureEnd) return;
  const float truth = TrueRise(*quick);
  items.push_back(
      TrustItemPart("off", words::kPicturesTrustOff, Decimals(std::fabs(truth - quick->sum), 1)));
}

void AddShares(const PicturesState& state, PictureMethod method, Items& items) {
  const auto* shares = PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, method));
  if (shares == nullptr) return;
  if (method == PictureMethod::kLime) {
    items.push_back(TrustItemPart("fit", words::kTrustLime, TwoDecimals(shares->r2)));
  } else if (method == PictureMethod::kIntegrated || method == PictureMethod::kGradient) {
    AddExplained(items, shares->sum, TrueRise(*shares));
  }
  AddSteps(items, shares->done, shares->in_all);
}

// One form says what one seed came to, and how far it was let grow.
void AddUnit(const PicturesState& state, Items& items) {
  if (const WatchedForm* form = FormSeen(state)) {
    items.push_back(TrustItemPart(
        "grown", words::kPicturesTrustGrown,
        Fill(words::kPicturesGrowStep,
             {{"step", std::to_string(form->step)}, {"steps", std::to_string(kFormSteps)}})));
    items.push_back(
        TrustItemPart("seed", words::kPicturesTrustSeed,
                      Fill(words::kPicturesTrustSeedSays, {{"seed", std::to_string(form->seed)}})));
    return;
  }
  const std::optional<ShownUnit> unit = UnitOf(state);
  const IconUnit* facts = unit ? FactsOfUnit(state, unit->layer, unit->channel) : nullptr;
  if (facts == nullptr || facts->icon == kNoTile) return;
  items.push_back(TrustItemPart(
      "icon", words::kPicturesTrustIcon,
      Fill(words::kPicturesTrustIconSays, {{"share", Decimals(100 * facts->share_below, 1)}})));
}

double TookIn(const PicturesState& state) {
  double took = -1;
  for (const PicturesQuestion& wish : PictureWishes(state)) {
    const PictureKnown* known = PictureKnownOf(state, wish);
    if (known != nullptr && known->took_s > 0.04) took = std::max(took, 0.) + known->took_s;
  }
  return took;
}

}  // namespace

PageNode PicturesTrustPart(const PicturesState& state) {
  Items items;
  switch (state.look.view) {
    case PictureView::kGrid:
      if (state.look.by_share) AddShares(state, state.look.method, items);
      break;
    case PictureView::kGroups:
      AddGroups(state, items);
      break;
    case PictureView::kWhy:
      AddShares(state, state.look.method, items);
      if (!state.other.is_on) AddQuick(state, items);
      break;
    case PictureView::kWhatIf: {
      AddShares(state, PictureMethod::kLime, items);
      const PicturesRaceAnswer* race = RaceSeen(state);
      if (race != nullptr && !race->races.empty() && !race->chance.empty()) {
        const auto best = std::ranges::min_element(race->races, {}, &PictureRace::deletion_area);
        items.push_back(TrustItemPart("chance", words::kPicturesTrustChance,
                                      Signed(best->deletion_area - race->chance_area)));
      }
      break;
    }
    case PictureView::kDictionary: {
      const PicturesCellAnswer* cell = CellSeen(state);
      if (cell != nullptr) {
        items.push_back(TrustItemPart("shown", words::kPicturesTrustShown,
                                      PercentText(cell->share_shown), cell->share_shown));
      }
      break;
    }
    case PictureView::kUnits:
      AddUnit(state, items);
      break;
  }
  if (const double took = TookIn(state); took >= 0) {
    items.push_back(TrustItemPart(
        "time", words::kTrustTook,
        Fill(words::kTrustSeconds, {{"value", Decimals(static_cast<float>(took), 1)}})));
  }
  return TrustStripPart(std::move(items), state.look.ghost, state.shows_list);
}

}  // namespace meander
