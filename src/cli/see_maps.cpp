// See see_maps.h.
#include "cli/see_maps.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "canvas/png.h"
#include "canvas/tokens.h"
#include "cli/given_options.h"

namespace meander {
namespace {

constexpr int kHues = 7;  // from what speaks most against to what speaks most for

uint32_t HueOf(int step) {
  return kLightColors[static_cast<size_t>(Token::kDiverging0) + size_t(step)];
}

}  // namespace

std::string NameOfTensor(int tensor) {
  return tensor == 0 ? "image" : tensor == kLogits ? "logits" : LayerOf(tensor - 1).name;
}

Json LayerJson(int tensor) {
  const ConvShape shape = ShapeOfTensor(tensor);
  return {{"name", NameOfTensor(tensor)}, {"side", shape.side}, {"channels", shape.channels}};
}

Json NumbersJson(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(Short(value));
  return list;
}

std::string ChoiceWords(const Sight& sight, const ClassChoice& choice) {
  return sight.ClassName(choice.a) +
         (choice.b < 0 ? "" : " rather than " + sight.ClassName(choice.b));
}

std::string LettersOfMap(const std::vector<double>& places, int side) {
  if (side > 28) return "";
  double most = 0;
  for (const double x : places) most = std::max(most, std::fabs(x));
  std::string map;
  for (size_t i = 0; i < places.size(); ++i) {
    const double share = most > 0 ? places[i] / most : 0;
    const auto step = static_cast<size_t>(std::min(4.0, std::fabs(share) * 5));
    map += share < 0 ? " -=xX"[step] : " .:oO"[step];
    map += (i + 1) % static_cast<size_t>(side) == 0 ? '\n' : ' ';
  }
  return map;
}

std::vector<uint8_t> PictureOfMap(const SeenMap& map) {
  double most = 0;
  for (const double x : map.values) most = std::max(most, std::fabs(x));
  Picture picture{kPictureSide, kPictureSide, {}};
  for (int y = 0; y < kPictureSide; ++y) {
    for (int x = 0; x < kPictureSide; ++x) {
      const size_t at = size_t(y * map.side / kPictureSide) * size_t(map.side) +
                        size_t(x * map.side / kPictureSide);
      const double share = most > 0 ? map.values[at] / most : 0;
      const double along = (share + 1) / 2 * (kHues - 1);
      const int low = std::clamp(static_cast<int>(along), 0, kHues - 2);
      for (int shift = 0; shift < 24; shift += 8) {
        const auto part = [&](int step) { return double(HueOf(step) >> shift & 255); };
        const double mixed = part(low) + (part(low + 1) - part(low)) * (along - low);
        picture.rgba.push_back(static_cast<uint8_t>(std::lround(mixed)));
      }
      picture.rgba.push_back(255);
    }
  }
  return WritePng(picture, {});
}

}  // namespace meander
