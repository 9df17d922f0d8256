// Sounds of the reader's own: a file dropped or chosen, or a few seconds of the microphone, made
// one hit (audio/trim.h) and placed on the map by the same features as all others. They never leave
// the page; a link carries the nearest sound of the pack in their stead.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audio/clip.h"
#include "audio/clip_shape.h"
#include "audio/feature_space.h"
#include "base/bytes.h"
#include "base/error.h"
#include "canvas/room.h"
#include "pack/sections.h"
#include "pack/sound_sections.h"

namespace meander {

struct SoundsState;

inline constexpr uint32_t kFirstOwnSound = 0x00F00000;
inline constexpr size_t kMostOwnSounds = 16;
// The browser decodes a file whole: minutes of sound are smaller than this, hours are not.
inline constexpr uint64_t kLargestForBrowser_bytes = 8 * 1024 * 1024;

struct OwnSound {
  uint32_t clip_id = 0;  // of the beat's tracks; no sound of the pack has it
  std::string name;
  std::shared_ptr<const Clip> clip;
  ClipShape shape;
  std::array<uint8_t, kStrokes> envelope{};
  Point2 place;
  int trust = 0;                  // as SoundMap::TrustOf
  std::vector<Neighbor> nearest;  // of the pack, best first
};

// What is under way.
struct OwnSoundWish {
  bool is_open = false;       // the card
  bool is_recording = false;  // the microphone listens
  std::string address;        // of what is being read (web/host/own_sound.mjs); "": nothing
  std::string name;
  uint64_t bytes = 0;                // of the file
  bool was_decoded = false;          // by the browser, where our own decoder could not
  std::shared_ptr<const Clip> clip;  // trimmed, waits for the space and the vectors of the pack
  std::string problem;               // one sentence
  int recordings = 0;
  // Of the pack, fetched by the first sound of one's own.
  bool space_is_asked = false;
  std::optional<FeatureModel> model;
  std::map<uint32_t, VectorTable> parts;  // by first item, until all are here
  VectorTable vectors;
};

// Actions that begin with "own-": own-open, own-file "ADDRESS BYTES NAME", own-left-out "COUNT
// NAME" (canvas/brought_file.h), own-record (again: that was all of it), own-close, own-forget
// "ITEM".
Effects ApplyOwn(SoundsState& state, std::string_view action, std::string_view argument);
// Bytes of a wish have come (Room::OnFile), or did not.
Effects TakeOwnFile(SoundsState& state, std::string_view address, Result<ByteSpan> bytes);
// Chunks of "vectors" and "feature_model", asked for by the first sound of one's own.
Effects TakeOwnChunk(SoundsState& state, std::string_view section, const ChunkRef& chunk,
                     ByteSpan bytes);
// What placing a sound needs of the pack, and saying why two are near: all of it is here; the rest
// is asked for, unless it is on its way.
bool HasSpace(const SoundsState& state);
Effects FetchSpace(SoundsState& state);
// The sound of the pack that stands for it in a link.
uint32_t NearestOf(const OwnSound& sound);

}  // namespace meander
