// The ghost has the same numbers, layer by layer, and none of the knowledge.
#include "net/pennet/pen_ghost.h"

#include "made_pen.h"
#include "net/pennet/pen_drawing.h"

namespace meander {
namespace {

// A layer's matrix, as bytes in order.
std::vector<uint8_t> SortedMatrix(const std::vector<uint8_t>& bytes, const ConvLayer& layer) {
  const size_t size = layer.matrix_size() * (layer.is_coded ? 1 : 4);
  std::vector<uint8_t> matrix(bytes.begin() + static_cast<std::ptrdiff_t>(layer.numbers),
                              bytes.begin() + static_cast<std::ptrdiff_t>(layer.numbers + size));
  std::ranges::sort(matrix);
  return matrix;
}

TEST(PenGhost, EveryLayerHasItsOwnNumbersInAnotherOrder) {
  const std::vector<uint8_t> trained = MadePenBytes(21);
  std::vector<uint8_t> ghost = trained;
  MakePenGhost(ghost, 1);
  ASSERT_TRUE(PenWeights::Open(ghost).has_value());
  for (const PenLayer& layer : kPenLayout.layers) {
    if (!layer.has_weights()) continue;
    const ConvLayer& shape = layer.shape;
    EXPECT_EQ(SortedMatrix(ghost, shape), SortedMatrix(trained, shape)) << shape.name;
    const auto differ = [&](size_t at, size_t count) {
      return std::memcmp(&ghost[at], &trained[at], count) != 0;
    };
    EXPECT_TRUE(differ(shape.numbers, shape.matrix_size())) << shape.name;
    EXPECT_FALSE(differ(shape.bias, 4 * size_t(shape.outputs))) << shape.name;
    const size_t scales = shape.is_coded ? 4 * size_t(shape.outputs) : 0;
    EXPECT_FALSE(differ(shape.scales, scales)) << shape.name;
  }
}

TEST(PenGhost, ASeedIsAGhostAndItReadsOtherwise) {
  const std::vector<uint8_t> trained = MadePenBytes(21);
  std::vector<uint8_t> one = trained, again = trained, other = trained;
  MakePenGhost(one, 1);
  MakePenGhost(again, 1);
  MakePenGhost(other, 2);
  EXPECT_EQ(one, again);
  EXPECT_NE(one, other);
  const std::vector<PenStroke> strokes = {{{200, 200}, {800, 820}}, {{790, 210}, {190, 800}}};
  const std::vector<float> picture = DrawStrokes(strokes, FrameOfStrokes(strokes));
  const auto logits = [&](const std::vector<uint8_t>& bytes) {
    const PenWeights weights = *PenWeights::Open(bytes);
    const PenPanels panels(weights);
    PenReading reading(panels);
    reading.Look(picture);
    return std::vector<float>(reading.logits().begin(), reading.logits().end());
  };
  EXPECT_NE(logits(one), logits(trained));
  EXPECT_NE(logits(one), logits(other));
}

}  // namespace
}  // namespace meander
