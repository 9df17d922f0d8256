// See pictures_jobs.h: what speaks for one class, or for one more than another, by five methods.
#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/pictures_maps.h"

namespace meander {
namespace {

constexpr size_t kChannelsTold = 16;

void PutShares(const PictureShares& shares, uint8_t layer, std::span<const float> tensor,
               PicturesShareAnswer& answer) {
  const int channels = static_cast<int>(ChannelsOf(layer));
  answer.side = static_cast<uint8_t>(kPictureLayers[layer].told_side);
  answer.places = ToldSums(layer, SumsOfPlaces(shares.shares, channels));
  answer.channels =
      GreatestChannels(AsFloats(SumsOfChannels(shares.shares, channels)),
                       StrongestOfChannels(layer, ToldMeans(layer, tensor)), kChannelsTold);
  answer.sum = static_cast<float>(shares.sum);
  answer.value = static_cast<float>(shares.value);
  answer.value_at_zero = static_cast<float>(shares.value_at_zero);
}

class ShareJob : public LookingJob {
 public:
  ShareJob(std::unique_ptr<LentReading> lent, const PicturesShareQuestion& question)
      : LookingJob(std::move(lent)), question_(question) {}

  Result<bool> Work() override {
    switch (question_.method) {
      case PictureMethod::kIntegrated:
        return Integrate();
      case PictureMethod::kOcclusion:
        return Occlude();
      case PictureMethod::kLime:
        return Lime();
      default:
        return AtOnce();
    }
  }
  size_t pieces_done() const override { return answer_.done; }
  size_t pieces_in_all() const override {
    if (question_.method == PictureMethod::kIntegrated) return question_.steps;
    if (question_.method == PictureMethod::kOcclusion) return kOcclusionSquares;
    return question_.method == PictureMethod::kLime ? question_.samples : 1;
  }
  int rounds() const override { return rounds_; }
  PicturesAnswer answer() const override { return answer_; }

 private:
  std::vector<float> seed() const { return SeedOf(question_.a, question_.b); }
  // After 1, 2, 4, 8, … times `first` pieces, and after the last.
  bool IsTold(size_t first) const {
    const size_t done = answer_.done;
    return done == pieces_in_all() ||
           (done % first == 0 && (done / first & (done / first - 1)) == 0);
  }

  Result<bool> AtOnce() {
    const uint8_t at = question_.layer;
    if (question_.method == PictureMethod::kGradient) {
      PutShares(GradientShares(reading(), TensorOf(at), seed()), at, layer(at), answer_);
    } else {
      const std::vector<float> means = ToldMeans(at, layer(at));
      answer_.side = static_cast<uint8_t>(kPictureLayers[at].told_side);
      answer_.places = ToldStrengths(at, means);
      const std::vector<float> strongest = StrongestOfChannels(at, means);
      answer_.channels = GreatestChannels(strongest, strongest, kChannelsTold);
      answer_.value = static_cast<float>(ValueOfSeed(reading().logits(), seed()));
    }
    answer_.done = answer_.in_all = 1;
    return false;
  }

  Result<bool> Integrate() {
    const uint8_t at = question_.layer;
    if (!integral_) {
      activations_.assign(layer(at).begin(), layer(at).end());
      integral_.emplace(reading(), TensorOf(at), seed(), question_.steps);
    }
    const bool more = integral_->Step();
    answer_.done = static_cast<uint16_t>(integral_->steps_done());
    answer_.in_all = question_.steps;
    if (IsTold(1)) {
      PutShares(integral_->Now(), at, activations_, answer_);
      ++rounds_;
    }
    return more;
  }

  Result<bool> Occlude() {
    if (!occlusion_) occlusion_ = MakeOcclusion(reading(), seed());
    const bool more = occlusion_->Step();
    answer_.done = static_cast<uint16_t>(occlusion_->steps_done());
    answer_.in_all = kOcclusionSquares;
    if (IsTold(7)) {
      answer_.side = kOcclusionSide;
      answer_.places = AsFloats(MapAtSide(occlusion_->Map(), kPictureSide, kOcclusionSide));
      answer_.value = static_cast<float>(occlusion_->Now().value);
      ++rounds_;
    }
    return more;
  }

  Result<bool> Lime() {
    if (!lime_) {
      lime_ = MakeLime(reading(), seed(), question_.segments, question_.samples);
      const Superpixels& parts = lime_->parts();
      answer_.segments.assign(parts.labels.begin(), parts.labels.end());
      answer_.in_all = static_cast<uint16_t>(lime_->steps_in_all());
    }
    const bool more = lime_->Step();
    answer_.done = static_cast<uint16_t>(lime_->steps_done());
    if (IsTold(25)) {
      const LimeFit fit = lime_->Now();
      answer_.weights = AsFloats(fit.weights);
      answer_.side = kLimeSide;
      answer_.places = AsFloats(LimePlaces(*lime_, fit));
      answer_.sum = static_cast<float>(std::accumulate(fit.weights.begin(), fit.weights.end(), 0.));
      answer_.value = static_cast<float>(fit.value);
      answer_.value_at_zero = static_cast<float>(fit.base);
      answer_.r2 = static_cast<float>(fit.r2);
      ++rounds_;
    }
    return more;
  }

  const PicturesShareQuestion question_;
  PicturesShareAnswer answer_;
  std::vector<float> activations_;
  std::optional<IntegratedShares> integral_;
  std::unique_ptr<PictureOcclusion> occlusion_;
  std::unique_ptr<PictureLime> lime_;
  int rounds_ = 0;
};

}  // namespace

std::unique_ptr<PicturesJob> MakePictureShareJob(std::unique_ptr<LentReading> lent,
                                                 const PicturesShareQuestion& question) {
  return std::make_unique<ShareJob>(std::move(lent), question);
}

}  // namespace meander
