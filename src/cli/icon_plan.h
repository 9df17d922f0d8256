// Which units get an icon, the most wanted first: channels that are among the strongest at some
// place of a photo that the room shows, and classes that are seen in photos.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "cli/icon_store.h"
#include "make/convnet_model.h"

namespace meander {

// The layers that the room shows (engine/pictures_messages.h), and the classes.
inline constexpr const char* kIconLayers[] = {"b1.exp",  "b3.exp",  "b5.exp", "b8.exp",
                                              "b11.exp", "b15.exp", "head",   "logits"};

// A photo as the network is given it.
struct IconPhoto {
  std::string name;
  std::vector<uint8_t> pixels;  // 224 · 224 · 3
  // 1 for most; the room's own photos count more when units are chosen.
  int weight = 1;
};
Result<std::vector<IconPhoto>> ReadIconPhotos();

// All of a layer's channels (or the classes that are seen), in the order in which icons are wanted.
struct RankedUnits {
  int tensor = 0;
  std::vector<int> channels;
  size_t seen = 0;  // so many of them are among the strongest somewhere
};
std::vector<RankedUnits> RankUnits(const ConvnetPanels& panels,
                                   const std::vector<IconPhoto>& photos);

// By turns: first of every layer as many as matter most, then what is left of each, then the
// opposites in the same order.
std::vector<IconName> PlanIcons(const std::vector<RankedUnits>& ranked);

}  // namespace meander
