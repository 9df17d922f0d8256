// See sound_facts.h.
#include "sounds/sound_facts.h"

#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"

namespace meander {

std::vector<uint32_t> TrueNeighborsOf(const SoundsState& state, uint32_t item, size_t count) {
  std::vector<uint32_t> nearest;
  if (const OwnSound* own = OwnOf(state, item)) {
    for (const Neighbor& near : own->nearest) nearest.push_back(near.item);
  } else if (item < state.map.count() && state.map.has_neighbors()) {
    for (const Neighbor& near : state.map.NeighborsOf(item)) nearest.push_back(near.item);
  }
  nearest.resize(std::min(nearest.size(), count));
  return nearest;
}

std::string RegionNameOf(const SoundsState& state, uint32_t item) {
  if (const OwnSound* own = OwnOf(state, item)) item = NearestOf(*own);
  if (item >= state.map.count()) return {};
  return std::string(state.map.RegionOf(state.map.TopicOf(item)));
}

std::string FactsOfSound(const SoundsState& state, uint32_t item, size_t near_count) {
  const bool is_own = OwnOf(state, item) != nullptr;
  if (!is_own && item >= state.map.count()) return {};
  const std::string licence = is_own ? std::string(words::kSoundsOwnLicence)
                                     : std::string(NameOf(state.map.ClipOf(item).licence));
  std::string facts = Fill(words::kSoundsFacts,
                           {{"seconds", TwoDecimals(static_cast<float>(LengthOf_s(state, item)))},
                            {"licence", licence}});
  std::string names;
  for (const uint32_t near : TrueNeighborsOf(state, item, near_count)) {
    names += (names.empty() ? "" : ", ") + NameOf(state, near);
  }
  if (!names.empty()) facts += " " + Fill(words::kSoundsNear, {{"names", names}});
  return facts;
}

std::string TrustOfSound(const SoundsState& state, uint32_t item) {
  const OwnSound* own = OwnOf(state, item);
  if (own == nullptr && item >= state.map.count()) return {};
  const int trust = own != nullptr ? own->trust : state.map.TrustOf(item);
  const std::string_view words = trust >= 7   ? words::kSoundsTrustGood
                                 : trust >= 4 ? words::kSoundsTrustFair
                                              : words::kSoundsTrustPoor;
  return Fill(words, {{"count", std::to_string(trust)}});
}

}  // namespace meander
