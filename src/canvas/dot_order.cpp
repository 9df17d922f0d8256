// See dot_order.h. Dots are laid on a grid from the top one down; cells count the layers over them.
#include "canvas/dot_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/rng.h"

namespace meander {
namespace {

constexpr uint64_t kShuffleSeed = 20;
constexpr int kLevels = 9, kToOctave = 4;
constexpr float kLeastRadius = 1.f / 1024;  // of the map's side, at level 0
constexpr int kFinestCells = 2048;          // a side: two cells to the radius at level 0

float RadiusAt(int level) {
  return kLeastRadius * std::exp2(static_cast<float>(level) / kToOctave);
}

class Layers {
 public:
  Layers(int level, int layers, float spread)
      : cells_(kFinestCells >> (level / kToOctave)),
        radius_(RadiusAt(level) * static_cast<float>(cells_)),
        reach_(radius_ * spread),
        border_(static_cast<int>(reach_) + 2),
        stride_(cells_ + 2 * border_),
        layers_(layers),
        counts_(size_t(stride_) * size_t(stride_)) {}

  bool IsCovered(uint16_t x, uint16_t y) const {
    return EachRow(x, y, reach_, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) {
        if (counts_[i] < layers_) return false;
      }
      return true;
    });
  }
  void Cover(uint16_t x, uint16_t y) {
    EachRow(x, y, radius_, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) counts_[i] += counts_[i] < layers_;
      return true;
    });
  }

 private:
  // The cells whose middle lies in the disc, a row at a time, while `use` says true.
  template <class Use>
  bool EachRow(uint16_t code_x, uint16_t code_y, float radius, Use use) const {
    const float scale = static_cast<float>(cells_) / 65536;
    const float x = code_x * scale + static_cast<float>(border_) - 0.5f;
    const float y = code_y * scale + static_cast<float>(border_) - 0.5f;
    const int last = static_cast<int>(y + radius);
    for (int row = static_cast<int>(std::ceil(y - radius)); row <= last; ++row) {
      const float down = static_cast<float>(row) - y;
      const float half = std::sqrt(std::max(0.f, radius * radius - down * down));
      const size_t begin = size_t(row) * size_t(stride_) + static_cast<size_t>(std::ceil(x - half));
      const size_t end = size_t(row) * size_t(stride_) + static_cast<size_t>(x + half) + 1;
      if (!use(begin, end)) return false;
    }
    return true;
  }

  const int cells_;
  const float radius_, reach_;
  const int border_, stride_, layers_;
  std::vector<uint8_t> counts_;
};

std::vector<uint32_t> ShuffledOrder(size_t count) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  Rng rng(kShuffleSeed);
  for (size_t i = count; i > 1; --i)
    std::swap(order[i - 1], order[rng.Below(static_cast<uint32_t>(i))]);
  return order;
}

}  // namespace

DotOrder OrderDots(std::span<const uint16_t> codes, float opacity, float spread) {
  const size_t count = codes.size() / 2;
  DotOrder order{ShuffledOrder(count), {}};
  if (count < kManyDots || opacity <= 0.05f || opacity > 1 || spread < 1 || spread > 4)
    return order;
  const float shine = std::log(1.f / 256) / std::log(1 - std::min(opacity, 0.99f));
  const int layers = static_cast<int>(std::ceil(shine));
  std::vector<uint8_t> hidden_from(count, kLevels);
  for (int level = 0; level < kLevels; ++level) {
    Layers grid(level, layers, spread);
    for (size_t i = count; i-- > 0;) {
      if (hidden_from[i] < level) continue;
      const uint16_t x = codes[2 * order.items[i]], y = codes[2 * order.items[i] + 1];
      if (grid.IsCovered(x, y)) {
        hidden_from[i] = static_cast<uint8_t>(level);
      } else {
        grid.Cover(x, y);
      }
    }
  }
  // The sooner a dot is covered the deeper it goes; whatever covers it stays above it.
  std::vector<uint32_t> items;
  items.reserve(count);
  for (int level = 0; level <= kLevels; ++level) {
    for (size_t i = 0; i < count; ++i) {
      if (hidden_from[i] == level) items.push_back(order.items[i]);
    }
    if (level < kLevels) order.hidden.push_back(static_cast<uint32_t>(items.size()));
  }
  order.items = std::move(items);
  return order;
}

uint32_t CoveredDots(const DotOrder& order, float radius_of_side) {
  uint32_t covered = 0;
  for (size_t level = 0; level < order.hidden.size(); ++level) {
    if (RadiusAt(static_cast<int>(level)) <= radius_of_side) covered = order.hidden[level];
  }
  return covered;
}

}  // namespace meander
