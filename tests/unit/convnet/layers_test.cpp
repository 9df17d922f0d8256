// Each layer against the plainest way of working it out, and its way back against the way forth: a
// linear map and its transpose agree in ⟨y, A x⟩ = ⟨Aᵀ y, x⟩.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "made_weights.h"
#include "net/convnet/depthwise.h"
#include "net/convnet/panel_product.h"
#include "net/convnet/stem.h"

namespace meander {
namespace {

// A convolution as it is written down, in double precision: [side, side, channels] in and out.
std::vector<double> Plainly(const ConvnetWeights& weights, int index,
                            const std::vector<float>& input, int side) {
  const ConvLayer layer = LayerAtSide(index, side);
  std::vector<double> output;
  for (int y = 0; y < layer.side_out; ++y) {
    for (int x = 0; x < layer.side_out; ++x) {
      for (int o = 0; o < layer.outputs; ++o) {
        double sum = double{weights.bias(index)[o]};
        for (int j = 0; j < layer.kernel; ++j) {
          for (int i = 0; i < layer.kernel; ++i) {
            const int v = y * layer.stride + j - layer.padding;
            const int u = x * layer.stride + i - layer.padding;
            if (v < 0 || u < 0 || v >= layer.side_in || u >= layer.side_in) continue;
            const size_t place = size_t(v * layer.side_in + u) * size_t(layer.inputs);
            const int at = j * layer.kernel + i;
            if (layer.kind == ConvKind::kDepthwise) {
              sum += double{input[place + size_t(o)]} * double{weights.At(index, at, o)};
              continue;
            }
            for (int c = 0; c < layer.inputs; ++c) {
              sum += double{input[place + size_t(c)]} *
                     double{weights.At(index, at * layer.inputs + c, o)};
            }
          }
        }
        output.push_back(layer.clips ? std::clamp(sum, 0.0, 6.0) : sum);
      }
    }
  }
  return output;
}

struct Made {
  std::vector<uint8_t> bytes = MadeWeights(7);
  ConvnetWeights weights = *ConvnetWeights::Open(bytes);
  ConvnetPanels panels{weights};
};
const Made& Network() {
  static const Made* const made = new Made;
  return *made;
}

std::vector<float> Forward(int index, const std::vector<float>& input, int side) {
  const ConvLayer layer = LayerAtSide(index, side);
  const ConvnetPanels& panels = Network().panels;
  std::vector<float> output(ShapeOfTensorAtSide(index + 1, side).size());
  if (layer.kind == ConvKind::kStem) {
    StemForward(layer, panels.forward(index), panels.bias(index), input.data(), output.data());
  } else if (layer.kind == ConvKind::kDepthwise) {
    DepthwiseForward(layer, panels.forward(index), panels.bias(index), input.data(), output.data());
  } else {
    MultiplyPanels(panels.forward(index), layer.inputs, layer.outputs, input.data(),
                   layer.side_in * layer.side_in, {panels.bias(index), nullptr, layer.clips},
                   output.data());
  }
  return output;
}

std::vector<float> Backward(int index, const std::vector<float>& gradient,
                            int side = kPictureSide) {
  const ConvLayer layer = LayerAtSide(index, side);
  const ConvnetPanels& panels = Network().panels;
  std::vector<float> result(ShapeOfTensorAtSide(index, side).size());
  if (layer.kind == ConvKind::kStem) {
    StemReverse(layer, panels.reverse(index), gradient.data(), result.data());
  } else if (layer.kind == ConvKind::kDepthwise) {
    DepthwiseReverse(layer, panels.forward(index), panels.reverse(index), gradient.data(),
                     result.data());
  } else {
    MultiplyPanels(panels.reverse(index), layer.outputs, layer.inputs, gradient.data(),
                   layer.side_in * layer.side_in, {}, result.data());
  }
  return result;
}

// One of each form: kinds, kernels, strides, sides that four divides and that it does not.
const char* const kForms[] = {"stem",   "b0.dw",  "b1.dw",  "b3.dw",   "b5.dw",   "b9.dw",
                              "b11.dw", "b12.dw", "b15.dw", "b11.exp", "b12.exp", "b15"};

// That of photos, and two that icons are grown at; of 48 some sides are odd and are halved upwards.
constexpr int kSides[] = {kPictureSide, 112, 48};

TEST(ConvnetLayers, DoWhatIsWrittenDown) {
  for (const int side : kSides) {
    for (const char* name : kForms) {
      const int index = TensorNamed(name) - 1;
      const std::vector<float> input = MadeNumbers(ShapeOfTensorAtSide(index, side).size(), 11);
      const std::vector<float> output = Forward(index, input, side);
      const std::vector<double> expected = Plainly(Network().weights, index, input, side);
      ASSERT_EQ(output.size(), expected.size());
      double worst = 0;
      for (size_t i = 0; i < output.size(); ++i) {
        worst = std::max(worst, std::fabs(double{output[i]} - expected[i]));
      }
      EXPECT_LT(worst, 2e-5) << name << " at " << side;
    }
  }
}

// Clipping and bias aside, so that a layer is linear.
TEST(ConvnetLayers, GoBackAsTheyGoForth) {
  for (const int side : kSides) {
    for (const char* name : kForms) {
      const int index = TensorNamed(name) - 1;
      ConvLayer linear = LayerAtSide(index, side);
      linear.clips = false;
      const ConvnetPanels& panels = Network().panels;
      const std::vector<float> x = MadeNumbers(ShapeOfTensorAtSide(index, side).size(), 3);
      const std::vector<float> y = MadeNumbers(ShapeOfTensorAtSide(index + 1, side).size(), 5);
      std::vector<float> forth(y.size());
      const std::vector<float> no_bias(size_t(linear.outputs));
      if (linear.kind == ConvKind::kDepthwise) {
        DepthwiseForward(linear, panels.forward(index), nullptr, x.data(), forth.data());
      } else if (linear.kind == ConvKind::kPointwise) {
        MultiplyPanels(panels.forward(index), linear.inputs, linear.outputs, x.data(),
                       linear.side_in * linear.side_in, {no_bias.data(), nullptr, false},
                       forth.data());
      } else {
        StemForward(linear, panels.forward(index), no_bias.data(), x.data(), forth.data());
      }
      const double there = Dot(y, forth), back = Dot(Backward(index, y, side), x);
      EXPECT_NEAR(there, back, 1e-4 * std::sqrt(Dot(y, y))) << name << " at " << side;
    }
  }
}

TEST(ConvnetLayers, TheStemGoesBackToThePicture) {
  const std::vector<float> picture = MadeNumbers(kPictureSize, 9);
  const std::vector<float> y = MadeNumbers(ShapeOfTensor(1).size(), 13);
  const std::vector<float> gradient = Backward(0, y);
  // Against the sum written down, at places in the middle and at every edge.
  for (const int v : {0, 1, 100, 222, 223}) {
    for (const int u : {0, 1, 77, 222, 223}) {
      for (int c = 0; c < 3; ++c) {
        double sum = 0;
        for (int j = 0; j < 3; ++j) {
          for (int i = 0; i < 3; ++i) {
            const int up = v - j, left = u - i;  // no padding above and at the left
            if (up < 0 || left < 0 || up % 2 != 0 || left % 2 != 0) continue;
            if (up / 2 >= 112 || left / 2 >= 112) continue;
            for (int o = 0; o < 32; ++o) {
              sum += double{y[size_t(up / 2 * 112 + left / 2) * 32 + size_t(o)]} *
                     double{Network().weights.At(0, (j * 3 + i) * 3 + c, o)};
            }
          }
        }
        EXPECT_NEAR(double{gradient[size_t(v * 224 + u) * 3 + size_t(c)]}, sum, 1e-5);
      }
    }
  }
}

TEST(ConvnetLayers, AProductIsTheSameHoweverManyRowsGoTogether) {
  constexpr int kDepth = 37, kColumns = 16;
  const std::vector<float> panels = MadeNumbers(size_t{kDepth} * kColumns, 1);
  const std::vector<float> input = MadeNumbers(size_t{kDepth} * 2600, 2);
  const std::vector<float> bias = MadeNumbers(kColumns, 3);
  std::vector<float> all(size_t{kColumns} * 2600), some(all.size());
  MultiplyPanels(panels.data(), kDepth, kColumns, input.data(), 2600, {bias.data(), nullptr, true},
                 all.data());
  for (const int rows : {1, 2, 3, 4, 5, 6, 7, 8, 9, 49, 1294, 1297, 2599}) {
    std::ranges::fill(some, -1.f);
    MultiplyPanels(panels.data(), kDepth, kColumns, input.data(), rows,
                   {bias.data(), nullptr, true}, some.data());
    const size_t count = size_t(rows) * kColumns;
    EXPECT_TRUE(std::equal(all.begin(), all.begin() + long(count), some.begin())) << rows;
    EXPECT_EQ(some[count], -1.f) << rows << ": nothing is written behind the rows";
  }
}

}  // namespace
}  // namespace meander
