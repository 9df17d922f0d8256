// See icon_crops.h.
#include "cli/icon_crops.h"

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

}  // namespace

float MeanOverPlaces(std::span<const float> values, size_t channels, size_t channel) {
  double sum = 0;
  for (size_t i = channel; i < values.size(); i += channels) sum += double{values[i]};
  return static_cast<float>(sum * static_cast<double>(channels) /
                            static_cast<double>(values.size()));
}

Result<void> FindSharesBelow(const ConvnetPanels& panels, const std::vector<IconPhoto>& photos,
                             std::vector<IconLayer>& layers) {
  for (IconLayer& layer : layers) {
    const int tensor = TensorNamed(layer.tensor), side = IconSide(tensor);
    if (tensor < 0) continue;
    const auto channels = size_t(ShapeOfTensor(tensor).channels);
    const std::vector<int> starts = StartsOfCrops(side);
    ConvnetReading reading(panels, {side, tensor, false});
    for (const IconPhoto& photo : photos) {
      const PhotoPixels pixels{kPictureSide, kPictureSide, 3, photo.pixels};
      for (const int top : starts) {
        for (const int left : starts) {
          TRY(const std::vector<uint8_t> crop, ShrinkPhoto(pixels, {left, top, side}, side));
          reading.Look(PictureOf(crop));
          for (IconUnit& unit : layer.units) {
            if (unit.icon == kNoTile) continue;
            const float mean = MeanOverPlaces(reading.tensor(tensor), channels, unit.channel);
            if (mean < unit.on_icon) unit.share_below += 1;
          }
        }
      }
    }
    const auto crops = static_cast<float>(photos.size() * starts.size() * starts.size());
    for (IconUnit& unit : layer.units) unit.share_below /= crops;
  }
  return {};
}

}  // namespace meander
