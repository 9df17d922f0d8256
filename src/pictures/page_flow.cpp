// The column's blocks about groups: what is done with the chosen one, what each kind loses without
// it, what an earlier layer's groups bring, and how many there are to be.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/flow.h"
#include "pictures/page_parts.h"
#include "pictures/page_side.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;
constexpr size_t kKindsTold = 5;

std::string NameOfChosen(const PicturesState& state, const ChosenGroup& chosen) {
  return chosen.is_earlier ? SourceName(state, chosen.index) : GroupName(state, chosen.index);
}

PageNode CountSlider(std::string_view key, std::string_view label, int count,
                     std::string_view action) {
  PageNode slider = Node(PageKind::kSlider, key, {});
  slider.value = static_cast<float>(count - 2) / 8;
  slider.level = 8;
  slider.label = label;
  slider.detail = std::to_string(count);
  slider.on_input = action;
  return slider;
}

// One layer by itself, or an earlier one whose groups flow through it.
PageNode FlowSwitch(const PicturesState& state) {
  PageNode from = Node(PageKind::kChoice, "from", "segmented flow-switch");
  from.label = words::kPicturesFlowTitle;
  const std::optional<uint8_t> now = FlowsFrom(state.look);
  PageNode none = Button("none", "segment", words::kPicturesFlowNone, "flow-from", "none");
  none.pressed = !now;
  from.children.push_back(std::move(none));
  for (uint8_t layer = kFirstGroupLayer; layer < state.look.layer; ++layer) {
    const std::string number = std::to_string(layer);
    PageNode one =
        Button("from-" + number, "segment", kPictureLayers[layer].label, "flow-from", number);
    one.label = LayerName(layer);
    one.pressed = layer == now;
    from.children.push_back(std::move(one));
  }
  return from;
}

}  // namespace

void AddChosenGroup(const PicturesState& state, PageNode& block) {
  const std::optional<ChosenGroup> pinned = ChosenGroupOf(state, state.pinned);
  const ChosenGroup chosen = pinned.value_or(ChosenGroup{});
  const std::string name = LowerFirst(NameOfChosen(state, chosen));
  if (pinned) {
    block.children.push_back(
        Paragraph("without", "small",
                  Fill(words::kPicturesWithout, {{"value", Signed(chosen.group->without)},
                                                 {"forecast", Signed(chosen.group->share)}})));
  }
  PageNode row = Group("row", "button-row");
  PageNode only = Button("only", "button compact",
                         state.look.only ? std::string(words::kPicturesOnlyBack)
                                         : Fill(words::kPicturesOnly, {{"name", name}}),
                         "only");
  only.pressed = state.look.only;
  row.children.push_back(std::move(only));
  PageNode hide = Button(
      "hide", "button compact",
      Fill(state.look.hides ? words::kPicturesHideBack : words::kPicturesHide, {{"name", name}}),
      "hide");
  hide.pressed = state.look.hides;
  row.children.push_back(std::move(hide));
  block.children.push_back(std::move(row));
}

PageNode PictureEffectsPart(const PicturesState& state) {
  const std::optional<ChosenGroup> chosen = ChosenGroupOf(state, state.pinned);
  const PicturesLookAnswer* seen = LookSeen(state);
  PageNode block = BlockPart("effects", words::kPicturesEffects, words::kPicturesEffectsHint);
  if (!chosen || seen == nullptr) return block;
  const std::vector<float>& effects = chosen->group->class_effects;
  const size_t count = std::min({effects.size(), seen->classes.size(), kKindsTold});
  if (count == 0) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  float most = 0.01f;
  for (size_t i = 0; i < count; ++i) most = std::max(most, std::fabs(effects[i]));
  const std::optional<ClassPair> pair = ClassesAsked(state);
  for (size_t i = 0; i < count; ++i) {
    const uint16_t index = seen->classes[i].index;
    const std::string name = ClassName(state, index);
    // What a kind has of the group is what it loses without it.
    PageNode row = BarRow("kind-" + std::to_string(i), name, -effects[i], most, Signed(-effects[i]),
                          PictureTargetText({Kind::kClass, 0, index}), pair && pair->a == index);
    row.label = Fill(words::kPicturesEffectSays, {{"name", name}, {"value", Signed(-effects[i])}});
    block.children.push_back(std::move(row));
  }
  return block;
}

PageNode PictureSourcesPart(const PicturesState& state) {
  const PicturesGroupAnswer& flow = *FlowSeen(state);
  PageNode block = BlockPart(
      "sources", Fill(words::kPicturesFlowFrom, {{"layer", LayerName(*FlowsFrom(state.look))}}));
  float most = 0.01f;
  for (const PictureGroup& group : flow.from) most = std::max(most, std::fabs(group.share));
  for (size_t f = 0; f < flow.from.size(); ++f) {
    const PictureTarget target{Kind::kSource, 0, static_cast<uint16_t>(f)};
    PageNode row =
        BarRow("source-" + std::to_string(f), SourceName(state, f), flow.from[f].share, most,
               Signed(flow.from[f].share), PictureTargetText(target), state.pinned == target);
    row.on_point = "point";
    block.children.push_back(std::move(row));
  }
  std::string rest = FlowRestSays(flow);
  if (flow.flow_done < flow.flow_in_all) {
    rest += " " + Fill(words::kPicturesCounting, {{"done", std::to_string(flow.flow_done)},
                                                  {"all", std::to_string(flow.flow_in_all)}});
  }
  block.children.push_back(Paragraph("rest", "small", rest));
  return block;
}

PageNode FlowTable(const PicturesState& state) {
  const PicturesGroupAnswer& flow = *FlowSeen(state);
  PageNode table = Node(PageKind::kTable, "flow", "list-table");
  table.label = Fill(words::kPicturesListFlow, {{"early", LayerTitle(*FlowsFrom(state.look))},
                                                {"layer", LayerName(state.look.layer)}});
  const auto add_row = [&](const std::string& key, PageKind kind, std::vector<std::string> cells) {
    PageNode row = Node(PageKind::kRow, key, "list-row");
    for (size_t i = 0; i < cells.size(); ++i) {
      row.children.push_back(Node(kind, "c" + std::to_string(i), {}, std::move(cells[i])));
    }
    table.children.push_back(std::move(row));
  };
  // As many columns as the later layer has groups.
  std::vector<std::string> names = {std::string(words::kPicturesListGroup)};
  for (size_t to = 0; to < flow.groups.size(); ++to) {
    names.push_back(
        Fill(words::kPicturesListThrough, {{"name", LowerFirst(GroupName(state, to))}}));
  }
  for (const std::string_view name :
       {words::kPicturesListPast, words::kPicturesListInAll, words::kPicturesListTruth}) {
    names.emplace_back(name);
  }
  add_row("head", PageKind::kHeadCell, std::move(names));
  for (size_t from = 0; from < flow.from.size(); ++from) {
    std::vector<std::string> cells = {SourceName(state, from)};
    for (size_t to = 0; to < flow.groups.size(); ++to) {
      cells.push_back(Signed(StrandOf(flow, from, to)));
    }
    for (const float value :
         {PastGroups(flow, from), flow.from[from].share, flow.from[from].without}) {
      cells.push_back(Signed(value));
    }
    add_row("from-" + std::to_string(from), PageKind::kCell, std::move(cells));
  }
  return table;
}

PageNode PictureGroupCountPart(const PicturesState& state) {
  PageNode block = BlockPart("count", words::kPicturesCountTitle, words::kPicturesCountHint);
  const std::optional<uint8_t> from = FlowsFrom(state.look);
  const auto in_layer = [](int layer, int count) {
    return Fill(words::kPicturesCountIn,
                {{"layer", LayerName(layer)}, {"count", CountInWords(static_cast<size_t>(count))}});
  };
  if (from) {
    const std::string says = in_layer(*from, state.look.from_groups);
    block.children.push_back(Paragraph("early", "small", says));
    block.children.push_back(
        CountSlider("early-slider", says, state.look.from_groups, "flow-groups"));
    block.children.push_back(
        Paragraph("late", "small", in_layer(state.look.layer, state.look.groups)));
  }
  block.children.push_back(
      CountSlider("slider", words::kSideGroupsLabel, state.look.groups, "groups"));
  if (!from) {
    PageNode foot = Group("foot", "slider-foot");
    foot.children.push_back(
        Node(PageKind::kText, "now", "small",
             Fill(words::kPicturesCountSays, {{"count", std::to_string(state.look.groups)}})));
    foot.children.push_back(Node(PageKind::kText, "more", "small", words::kPicturesCountMore));
    block.children.push_back(std::move(foot));
  }
  PageNode row = Group("flow", "flow-row");
  row.children.push_back(Node(PageKind::kText, "title", "small", words::kPicturesFlowTitle));
  if (state.look.layer > kFirstGroupLayer) {
    row.children.push_back(FlowSwitch(state));
  } else {
    row.children.push_back(Node(PageKind::kText, "first", "small", words::kPicturesFlowFirst));
  }
  block.children.push_back(std::move(row));
  return block;
}

}  // namespace meander
