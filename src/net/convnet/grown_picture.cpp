// See grown_picture.h.
#include "net/convnet/grown_picture.h"

#include <cmath>

#include "net/convnet/picture_warp.h"

namespace meander {
namespace {

constexpr float kLeak = .1f;
// Adam (Kingma and Ba 2015) with its usual numbers but for the rate.
constexpr float kRate = .05f, kMeanDecay = .9f, kSpreadDecay = .999f, kSmallest = 1e-8f;
// The network is given (v - 127) / 128 of a colour's 0 … 255.
constexpr float kWhite = 255.f / 128, kBlack = -127.f / 128;

}  // namespace

bool IsGrowth(const Growth& growth) {
  const PictureUnit& unit = growth.unit;
  return unit.tensor > 0 && unit.tensor < kConvTensorCount && unit.channel >= 0 &&
         unit.channel < ShapeOfTensor(unit.tensor).channels &&
         (unit.sign == 1 || unit.sign == -1) && IsPictureSide(growth.side);
}

Result<GrownPicture> GrownPicture::Begin(const ConvnetPanels& panels, const Growth& growth) {
  if (!IsGrowth(growth)) {
    return Fail(ErrorCode::kInvalidInput, "There is no such unit to grow a picture for.");
  }
  return GrownPicture(panels, growth);
}

GrownPicture::GrownPicture(const ConvnetPanels& panels, const Growth& growth)
    : growth_(growth),
      reading_(panels, {growth.side, growth.unit.tensor, false}),
      waves_(growth.side, growth.seed),
      rng_(~growth.seed),
      mean_(waves_.parameters().size()),
      spread_(mean_.size()) {}

std::vector<float> GrownPicture::Seed() {
  const int tensor = growth_.unit.tensor;
  const std::span<const float> values = reading_.tensor(tensor);
  std::vector<float> seed(values.size());
  const size_t channels = size_t(ShapeOfTensor(tensor).channels);
  const double places = static_cast<double>(values.size() / channels);
  double sum = 0;
  for (size_t i = size_t(growth_.unit.channel); i < values.size(); i += channels) {
    seed[i] = static_cast<float>(growth_.unit.sign / places);
    sum += double{values[i]};
  }
  value_ = sum / places;
  return seed;
}

void GrownPicture::Step() {
  const PictureWarp warp(growth_.side, rng_);
  std::vector<float> picture = warp.Forward(waves_.colours());
  for (float& colour : picture) colour = colour * kWhite + kBlack;
  reading_.Look(picture);
  std::vector<float> gradient = reading_.Gradient(growth_.unit.tensor, Seed(), 0, kLeak);
  for (float& slope : gradient) slope *= kWhite;
  const std::vector<float> slopes = waves_.Reverse(warp.Reverse(gradient));
  mean_weight_ *= kMeanDecay;
  spread_weight_ *= kSpreadDecay;
  const std::span<float> parameters = waves_.parameters();
  for (size_t i = 0; i < slopes.size(); ++i) {
    mean_[i] = kMeanDecay * mean_[i] + (1 - kMeanDecay) * slopes[i];
    spread_[i] = kSpreadDecay * spread_[i] + (1 - kSpreadDecay) * slopes[i] * slopes[i];
    const float mean = mean_[i] / (1 - mean_weight_);
    const float spread = spread_[i] / (1 - spread_weight_);
    parameters[i] += kRate * mean / (std::sqrt(spread) + kSmallest);
  }
  waves_.Draw();
  ++steps_;
}

std::vector<uint8_t> GrownPicture::Picture() const {
  std::vector<uint8_t> bytes;
  bytes.reserve(waves_.colours().size());
  for (const float colour : waves_.colours()) {
    bytes.push_back(static_cast<uint8_t>(colour * 255 + .5f));
  }
  return bytes;
}

}  // namespace meander
