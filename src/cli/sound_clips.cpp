// See sound_clips.h.
#include "cli/sound_clips.h"

#include <algorithm>
#include <map>

#include "audio/decode.h"
#include "base/files.h"
#include "cli/head_file.h"
#include "pack/sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

Result<std::vector<uint8_t>> ReadChunk(const fs::path& folder, const ChunkRef& chunk) {
  TRY(std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
  TRY_VOID(VerifyChunk(chunk, bytes));
  return bytes;
}

}  // namespace

uint32_t SoundClips::ItemOf(uint32_t clip_id) const {
  const auto found = std::ranges::find(ids, clip_id);
  return found == ids.end() ? kNoClip : static_cast<uint32_t>(found - ids.begin());
}

Result<SoundClips> OpenSoundClips(const fs::path& folder) {
  SoundClips sounds;
  const fs::path head_file = HeadFileOf(folder);
  sounds.folder = head_file.parent_path();
  TRY(const std::vector<uint8_t> head, ReadFile(head_file));
  TRY(sounds.head, ReadPackHead(head));
  for (const std::string_view needed : {std::string_view("titles"), std::string_view("positions"),
                                        kClipsSection, kSpritesSection, kCreditsSection}) {
    if (sounds.head.Find(needed) == nullptr) {
      return Fail(ErrorCode::kMismatch, "That pack holds no sounds.");
    }
  }
  std::vector<uint8_t> credits;
  for (const SectionRef& section : sounds.head.sections) {
    for (const ChunkRef& chunk : section.chunks) {
      if (section.name == "titles") {
        TRY(const auto bytes, ReadChunk(sounds.folder, chunk));
        TRY(const std::vector<std::string> names, ReadTitles(bytes, chunk.item_count));
        sounds.names.insert(sounds.names.end(), names.begin(), names.end());
      } else if (section.name == "positions") {
        TRY(const auto bytes, ReadChunk(sounds.folder, chunk));
        TRY(const Positions positions, ReadPositions(bytes, chunk.item_count));
        for (uint32_t i = 0; i < positions.count(); ++i) sounds.places.push_back(positions.At(i));
      } else if (section.name == kClipsSection) {
        TRY(const auto bytes, ReadChunk(sounds.folder, chunk));
        TRY(const std::vector<ClipRecord> clips, ReadClips(bytes, chunk.item_count));
        sounds.clips.insert(sounds.clips.end(), clips.begin(), clips.end());
      } else if (section.name == kCreditsSection) {
        TRY(const auto bytes, ReadChunk(sounds.folder, chunk));
        credits.insert(credits.end(), bytes.begin(), bytes.end());
      }
    }
  }
  TRY(sounds.credits, ReadCredits(credits, sounds.head.item_count));
  for (const ClipRecord& clip : sounds.clips) sounds.ids.push_back(clip.id);
  const size_t count = sounds.head.item_count;
  if (sounds.names.size() != count || sounds.places.size() != count || sounds.ids.size() != count ||
      sounds.credits.clips.size() != count) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its lists differ in length.");
  }
  return sounds;
}

Result<std::vector<std::shared_ptr<const Clip>>> DecodeClips(const SoundClips& sounds,
                                                             const std::vector<uint32_t>& items) {
  std::map<const ChunkRef*, std::vector<Clip>> sprites;
  std::vector<std::shared_ptr<const Clip>> clips;
  for (const uint32_t item : items) {
    const ChunkRef* chunk = sounds.head.FindChunk(kSpritesSection, item);
    if (chunk == nullptr) return Fail(ErrorCode::kNotFound, "A sound is not in this pack.");
    if (!sprites.contains(chunk)) {
      TRY(const auto bytes, ReadChunk(sounds.folder, *chunk));
      TRY(const Sprite sprite, ReadSprite(bytes, chunk->item_count));
      TRY(const Clip decoded, DecodeSprite(sprite.mp3));
      TRY(sprites[chunk], CutSprite(sprite, decoded));
    }
    clips.push_back(std::make_shared<const Clip>(sprites[chunk][size_t{item} - chunk->first_item]));
  }
  return clips;
}

}  // namespace meander
