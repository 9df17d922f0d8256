// The strip under every view that says how far to trust it, and the ghost's switch.
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/page_parts.h"

namespace meander {
namespace {

std::string Percent(float share) {
  return Fill(words::kTrustPercent,
              {{"value", std::to_string(static_cast<int>(std::lround(share * 100)))}});
}

PageNode FigurePart(std::string_view key, std::string_view name, std::string_view value) {
  PageNode item = Group(key, "trust-item");
  item.children.push_back(Node(PageKind::kText, "name", "trust-name", name));
  item.children.push_back(Node(PageKind::kText, "value", "trust-value", value));
  return item;
}

}  // namespace

PageNode SeedDotsPart(int count) {
  PageNode dots = Node(PageKind::kText, "dots", "seed-dots", {});
  dots.label = Fill(words::kSideSeeds, {{"count", std::to_string(count)}});
  for (int i = 0; i < 10; ++i) dots.text += i < count ? "●" : "○";
  return dots;
}

PageNode TrustPart(const InsideState& state) {
  const TrustFigures figures = TrustOf(state);
  PageNode strip = Group("trust", "trust-strip", "group");
  strip.label = words::kTrustTitle;
  strip.children.push_back(Node(PageKind::kText, "title", "trust-title", words::kTrustTitle));
  if (figures.explained >= 0) {
    PageNode explained =
        FigurePart("explained", words::kTrustExplained, Percent(figures.explained));
    PageNode bar = Node(PageKind::kBar, "bar", "signed plus");
    bar.value = figures.explained;
    explained.children.insert(explained.children.begin() + 1, std::move(bar));
    strip.children.push_back(std::move(explained));
  }
  if (figures.has_gap) {
    strip.children.push_back(
        FigurePart("gap", words::kTrustGap, Decimals(std::fabs(figures.gap), 3)));
  }
  if (figures.r2 >= 0) {
    strip.children.push_back(FigurePart("r2", words::kTrustLime, TwoDecimals(figures.r2)));
  }
  if (figures.shown >= 0) {
    strip.children.push_back(FigurePart("shown", words::kTrustShown, Percent(figures.shown)));
  }
  if (figures.left_out >= 0) {
    strip.children.push_back(
        FigurePart("left-out", words::kTrustLeftOut, Percent(figures.left_out)));
  }
  if (figures.cut_off >= 0) {
    strip.children.push_back(FigurePart("cut-off", words::kTrustCutOff, Percent(figures.cut_off)));
  }
  if (figures.seeds >= 0) {
    PageNode seeds =
        FigurePart("seeds", words::kTrustSeeds,
                   Fill(words::kTrustOfTen, {{"count", std::to_string(figures.seeds)}}));
    seeds.children.insert(seeds.children.begin() + 1, SeedDotsPart(figures.seeds));
    strip.children.push_back(std::move(seeds));
  }
  strip.children.push_back(FigurePart("method", words::kTrustMethod, figures.method));
  if (figures.has_seed) {
    strip.children.push_back(
        FigurePart("seed", words::kTrustSeed, std::to_string(state.look.seed)));
  }
  if (figures.took_s >= 0) {
    strip.children.push_back(FigurePart(
        "time", words::kTrustTook,
        Fill(words::kTrustSeconds, {{"value", Decimals(static_cast<float>(figures.took_s), 1)}})));
  }
  PageNode ghost = Button("ghost", "trust-ghost", {}, "ghost");
  ghost.pressed = state.look.ghost;
  ghost.children.push_back(Node(PageKind::kText, "name", "trust-name", words::kSideGhost));
  ghost.children.push_back(Node(PageKind::kText, "value", "trust-value",
                                state.look.ghost ? words::kTrustOn : words::kTrustOff));
  strip.children.push_back(std::move(ghost));
  PageNode list = Button("list", "text-button trust-list",
                         state.shows_list ? words::kInsideBack : words::kListShow, "list");
  list.pressed = state.shows_list;
  strip.children.push_back(std::move(list));
  strip.children.push_back(Button("how", "text-button trust-how", words::kTrustHow, "trust"));
  return strip;
}

}  // namespace meander
