// Of one place and of one channel: what it is made of, where it comes from, its own address.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/page_side.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

std::string ChannelName(uint16_t channel) {
  return Fill(words::kPicturesChannel, {{"number", std::to_string(channel)}});
}

// Pressing it opens the channel's card.
PageNode ChannelRow(int layer, const PictureChannel& channel, float value, float most,
                    const std::string& number) {
  PageNode row =
      BarRow("channel-" + std::to_string(channel.channel), ChannelName(channel.channel), value,
             most, number, std::to_string(layer) + " " + std::to_string(channel.channel), false);
  row.on_press = "unit";
  return row;
}

std::string SignedPercent(float share) {
  return (share < 0 ? "\u2212" : "") + PercentText(std::fabs(share));
}

struct FarPlace {
  uint8_t layer;
  uint16_t place;
  float share;
};
// Of every layer before (or after), the place that counts most.
PageNode OtherLayersPart(const PicturesState& state, std::string_view key, std::string_view title,
                         bool is_before, std::string_view none) {
  PageNode block = BlockPart(key, title);
  const PicturesCellAnswer* cell = CellSeen(state);
  if (cell == nullptr) return block;
  std::vector<FarPlace> told;
  for (uint8_t layer = 0; layer <= kPictureEnd; ++layer) {
    const std::vector<float>& shares = cell->other[layer];
    if (shares.empty() || (layer < state.look.layer) != is_before) continue;
    const auto most = std::ranges::max_element(shares, {}, [](float v) { return std::fabs(v); });
    told.push_back({layer, static_cast<uint16_t>(most - shares.begin()), *most});
  }
  if (told.empty()) {
    block.children.push_back(Paragraph("none", "small", none));
    return block;
  }
  float most = 0.01f;
  for (const FarPlace& place : told) most = std::max(most, std::fabs(place.share));
  for (const FarPlace& place : told) {
    const PictureTarget target{Kind::kPlace, place.layer, place.place};
    const int side = kPictureLayers[place.layer].told_side;
    block.children.push_back(BarRow(
        "layer-" + std::to_string(place.layer),
        Fill(words::kPicturesFromRow, {{"layer", LayerTitle(place.layer)},
                                       {"place", LowerFirst(PlaceInWords(side, place.place))}}),
        place.share, most, SignedPercent(place.share), PictureTargetText(target), false));
    block.children.back().style = "bar-row from-row";
  }
  return block;
}

}  // namespace

PageNode PicturePlacePart(const PicturesState& state) {
  const PicturesCellAnswer* cell = CellSeen(state);
  PageNode block = BlockPart(
      "place", words::kPicturesThisPlace,
      cell == nullptr ? std::string()
                      : Fill(words::kPicturesThisPlaceHint,
                             {{"count", std::to_string(std::min<size_t>(cell->channels.size(), 4))},
                              {"all", WithCommas(kPictureLayers[state.look.layer].channels)}}));
  if (cell == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  for (size_t i = 0; i < std::min<size_t>(cell->channels.size(), 4); ++i) {
    const PictureChannel& channel = cell->channels[i];
    block.children.push_back(ChannelRow(state.look.layer, channel, channel.value,
                                        cell->channels.front().value, Plainly(channel.value)));
  }
  if (cell->channels.empty()) {
    block.children.push_back(Paragraph("none", "small", words::kPicturesNoneHere));
  }
  PageNode row = Group("row", "button-row");
  PageNode closer = Button("closer", "button compact", words::kPicturesCloser, "closer");
  closer.disabled = state.look.closer == kClosest;
  PageNode further = Button("further", "button compact", words::kPicturesFurther, "further");
  further.disabled = state.look.closer == 0;
  row.children = {std::move(closer), std::move(further)};
  block.children.push_back(std::move(row));
  return block;
}

PageNode PictureEntriesPart(const PicturesState& state) {
  PageNode block = BlockPart("entries", words::kPicturesEntries, words::kPicturesEntriesHint);
  const PicturesCellAnswer* cell = CellSeen(state);
  if (cell == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  for (const PictureChannel& channel : cell->channels) {
    const float share = channel.strongest > 0 ? channel.value / channel.strongest : 0;
    block.children.push_back(ChannelRow(state.look.layer, channel, share, 1, TwoDecimals(share)));
  }
  if (cell->more > 0) {
    block.children.push_back(
        Paragraph("more", "small",
                  Fill(words::kPicturesMore,
                       {{"count", WithCommas(cell->more)}, {"value", Plainly(cell->none_above)}})));
  }
  PageNode show = Button(
      "numbers", "text-button",
      state.shows_numbers ? words::kPicturesNumbersHide : words::kPicturesNumbersShow, "numbers");
  show.pressed = state.shows_numbers;
  block.children.push_back(std::move(show));
  if (state.shows_numbers) {
    const size_t count = std::min<size_t>(cell->numbers.size(), 48);
    std::string list;
    for (size_t i = 0; i < count; ++i) {
      list += (list.empty() ? "" : " ") + Plainly(cell->numbers[i]);
    }
    block.children.push_back(
        Paragraph("bare", "small bare-numbers",
                  Fill(words::kPicturesNumbers,
                       {{"numbers", list}, {"more", WithCommas(cell->numbers.size() - count)}})));
  }
  return block;
}

PageNode PictureMadeFromPart(const PicturesState& state) {
  return OtherLayersPart(state, "from", words::kPicturesFrom, true, words::kPicturesFromNone);
}
PageNode PictureFeedsPart(const PicturesState& state) {
  return OtherLayersPart(state, "feeds", words::kPicturesFeeds, false, words::kPicturesFeedsNone);
}

PageNode PictureUnitPart(const PicturesState& state) {
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
PageNode PictureOtherUnitsPart(const PicturesState& state) {
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

PageNode PictureUnitLinkPart(const PicturesState& state) {
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
  const int count = is_class ? 1000 : kPictureLayers[unit->layer].channels;
  PageNode along = Group("along", "unit-along");
  const auto step = [&](std::string_view key, std::string_view words, int by) {
    const int next = (unit->channel + by + count) % count;
    along.children.push_back(Button(key, "text-button",
                                    Fill(words, {{"number", std::to_string(next)}}), "unit",
                                    std::to_string(unit->layer) + " " + std::to_string(next)));
  };
  step("before", words::kPicturesUnitBefore, -1);
  step("after", words::kPicturesUnitAfter, 1);
  block.children.push_back(std::move(along));
  return block;
}

}  // namespace meander
