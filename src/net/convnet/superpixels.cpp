// See superpixels.h.
#include "net/convnet/superpixels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meander {
namespace {

constexpr int kSide = kPictureSide;
constexpr size_t kPixels = size_t{kPictureSide} * kPictureSide;
constexpr uint16_t kNone = std::numeric_limits<uint16_t>::max();

// Newton's way to a root of 0 ≤ x ≤ 1, from above; steps enough from the smallest asked for.
double CubeRoot(double x) {
  double y = 1;
  for (int i = 0; i < 20; ++i) y -= (y * y * y - x) / (3 * y * y);
  return y;
}
double FifthRoot(double x) {
  double y = 1;
  for (int i = 0; i < 20; ++i) {
    const double fourth = y * y * y * y;
    y -= (fourth * y - x) / (5 * fourth);
  }
  return y;
}

// Light from sRGB's code (IEC 61966-2-1): ((v + .055) / 1.055)^2.4 above its straight beginning.
double LightOf(double value) {
  value = std::clamp(value, 0.0, 1.0);
  if (value <= .04045) return value / 12.92;
  const double x = (value + .055) / 1.055;
  return x * x * FifthRoot(x * x);
}

// CIE's f: the cube root, and a straight line where it is dark.
double LabCurve(double t) {
  constexpr double kKink = 6.0 / 29;
  return t > kKink * kKink * kKink ? CubeRoot(std::min(t, 1.0))
                                   : t / (3 * kKink * kKink) + 4.0 / 29;
}

struct Centre {
  LabColour colour;
  double x = 0, y = 0;
};

double Square(double x) { return x * x; }
double ColourSquare(const LabColour& a, const LabColour& b) {
  return Square(a.l - b.l) + Square(a.a - b.a) + Square(a.b - b.b);
}

size_t At(int x, int y) { return size_t(y) * kSide + size_t(x); }

// How much the colours about a pixel differ; the least is where a centre begins.
double SlopeAt(const std::vector<LabColour>& lab, int x, int y) {
  return ColourSquare(lab[At(x + 1, y)], lab[At(x - 1, y)]) +
         ColourSquare(lab[At(x, y + 1)], lab[At(x, y - 1)]);
}

// A grid as near to `count` as squares come, each centre moved to the calmest pixel next to it.
std::vector<Centre> FirstCentres(const std::vector<LabColour>& lab, int count) {
  const int rows =
      std::max(1, static_cast<int>(std::lround(std::sqrt(static_cast<double>(count)))));
  const int columns = std::max(1, (count + rows / 2) / rows);
  std::vector<Centre> centres;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const int middle_x = (2 * column + 1) * kSide / (2 * columns);
      const int middle_y = (2 * row + 1) * kSide / (2 * rows);
      int best_x = middle_x, best_y = middle_y;
      double least = std::numeric_limits<double>::max();
      for (int y = middle_y - 1; y <= middle_y + 1; ++y) {
        for (int x = middle_x - 1; x <= middle_x + 1; ++x) {
          if (x < 1 || y < 1 || x > kSide - 2 || y > kSide - 2) continue;
          if (const double slope = SlopeAt(lab, x, y); slope < least) {
            least = slope;
            best_x = x;
            best_y = y;
          }
        }
      }
      centres.push_back({lab[At(best_x, best_y)], double(best_x), double(best_y)});
    }
  }
  return centres;
}

// Every pixel to the nearest of the centres about it, D² = colour² + (way / grid step)² · m².
void Assign(const std::vector<LabColour>& lab, const std::vector<Centre>& centres, double step,
            double compactness, std::vector<uint16_t>& labels) {
  std::vector<double> distances(kPixels, std::numeric_limits<double>::max());
  const double way_weight = Square(compactness / step);
  const int reach = static_cast<int>(std::ceil(step));
  for (size_t k = 0; k < centres.size(); ++k) {
    const Centre& centre = centres[k];
    const int middle_x = static_cast<int>(centre.x), middle_y = static_cast<int>(centre.y);
    for (int y = std::max(middle_y - reach, 0); y <= std::min(middle_y + reach, kSide - 1); ++y) {
      for (int x = std::max(middle_x - reach, 0); x <= std::min(middle_x + reach, kSide - 1); ++x) {
        const double distance = ColourSquare(lab[At(x, y)], centre.colour) +
                                (Square(x - centre.x) + Square(y - centre.y)) * way_weight;
        if (distance < distances[At(x, y)]) {
          distances[At(x, y)] = distance;
          labels[At(x, y)] = static_cast<uint16_t>(k);
        }
      }
    }
  }
}

void MoveCentres(const std::vector<LabColour>& lab, const std::vector<uint16_t>& labels,
                 std::vector<Centre>& centres) {
  std::vector<Centre> sums(centres.size());
  std::vector<double> sizes(centres.size());
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const size_t label = labels[At(x, y)];
      const LabColour& colour = lab[At(x, y)];
      Centre& sum = sums[label];
      sum.colour = {sum.colour.l + colour.l, sum.colour.a + colour.a, sum.colour.b + colour.b};
      sum.x += x;
      sum.y += y;
      ++sizes[label];
    }
  }
  for (size_t k = 0; k < centres.size(); ++k) {
    if (sizes[k] == 0) continue;
    const double n = sizes[k];
    const LabColour& sum = sums[k].colour;
    centres[k] = {{sum.l / n, sum.a / n, sum.b / n}, sums[k].x / n, sums[k].y / n};
  }
}

// Calls `take` with each of a pixel's up to four neighbours.
template <class Take>
void ForNeighbours(size_t pixel, Take take) {
  const size_t x = pixel % kSide, y = pixel / kSide;
  if (x > 0) take(pixel - 1);
  if (y > 0) take(pixel - kSide);
  if (x + 1 < kSide) take(pixel + 1);
  if (y + 1 < kSide) take(pixel + kSide);
}

// Pieces that hang together get numbers of their own, in reading order; those smaller than `least`
// go to a neighbour that has one already.
Superpixels Connected(const std::vector<uint16_t>& labels, size_t least) {
  Superpixels parts{std::vector<uint16_t>(kPixels, kNone), 0};
  std::vector<size_t> piece;
  for (size_t first = 0; first < kPixels; ++first) {
    if (parts.labels[first] != kNone) continue;
    const auto number = static_cast<uint16_t>(parts.count);
    uint16_t neighbour = kNone;
    piece.assign(1, first);
    parts.labels[first] = number;
    for (size_t i = 0; i < piece.size(); ++i) {
      ForNeighbours(piece[i], [&](size_t next) {
        if (parts.labels[next] == kNone && labels[next] == labels[first]) {
          parts.labels[next] = number;
          piece.push_back(next);
        } else if (parts.labels[next] != kNone && parts.labels[next] != number) {
          neighbour = parts.labels[next];
        }
      });
    }
    if (piece.size() < least && neighbour != kNone) {
      for (const size_t pixel : piece) parts.labels[pixel] = neighbour;
    } else {
      ++parts.count;
    }
  }
  return parts;
}

}  // namespace

LabColour LabOf(double red, double green, double blue) {
  const double r = LightOf(red), g = LightOf(green), b = LightOf(blue);
  // sRGB's primaries to XYZ, by the white of D65.
  const double x = LabCurve((.4124564 * r + .3575761 * g + .1804375 * b) / .9504700);
  const double y = LabCurve(.2126729 * r + .7151522 * g + .0721750 * b);
  const double z = LabCurve((.0193339 * r + .1191920 * g + .9503041 * b) / 1.0888300);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Superpixels FindSuperpixels(std::span<const float> picture, const SuperpixelOptions& options) {
  const int count = std::clamp(options.count, 1, 1000);
  std::vector<LabColour> lab;
  lab.reserve(kPixels);
  for (size_t i = 0; i < kPixels; ++i) {
    const auto colour = [&](size_t c) {
      return (double{picture[i * kPictureChannels + c]} * 128 + 127) / 255;
    };
    lab.push_back(LabOf(colour(0), colour(1), colour(2)));
  }
  std::vector<Centre> centres = FirstCentres(lab, count);
  const double step = std::sqrt(static_cast<double>(kPixels) / static_cast<double>(centres.size()));
  const double compactness = std::max(options.compactness, 1e-3);
  std::vector<uint16_t> labels(kPixels);
  for (int round = 0; round < std::clamp(options.rounds, 1, 100); ++round) {
    Assign(lab, centres, step, compactness, labels);
    MoveCentres(lab, labels, centres);
  }
  return Connected(labels, static_cast<size_t>(step * step / 4));
}

}  // namespace meander
