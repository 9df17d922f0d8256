// The table of layers is EfficientNet-Lite0's; weights that are not whole are refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "made_weights.h"

namespace meander {
namespace {

TEST(ConvnetLayout, HasTheNetworksShapes) {
  struct Row {
    const char* name;
    int side, channels;
  };
  // From the network's paper and code, not from the table under test.
  constexpr Row kRows[] = {{"stem", 112, 32},    {"b0.dw", 112, 32},   {"b0", 112, 16},
                           {"b1.exp", 112, 96},  {"b1.dw", 56, 96},    {"b2", 56, 24},
                           {"b3.exp", 56, 144},  {"b3", 28, 40},       {"b5.exp", 28, 240},
                           {"b5.dw", 14, 240},   {"b8.exp", 14, 480},  {"b8.dw", 14, 480},
                           {"b10", 14, 112},     {"b11.exp", 14, 672}, {"b11.dw", 7, 672},
                           {"b14.exp", 7, 1152}, {"b15.dw", 7, 1152},  {"b15", 7, 320},
                           {"head", 7, 1280},    {"logits", 1, 1000},  {"image", 224, 3}};
  for (const Row& row : kRows) {
    const int tensor = TensorNamed(row.name);
    ASSERT_GE(tensor, 0) << row.name;
    EXPECT_EQ(ShapeOfTensor(tensor).side, row.side) << row.name;
    EXPECT_EQ(ShapeOfTensor(tensor).channels, row.channels) << row.name;
  }
  for (const char* name : {"", "b16", "b0.exp", "b11.", "b11.exp2", "classes", "B1"}) {
    EXPECT_EQ(TensorNamed(name), -1) << name;
  }
}

TEST(ConvnetLayout, Has49ConvolutionsAnd385MillionProducts) {
  int convolutions = 0, adding = 0;
  int64_t products = 0, weights = 0;
  for (const ConvLayer& layer : kConvnetLayout.layers) {
    convolutions += layer.kind != ConvKind::kClasses;
    adding += layer.adds >= 0;
    products += int64_t(layer.matrix_size()) * layer.side_out * layer.side_out;
    weights += int64_t(layer.matrix_size());
  }
  EXPECT_EQ(convolutions, 49);
  EXPECT_EQ(adding, 9);  // b2, b4, b6, b7, b9, b10, b12, b13, b14
  EXPECT_NEAR(static_cast<double>(products), 385e6, 1e6);
  EXPECT_GT(weights, 4'600'000);
}

TEST(ConvnetLayout, PadsAsTensorFlowDoes) {
  const auto padding = [](const char* name) { return LayerOf(TensorNamed(name) - 1).padding; };
  EXPECT_EQ(padding("stem"), 0);  // 3 × 3, every second place: 0 above, 1 below
  EXPECT_EQ(padding("b1.dw"), 0);
  EXPECT_EQ(padding("b3.dw"), 1);  // 5 × 5, every second place: 1 above, 2 below
  EXPECT_EQ(padding("b11.dw"), 1);
  EXPECT_EQ(padding("b0.dw"), 1);
  EXPECT_EQ(padding("b9.dw"), 2);
}

TEST(ConvnetLayout, KnowsWhatIsASideBranch) {
  for (const char* name : {"image", "stem", "b0", "b1.exp", "b3.dw", "b5.exp", "b8.dw", "b10",
                           "b11.exp", "b15.exp", "head", "logits", "b9"}) {
    EXPECT_TRUE(IsTrueCut(TensorNamed(name))) << name;
  }
  for (const char* name : {"b2.exp", "b4.dw", "b6.exp", "b9.exp", "b10.dw", "b14.dw"}) {
    EXPECT_FALSE(IsTrueCut(TensorNamed(name))) << name;
  }
}

TEST(ConvnetWeights, RefusesWhatIsNotWhole) {
  std::vector<uint8_t> bytes = MadeWeights(1);
  EXPECT_TRUE(ConvnetWeights::Open(bytes));
  EXPECT_FALSE(ConvnetWeights::Open(ByteSpan(bytes).first(bytes.size() - 1)));
  EXPECT_FALSE(ConvnetWeights::Open({}));
  const auto with = [&](size_t at, float value) {
    std::vector<uint8_t> damaged = bytes;
    std::memcpy(&damaged[at], &value, 4);
    const auto opened = ConvnetWeights::Open(damaged);
    return !opened && opened.error().code == ErrorCode::kCorrupt;
  };
  const float infinite = std::numeric_limits<float>::infinity();
  const float none = std::numeric_limits<float>::quiet_NaN();
  const auto coded = std::ranges::find(kConvnetLayout.layers, true, &ConvLayer::is_coded);
  const auto plain = std::ranges::find(kConvnetLayout.layers, false, &ConvLayer::is_coded);
  EXPECT_TRUE(with(coded->scales, infinite));
  EXPECT_TRUE(with(coded->bias + 4, none));
  EXPECT_TRUE(with(plain->numbers, none));
  EXPECT_TRUE(with(LayerOf(kConvLayerCount - 1).bias + 3996, infinite));
}

}  // namespace
}  // namespace meander
