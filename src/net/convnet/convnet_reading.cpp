// See convnet_reading.h.
#include "net/convnet/convnet_reading.h"

#include <algorithm>
#include <numeric>

#include "net/convnet/depthwise.h"
#include "net/convnet/panel_product.h"
#include "net/convnet/stem.h"
#include "net/row_math.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

constexpr int kHead = kConvTensorCount - 2;
constexpr int kHeadChannelCount = ShapeOfTensor(kHead).channels;

// ReLU6 backwards: nothing passes where it clipped, or but a share. Channels are multiples of four.
void KeepUnclipped(std::span<const float> clipped, float leak, std::vector<float>& gradient) {
  const F4 zero = simd::Splat(0.f), most = simd::Splat(kClip), share = simd::Splat(leak);
  for (size_t i = 0; i < gradient.size(); i += 4) {
    const F4 value = simd::Load<F4>(&clipped[i]), slope = simd::Load<F4>(&gradient[i]);
    const F4 leaked = leak == 0.f ? zero : slope * share;
    simd::Store(&gradient[i], ((value > zero) & (value < most)) ? slope : leaked);
  }
}

void AddTo(std::vector<float>& sum, const std::vector<float>& values) {
  for (size_t i = 0; i < sum.size(); ++i) sum[i] += values[i];
}

}  // namespace

ConvnetReading::ConvnetReading(const ConvnetPanels& panels, const ConvnetExtent& extent)
    : panels_(panels), extent_(extent), pooled_(size_t{kHeadChannelCount}) {
  for (int i = 0; i <= extent_.last; ++i) tensors_[i].resize(shape(i).size());
}

void ConvnetReading::Look(std::span<const float> picture) { LookFrom(0, picture); }

void ConvnetReading::LookFrom(int index, std::span<const float> values) {
  if (values.size() != tensors_[index].size()) return;
  std::ranges::copy(values, tensors_[index].begin());
  for (int layer = index; layer < extent_.last; ++layer) Run(layer);
}

void ConvnetReading::Run(int layer) {
  ConvLayer shape = LayerAtSide(layer, extent_.side);
  if (layer + 1 == extent_.last && !extent_.clips_last) shape.clips = false;
  const float* const input = tensors_[layer].data();
  float* const output = tensors_[layer + 1].data();
  const float* const bias = panels_.bias(layer);
  switch (shape.kind) {
    case ConvKind::kStem:
      return StemForward(shape, panels_.forward(layer), bias, input, output);
    case ConvKind::kDepthwise:
      return DepthwiseForward(shape, panels_.forward(layer), bias, input, output);
    case ConvKind::kPointwise: {
      const float* const add = shape.adds >= 0 ? tensors_[shape.adds].data() : nullptr;
      return MultiplyPanels(panels_.forward(layer), shape.inputs, shape.outputs, input,
                            shape.side_in * shape.side_in, {bias, add, shape.clips}, output);
    }
    case ConvKind::kClasses: {
      const size_t places = this->shape(kHead).places();
      const F4 share = simd::Splat(1.f / static_cast<float>(places));
      for (size_t c = 0; c < pooled_.size(); c += 4) {
        F4 sum = simd::Splat(0.f);
        for (size_t place = 0; place < places; ++place) {
          sum += simd::Load<F4>(input + place * pooled_.size() + c);
        }
        simd::Store(&pooled_[c], sum * share);
      }
      return MultiplyPanels(panels_.forward(layer), shape.inputs, shape.outputs, pooled_.data(), 1,
                            {bias, nullptr, false}, output);
    }
  }
}

std::vector<float> ConvnetReading::Reverse(int layer, std::span<const float> gradient) const {
  const ConvLayer shape = LayerAtSide(layer, extent_.side);
  std::vector<float> result(tensors_[layer].size());
  switch (shape.kind) {
    case ConvKind::kStem:
      StemReverse(shape, panels_.reverse(layer), gradient.data(), result.data());
      break;
    case ConvKind::kDepthwise:
      DepthwiseReverse(shape, panels_.forward(layer), panels_.reverse(layer), gradient.data(),
                       result.data());
      break;
    case ConvKind::kPointwise:
      MultiplyPanels(panels_.reverse(layer), shape.outputs, shape.inputs, gradient.data(),
                     shape.side_in * shape.side_in, {}, result.data());
      break;
    case ConvKind::kClasses: {
      std::vector<float> at_mean(pooled_.size());
      MultiplyPanels(panels_.reverse(layer), shape.outputs, shape.inputs, gradient.data(), 1, {},
                     at_mean.data());
      const float share = 1.f / static_cast<float>(this->shape(kHead).places());
      for (size_t i = 0; i < result.size(); ++i) result[i] = at_mean[i % at_mean.size()] * share;
      break;
    }
  }
  return result;
}

std::vector<float> ConvnetReading::Gradient(int from, std::span<const float> gradient, int to,
                                            float leak) const {
  std::vector<float> now(gradient.begin(), gradient.end());
  std::vector<float> beside;  // what comes to tensor `beside_at` past a block
  int beside_at = -1;
  for (int tensor = from; tensor > to; --tensor) {
    if (tensor == beside_at) AddTo(now, beside);
    const ConvLayer& layer = LayerOf(tensor - 1);
    const bool was_clipped = layer.clips && (tensor != extent_.last || extent_.clips_last);
    if (was_clipped) KeepUnclipped(tensors_[tensor], leak, now);
    if (layer.adds >= 0) {
      beside = now;
      beside_at = layer.adds;
    }
    now = Reverse(tensor - 1, now);
  }
  if (to == beside_at) AddTo(now, beside);
  return now;
}

std::vector<float> ClassSeed(int a, int b) {
  std::vector<float> seed(kClassCount);
  seed[static_cast<size_t>(a)] += 1.f;
  if (b >= 0) seed[static_cast<size_t>(b)] -= 1.f;
  return seed;
}

double ValueOfSeed(std::span<const float> logits, std::span<const float> seed) {
  double value = 0;
  for (size_t i = 0; i < logits.size(); ++i) value += double{seed[i]} * double{logits[i]};
  return value;
}

std::vector<float> ClassShares(std::span<const float> logits) {
  std::vector<float> shares((logits.size() + 3) / 4 * 4);  // Softmax wants whole fours
  std::ranges::copy(logits, shares.begin());
  Softmax(shares.data(), static_cast<int>(logits.size()));
  shares.resize(logits.size());
  return shares;
}

std::vector<int> TopClasses(std::span<const float> logits, int count) {
  std::vector<int> order(logits.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order,
                           [&](int a, int b) { return logits[size_t(a)] > logits[size_t(b)]; });
  order.resize(static_cast<size_t>(count));
  return order;
}

}  // namespace meander
