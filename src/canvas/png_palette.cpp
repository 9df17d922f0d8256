// Choosing 256 colours: boxes of colours in OKLab are cut where the error is greatest, then the
// centres are moved a few times to the means of what they stand for.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "canvas/png.h"

namespace meander {
namespace {

using Lab = std::array<float, 3>;
constexpr size_t kGreatestColors = 40000;
constexpr int kRefinements = 3;

struct Swatch {
  uint32_t color;  // 0x00BBGGRR
  uint32_t count;
  Lab lab;
  uint16_t cluster = 0;
};

// Björn Ottosson, "A perceptual color space for image processing", 2020.
Lab OklabOf(uint32_t color) {
  std::array<float, 3> linear{};
  for (int c = 0; c < 3; ++c) {
    const float v = static_cast<float>(color >> (8 * c) & 255) / 255;
    linear[c] = v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
  }
  const auto [r, g, b] = linear;
  const float l = std::cbrt(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
  const float m = std::cbrt(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
  const float s = std::cbrt(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
  return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
          1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
          0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

float SquaredDistance(const Lab& a, const Lab& b) {
  const float x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
  return x * x + y * y + z * z;
}

uint32_t ColorAt(const Picture& picture, size_t pixel, uint32_t mask) {
  const uint8_t* p = &picture.rgba[4 * pixel];
  return (p[0] | p[1] << 8 | p[2] << 16) & mask;
}

std::vector<Swatch> CountColors(const Picture& picture, uint32_t mask) {
  std::vector<uint32_t> all(picture.rgba.size() / 4);
  for (size_t i = 0; i < all.size(); ++i) all[i] = ColorAt(picture, i, mask);
  std::sort(all.begin(), all.end());
  std::vector<Swatch> swatches;
  for (size_t i = 0; i < all.size();) {
    const auto end =
        std::upper_bound(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(), all[i]);
    const auto next = static_cast<size_t>(end - all.begin());
    swatches.push_back({all[i], static_cast<uint32_t>(next - i), OklabOf(all[i])});
    i = next;
  }
  return swatches;
}

struct Box {
  size_t begin = 0, end = 0;
  double error = 0;  // weighted squared distance to the mean, along the worst axis
  int axis = 0;
  float mean = 0;
};

Box Measure(const std::vector<Swatch>& swatches, size_t begin, size_t end) {
  Box box{begin, end};
  for (int axis = 0; axis < 3; ++axis) {
    double weight = 0, sum = 0, squares = 0;
    for (size_t i = begin; i < end; ++i) {
      // Large fills must not eat the whole palette: counts weigh by their root.
      const double w = std::sqrt(static_cast<double>(swatches[i].count)), v = swatches[i].lab[axis];
      weight += w;
      sum += w * v;
      squares += w * v * v;
    }
    const double error = squares - sum * sum / weight;
    if (axis == 0 || error > box.error) {
      box.error = error;
      box.axis = axis;
      box.mean = static_cast<float>(sum / weight);
    }
  }
  return box;
}

std::vector<Lab> CutBoxes(std::vector<Swatch>& swatches, size_t most_colors) {
  std::vector<Box> boxes{Measure(swatches, 0, swatches.size())};
  while (boxes.size() < most_colors) {
    const auto worst = std::max_element(
        boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.error < b.error; });
    if (worst->end - worst->begin < 2 || worst->error <= 1e-9) break;
    const Box box = *worst;
    const auto first = swatches.begin();
    const auto middle = std::stable_partition(
        first + static_cast<std::ptrdiff_t>(box.begin),
        first + static_cast<std::ptrdiff_t>(box.end),
        [&](const Swatch& swatch) { return swatch.lab[box.axis] <= box.mean; });
    auto cut = static_cast<size_t>(middle - first);
    cut = std::clamp(cut, box.begin + 1, box.end - 1);
    *worst = Measure(swatches, box.begin, cut);
    boxes.push_back(Measure(swatches, cut, box.end));
  }
  std::vector<Lab> centers;
  for (const Box& box : boxes) {
    Lab sum{};
    double weight = 0;
    for (size_t i = box.begin; i < box.end; ++i) {
      for (int c = 0; c < 3; ++c)
        sum[c] += swatches[i].lab[c] * static_cast<float>(swatches[i].count);
      weight += swatches[i].count;
    }
    for (float& value : sum) value /= static_cast<float>(weight);
    centers.push_back(sum);
  }
  return centers;
}

void AssignAll(std::vector<Swatch>& swatches, const std::vector<Lab>& centers) {
  for (Swatch& swatch : swatches) {
    float best = std::numeric_limits<float>::max();
    for (size_t i = 0; i < centers.size(); ++i) {
      const float distance = SquaredDistance(swatch.lab, centers[i]);
      if (distance < best) {
        best = distance;
        swatch.cluster = static_cast<uint16_t>(i);
      }
    }
  }
}

void MoveCenters(const std::vector<Swatch>& swatches, std::vector<Lab>& centers) {
  std::vector<std::array<double, 4>> sums(centers.size());
  for (const Swatch& swatch : swatches) {
    auto& sum = sums[swatch.cluster];
    for (int c = 0; c < 3; ++c) sum[c] += double{swatch.lab[c]} * swatch.count;
    sum[3] += swatch.count;
  }
  for (size_t i = 0; i < centers.size(); ++i) {
    if (sums[i][3] == 0) continue;
    for (int c = 0; c < 3; ++c) centers[i][c] = static_cast<float>(sums[i][c] / sums[i][3]);
  }
}

// The mean of a cluster in sRGB, or its commonest colour where that is a third of it.
std::vector<uint32_t> ColorsOf(const std::vector<Swatch>& swatches, size_t cluster_count) {
  std::vector<std::array<uint64_t, 4>> sums(cluster_count);
  std::vector<Swatch> commonest(cluster_count, Swatch{0, 0, {}});
  for (const Swatch& swatch : swatches) {
    auto& sum = sums[swatch.cluster];
    for (int c = 0; c < 3; ++c) sum[c] += uint64_t{swatch.color >> (8 * c) & 255} * swatch.count;
    sum[3] += swatch.count;
    if (swatch.count > commonest[swatch.cluster].count) commonest[swatch.cluster] = swatch;
  }
  std::vector<uint32_t> colors;
  for (size_t i = 0; i < cluster_count; ++i) {
    if (sums[i][3] == 0) {
      colors.push_back(0);
    } else if (uint64_t{commonest[i].count} * 3 >= sums[i][3]) {
      colors.push_back(commonest[i].color);
    } else {
      uint32_t color = 0;
      for (int c = 0; c < 3; ++c)
        color |= static_cast<uint32_t>((sums[i][c] + sums[i][3] / 2) / sums[i][3]) << (8 * c);
      colors.push_back(color);
    }
  }
  return colors;
}

}  // namespace

PalettePicture ReduceColors(const Picture& picture, size_t most_colors) {
  PalettePicture reduced;
  if (picture.rgba.empty()) return reduced;
  uint32_t mask = 0xFFFFFF;
  std::vector<Swatch> swatches = CountColors(picture, mask);
  for (uint32_t kept = 0xFE; swatches.size() > kGreatestColors && kept > 0x80;
       kept = kept << 1 & 0xFF) {
    mask = kept | kept << 8 | kept << 16;
    swatches = CountColors(picture, mask);
  }
  std::vector<Lab> centers = CutBoxes(swatches, std::clamp<size_t>(most_colors, 1, 256));
  for (int i = 0; i < kRefinements; ++i) {
    AssignAll(swatches, centers);
    MoveCenters(swatches, centers);
  }
  AssignAll(swatches, centers);
  reduced.colors = ColorsOf(swatches, centers.size());
  const auto by_color = [](const Swatch& a, const Swatch& b) { return a.color < b.color; };
  std::sort(swatches.begin(), swatches.end(), by_color);
  reduced.indices.resize(picture.rgba.size() / 4);
  uint32_t last_color = ~0u;
  uint8_t last_index = 0;
  for (size_t i = 0; i < reduced.indices.size(); ++i) {
    const uint32_t color = ColorAt(picture, i, mask);
    if (color != last_color) {
      last_color = color;
      last_index = static_cast<uint8_t>(
          std::lower_bound(swatches.begin(), swatches.end(), Swatch{color, 0, {}}, by_color)
              ->cluster);
    }
    reduced.indices[i] = last_index;
  }
  return reduced;
}

std::vector<uint8_t> WritePalettePngWithin(const Picture& picture, PngOptions options,
                                           size_t most_bytes) {
  constexpr size_t kFewestColors = 64;
  std::vector<uint8_t> png = WritePalettePng(picture, options);
  while (png.size() > most_bytes && options.most_colors > kFewestColors) {
    options.most_colors /= 2;
    png = WritePalettePng(picture, options);
  }
  return png;
}

}  // namespace meander
