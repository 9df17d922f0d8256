// See icon_plan.h.
#include "cli/icon_plan.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "cli/see_photo.h"
#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

// What a reader meets first: the room's own photos (data/recipes/pictures.json).
constexpr const char* kShown[] = {"chelsea",   "coffee", "dog", "macaw",
                                  "red-panda", "panda",  "cow", "giraffe"};
constexpr int kShownWeight = 16, kStrongest = 4, kClassesEach = 5;

// Of the first round, in the order in which it goes.
struct Share {
  const char* layer;
  size_t count;
};
constexpr Share kFirst[] = {{"b11.exp", 320}, {"b15.exp", 260}, {"b8.exp", 200}, {"logits", 72},
                            {"head", 260},    {"b5.exp", 120},  {"b3.exp", 72},  {"b1.exp", 48}};

// The photo's places vote, each for its strongest channels: 4, 3, 2, 1.
void Vote(std::span<const float> tensor, size_t channels, int weight, std::vector<int64_t>& votes) {
  std::vector<size_t> order(channels);
  for (size_t place = 0; place < tensor.size(); place += channels) {
    std::iota(order.begin(), order.end(), size_t{0});
    std::partial_sort(order.begin(), order.begin() + kStrongest, order.end(),
                      [&](size_t a, size_t b) {
                        const float x = tensor[place + a], y = tensor[place + b];
                        return x != y ? x > y : a < b;
                      });
    for (int i = 0; i < kStrongest; ++i) {
      if (tensor[place + order[size_t(i)]] > 0) {
        votes[order[size_t(i)]] += int64_t{weight} * (kStrongest - i);
      }
    }
  }
}

}  // namespace

Result<std::vector<IconPhoto>> ReadIconPhotos() {
  TRY(const std::vector<std::string> names, PhotoNames());
  std::vector<IconPhoto> photos;
  for (const std::string& name : names) {
    TRY(const Photo photo, ReadNamedPhoto(name));
    IconPhoto small;
    small.name = name;
    TRY(small.pixels, ShrinkPhoto({photo.width, photo.height, 3, photo.rgb},
                                  MiddleSquare(photo.width, photo.height)));
    if (std::ranges::find(kShown, name) != std::end(kShown)) small.weight = kShownWeight;
    photos.push_back(std::move(small));
  }
  return photos;
}

std::vector<RankedUnits> RankUnits(const ConvnetPanels& panels,
                                   const std::vector<IconPhoto>& photos) {
  std::vector<std::vector<int64_t>> votes;
  for (const char* name : kIconLayers) {
    votes.emplace_back(size_t(ShapeOfTensor(TensorNamed(name)).channels));
  }
  ConvnetReading reading(panels);
  for (const IconPhoto& photo : photos) {
    reading.Look(PictureOf(photo.pixels));
    for (size_t i = 0; i < std::size(kIconLayers); ++i) {
      const int tensor = TensorNamed(kIconLayers[i]);
      if (tensor != kLogits) {
        Vote(reading.tensor(tensor), size_t(ShapeOfTensor(tensor).channels), photo.weight,
             votes[i]);
        continue;
      }
      const std::vector<int> top = TopClasses(reading.logits(), kClassesEach);
      const int most = photo.weight > 1 ? kClassesEach : 2;
      for (int rank = 0; rank < most; ++rank) {
        votes[i][size_t(top[size_t(rank)])] += int64_t{photo.weight} * (kClassesEach - rank);
      }
    }
  }
  std::vector<RankedUnits> ranked;
  for (size_t i = 0; i < std::size(kIconLayers); ++i) {
    RankedUnits units;
    units.tensor = TensorNamed(kIconLayers[i]);
    units.channels.resize(votes[i].size());
    std::iota(units.channels.begin(), units.channels.end(), 0);
    std::ranges::stable_sort(
        units.channels, [&](int a, int b) { return votes[i][size_t(a)] > votes[i][size_t(b)]; });
    units.seen = size_t(std::ranges::count_if(votes[i], [](int64_t count) { return count > 0; }));
    if (units.tensor == kLogits) units.channels.resize(units.seen);
    ranked.push_back(std::move(units));
  }
  return ranked;
}

std::vector<IconName> PlanIcons(const std::vector<RankedUnits>& ranked) {
  std::vector<IconName> first, rest;
  for (const Share& share : kFirst) {
    const int tensor = TensorNamed(share.layer);
    const auto units = std::ranges::find(ranked, tensor, &RankedUnits::tensor);
    if (units == ranked.end()) continue;
    for (size_t i = 0; i < units->channels.size(); ++i) {
      (i < share.count ? first : rest).push_back({{tensor, units->channels[i], 1}, 0});
    }
  }
  std::vector<IconName> all = first;
  all.insert(all.end(), rest.begin(), rest.end());
  for (IconName name : first) {
    name.unit.sign = -1;
    all.push_back(name);
  }
  return all;
}

}  // namespace meander
