// See picture_cover.h.
#include "net/convnet/picture_cover.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr size_t kColours = kPictureChannels;

// Each of a line's numbers the mean of those up to `reach` away; what is beyond the end is the end.
// `step`: from one to the next.
void MeanAlong(std::span<const float> from, std::span<float> to, size_t first, size_t step,
               int reach) {
  const auto at = [&](int i) {
    return double{from[first + size_t(std::clamp(i, 0, kPictureSide - 1)) * step]};
  };
  double sum = 0;
  for (int i = -reach; i <= reach; ++i) sum += at(i);
  for (int i = 0; i < kPictureSide; ++i) {
    to[first + size_t(i) * step] = static_cast<float>(sum / (2 * reach + 1));
    sum += at(i + reach + 1) - at(i - reach);
  }
}

// The row of weights with which places of one side make a place of another.
struct Mix {
  size_t first = 0;
  std::vector<double> weights;  // they add up to 1
};

std::vector<Mix> MixesOf(int from, int to) {
  std::vector<Mix> mixes(static_cast<size_t>(to));
  const double scale = static_cast<double>(from) / to;
  for (int i = 0; i < to; ++i) {
    Mix& mix = mixes[static_cast<size_t>(i)];
    if (to > from) {  // a straight line between middles
      const double at = std::clamp((i + .5) * scale - .5, 0.0, from - 1.0);
      const int low = std::min(static_cast<int>(at), std::max(from - 2, 0));
      mix.first = static_cast<size_t>(low);
      mix.weights = {1 - (at - low), at - low};
      if (from == 1) mix.weights.pop_back();
      continue;
    }
    const double begin = i * scale, end = std::min<double>((i + 1) * scale, from);
    mix.first = static_cast<size_t>(begin);
    for (int j = static_cast<int>(begin); j < end && j < from; ++j) {
      mix.weights.push_back((std::min<double>(j + 1, end) - std::max<double>(j, begin)) / scale);
    }
  }
  return mixes;
}

}  // namespace

std::vector<float> GreyCover() { return std::vector<float>(kPictureSize); }

std::vector<float> BlurredCover(std::span<const float> picture, int reach) {
  std::vector<float> cover(picture.begin(), picture.end()), beside(cover.size());
  reach = std::clamp(reach, 0, kPictureSide);
  for (int round = 0; round < 3; ++round) {
    for (size_t line = 0; line < kPictureSide; ++line) {
      for (size_t c = 0; c < kColours; ++c) {
        MeanAlong(cover, beside, line * kPictureSide * kColours + c, kColours, reach);
      }
    }
    for (size_t line = 0; line < kPictureSide; ++line) {
      for (size_t c = 0; c < kColours; ++c) {
        MeanAlong(beside, cover, line * kColours + c, kPictureSide * kColours, reach);
      }
    }
  }
  return cover;
}

std::vector<float> MeanColourCover(std::span<const float> picture, std::span<const uint16_t> labels,
                                   size_t count) {
  std::vector<double> sums(count * kColours), sizes(count);
  for (size_t i = 0; i < labels.size(); ++i) {
    ++sizes[labels[i]];
    for (size_t c = 0; c < kColours; ++c) {
      sums[labels[i] * kColours + c] += double{picture[i * kColours + c]};
    }
  }
  std::vector<float> cover(picture.size());
  for (size_t i = 0; i < labels.size(); ++i) {
    for (size_t c = 0; c < kColours; ++c) {
      cover[i * kColours + c] =
          static_cast<float>(sums[labels[i] * kColours + c] / sizes[labels[i]]);
    }
  }
  return cover;
}

std::vector<float> Covered(std::span<const float> picture, std::span<const float> cover,
                           std::span<const uint8_t> mask) {
  std::vector<float> seen(picture.begin(), picture.end());
  for (size_t i = 0; i < mask.size(); ++i) {
    if (mask[i] == 0) continue;
    std::ranges::copy(cover.subspan(i * kColours, kColours), &seen[i * kColours]);
  }
  return seen;
}

std::vector<PictureMask> SquareMasks(const SquareOptions& options) {
  const int size = std::clamp(options.size, 1, kPictureSide);
  const int count = std::clamp(options.count, 1, kPictureSide);
  // The first at the one edge, the last at the other; a single one in the middle.
  const auto begin = [&](int i) {
    const int room = kPictureSide - size;
    return static_cast<size_t>(count == 1 ? room / 2 : (room * i + (count - 1) / 2) / (count - 1));
  };
  std::vector<PictureMask> masks;
  for (int y = 0; y < count; ++y) {
    for (int x = 0; x < count; ++x) {
      PictureMask& mask = masks.emplace_back(kPicturePixels);
      for (size_t row = begin(y); row < begin(y) + size_t(size); ++row) {
        std::fill_n(&mask[row * kPictureSide + begin(x)], size, uint8_t{1});
      }
    }
  }
  return masks;
}

std::vector<PictureMask> MasksOfLabels(std::span<const uint16_t> labels, size_t count) {
  std::vector<PictureMask> masks(count, PictureMask(kPicturePixels));
  for (size_t i = 0; i < labels.size(); ++i) masks[labels[i]][i] = 1;
  return masks;
}

std::vector<double> MapAtSide(std::span<const double> map, int from, int to) {
  const std::vector<Mix> mixes = MixesOf(from, to);
  std::vector<double> result;
  for (const Mix& down : mixes) {
    for (const Mix& across : mixes) {
      double sum = 0;
      for (size_t y = 0; y < down.weights.size(); ++y) {
        const double* const row = &map[(down.first + y) * size_t(from) + across.first];
        for (size_t x = 0; x < across.weights.size(); ++x) {
          sum += down.weights[y] * across.weights[x] * row[x];
        }
      }
      result.push_back(sum);
    }
  }
  return result;
}

}  // namespace meander
