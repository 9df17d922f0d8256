// One look of the pen net at a drawing, with every layer's tensor kept: forward from the picture or
// from any tensor on, and reverse mode, as ConvnetReading has it for photos.
#pragma once

#include <span>
#include <vector>

#include "net/convnet/convnet_reading.h"
#include "net/pennet/pen_weights.h"

namespace meander {

class PenReading {
 public:
  // `panels` must outlive it. 8 MB are taken now and no more later, but for gradients.
  explicit PenReading(const PenPanels& panels);

  // kPenPictureSize floats, [224, 224], 0 … 1: white strokes on black (pen_drawing.h).
  void Look(std::span<const float> picture) { LookFrom(0, picture); }
  // The tensors after `index` as they would be if that one held `values`. Where a later layer adds
  // a tensor from before `index`, that stays as the last look left it.
  void LookFrom(int index, std::span<const float> values);

  std::span<const float> tensor(int index) const {
    return std::span(tensors_[static_cast<size_t>(index)]).first(ShapeOfPenTensor(index).size());
  }
  std::span<const float> logits() const { return tensor(kSignLogits); }

  // The gradient at tensor `to` of what has `gradient` at tensor `from` > `to`, at the last look.
  // At tensors that are no true cut (IsTruePenCut) the part that passes through them.
  std::vector<float> Gradient(int from, std::span<const float> gradient, int to) const;

 private:
  void Run(int layer);
  std::vector<float> Reverse(int layer, const std::vector<float>& gradient) const;

  const PenPanels& panels_;
  std::vector<float> tensors_[kPenTensorCount];  // the logits with room for a whole panel
};

// +1 at sign `a`, -1 at `b` unless that is negative: the gradient at the logits. Shares and the
// greatest of them are as for photos: ClassShares, TopClasses.
std::vector<float> SignSeed(int a, int b = -1);
}  // namespace meander
