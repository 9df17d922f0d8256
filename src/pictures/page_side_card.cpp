// A unit's card in the column beside the stage.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/icons.h"
#include "pictures/page_side.h"
#include "pictures/photos.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

// A kind with a bar; pressing it opens the kind's card.
PageNode KindRow(const PicturesState& state, uint16_t kind, float value, float most,
                 const std::string& number) {
  const std::string name = ClassName(state, kind);
  PageNode row = BarRow("kind-" + std::to_string(kind), name, value, most, number,
                        UnitArgument(kPictureClasses, kind), false);
  row.on_press = "unit";
  row.label = Fill(words::kPicturesSpeaksRow, {{"name", name}, {"value", number}});
  return row;
}

// What of the net's answer falls and rises most where the channel is put to nothing: the greatest
// of either first.
PageNode SpeaksPart(const PicturesState& state, const IconUnit& facts) {
  constexpr size_t kTold = 5;
  PageNode block = BlockPart("speaks", words::kPicturesSpeaks, words::kPicturesSpeaksHint);
  std::vector<IconLink> links = facts.speaks;
  std::ranges::stable_sort(links, std::ranges::greater(),
                           [](const IconLink& link) { return std::fabs(link.value); });
  if (links.size() > kTold) links.resize(kTold);
  std::ranges::stable_sort(links, std::ranges::greater(), &IconLink::value);
  float most = 0.01f;
  for (const IconLink& link : links) most = std::max(most, std::fabs(link.value));
  for (const IconLink& link : links) {
    block.children.push_back(KindRow(state, link.to, link.value, most, Signed(link.value)));
  }
  return block;
}

// The likeliest kinds of this photo, each a card.
PageNode KindCardsPart(const PicturesState& state, uint16_t current) {
  constexpr size_t kTold = 5;
  PageNode block = BlockPart("kinds", words::kPicturesCardKinds);
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return block;
  for (size_t i = 0; i < std::min(seen->classes.size(), kTold); ++i) {
    const PictureClass& known = seen->classes[i];
    PageNode row = KindRow(state, known.index, known.share, 1, SureText(known.share));
    row.pressed = known.index == current;
    block.children.push_back(std::move(row));
  }
  return block;
}

PageNode FindPart(const PicturesState& state) {
  const PicturesUnitAnswer* fires = UnitSeen(state);
  const bool is_asleep = fires != nullptr && !(fires->strongest > 0);
  PageNode find = Button("find", "button compact",
                         is_asleep ? std::string(words::kPicturesFindAsleep)
                                   : Fill(words::kPicturesFind, {{"name", PhotoName(state)}}),
                         "find-unit");
  find.disabled = fires == nullptr || is_asleep;
  return find;
}

PageNode WherePart(const PicturesState& state) {
  const PicturesUnitAnswer* unit = UnitSeen(state);
  PageNode block = BlockPart(
      "unit", words::kPicturesUnitWhere,
      unit == nullptr ? std::string()
                      : Fill(words::kPicturesUnitWhereHint, {{"value", Plainly(unit->strongest)}}));
  if (unit == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  // Its four strongest places.
  std::vector<size_t> order(unit->values.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const size_t count = std::min<size_t>(order.size(), 4);
  std::ranges::partial_sort(order, order.begin() + static_cast<ptrdiff_t>(count),
                            std::ranges::greater{}, [&](size_t i) { return unit->values[i]; });
  const std::optional<ShownUnit> which = UnitOf(state);
  const bool is_layer = which && which->layer <= kPictureEnd;
  for (size_t i = 0; i < count; ++i) {
    const float value = unit->values[order[i]];
    if (!(value > 0)) break;
    const PictureTarget target{Kind::kPlace, is_layer ? which->layer : kPictureEnd,
                               static_cast<uint16_t>(order[i])};
    const bool can_point = unit->side == kPictureLayers[target.a].told_side;
    block.children.push_back(BarRow("place-" + std::to_string(i),
                                    PlaceInWords(unit->side, static_cast<int>(order[i])), value,
                                    unit->strongest, Plainly(value),
                                    can_point ? PictureTargetText(target) : std::string(), false));
  }
  return block;
}

// The others that fire at the place the unit was found at.
PageNode OtherUnitsPart(const PicturesState& state) {
  PageNode block = BlockPart("others", words::kPicturesUnitOther);
  const PicturesLookAnswer* seen = LookSeen(state);
  const std::optional<uint16_t> place = PlaceOf(state);
  if (seen == nullptr || !place) return block;
  const PictureGrid& grid = seen->grids[state.look.layer];
  const size_t at = size_t{4} * *place;
  for (size_t i = 0; i < 4; ++i) {
    const PictureChannel channel{grid.channels[at + i], grid.values[at + i], 0};
    block.children.push_back(ChannelRow(state.look.layer, channel, channel.value, grid.values[at],
                                        Plainly(channel.value)));
  }
  return block;
}

PageNode AddressPart(const PicturesState& state) {
  PageNode block = BlockPart("link", words::kPicturesUnitLink);
  const std::optional<ShownUnit> unit = UnitOf(state);
  if (!unit) return block;
  const bool is_class = unit->layer > kPictureEnd;
  PageNode row = Group("row", "unit-address");
  row.children.push_back(Node(
      PageKind::kText, "where", "small",
      is_class ? Fill(words::kPicturesUnitAddressClass, {{"name", ClassName(state, unit->channel)}})
               : Fill(words::kPicturesUnitAddress, {{"layer", LayerTitle(unit->layer)},
                                                    {"number", std::to_string(unit->channel)}})));
  row.children.push_back(Button("copy", "text-button", words::kPicturesUnitCopy, "copy-link"));
  block.children.push_back(std::move(row));
  PageNode buttons = Group("buttons", "button-row");
  buttons.children.push_back(FindPart(state));
  block.children.push_back(std::move(buttons));
  const int count = is_class ? int{kPictureClassCount} : kPictureLayers[unit->layer].channels;
  PageNode along = Group("along", "unit-along");
  const auto step = [&](std::string_view key, std::string_view words, int by) {
    const int next = (unit->channel + by + count) % count;
    const auto beside = static_cast<uint16_t>(next);
    const std::string name = is_class ? UnitName(state, unit->layer, beside)
                                      : Fill(words, {{"number", std::to_string(next)}});
    along.children.push_back(
        Button(key, "text-button", name, "unit-along", UnitArgument(unit->layer, beside)));
  };
  step("before", words::kPicturesUnitBefore, -1);
  step("after", words::kPicturesUnitAfter, 1);
  block.children.push_back(std::move(along));
  return block;
}

}  // namespace

std::vector<PageNode> PictureCardParts(const PicturesState& state) {
  std::vector<PageNode> parts;
  if (!state.trail.empty()) {
    const PictureLook& before = state.trail.back();
    const std::string name = before.view == PictureView::kUnits
                                 ? UnitName(state, before.unit_layer, before.unit)
                                 : std::string(PictureViewName(before.view));
    parts.push_back(Button("back", "text-button card-back",
                           Fill(words::kPicturesCardBack, {{"name", LowerFirst(name)}}),
                           "card-back"));
  }
  const std::optional<ShownUnit> unit = UnitOf(state);
  const IconUnit* facts = unit ? FactsOfUnit(state, unit->layer, unit->channel) : nullptr;
  const bool is_class = unit && unit->layer > kPictureEnd;
  if (is_class) {
    parts.push_back(KindCardsPart(state, unit->channel));
    parts.push_back(WherePart(state));
  } else {
    const bool speaks = facts != nullptr && !facts->speaks.empty();
    if (speaks) parts.push_back(SpeaksPart(state, *facts));
    parts.push_back(WherePart(state));
    if (!speaks) parts.push_back(OtherUnitsPart(state));
  }
  parts.push_back(AddressPart(state));
  return parts;
}

}  // namespace meander
