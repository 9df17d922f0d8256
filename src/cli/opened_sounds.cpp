// See opened_sounds.h.
#include "cli/opened_sounds.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "audio/decode.h"
#include "base/files.h"
#include "cli/head_file.h"
#include "cli/pack_chunks.h"

namespace meander {
namespace {

constexpr uint32_t kTopics = 11;

// Of the sections that are one chunk or are joined.
Result<void> TakeWhole(const std::string& name, ByteSpan bytes, OpenedSounds& pack) {
  const uint32_t items = pack.head.item_count;
  if (name == "positions") {
    TRY(pack.positions, ReadPositions(bytes, items));
  } else if (name == "topics") {
    TRY(pack.topics, ReadTopics(bytes, items, kTopics));
  } else if (name == "trust") {
    TRY(pack.trust, ReadTrust(bytes, items));
  } else if (name == "regions") {
    TRY(pack.regions, ReadRegions(bytes, items, kTopics));
  } else if (name == kClipsSection) {
    TRY(pack.clips, ReadClips(bytes, items));
  } else if (name == kPresetsSection) {
    TRY(pack.presets, ReadPresetsSection(bytes));
  } else if (name == kFeatureModelSection) {
    TRY(pack.model, ReadFeatureModel(bytes));
  } else if (name == kCreditsSection) {
    TRY(pack.credits, ReadCredits(bytes, items));
  }
  return {};
}

Result<void> TakePart(const std::string& name, const ChunkRef& chunk, ByteSpan bytes,
                      OpenedSounds& pack) {
  if (name == "titles") {
    TRY(std::vector<std::string> names, ReadTitles(bytes, chunk.item_count));
    std::move(names.begin(), names.end(), std::back_inserter(pack.names));
  } else if (name == kSpritesSection) {
    TRY([[maybe_unused]] const Sprite sprite, ReadSprite(bytes, chunk.item_count));
    pack.sprites.emplace_back(bytes.begin(), bytes.end());
    pack.sprite_sizes.push_back(chunk.item_count);
    pack.bytes_sprites += bytes.size();
  } else if (name == "neighbors") {
    TRY(NeighborLists lists, ReadNeighbors(bytes, chunk.item_count, pack.head.item_count));
    return Append(std::move(lists), pack.neighbors);
  } else if (name == "vectors") {
    TRY(VectorTable part, ReadVectors(bytes, chunk.item_count, pack.head.encoder_id));
    return Append(std::move(part), pack.vectors);
  }
  return {};
}

// What sections say of one another.
Result<void> FitTogether(const OpenedSounds& pack) {
  const size_t items = pack.head.item_count;
  const bool fits = pack.names.size() == items && pack.positions.count() == items &&
                    pack.clips.size() == items && pack.credits.clips.size() == items &&
                    pack.trust.size() == items && pack.topics.codes.size() == items &&
                    pack.vectors.codes.size() == items * pack.vectors.dim &&
                    pack.vectors.dim == pack.model.dim() &&
                    pack.neighbors.flat.size() == items * pack.neighbors.per_item;
  if (fits) return {};
  return Fail(ErrorCode::kCorrupt, "This pack of sounds is damaged: its sections do not fit.");
}

}  // namespace

Result<OpenedSounds> OpenSounds(const std::filesystem::path& folder) {
  const std::filesystem::path head_file = HeadFileOf(folder);
  TRY(const std::vector<uint8_t> head_bytes, ReadFile(head_file));
  OpenedSounds pack;
  TRY(pack.head, ReadPackHead(head_bytes));
  if (pack.head.Find(kClipsSection) == nullptr) {
    return Fail(ErrorCode::kInvalidInput, "\"" + pack.head.name + "\" is not a pack of sounds.");
  }
  std::map<std::string, std::vector<uint8_t>> joined;
  TRY(const uint64_t chunks,
      ReadEveryChunk(head_file.parent_path(), pack.head,
                     [&](const SectionRef& section, const ChunkRef& chunk, ByteSpan bytes) {
                       std::vector<uint8_t>& whole = joined[section.name];
                       whole.insert(whole.end(), bytes.begin(), bytes.end());
                       return TakePart(section.name, chunk, bytes, pack);
                     }));
  pack.bytes_first_view = head_bytes.size() + chunks;
  for (const SectionRef& section : pack.head.sections) {
    TRY_VOID(TakeWhole(section.name, joined[section.name], pack));
  }
  TRY_VOID(FitTogether(pack));
  return pack;
}

Result<std::vector<Clip>> ClipsOf(const OpenedSounds& pack) {
  std::vector<Clip> clips;
  for (size_t i = 0; i < pack.sprites.size(); ++i) {
    TRY(const Sprite sprite, ReadSprite(pack.sprites[i], pack.sprite_sizes[i]));
    TRY(const Clip decoded, DecodeSprite(sprite.mp3));
    TRY(std::vector<Clip> cut, CutSprite(sprite, decoded));
    std::move(cut.begin(), cut.end(), std::back_inserter(clips));
  }
  return clips;
}

}  // namespace meander
