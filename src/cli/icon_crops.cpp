// See icon_crops.h.
#include "cli/icon_crops.h"

#include <algorithm>
#include <span>

#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

// Where crops begin, along one side: half a crop apart or a little less, the last one at the end.
std::vector<int> StartsOfCrops(int side) {
  const int room = kPictureSide - side, steps = (2 * room + side - 1) / side;
  std::vector<int> starts = {0};
  for (int step = 1; step <= steps; ++step) starts.push_back(room * step / steps);
  return starts;
}

std::vector<uint8_t> CropOf(std::span<const uint8_t> pixels, int left, int top, int side) {
  std::vector<uint8_t> crop;
  crop.reserve(size_t(side) * size_t(side) * 3);
  for (int y = top; y < top + side; ++y) {
    const auto row =
        pixels.subspan((size_t(y) * kPictureSide + size_t(left)) * 3, size_t(side) * 3);
    crop.insert(crop.end(), row.begin(), row.end());
  }
  return crop;
}

void CountBelow(std::span<const float> values, size_t channels, IconLayer& layer) {
  std::vector<double> sums(channels, 0);
  for (size_t place = 0; place < values.size(); place += channels) {
    for (size_t channel = 0; channel < channels; ++channel)
      sums[channel] += values[place + channel];
  }
  const auto places = static_cast<double>(values.size() / channels);
  for (IconUnit& unit : layer.units) {
    const auto mean = static_cast<float>(sums[unit.channel] / places);
    if (unit.icon != kNoTile && mean < unit.on_icon) unit.share_below += 1;
  }
}

}  // namespace

void FindSharesBelow(const ConvnetPanels& panels, const std::vector<IconPhoto>& photos,
                     std::vector<IconLayer>& layers) {
  for (IconLayer& layer : layers) {
    const int tensor = TensorNamed(layer.tensor), side = IconSide(tensor);
    if (tensor < 0) continue;
    const std::vector<int> starts = StartsOfCrops(side);
    ConvnetReading reading(panels, {side, tensor, false});
    for (const IconPhoto& photo : photos) {
      for (const int top : starts) {
        for (const int left : starts) {
          reading.Look(PictureOf(CropOf(photo.pixels, left, top, side)));
          CountBelow(reading.tensor(tensor), size_t(ShapeOfTensor(tensor).channels), layer);
        }
      }
    }
    const auto crops = static_cast<float>(photos.size() * starts.size() * starts.size());
    for (IconUnit& unit : layer.units) unit.share_below /= crops;
  }
}

}  // namespace meander
