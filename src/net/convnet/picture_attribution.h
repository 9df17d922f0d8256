// What each place and channel of one tensor does for a class, or for one class more than another.
//
// Gradient × activation, a_i · ∂f/∂a_i, adds up to f where everything behind the tensor is linear:
// at "head", where it is the sound default. Elsewhere the network clips, and the sum can even have
// the wrong sign. Integrated gradients (Sundararajan, Taly and Yan 2017) go from a tensor of zeros
// to the one that is there and add up to f(a) - f(0), to within what their steps leave:
//   share_i = a_i · ∫ ∂f/∂a_i(t·a) dt over t = 0 … 1.
#pragma once

#include <span>
#include <vector>

#include "net/convnet/convnet_reading.h"

namespace meander {

struct PictureShares {
  std::vector<float> shares;  // [places, channels] as the tensor
  double sum = 0;             // of all shares
  double value = 0;           // f at the picture
  double value_at_zero = 0;   // f with the tensor all zeros
  // How much of what was to be shared out the shares leave out.
  double gap() const { return value - value_at_zero - sum; }
};

// What f = Σ seed · logits would be with the tensor all zeros; the look is put back.
double ValueAtZero(ConvnetReading& reading, int tensor, std::span<const float> seed);

// `reading` has looked at the picture and stays as it is.
PictureShares GradientShares(ConvnetReading& reading, int tensor, std::span<const float> seed);

// The `index`-th of 0 … count - 1 in an order whose every beginning is spread evenly.
int EvenlySpread(int index, int count);

// One midpoint a step, in an order that is even at any time (bits of the count turned about), so
// that a map sharpens while it is looked at.
class IntegratedShares {
 public:
  // `reading` has looked at the picture and must outlive this. Until the last step is done, or this
  // is gone, it stands somewhere on the way; then it is as it was.
  IntegratedShares(ConvnetReading& reading, int tensor, std::span<const float> seed, int steps);
  ~IntegratedShares();
  IntegratedShares(const IntegratedShares&) = delete;
  IntegratedShares& operator=(const IntegratedShares&) = delete;
  bool Step();  // true while there is more
  int steps_done() const { return done_; }
  int steps() const { return steps_; }
  PictureShares Now() const;  // after at least one step

 private:
  ConvnetReading& reading_;
  const int tensor_, steps_;
  const std::vector<float> seed_, activations_;
  std::vector<double> gradients_;  // their sum
  double value_ = 0, value_at_zero_ = 0;
  int done_ = 0;
};

// Sums over channels, one a place, or over places, one a channel.
std::vector<double> SumsOfPlaces(std::span<const float> shares, int channels);
std::vector<double> SumsOfChannels(std::span<const float> shares, int channels);

}  // namespace meander
