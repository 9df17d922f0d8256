// Nothing leaves the limiter above its ceiling, and what is quiet leaves it as it came.
#include "audio/limiter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/rng.h"

namespace meander {
namespace {

TEST(Limiter, WhatIsBelowTheCeilingIsOnlyLater) {
  Limiter limiter;
  Rng rng(1);
  std::vector<StereoFrame> in;
  for (int i = 0; i < 5000; ++i) {
    in.push_back({(rng.Unit() * 2 - 1) * kCeiling, (rng.Unit() * 2 - 1) * kCeiling});
    const StereoFrame out = limiter.Push(in.back());
    const StereoFrame expected =
        i < kLookAhead_frames ? StereoFrame{} : in[static_cast<size_t>(i - kLookAhead_frames)];
    ASSERT_EQ(out.left, expected.left);
    ASSERT_EQ(out.right, expected.right);
  }
}

TEST(Limiter, NothingLeavesItAboveTheCeiling) {
  Rng rng(2);
  for (const float loudness : {1.f, 1.5f, 8.f, 1000.f, 3e38f}) {
    Limiter limiter;
    float highest = 0;
    for (int i = 0; i < 20'000; ++i) {
      // Quiet stretches with peaks between them, which a slow limiter would miss.
      const float by = rng.Below(50) == 0 ? loudness : 0.3f;
      const StereoFrame out = limiter.Push({(rng.Unit() * 2 - 1) * by, (rng.Unit() * 2 - 1) * by});
      highest = std::max({highest, std::abs(out.left), std::abs(out.right)});
    }
    EXPECT_LE(highest, kCeiling);
    if (loudness <= 8) {
      EXPECT_GT(highest, 0.2f);  // it turns down, it does not switch off
    }
  }
}

TEST(Limiter, ATurnedDownToneKeepsItsShapeAndComesBack) {
  Limiter limiter;
  const auto tone = [](int i, float by) { return by * std::sin(static_cast<float>(i) * 0.05f); };
  // Well inside the loud part neither channel's sign nor their relation changes.
  for (int i = 0; i < 8000; ++i) {
    const StereoFrame out = limiter.Push({tone(i, 2), tone(i, 1)});
    if (i > 1000) {
      ASSERT_NEAR(out.left, 2 * out.right, 1e-4f);
    }
  }
  StereoFrame out;
  for (int i = 0; i < 200'000; ++i) out = limiter.Push({0.5f, 0.25f});
  EXPECT_EQ(out.left, 0.5f);
  EXPECT_EQ(out.right, 0.25f);
}

TEST(Limiter, WhatIsNoNumberIsSilence) {
  Limiter limiter;
  const float none = std::nanf(""), infinite = std::numeric_limits<float>::infinity();
  for (int i = 0; i < 500; ++i) {
    const StereoFrame out = limiter.Push({i % 2 == 0 ? none : infinite, 0.5f});
    ASSERT_EQ(out.left, 0);
    ASSERT_TRUE(out.right == 0.5f || i < kLookAhead_frames);
  }
}

}  // namespace
}  // namespace meander
