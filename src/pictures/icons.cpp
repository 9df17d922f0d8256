// See icons.h.
#include "pictures/icons.h"

#include <algorithm>
#include <utility>

#include "canvas/picture_wish.h"
#include "pictures/scene.h"
#include "pictures/section_parts.h"

namespace meander {
namespace {

std::string_view TensorOf(int layer) {
  return layer > kPictureEnd ? std::string_view("logits")
                             : kPictureLayers[static_cast<size_t>(std::max(layer, 0))].tensor;
}

// The atlas' layer of that tensor; −1: it has none.
int AtlasLayer(const IconBook& book, int layer) {
  if (book.atlas == nullptr) return -1;
  const auto at = std::ranges::find(book.atlas->layers, TensorOf(layer), &IconLayer::tensor);
  return at == book.atlas->layers.end() ? -1 : static_cast<int>(at - book.atlas->layers.begin());
}

const IconUnit* UnitIn(const IconBook& book, int layer, uint16_t unit) {
  const int at = AtlasLayer(book, layer);
  if (at < 0) return nullptr;
  const std::vector<IconUnit>& units = book.atlas->layers[static_cast<size_t>(at)].units;
  const auto found = std::ranges::lower_bound(units, unit, {}, &IconUnit::channel);
  return found == units.end() || found->channel != unit ? nullptr : &*found;
}

std::optional<UnitIcon> TileIn(const IconBook& book, int layer, uint16_t tile) {
  const int at = AtlasLayer(book, layer);
  if (at < 0 || tile == kNoTile) return std::nullopt;
  const IconLayer& known = book.atlas->layers[static_cast<size_t>(at)];
  const auto& pixels = book.sheets[static_cast<size_t>(at)].pixels;
  if (pixels == nullptr || tile >= known.tiles) return std::nullopt;
  // A sheet may have come smaller than it is: its tiles are told by their part of it.
  const float columns = kIconColumns;
  const auto rows = static_cast<float>((known.tiles + kIconColumns - 1) / kIconColumns);
  const auto column = static_cast<float>(tile % kIconColumns);
  const auto row = static_cast<float>(tile / kIconColumns);
  return UnitIcon{pixels,
                  {{column / columns, row / rows}, {(column + 1) / columns, (row + 1) / rows}}};
}

void FetchSections(const PicturesState& state, IconBook& book, std::string_view units,
                   std::string_view icons, Effects& effects) {
  if (std::exchange(book.is_asked, true)) return;
  for (const std::string_view section : {units, icons}) {
    const SectionRef* found = state.head.Find(section);
    for (uint32_t i = 0; found != nullptr && i < found->chunks.size(); ++i) {
      effects.push_back(FetchEffect{std::string(section), i});
    }
  }
}

void FetchSheets(const std::vector<int>& layers, IconBook& book, Effects& effects) {
  if (book.atlas == nullptr) return;
  for (const int layer : layers) {
    const int known = layer < 0 ? -1 : AtlasLayer(book, layer);
    if (known < 0) continue;
    const auto i = static_cast<size_t>(known);
    const auto file =
        std::ranges::find(book.list, book.atlas->layers[i].tensor, &IconSheet::tensor);
    if (file == book.list.end() || !book.sheets[i].wish.empty()) continue;
    book.sheets[i].wish = SheetWish("pack:" + file->file);
    effects.push_back(FetchFileEffect{book.sheets[i].wish});
  }
}

// All that were asked for.
bool HasSheets(const IconBook& book) {
  if (book.atlas == nullptr || book.list.empty()) return false;
  return std::ranges::none_of(book.sheets, [](const IconSheetKnown& sheet) {
    return !sheet.wish.empty() && sheet.pixels == nullptr;
  });
}

}  // namespace

int LayerThatFeeds(const PicturesState& state, int layer) {
  const IconBook& book = state.icons.whole.atlas ? state.icons.whole : state.icons.first;
  const int known = AtlasLayer(book, layer);
  if (known < 0) return -1;
  const std::string& tensor = book.atlas->layers[static_cast<size_t>(known)].fed_by;
  const auto at = std::ranges::find(kPictureLayers, tensor, &PictureLayer::tensor);
  return at == kPictureLayers.end() ? -1 : static_cast<int>(at - kPictureLayers.begin());
}

std::optional<UnitIcon> TileOf(const PicturesState& state, int layer, uint16_t tile) {
  return TileIn(state.icons.whole, layer, tile);
}

const IconUnit* FactsOfUnit(const PicturesState& state, int layer, uint16_t unit) {
  return UnitIn(state.icons.whole, layer, unit);
}

std::optional<UnitIcon> IconOf(const PicturesState& state, int layer, uint16_t unit) {
  for (const IconBook* book : {&state.icons.whole, &state.icons.first}) {
    const IconUnit* known = UnitIn(*book, layer, unit);
    if (known == nullptr) continue;
    if (std::optional<UnitIcon> icon = TileIn(*book, layer, known->icon)) return icon;
  }
  return std::nullopt;
}

Effects FetchIcons(PicturesState& state) {
  Effects effects;
  IconsKnown& icons = state.icons;
  icons.is_begun = true;
  // The small ones are of the first picture; who asks before megabytes are fetched does without the
  // rest.
  const bool may_fetch = !state.is_careful || state.may_fetch;
  state.wants_rest |= may_fetch && state.look.view == PictureView::kUnits;
  const bool has_first = state.head.Find(kFirstUnitsSection) != nullptr &&
                         state.head.Find(kFirstIconsSection) != nullptr;
  const std::vector<int> layers =
      LayersDrawn(state, StageFrame{{state.stage_width_px, state.stage_height_px}});
  if (has_first && !state.wants_rest) {
    if (layers.empty()) return effects;  // a small stage shows groups alone
    FetchSections(state, icons.first, kFirstUnitsSection, kFirstIconsSection, effects);
    FetchSheets(layers, icons.first, effects);
  } else if (may_fetch) {
    FetchSections(state, icons.whole, kUnitsSection, kIconsSection, effects);
    FetchSheets(layers, icons.whole, effects);
  }
  return effects;
}

bool HasFirstIcons(const PicturesState& state) {
  const IconsKnown& icons = state.icons;
  return state.wants_rest || !icons.first.is_asked || icons.has_failed || HasSheets(icons.first);
}

Effects TakeIconChunk(PicturesState& state, std::string_view section, const ChunkRef& chunk,
                      Result<ByteSpan> bytes) {
  const bool is_first = section == kFirstUnitsSection || section == kFirstIconsSection;
  IconBook& book = is_first ? state.icons.first : state.icons.whole;
  if (!bytes) {  // the numbers stand for the icons
    state.icons.has_failed |= is_first;
    return {};
  }
  std::vector<uint8_t> all;
  if ((section == kUnitsSection || section == kFirstUnitsSection) &&
      TakePart(state.head, section, chunk, *bytes, book.unit_chunks, all)) {
    Result<IconAtlas> atlas = ReadIconAtlas(all);
    state.icons.has_failed |= is_first && !atlas;
    if (!atlas) return {};
    book.sheets.resize(atlas->layers.size());
    book.atlas = std::make_shared<const IconAtlas>(std::move(*atlas));
  }
  if ((section == kIconsSection || section == kFirstIconsSection) &&
      TakePart(state.head, section, chunk, *bytes, book.list_chunks, all)) {
    Result<std::vector<IconSheet>> list = ReadIconSheets(all);
    state.icons.has_failed |= is_first && (!list || list->empty());
    if (list) book.list = std::move(*list);
  }
  return FetchIcons(state);
}

std::optional<Effects> TakeIconSheet(PicturesState& state, std::string_view address,
                                     const Result<ByteSpan>& bytes) {
  for (IconBook* book : {&state.icons.first, &state.icons.whole}) {
    const auto sheet = std::ranges::find(book->sheets, address, &IconSheetKnown::wish);
    if (address.empty() || sheet == book->sheets.end()) continue;
    Result<PictureTable> picture = bytes ? ReadPictureAnswer(*bytes, kLongestSheetSide)
                                         : Result<PictureTable>(std::unexpected(bytes.error()));
    if (!picture) {
      state.icons.has_failed |= book == &state.icons.first;
      return Effects{};
    }
    sheet->pixels = std::make_shared<const PictureTable>(std::move(*picture));
    return Effects{ShowPageEffect{}};
  }
  return std::nullopt;
}

}  // namespace meander
