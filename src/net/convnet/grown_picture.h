// A picture grown for one unit: from grey noise, a step at a time, towards what wakes it most (or
// least). Feature visualisation as in Olah, Mordvintsev and Schubert 2017, for a channel of any
// layer or for a class. One step a frame shows a form coming to be; the same seed gives the same
// bytes natively and in wasm.
//
// What is raised is the unit before it is clipped: at 6 ReLU6 has no slope left, and a unit that
// sleeps has none either; on the way back clipped values of earlier layers let a tenth through for
// the same reason. A channel counts by its mean over all places, a class by its logit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/rng.h"
#include "net/convnet/convnet_reading.h"
#include "net/convnet/fourier_picture.h"

namespace meander {

struct PictureUnit {
  int tensor = kLogits;  // what it is a channel of; kLogits: a class
  int channel = 0;
  int sign = 1;  // -1: towards what it least likes
  bool operator==(const PictureUnit&) const = default;
};
struct Growth {
  PictureUnit unit;
  uint64_t seed = 0;
  int side = 128;  // pixels; IsPictureSide
};

// Whether there is such a unit and side.
bool IsGrowth(const Growth& growth);

class GrownPicture {
 public:
  // `panels` must outlive it. kInvalidInput where there is no such unit or side.
  static Result<GrownPicture> Begin(const ConvnetPanels& panels, const Growth& growth);

  void Step();
  int steps() const { return steps_; }
  // The unit's value before clipping at the picture of the last step, turned and shifted as it was
  // then.
  double value() const { return value_; }
  // What it looks like now: side · side · 3 bytes.
  std::vector<uint8_t> Picture() const;
  int side() const { return growth_.side; }
  const PictureUnit& unit() const { return growth_.unit; }

 private:
  GrownPicture(const ConvnetPanels& panels, const Growth& growth);
  // The gradient at the unit's tensor; sets value_.
  std::vector<float> Seed();

  Growth growth_;
  ConvnetReading reading_;
  FourierPicture waves_;
  Rng rng_;
  std::vector<float> mean_, spread_;  // Adam's running means of gradient and of its square
  float mean_weight_ = 1, spread_weight_ = 1;
  int steps_ = 0;
  double value_ = 0;
};

}  // namespace meander
