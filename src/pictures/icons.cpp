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
int AtlasLayer(const IconsKnown& icons, int layer) {
  if (icons.atlas == nullptr) return -1;
  const auto at = std::ranges::find(icons.atlas->layers, TensorOf(layer), &IconLayer::tensor);
  return at == icons.atlas->layers.end() ? -1 : static_cast<int>(at - icons.atlas->layers.begin());
}

}  // namespace

int LayerThatFeeds(const PicturesState& state, int layer) {
  const int known = AtlasLayer(state.icons, layer);
  if (known < 0) return -1;
  const std::string& tensor = state.icons.atlas->layers[static_cast<size_t>(known)].fed_by;
  const auto at = std::ranges::find(kPictureLayers, tensor, &PictureLayer::tensor);
  return at == kPictureLayers.end() ? -1 : static_cast<int>(at - kPictureLayers.begin());
}

std::optional<UnitIcon> TileOf(const PicturesState& state, int layer, uint16_t tile) {
  const int at = AtlasLayer(state.icons, layer);
  if (at < 0 || tile == kNoTile) return std::nullopt;
  const IconLayer& known = state.icons.atlas->layers[static_cast<size_t>(at)];
  const auto& pixels = state.icons.sheets[static_cast<size_t>(at)].pixels;
  if (pixels == nullptr || tile >= known.tiles) return std::nullopt;
  // A sheet may have come smaller than it is: its tiles are told by their part of it.
  const float columns = kIconColumns;
  const auto rows = static_cast<float>((known.tiles + kIconColumns - 1) / kIconColumns);
  const auto column = static_cast<float>(tile % kIconColumns);
  const auto row = static_cast<float>(tile / kIconColumns);
  return UnitIcon{pixels,
                  {{column / columns, row / rows}, {(column + 1) / columns, (row + 1) / rows}}};
}

const IconUnit* FactsOfUnit(const PicturesState& state, int layer, uint16_t unit) {
  const int at = AtlasLayer(state.icons, layer);
  if (at < 0) return nullptr;
  const std::vector<IconUnit>& units = state.icons.atlas->layers[static_cast<size_t>(at)].units;
  const auto found = std::ranges::lower_bound(units, unit, {}, &IconUnit::channel);
  return found == units.end() || found->channel != unit ? nullptr : &*found;
}

std::optional<UnitIcon> IconOf(const PicturesState& state, int layer, uint16_t unit) {
  const IconUnit* facts = FactsOfUnit(state, layer, unit);
  return facts == nullptr ? std::nullopt : TileOf(state, layer, facts->icon);
}

Effects FetchIcons(PicturesState& state) {
  Effects effects;
  IconsKnown& icons = state.icons;
  // The photo comes first; who asks before megabytes are fetched does without.
  if (state.is_careful && !state.may_fetch) return effects;
  if (!std::exchange(icons.is_asked, true)) {
    for (const std::string_view section : {kUnitsSection, kIconsSection}) {
      const SectionRef* found = state.head.Find(section);
      for (uint32_t i = 0; found != nullptr && i < found->chunks.size(); ++i) {
        effects.push_back(FetchEffect{std::string(section), i});
      }
    }
  }
  if (icons.atlas == nullptr) return effects;
  const StageFrame stage{state.stage_width_px, state.stage_height_px};
  for (const int layer : LayersDrawn(state, stage)) {
    const int known = layer < 0 ? -1 : AtlasLayer(icons, layer);
    if (known < 0) continue;
    const auto i = static_cast<size_t>(known);
    const auto file =
        std::ranges::find(icons.list, icons.atlas->layers[i].tensor, &IconSheet::tensor);
    if (file == icons.list.end() || !icons.sheets[i].wish.empty()) continue;
    icons.sheets[i].wish = SheetWish("pack:" + file->file);
    effects.push_back(FetchFileEffect{icons.sheets[i].wish});
  }
  return effects;
}

Effects TakeIconChunk(PicturesState& state, std::string_view section, const ChunkRef& chunk,
                      Result<ByteSpan> bytes) {
  IconsKnown& icons = state.icons;
  if (!bytes) return {};  // the numbers stand for the icons
  std::vector<uint8_t> all;
  if (section == kUnitsSection &&
      TakePart(state.head, section, chunk, *bytes, icons.unit_chunks, all)) {
    Result<IconAtlas> atlas = ReadIconAtlas(all);
    if (!atlas) return {};
    icons.sheets.resize(atlas->layers.size());
    icons.atlas = std::make_shared<const IconAtlas>(std::move(*atlas));
  }
  if (section == kIconsSection &&
      TakePart(state.head, section, chunk, *bytes, icons.list_chunks, all)) {
    Result<std::vector<IconSheet>> list = ReadIconSheets(all);
    if (list) icons.list = std::move(*list);
  }
  return FetchIcons(state);
}

std::optional<Effects> TakeIconSheet(PicturesState& state, std::string_view address,
                                     const Result<ByteSpan>& bytes) {
  const auto sheet = std::ranges::find(state.icons.sheets, address, &IconSheetKnown::wish);
  if (address.empty() || sheet == state.icons.sheets.end()) return std::nullopt;
  if (!bytes) return Effects{};
  Result<PictureTable> picture = ReadPictureAnswer(*bytes, kLongestSheetSide);
  if (!picture) return Effects{};
  sheet->pixels = std::make_shared<const PictureTable>(std::move(*picture));
  return Effects{ShowPageEffect{}};
}

}  // namespace meander
