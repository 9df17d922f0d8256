// See pictures_maps.h.
#include "engine/pictures_maps.h"

namespace meander {

std::unique_ptr<PictureOcclusion> MakeOcclusion(PictureLooks& looks, std::span<const float> seed) {
  constexpr size_t kStride = 18;  // no divisor in common with 49: every square once
  const std::vector<PictureMask> squares = SquareMasks({56, 7});
  std::vector<PictureMask> masks;
  for (size_t i = 0; i < squares.size(); ++i) {
    masks.push_back(squares[i * kStride % squares.size()]);
  }
  return std::make_unique<PictureOcclusion>(looks, seed, std::move(masks), GreyCover());
}

std::unique_ptr<PictureLime> MakeLime(PictureLooks& looks, std::span<const float> seed,
                                      int segments, int samples) {
  constexpr size_t kMostSegments = 256;  // an answer holds a byte a pixel
  Superpixels parts = FindSuperpixels(looks.picture(), {.count = segments});
  while (parts.count > kMostSegments) {
    segments = segments * 3 / 4;
    parts = FindSuperpixels(looks.picture(), {.count = segments});
  }
  std::vector<float> cover = MeanColourCover(looks.picture(), parts.labels, parts.count);
  return std::make_unique<PictureLime>(looks, seed, std::move(parts), std::move(cover),
                                       LimeOptions{.samples = samples});
}

std::vector<double> LimePlaces(const PictureLime& lime, const LimeFit& fit) {
  const Superpixels& parts = lime.parts();
  std::vector<double> sizes(parts.count);
  for (const uint16_t label : parts.labels) ++sizes[label];
  std::vector<double> places(size_t{kLimeSide} * kLimeSide);
  constexpr size_t kPixels = size_t{kPictureSide} / kLimeSide;
  for (size_t i = 0; i < parts.labels.size(); ++i) {
    const size_t y = i / kPictureSide / kPixels, x = i % kPictureSide / kPixels;
    const uint16_t label = parts.labels[i];
    places[y * kLimeSide + x] += fit.weights[label] / sizes[label];
  }
  return places;
}

}  // namespace meander
