// A small made-up pack of sounds for the room's tests: twelve of them on a grid, two beats, and
// samples that are put on the shelf by hand. Written with the pack's own section writers and handed
// over chunk by chunk, as the page gets them.
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "audio/beat_code.h"
#include "pack/presets_section.h"
#include "sounds/beat.h"
#include "sounds/state.h"

namespace meander {

inline constexpr uint32_t kSmallSounds = 12;
inline constexpr std::string_view kSmallNames[kSmallSounds] = {
    "Door",  "Boot on stairs", "Matchbox",     "Key in a lock", "Rain on tin", "Kettle",
    "Spoon", "Metal footstep", "Glass bottle", "Saw",           "Drum",        "Bell"};

inline uint32_t SmallId(uint32_t item) { return 1000 + 7 * item; }

inline Point2 SmallPlace(uint32_t item) {
  return {static_cast<float>(item % 4) * 0.29f - 0.6f, static_cast<float>(item / 4) * 0.4f - 0.4f};
}

inline Pattern SmallBeat() {
  Pattern beat;
  beat.tempo_bpm = 120;
  for (uint32_t track = 0; track < 4; ++track) {
    Track one;
    one.clip_id = SmallId(track);
    one.role = static_cast<Role>(track);
    one.steps[track * 4] = 7;
    beat.tracks.push_back(one);
  }
  return beat;
}

struct SmallSounds {
  using Chunk = std::pair<ChunkRef, std::vector<uint8_t>>;
  PackHead head;
  std::vector<std::pair<std::string, Chunk>> chunks;

  SmallSounds() {
    head.name = "sounds";
    head.item_count = kSmallSounds;
    Positions positions;
    std::vector<uint8_t> topics, trust(kSmallSounds, 7), importance(kSmallSounds, 100);
    std::vector<std::string> names;
    std::vector<ClipRecord> clips;
    for (uint32_t item = 0; item < kSmallSounds; ++item) {
      const Point2 at = SmallPlace(item);
      for (const float value : {at.x, at.y}) {
        positions.codes.push_back(static_cast<uint16_t>(std::lround((value + 1) * 32767.5f)));
      }
      topics.push_back(item < 6 ? 0 : 1);
      names.emplace_back(kSmallNames[item]);
      ClipRecord clip;
      clip.id = SmallId(item);
      clip.length_samples = 4410;
      clip.shape = {100.f + 300.f * static_cast<float>(item), 200, 0.1f};
      clip.licence = item % 2 == 0 ? Licence::kCc0 : Licence::kCcBySa3;
      clip.envelope = {255, 120, 60, 20, 5};
      clips.push_back(clip);
    }
    Region house, street;
    house.name = "House";
    house.anchor = 1;
    street.name = "Street";
    street.anchor = 8;
    street.topic = 1;
    Add("positions", WritePositions(positions));
    Add("topics", topics);
    Add("trust", trust);
    Add("regions", WriteRegions(std::vector<Region>{house, street}));
    Add("importance", importance);
    Add("titles", WriteTitles(names));
    Add("clips", WriteClips(clips));
    Pattern other = SmallBeat();
    other.tempo_bpm = 90;
    other.tracks[0].clip_id = SmallId(10);
    Add("presets",
        WritePresets(std::vector<Preset>{{"First beat", SmallBeat()}, {"Second beat", other}}),
        true);
    head.sections.push_back(
        {"sprites", 1, false, {{"sprites-0.bin", 0, 4, 100, 1}, {"sprites-1.bin", 4, 8, 100, 2}}});
    head.sections.push_back({"neighbors", 1, false, {{"neighbors-0.bin", 0, 12, 100, 3}}});
    head.sections.push_back({"credits", 1, false, {{"credits-0.bin", 0, 0, 100, 4}}});
  }
  void Add(const std::string& name, std::vector<uint8_t> bytes, bool is_stream = false) {
    const ChunkRef chunk{name + "-0.bin", 0, is_stream ? 0 : kSmallSounds,
                         static_cast<uint32_t>(bytes.size()), head.sections.size()};
    head.sections.push_back({name, 1, true, {chunk}});
    chunks.push_back({name, {chunk, std::move(bytes)}});
  }
};

// A room whose map is there; samples are not.
inline std::unique_ptr<SoundsState> OpenSmall(std::string_view link = {}, bool is_careful = false) {
  auto state = std::make_unique<SoundsState>();
  state->is_careful = is_careful;
  const SmallSounds pack;
  StartSounds(*state, pack.head, link);
  for (const auto& [name, chunk] : pack.chunks) {
    TakeChunk(*state, name, chunk.first, ByteSpan(chunk.second));
  }
  return state;
}

// One of the kind, or nullptr.
template <typename T>
const T* Find(const Effects& effects) {
  for (const Effect& effect : effects) {
    if (const T* found = std::get_if<T>(&effect)) return found;
  }
  return nullptr;
}

}  // namespace meander
