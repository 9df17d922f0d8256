// Of one place: what it is made of, where it comes from, what it feeds.
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

std::string UnitArgument(int layer, uint16_t unit) {
  return std::to_string(layer) + " " + std::to_string(unit);
}

PageNode ChannelRow(int layer, const PictureChannel& channel, float value, float most,
                    const std::string& number) {
  PageNode row =
      BarRow("channel-" + std::to_string(channel.channel),
             Fill(words::kPicturesChannel, {{"number", std::to_string(channel.channel)}}), value,
             most, number, UnitArgument(layer, channel.channel), false);
  row.on_press = "unit";
  return row;
}

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

}  // namespace meander
