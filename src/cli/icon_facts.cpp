// See icon_facts.h.
#include "cli/icon_facts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

constexpr size_t kCrops = 4, kCropsAPhoto = 2, kAlike = 5;

size_t BinOf(float value, float most) {
  if (!(value > 0)) return 0;
  const auto step = static_cast<size_t>(value / most * (kWakingBins - 1));
  return std::min(step, kWakingBins - 2) + 1;
}

// The photo's two strongest places of a channel, the second apart from the first.
void NoteCrops(std::span<const float> tensor, size_t channels, int side, uint8_t photo,
               IconUnit& unit) {
  const int apart = std::max(2, side / 7);
  int first = -1;
  for (size_t round = 0; round < kCropsAPhoto; ++round) {
    int best = -1;
    float most = 0;
    for (int place = 0; place < side * side; ++place) {
      const float value = tensor[size_t(place) * channels + unit.channel];
      if (value <= most) continue;
      if (first >= 0 && std::abs(place / side - first / side) < apart &&
          std::abs(place % side - first % side) < apart) {
        continue;
      }
      most = value;
      best = place;
    }
    if (best < 0) return;
    unit.crops.push_back({photo, static_cast<uint16_t>(best), most});
    first = best;
  }
}

void KeepStrongest(std::vector<IconCrop>& crops) {
  std::ranges::stable_sort(crops, std::greater<>(), &IconCrop::value);
  if (crops.size() > kCrops) crops.resize(kCrops);
}

void NoteClasses(const ConvnetReading& reading, uint8_t photo, IconLayer& layer) {
  const std::vector<float> shares = ClassShares(reading.logits());
  for (IconUnit& unit : layer.units) {
    const float logit = reading.logits()[unit.channel];
    ++unit.waking[std::min(static_cast<size_t>(shares[unit.channel] * kWakingBins),
                           kWakingBins - 1)];
    unit.strongest = photo == 0 ? logit : std::max(unit.strongest, logit);
    unit.crops.push_back({photo, 0, logit});
  }
}

void NoteLayer(const ConvnetReading& reading, uint8_t photo, IconLayer& layer) {
  const int tensor = TensorNamed(layer.tensor);
  if (tensor < 0) return;
  const std::span<const float> values = reading.tensor(tensor);
  const size_t channels = size_t(ShapeOfTensor(tensor).channels);
  for (size_t place = 0; place < values.size(); place += channels) {
    for (IconUnit& unit : layer.units) {
      const float value = values[place + unit.channel];
      ++unit.waking[BinOf(value, kClip)];
      unit.strongest = std::max(unit.strongest, value);
    }
  }
  for (IconUnit& unit : layer.units) NoteCrops(values, channels, layer.side, photo, unit);
}

}  // namespace

void FindWhereUnitsFire(const ConvnetPanels& panels, const std::vector<IconPhoto>& photos,
                        std::vector<IconLayer>& layers) {
  ConvnetReading reading(panels);
  for (size_t photo = 0; photo < photos.size(); ++photo) {
    reading.Look(PictureOf(photos[photo].pixels));
    for (IconLayer& layer : layers) {
      if (TensorNamed(layer.tensor) == kLogits) {
        NoteClasses(reading, static_cast<uint8_t>(photo), layer);
      } else {
        NoteLayer(reading, static_cast<uint8_t>(photo), layer);
      }
    }
  }
  for (IconLayer& layer : layers) {
    layer.pieces = static_cast<uint32_t>(photos.size() * layer.side * layer.side);
    for (IconUnit& unit : layer.units) {
      for (const IconCrop& crop : unit.crops) {
        if (photos[crop.photo].weight > 1) unit.shown.push_back(crop);
      }
      KeepStrongest(unit.crops);
      KeepStrongest(unit.shown);
    }
  }
}

void FindUnitsAlike(const ConvnetWeights& weights, IconLayer& layer) {
  const int index = TensorNamed(layer.tensor) - 1;
  const int rows = LayerOf(index).rows;
  std::vector<std::vector<float>> columns;
  for (const IconUnit& unit : layer.units) {
    std::vector<float>& column = columns.emplace_back();
    double square = 0;
    for (int row = 0; row < rows; ++row) {
      column.push_back(weights.At(index, row, unit.channel));
      square += double{column.back()} * double{column.back()};
    }
    const auto scale = static_cast<float>(1 / std::sqrt(std::max(square, 1e-30)));
    for (float& value : column) value *= scale;
  }
  for (size_t a = 0; a < columns.size(); ++a) {
    std::vector<IconLink>& alike = layer.units[a].alike;
    for (size_t b = 0; b < columns.size(); ++b) {
      if (a == b) continue;
      const float cosine =
          std::inner_product(columns[a].begin(), columns[a].end(), columns[b].begin(), 0.f);
      alike.push_back({layer.units[b].channel, cosine});
    }
    const size_t kept = std::min(kAlike, alike.size());
    std::ranges::partial_sort(alike, alike.begin() + static_cast<std::ptrdiff_t>(kept),
                              std::greater<>(), &IconLink::value);
    alike.resize(kept);
  }
}

}  // namespace meander
