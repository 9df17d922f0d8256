// The atlas of icons: for units of the network that looks at pictures, which tile of which sheet
// shows what makes it fire, and what was found about it over set-up's photos. Made by
// ./meander icons --atlas (cli/icon_atlas_maker.h) and committed in data/trained/pictures/; the
// sheets are WebP files beside it that a browser decodes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr uint16_t kIconAtlasVersion = 1;
inline constexpr int kIconTile = 64;     // pixels
inline constexpr int kIconColumns = 24;  // tiles in a row of a sheet
inline constexpr size_t kIconForms = 4;  // other pictures of a unit
inline constexpr size_t kWakingBins = 27;
inline constexpr uint16_t kNoTile = 0xFFFF;

// Where it fires most: a place of the layer's grid on a photo, and how much (0 … 6).
struct IconCrop {
  uint8_t photo = 0;  // of IconAtlas::photos
  uint16_t place = 0;
  float value = 0;
};
struct IconLink {
  uint16_t to = 0;  // a channel, or a class
  float value = 0;
};
struct IconUnit {
  uint16_t channel = 0;  // or class
  // Tiles of the layer's sheet; kNoTile: not grown.
  uint16_t icon = kNoTile, opposite = kNoTile;
  std::array<uint16_t, kIconForms> forms = {kNoTile, kNoTile, kNoTile, kNoTile};
  // Before clipping, the mean over all places of the icon, and the greatest of them.
  float on_icon = 0, most_on_icon = 0;
  // The share of photo crops as large as the icon on which it fires less than on its icon, both by
  // their means over all places; 0 without an icon.
  float share_below = 0;
  // How often it wakes: photo pieces on which it is 0, then 26 even steps up to 6. Of a class: its
  // share of the answer, 0 … 1 in 27 even steps, a photo a piece.
  std::array<uint32_t, kWakingBins> waking = {};
  float strongest = 0;
  std::vector<IconCrop> crops;  // of all photos, greatest first, at most four, two a photo
  std::vector<IconCrop> shown;  // the same of the photos that the room shows
  // By cosine of the weights that feed them, nearest first; of the same layer.
  std::vector<IconLink> alike;
  // Channels of the layer before (IconLayer::fed_by), gradient × activation of the unit before
  // clipping, mean over its two strongest crops: the greatest first, then those that hold it back,
  // least first.
  std::vector<IconLink> fed;
  // Classes whose logits fall most when the channel is put to 0 on the photos of those two (tried,
  // means), then those that rise most.
  std::vector<IconLink> speaks;
};
struct IconLayer {
  std::string tensor;           // "b11.exp", "head", "logits"
  std::string fed_by;           // empty at the first
  uint16_t side = 0;            // places a side of its grid
  uint16_t tiles = 0;           // of its sheet
  uint32_t pieces = 0;          // places of its grid on all photos together; `waking` counts them
  std::vector<IconUnit> units;  // by channel
};
struct IconAtlas {
  uint64_t weights = 0;  // Hash64 of the "convnet" section that it was made with
  std::vector<std::string> photos;
  std::vector<IconLayer> layers;
};

std::vector<uint8_t> WriteIconAtlas(const IconAtlas& atlas);
// kCorrupt for anything but what WriteIconAtlas gives, every number within its bounds.
Result<IconAtlas> ReadIconAtlas(ByteSpan bytes);

}  // namespace meander
