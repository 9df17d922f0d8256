// Splatting, blurring and ranking densities; contours are in contours.cpp and
// contour_lines.cpp.
#include "canvas/land.h"

#include <algorithm>
#include <cmath>

#include "canvas/colors.h"
#include "canvas/contours.h"

namespace meander {
namespace {

// Shares of the dots that lie below each step.
constexpr std::array<float, kLandSteps> kStepShares = {0.035f, 0.14f, 0.30f, 0.50f, 0.70f, 0.88f};
constexpr float kCellsPerSigma = 4.5f;
constexpr float kTintSigma = 0.6f;  // of the land's
constexpr float kMarginInSigmas = 5.f;
constexpr int kGreatestSide = 1000;
constexpr int kChannels = 4;  // red, green, blue (premultiplied by count), count

Point2 WorldOf(const PointTable& table, size_t item) {
  return {table.codes[2 * item] * (2.f / 65535) - 1, table.codes[2 * item + 1] * (2.f / 65535) - 1};
}

// Sums that come back to nothing may miss it by a rounding; a density is never negative.
float Density(float sum, float scale) { return std::max(sum * scale, 0.f); }

// One box pass along a row, all channels at once.
void BlurRow(const float* from, float* to, int columns, int radius) {
  std::array<float, kChannels> sum{};
  const float scale = 1.f / static_cast<float>(2 * radius + 1);
  const auto add = [&](int column, float sign) {
    if (column < 0 || column >= columns) return;
    for (int c = 0; c < kChannels; ++c) sum[c] += sign * from[column * kChannels + c];
  };
  for (int column = 0; column < radius; ++column) add(column, 1);
  for (int column = 0; column < columns; ++column) {
    add(column + radius, 1);
    add(column - radius - 1, -1);
    for (int c = 0; c < kChannels; ++c) to[column * kChannels + c] = Density(sum[c], scale);
  }
}

// One box pass down the grid, whole rows at a time: in the order of memory.
void BlurDown(const float* from, float* to, int width, int rows, int radius,
              std::vector<float>& sums) {
  sums.assign(static_cast<size_t>(width), 0.f);
  float* sum = sums.data();
  const float scale = 1.f / static_cast<float>(2 * radius + 1);
  const auto add = [&](int row, float sign) {
    if (row < 0 || row >= rows) return;
    const float* values = from + static_cast<size_t>(row) * width;
    for (int i = 0; i < width; ++i) sum[i] += sign * values[i];
  };
  for (int row = 0; row < radius; ++row) add(row, 1);
  for (int row = 0; row < rows; ++row) {
    add(row + radius, 1);
    add(row - radius - 1, -1);
    float* out = to + static_cast<size_t>(row) * width;
    for (int i = 0; i < width; ++i) out[i] = Density(sum[i], scale);
  }
}

void Blur(std::vector<float>& cells, int columns, int rows, float sigma_in_cells) {
  // Three boxes of width w have the variance of a Gaussian when 3 (w² - 1) / 12 = σ².
  const float width = std::sqrt(4 * sigma_in_cells * sigma_in_cells + 1);
  const int radius = std::max(1, static_cast<int>(std::lround((width - 1) / 2)));
  std::vector<float> other(cells.size()), sums;
  for (int pass = 0; pass < 3; ++pass) {
    for (int row = 0; row < rows; ++row) {
      const size_t start = static_cast<size_t>(row) * columns * kChannels;
      BlurRow(&cells[start], &other[start], columns, radius);
    }
    BlurDown(other.data(), cells.data(), columns * kChannels, rows, radius, sums);
  }
}

std::vector<float> Splat(const PointTable& table, const LandGrid& grid, ThemeKind theme) {
  std::vector<float> cells(static_cast<size_t>(grid.columns) * grid.rows * kChannels, 0.f);
  const float to_column = static_cast<float>(grid.columns) / grid.bounds_in_world.width();
  const float to_row = static_cast<float>(grid.rows) / grid.bounds_in_world.height();
  std::array<std::array<float, 4>, kTopicCount + 1> colors;
  for (int hue = 0; hue < kTopicCount; ++hue) {
    colors[hue] = UnpackColor(ColorOf(
        table.palette == Palette::kPlain ? Token::kLand4 : DotToken(table.palette, hue), theme));
  }
  // Dots that recede tint the land as the land is.
  colors[kTopicCount] = UnpackColor(ColorOf(Token::kLand4, theme));
  for (size_t item = 0; item < table.codes.size() / 2; ++item) {
    const Point2 at = WorldOf(table, item);
    const float x = (at.x - grid.bounds_in_world.low.x) * to_column - 0.5f;
    const float y = (at.y - grid.bounds_in_world.low.y) * to_row - 0.5f;
    const int column = static_cast<int>(x), row = static_cast<int>(y);
    const float fx = x - static_cast<float>(column), fy = y - static_cast<float>(row);
    const int hue =
        item < table.hues.size() ? std::min<int>(table.hues[item] & 63, kTopicCount - 1) : 0;
    const auto& color = colors[table.IsDimmed(item) ? kTopicCount : hue];
    for (int corner = 0; corner < 4; ++corner) {
      const int dx = corner & 1, dy = corner >> 1;
      const float weight = (dx ? fx : 1 - fx) * (dy ? fy : 1 - fy);
      float* cell =
          &cells[(static_cast<size_t>(row + dy) * grid.columns + column + dx) * kChannels];
      for (int c = 0; c < 3; ++c) cell[c] += weight * color[c];
      cell[3] += weight;
    }
  }
  return cells;
}

// Densities that the given shares of the dots fall below; ranks at most 30,000 of them.
std::array<float, kLandSteps> DensitiesAtShares(const PointTable& table, const LandGrid& grid,
                                                const std::vector<float>& cells) {
  const size_t count = table.codes.size() / 2;
  const size_t every = std::max<size_t>(1, count / 30000);
  std::vector<float> densities;
  for (size_t item = 0; item < count; item += every) {
    const Point2 at = WorldOf(table, item);
    const auto column =
        static_cast<int>((at.x - grid.bounds_in_world.low.x) / grid.bounds_in_world.width() *
                         static_cast<float>(grid.columns));
    const auto row =
        static_cast<int>((at.y - grid.bounds_in_world.low.y) / grid.bounds_in_world.height() *
                         static_cast<float>(grid.rows));
    densities.push_back(cells[(static_cast<size_t>(row) * grid.columns + column) * kChannels + 3]);
  }
  std::sort(densities.begin(), densities.end());
  std::array<float, kLandSteps> at_shares;
  for (int step = 0; step < kLandSteps; ++step) {
    const auto rank =
        static_cast<size_t>(kStepShares[step] * static_cast<float>(densities.size() - 1));
    at_shares[step] = std::max(densities[rank], 1e-9f);
  }
  return at_shares;
}

void FillHeights(const std::vector<float>& cells, float coast_density, LandGrid& grid) {
  grid.heights.resize(cells.size() / kChannels);
  for (size_t i = 0; i < grid.heights.size(); ++i) {
    const float density = cells[i * kChannels + 3] / coast_density;
    grid.heights[i] = density > 0x1p-6f ? std::log2(density) : kSeaHeight;
  }
}

// The tint follows the dots more closely than the land does: nothing at the first step's density,
// its full strength a little over the last one's.
void FillTint(const std::vector<float>& cells, float coast_density, ThemeKind theme,
              LandGrid& grid) {
  const float full_strength = theme == ThemeKind::kDark ? 0.20f : 0.19f;
  const float from = 0.5f * grid.steps[1], to = grid.steps[5] + 0.6f;
  grid.tint.assign(cells.size() / kChannels * 4, 0);
  for (size_t i = 0; i < cells.size() / kChannels; ++i) {
    const float* cell = &cells[i * kChannels];
    if (cell[3] <= coast_density * 0x1p-6f) continue;
    const float share =
        std::clamp((std::log2(cell[3] / coast_density) - from) / (to - from), 0.f, 1.f);
    for (int c = 0; c < 3; ++c) {
      grid.tint[4 * i + c] =
          static_cast<uint8_t>(std::clamp(cell[c] / cell[3], 0.f, 1.f) * 255 + 0.5f);
    }
    grid.tint[4 * i + 3] =
        static_cast<uint8_t>(full_strength * share * share * (3 - 2 * share) * 255 + 0.5f);
  }
}

}  // namespace

Rect BoundsOf(const PointTable& table) {
  if (table.codes.size() < 2) return {{-1, -1}, {1, 1}};
  Rect bounds{WorldOf(table, 0), WorldOf(table, 0)};
  for (size_t item = 1; item < table.codes.size() / 2; ++item) {
    const Point2 at = WorldOf(table, item);
    bounds.low = {std::min(bounds.low.x, at.x), std::min(bounds.low.y, at.y)};
    bounds.high = {std::max(bounds.high.x, at.x), std::max(bounds.high.y, at.y)};
  }
  return bounds;
}

float LandSigmaInWorld(float pixels_per_world, float fit_pixels_per_world, float chart_side_px) {
  const float at_fit_px = std::clamp(18.f * chart_side_px / 744.f, 10.f, 20.f);
  // Quarter octaves for the chart's size, whole octaves for the zoom.
  const float fit_sigma =
      std::exp2(std::round(4 * std::log2(at_fit_px / fit_pixels_per_world)) / 4);
  const float octave =
      std::clamp(std::round(std::log2(pixels_per_world / fit_pixels_per_world)), 0.f, 4.f);
  return fit_sigma * std::exp2(-octave / 2);
}

LandGrid ComputeLand(const PointTable& table, float sigma_in_world, ThemeKind theme) {
  LandGrid grid;
  if (table.codes.size() < 2 || !(sigma_in_world > 0)) return grid;
  grid.bounds_in_world = BoundsOf(table);
  const float margin = kMarginInSigmas * sigma_in_world;
  grid.bounds_in_world.low = grid.bounds_in_world.low - Point2{margin, margin};
  grid.bounds_in_world.high = grid.bounds_in_world.high + Point2{margin, margin};
  const float longest = std::max(grid.bounds_in_world.width(), grid.bounds_in_world.height());
  const float cell = std::max(sigma_in_world / kCellsPerSigma, longest / kGreatestSide);
  grid.columns = static_cast<int>(std::ceil(grid.bounds_in_world.width() / cell));
  grid.rows = static_cast<int>(std::ceil(grid.bounds_in_world.height() / cell));
  grid.bounds_in_world.high =
      grid.bounds_in_world.low +
      Point2{static_cast<float>(grid.columns) * cell, static_cast<float>(grid.rows) * cell};
  std::vector<float> cells = Splat(table, grid, theme);
  // Variances of blurs in a row add up: first what the tint wants, then the rest of the land's.
  const float sigma_in_cells = sigma_in_world / cell;
  Blur(cells, grid.columns, grid.rows, kTintSigma * sigma_in_cells);
  const std::vector<float> tight = cells;
  Blur(cells, grid.columns, grid.rows, std::sqrt(1 - kTintSigma * kTintSigma) * sigma_in_cells);
  const auto densities = DensitiesAtShares(table, grid, cells);
  for (int step = 1; step < kLandSteps; ++step) {
    // Steps stay apart even where many dots share one density.
    grid.steps[step] =
        std::max(std::log2(densities[step] / densities[0]), grid.steps[step - 1] + 0.05f);
  }
  FillHeights(cells, densities[0], grid);
  FillTint(tight, densities[0], theme, grid);
  return grid;
}

std::vector<std::vector<Point2>> ContoursOf(const LandGrid& grid, float height) {
  return LinesAt({grid.bounds_in_world, grid.columns, grid.rows, grid.heights}, height);
}

}  // namespace meander
