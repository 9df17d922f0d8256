// The strip under every view that says how far to trust it, and the ghost's switch.
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/page_parts.h"

namespace meander {
PageNode TrustPart(const InsideState& state) {
  const TrustFigures figures = TrustOf(state);
  std::vector<PageNode> items;
  if (figures.explained >= 0) {
    items.push_back(TrustItemPart("explained", words::kTrustExplained,
                                  PercentText(figures.explained), figures.explained));
  }
  if (figures.has_gap) {
    items.push_back(TrustItemPart("gap", words::kTrustGap, Decimals(std::fabs(figures.gap), 3)));
  }
  if (figures.r2 >= 0) {
    items.push_back(TrustItemPart("r2", words::kTrustLime, TwoDecimals(figures.r2)));
  }
  if (figures.shown >= 0) {
    items.push_back(TrustItemPart("shown", words::kTrustShown, PercentText(figures.shown)));
  }
  if (figures.left_out >= 0) {
    items.push_back(TrustItemPart("left-out", words::kTrustLeftOut, PercentText(figures.left_out)));
  }
  if (figures.cut_off >= 0) {
    items.push_back(TrustItemPart("cut-off", words::kTrustCutOff, PercentText(figures.cut_off)));
  }
  if (figures.seeds >= 0) {
    PageNode seeds =
        TrustItemPart("seeds", words::kTrustSeeds,
                      Fill(words::kTrustOfTen, {{"count", std::to_string(figures.seeds)}}));
    seeds.children.insert(seeds.children.begin() + 1, SeedDotsPart(figures.seeds));
    items.push_back(std::move(seeds));
  }
  items.push_back(TrustItemPart("method", words::kTrustMethod, figures.method));
  if (figures.has_seed) {
    items.push_back(TrustItemPart("seed", words::kTrustSeed, std::to_string(state.look.seed)));
  }
  if (figures.took_s >= 0) {
    items.push_back(TrustItemPart(
        "time", words::kTrustTook,
        Fill(words::kTrustSeconds, {{"value", Decimals(static_cast<float>(figures.took_s), 1)}})));
  }
  return TrustStripPart(std::move(items), state.look.ghost, state.shows_list);
}

}  // namespace meander
