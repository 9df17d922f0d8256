// See sound_map.h.
#include "sounds/sound_map.h"

#include <algorithm>
#include <iterator>

#include "canvas/colors.h"

namespace meander {
namespace {

// So that a ring on the outermost sound is seen whole where all of the map is.
constexpr float kRimWorld = 0.03f;
constexpr uint32_t kAllSections = (1u << std::size(kSoundSections)) - 1;

}  // namespace

Result<void> SoundMap::Take(std::string_view section, const ChunkRef& chunk, ByteSpan bytes) {
  if (section == "neighbors") {
    TRY(NeighborLists part, ReadNeighbors(bytes, chunk.item_count, item_count_));
    // Chunks may come in any order, and again: each goes to its own place.
    if (neighbors_.flat.empty()) {
      neighbors_.per_item = part.per_item;
      neighbors_.flat.resize(size_t{item_count_} * part.per_item);
    }
    if (part.per_item != neighbors_.per_item) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: its lists do not fit together.");
    }
    std::ranges::copy(part.flat,
                      neighbors_.flat.begin() +
                          static_cast<std::ptrdiff_t>(size_t{chunk.first_item} * part.per_item));
    if (neighbor_chunks_.insert(chunk.first_item).second) neighbors_taken_ += chunk.item_count;
    return {};
  }
  if (section == kCreditsSection) {
    TRY(credits_, ReadCredits(bytes, item_count_));
    return {};
  }
  if (section == "measures") {
    TRY(measures_, ReadMeasures(bytes));
    return {};
  }
  const auto* found = std::find(std::begin(kSoundSections), std::end(kSoundSections), section);
  if (found == std::end(kSoundSections)) return {};
  if (section == "titles") {
    TRY(std::vector<std::string> names, ReadTitles(bytes, chunk.item_count));
    names_.resize(item_count_);
    std::move(names.begin(), names.end(), names_.begin() + chunk.first_item);
    if (name_chunks_.insert(chunk.first_item).second) names_taken_ += chunk.item_count;
    if (names_taken_ < item_count_) return {};
  } else if (section == "positions") {
    TRY(positions_, ReadPositions(bytes, item_count_));
    places_.clear();
    for (uint32_t item = 0; item < item_count_; ++item) places_.push_back(positions_.At(item));
  } else if (section == "topics") {
    TRY(topics_, ReadTopics(bytes, item_count_, kTopicCount));
  } else if (section == "trust") {
    TRY(trust_, ReadTrust(bytes, item_count_));
  } else if (section == "importance") {
    TRY(importance_, ReadImportance(bytes, item_count_));
  } else if (section == "regions") {
    TRY(regions_, ReadRegions(bytes, item_count_, kTopicCount));
  } else if (section == kPresetsSection) {
    TRY(presets_, ReadPresetsSection(bytes));
  } else {
    TRY(clips_, ReadClips(bytes, item_count_));
  }
  sections_taken_ |= 1u << (found - std::begin(kSoundSections));
  FinishIfWhole();
  return {};
}

void SoundMap::FinishIfWhole() {
  if (complete_ || sections_taken_ != kAllSections) return;
  bounds_ = {places_[0], places_[0]};
  for (uint32_t item = 0; item < item_count_; ++item) {
    const Point2 at = places_[item];
    bounds_.low = {std::min(bounds_.low.x, at.x - kRimWorld),
                   std::min(bounds_.low.y, at.y - kRimWorld)};
    bounds_.high = {std::max(bounds_.high.x, at.x + kRimWorld),
                    std::max(bounds_.high.y, at.y + kRimWorld)};
    clip_ids_.push_back(clips_[item].id);
    shaped_.push_back({clips_[item].id, clips_[item].shape});
    item_by_id_.emplace(clips_[item].id, item);
  }
  complete_ = true;
}

std::string_view SoundMap::RegionOf(int topic) const {
  for (const Region& region : regions_) {
    if (region.level == 0 && region.topic == topic) return region.name;
  }
  return {};
}

uint32_t SoundMap::ItemOf(uint32_t clip_id) const {
  const auto found = item_by_id_.find(clip_id);
  return found == item_by_id_.end() ? kNoItem : found->second;
}

std::string SoundMap::CreditOf(uint32_t item) const {
  return CreditInWords(credits_, item, clips_[item].licence);
}

}  // namespace meander
