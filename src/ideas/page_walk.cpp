// The pane while a walk between two ideas is looked for: ends, what to go through and around, the
// dial, the ways, and the steps one by one.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

PageNode CompletionsPart(const IdeasState& state) {
  PageNode list = Node(PageKind::kList, "completions", "completions");
  for (const uint32_t item : state.walk.completions) {
    PageNode row = Node(PageKind::kItem, std::to_string(item), "result");
    row.children.push_back(TopicDotPart(state.map.TopicOf(item)));
    PageNode title = Node(PageKind::kLink, "title", {}, state.map.TitleOf(item));
    title.on_press = "walk-choose";
    title.on_point = "point";
    title.argument = std::to_string(item);
    row.children.push_back(std::move(title));
    list.children.push_back(std::move(row));
  }
  return list;
}

PageNode EndPart(const IdeasState& state, WalkField field, const WalkEnd& end) {
  const bool is_from = field == WalkField::kFrom;
  const std::string_view name = is_from ? words::kWalkFrom : words::kWalkTo;
  PageNode row = Group(is_from ? "from" : "to", is_from ? "walk-end start" : "walk-end goal");
  row.children.push_back(Node(PageKind::kText, "name", "walk-name", name));
  PageNode input = Node(PageKind::kField, "field", "walk-field", end.text);
  input.label = name;
  input.detail = words::kWalkEndPlaceholder;
  input.on_input = is_from ? "walk-from" : "walk-to";
  input.on_submit = "walk-first";
  input.focus =
      end.item == kNoItem && end.text.empty() && (is_from || state.walk.from.item != kNoItem);
  row.children.push_back(std::move(input));
  if (state.walk.field == field && !state.walk.completions.empty()) {
    row.children.push_back(CompletionsPart(state));
  }
  return row;
}

void AddChips(const IdeasState& state, WalkField field, PageNode& into) {
  const bool is_via = field == WalkField::kVia;
  const std::string key = is_via ? "via" : "avoid";
  into.children.push_back(
      Node(PageKind::kText, key, "chip-name", is_via ? words::kWalkVia : words::kWalkAvoid));
  for (const uint32_t item : is_via ? state.walk.via : state.walk.avoid) {
    PageNode chip = Button(key + std::to_string(item), "chip", state.map.TitleOf(item), "walk-lift",
                           std::to_string(item));
    chip.label = Fill(words::kWalkLift, {{"title", state.map.TitleOf(item)}});
    chip.children.push_back(Icon("close"));
    into.children.push_back(std::move(chip));
  }
  PageNode add = Group(key + "-add", "chip-add");
  PageNode input = Node(PageKind::kField, "field", "chip-field",
                        state.walk.field == field ? state.walk.adding : std::string());
  input.label = std::string(is_via ? words::kWalkVia : words::kWalkAvoid);
  input.detail = words::kWalkAdd;
  input.on_input = is_via ? "walk-add-via" : "walk-add-avoid";
  input.on_submit = "walk-first";
  add.children.push_back(std::move(input));
  if (state.walk.field == field && !state.walk.completions.empty()) {
    add.children.push_back(CompletionsPart(state));
  }
  into.children.push_back(std::move(add));
}

PageNode DialPart(const IdeasState& state, const Walk& walk) {
  PageNode part = Group("dial", "dial");
  PageNode head = Group("head", "row-head");
  head.children.push_back(Heading(2, "title", "heading", words::kWalkHowFar));
  const std::string range =
      Fill(walk.fewest_steps == walk.most_steps ? words::kWalkOneWay : words::kWalkRange,
           {{"count", std::to_string(walk.closenesses.size())},
            {"most", std::to_string(walk.most_steps)}});
  head.children.push_back(Node(PageKind::kText, "range", "small", range));
  PageNode slider = Node(PageKind::kSlider, "slider", {});
  slider.value = state.walk.scenic;
  slider.label = words::kWalkHowFar;
  slider.detail = range;
  slider.on_input = "walk-dial";
  PageNode ends = Group("ends", "row-head");
  ends.children.push_back(Node(PageKind::kText, "direct", "small", words::kWalkDirect));
  ends.children.push_back(Node(PageKind::kText, "scenic", "small", words::kWalkScenic));
  part.children = {std::move(head), std::move(slider), std::move(ends)};
  return part;
}

PageNode WaysPart(const IdeasState& state) {
  PageNode ways = Node(PageKind::kChoice, "ways", "ways");
  ways.label = words::kWalkWays;
  const auto option = [&](std::string_view key, std::string_view name, Way way) {
    const std::optional<Walk> walk = WalkOf(state, way);
    if (way == Way::kOwn && !walk) return;
    PageNode button = Button(key, "way", name, "walk-way", key);
    button.pressed = state.walk.chosen == way;
    std::string detail(words::kWalkNoWay);
    if (walk) {
      const uint8_t weakest = walk->closenesses[static_cast<size_t>(walk->weakest)];
      detail = Fill(words::kWalkWeakestValue, {{"close", TwoDecimals(CosineOf(weakest))}});
    } else if (state.walk.found[static_cast<size_t>(way)].request != 0) {
      detail = words::kWalkLooking;
    }
    button.children.push_back(Node(PageKind::kText, "weakest", "small", detail));
    ways.children.push_back(std::move(button));
  };
  option("meaning", words::kWalkByMeaning, Way::kMeaning);
  option("links", words::kWalkByLinks, Way::kLinks);
  option("own", words::kWalkOwn, Way::kOwn);
  return ways;
}

// Unique in the list: a way may come through one idea twice.
std::string KeyOf(std::string_view kind, const Walk& walk, size_t place) {
  const auto at = walk.items.begin() + static_cast<ptrdiff_t>(place);
  const bool is_first = std::find(walk.items.begin(), at, *at) == at;
  return std::string(kind) + std::to_string(*at) + (is_first ? "" : "." + std::to_string(place));
}

PageNode StopPart(const IdeasState& state, const Walk& walk, size_t place) {
  const uint32_t item = walk.items[place];
  const bool is_end = place == 0 || place + 1 == walk.items.size();
  PageNode row = Node(PageKind::kItem, KeyOf("s", walk, place),
                      place == 0 ? "walk-stop first"
                      : is_end   ? "walk-stop last"
                                 : "walk-stop");
  row.children.push_back(Node(PageKind::kText, "place", "place", std::to_string(place + 1)));
  row.children.push_back(TitleLink(state, item));
  if (is_end || state.walk.chosen == Way::kOwn) return row;
  PageNode via = IconButton("via", "icon-button small-button", "add", {}, "walk-via");
  via.label = Fill(words::kWalkViaThis, {{"title", state.map.TitleOf(item)}});
  PageNode avoid = IconButton("avoid", "icon-button small-button", "close", {}, "walk-avoid");
  avoid.label = Fill(words::kWalkAvoidThis, {{"title", state.map.TitleOf(item)}});
  via.argument = avoid.argument = std::to_string(item);
  row.children.push_back(std::move(via));
  row.children.push_back(std::move(avoid));
  return row;
}

PageNode StepPart(const IdeasState& state, const Walk& walk, size_t step) {
  const bool is_weakest = static_cast<int>(step) == walk.weakest;
  PageNode row =
      Node(PageKind::kItem, KeyOf("c", walk, step), is_weakest ? "walk-step weakest" : "walk-step");
  row.children.push_back(
      Node(PageKind::kText, "word", "weak-word", is_weakest ? words::kWalkWeakest : ""));
  const float closeness = CosineOf(walk.closenesses[step]);
  PageNode bar = Node(PageKind::kBar, "bar", {});
  bar.value = closeness;
  row.children.push_back(std::move(bar));
  row.children.push_back(Node(PageKind::kText, "number", "number", TwoDecimals(closeness)));
  AddWhy(state, WhyPlace::kStep, walk.items[step], walk.items[step + 1], std::to_string(step), row);
  return row;
}

void AddSteps(const IdeasState& state, const Walk& walk, PageNode& into) {
  PageNode head = Group("steps-head", "row-head");
  const std::string_view title = state.walk.chosen == Way::kMeaning ? words::kWalkStepsMeaning
                                 : state.walk.chosen == Way::kLinks ? words::kWalkStepsLinks
                                                                    : words::kWalkStepsOwn;
  head.children.push_back(Heading(2, "title", "heading", title));
  head.children.push_back(Node(PageKind::kText, "close", "small", words::kWalkHowClose));
  PageNode list = Node(PageKind::kList, "steps", "walk-steps");
  list.level = 1;
  for (size_t place = 0; place < walk.items.size(); ++place) {
    list.children.push_back(StopPart(state, walk, place));
    if (place < walk.closenesses.size()) list.children.push_back(StepPart(state, walk, place));
  }
  into.children.push_back(std::move(head));
  into.children.push_back(std::move(list));
  if (state.walk.chosen == Way::kOwn) return;
  PageNode actions = Group("actions", "actions");
  actions.children.push_back(Button("take", "button primary", words::kWalkTake, "walk-take"));
  const bool is_last = state.walk.another + 1 >= kOtherWays;
  actions.children.push_back(Button(
      "another", "button", is_last ? words::kWalkFirstWay : words::kWalkAnother, "walk-another"));
  into.children.push_back(std::move(actions));
  into.children.push_back(
      Paragraph("taken", "small",
                Fill(words::kWalkTaken, {{"count", std::to_string(walk.closenesses.size())}})));
}

}  // namespace

PageNode WalkPart(const IdeasState& state) {
  const WalkBetween& walk = state.walk;
  PageNode part = Group("walk", "walk", "complementary");
  part.label = words::kWalkOpen;
  part.on_escape = "walk-close";
  PageNode crumb = Group("crumb", "crumb");
  crumb.children.push_back(
      IconButton("close", "icon-button", "back", words::kWalkClose, "walk-close"));
  crumb.children.push_back(Heading(1, "title", "heading", words::kWalkOpen));
  crumb.children.push_back(Button("pair", "button plain", words::kWalkAnotherPair, "walk-pair"));
  PageNode scroll = Group("scroll", "scroll");
  PageNode ends = Group("ends", "walk-ends");
  ends.children.push_back(EndPart(state, WalkField::kFrom, walk.from));
  ends.children.push_back(EndPart(state, WalkField::kTo, walk.to));
  ends.children.push_back(
      IconButton("swap", "icon-button walk-swap", "swap", words::kWalkSwap, "walk-swap"));
  scroll.children.push_back(std::move(ends));
  const bool has_pair = walk.from.item != kNoItem && walk.to.item != kNoItem;
  if (!has_pair) {
    scroll.children.push_back(Paragraph("choose", "note", words::kWalkChoose));
  } else {
    PageNode chips = Group("chips", "chips");
    AddChips(state, WalkField::kVia, chips);
    AddChips(state, WalkField::kAvoid, chips);
    scroll.children.push_back(std::move(chips));
    const std::optional<Walk> chosen = WalkOf(state, walk.chosen);
    if (chosen && walk.chosen != Way::kOwn) scroll.children.push_back(DialPart(state, *chosen));
    scroll.children.push_back(WaysPart(state));
    if (chosen) {
      AddSteps(state, *chosen, scroll);
    } else if (walk.chosen != Way::kOwn) {
      const FoundWay& found = walk.found[static_cast<size_t>(walk.chosen)];
      scroll.children.push_back(Paragraph(
          "none", "note", found.error.empty() ? std::string(words::kWalkLooking) : found.error));
    }
  }
  scroll.children.push_back(Paragraph("trust", "small trust", words::kWalkTrust));
  part.children = {std::move(crumb), std::move(scroll)};
  return part;
}

}  // namespace meander
