// Groups step by step, how often they come back, their flow; and the ghost.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bright_network.h"
#include "net/convnet/convnet_ghost.h"
#include "net/convnet/group_flow.h"
#include "net/convnet/picture_attribution.h"

namespace meander {
namespace {

struct Made {
  std::vector<uint8_t> bytes = MadeWeights(21);
  ConvnetWeights weights = *ConvnetWeights::Open(bytes);
  ConvnetPanels panels{weights};
  ConvnetReading reading{panels};
  Made() { reading.Look(MadeNumbers(kPictureSize, 4)); }
  std::vector<float> Logits() const { return {reading.logits().begin(), reading.logits().end()}; }
};

// Three groups that share no channel, on places of their own.
std::vector<float> ThreeGroups() {
  std::vector<float> tensor(36 * 12);
  for (size_t place = 0; place < 36; ++place) {
    const size_t group = place / 12;
    for (size_t c = 4 * group; c < 4 * group + 4; ++c) {
      tensor[place * 12 + c] = float(1 + place % 5) * float(1 + c % 3) * (1 + .1f * float(group));
    }
  }
  return tensor;
}

TEST(GroupSearch, StepByStepIsTheWholeSearch) {
  const std::vector<float> tensor = ThreeGroups();
  GroupSearch search(tensor, 12, 3);
  EXPECT_EQ(search.Now().count, 0u) << "nothing yet";
  int steps = 1;
  while (search.Step()) ++steps;
  EXPECT_GT(steps, 1);
  EXPECT_TRUE(search.sweeps() >= steps - 1 && search.sweeps() <= steps);
  const PictureGroups found = search.Now(), whole = FindGroups(tensor, 12, 3);
  EXPECT_EQ(found.places, whole.places);
  EXPECT_EQ(found.channels, whole.channels);
  EXPECT_EQ(found.masses, whole.masses);
  EXPECT_LT(found.relative_error, 1e-3);
  EXPECT_TRUE(std::ranges::is_sorted(found.masses, std::greater{}));
  EXPECT_GT(found.channels[8], .1f) << "the heaviest comes first";
}

TEST(GroupSearch, GroupsThatAreThereComeBackFromAnyStart) {
  const std::vector<float> tensor = ThreeGroups();
  GroupSearch search(tensor, 12, 3);
  EXPECT_TRUE(search.Stability().empty());
  while (search.Step()) {
  }
  search.BeginStability(4);
  EXPECT_TRUE(search.Stability().empty());
  int starts = 1;
  while (search.StepStability()) ++starts;
  EXPECT_EQ(starts, 4);
  EXPECT_FALSE(search.StepStability());
  ASSERT_EQ(search.Stability().size(), 3u);
  // A start may end beside the way, so not quite always.
  for (const double share : search.Stability()) EXPECT_GE(share, .75);
  // Of numbers without groups few do.
  std::vector<float> noise = MadeNumbers(40 * 30, 9);
  for (float& x : noise) x = std::fabs(x);
  GroupSearch chance(noise, 30, 6);
  while (chance.Step()) {
  }
  chance.BeginStability(5);
  while (chance.StepStability()) {
  }
  const std::vector<double> shares = chance.Stability();
  EXPECT_LT(std::accumulate(shares.begin(), shares.end(), 0.0) / 6, .8);
}

TEST(GroupFlow, AllPartsTogetherAreTheIntegral) {
  Made made;
  const int earlier = TensorNamed("b11.exp"), later = TensorNamed("b15.exp");
  const PictureGroups from = FindGroups(made.reading.tensor(earlier), 672, 3);
  const PictureGroups to = FindGroups(made.reading.tensor(later), 1152, 2);
  const std::vector<float> seed = ClassSeed(3, 700), logits = made.Logits();
  IntegratedShares integral(made.reading, earlier, seed, 4);
  while (integral.Step()) {
  }
  const PictureShares shares = integral.Now();
  GroupFlow flow(made.reading, earlier, later, from, to, seed, 4);
  EXPECT_TRUE(flow.Step());
  while (flow.Step()) {
  }
  EXPECT_FALSE(flow.Step());
  EXPECT_EQ(made.Logits(), logits) << "the look is put back";
  const GroupFlows found = flow.Now();
  ASSERT_EQ(found.flow.size(), 6u);
  ASSERT_EQ(found.from_rest.size(), 3u);
  EXPECT_NEAR(found.value, shares.value, 1e-9);
  EXPECT_NEAR(found.value_at_zero, shares.value_at_zero, 1e-9);
  double size = 0;
  for (const double part : found.flow) size += std::fabs(part);
  ASSERT_GT(size, 0);
  EXPECT_NEAR(found.gap(), shares.gap(), 1e-3 * size);
  // An earlier group's row is what the integral gives to its share of the places and channels.
  const std::vector<float> held = SharesOfGroups(from);
  for (size_t group = 0; group < 3; ++group) {
    double expected = 0;
    for (size_t i = 0; i < shares.shares.size(); ++i) {
      expected += double{shares.shares[i]} * double{held[group * shares.shares.size() + i]};
    }
    EXPECT_NEAR(found.flow[2 * group] + found.flow[2 * group + 1] + found.from_rest[group],
                expected, 1e-3 * size);
  }
}

TEST(GroupFlow, OfSomethingLinearOneStepIsExactAndAllGoesThroughTheOneGroup) {
  BrightNetwork bright;
  bright.reading.Look(PictureWithSquare(60, 60, 100));
  const int earlier = TensorNamed("b11.exp"), later = TensorNamed("head");
  const std::vector<float> logits = bright.Logits();
  const PictureGroups from = FindGroups(bright.reading.tensor(earlier), 672, 1);
  const PictureGroups to = FindGroups(bright.reading.tensor(later), 1280, 1);
  {
    GroupFlow given_up(bright.reading, earlier, later, from, to, ClassSeed(0), 5);
    given_up.Step();
  }
  EXPECT_EQ(bright.Logits(), logits);
  GroupFlow flow(bright.reading, earlier, later, from, to, ClassSeed(0), 1);
  EXPECT_FALSE(flow.Step());
  const GroupFlows found = flow.Now();
  EXPECT_GT(found.value, 1);
  EXPECT_NEAR(found.flow[0], found.value, 1e-3 * found.value);
  EXPECT_NEAR(found.gap(), 0, 1e-3 * found.value);
}

TEST(GroupFlow, SharesAddUpWhereAnythingIs) {
  PictureGroups groups;
  groups.count = 2;
  groups.places = {1, 3, 0, 0};    // two places
  groups.channels = {1, 0, 1, 0};  // two channels, the second empty
  EXPECT_EQ(SharesOfGroups(groups), (std::vector<float>{.25f, 0, 0, 0, .75f, 0, 0, 0}));
}

std::vector<uint8_t> SortedCodes(const std::vector<uint8_t>& bytes, const ConvLayer& layer) {
  std::vector<uint8_t> codes(bytes.begin() + std::ptrdiff_t(layer.numbers),
                             bytes.begin() + std::ptrdiff_t(layer.numbers + layer.matrix_size()));
  std::ranges::sort(codes);
  return codes;
}

TEST(ConvnetGhost, HasTheSameNumbersInAnotherOrder) {
  Made made;
  const ConvnetGhost ghost = *MakeConvnetGhost(made.weights, 1);
  const ByteSpan bytes = ghost.weights.bytes();
  ASSERT_EQ(bytes.size(), made.bytes.size());
  const std::vector<uint8_t> shuffled(bytes.begin(), bytes.end());
  EXPECT_NE(shuffled, made.bytes);
  for (int index = 0; index < kConvLayerCount; ++index) {
    const ConvLayer& layer = LayerOf(index);
    const auto same = [&](size_t at, size_t count) {
      return std::equal(&shuffled[at], &shuffled[at] + count, &made.bytes[at]);
    };
    EXPECT_TRUE(same(layer.bias, 4 * size_t(layer.outputs))) << layer.name;
    EXPECT_FALSE(same(layer.numbers, layer.matrix_size())) << layer.name;
    double before = 0, after = 0;
    if (layer.is_coded) {
      EXPECT_EQ(SortedCodes(shuffled, layer), SortedCodes(made.bytes, layer)) << layer.name;
      EXPECT_TRUE(same(layer.scales, 4 * size_t(layer.outputs))) << layer.name;
    } else {
      for (int row = 0; row < layer.rows; ++row) {
        for (int o = 0; o < layer.outputs; ++o) {
          before += double{made.weights.At(index, row, o)};
          after += double{ghost.weights.At(index, row, o)};
        }
      }
      EXPECT_NEAR(before, after, 1e-9) << layer.name;
    }
  }
}

TEST(ConvnetGhost, SeesSomethingElseAndTheSameSeedTheSame) {
  Made made;
  ConvnetGhost ghost = *MakeConvnetGhost(made.weights, 1);
  const ConvnetGhost moved = std::move(ghost);
  const auto logits_of = [&](const ConvnetWeights& weights) {
    const ConvnetPanels panels(weights);
    ConvnetReading reading(panels);
    reading.Look(made.reading.tensor(0));
    return std::vector<float>(reading.logits().begin(), reading.logits().end());
  };
  const std::vector<float> logits = logits_of(moved.weights), own = made.Logits();
  EXPECT_EQ(logits, logits_of(MakeConvnetGhost(made.weights, 1)->weights));
  EXPECT_NE(logits, logits_of(MakeConvnetGhost(made.weights, 2)->weights));
  // As loud as the network, and about something else.
  const double loud = std::sqrt(Dot(logits, logits)), own_loud = std::sqrt(Dot(own, own));
  EXPECT_GT(loud, own_loud / 4);
  EXPECT_LT(loud, own_loud * 4);
  double greatest = 0;
  for (size_t i = 0; i < own.size(); ++i) {
    greatest = std::max(greatest, std::fabs(double{logits[i]} - double{own[i]}));
  }
  EXPECT_GT(greatest, .1 * own_loud / std::sqrt(1000.0));
}

TEST(ConvnetReading, NumbersOfAnotherSizeChangeNothing) {
  Made made;
  const std::vector<float> logits = made.Logits();
  made.reading.LookFrom(TensorNamed("b11.exp"), std::vector<float>(7));
  made.reading.Look(std::vector<float>(kPictureSize + 1));
  EXPECT_EQ(made.Logits(), logits);
}

}  // namespace
}  // namespace meander
