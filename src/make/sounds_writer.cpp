// See sounds_writer.h.
#include "make/sounds_writer.h"

#include <algorithm>
#include <cmath>

#include "audio/clip_shape.h"
#include "base/files.h"
#include "make/pack_writer.h"
#include "make/quality.h"
#include "pack/place_code.h"
#include "pack/presets_section.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr uint32_t kTrustNear = 30;

std::vector<ClipRecord> RecordsOf(const SoundContent& content) {
  std::vector<ClipRecord> records;
  for (size_t i = 0; i < content.sources.sounds.size(); ++i) {
    const SourceSound& sound = content.sources.sounds[i];
    records.push_back({ClipId(content.sources.packages[sound.package].name, sound.path),
                       static_cast<uint32_t>(sound.clip.samples.size()), ShapeOf(sound.clip),
                       sound.licence, content.buckets[i], EnvelopeOf(sound.clip)});
  }
  return records;
}

Credits CreditsOf(const SoundContent& content) {
  Credits credits;
  credits.packages = content.sources.packages;
  for (const SourceSound& sound : content.sources.sounds) {
    credits.clips.push_back({sound.package, sound.path, sound.author, sound.source});
  }
  return credits;
}

// How many others have it among their ten nearest: what is like many stands for them.
std::vector<uint8_t> ImportanceOf(const NeighborLists& neighbors, size_t count) {
  std::vector<uint32_t> times(count, 0);
  for (uint32_t item = 0; item < count; ++item) {
    for (const Neighbor& near : neighbors.Of(item).first(std::min(10u, neighbors.per_item))) {
      ++times[near.item];
    }
  }
  const auto most = static_cast<float>(std::max(1u, *std::ranges::max_element(times)));
  std::vector<uint8_t> importance;
  for (const uint32_t number : times) {
    importance.push_back(
        static_cast<uint8_t>(std::lround(255 * std::sqrt(static_cast<float>(number) / most))));
  }
  return importance;
}

std::vector<std::string> NamesOf(const SoundContent& content) {
  std::vector<std::string> names;
  for (const SourceSound& sound : content.sources.sounds) names.push_back(sound.name);
  return names;
}

Result<void> WriteFirstView(PackWriter& writer, const SoundContent& content,
                            const Positions& positions) {
  const std::vector<uint32_t> on_map = NearestOnMap(positions, kTrustNear, content.threads);
  const auto map_count = static_cast<uint32_t>(on_map.size() / positions.count());
  TRY_VOID(writer.PutColumn("positions", true, WritePositions(positions), 4));
  TRY_VOID(writer.PutColumn("topics", true, content.topics));
  TRY_VOID(writer.PutColumn("trust", true, TrustOfItems(content.neighbors, on_map, map_count)));
  TRY_VOID(
      writer.PutColumn("importance", true, ImportanceOf(content.neighbors, positions.count())));
  const std::vector<std::string> names = NamesOf(content);
  TRY_VOID(writer.Put("titles", true, [&](uint32_t first, uint32_t count) {
    return WriteTitles(std::span(names).subspan(first, count));
  }));
  TRY_VOID(writer.Put("regions", true,
                      [&](uint32_t, uint32_t) { return WriteRegions(content.regions); }));
  TRY_VOID(writer.PutColumn(kClipsSection, true, WriteClips(RecordsOf(content)), kClipBytes));
  return writer.PutStream(kPresetsSection, true, WritePresets(content.presets));
}

Result<void> WriteOnDemand(PackWriter& writer, const SoundContent& content,
                           const Positions& positions) {
  TRY_VOID(writer.Put("neighbors", false, [&](uint32_t first, uint32_t count) {
    NeighborLists part{content.neighbors.per_item, {}};
    for (uint32_t item = first; item < first + count; ++item) {
      const auto nearest = content.neighbors.Of(item);
      part.flat.insert(part.flat.end(), nearest.begin(), nearest.end());
    }
    return WriteNeighbors(part);
  }));
  TRY_VOID(writer.Put("vectors", false, [&](uint32_t first, uint32_t count) {
    return WriteVectors(content.vectors, first, count);
  }));
  TRY_VOID(writer.PutStream(kFeatureModelSection, false, WriteFeatureModel(content.model)));
  TRY_VOID(writer.PutStream(kCreditsSection, false, WriteCredits(CreditsOf(content))));
  if (positions.count() <= 60 || content.neighbors.per_item < 50) return {};  // nothing to measure
  const std::vector<int> topics(content.topics.begin(), content.topics.end());
  const MapMeasures measures =
      MeasureMap(content.vectors, content.neighbors, positions, topics, content.threads);
  return writer.Put("measures", false, [&](uint32_t, uint32_t) { return WriteMeasures(measures); });
}

Result<void> WriteSprites(PackWriter& writer, const SoundContent& content,
                          const SpriteOptions& options,
                          const std::function<bool(double)>& progress) {
  std::vector<uint32_t> lengths;
  for (const SourceSound& sound : content.sources.sounds) {
    lengths.push_back(static_cast<uint32_t>(sound.clip.samples.size()));
  }
  const std::vector<uint32_t> sizes = SpriteSizes(content.buckets, lengths);
  std::vector<std::vector<uint8_t>> chunks;
  size_t first = 0;
  for (size_t i = 0; i < sizes.size(); first += sizes[i++]) {
    if (!progress(static_cast<double>(i) / static_cast<double>(sizes.size()))) {
      return Fail(ErrorCode::kCancelled, "Stopped.");
    }
    std::vector<const Clip*> clips;
    for (size_t k = 0; k < sizes[i]; ++k) clips.push_back(&content.sources.sounds[first + k].clip);
    TRY(std::vector<uint8_t> chunk, MakeSprite(clips, options));
    chunks.push_back(std::move(chunk));
  }
  return writer.PutChunks(kSpritesSection, false, sizes, chunks);
}

// For people and their tools: whose each sound is.
Json CreditsJson(const SoundContent& content) {
  Json list = Json::array();
  for (const SourceSound& sound : content.sources.sounds) {
    const CreditedPackage& package = content.sources.packages[sound.package];
    list.push_back({{"name", sound.name},
                    {"author", sound.author},
                    {"package", package.name},
                    {"version", package.version},
                    {"registry", package.registry},
                    {"path", sound.path},
                    {"source", sound.source},
                    {"licence", NameOf(sound.licence)}});
  }
  return list;
}

Json ManifestOf(const Json& recipe, const SoundContent& content, const PackHead& head) {
  Json manifest = ManifestHead(head);
  manifest["sounds"] = head.item_count;
  manifest["layout_seed"] = content.seed;
  manifest["siblings"] = content.siblings;
  manifest["left_out"] = {{"too_long", content.sources.too_long},
                          {"silent", content.sources.silent},
                          {"unreadable", content.sources.unreadable},
                          {"twins", content.sources.twins}};
  manifest["missing"] = content.sources.missing;
  manifest["packages"] = Json::array();
  for (const CreditedPackage& package : content.sources.packages) {
    manifest["packages"].push_back(package.name + " " + package.version + " (" + package.registry +
                                   ")");
  }
  manifest["sources"] = recipe["sources"];
  manifest["recipe"] = recipe;
  return manifest;
}

}  // namespace

Result<void> WriteSounds(const Json& recipe, const SoundContent& content,
                         const SpriteOptions& sprites, const fs::path& target,
                         const std::function<bool(double)>& progress) {
  return ReplaceFolder(target, [&](const fs::path& folder) -> Result<void> {
    PackHead head;
    TRY(head.name, JsonText(recipe, "name"));
    head.encoder_id = content.vectors.encoder_id;
    head.item_count = static_cast<uint32_t>(content.sources.sounds.size());
    PackWriter writer(folder, head);
    const Positions positions = PositionsOf(content.places);
    TRY_VOID(WriteFirstView(writer, content, positions));
    TRY_VOID(WriteSprites(writer, content, sprites, progress));
    TRY_VOID(WriteOnDemand(writer, content, positions));
    head.manifest_json = WriteJson(ManifestOf(recipe, content, head));
    TRY_VOID(WriteFile(folder / "credits.json", AsBytes(WriteJson(CreditsJson(content)))));
    return writer.PutHead();
  });
}

}  // namespace meander
