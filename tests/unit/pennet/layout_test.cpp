// The table of layers, and weights that are not whole.
#include <cmath>
#include <limits>
#include <string>

#include "made_pen.h"

namespace meander {
namespace {

TEST(PenLayout, ChannelsAndPlacesGoFromLayerToLayer) {
  size_t weights = 0;
  for (int i = 0; i < kPenLayerCount; ++i) {
    const ConvLayer& layer = PenLayerOf(i).shape;
    const ConvShape given = ShapeOfPenTensor(i);
    EXPECT_EQ(layer.inputs, given.channels) << layer.name;
    EXPECT_EQ(layer.side_in, given.side) << layer.name;
    EXPECT_EQ(PenTensorNamed(i + 1 == kSignLogits ? "logits" : layer.name), i + 1);
    if (layer.adds >= 0) {
      EXPECT_EQ(ShapeOfPenTensor(layer.adds).size(), ShapeOfPenTensor(i + 1).size());
    }
    if (PenLayerOf(i).has_weights()) weights += layer.matrix_size() + size_t(layer.outputs);
    EXPECT_FALSE(layer.clips) << "nothing in it has a ceiling";
  }
  // As many as the file has, less its four blurs (9 numbers a channel) and the loop's 20 of its
  // own.
  EXPECT_EQ(weights, 1147781u - 9 * (16 + 32 + 72 + 192) - 18);
  EXPECT_EQ(PenTensorNamed("b15"), -1);
  EXPECT_EQ(PenTensorNamed(""), -1);
}

TEST(PenLayout, TrueCutsAreOutsideOfBlocksThatAddTheirInput) {
  for (const char* name :
       {"image", "stem", "b0.conv", "b1", "b2.exp", "b2.dw", "b2", "b6", "b8.exp", "b8.dw",
        "b8.blur", "b8", "b13", "b14", "mean", "head", "logits"}) {
    EXPECT_TRUE(IsTruePenCut(PenTensorNamed(name))) << name;
  }
  for (const char* name : {"b3.exp", "b3.dw", "b6.dw", "b7.pre", "b7.exp", "b9.pre", "b13.dw"}) {
    EXPECT_FALSE(IsTruePenCut(PenTensorNamed(name))) << name;
  }
}

TEST(PenWeights, WhatIsNotWholeIsRefused) {
  std::vector<uint8_t> bytes = MadePenBytes(3);
  ASSERT_TRUE(PenWeights::Open(bytes));
  EXPECT_FALSE(PenWeights::Open(ByteSpan(bytes).first(bytes.size() - 1)));
  EXPECT_FALSE(PenWeights::Open({}));
  std::vector<uint8_t> moved(bytes.size() + 1);
  EXPECT_FALSE(PenWeights::Open(ByteSpan(moved).subspan(1)));
  const auto refuses = [&](size_t at, float value) {
    std::vector<uint8_t> damaged = bytes;
    std::memcpy(&damaged[at], &value, 4);
    const auto opened = PenWeights::Open(damaged);
    return !opened && opened.error().code == ErrorCode::kCorrupt;
  };
  const ConvLayer &stem = PenLayerOf(0).shape, &classes = PenLayerOf(kPenLayerCount - 1).shape;
  ASSERT_TRUE(!stem.is_coded && classes.is_coded);
  EXPECT_TRUE(refuses(stem.numbers, std::numeric_limits<float>::quiet_NaN()));
  EXPECT_TRUE(refuses(stem.bias + 4, std::numeric_limits<float>::infinity()));
  EXPECT_TRUE(refuses(classes.scales + 4 * 410, std::numeric_limits<float>::max()));
  EXPECT_FALSE(refuses(classes.bias, 1.f));
}

}  // namespace
}  // namespace meander
