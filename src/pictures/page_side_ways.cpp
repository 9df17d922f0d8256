// How it was weighed: which channels did it, the quick guess beside the truth, and the ways of
// weighing against chance.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/methods.h"
#include "pictures/page_side.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {

PageNode PictureChannelsPart(const PicturesState& state) {
  constexpr size_t kTold = 8;
  PageNode block =
      BlockPart("channels", words::kPicturesChannels,
                Fill(words::kPicturesChannelsHint,
                     {{"all", WithCommas(kPictureLayers[state.look.layer].channels)}}));
  const PicturesShareAnswer* shares = SharesSeen(state);
  if (shares == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  float most = 0.001f;
  for (const PictureChannel& channel : shares->channels) {
    most = std::max(most, std::fabs(channel.value));
  }
  for (size_t i = 0; i < std::min(shares->channels.size(), kTold); ++i) {
    const PictureChannel& channel = shares->channels[i];
    PageNode row =
        BarRow("channel-" + std::to_string(channel.channel),
               Fill(words::kPicturesChannel, {{"number", std::to_string(channel.channel)}}),
               channel.value, most, Signed(channel.value),
               std::to_string(state.look.layer) + " " + std::to_string(channel.channel), false);
    row.on_press = "unit";
    block.children.push_back(std::move(row));
  }
  if (shares->channels.empty()) {
    block.children.push_back(Paragraph("none", "small", words::kPicturesChannelsNone));
  }
  return block;
}

PageNode PictureQuickPart(const PicturesState& state) {
  PageNode block = BlockPart("quick", words::kPicturesQuick, words::kPicturesQuickHint);
  if (state.look.layer == kPictureEnd) {
    block.children.push_back(Paragraph("says", "small", words::kPicturesQuickExact));
    return block;
  }
  const auto* quick =
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kGradient));
  if (quick == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  const float truth = TrueRise(*quick);
  block.children.push_back(Paragraph(
      "says", "small",
      Fill(words::kPicturesQuickSays, {{"value", Signed(quick->sum)},
                                       {"truth", Signed(truth)},
                                       {"off", Plainly(std::fabs(truth - quick->sum), 1)}})));
  const float most = std::max({std::fabs(quick->sum), std::fabs(truth), 0.01f});
  block.children.push_back(
      BarRow("guess", words::kPicturesQuick, quick->sum, most, Signed(quick->sum), {}, false));
  block.children.push_back(
      BarRow("truth", words::kPicturesTruth, truth, most, Signed(truth), {}, false));
  return block;
}

PageNode PictureRacePart(const PicturesState& state) {
  PageNode block = BlockPart("race", words::kPicturesMethods, words::kPicturesMethodsHint);
  const PicturesRaceAnswer* race = RaceSeen(state);
  if (race == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  float most = std::max(race->chance_area, 0.01f);
  for (const PictureRace& one : race->races) most = std::max(most, one.deletion_area);
  for (const PictureRace& one : race->races) {
    const std::string name = UpperFirst(PictureMethodName(one.method));
    const std::string key(PictureMethodKey(one.method));
    const bool is_better = race->chance.empty() || one.deletion_area < race->chance_area;
    PageNode row = Button("way-" + key, "bar-row share-row", {}, "choose", "method:" + key);
    row.pressed = one.method == state.look.method;
    row.label =
        Fill(words::kPicturesMethodOpen,
             {{"name", is_better ? name : Fill(words::kPicturesNoBetter, {{"name", name}})}});
    row.children.push_back(Node(PageKind::kText, "name",
                                is_better ? "bar-name" : "bar-name no-better",
                                UpperFirst(PictureMethodShort(one.method))));
    PageNode bar = Node(PageKind::kBar, "bar", "signed");
    bar.value = std::clamp(one.deletion_area / most, 0.f, 1.f);
    row.children.push_back(std::move(bar));
    row.children.push_back(
        Node(PageKind::kText, "value", "bar-value", TwoDecimals(one.deletion_area)));
    block.children.push_back(std::move(row));
  }
  if (!race->chance.empty()) {
    PageNode chance = BarRow("chance", words::kPicturesChance, race->chance_area, most,
                             TwoDecimals(race->chance_area), {}, false);
    chance.style = "bar-row share-row";
    block.children.push_back(std::move(chance));
  }
  if (race->done < race->in_all) {
    block.children.push_back(Paragraph(
        "counting", "small",
        Fill(words::kPicturesCounting,
             {{"done", std::to_string(race->done)}, {"all", std::to_string(race->in_all)}})));
  }
  return block;
}

PageNode PicturePiecesPart(const PicturesState& state) {
  PageNode block = BlockPart("pieces", words::kPicturesPieces);
  const auto* lime =
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kLime));
  if (lime == nullptr) {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
    return block;
  }
  block.children.push_back(
      Paragraph("says", "small",
                Fill(words::kPicturesPiecesSays, {{"count", std::to_string(lime->weights.size())},
                                                  {"samples", std::to_string(lime->done)},
                                                  {"fit", TwoDecimals(lime->r2)}})));
  return block;
}

}  // namespace meander
