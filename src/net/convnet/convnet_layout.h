// The shape of EfficientNet-Lite0 (Tan and Le 2019; the Lite form has no squeezing and clips at 6),
// layer by layer, and where each layer's numbers lie in the model's "convnet" section. The builder
// (make/convnet_model.cpp), the network and whoever names a layer read the same table.
//
// Fifty layers: a stem, sixteen inverted residual blocks (Sandler et al. 2018) of expand, depthwise
// and project (the first has no expand), a head, and the classes behind a mean over all places.
// Tensor 0 is the picture, tensor i + 1 what layer i makes; a tensor is [side, side, channels],
// channels last, the logits [1, 1, 1000].
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace meander {

inline constexpr int kPictureSide = 224;  // pixels
inline constexpr int kPictureChannels = 3;
inline constexpr size_t kPictureSize =
    size_t{kPictureSide} * kPictureSide * kPictureChannels;  // floats
inline constexpr int kClassCount = 1000;
inline constexpr int kConvLayerCount = 50;
inline constexpr int kConvTensorCount = kConvLayerCount + 1;
inline constexpr int kLogits = kConvLayerCount;  // the last tensor
inline constexpr float kClip = 6.f;              // ReLU6: min(max(x, 0), 6)
inline constexpr const char* kConvnetId = "efficientnet-lite0/int8";

enum class ConvKind : uint8_t { kStem, kPointwise, kDepthwise, kClasses };

struct ConvLayer {
  char name[8] = {};  // "stem", "b11.exp", "b11.dw", "b11", "head", "classes"
  ConvKind kind = ConvKind::kPointwise;
  int kernel = 1, stride = 1;     // places
  int inputs = 0, outputs = 0;    // channels
  int side_in = 0, side_out = 0;  // places
  int padding = 0;                // missing places above and at the left: TensorFlow's SAME
  bool clips = false;             // ReLU6 behind it
  int adds = -1;                  // the tensor that is added, of the same shape; -1: none
  int rows = 0;                   // what each output adds up: kernel² · inputs, depthwise kernel²
  bool is_coded = false;          // int8 codes with a scale an output, else floats
  size_t numbers = 0;             // byte offset of [rows, outputs] codes or floats
  size_t scales = 0, bias = 0;    // of a float an output
  constexpr size_t matrix_size() const { return size_t(rows) * size_t(outputs); }
};
struct ConvnetLayout {
  std::array<ConvLayer, kConvLayerCount> layers;
  size_t byte_count = 0;
};

struct ConvBlock {
  int kernel, stride, outputs, expansion;
};
inline constexpr ConvBlock kConvBlocks[] = {
    {3, 1, 16, 1},  {3, 2, 24, 6},  {3, 1, 24, 6},  {5, 2, 40, 6},  {5, 1, 40, 6},  {3, 2, 80, 6},
    {3, 1, 80, 6},  {3, 1, 80, 6},  {5, 1, 112, 6}, {5, 1, 112, 6}, {5, 1, 112, 6}, {5, 2, 192, 6},
    {5, 1, 192, 6}, {5, 1, 192, 6}, {5, 1, 192, 6}, {3, 1, 320, 6}};
inline constexpr int kStemChannels = 32, kHeadChannels = 1280;
// Smaller matrices than this stay floats: codes would save nothing worth having.
inline constexpr size_t kSmallestCoded = 512;

constexpr void NameBlockLayer(ConvLayer& layer, int block, std::string_view ending) {
  size_t at = 0;
  layer.name[at++] = 'b';
  if (block >= 10) layer.name[at++] = static_cast<char>('0' + block / 10);
  layer.name[at++] = static_cast<char>('0' + block % 10);
  for (const char c : ending) layer.name[at++] = c;
}
constexpr void NameLayer(ConvLayer& layer, std::string_view name) {
  for (size_t i = 0; i < name.size(); ++i) layer.name[i] = name[i];
}

// Missing places above and at the left, by TensorFlow's SAME.
constexpr int PaddingOf(int kernel, int stride, int side_in, int side_out) {
  const int missing = (side_out - 1) * stride + kernel - side_in;
  return missing > 0 ? missing / 2 : 0;
}
constexpr ConvnetLayout MakeConvnetLayout() {
  ConvnetLayout layout{};
  int count = 0, side = kPictureSide, channels = kPictureChannels;
  const auto take = [&](size_t bytes) {
    const size_t here = layout.byte_count;
    layout.byte_count += (bytes + 63) / 64 * 64;
    return here;
  };
  const auto add = [&](ConvKind kind, int kernel, int stride, int outputs,
                       bool clips) -> ConvLayer& {
    ConvLayer& layer = layout.layers[static_cast<size_t>(count++)];
    layer.kind = kind;
    layer.kernel = kernel;
    layer.stride = stride;
    layer.inputs = channels;
    layer.outputs = outputs;
    layer.side_in = side;
    layer.side_out = kind == ConvKind::kClasses ? 1 : (side + stride - 1) / stride;
    layer.padding = PaddingOf(kernel, stride, side, layer.side_out);
    layer.clips = clips;
    layer.rows = kernel * kernel * (kind == ConvKind::kDepthwise ? 1 : channels);
    layer.is_coded = layer.matrix_size() >= kSmallestCoded;
    layer.numbers = take(layer.matrix_size() * (layer.is_coded ? 1 : 4));
    layer.scales = layer.is_coded ? take(size_t(outputs) * 4) : 0;
    layer.bias = take(size_t(outputs) * 4);
    side = layer.side_out;
    channels = outputs;
    return layer;
  };
  NameLayer(add(ConvKind::kStem, 3, 2, kStemChannels, true), "stem");
  for (int block = 0; block < 16; ++block) {
    const ConvBlock& shape = kConvBlocks[block];
    const int before = count, hidden = channels * shape.expansion;
    const bool is_side_branch = shape.stride == 1 && channels == shape.outputs;
    if (shape.expansion > 1) {
      NameBlockLayer(add(ConvKind::kPointwise, 1, 1, hidden, true), block, ".exp");
    }
    NameBlockLayer(add(ConvKind::kDepthwise, shape.kernel, shape.stride, hidden, true), block,
                   ".dw");
    ConvLayer& project = add(ConvKind::kPointwise, 1, 1, shape.outputs, false);
    NameBlockLayer(project, block, "");
    if (is_side_branch) project.adds = before;  // tensor `before` is what the block was given
  }
  NameLayer(add(ConvKind::kPointwise, 1, 1, kHeadChannels, true), "head");
  NameLayer(add(ConvKind::kClasses, 1, 1, kClassCount, false), "classes");
  return layout;
}
inline constexpr ConvnetLayout kConvnetLayout = MakeConvnetLayout();

constexpr const ConvLayer& LayerOf(int index) {
  return kConvnetLayout.layers[static_cast<size_t>(index)];
}

// Smaller pictures are for growing icons.
inline constexpr int kPictureSideUnit = 16;  // pixels
constexpr bool IsPictureSide(int side) {
  return side >= 2 * kPictureSideUnit && side <= kPictureSide && side % kPictureSideUnit == 0;
}
// The layer as it is for pictures of that side; the numbers it multiplies with are the same.
constexpr ConvLayer LayerAtSide(int index, int side) {
  ConvLayer layer = LayerOf(index);
  // Halved as often, odd sides upwards: 224 is 7 · 32.
  const auto scaled = [side](int at_most) {
    const int halvings = kPictureSide / at_most;
    return (side + halvings - 1) / halvings;
  };
  layer.side_in = scaled(layer.side_in);
  if (layer.kind != ConvKind::kClasses) layer.side_out = scaled(layer.side_out);
  layer.padding = PaddingOf(layer.kernel, layer.stride, layer.side_in, layer.side_out);
  return layer;
}

struct ConvShape {
  int side, channels;
  constexpr size_t places() const { return size_t(side) * size_t(side); }
  constexpr size_t size() const { return places() * size_t(channels); }
};
constexpr ConvShape ShapeOfTensor(int tensor) {
  if (tensor == 0) return {kPictureSide, kPictureChannels};
  return {LayerOf(tensor - 1).side_out, LayerOf(tensor - 1).outputs};
}
constexpr ConvShape ShapeOfTensorAtSide(int tensor, int side) {
  if (tensor == 0) return {side, kPictureChannels};
  const ConvLayer layer = LayerAtSide(tensor - 1, side);
  return {layer.side_out, layer.outputs};
}
// "image", a layer's name, or "logits"; -1 for anything else.
constexpr int TensorNamed(std::string_view name) {
  if (name == "image") return 0;
  if (name == "logits") return kLogits;
  for (int i = 0; i + 1 < kConvLayerCount; ++i) {
    if (name == LayerOf(i).name) return i + 1;
  }
  return -1;
}
// Whether everything the network goes on with passes through this tensor. The hidden tensors of a
// block that adds its input are a side branch: what stands there is not all there is, and a
// gradient there shares out only a part.
constexpr bool IsTrueCut(int tensor) {
  for (int i = 0; i < kConvLayerCount; ++i) {
    if (LayerOf(i).adds >= 0 && LayerOf(i).adds < tensor && tensor < i + 1) return false;
  }
  return true;
}

static_assert(LayerOf(0).padding == 0 && LayerOf(0).side_out == 112);
static_assert(ShapeOfTensor(TensorNamed("b11.exp")).size() == 14 * 14 * 672);
static_assert(ShapeOfTensor(TensorNamed("head")).size() == 7 * 7 * 1280);
static_assert(IsTrueCut(TensorNamed("b11.exp")) && !IsTrueCut(TensorNamed("b9.exp")));

}  // namespace meander
