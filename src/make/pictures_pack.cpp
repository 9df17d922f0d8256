// See pictures_pack.h.
#include "make/pictures_pack.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/files.h"
#include "base/hash.h"
#include "make/convnet_model.h"
#include "make/icon_sheet.h"
#include "make/open_model.h"
#include "make/pack_writer.h"
#include "make/photo_file.h"
#include "make/photo_jpeg.h"
#include "make/recipe_file.h"
#include "net/convnet/picture_input.h"
#include "pack/icon_atlas.h"
#include "pack/photo_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr size_t kMostShownBytes = 40'000, kMostThumbBytes = 5'000, kMostPhotos = 64;
constexpr float kFirstIconQuality = 70;
constexpr double kUsualShare = 0.875;  // of the shorter side, as the network was taught

struct PicturesContent {
  std::vector<std::string> names;
  std::vector<std::vector<uint8_t>> shown, thumbs, looks;
  std::vector<PhotoFacts> facts;
  Credits credits;
  std::vector<std::string> missing;  // photos that this system has not
};

// Which tile is whose, and nothing else of units.
IconAtlas IconsAlone(const IconAtlas& atlas) {
  IconAtlas alone{atlas.weights, {}, {}};
  for (const IconLayer& layer : atlas.layers) {
    IconLayer& kept = alone.layers.emplace_back();
    kept = {layer.tensor, layer.fed_by, layer.side, layer.tiles, 0, {}};
    for (const IconUnit& unit : layer.units) {
      if (unit.icon == kNoTile) continue;
      IconUnit& one = kept.units.emplace_back();
      one.channel = unit.channel;
      one.icon = unit.icon;
    }
  }
  return alone;
}

// What set-up says of its photos, by name.
Result<std::map<std::string, Json>> ReadPhotoList(const fs::path& file) {
  TRY(const std::string text, ReadTextFile(file));
  std::map<std::string, Json> list;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    TRY(Json line, ParseJson(std::string_view(text).substr(at, end - at), "The list of photos"));
    TRY(const std::string name, JsonText(line, "name"));
    list[name] = std::move(line);
    at = end + 1;
  }
  return list;
}

bool IsSet(const Json& object, const char* field) {
  const auto at = object.find(field);
  return at != object.end() && *at == true;
}

class PicturesMaker {
 public:
  PicturesMaker(const MakeOptions& options, Json recipe)
      : options_(options), recipe_(std::move(recipe)), source_(options.cache / "pictures") {}

  Result<void> Run() {
    TRY_VOID(ReadPackages());
    TRY(const Json* photos, JsonArray(recipe_, "photos"));
    if (photos->empty() || photos->size() > kMostPhotos) {
      return Fail(ErrorCode::kInvalidInput, "The recipe's \"photos\" must be 1 to 64.");
    }
    TRY(list_, ReadPhotoList(source_ / "photos/photos.jsonl"));
    for (const Json& photo : *photos) {
      const double share =
          static_cast<double>(content_.names.size()) / static_cast<double>(photos->size());
      if (!Tell("Reading photos", share)) return Fail(ErrorCode::kCancelled, "Stopped.");
      TRY_VOID(AddPhoto(photo));
    }
    if (content_.names.empty()) {
      return Fail(ErrorCode::kNotFound, "None of the recipe's photos is here.");
    }
    if (!Tell("Writing the pack", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
    return ReplaceFolder(options_.target, [&](const fs::path& folder) { return Write(folder); });
  }

 private:
  bool Tell(const char* step, double share) const {
    return !options_.progress || options_.progress(step, share);
  }

  Result<void> ReadPackages() {
    TRY(const Json* packages, JsonArray(recipe_, "packages"));
    for (const Json& package : *packages) {
      CreditedPackage credited;
      TRY(credited.name, JsonText(package, "name"));
      TRY(credited.version, JsonText(package, "version"));
      TRY(credited.registry, JsonText(package, "registry"));
      may_be_missing_.push_back(IsSet(package, "may_be_missing"));
      content_.credits.packages.push_back(std::move(credited));
    }
    return {};
  }

  Result<uint32_t> PackageNamed(const std::string& name) const {
    for (uint32_t i = 0; i < content_.credits.packages.size(); ++i) {
      if (content_.credits.packages[i].name == name) return i;
    }
    return Fail(ErrorCode::kInvalidInput,
                "The recipe names no package \"" + name + "\" for its photos.");
  }

  Result<void> AddPhoto(const Json& photo) {
    TRY(const std::string name, JsonText(photo, "name"));
    TRY(const std::string title, JsonText(photo, "title"));
    TRY(const std::string package, JsonText(photo, "package"));
    Credit credit;
    TRY(credit.package, PackageNamed(package));
    TRY(credit.path, JsonText(photo, "path"));
    const auto found = list_.find(name);
    if (found == list_.end() && may_be_missing_[credit.package]) {
      content_.missing.push_back(name);
      return {};
    }
    if (found == list_.end()) {
      return Fail(ErrorCode::kNotFound, "The photo \"" + name + "\" is not among set-up's.");
    }
    TRY(const std::string file, JsonText(found->second, "file"));
    if (file.find('/') != std::string::npos) {
      return Fail(ErrorCode::kCorrupt, "The list of photos names a file elsewhere.");
    }
    TRY(credit.author, JsonText(found->second, "credit"));
    TRY(credit.source, JsonText(found->second, "source"));
    if (!credit.source.starts_with("https://")) credit.source.clear();
    TRY(const std::string licence, JsonText(found->second, "license"));
    TRY_VOID(AddPixels(source_ / "photos" / file, IsSet(photo, "whole"), licence));
    content_.names.push_back(title);
    content_.credits.clips.push_back(std::move(credit));
    return {};
  }

  Result<void> AddPixels(const fs::path& file, bool whole, const std::string& licence) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(file));
    TRY(const Photo photo, ReadPhoto(bytes));
    const PhotoSquare square = MiddleSquare(photo.width, photo.height, whole ? 1 : kUsualShare);
    const PhotoPixels pixels{photo.width, photo.height, 3, photo.rgb};
    TRY(std::vector<uint8_t> look, ShrinkPhoto(pixels, square));
    // Never larger than it is: that would be bytes without anything to see.
    const int side = std::min<int>(kMostShownSide, square.side);
    TRY(const std::vector<uint8_t> small, ShrinkPhoto(pixels, square, side));
    TRY(std::vector<uint8_t> shown, WriteJpeg(small, side, kMostShownBytes));
    const int thumb_side = std::min<int>(kMostThumbSide, square.side);
    TRY(const std::vector<uint8_t> smallest, ShrinkPhoto(pixels, square, thumb_side));
    TRY(std::vector<uint8_t> thumb, WriteJpeg(smallest, thumb_side, kMostThumbBytes));
    PhotoFacts facts;
    facts.width = static_cast<uint16_t>(photo.width);
    facts.height = static_cast<uint16_t>(photo.height);
    facts.left = static_cast<uint16_t>(square.left);
    facts.top = static_cast<uint16_t>(square.top);
    facts.side = static_cast<uint16_t>(square.side);
    TRY(facts.licence, LicenceNamed(licence));
    content_.looks.push_back(std::move(look));
    content_.shown.push_back(std::move(shown));
    content_.thumbs.push_back(std::move(thumb));
    content_.facts.push_back(facts);
    return {};
  }

  Result<void> Write(const fs::path& folder) const {
    PackHead head;
    TRY(head.name, JsonText(recipe_, "name"));
    head.encoder_id = kConvnetId;
    head.item_count = static_cast<uint32_t>(content_.names.size());
    PackWriter writer(folder, head);
    TRY_VOID(writer.Put("titles", true, [&](uint32_t first, uint32_t count) {
      return WriteTitles(std::span(content_.names).subspan(first, count));
    }));
    TRY_VOID(writer.PutColumn(kPhotoFactsSection, true, WritePhotoFacts(content_.facts),
                              kPhotoFactBytes));
    const std::vector<uint32_t> one_each(content_.names.size(), 1);
    TRY_VOID(writer.PutChunks(kPhotosSection, false, one_each, content_.shown));
    TRY_VOID(writer.PutChunks(kThumbsSection, false, one_each, content_.thumbs));
    TRY_VOID(writer.PutChunks(kLooksSection, false, one_each, content_.looks));
    TRY_VOID(writer.PutStream(kCreditsSection, false, WriteCredits(content_.credits)));
    TRY_VOID(CopyNetwork(writer, folder));
    TRY(head.manifest_json, Manifest(head));
    if (options_.known_answers) {
      TRY_VOID(writer.PutHead());
      if (!Tell("Asking the network", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
      TRY(const std::vector<std::vector<uint8_t>> answers, options_.known_answers(folder));
      TRY_VOID(writer.PutChunks(kAnswersSection, false, one_each, answers));
    }
    TRY_VOID(WriteFile(folder / "credits.json", AsBytes(WriteJson(CreditsJson()))));
    return writer.PutHead();
  }

  // The weights as set-up made them: what the command line looks with is what the page gets.
  Result<void> CopyNetwork(PackWriter& writer, const fs::path& folder) const {
    TRY(const OpenedConvnet network, OpenConvnet(source_ / "model"));
    std::string classes;
    for (const std::string& name : network.classes) classes += name + "\n";
    TRY_VOID(writer.PutStream("classes", false, AsBytes(classes)));
    TRY_VOID(writer.PutStream("convnet", false, network.bytes));
    return CopyIcons(writer, folder, Hash64(network.bytes));
  }

  // The atlas that the recipe names, if it has been grown: of this very network.
  Result<void> CopyIcons(PackWriter& writer, const fs::path& folder, uint64_t weights) const {
    const auto named = recipe_.find("icons");
    if (named == recipe_.end()) return {};
    TRY(const std::string name, JsonText(recipe_, "icons"));
    const fs::path file = options_.project / name;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return {};
    TRY(const std::vector<uint8_t> bytes, ReadFile(file));
    TRY(const IconAtlas atlas, ReadIconAtlas(bytes));
    if (atlas.weights != weights) {
      return Fail(ErrorCode::kMismatch, "The icons of " + name + " are another network's.");
    }
    std::vector<IconSheet> sheets, first;
    for (const IconLayer& layer : atlas.layers) {
      if (layer.tiles == 0) continue;
      TRY(const std::vector<uint8_t> sheet,
          ReadFile(file.parent_path() / (layer.tensor + ".webp")));
      TRY(const std::vector<uint8_t> small,
          SmallerIconSheet(sheet, layer.tiles, kFirstIconTile, kFirstIconQuality));
      TRY_VOID(PutSheet(folder, layer.tensor, "sheet-", sheet, sheets));
      TRY_VOID(PutSheet(folder, layer.tensor, "first-", small, first));
    }
    TRY_VOID(writer.PutStream(kFirstUnitsSection, false, WriteIconAtlas(IconsAlone(atlas))));
    TRY_VOID(writer.PutStream(kFirstIconsSection, false, WriteIconSheets(first)));
    TRY_VOID(writer.PutStream(kUnitsSection, false, bytes));
    return writer.PutStream(kIconsSection, false, WriteIconSheets(sheets));
  }

  static Result<void> PutSheet(const fs::path& folder, const std::string& tensor,
                               const char* prefix, const std::vector<uint8_t>& bytes,
                               std::vector<IconSheet>& sheets) {
    const uint64_t hash = Hash64(bytes);
    sheets.push_back({tensor, prefix + tensor + "-" + HexOf(hash) + ".webp",
                      static_cast<uint32_t>(bytes.size()), hash});
    return WriteFile(folder / sheets.back().file, bytes);
  }

  // For people and their tools: whose each photo is.
  Json CreditsJson() const {
    Json list = Json::array();
    for (size_t i = 0; i < content_.names.size(); ++i) {
      const Credit& credit = content_.credits.clips[i];
      const CreditedPackage& package = content_.credits.packages[credit.package];
      list.push_back({{"name", content_.names[i]},
                      {"author", credit.author},
                      {"package", package.name},
                      {"version", package.version},
                      {"registry", package.registry},
                      {"path", credit.path},
                      {"source", credit.source},
                      {"licence", NameOf(content_.facts[i].licence)}});
    }
    return list;
  }

  Result<std::string> Manifest(const PackHead& head) const {
    TRY(const Json* sources, JsonArray(recipe_, "sources"));
    Json manifest = ManifestHead(head);
    manifest["photos"] = head.item_count;
    manifest["missing"] = content_.missing;
    manifest["sources"] = *sources;
    manifest["recipe"] = recipe_;
    return WriteJson(manifest);
  }

  const MakeOptions& options_;
  const Json recipe_;
  const fs::path source_;
  std::map<std::string, Json> list_;
  std::vector<bool> may_be_missing_;  // a package
  PicturesContent content_;
};

}  // namespace

Result<void> MakePictures(const MakeOptions& options) {
  TRY(Json recipe, ReadRecipe(options.recipe));
  return PicturesMaker(options, std::move(recipe)).Run();
}

}  // namespace meander
