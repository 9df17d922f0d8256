// The shape of the network that names hand-drawn signs (detypify's, a small MobileNetV4: Qin et al.
// 2024), layer by layer, and where each layer's numbers lie in the model's "pen" section. The
// builder (make/pen_model.cpp), the network and whoever names a layer read the same table;
// data/sources/pen_net.py has it once more, beside what came.
//
// A chain: a stem, two blocks of plain convolutions, twelve inverted bottlenecks with a depthwise
// convolution before their expansion ("pre"), in their middle ("dw") or both, a last expansion, the
// mean over all places, a head and the classes. Where places halve inside a block a blur stands
// before the stride (Zhang 2019). Tensor 0 is the picture, tensor i + 1 what layer i makes; a
// tensor is [side, side, channels], channels last, the logits [1, 1, 411].
#pragma once

#include <array>
#include <string_view>

#include "net/convnet/convnet_layout.h"

namespace meander {

inline constexpr int kPenSide = 224;  // pixels, of one channel
inline constexpr size_t kPenPictureSize = size_t{kPenSide} * kPenSide;
inline constexpr int kSignCount = 411;
inline constexpr int kPenLayerCount = 52;
inline constexpr int kPenTensorCount = kPenLayerCount + 1;
inline constexpr int kSignLogits = kPenLayerCount;  // the last tensor
inline constexpr const char* kPenId = "detypify-0.3.0/int8";

enum class PenKind : uint8_t { kPlain, kPointwise, kDepthwise, kBlur, kMean };

struct PenLayer {
  // As the kernels that both networks share know a layer. `clips` stays false: a ReLU without a
  // ceiling is done behind them.
  ConvLayer shape;
  PenKind kind = PenKind::kPointwise;
  bool rectifies = false;  // max(x, 0) behind it
  constexpr bool has_weights() const { return kind != PenKind::kBlur && kind != PenKind::kMean; }
};
struct PenLayout {
  std::array<PenLayer, kPenLayerCount> layers;
  int count = 0;
  size_t byte_count = 0;
};

// Adds layer after layer; a layer's inputs are what the one before it makes.
class PenLayoutMaker {
 public:
  constexpr int tensor() const { return layout_.count; }
  constexpr PenLayer& Add(std::string_view name, std::string_view ending, PenKind kind, int kernel,
                          int stride, int outputs, bool rectifies) {
    PenLayer& layer = layout_.layers[static_cast<size_t>(layout_.count++)];
    ConvLayer& shape = layer.shape;
    size_t at = 0;
    for (const char c : name) shape.name[at++] = c;
    for (const char c : ending) shape.name[at++] = c;
    const bool by_channel = kind == PenKind::kDepthwise || kind == PenKind::kBlur;
    layer.kind = kind;
    layer.rectifies = rectifies;
    shape.kind = by_channel ? ConvKind::kDepthwise : ConvKind::kPointwise;
    shape.kernel = kernel;
    shape.stride = stride;
    shape.inputs = channels_;
    shape.outputs = outputs;
    shape.side_in = side_;
    shape.side_out = kind == PenKind::kMean ? 1 : (side_ + stride - 1) / stride;
    shape.padding = kernel / 2;  // on every side, as PyTorch pads
    shape.rows = kernel * kernel * (by_channel ? 1 : channels_);
    side_ = shape.side_out;
    channels_ = outputs;
    if (!layer.has_weights()) return layer;
    shape.is_coded = shape.matrix_size() >= kSmallestCoded;
    shape.numbers = Take(shape.matrix_size() * (shape.is_coded ? 1 : 4));
    shape.scales = shape.is_coded ? Take(size_t(outputs) * 4) : 0;
    shape.bias = Take(size_t(outputs) * 4);
    return layer;
  }
  // Two blocks of this form begin the network.
  constexpr void PlainBlock(std::string_view name, int hidden, int outputs) {
    Add(name, ".conv", PenKind::kPlain, 3, 1, hidden, true);
    Add(name, ".blur", PenKind::kBlur, 3, 2, hidden, false);
    Add(name, "", PenKind::kPointwise, 1, 1, outputs, true);
  }
  struct Bottleneck {
    int outputs, hidden, before = 0, middle = 0;  // kernels of the depthwise ones; 0: none
    bool halves = false;
  };
  constexpr void Block(std::string_view name, const Bottleneck& block) {
    const int given = tensor(), inputs = channels_;
    if (block.before > 0) {
      Add(name, ".pre", PenKind::kDepthwise, block.before, 1, channels_, false);
    }
    Add(name, ".exp", PenKind::kPointwise, 1, 1, block.hidden, true);
    if (block.middle > 0) {
      Add(name, ".dw", PenKind::kDepthwise, block.middle, 1, block.hidden, true);
    }
    if (block.halves) Add(name, ".blur", PenKind::kBlur, 3, 2, block.hidden, false);
    PenLayer& project = Add(name, "", PenKind::kPointwise, 1, 1, block.outputs, false);
    if (!block.halves && inputs == block.outputs) project.shape.adds = given;
  }
  constexpr PenLayout Done() const { return layout_; }

 private:
  constexpr size_t Take(size_t bytes) {
    const size_t here = layout_.byte_count;
    layout_.byte_count += (bytes + 63) / 64 * 64;
    return here;
  }
  PenLayout layout_{};
  int side_ = kPenSide, channels_ = 1;
};

constexpr PenLayout MakePenLayout() {
  PenLayoutMaker maker;
  maker.Add("stem", "", PenKind::kPlain, 3, 2, 32, true);
  maker.PlainBlock("b0", 16, 16);
  maker.PlainBlock("b1", 32, 24);
  maker.Block("b2", {32, 72, 5, 5, true});
  for (const char* name : {"b3", "b4", "b5", "b6"}) maker.Block(name, {32, 64, 0, 3});
  maker.Block("b7", {32, 128, 3, 0});
  maker.Block("b8", {48, 192, 3, 3, true});
  maker.Block("b9", {48, 192, 5, 5});
  maker.Block("b10", {48, 192, 0, 5});
  maker.Block("b11", {48, 144, 0, 5});
  maker.Block("b12", {48, 192, 0, 3});
  maker.Block("b13", {48, 192, 0, 3});
  maker.Add("b14", "", PenKind::kPointwise, 1, 1, 336, true);
  maker.Add("mean", "", PenKind::kMean, 1, 1, 336, false);
  maker.Add("head", "", PenKind::kPointwise, 1, 1, 1280, true);
  maker.Add("classes", "", PenKind::kPointwise, 1, 1, kSignCount, false);
  return maker.Done();
}
inline constexpr PenLayout kPenLayout = MakePenLayout();
static_assert(kPenLayout.count == kPenLayerCount);

constexpr const PenLayer& PenLayerOf(int index) {
  return kPenLayout.layers[static_cast<size_t>(index)];
}
constexpr ConvShape ShapeOfPenTensor(int tensor) {
  if (tensor == 0) return {kPenSide, 1};
  return {PenLayerOf(tensor - 1).shape.side_out, PenLayerOf(tensor - 1).shape.outputs};
}
// "image", a layer's name, or "logits"; -1 for anything else.
constexpr int PenTensorNamed(std::string_view name) {
  if (name == "image") return 0;
  if (name == "logits") return kSignLogits;
  for (int i = 0; i + 1 < kPenLayerCount; ++i) {
    if (name == PenLayerOf(i).shape.name) return i + 1;
  }
  return -1;
}
// As IsTrueCut of the other network: whether all that the network goes on with passes here.
constexpr bool IsTruePenCut(int tensor) {
  for (int i = 0; i < kPenLayerCount; ++i) {
    const int adds = PenLayerOf(i).shape.adds;
    if (adds >= 0 && adds < tensor && tensor < i + 1) return false;
  }
  return true;
}

static_assert(ShapeOfPenTensor(PenTensorNamed("b2.exp")).size() == 28 * 28 * 72);
static_assert(ShapeOfPenTensor(PenTensorNamed("b8.dw")).size() == 14 * 14 * 192);
static_assert(ShapeOfPenTensor(PenTensorNamed("b14")).size() == 7 * 7 * 336);
static_assert(IsTruePenCut(PenTensorNamed("b8.dw")) && !IsTruePenCut(PenTensorNamed("b5.dw")));

}  // namespace meander
