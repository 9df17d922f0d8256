// See page.h: the column beside the stage, the strip that says how far to trust it, the dialogs,
// and the list twin.
#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "drawings/ink_pictures.h"
#include "drawings/keys.h"
#include "drawings/page.h"
#include "drawings/sentences.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

using Kind = DrawingTarget::Kind;
constexpr size_t kSignsListed = 5;

std::string WaitingFor(const DrawingsState& state) {
  if (state.ink.empty()) return std::string(words::kDrawingsNothing);
  return std::string(state.asks_to_fetch ? words::kDrawingsNotRead : words::kInsideWaiting);
}

// What it may be; pressing another one asks why it is not that.
PageNode SignsPart(const DrawingsState& state) {
  PageNode block = BlockPart("thinks", words::kPicturesThinks, words::kDrawingsKnown);
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (seen == nullptr) {
    block.children.push_back(Paragraph("wait", "small", WaitingFor(state)));
    return block;
  }
  const SignPair pair = SignsAsked(state);
  for (size_t i = 0; i < std::min(seen->signs.size(), kSignsListed); ++i) {
    const DrawnSign& sign = seen->signs[i];
    PageNode row = BarRow(
        "sign-" + std::to_string(i), SignName(sign), sign.share, 1,
        sign.share < 0.005f
            ? Fill(words::kTrustPercent, {{"value", std::string(words::kPicturesThinksLess)}})
            : PercentText(sign.share),
        "-", pair.b == sign.index);
    row.on_press = "against";
    const bool is_asked = pair.a == sign.index;
    row.argument = is_asked || pair.b == sign.index ? "none" : std::to_string(sign.index);
    row.label = Fill(is_asked ? words::kDrawingsSignOpen : words::kDrawingsSignAgainst,
                     {{"sign", SignName(sign)}, {"share", PercentText(sign.share)}});
    row.style = i == 0 ? "bar-row share-row first-sign" : "bar-row share-row";
    block.children.push_back(std::move(row));
  }
  return block;
}

bool AreSeedsTold(const DrawingsGroupAnswer& groups) {
  return std::ranges::any_of(groups.groups, [](const DrawingGroup& g) { return g.stability > 0; });
}

PageNode GroupsOfDrawing(const DrawingsState& state) {
  PageNode block = BlockPart("groups", UpperFirst(words::kPickGroups), words::kSideSeedsHint);
  const DrawingsGroupAnswer* groups = DrawingGroupsSeen(state);
  if (!HasDrawingGroups(state.look.layer)) {
    block.children.push_back(Paragraph("wait", "small", words::kDrawingsTooFine));
    return block;
  }
  if (groups == nullptr) {
    block.children.push_back(Paragraph("wait", "small", WaitingFor(state)));
    return block;
  }
  const int side = kDrawingLayers[state.look.layer].told_side;
  for (size_t g = 0; g < groups->groups.size(); ++g) {
    const DrawingGroup& group = groups->groups[g];
    const DrawingTarget target{Kind::kGroup, 0, static_cast<uint16_t>(g)};
    const std::string name = DrawingGroupName(*groups, g, side);
    PageNode row = Button("group-" + std::to_string(g), "group-row drawn-group", {}, "pin",
                          DrawingTargetText(target));
    row.pressed = state.pinned == target;
    row.on_point = "point";
    row.label = Fill(words::kDrawingsGroupRow, {{"name", name}, {"value", Signed(group.share)}});
    row.children.push_back(
        Node(PageKind::kText, "dot", "group-dot hue-" + std::to_string(g % 6), "●"));
    row.children.push_back(Node(PageKind::kText, "name", "bar-name", name));
    // Ten empty dots would say that none agrees, when nobody has asked yet.
    if (AreSeedsTold(*groups)) {
      row.children.push_back(SeedDotsPart(static_cast<int>(std::lround(10 * group.stability))));
    } else {
      row.children.push_back(Node(PageKind::kText, "seeds", "seed-dots"));
    }
    row.children.push_back(Node(PageKind::kText, "value", "bar-value", Signed(group.share)));
    block.children.push_back(std::move(row));
  }
  PageNode slider = Node(PageKind::kSlider, "slider", {});
  slider.value = static_cast<float>(state.look.groups - 2) / (kMostDrawingGroups - 2);
  slider.level = kMostDrawingGroups - 2;
  slider.label = words::kSideGroupsLabel;
  slider.detail = std::to_string(state.look.groups);
  slider.on_input = "groups";
  block.children.push_back(std::move(slider));
  return block;
}

PageNode StrokesPart(const DrawingsState& state) {
  const SignPair pair = SignsAsked(state);
  PageNode block = BlockPart("strokes", words::kDrawingsWhich, words::kDrawingsWhichHint);
  const DrawingsStrokeAnswer* strokes = StrokesSeen(state);
  if (strokes == nullptr || state.ink.empty()) {
    block.children.push_back(Paragraph("wait", "small", WaitingFor(state)));
    return block;
  }
  float most = 0.01f;
  for (const StrokeLoss& loss : strokes->losses) most = std::max(most, std::fabs(loss.loss));
  for (const StrokeLoss& loss : strokes->losses) {
    const DrawingTarget target{Kind::kStroke, 0, loss.stroke};
    const std::string name =
        Fill(words::kDrawingsStroke, {{"stroke", std::to_string(loss.stroke + 1)}});
    PageNode row = BarRow("stroke-" + std::to_string(loss.stroke), name, loss.loss, most,
                          Signed(loss.loss), DrawingTargetText(target), state.pinned == target);
    row.on_point = "point";
    row.style = "bar-row stroke-row";
    row.children.insert(row.children.begin(), InkPicturePart(StrokePictureName(loss.stroke), name));
    row.label = Fill(words::kDrawingsPointedStroke, {{"stroke", std::to_string(loss.stroke + 1)},
                                                     {"value", Signed(loss.loss)},
                                                     {"other", SignName(loss.top)}});
    block.children.push_back(std::move(row));
  }
  const std::string a = SignName(state, pair.a);
  block.children.push_back(Paragraph(
      "value", "small",
      pair.b == kNoSign ? Fill(words::kDrawingsValue, {{"sign", a},
                                                       {"value", Plainly(strokes->value)},
                                                       {"empty", Plainly(strokes->empty_value)}})
                        : Fill(words::kDrawingsAhead, {{"sign", a},
                                                       {"other", SignName(state, pair.b)},
                                                       {"value", Plainly(strokes->value)},
                                                       {"empty", Plainly(strokes->empty_value)}})));
  if (state.pinned.kind == Kind::kStroke) {
    block.children.push_back(Button("out", "button compact", words::kDrawingsTakeOut,
                                    "remove-stroke", std::to_string(state.pinned.b)));
  }
  return block;
}

PageNode HelpDialog() {
  PageNode dialog = DialogPart("help", words::kHelpTitle);
  PageNode body = Group("body", "dialog-body");
  for (const std::string_view text :
       {words::kDrawingsHelpWhat, words::kDrawingsHelpRead, words::kDrawingsHelpTrust}) {
    body.children.push_back(Paragraph(text.substr(0, 12), "read", text));
  }
  body.children.push_back(Heading(3, "keys-title", "heading", words::kInsideHelpKeys));
  body.children.push_back(
      KeysPart({words::kDrawingsKeyPlaces, words::kPicturesKeyLayers, words::kDrawingsKeyGroups,
                words::kDrawingsKeySheet, words::kDrawingsKeyAgainst, words::kPicturesKeyPin,
                words::kPicturesKeyGhost, words::kHelpKeyLeave}));
  body.children.push_back(CreditsPart());
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode HowDialog() {
  PageNode dialog = DialogPart("trust", words::kTrustHow);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph("net", "read", words::kDrawingsHowNet));
  const auto entry = [&](std::string_view key, std::string_view name, std::string_view how) {
    body.children.push_back(Heading(3, "t-" + std::string(key), "heading", UpperFirst(name)));
    body.children.push_back(Paragraph("p-" + std::string(key), "read", how));
  };
  entry("strokes", words::kDrawingsWhich, words::kDrawingsHowStrokes);
  entry("groups", words::kTabGroups, words::kDrawingsHowGroups);
  entry("place", words::kPicturesThisPlace, words::kDrawingsHowPieces);
  entry("ghost", words::kSideGhost, words::kDrawingsHowGhost);
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace

PageNode DrawingsSidePart(const DrawingsState& state) {
  PageNode side = Group("side", "inside-side", "complementary");
  side.label = words::kSideLabel;
  side.children.push_back(SaysPart(DrawingSays(state)));
  const std::string pointed = PointedInDrawing(state);
  side.children.push_back(Paragraph("pointed", pointed.empty() ? "" : "side-pointed", pointed));
  side.children.push_back(SignsPart(state));
  side.children.push_back(GroupsOfDrawing(state));
  side.children.push_back(StrokesPart(state));
  return side;
}

PageNode DrawingsTrustPart(const DrawingsState& state) {
  std::vector<PageNode> items;
  if (const DrawingsGroupAnswer* groups = DrawingGroupsSeen(state)) {
    const float rise = groups->value - groups->value_at_zero, gap = rise - groups->sum;
    if (groups->done > 0) {
      const float explained =
          std::fabs(rise) > 1e-4f ? std::clamp(1 - std::fabs(gap / rise), 0.f, 1.f) : 0;
      items.push_back(
          TrustItemPart("explained", words::kTrustExplained, PercentText(explained), explained));
      items.push_back(TrustItemPart("gap", words::kTrustGap, Decimals(std::fabs(gap), 2)));
    }
    items.push_back(
        TrustItemPart("left-out", words::kPicturesTrustLeft, PercentText(groups->relative_error)));
    float stability = 0;
    for (const DrawingGroup& group : groups->groups) stability += group.stability;
    const int seeds =
        static_cast<int>(std::lround(10 * stability / static_cast<float>(groups->groups.size())));
    if (stability > 0) {
      PageNode item = TrustItemPart("seeds", words::kTrustSeeds,
                                    Fill(words::kTrustOfTen, {{"count", std::to_string(seeds)}}));
      item.children.insert(item.children.begin() + 1, SeedDotsPart(seeds));
      items.push_back(std::move(item));
    }
  }
  if (const DrawingsStrokeAnswer* strokes = StrokesSeen(state)) {
    items.push_back(TrustItemPart("empty", words::kDrawingsTrustEmpty, strokes->empty_sign));
  }
  return TrustStripPart(std::move(items), state.look.ghost, state.shows_list);
}

PageNode DrawingsDialogPart(const DrawingsState& state) {
  return state.dialog == DrawingDialog::kHelp ? HelpDialog() : HowDialog();
}

PageNode DrawingsListPart(const DrawingsState& state) {
  PageNode list = Group("list", "inside-list");
  list.children.push_back(Paragraph("says", "note", SentenceOfDrawing(state)));
  PageNode signs = TablePart("signs", words::kPicturesThinks,
                             {words::kDrawingsListSign, words::kPicturesListSure});
  if (const DrawingsLookAnswer* seen = DrawingSeen(state)) {
    for (const DrawnSign& sign : seen->signs) {
      AddTableRow(
          signs, "sign-" + std::to_string(sign.index),
          {SignName(sign), Fill(words::kTrustPercent, {{"value", Decimals(sign.share * 100, 1)}})});
    }
  }
  list.children.push_back(std::move(signs));
  PageNode strokes = TablePart(
      "strokes", words::kDrawingsWhich,
      {words::kDrawingsListStroke, words::kDrawingsListLoss, words::kDrawingsListWithout});
  if (const DrawingsStrokeAnswer* told = StrokesSeen(state)) {
    for (const StrokeLoss& loss : told->losses) {
      AddTableRow(strokes, "stroke-" + std::to_string(loss.stroke),
                  {std::to_string(loss.stroke + 1), Signed(loss.loss), SignName(loss.top)});
    }
  }
  list.children.push_back(std::move(strokes));
  PageNode table = TablePart("groups", words::kTabGroups,
                             {words::kPicturesListGroup, words::kPicturesListSays,
                              words::kPicturesListTruth, words::kPicturesListSeeds});
  if (const DrawingsGroupAnswer* groups = DrawingGroupsSeen(state)) {
    const int side = kDrawingLayers[state.look.layer].told_side;
    for (size_t g = 0; g < groups->groups.size(); ++g) {
      const DrawingGroup& group = groups->groups[g];
      AddTableRow(table, "group-" + std::to_string(g),
                  {DrawingGroupName(*groups, g, side), Signed(group.share), Signed(group.without),
                   AreSeedsTold(*groups)
                       ? Fill(words::kTrustOfTen,
                              {{"count", std::to_string(std::lround(10 * group.stability))}})
                       : std::string(words::kInsideWaiting)});
    }
  }
  list.children.push_back(std::move(table));
  return list;
}

}  // namespace meander
