// See pictures_jobs.h: a photo as the network is given it, looks, single units.
#include <algorithm>

#include "engine/drawn_number.h"
#include "engine/pictures_jobs.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

PictureGrid GridOf(uint8_t layer, std::span<const float> tensor) {
  constexpr size_t kChannelsTold = 4;
  const std::vector<float> means = ToldMeans(layer, tensor);
  const size_t channels = ChannelsOf(layer);
  PictureGrid grid;
  for (const float strength : ToldStrengths(layer, means)) {
    grid.strength.push_back(InNineBits(strength));
  }
  for (size_t told = 0; told < grid.strength.size(); ++told) {
    const std::span<const float> cell = std::span(means).subspan(told * channels, channels);
    for (const size_t channel : GreatestOf(cell, kChannelsTold)) {
      grid.channels.push_back(static_cast<uint16_t>(channel));
      grid.values.push_back(InNineBits(cell[channel]));
    }
  }
  return grid;
}

class LookJob : public LookingJob {
 public:
  LookJob(std::unique_ptr<LentReading> lent, const ClassNames& names)
      : LookingJob(std::move(lent)), names_(names) {}

  Result<bool> Work() override {
    const std::span<const float> logits = reading().logits();
    const std::vector<float> shares = ClassShares(logits);
    for (const int index : TopClasses(logits, kClassesTold)) {
      const auto at = static_cast<size_t>(index);
      answer_.classes.push_back({static_cast<uint16_t>(index), names_[at], shares[at], logits[at]});
    }
    for (uint8_t i = 0; i < kPictureLayers.size(); ++i) answer_.grids[i] = GridOf(i, layer(i));
    return false;
  }
  size_t pieces_done() const override { return answer_.classes.empty() ? 0 : 1; }
  size_t pieces_in_all() const override { return 1; }
  int rounds() const override { return 0; }
  PicturesAnswer answer() const override { return answer_; }

 private:
  const ClassNames& names_;
  PicturesLookAnswer answer_;
};

class UnitJob : public LookingJob {
 public:
  UnitJob(std::unique_ptr<LentReading> lent, const PicturesUnitQuestion& question)
      : LookingJob(std::move(lent)), layer_(question.layer), channel_(question.channel) {}

  Result<bool> Work() override {
    const bool is_class = layer_ == kPictureClasses;
    const uint8_t where = is_class ? kPictureEnd : layer_;
    answer_.side = static_cast<uint8_t>(kPictureLayers[where].told_side);
    if (is_class) {
      // What each place of the end says for it: exact, for nothing behind the end clips.
      const PictureShares shares =
          GradientShares(reading(), TensorOf(kPictureEnd), SeedOf(channel_, kNoClass));
      answer_.values = AsFloats(SumsOfPlaces(shares.shares, int(ChannelsOf(kPictureEnd))));
    } else {
      const std::vector<float> means = ToldMeans(layer_, layer(layer_));
      for (size_t told = 0; told < ToldPlacesOf(layer_); ++told) {
        answer_.values.push_back(means[told * ChannelsOf(layer_) + channel_]);
      }
    }
    answer_.strongest = std::ranges::max(answer_.values);
    return false;
  }
  size_t pieces_done() const override { return answer_.values.empty() ? 0 : 1; }
  size_t pieces_in_all() const override { return 1; }
  int rounds() const override { return 0; }
  PicturesAnswer answer() const override { return answer_; }

 private:
  const uint8_t layer_;
  const uint16_t channel_;
  PicturesUnitAnswer answer_;
};

}  // namespace

Result<PicturesAnswer> TakePhoto(const PicturesTakeQuestion& question) {
  const PhotoPixels pixels{question.width, question.height, 4, question.rgba};
  const PhotoSquare square = MiddleSquare(question.width, question.height);
  PicturesTakeAnswer answer;
  TRY(answer.rgb, ShrinkPhoto(pixels, square));
  answer.left = static_cast<uint16_t>(square.left);
  answer.top = static_cast<uint16_t>(square.top);
  answer.side = static_cast<uint16_t>(square.side);
  return answer;
}

std::vector<float> SeedOf(uint16_t a, uint16_t b) { return ClassSeed(a, b == kNoClass ? -1 : b); }

std::vector<PictureChannel> GreatestChannels(std::span<const float> values,
                                             std::span<const float> strongest, size_t count) {
  std::vector<float> sizes(values.begin(), values.end());
  for (float& size : sizes) size = size < 0 ? -size : size;
  std::vector<PictureChannel> channels;
  for (const size_t channel : GreatestOf(sizes, count)) {
    channels.push_back({static_cast<uint16_t>(channel), values[channel], strongest[channel]});
  }
  return channels;
}

std::unique_ptr<PicturesJob> MakeLookJob(std::unique_ptr<LentReading> lent,
                                         const ClassNames& names) {
  return std::make_unique<LookJob>(std::move(lent), names);
}
std::unique_ptr<PicturesJob> MakeUnitJob(std::unique_ptr<LentReading> lent,
                                         const PicturesUnitQuestion& question) {
  return std::make_unique<UnitJob>(std::move(lent), question);
}

Result<std::unique_ptr<PicturesJob>> MakePicturesJob(std::unique_ptr<LentReading> lent,
                                                     const ClassNames& names,
                                                     const PicturesQuestion& question) {
  if (std::holds_alternative<PicturesLookQuestion>(question)) {
    return MakeLookJob(std::move(lent), names);
  }
  if (const auto* unit = std::get_if<PicturesUnitQuestion>(&question)) {
    return MakeUnitJob(std::move(lent), *unit);
  }
  if (const auto* cell = std::get_if<PicturesCellQuestion>(&question)) {
    return MakeCellJob(std::move(lent), *cell);
  }
  if (const auto* share = std::get_if<PicturesShareQuestion>(&question)) {
    return MakePictureShareJob(std::move(lent), *share);
  }
  if (const auto* groups = std::get_if<PicturesGroupQuestion>(&question)) {
    return MakePictureGroupJob(std::move(lent), *groups);
  }
  if (const auto* race = std::get_if<PicturesRaceQuestion>(&question)) {
    return MakePictureRaceJob(std::move(lent), *race);
  }
  return Fail(ErrorCode::kUnavailable, "This engine cannot answer that question.");
}

}  // namespace meander
