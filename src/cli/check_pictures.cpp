// See check_pictures.h.
#include "cli/check_pictures.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "cli/pack_chunks.h"
#include "make/convnet_model.h"
#include "make/photo_file.h"
#include "pack/icon_atlas.h"
#include "pack/photo_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

struct PicturesFound {
  std::map<std::string, std::vector<uint8_t>> joined;
  std::vector<std::string> names;
  size_t shown = 0, thumbs = 0, looks = 0, answers = 0;
  uint64_t largest_shown = 0;
};

Result<void> TakePhotoChunk(const SectionRef& section, const ChunkRef& chunk, ByteSpan bytes,
                            PicturesFound& found) {
  if (section.name == "titles") {
    TRY(std::vector<std::string> names, ReadTitles(bytes, chunk.item_count));
    std::ranges::move(names, std::back_inserter(found.names));
  } else if (section.name == kPhotosSection || section.name == kThumbsSection) {
    TRY(const uint16_t side, ReadShownPhoto(bytes));
    TRY(const Photo photo, ReadPhoto(bytes));
    const bool is_thumb = section.name == kThumbsSection;
    if (photo.width != side || photo.height != side || chunk.item_count != 1 ||
        (is_thumb && side > kMostThumbSide)) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: a photo is not as large as it says.");
    }
    if (is_thumb) {
      ++found.thumbs;
      return {};
    }
    found.largest_shown = std::max<uint64_t>(found.largest_shown, bytes.size());
    ++found.shown;
  } else if (section.name == kLooksSection) {
    TRY_VOID(CheckLook(bytes, chunk.item_count));
    ++found.looks;
  } else if (section.name == kAnswersSection) {
    TRY(const std::vector<KnownAnswer> answers, ReadKnownAnswers(bytes));
    found.answers += answers.size();
  } else {
    std::vector<uint8_t>& whole = found.joined[section.name];
    whole.insert(whole.end(), bytes.begin(), bytes.end());
  }
  return {};
}

// Of each layer's units how many have an icon.
Result<Json> CheckSheets(const std::filesystem::path& folder, const IconAtlas& atlas, ByteSpan list,
                         int tile) {
  TRY(const std::vector<IconSheet> sheets, ReadIconSheets(list));
  Json counts = Json::object();
  for (const IconLayer& layer : atlas.layers) {
    counts[layer.tensor] = std::ranges::count_if(
        layer.units, [](const IconUnit& unit) { return unit.icon != kNoTile; });
    const auto sheet = std::ranges::find(sheets, layer.tensor, &IconSheet::tensor);
    if (layer.tiles == 0) continue;
    if (sheet == sheets.end()) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: " + layer.tensor + " has no sheet.");
    }
    TRY(const std::vector<uint8_t> bytes, ReadFile(folder / sheet->file));
    TRY(const Photo photo, ReadPhoto(bytes));
    const int rows = (layer.tiles + kIconColumns - 1) / kIconColumns;
    if (bytes.size() != sheet->byte_count || Hash64(bytes) != sheet->hash ||
        photo.height < rows * tile) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: " + sheet->file + " was altered.");
    }
  }
  return counts;
}

}  // namespace

Result<Json> CheckPictures(const std::filesystem::path& folder, const PackHead& head) {
  PicturesFound found;
  TRY([[maybe_unused]] const uint64_t bytes,
      ReadEveryChunk(folder, head,
                     [&](const SectionRef& section, const ChunkRef& chunk, ByteSpan content) {
                       return TakePhotoChunk(section, chunk, content, found);
                     }));
  TRY(const std::vector<PhotoFacts> facts,
      ReadPhotoFacts(found.joined[std::string(kPhotoFactsSection)], head.item_count));
  TRY([[maybe_unused]] const Credits credits,
      ReadCredits(found.joined[std::string(kCreditsSection)], head.item_count));
  TRY([[maybe_unused]] const std::vector<std::string> classes,
      ReadClassNames(AsText(found.joined["classes"])));
  TRY([[maybe_unused]] const ConvnetWeights weights, ConvnetWeights::Open(found.joined["convnet"]));
  if (head.encoder_id != kConvnetId || found.names.size() != head.item_count ||
      found.shown != head.item_count ||
      (head.Find(kThumbsSection) != nullptr && found.thumbs != head.item_count) ||
      found.looks != head.item_count) {
    return Fail(ErrorCode::kCorrupt, "This pack of photos is damaged: its sections do not fit.");
  }
  Json result;
  if (head.Find(kUnitsSection) != nullptr) {
    TRY(const IconAtlas atlas, ReadIconAtlas(found.joined[std::string(kUnitsSection)]));
    TRY(result["icons"],
        CheckSheets(folder, atlas, found.joined[std::string(kIconsSection)], kIconTile));
  }
  if (head.Find(kFirstUnitsSection) != nullptr) {
    TRY(const IconAtlas first, ReadIconAtlas(found.joined[std::string(kFirstUnitsSection)]));
    TRY(const Json icons,
        CheckSheets(folder, first, found.joined[std::string(kFirstIconsSection)], kFirstIconTile));
    if (icons != result["icons"]) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: its first icons are others.");
    }
  }
  result["photos"] = head.item_count;
  result["licences"] = Json::object();
  for (uint8_t licence = 0; licence < kLicenceCount; ++licence) {
    const auto count =
        std::ranges::count(facts, static_cast<Licence>(licence), &PhotoFacts::licence);
    if (count > 0) result["licences"][NameOf(static_cast<Licence>(licence))] = count;
  }
  result["known_answers"] = found.answers;
  result["bytes_largest_photo"] = found.largest_shown;
  result["bytes_network"] = found.joined["convnet"].size();
  TRY(const Json manifest, ParseJson(head.manifest_json, "The pack's manifest"));
  if (manifest.contains("missing")) result["missing"] = manifest["missing"];
  return result;
}

}  // namespace meander
