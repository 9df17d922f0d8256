// What a pack of sounds says of each of them, as the room holds it: where it lies, what it is
// called, whose it is, what is near it. Filled section by section as the pack's chunks arrive.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audio/presets.h"
#include "audio/shuffle.h"
#include "base/error.h"
#include "canvas/scene.h"
#include "pack/format.h"
#include "pack/presets_section.h"
#include "pack/sections.h"
#include "pack/sound_sections.h"

namespace meander {

// The sections without which there is no first picture.
inline constexpr std::string_view kSoundSections[] = {"positions",  "topics", "trust", "regions",
                                                      "importance", "titles", "clips", "presets"};

class SoundMap {
 public:
  explicit SoundMap(uint32_t item_count = 0) : item_count_(item_count) {}

  // Takes one verified chunk of a section that this class keeps; kCorrupt when it does not hold
  // what it should. Other sections are passed over.
  Result<void> Take(std::string_view section, const ChunkRef& chunk, ByteSpan bytes);
  bool is_complete() const { return complete_; }

  uint32_t count() const { return item_count_; }
  Point2 PlaceOf(uint32_t item) const { return places_[item]; }
  const std::vector<Point2>& places() const { return places_; }
  const Positions& positions() const { return positions_; }
  const std::string& NameOf(uint32_t item) const { return names_[item]; }
  const ClipRecord& ClipOf(uint32_t item) const { return clips_[item]; }
  const std::vector<uint32_t>& clip_ids() const { return clip_ids_; }
  // What Shuffle chooses from.
  const std::vector<ShapedClip>& shaped() const { return shaped_; }
  // Of the eleven hues: the large region it lies in.
  int TopicOf(uint32_t item) const { return topics_.Of(item); }
  // How many of its ten true neighbours are among its thirty nearest on the map.
  int TrustOf(uint32_t item) const { return trust_[item]; }
  int ImportanceOf(uint32_t item) const { return importance_[item]; }
  const std::vector<Region>& regions() const { return regions_; }
  // The name of the large region of that topic; "" where there is none.
  std::string_view RegionOf(int topic) const;
  const std::vector<Preset>& presets() const { return presets_; }
  // kNoItem for an id that no clip of this pack has.
  uint32_t ItemOf(uint32_t clip_id) const;
  const Rect& bounds() const { return bounds_; }

  // On demand.
  bool has_neighbors() const { return item_count_ > 0 && neighbors_taken_ == item_count_; }
  std::span<const Neighbor> NeighborsOf(uint32_t item) const { return neighbors_.Of(item); }
  bool has_credits() const { return credits_.clips.size() == item_count_ && item_count_ > 0; }
  const Credits& credits() const { return credits_; }
  // "by X, CC0-1.0 (package 1.2)" with the maker left out where none is known.
  std::string CreditOf(uint32_t item) const;
  const std::optional<MapMeasures>& measures() const { return measures_; }

 private:
  void FinishIfWhole();

  uint32_t item_count_;
  uint32_t sections_taken_ = 0;  // a bit each
  bool complete_ = false;
  // First items of the chunks that have come, and how many items they are about.
  std::set<uint32_t> name_chunks_, neighbor_chunks_;
  uint32_t names_taken_ = 0, neighbors_taken_ = 0;
  Topics topics_;
  Positions positions_;
  std::vector<Point2> places_;
  std::vector<uint8_t> trust_, importance_;
  std::vector<Region> regions_;
  std::vector<std::string> names_;
  std::vector<ClipRecord> clips_;
  std::vector<uint32_t> clip_ids_;
  std::vector<ShapedClip> shaped_;
  std::unordered_map<uint32_t, uint32_t> item_by_id_;
  std::vector<Preset> presets_;
  NeighborLists neighbors_;
  Credits credits_;
  std::optional<MapMeasures> measures_;
  Rect bounds_{{-1, -1}, {1, 1}};
};

}  // namespace meander
