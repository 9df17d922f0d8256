// See icon_atlas_maker.h.
#include "cli/icon_atlas_maker.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/files.h"
#include "base/hash.h"
#include "base/json_reader.h"
#include "cli/cli.h"
#include "cli/icon_crops.h"
#include "cli/icon_facts.h"
#include "make/icon_sheet.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

struct Sheet {
  std::vector<std::vector<uint8_t>> tiles;
  int icons = 0, opposites = 0, forms = 0;
};

// What the finished icon does to its unit, before clipping.
class IconLooker {
 public:
  explicit IconLooker(const ConvnetPanels& panels) : panels_(panels) {}
  void Note(const StoredIcon& icon, IconUnit& unit) {
    const int tensor = icon.growth.unit.tensor, side = icon.growth.side;
    if (reading_ == nullptr || tensor != tensor_ || side != side_) {
      reading_ = std::make_unique<ConvnetReading>(panels_, ConvnetExtent{side, tensor, false});
      tensor_ = tensor;
      side_ = side;
    }
    reading_->Look(PictureOf(icon.pixels));
    const std::span<const float> values = reading_->tensor(tensor);
    const size_t channels = size_t(ShapeOfTensor(tensor).channels);
    unit.on_icon = MeanOverPlaces(values, channels, unit.channel);
    unit.most_on_icon = values[unit.channel];
    for (size_t i = unit.channel; i < values.size(); i += channels) {
      unit.most_on_icon = std::max(unit.most_on_icon, values[i]);
    }
  }

 private:
  const ConvnetPanels& panels_;
  std::unique_ptr<ConvnetReading> reading_;
  int tensor_ = 0, side_ = 0;
};

// The tile's number, or kNoTile where it was not grown.
Result<uint16_t> TakeTile(const AtlasMaking& making, const IconName& name, Sheet& sheet,
                          StoredIcon* kept) {
  const std::filesystem::path file = IconFile(making.icons, name);
  if (!Exists(file)) return kNoTile;
  TRY(const std::vector<uint8_t> bytes, ReadFile(file));
  TRY(StoredIcon icon, ReadIcon(bytes));
  if (icon.growth.unit != name.unit || icon.growth.seed != SeedOfIcon(making.seed, name) ||
      icon.steps != making.steps) {
    return Fail(ErrorCode::kInvalidInput,
                file.string() + " was grown otherwise; please take it away and grow it anew.");
  }
  sheet.tiles.push_back(ShrinkSquare(icon.pixels, icon.growth.side, kIconTile));
  if (kept != nullptr) *kept = std::move(icon);
  return static_cast<uint16_t>(sheet.tiles.size() - 1);
}

Result<Sheet> TakeSheet(const OpenedConvnet& network, const AtlasMaking& making,
                        const RankedUnits& ranked, IconLayer& layer) {
  Sheet sheet;
  IconLooker looker(*network.panels);
  std::vector<int> channels = ranked.channels;
  std::ranges::sort(channels);
  for (const int channel : channels) {
    IconUnit unit;
    unit.channel = static_cast<uint16_t>(channel);
    IconName name{{ranked.tensor, channel, 1}, 0};
    StoredIcon icon;
    TRY(unit.icon, TakeTile(making, name, sheet, &icon));
    if (unit.icon != kNoTile) {
      looker.Note(icon, unit);
      ++sheet.icons;
    }
    for (size_t form = 0; form < kIconForms; ++form) {
      name.variant = static_cast<int>(form) + 1;
      TRY(unit.forms[form], TakeTile(making, name, sheet, nullptr));
      if (unit.forms[form] != kNoTile) ++sheet.forms;
    }
    name = {{ranked.tensor, channel, -1}, 0};
    TRY(unit.opposite, TakeTile(making, name, sheet, nullptr));
    if (unit.opposite != kNoTile) ++sheet.opposites;
    // A class that nobody grew a picture for has no card; a channel has one in any case.
    if (ranked.tensor != kLogits || unit.icon != kNoTile) layer.units.push_back(std::move(unit));
  }
  layer.tiles = static_cast<uint16_t>(sheet.tiles.size());
  return sheet;
}

Json LayerJson(const IconLayer& layer, const Sheet& sheet, size_t bytes) {
  int above = 0;
  for (const IconUnit& unit : layer.units) above += unit.share_below >= .99f ? 1 : 0;
  std::printf("%-8s %5d icons, %5d opposites, %5d other forms, %8zu bytes; above 99 %%: %5d\n",
              layer.tensor.c_str(), sheet.icons, sheet.opposites, sheet.forms, bytes, above);
  return {{"tensor", layer.tensor},
          {"sheet", layer.tensor + ".webp"},
          {"grown_side", IconSide(TensorNamed(layer.tensor))},
          {"icons", sheet.icons},
          {"opposites", sheet.opposites},
          {"other_forms", sheet.forms},
          {"fire_more_than_on_99_percent", above}};
}

}  // namespace

Result<void> MakeIconAtlas(const OpenedConvnet& network, const std::vector<IconPhoto>& photos,
                           const AtlasMaking& making) {
  IconAtlas atlas;
  atlas.weights = Hash64(network.bytes);
  for (const IconPhoto& photo : photos) atlas.photos.push_back(photo.name);
  std::vector<Sheet> sheets;
  for (const RankedUnits& ranked : RankUnits(*network.panels, photos)) {
    IconLayer& layer = atlas.layers.emplace_back();
    layer.tensor = kIconLayers[atlas.layers.size() - 1];
    if (atlas.layers.size() > 1) layer.fed_by = kIconLayers[atlas.layers.size() - 2];
    layer.side = static_cast<uint16_t>(ShapeOfTensor(ranked.tensor).side);
    TRY(Sheet sheet, TakeSheet(network, making, ranked, layer));
    sheets.push_back(std::move(sheet));
  }
  FindWhereUnitsFire(*network.panels, photos, atlas.layers);
  TRY_VOID(FindSharesBelow(*network.panels, photos, atlas.layers));
  for (IconLayer& layer : atlas.layers) FindUnitsAlike(*network.weights, layer);
  ProgressLine progress("what units speak for");
  TryUnits(
      network, photos, atlas.layers,
      [](void* line, double share) { static_cast<ProgressLine*>(line)->Show(share); }, &progress);
  std::error_code failed;
  std::filesystem::create_directories(making.target, failed);
  Json layers = Json::array();
  for (size_t i = 0; i < atlas.layers.size(); ++i) {
    TRY(const std::vector<uint8_t> file,
        WriteIconSheet(sheets[i].tiles, kIconTile, making.quality));
    TRY_VOID(WriteFile(making.target / (atlas.layers[i].tensor + ".webp"), file));
    layers.push_back(LayerJson(atlas.layers[i], sheets[i], file.size()));
  }
  const std::vector<uint8_t> bytes = WriteIconAtlas(atlas);
  TRY_VOID(ReadIconAtlas(bytes));
  TRY_VOID(WriteFile(making.target / "atlas.bin", bytes));
  const Json recipe = {
      {"command", "./meander icons && ./meander icons --atlas data/trained/pictures"},
      {"network", kConvnetId},
      {"weights_xxh64", HexOf(atlas.weights)},
      {"atlas_version", kIconAtlasVersion},
      {"seed", making.seed},
      {"steps", making.steps},
      {"tile", kIconTile},
      {"columns", kIconColumns},
      {"photos", photos.size()},
      {"layers", layers}};
  return WriteFile(making.target / "recipe.json", AsBytes(WriteJson(recipe, 2) + "\n"));
}

}  // namespace meander
