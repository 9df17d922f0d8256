// The column beside the stage: what is seen, in one sentence, and a few blocks under it.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/flow.h"
#include "pictures/page_side.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;
constexpr size_t kClassesTold = 5;

// The five likeliest, each of which can be asked about.
PageNode ThinksPart(const PicturesState& state) {
  PageNode block = BlockPart("thinks", words::kPicturesThinks, words::kPicturesThinksHint);
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  const std::optional<ClassPair> pair = ClassesAsked(state);
  for (size_t i = 0; i < std::min(seen->classes.size(), kClassesTold); ++i) {
    const PictureClass& known = seen->classes[i];
    const std::string name = ClassName(state, known.index);
    PageNode row =
        BarRow("class-" + std::to_string(i), name, known.share, 1, SureText(known.share),
               PictureTargetText({Kind::kClass, 0, known.index}), pair && pair->a == known.index);
    row.label = Fill(words::kPicturesClassOpen, {{"name", name}});
    row.style = "bar-row share-row";
    PageNode line = Group("kind-" + std::to_string(i), "kind-line");
    line.children.push_back(std::move(row));
    PageNode card = Button("card", "text-button card-button", words::kPicturesCard, "unit",
                           UnitArgument(kPictureClasses, known.index));
    card.label = Fill(words::kPicturesCardOpen, {{"name", name}});
    line.children.push_back(std::move(card));
    block.children.push_back(std::move(line));
  }
  return block;
}

PageNode ClassPick(std::string_view key, std::string_view which, const std::string& name) {
  PageNode pick = Button(key, "pick-word class-pick", name, "pick-class", which);
  pick.label = Fill(words::kPicturesChangeClass, {{"name", name}});
  return pick;
}

// Its doubt, as a line under the bar: from as little as it may be to as much.
void AddDoubt(PageNode& row, float value, float doubt, float most) {
  if (!(most > 0)) return;
  PageNode far = Node(PageKind::kBar, "doubt", "whisker");
  far.value = std::min((std::fabs(value) + doubt) / most, 1.f);
  row.children.push_back(std::move(far));
  PageNode near = Node(PageKind::kBar, "sure", "whisker before-whisker");
  near.value = std::max(std::fabs(value) - doubt, 0.f) / most;
  row.children.push_back(std::move(near));
}

PageNode GroupRow(const PicturesState& state, const PicturesGroupAnswer& groups, size_t g,
                  float most) {
  const PictureGroup& group = groups.groups[g];
  const PictureTarget target{Kind::kGroup, 0, static_cast<uint16_t>(g)};
  const std::string name = GroupName(state, g);
  PageNode row = Button("group-" + std::to_string(g), "group-row doubt-row", {}, "pin",
                        PictureTargetText(target));
  row.pressed = state.pinned == target;
  row.on_point = "point";
  row.label =
      Fill(words::kPicturesRowSays,
           {{"name", name}, {"value", Signed(group.share)}, {"doubt", Plainly(group.doubt)}});
  row.children.push_back(
      Node(PageKind::kText, "dot", "group-dot hue-" + std::to_string(g % 6), "●"));
  row.children.push_back(Node(PageKind::kText, "name", "bar-name", name));
  PageNode bar = Node(PageKind::kBar, "bar", group.share < 0 ? "signed minus" : "signed plus");
  bar.value = std::min(std::fabs(group.share) / most, 1.f);
  row.children.push_back(std::move(bar));
  AddDoubt(row, group.share, group.doubt, most);
  row.children.push_back(Node(PageKind::kText, "value", "bar-value", Signed(group.share)));
  return row;
}

std::string Together(float sum, float rise) {
  const float gap = rise - sum;
  if (std::fabs(gap) < 0.005f) return Fill(words::kPicturesTogetherExact, {{"sum", Signed(sum)}});
  return Fill(words::kPicturesTogether,
              {{"sum", Signed(sum)}, {"value", Signed(rise)}, {"gap", Plainly(std::fabs(gap))}});
}

}  // namespace

std::string SureText(float share) {
  if (share >= 0.005f) return PercentText(share);
  return Fill(words::kTrustPercent, {{"value", std::string(words::kPicturesThinksLess)}});
}

PageNode PictureWhyPart(const PicturesState& state) {
  PageNode block = Group("why", "block");
  PageNode head = Group("head", "block-head");
  PageNode title = Heading(2, "title", "heading why-title", {});
  const ClassNames names = NamesAsked(state);
  const bool is_alone = names.b.empty();
  title.children.push_back(Node(PageKind::kText, "before", {},
                                is_alone ? words::kPicturesWhyAlone : words::kPicturesWhy));
  title.children.push_back(ClassPick("a", "a", names.a));
  if (is_alone) {
    title.children.push_back(Node(PageKind::kText, "between", {}, ", "));
    title.children.push_back(
        Button("b", "pick-word class-pick", words::kPicturesAddClass, "pick-class", "b"));
  } else {
    title.children.push_back(Node(PageKind::kText, "between", {}, words::kPicturesWhyNotJoin));
    title.children.push_back(ClassPick("b", "b", names.b));
    title.children.push_back(Node(PageKind::kText, "after", {}, words::kPicturesWhyEnd));
  }
  head.children.push_back(std::move(title));
  block.children.push_back(std::move(head));
  if (names.a.empty()) {
    block.children.front().show = PageShow::kHidden;
    return block;
  }
  const bool has_groups = state.look.view == PictureView::kGroups;
  const PicturesGroupAnswer* groups = has_groups ? GroupsSeen(state) : nullptr;
  if (groups != nullptr) {
    block.children.front().children.push_back(
        Node(PageKind::kText, "hint", "small", words::kPicturesWhisker));
    float most = 0.01f;
    for (const PictureGroup& group : groups->groups) {
      most = std::max(most, std::fabs(group.share) + group.doubt);
    }
    for (size_t g = 0; g < groups->groups.size(); ++g) {
      block.children.push_back(GroupRow(state, *groups, g, most));
    }
    std::string together = Together(groups->sum, TrueRise(*groups));
    if (groups->done < groups->in_all) {
      together += " " + Fill(words::kPicturesCounting, {{"done", std::to_string(groups->done)},
                                                        {"all", std::to_string(groups->in_all)}});
    }
    block.children.push_back(Paragraph("together", "small", together));
    if (!groups->groups.empty()) AddChosenGroup(state, block);
    return block;
  }
  const PicturesShareAnswer* shares = SharesSeen(state);
  // Occlusion promises no sum, and what fires is for nothing yet.
  const bool adds_up = state.look.method != PictureMethod::kOcclusion &&
                       state.look.method != PictureMethod::kActivation;
  if (!has_groups && shares != nullptr && !adds_up) return block;
  if (!has_groups && shares != nullptr) {
    block.children.push_back(
        Paragraph("together", "small", Together(shares->sum, TrueRise(*shares))));
  } else {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
  }
  return block;
}

PageNode PicturesSidePart(const PicturesState& state, const View&) {
  PageNode side = Group("side", "inside-side", "complementary");
  side.label = words::kSideLabel;
  side.children.push_back(SaysPart(PictureSays(state)));
  // A group is told where it is listed.
  const std::string pointed = IsOfGroups(state.pointed()) ? std::string() : PointedInPicture(state);
  side.children.push_back(Paragraph("pointed", pointed.empty() ? "" : "side-pointed", pointed));
  if (state.other.is_on) side.children.push_back(BothThinkPart(state));
  if (!NoSuchViewOfOther(state).empty()) return side;
  switch (state.look.view) {
    case PictureView::kGrid:
      side.children.push_back(ThinksPart(state));
      if (state.look.by_share) side.children.push_back(PictureWhyPart(state));
      side.children.push_back(PicturePlacePart(state));
      break;
    case PictureView::kGroups:
      if (ChosenGroupOf(state, state.pinned)) {
        side.children.push_back(PictureEffectsPart(state));
      } else if (FlowSeen(state) == nullptr) {
        side.children.push_back(ThinksPart(state));
      }
      side.children.push_back(PictureWhyPart(state));
      if (FlowSeen(state) != nullptr) side.children.push_back(PictureSourcesPart(state));
      side.children.push_back(PictureGroupCountPart(state));
      break;
    case PictureView::kWhy:
      side.children.push_back(PictureWhyPart(state));
      if (state.other.is_on) break;
      side.children.push_back(PictureChannelsPart(state));
      side.children.push_back(PictureQuickPart(state));
      break;
    case PictureView::kWhatIf:
      side.children.push_back(PictureWhyPart(state));
      side.children.push_back(PictureRacePart(state));
      side.children.push_back(PicturePiecesPart(state));
      break;
    case PictureView::kDictionary:
      side.children.push_back(PictureEntriesPart(state));
      side.children.push_back(PictureMadeFromPart(state));
      side.children.push_back(PictureFeedsPart(state));
      break;
    case PictureView::kUnits:
      for (PageNode& part : PictureCardParts(state)) side.children.push_back(std::move(part));
      break;
  }
  return side;
}

}  // namespace meander
