// See pen_reading.h.
#include "net/pennet/pen_reading.h"

#include <algorithm>
#include <numeric>

#include "net/convnet/depthwise.h"
#include "net/convnet/panel_product.h"
#include "net/pennet/plain_convolution.h"
#include "net/row_math.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

void Rectify(std::vector<float>& values) {
  const F4 zero = simd::Splat(0.f);
  for (size_t i = 0; i < values.size(); i += 4) {
    simd::Store(&values[i], simd::Max(simd::Load<F4>(&values[i]), zero));
  }
}

// Each channel's mean over all places.
void MeanForward(const ConvLayer& layer, const float* input, float* output) {
  const size_t channels = size_t(layer.inputs), places = size_t(layer.side_in * layer.side_in);
  const F4 share = simd::Splat(1.f / static_cast<float>(places));
  for (size_t c = 0; c < channels; c += 4) {
    F4 sum = simd::Splat(0.f);
    for (size_t place = 0; place < places; ++place) {
      sum += simd::Load<F4>(input + place * channels + c);
    }
    simd::Store(output + c, sum * share);
  }
}

int PlacesOf(const ConvLayer& shape) { return shape.side_in * shape.side_in; }

}  // namespace

PenReading::PenReading(const PenPanels& panels) : panels_(panels) {
  for (int i = 0; i < kPenTensorCount; ++i) {
    const ConvShape shape = ShapeOfPenTensor(i);
    tensors_[i].resize(i == kSignLogits ? size_t(WholePanels(kSignCount)) : shape.size());
  }
}

void PenReading::LookFrom(int index, std::span<const float> values) {
  std::ranges::copy(values, tensors_[index].begin());
  for (int layer = index; layer < kPenLayerCount; ++layer) Run(layer);
}

void PenReading::Run(int layer) {
  const PenLayer& which = PenLayerOf(layer);
  const ConvLayer& shape = which.shape;
  const float* const input = tensors_[layer].data();
  float* const output = tensors_[layer + 1].data();
  const float *const bias = panels_.bias(layer), *const numbers = panels_.forward(layer);
  switch (which.kind) {
    case PenKind::kPlain:
      PlainForward(shape, numbers, bias, input, output);
      break;
    case PenKind::kDepthwise:
    case PenKind::kBlur:
      DepthwiseForward(shape, numbers, bias, input, output);
      break;
    case PenKind::kPointwise: {
      const float* const add = shape.adds >= 0 ? tensors_[shape.adds].data() : nullptr;
      MultiplyPanels(numbers, shape.inputs, WholePanels(shape.outputs), input, PlacesOf(shape),
                     {bias, add, false}, output);
      break;
    }
    case PenKind::kMean:
      MeanForward(shape, input, output);
      break;
  }
  if (which.rectifies) Rectify(tensors_[layer + 1]);
}

std::vector<float> PenReading::Reverse(int layer, const std::vector<float>& gradient) const {
  const PenLayer& which = PenLayerOf(layer);
  const ConvLayer& shape = which.shape;
  std::vector<float> result(ShapeOfPenTensor(layer).size());
  switch (which.kind) {
    case PenKind::kPlain:
      PlainReverse(shape, panels_.reverse(layer), gradient.data(), result.data());
      break;
    case PenKind::kDepthwise:
    case PenKind::kBlur:
      DepthwiseReverse(shape, panels_.forward(layer), panels_.reverse(layer), gradient.data(),
                       result.data());
      break;
    case PenKind::kPointwise:
      MultiplyPanels(panels_.reverse(layer), shape.outputs, shape.inputs, gradient.data(),
                     PlacesOf(shape), {}, result.data());
      break;
    case PenKind::kMean: {
      const float share = 1.f / static_cast<float>(PlacesOf(shape));
      for (size_t i = 0; i < result.size(); ++i) result[i] = gradient[i % gradient.size()] * share;
      break;
    }
  }
  return result;
}

std::vector<float> PenReading::Gradient(int from, std::span<const float> gradient, int to) const {
  std::vector<float> now(gradient.begin(), gradient.end());
  std::vector<float> beside;  // what comes to tensor `beside_at` past a block
  int beside_at = -1;
  const auto join = [&](int tensor) {
    if (tensor != beside_at) return;
    for (size_t i = 0; i < now.size(); ++i) now[i] += beside[i];
  };
  for (int tensor = from; tensor > to; --tensor) {
    join(tensor);
    const PenLayer& layer = PenLayerOf(tensor - 1);
    const std::vector<float>& made = tensors_[tensor];
    for (size_t i = 0; layer.rectifies && i < now.size(); ++i) {
      if (!(made[i] > 0.f)) now[i] = 0.f;
    }
    if (layer.shape.adds >= 0) {
      beside = now;
      beside_at = layer.shape.adds;
    }
    now = Reverse(tensor - 1, now);
  }
  join(to);
  return now;
}

std::vector<float> SignSeed(int a, int b) {
  std::vector<float> seed(kSignCount);
  seed[static_cast<size_t>(a)] += 1.f;
  if (b >= 0) seed[static_cast<size_t>(b)] -= 1.f;
  return seed;
}

}  // namespace meander
