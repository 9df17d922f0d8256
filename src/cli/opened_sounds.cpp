// See opened_sounds.h.
#include "cli/opened_sounds.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "audio/decode.h"
#include "base/files.h"
#include "cli/head_file.h"

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
  } else if (name == kFeatureModelSection) {
    TRY(pack.model, ReadFeatureModel(bytes));
  } else if (name == kCreditsSection) {
    TRY(pack.credits, ReadCredits(bytes, items));
  }
  return {};
}

Result<void> TakeChunk(const std::string& name, const ChunkRef& chunk, ByteSpan bytes,
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
    pack.neighbors.per_item = lists.per_item;
    pack.neighbors.flat.insert(pack.neighbors.flat.end(), lists.flat.begin(), lists.flat.end());
  } else if (name == "vectors") {
    TRY(const VectorTable part, ReadVectors(bytes, chunk.item_count, pack.head.encoder_id));
    pack.vectors.encoder_id = part.encoder_id;
    pack.vectors.dim = part.dim;
    pack.vectors.count += part.count;
    pack.vectors.codes.insert(pack.vectors.codes.end(), part.codes.begin(), part.codes.end());
    pack.vectors.scales.insert(pack.vectors.scales.end(), part.scales.begin(), part.scales.end());
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
  pack.bytes_first_view = head_bytes.size();
  for (const SectionRef& section : pack.head.sections) {
    std::vector<uint8_t> whole;
    for (const ChunkRef& chunk : section.chunks) {
      TRY(const std::vector<uint8_t> bytes, ReadFile(head_file.parent_path() / chunk.file));
      Result<void> taken = VerifyChunk(chunk, bytes);
      if (taken) taken = TakeChunk(section.name, chunk, bytes, pack);
      if (!taken) return Fail(taken.error().code, taken.error().message + " (" + chunk.file + ")");
      if (section.first_view) pack.bytes_first_view += bytes.size();
      whole.insert(whole.end(), bytes.begin(), bytes.end());
    }
    TRY_VOID(TakeWhole(section.name, whole, pack));
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
