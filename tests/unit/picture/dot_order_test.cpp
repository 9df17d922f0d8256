// Which of many dots are left out: a picture without them is the picture with them, to the eye.
#include "canvas/dot_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"

namespace meander {
namespace {

constexpr int kSide_px = 512;
constexpr float kRadius_px = 2, kOpacity = 0.6f;

// Clouds of dots, as in bench/map, and a few far from any other.
std::vector<uint16_t> Clouds(size_t count) {
  Rng rng(7);
  std::vector<uint16_t> codes;
  const auto put = [&](float at) {
    codes.push_back(static_cast<uint16_t>(std::clamp(at, 0.f, 1.f) * 65535));
  };
  while (codes.size() < 2 * count) {
    const float cloud = static_cast<float>(rng.Below(12));
    const bool is_far = rng.Below(100) == 0;
    for (const float middle : {0.2f + 0.05f * cloud, 0.5f + 0.3f * std::sin(cloud)}) {
      const float away = rng.Unit() + rng.Unit() + rng.Unit() - 1.5f;
      put(is_far ? rng.Unit() : middle + 0.06f * away);
    }
  }
  return codes;
}

// Dots drawn one over the other with a soft edge of a pixel; every dot has its own grey.
std::vector<float> Paint(const std::vector<uint16_t>& codes, const std::vector<uint32_t>& items,
                         size_t first) {
  std::vector<float> picture(size_t{kSide_px} * kSide_px, 1.f);
  for (size_t i = first; i < items.size(); ++i) {
    const float x = codes[2 * items[i]] * (kSide_px / 65536.f);
    const float y = codes[2 * items[i] + 1] * (kSide_px / 65536.f);
    const float grey = static_cast<float>(items[i] * 37 % 11) / 10;
    for (int row = std::max(0, int(y) - 3); row < std::min(kSide_px, int(y) + 4); ++row) {
      for (int column = std::max(0, int(x) - 3); column < std::min(kSide_px, int(x) + 4);
           ++column) {
        const float off = std::hypot(float(column) + 0.5f - x, float(row) + 0.5f - y);
        const float alpha = kOpacity * std::clamp(kRadius_px + 0.5f - off, 0.f, 1.f);
        float& pixel = picture[size_t(row) * kSide_px + size_t(column)];
        pixel += (grey - pixel) * alpha;
      }
    }
  }
  return picture;
}

TEST(DotOrder, FewDotsAreShuffledAndAllDrawn) {
  const std::vector<uint16_t> codes(2 * 100, 7);
  DotOrder order = OrderDots(codes, kOpacity, 1);
  EXPECT_EQ(CoveredDots(order, 1), 0u);
  EXPECT_FALSE(std::ranges::is_sorted(order.items));
  std::ranges::sort(order.items);
  for (uint32_t i = 0; i < 100; ++i) EXPECT_EQ(order.items[i], i);
}

TEST(DotOrder, CoveredDotsAreManyAndNotMissed) {
  const std::vector<uint16_t> codes = Clouds(200'000);
  const DotOrder order = OrderDots(codes, kOpacity, 1);
  const uint32_t covered = CoveredDots(order, kRadius_px / kSide_px);
  EXPECT_GT(covered, 80'000u);
  const std::vector<float> all = Paint(codes, order.items, 0);
  const std::vector<float> fewer = Paint(codes, order.items, covered);
  float most = 0;
  double sum = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    most = std::max(most, std::abs(all[i] - fewer[i]));
    sum += std::abs(all[i] - fewer[i]);
  }
  EXPECT_LT(most, 10.f / 255);
  EXPECT_LT(sum / double(all.size()), 0.05 / 255);
  // As many left out evenly would be missed.
  const size_t count = order.items.size(), drawn = count - covered;
  std::vector<uint32_t> even;
  for (size_t i = 0; i < count; ++i) {
    if (i * drawn / count != (i + 1) * drawn / count) even.push_back(order.items[i]);
  }
  const std::vector<float> evenly = Paint(codes, even, 0);
  double missed = 0;
  for (size_t i = 0; i < all.size(); ++i) missed += std::abs(all[i] - evenly[i]);
  EXPECT_GT(missed, 20 * sum);
}

TEST(DotOrder, LargerDotsCoverMoreAndSmallOnesNothing) {
  const std::vector<uint16_t> codes = Clouds(60'000);
  DotOrder order = OrderDots(codes, kOpacity, 1.5f);
  ASSERT_FALSE(order.hidden.empty());
  EXPECT_TRUE(std::ranges::is_sorted(order.hidden));
  EXPECT_EQ(CoveredDots(order, 0.0005f), 0u);
  EXPECT_EQ(CoveredDots(order, 1), order.hidden.back());
  EXPECT_LT(order.hidden.front(), order.hidden.back());
  EXPECT_LT(CoveredDots(OrderDots(codes, 0.3f, 1.5f), 1), order.hidden.back());  // paler: fewer
  std::ranges::sort(order.items);
  for (uint32_t i = 0; i < 60'000; ++i) ASSERT_EQ(order.items[i], i);
}

}  // namespace
}  // namespace meander
