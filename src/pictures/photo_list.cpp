// What the pack says of its photos: their pixels, names and makers; and the names of all kinds.
#include <algorithm>
#include <utility>

#include "canvas/link.h"
#include "pack/photo_sections.h"
#include "pack/sections.h"
#include "pictures/icons.h"
#include "pictures/photos.h"
#include "pictures/section_parts.h"

namespace meander {
namespace {

void TakeNames(PicturesState& state, ByteSpan bytes) {
  const Result<std::vector<std::string>> names =
      ReadTitles(bytes, static_cast<uint32_t>(state.photos.size()));
  for (size_t i = 0; names && i < names->size(); ++i) state.photos[i].name = (*names)[i];
}

void TakeCredits(PicturesState& state, ByteSpan bytes) {
  const Result<Credits> credits = ReadCredits(bytes, static_cast<uint32_t>(state.photos.size()));
  for (size_t i = 0; credits && i < credits->clips.size(); ++i) {
    state.photos[i].maker = credits->clips[i].author;
    state.photos[i].address = credits->clips[i].source;
  }
}

void TakeFacts(PicturesState& state, ByteSpan bytes) {
  const Result<std::vector<PhotoFacts>> facts =
      ReadPhotoFacts(bytes, static_cast<uint32_t>(state.photos.size()));
  for (size_t i = 0; facts && i < facts->size(); ++i) {
    state.photos[i].license = NameOf((*facts)[i].licence);
  }
}

void TakeClasses(PicturesState& state, const ChunkRef& chunk, ByteSpan bytes) {
  std::vector<uint8_t> all;
  if (!TakePart(state.head, "classes", chunk, bytes, state.class_chunks, all)) return;
  Result<std::vector<std::string>> names = ReadClassNames(AsText(all));
  state.lost_classes = !names;
  if (names) state.class_names = std::move(*names);
}

}  // namespace

Effects FetchClasses(PicturesState& state) {
  const SectionRef* section = state.head.Find("classes");
  if (section == nullptr || std::exchange(state.asked_classes, true)) return {};
  Effects effects;
  for (uint32_t i = 0; i < section->chunks.size(); ++i) {
    effects.push_back(FetchEffect{"classes", i});
  }
  return effects;
}

Effects TakePicturesChunk(PicturesState& state, std::string_view section, const ChunkRef& chunk,
                          Result<ByteSpan> bytes) {
  if (section == "photos") {
    if (chunk.first_item >= state.photos.size()) return {};
    if (!bytes) {
      state.photos[chunk.first_item].is_lost = true;
      return {ShowPageEffect{}};
    }
    return {FetchFileEffect{std::string(kPackPhotoWish) + std::to_string(chunk.first_item) + ";" +
                            EncodeBase64Url(AsText(*bytes))}};
  }
  if (section == kThumbsSection) {
    if (!bytes || chunk.first_item >= state.photos.size()) return {};
    return {FetchFileEffect{std::string(kPackThumbWish) + std::to_string(chunk.first_item) + ";" +
                            EncodeBase64Url(AsText(*bytes))}};
  }
  if (section == kUnitsSection || section == kIconsSection || section == kFirstUnitsSection ||
      section == kFirstIconsSection) {
    return TakeIconChunk(state, section, chunk, std::move(bytes));
  }
  if (section == "classes") {
    if (bytes) {
      TakeClasses(state, chunk, *bytes);
    } else {
      state.lost_classes = true;
      state.asked_classes = false;  // opening the list once more asks again
    }
    return {ShowPageEffect{}};
  }
  // Without its name or its maker a photo is looked at all the same.
  if (!bytes) return {};
  if (section == "titles") TakeNames(state, *bytes);
  if (section == kCreditsSection) TakeCredits(state, *bytes);
  if (section == kPhotoFactsSection) TakeFacts(state, *bytes);
  return {ShowPageEffect{}};
}

std::string ThumbName(uint32_t photo) {
  return photo == PictureRef::kOwn ? "photo-own" : "photo-" + std::to_string(photo);
}

// Every pixel is the mean of what lies under it.
Effect ShowThumb(uint32_t photo, const PictureTable& pixels) {
  ShowPictureEffect show{ThumbName(photo), kThumbSide_px, {}};
  show.rgba.reserve(size_t{4} * kThumbSide_px * kThumbSide_px);
  // The square in its middle.
  const uint32_t side = std::min(pixels.width, pixels.height);
  const uint32_t left = (pixels.width - side) / 2, top = (pixels.height - side) / 2;
  for (uint32_t y = 0; y < kThumbSide_px; ++y) {
    const uint32_t y0 = top + y * side / kThumbSide_px;
    const uint32_t y1 = std::max(top + (y + 1) * side / kThumbSide_px, y0 + 1);
    for (uint32_t x = 0; x < kThumbSide_px; ++x) {
      const uint32_t x0 = left + x * side / kThumbSide_px;
      const uint32_t x1 = std::max(left + (x + 1) * side / kThumbSide_px, x0 + 1);
      uint32_t sums[3] = {0, 0, 0};
      for (uint32_t row = y0; row < y1; ++row) {
        for (uint32_t column = x0; column < x1; ++column) {
          for (size_t k = 0; k < 3; ++k) {
            sums[k] += pixels.rgba[4 * (size_t{row} * pixels.width + column) + k];
          }
        }
      }
      const uint32_t count = (y1 - y0) * (x1 - x0);
      for (const uint32_t sum : sums) show.rgba.push_back(static_cast<uint8_t>(sum / count));
      show.rgba.push_back(255);
    }
  }
  return show;
}

}  // namespace meander
