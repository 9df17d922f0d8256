// One look of the network at a picture, with every layer's tensor kept: forward from the picture or
// from any tensor on, and reverse mode, the gradient of what has a gradient at one tensor at an
// earlier one (a vector-Jacobian product). For growing icons it also reads smaller pictures, only
// as far as a layer, and takes gradients through what clipped.
#pragma once

#include <span>
#include <vector>

#include "net/convnet/convnet_weights.h"
#include "net/convnet/picture_looks.h"

namespace meander {

// How much is read.
struct ConvnetExtent {
  int side = kPictureSide;  // of the picture; IsPictureSide
  int last = kLogits;       // the last tensor that is worked out
  bool clips_last = true;   // whether that one is clipped, if its layer clips
};

class ConvnetReading : public PictureLooks {
 public:
  // `panels` must outlive it. 28 MB are taken now and no more later, but for gradients.
  explicit ConvnetReading(const ConvnetPanels& panels, const ConvnetExtent& extent = {});

  // [side, side, 3] floats, kPictureSize of them where nothing else was said, each (v - 127) / 128
  // of a colour's 0 … 255.
  void Look(std::span<const float> picture) override;
  // The tensors after `index` as they would be if that one held `values`; values of another number
  // than it holds change nothing. Where a later layer adds
  // a tensor from before `index`, that stays as the last look left it.
  void LookFrom(int index, std::span<const float> values);

  std::span<const float> tensor(int index) const { return tensors_[static_cast<size_t>(index)]; }
  std::span<const float> picture() const override { return tensor(0); }
  std::span<const float> logits() const override { return tensor(kLogits); }

  // The gradient at tensor `to` of what has `gradient` at tensor `from` > `to`, at the last look.
  // At tensors that are no true cut (IsTrueCut) the part that passes through them.
  // `leak`: what passes where a value was clipped, a share of what would pass otherwise. In truth
  // nothing does; growing a picture from noise needs a way back for units that nothing wakes yet.
  std::vector<float> Gradient(int from, std::span<const float> gradient, int to,
                              float leak = 0) const;
  ConvShape shape(int tensor) const { return ShapeOfTensorAtSide(tensor, extent_.side); }

 private:
  void Run(int layer);
  // What layer `layer` makes of the gradient at its output, before clipping.
  std::vector<float> Reverse(int layer, std::span<const float> gradient) const;

  const ConvnetPanels& panels_;
  const ConvnetExtent extent_;
  std::vector<float> tensors_[kConvTensorCount];
  std::vector<float> pooled_;  // the means over all places of the head's channels
};

// +1 at class `a`, -1 at `b` unless that is negative: the gradient, at the logits, of how much more
// the network sees a than b.
std::vector<float> ClassSeed(int a, int b = -1);
// f = Σ seed · logits.
double ValueOfSeed(std::span<const float> logits, std::span<const float> seed);
// e^logit / Σ e^logits.
std::vector<float> ClassShares(std::span<const float> logits);
// The `count` classes with the greatest logits, greatest first, the lower number where they tie.
std::vector<int> TopClasses(std::span<const float> logits, int count);

}  // namespace meander
