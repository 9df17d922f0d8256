// The sections of a pack of photos: an item is a photo, shown as a small JPEG, with exactly what
// the network is given of it and whose it is. Names are "titles" (sections.h), makers "credits"
// (sound_sections.h); the network's own sections are net/convnet/convnet_layout.h's. Readers check
// everything and answer kCorrupt rather than trust a checksum.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "pack/sound_sections.h"

namespace meander {

inline constexpr std::string_view kPhotosSection = "photos", kLooksSection = "looks",
                                  kPhotoFactsSection = "photo_facts", kAnswersSection = "answers";

// "photos": a chunk a photo, which is a whole JPEG file, so that a browser shows it by its address:
// the square that the network sees of it, kMostShownSide pixels a side or fewer.
inline constexpr uint16_t kMostShownSide = 448;
// "thumbs", may be absent: the same, kMostThumbSide pixels a side or fewer.
inline constexpr std::string_view kThumbsSection = "thumbs";
inline constexpr uint16_t kMostThumbSide = 108;
// Its side. Looks at the marks only; what else is in there is for whoever decodes it.
Result<uint16_t> ReadShownPhoto(ByteSpan chunk);

// "looks": a chunk a photo, what the network is given to look at: 224 rows of 224 times three
// bytes.
inline constexpr size_t kLookBytes = size_t{224} * 224 * 3;
Result<void> CheckLook(ByteSpan chunk, uint32_t item_count);

// "photo_facts": kPhotoFactBytes an item.
inline constexpr uint32_t kPhotoFactBytes = 11;
struct PhotoFacts {
  uint16_t width = 0, height = 0;        // of the photo as its package has it
  uint16_t left = 0, top = 0, side = 0;  // the square in it
  Licence licence = Licence::kCc0;
};
std::vector<uint8_t> WritePhotoFacts(std::span<const PhotoFacts> photos);
Result<std::vector<PhotoFacts>> ReadPhotoFacts(ByteSpan chunk, uint32_t item_count);

// "answers", may be absent: a chunk a photo, questions of its page and what the engine said to them
// when the pack was made, so that they can be answered before the network has come. To this file
// both are bytes.
struct KnownAnswer {
  std::vector<uint8_t> question, answer;
};
std::vector<uint8_t> WriteKnownAnswers(std::span<const KnownAnswer> answers);
Result<std::vector<KnownAnswer>> ReadKnownAnswers(ByteSpan chunk);

// "units", a stream, may be absent: an atlas of what is known of units (icon_atlas.h), whose sheets
// of icons are "icons", a stream: a WebP file beside the head for each of its layers, which is no
// chunk: a sheet may be larger than one, and only a browser reads it.
inline constexpr std::string_view kUnitsSection = "units", kIconsSection = "icons";
// "first_units" and "first_icons", both or neither: the same with each unit's icon alone and tiles
// of kFirstIconTile pixels, a quarter of the bytes: what a first picture takes.
inline constexpr std::string_view kFirstUnitsSection = "first_units",
                                  kFirstIconsSection = "first_icons";
inline constexpr int kFirstIconTile = 32;
inline constexpr uint32_t kMostSheetBytes = 4 << 20;
struct IconSheet {
  std::string tensor;  // IconLayer::tensor
  std::string file;    // named as chunks are
  uint32_t byte_count = 0;
  uint64_t hash = 0;  // Hash64 of its bytes
};
std::vector<uint8_t> WriteIconSheets(std::span<const IconSheet> sheets);
Result<std::vector<IconSheet>> ReadIconSheets(ByteSpan bytes);

// "classes", a stream: one name a line, as many as the network knows. kCorrupt otherwise.
Result<std::vector<std::string>> ReadClassNames(std::string_view text);

}  // namespace meander
