// See picture_attribution.h.
#include "net/convnet/picture_attribution.h"

#include <bit>

namespace meander {
int EvenlySpread(int index, int count) {
  const int bits = std::bit_width(static_cast<unsigned>(count - 1));
  int seen = -1, at = -1;
  while (seen < index) {  // of the numbers below the next power of two those below count
    ++at;
    int turned = 0;
    for (int bit = 0; bit < bits; ++bit) turned |= (at >> bit & 1) << (bits - 1 - bit);
    if (turned < count && ++seen == index) return turned;
  }
  return 0;
}

double ValueAtZero(ConvnetReading& reading, int tensor, std::span<const float> seed) {
  const std::vector<float> kept(reading.tensor(tensor).begin(), reading.tensor(tensor).end());
  reading.LookFrom(tensor, std::vector<float>(kept.size()));
  const double value = ValueOfSeed(reading.logits(), seed);
  reading.LookFrom(tensor, kept);
  return value;
}

PictureShares GradientShares(ConvnetReading& reading, int tensor, std::span<const float> seed) {
  const std::vector<float> activations(reading.tensor(tensor).begin(),
                                       reading.tensor(tensor).end());
  PictureShares result;
  result.value = ValueOfSeed(reading.logits(), seed);
  result.shares = reading.Gradient(kLogits, seed, tensor);
  result.value_at_zero = ValueAtZero(reading, tensor, seed);
  for (size_t i = 0; i < activations.size(); ++i) {
    result.shares[i] *= activations[i];
    result.sum += double{result.shares[i]};
  }
  return result;
}

IntegratedShares::IntegratedShares(ConvnetReading& reading, int tensor, std::span<const float> seed,
                                   int steps)
    : reading_(reading),
      tensor_(tensor),
      steps_(steps),
      seed_(seed.begin(), seed.end()),
      activations_(reading.tensor(tensor).begin(), reading.tensor(tensor).end()),
      gradients_(activations_.size()),
      value_(ValueOfSeed(reading.logits(), seed)),
      value_at_zero_(ValueAtZero(reading, tensor, seed)) {}

bool IntegratedShares::Step() {
  if (done_ >= steps_) return false;
  const float t =
      (static_cast<float>(EvenlySpread(done_, steps_)) + 0.5f) / static_cast<float>(steps_);
  std::vector<float> values = activations_;
  for (float& value : values) value *= t;
  reading_.LookFrom(tensor_, values);
  const std::vector<float> gradient = reading_.Gradient(kLogits, seed_, tensor_);
  for (size_t i = 0; i < gradients_.size(); ++i) gradients_[i] += double{gradient[i]};
  if (++done_ < steps_) return true;
  reading_.LookFrom(tensor_, activations_);
  return false;
}

IntegratedShares::~IntegratedShares() {
  if (done_ > 0 && done_ < steps_) reading_.LookFrom(tensor_, activations_);
}

PictureShares IntegratedShares::Now() const {
  PictureShares result;
  result.value = value_;
  result.value_at_zero = value_at_zero_;
  result.shares.resize(activations_.size());
  for (size_t i = 0; i < activations_.size(); ++i) {
    result.shares[i] =
        static_cast<float>(gradients_[i] / static_cast<double>(done_)) * activations_[i];
    result.sum += double{result.shares[i]};
  }
  return result;
}

std::vector<double> SumsOfPlaces(std::span<const float> shares, int channels) {
  std::vector<double> sums(shares.size() / size_t(channels));
  for (size_t i = 0; i < shares.size(); ++i) sums[i / size_t(channels)] += double{shares[i]};
  return sums;
}

std::vector<double> SumsOfChannels(std::span<const float> shares, int channels) {
  std::vector<double> sums(static_cast<size_t>(channels));
  for (size_t i = 0; i < shares.size(); ++i) sums[i % size_t(channels)] += double{shares[i]};
  return sums;
}

}  // namespace meander
