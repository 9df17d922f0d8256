// The methods that cover parts of a picture, as this engine uses them: one choice of squares,
// superpixels and covers for shares and races.
#pragma once

#include <memory>
#include <vector>

#include "engine/pictures_jobs.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_lime.h"
#include "net/convnet/picture_occlusion.h"

namespace meander {

// Squares of 56 at 7 · 7 places stand 28 apart, so that what they say is a map of 8 · 8.
inline constexpr size_t kOcclusionSquares = 49;
inline constexpr uint8_t kOcclusionSide = 8, kLimeSide = 14;
inline constexpr int kLimeSamples = 200, kLimeSegments = 50;  // where nobody says otherwise
// Races, by places and against orders by chance.
inline constexpr int kRaceSide = 14, kChanceOrders = 10;
inline constexpr uint64_t kChanceSeed = 1;

// In an order that has been everywhere soon.
std::unique_ptr<PictureOcclusion> MakeOcclusion(PictureLooks& looks, std::span<const float> seed);
// About `segments` superpixels, at most 256 of them.
std::unique_ptr<PictureLime> MakeLime(PictureLooks& looks, std::span<const float> seed,
                                      int segments, int samples);
// [kLimeSide²]: each superpixel's weight spread evenly over it, so that they add up to the same.
std::vector<double> LimePlaces(const PictureLime& lime, const LimeFit& fit);

}  // namespace meander
