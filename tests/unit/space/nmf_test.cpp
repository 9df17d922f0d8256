// Factorisations against scikit-learn's (tests/fixtures/inside/make.py made the numbers), planted
// groups, and what must hold of any.
#include "space/nmf.h"

#include <gtest/gtest.h>

#include <cmath>

#include "../../source_dir.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "base/npy.h"
#include "base/rng.h"
#include "space/leading_vectors.h"

namespace meander {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(kSourceDir) / "tests/fixtures/inside";

FloatArray Load(const std::string& name) { return *ReadNpyArray(*ReadFile(kFolder / name)); }

Nmf Factorise(const FloatArray& x, size_t groups, uint64_t seed = kNndsvdStart) {
  NmfOptions options;
  options.groups = groups;
  options.seed = seed;
  Nmf nmf(x.values, x.shape[0], x.shape[1], options);
  while (nmf.Step()) {
  }
  return nmf;
}

double Correlation(std::span<const double> a, std::span<const float> b) {
  double ma = 0, mb = 0, ab = 0, aa = 0, bb = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    ma += a[i] / static_cast<double>(a.size());
    mb += b[i] / static_cast<double>(a.size());
  }
  for (size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) * (a[i] - ma);
    bb += (b[i] - mb) * (b[i] - mb);
  }
  return ab / std::sqrt(aa * bb);
}

TEST(Nmf, ReachesScikitLearnsErrorFromTheSameStart) {
  const Json expected = *ParseJson(*ReadTextFile(kFolder / "nmf.json"), "The table");
  for (const char* name : {"planted", "activations"}) {
    const FloatArray x = Load(std::string(name) + ".npy");
    for (const auto& [groups, error] : expected[name].items()) {
      const Nmf nmf = Factorise(x, static_cast<size_t>(std::stoi(groups)));
      EXPECT_NEAR(nmf.RelativeError(), error.get<double>(), 0.0005) << name << " " << groups;
      for (const double value : nmf.w()) ASSERT_GE(value, 0);
      for (const double value : nmf.h()) ASSERT_GE(value, 0);
    }
  }
}

TEST(Nmf, FindsPlantedGroups) {
  const FloatArray x = Load("planted.npy"), planted = Load("planted_groups.npy");
  for (const uint64_t seed : {kNndsvdStart, uint64_t{3}}) {
    const Nmf nmf = Factorise(x, 6, seed);
    for (size_t i = 0; i < 6; ++i) {
      double best = 0;
      for (size_t j = 0; j < 6; ++j) {
        best = std::max(best, Correlation(std::span(nmf.h()).subspan(j * 40, 40),
                                          std::span(planted.values).subspan(i * 40, 40)));
      }
      EXPECT_GT(best, 0.99) << i << " seed " << seed;
    }
  }
}

TEST(Nmf, PlantedGroupsComeBackFromSeedsAndMadeUpOnesDoNot) {
  const FloatArray x = Load("planted.npy");
  NmfOptions options;
  options.groups = 6;
  NmfStability again(x.values, 60, 40, options, Factorise(x, 6).h(), 4);
  int steps = 1;
  while (again.Step()) ++steps;
  EXPECT_EQ(steps, 4);
  for (const double share : again.shares()) EXPECT_GE(share, 0.5);
  std::vector<double> other(6 * 40, 1.0);  // every channel alike is no group of these
  NmfStability never(x.values, 60, 40, options, other, 2);
  while (never.Step()) {
  }
  for (const double share : never.shares()) EXPECT_EQ(share, 0);
}

TEST(Nmf, TakesZerosAndOneRow) {
  const FloatArray zeros{{3, 4}, std::vector<float>(12)};
  EXPECT_EQ(Factorise(zeros, 2).RelativeError(), 0);
  const FloatArray row{{1, 3}, {1, 2, 3}};
  EXPECT_NEAR(Factorise(row, 1).RelativeError(), 0, 1e-6);
}

TEST(Nmf, TellsWhatLiesBelowZero) {
  const std::vector<float> values = {3, -1, 0, 4};
  EXPECT_NEAR(ShareBelowZero(values), 1.0 / 8, 1e-12);
  EXPECT_EQ(ShareBelowZero(std::vector<float>(4)), 0);
}

TEST(LeadingVectors, AreThoseOfAMadeUpMatrix) {
  // x = 5 u v + 2 p q for two orthogonal pairs.
  const std::vector<double> u = {0.6, 0.8, 0}, p = {-0.8, 0.6, 0}, v = {1, 0, 0, 0},
                            q = {0, 0.6, 0, -0.8};
  std::vector<float> x(12);
  for (size_t r = 0; r < 3; ++r) {
    for (size_t c = 0; c < 4; ++c) {
      x[r * 4 + c] = static_cast<float>(5 * u[r] * v[c] + 2 * p[r] * q[c]);
    }
  }
  const LeadingVectors found = FindLeadingVectors(x, 3, 4, 2);
  EXPECT_NEAR(found.values[0], 5, 1e-6);
  EXPECT_NEAR(found.values[1], 2, 1e-6);
  EXPECT_NEAR(std::fabs(found.right[1][3]), 0.8, 1e-6);
  EXPECT_NEAR(found.left[1][0] * found.right[1][3], p[0] * q[3], 1e-6);
}

}  // namespace
}  // namespace meander
