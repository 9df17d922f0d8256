// The column beside the stage: what is seen, in one sentence, and a few blocks under it.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/idea_places.h"
#include "inside/methods.h"
#include "inside/page_side.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;
constexpr size_t kPairsTold = 5;

PageNode PairsPart(const InsideState& state) {
  PageNode block = BlockPart("pairs", words::kSidePairs);
  const std::optional<ShownMatrix> matrix = MatrixShown(state, state.look.ghost);
  if (!matrix) return block;
  std::vector<WeighedPair> pairs = PairsByWeight(*matrix);
  if (pairs.empty()) return block;
  const float most = std::fabs(pairs.front().value);
  // The heaviest, and the heaviest that pulls apart where it is not among them.
  const auto apart = std::ranges::find_if(pairs, [](const WeighedPair& p) { return p.value < 0; });
  std::vector<WeighedPair> told(
      pairs.begin(), pairs.begin() + static_cast<long>(std::min(pairs.size(), kPairsTold)));
  if (apart != pairs.end() && apart - pairs.begin() >= static_cast<long>(told.size()) &&
      std::fabs(apart->value) >= 0.005f) {
    told.back() = *apart;
  }
  for (const WeighedPair& pair : told) {
    const InsideTarget target{Kind::kPair, pair.a, pair.b};
    block.children.push_back(
        BarRow("pair-" + std::to_string(pair.a) + "-" + std::to_string(pair.b),
               Fill(words::kInsidePair, {{"first", WordsOfUnit(state.a, matrix->a[pair.a])},
                                         {"second", WordsOfUnit(state.b, matrix->b[pair.b])}}),
               pair.value, most, Signed(pair.value), TargetText(target), state.pinned == target));
  }
  const float marks = MarksShare(*matrix);
  if (std::fabs(marks) >= 0.005f) {
    block.children.push_back(
        BarRow("marks", words::kSideMarks, marks, most, Signed(marks), {}, false));
  }
  return block;
}

PageNode GroupsPart(const InsideState& state, bool with_effects) {
  PageNode block = BlockPart(
      "groups", UpperFirst(Fill(words::kSideGroups, {{"count", CountInWords(state.look.groups)}})),
      with_effects ? words::kSideIfGone : words::kSideSeedsHint);
  PageNode slider = Node(PageKind::kSlider, "count", {});
  slider.value = static_cast<float>(state.look.groups - 2) / 10;
  slider.label = words::kSideGroupsLabel;
  slider.detail = std::to_string(state.look.groups);
  slider.on_input = "groups";
  block.children.push_back(std::move(slider));
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (groups == nullptr) {
    block.children.push_back(Paragraph("wait", "small", Waiting(state)));
    return block;
  }
  float most = 0.01f;
  for (size_t g = 0; g < groups->effects.size(); ++g) {
    most = std::max(most, std::fabs(LossWithout(*groups, g)));
  }
  size_t rank = 0;
  for (const size_t g : GroupsByMass(*groups)) {
    const InsideTarget target{Kind::kGroup, static_cast<uint16_t>(g), 0};
    const bool is_unsteady =
        g < groups->stability.size() && SeedsThatAgree(groups->stability[g]) < 5;
    std::string name = GroupWords(state, *groups, g, 3);
    if (is_unsteady) name = Fill(words::kSideUnsteady, {{"name", name}});
    PageNode row = Button("group-" + std::to_string(g), "group-row", {}, "pin", TargetText(target));
    row.pressed = state.pinned == target;
    row.on_point = "point";
    PageNode dot = Node(PageKind::kText, "dot", "group-dot hue-" + std::to_string(rank++ % 6), "●");
    row.children.push_back(std::move(dot));
    row.children.push_back(
        Node(PageKind::kText, "name", is_unsteady ? "bar-name faint" : "bar-name", name));
    if (with_effects && g < groups->effects.size()) {
      PageNode bar =
          Node(PageKind::kBar, "bar", LossWithout(*groups, g) < 0 ? "signed minus" : "signed plus");
      bar.value = std::min(std::fabs(LossWithout(*groups, g)) / most, 1.f);
      row.children.push_back(std::move(bar));
      row.children.push_back(
          Node(PageKind::kText, "value", "bar-value", Signed(LossWithout(*groups, g))));
    } else if (g < groups->stability.size()) {
      row.children.push_back(SeedDotsPart(SeedsThatAgree(groups->stability[g])));
    }
    block.children.push_back(std::move(row));
  }
  return block;
}

// What each word is nearest to at this layer, of all that was read for the pack.
PageNode ContextsPart(const InsideState& state) {
  PageNode block = BlockPart(
      "contexts", Fill(words::kSideNearest, {{"layer", std::to_string(state.look.layer)}}));
  for (const bool second : {false, true}) {
    const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second));
    if (grid == nullptr || grid->labels.empty()) continue;
    for (const size_t unit : WordsIn(grid->units)) {
      const InsideContext& label = grid->labels[state.look.layer * grid->units.size() + unit];
      if (label.text.empty() || label.end > label.text.size() || label.begin > label.end) continue;
      const InsideTarget target{second ? Kind::kCellSecond : Kind::kCellFirst,
                                static_cast<uint16_t>(unit), state.look.layer};
      PageNode row = Button((second ? "b" : "a") + std::to_string(unit), "context-row", {}, "pin",
                            TargetText(target));
      row.pressed = state.pinned == target;
      row.on_point = "point";
      row.children.push_back(Node(PageKind::kText, "word", "context-word",
                                  WordsOfUnit(second ? state.b : state.a, grid->units[unit])));
      row.children.push_back(ContextText(PageKind::kText, label));
      block.children.push_back(std::move(row));
    }
  }
  if (block.children.size() == 1) {
    block.children.push_back(Paragraph("none", "small", words::kSideNoNearest));
  }
  return block;
}

PageNode GhostPart(const InsideState& state) {
  PageNode block = BlockPart("ghost", words::kSideGhost);
  PageNode toggle =
      Button("toggle", "text-button",
             state.look.ghost ? words::kSideGhostHide : words::kSideGhostShow, "ghost");
  toggle.pressed = state.look.ghost;
  block.children.front().children.push_back(std::move(toggle));
  const auto value = [&](bool ghost) -> std::optional<float> {
    if (state.look.view == InsideView::kWords) {
      const auto* answer =
          AnswerTo<InsideWordAnswer>(state, WordWish(state, state.look.leader, ghost));
      return answer != nullptr ? std::optional(answer->value) : std::nullopt;
    }
    const auto* answer = AnswerTo<InsidePairAnswer>(state, PairWish(state, kLastLayer, ghost));
    if (answer != nullptr) return answer->cosine;
    const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
    return groups != nullptr && ghost == state.look.ghost ? std::optional(groups->cosine)
                                                          : std::nullopt;
  };
  const std::optional<float> trained = value(false), ghost = value(true);
  if (trained) {
    block.children.push_back(
        BarRow("trained", words::kSideTrained, *trained, 1, TwoDecimals(*trained), {}, false));
  }
  if (ghost) {
    block.children.push_back(
        BarRow("twin", words::kSideTwin, *ghost, 1, TwoDecimals(*ghost), {}, false));
  }
  return block;
}

PageNode MethodsPart(const InsideState& state) {
  PageNode block = BlockPart("survives", words::kSideSurvives, words::kSideLess);
  std::vector<float> chance;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    const InsideWordMethod method = state.look.methods[row];
    const auto* answer = WordAnswer(state, row);
    const bool has_curve = answer != nullptr && !answer->curve.empty();
    const float left = has_curve ? Survival(answer->curve) : 0;
    if (has_curve) chance.push_back(Survival(answer->chance));
    PageNode line = Group("row-" + std::to_string(row), "method-row");
    PageNode lead = Button("lead", "bar-row", {}, "choose", "lead:" + std::to_string(row));
    lead.pressed = row == state.look.leader;
    lead.label = Fill(words::kSideLead, {{"name", std::string(MethodName(method))}});
    lead.children.push_back(Node(PageKind::kText, "name", "bar-name", MethodName(method)));
    PageNode bar = Node(PageKind::kBar, "bar", "signed");
    bar.value = std::clamp(left, 0.f, 1.f);
    lead.children.push_back(std::move(bar));
    lead.children.push_back(
        Node(PageKind::kText, "value", "bar-value", has_curve ? TwoDecimals(left) : "…"));
    line.children.push_back(std::move(lead));
    // Another way in this one's place.
    PageNode next = IconButton("other", "icon-button other", "swap", words::kSideOther, "choose");
    for (int step = 1; step < kWordMethods; ++step) {
      const auto other =
          static_cast<InsideWordMethod>((static_cast<int>(method) + step) % kWordMethods);
      if (std::ranges::find(state.look.methods, other) != state.look.methods.end()) continue;
      next.argument = "method" + std::to_string(row) + ":" + std::string(MethodKey(other));
      next.label = Fill(words::kSideOther, {{"name", std::string(MethodName(other))}});
      break;
    }
    line.children.push_back(std::move(next));
    block.children.push_back(std::move(line));
  }
  if (!chance.empty()) {
    float mean = 0;
    for (const float one : chance) mean += one;
    mean /= static_cast<float>(chance.size());
    block.children.push_back(
        BarRow("chance", words::kSideChance, mean, 1, TwoDecimals(mean), {}, false));
  }
  return block;
}

PageNode RacePart(const InsideState& state) {
  PageNode block = BlockPart("race", words::kInsideRace);
  const auto* leader = LeadAnswer(state);
  if (leader == nullptr || leader->curve.size() < 2) return block;
  PageNode slider = Node(PageKind::kSlider, "struck", {});
  slider.value = std::min(state.race / static_cast<float>(leader->curve.size() - 1), 1.f);
  slider.label = words::kSideStruckLabel;
  slider.detail = RaceSentence(state);
  slider.on_input = "race";
  block.children.push_back(std::move(slider));
  block.children.push_back(Paragraph("says", "small", RaceSentence(state)));
  return block;
}

PageNode AgreePart(const InsideState& state) {
  PageNode block = BlockPart("agree", words::kSideAgree, words::kSideAgreeHint);
  std::vector<std::vector<float>> weights;
  for (size_t row = 0; row < state.look.methods.size(); ++row) {
    const auto* answer = WordAnswer(state, row);
    weights.push_back(answer != nullptr ? WordWeightsOf(*answer) : std::vector<float>());
  }
  for (size_t row = 0; row < weights.size(); ++row) {
    if (row == state.look.leader || weights[row].empty()) continue;
    const float agreement = RankAgreement(weights[row], weights[state.look.leader]);
    block.children.push_back(BarRow("with-" + std::to_string(row),
                                    MethodName(state.look.methods[row]), agreement, 1,
                                    Signed(agreement), {}, false));
  }
  return block;
}

PageNode PresetsPart(const InsideState& state) {
  PageNode block = BlockPart("presets", words::kSidePresets);
  PageNode list = Node(PageKind::kList, "list", "preset-list");
  const auto presets = InsidePresets();
  for (size_t i = 0; i < presets.size(); ++i) {
    PageNode item = Node(PageKind::kItem, "preset-" + std::to_string(i), "preset");
    PageNode button = Button("go", "preset-button", presets[i].name, "preset", std::to_string(i));
    button.pressed = presets[i].a == state.a && presets[i].b == state.b;
    item.children.push_back(std::move(button));
    list.children.push_back(std::move(item));
  }
  block.children.push_back(std::move(list));
  return block;
}

PageNode ChosenGroupPart(const InsideState& state) {
  PageNode block = BlockPart("chosen", words::kSideThisGroup);
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (groups == nullptr || state.pinned.kind != Kind::kGroup ||
      state.pinned.a >= groups->neurons.size()) {
    block.children.push_back(Paragraph("none", "small", words::kSideNoGroup));
    return block;
  }
  const size_t g = state.pinned.a;
  std::string neurons;
  for (const InsideGroupAnswer::Neuron& neuron : groups->neurons[g]) {
    if (neurons.size() > 60) break;
    neurons += (neurons.empty() ? "" : ", ") + std::to_string(neuron.channel);
  }
  block.children.push_back(Paragraph(
      "says", "small",
      Fill(words::kSideGroupSays,
           {{"neurons", neurons},
            {"count", g < groups->stability.size()
                          ? CountInWords(static_cast<size_t>(SeedsThatAgree(groups->stability[g])))
                          : std::string("?")}})));
  const std::string hidden = HiddenSentence(state);
  if (!hidden.empty()) block.children.push_back(Paragraph("hidden", "small", hidden));
  PageNode row = Group("row", "button-row");
  PageNode hide = Button("hide", "button compact",
                         hidden.empty() ? words::kSideHide : words::kSideShowAgain, "hide");
  hide.pressed = !hidden.empty();
  row.children.push_back(std::move(hide));
  row.children.push_back(Button("all", "button compact", words::kSideShowAll, "show-all"));
  block.children.push_back(std::move(row));
  return block;
}

}  // namespace

PageNode SidePart(const InsideState& state, const View&) {
  PageNode side = Group("side", "inside-side", "complementary");
  side.label = words::kSideLabel;
  side.children.push_back(SaysPart(SideSentence(state)));
  // A pair and a group are told where they are drawn.
  const bool is_told = state.pointed().kind == Kind::kPair || state.pointed().kind == Kind::kGroup;
  const std::string pointed = is_told ? std::string() : PointedSentence(state);
  side.children.push_back(Paragraph("pointed", pointed.empty() ? "" : "side-pointed", pointed));
  switch (state.look.view) {
    case InsideView::kBridge:
      side.children.push_back(PairsPart(state));
      side.children.push_back(GroupsPart(state, false));
      break;
    case InsideView::kWords:
      side.children.push_back(MethodsPart(state));
      side.children.push_back(RacePart(state));
      side.children.push_back(AgreePart(state));
      break;
    case InsideView::kGrid:
      side.children.push_back(GroupsPart(state, false));
      side.children.push_back(ContextsPart(state));
      break;
    case InsideView::kGroups:
      side.children.push_back(GroupsPart(state, true));
      side.children.push_back(ChosenGroupPart(state));
      break;
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      side.children.push_back(NearerPart(state));
      if (const InsidePlace* place = PlaceNow(state))
        side.children.push_back(IdeasLinkPart(*place));
      side.children.push_back(ForecastsPart(state));
      side.children.push_back(PresetsPart(state));
      return side;
    case InsideView::kDictionary:
    case InsideView::kInfluence:
      if (state.look.card_layer > 0) {
        side.children.push_back(NeuronCardPart(state));
        return side;
      }
      side.children.push_back(NeuronsPart(state));
      side.children.push_back(OtherCellsPart(state));
      return side;
  }
  side.children.push_back(GhostPart(state));
  side.children.push_back(PresetsPart(state));
  return side;
}

}  // namespace meander
