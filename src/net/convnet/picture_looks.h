// What the methods that cover parts of a picture need of a network: that it looks. Ours does so at
// once (ConvnetReading); one that is asked elsewhere is answered later
// (engine/pictures_outside.cpp).
#pragma once

#include <span>

namespace meander {

class PictureLooks {
 public:
  virtual ~PictureLooks() = default;
  virtual void Look(std::span<const float> picture) = 0;
  // [224, 224, 3] floats: where it stands when a method begins.
  virtual std::span<const float> picture() const = 0;
  virtual std::span<const float> logits() const = 0;  // of the last look
};

}  // namespace meander
