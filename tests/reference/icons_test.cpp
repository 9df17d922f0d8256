// The committed atlas of icons beside set-up's network: it is whole, was made with these weights,
// and a tile of it grows again.
#include <algorithm>
#include <cmath>

#include "../source_dir.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/json_reader.h"
#include "cli/icon_crops.h"
#include "cli/icon_plan.h"
#include "cli/icon_store.h"
#include "make/convnet_model.h"
#include "make/icon_sheet.h"
#include "make/photo_file.h"
#include "pack/icon_atlas.h"
#include "reference_model.h"

namespace meander {
namespace {

std::filesystem::path AtlasFolder() {
  return std::filesystem::path(kSourceDir) / "data/trained/pictures";
}
const OpenedConvnet& Network() {
  static const Result<OpenedConvnet>* const network =
      new Result<OpenedConvnet>(OpenConvnet(ModelFolder().parent_path() / "pictures/model"));
  EXPECT_TRUE(network->has_value()) << network->error().message;
  return **network;
}
IconAtlas Atlas() {
  const auto bytes = ReadFile(AtlasFolder() / "atlas.bin");
  EXPECT_TRUE(bytes.has_value());
  Result<IconAtlas> atlas = ReadIconAtlas(*bytes);
  EXPECT_TRUE(atlas.has_value());
  return std::move(*atlas);
}
Json Recipe() {
  const auto text = ReadTextFile(AtlasFolder() / "recipe.json");
  EXPECT_TRUE(text.has_value());
  return *ParseJson(*text, "The recipe");
}
Photo Sheet(const std::string& tensor) {
  const auto bytes = ReadFile(AtlasFolder() / (tensor + ".webp"));
  EXPECT_TRUE(bytes.has_value()) << tensor;
  Result<Photo> sheet = ReadPhoto(*bytes);
  EXPECT_TRUE(sheet.has_value()) << tensor;
  return std::move(*sheet);
}

TEST(Icons, TheAtlasIsOfTheseWeightsAndWhole) {
  const IconAtlas atlas = Atlas();
  const Json recipe = Recipe();
  EXPECT_EQ(atlas.weights, Hash64(Network().bytes));
  EXPECT_EQ(*JsonText(recipe, "weights_xxh64"), HexOf(atlas.weights));
  EXPECT_GE(atlas.photos.size(), 40u);
  ASSERT_EQ(atlas.layers.size(), 8u);
  size_t icons = 0;
  for (size_t i = 0; i < atlas.layers.size(); ++i) {
    const IconLayer& layer = atlas.layers[i];
    const int tensor = TensorNamed(layer.tensor);
    ASSERT_GT(tensor, 0);
    EXPECT_EQ(layer.side, ShapeOfTensor(tensor).side);
    const Photo sheet = Sheet(layer.tensor);
    EXPECT_EQ(sheet.width, kIconColumns * kIconTile);
    EXPECT_GE(sheet.height / kIconTile * kIconColumns, layer.tiles);
    size_t here = 0;
    for (const IconUnit& unit : layer.units) {
      EXPECT_LT(unit.channel, ShapeOfTensor(tensor).channels);
      here += unit.icon != kNoTile ? 1 : 0;
    }
    EXPECT_EQ(static_cast<size_t>(*JsonInteger(recipe["layers"][i], "icons")), here);
    icons += here;
  }
  EXPECT_GE(icons, 1000u);
}

// Both by the mean over all places, of the icon and of photo crops as large as it.
// docs/measures-pictures.md has the figures of each layer.
TEST(Icons, UnitsFireMoreOnTheirIconsThanOnNearlyAllCropsOfPhotos) {
  size_t icons = 0, above = 0;
  const Json recipe = Recipe();
  const IconAtlas atlas = Atlas();
  for (size_t i = 0; i < atlas.layers.size(); ++i) {
    size_t here = 0;
    for (const IconUnit& unit : atlas.layers[i].units) {
      if (unit.icon == kNoTile) continue;
      ++icons;
      here += unit.share_below >= .99f ? 1 : 0;
    }
    above += here;
    EXPECT_EQ(
        static_cast<size_t>(*JsonInteger(recipe["layers"][i], "fire_more_than_on_99_percent")),
        here);
  }
  EXPECT_GE(static_cast<double>(above), .95 * static_cast<double>(icons));
}

TEST(Icons, SharesOfCropsAreFoundAgain) {
  const Result<std::vector<IconPhoto>> photos = ReadIconPhotos();
  ASSERT_TRUE(photos.has_value()) << photos.error().message;
  const IconAtlas atlas = Atlas();
  ASSERT_EQ(photos->size(), atlas.photos.size());
  std::vector<IconLayer> found = {atlas.layers[0]};
  for (IconUnit& unit : found[0].units) unit.share_below = 0;
  ASSERT_TRUE(FindSharesBelow(*Network().panels, *photos, found).has_value());
  float least = 1;
  for (size_t i = 0; i < found[0].units.size(); ++i) {
    const float share = found[0].units[i].share_below;
    EXPECT_NEAR(share, atlas.layers[0].units[i].share_below, 1e-3) << i;
    if (found[0].units[i].icon != kNoTile) least = std::min(least, share);
  }
  EXPECT_LT(least, .99f) << "a unit that likes photos better than its icon is told";
}

// The recipe's command gives the tile again, up to what WebP leaves out.
TEST(Icons, ATileGrowsAgain) {
  const IconAtlas atlas = Atlas();
  const Json recipe = Recipe();
  const auto steps = static_cast<int>(*JsonInteger(recipe, "steps"));
  const auto seed = static_cast<uint64_t>(*JsonInteger(recipe, "seed"));
  const IconLayer& layer = atlas.layers[0];
  const auto unit =
      std::ranges::find_if(layer.units, [](const IconUnit& one) { return one.icon != kNoTile; });
  ASSERT_NE(unit, layer.units.end());
  const IconName name{{TensorNamed(layer.tensor), unit->channel, 1}, 0};
  const int side = IconSide(name.unit.tensor);
  Result<GrownPicture> grown =
      GrownPicture::Begin(*Network().panels, {name.unit, SeedOfIcon(seed, name), side});
  ASSERT_TRUE(grown.has_value());
  while (grown->steps() < steps) grown->Step();
  const std::vector<uint8_t> tile = ShrinkSquare(grown->Picture(), side, kIconTile);
  const Photo sheet = Sheet(layer.tensor);
  const auto difference_from = [&](int at) {
    double sum = 0;
    for (int i = 0; i < kIconTile * kIconTile * 3; ++i) {
      const int x = at % kIconColumns * kIconTile * 3 + i % (kIconTile * 3);
      const int y = at / kIconColumns * kIconTile + i / (kIconTile * 3);
      sum += std::abs(int{sheet.rgb[size_t(y * sheet.width * 3 + x)]} - int{tile[size_t(i)]});
    }
    return sum / (kIconTile * kIconTile * 3);
  };
  EXPECT_LT(difference_from(unit->icon), 16);
  EXPECT_GT(difference_from((unit->icon + 1) % layer.tiles), 1.5 * difference_from(unit->icon));
}

}  // namespace
}  // namespace meander
