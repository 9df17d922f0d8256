// See icon_facts.h: what feeds a unit, by its gradient, and what it speaks for, by taking it out.
#include <algorithm>
#include <map>

#include "cli/icon_facts.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

constexpr size_t kEachSide = 3;
constexpr size_t kTried = 2;  // of a unit's crops, the strongest

// The greatest above 0, then the least below it.
std::vector<IconLink> BothEnds(const std::vector<double>& values, double share) {
  std::vector<IconLink> all, result;
  for (size_t i = 0; i < values.size(); ++i) {
    all.push_back({static_cast<uint16_t>(i), static_cast<float>(values[i] * share)});
  }
  std::ranges::stable_sort(all, std::greater<>(), &IconLink::value);
  for (size_t i = 0; i < kEachSide && i < all.size() && all[i].value > 0; ++i) {
    result.push_back(all[i]);
  }
  for (size_t i = 0; i < kEachSide && i < all.size() && all[all.size() - 1 - i].value < 0; ++i) {
    result.push_back(all[all.size() - 1 - i]);
  }
  return result;
}

struct Sums {
  std::vector<double> fed, speaks;
  int fed_count = 0, speaks_count = 0;
};

// gradient × activation at `from` of the channel at one place, before it is clipped.
void AddFed(const OpenedConvnet& network, const ConvnetReading& reading, int tensor,
            const IconUnit& unit, size_t place, int from, Sums& sums) {
  const size_t inputs = size_t(LayerOf(tensor - 1).inputs);
  std::vector<float> seed(reading.tensor(tensor - 1).size());
  for (size_t i = 0; i < inputs; ++i) {
    seed[place * inputs + i] = network.weights->At(tensor - 1, static_cast<int>(i), unit.channel);
  }
  const std::vector<float> gradient = reading.Gradient(tensor - 1, seed, from);
  const std::span<const float> values = reading.tensor(from);
  const size_t channels = size_t(ShapeOfTensor(from).channels);
  sums.fed.resize(channels);
  for (size_t i = 0; i < gradient.size(); ++i) {
    sums.fed[i % channels] += double{gradient[i]} * double{values[i]};
  }
  ++sums.fed_count;
}

// By how much each class's logit falls without the channel. `reading` stays without it.
void AddSpeaks(ConvnetReading& reading, int tensor, const std::vector<float>& values,
               const std::vector<float>& logits, const IconUnit& unit, Sums& sums) {
  std::vector<float> without = values;
  const size_t channels = size_t(ShapeOfTensor(tensor).channels);
  for (size_t i = unit.channel; i < without.size(); i += channels) without[i] = 0;
  reading.LookFrom(tensor, without);
  sums.speaks.resize(logits.size());
  for (size_t i = 0; i < logits.size(); ++i) {
    sums.speaks[i] += double{logits[i]} - double{reading.logits()[i]};
  }
  ++sums.speaks_count;
}

// A class is the head's means times its weights.
void AddHead(const OpenedConvnet& network, const ConvnetReading& reading, const IconUnit& unit,
             Sums& sums) {
  const int head = TensorNamed("head");
  const ConvShape shape = ShapeOfTensor(head);
  sums.fed.resize(size_t(shape.channels));
  const std::span<const float> values = reading.tensor(head);
  for (size_t i = 0; i < values.size(); ++i) {
    const int channel = static_cast<int>(i % sums.fed.size());
    sums.fed[i % sums.fed.size()] +=
        double{values[i]} * double{network.weights->At(kLogits - 1, channel, unit.channel)} /
        static_cast<double>(shape.places());
  }
  ++sums.fed_count;
}

// All units of a layer that fire most on this photo; `reading` has looked at it and is put back.
void TryLayer(const OpenedConvnet& network, ConvnetReading& reading, size_t photo,
              const IconLayer& layer, std::map<const IconUnit*, Sums>& all) {
  const int tensor = TensorNamed(layer.tensor);
  const int from = layer.fed_by.empty() ? -1 : TensorNamed(layer.fed_by);
  const std::vector<float> values(reading.tensor(tensor).begin(), reading.tensor(tensor).end());
  const std::vector<float> logits(reading.logits().begin(), reading.logits().end());
  for (const IconUnit& unit : layer.units) {
    if (unit.icon == kNoTile) continue;
    bool is_first = true;
    for (size_t i = 0; i < unit.crops.size() && i < kTried; ++i) {
      if (unit.crops[i].photo != photo) continue;
      Sums& sums = all[&unit];
      if (tensor == kLogits) {
        AddHead(network, reading, unit, sums);
        continue;
      }
      if (from > 0) AddFed(network, reading, tensor, unit, unit.crops[i].place, from, sums);
      if (is_first) AddSpeaks(reading, tensor, values, logits, unit, sums);
      is_first = false;
    }
  }
  if (tensor != kLogits) reading.LookFrom(tensor, values);
}

}  // namespace

void TryUnits(const OpenedConvnet& network, const std::vector<IconPhoto>& photos,
              std::vector<IconLayer>& layers, void (*done)(void*, double), void* whom) {
  ConvnetReading reading(*network.panels);
  std::map<const IconUnit*, Sums> all;
  for (size_t photo = 0; photo < photos.size(); ++photo) {
    reading.Look(PictureOf(photos[photo].pixels));
    for (const IconLayer& layer : layers) TryLayer(network, reading, photo, layer, all);
    done(whom, static_cast<double>(photo + 1) / static_cast<double>(photos.size()));
  }
  for (IconLayer& layer : layers) {
    for (IconUnit& unit : layer.units) {
      const auto found = all.find(&unit);
      if (found == all.end()) continue;
      const Sums& sums = found->second;
      unit.fed = BothEnds(sums.fed, 1.0 / std::max(1, sums.fed_count));
      unit.speaks = BothEnds(sums.speaks, 1.0 / std::max(1, sums.speaks_count));
    }
  }
}

}  // namespace meander
