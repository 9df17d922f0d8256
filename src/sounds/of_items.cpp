// What is known of a sound, whether it is the pack's or the reader's own.
#include <algorithm>
#include <set>

#include "canvas/fill.h"
#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "sounds/state.h"

namespace meander {

uint32_t SoundIn(const SoundsState& state, std::string_view text) {
  const int number = NumberIn(text);
  if (number < 0) return kNoItem;
  const auto item = static_cast<uint32_t>(number);
  return item < state.map.count() || OwnOf(state, item) != nullptr ? item : kNoItem;
}

const OwnSound* OwnOf(const SoundsState& state, uint32_t item) {
  if (item < kFirstOwnSound || item - kFirstOwnSound >= state.own.size()) return nullptr;
  return &state.own[item - kFirstOwnSound];
}

std::string NameOf(const SoundsState& state, uint32_t item) {
  if (const OwnSound* own = OwnOf(state, item)) return own->name;
  return item < state.map.count() ? state.map.NameOf(item) : std::string();
}

Point2 PlaceOf(const SoundsState& state, uint32_t item) {
  if (const OwnSound* own = OwnOf(state, item)) return own->place;
  return item < state.map.count() ? state.map.PlaceOf(item) : Point2{};
}

std::array<uint8_t, kStrokes> EnvelopeOf(const SoundsState& state, uint32_t item) {
  if (const OwnSound* own = OwnOf(state, item)) return own->envelope;
  if (item < state.map.count()) return state.map.ClipOf(item).envelope;
  return {};
}

double LengthOf_s(const SoundsState& state, uint32_t item) {
  if (const OwnSound* own = OwnOf(state, item)) {
    return static_cast<double>(own->clip->samples.size()) / kSampleRate_hz;
  }
  if (item >= state.map.count()) return 0;
  return static_cast<double>(state.map.ClipOf(item).length_samples) / kSampleRate_hz;
}

ClipShelf::Samples SamplesOf(const SoundsState& state, uint32_t item) {
  if (const OwnSound* own = OwnOf(state, item)) return own->clip;
  return state.shelf.Of(item);
}

uint32_t ItemOfTrack(const SoundsState& state, int track) {
  if (track < 0 || track >= state.track_count()) return kNoItem;
  const uint32_t id = state.pattern.tracks[static_cast<size_t>(track)].clip_id;
  for (size_t i = 0; i < state.own.size(); ++i) {
    if (state.own[i].clip_id == id) return kFirstOwnSound + static_cast<uint32_t>(i);
  }
  return state.map.ItemOf(id);
}

std::string SoundOfTrack(const SoundsState& state, int track) {
  const uint32_t item = ItemOfTrack(state, track);
  return item == kNoItem ? std::string(words::kSoundsNowhere) : NameOf(state, item);
}

std::string LabelOf(const SoundsState& state, int track) {
  constexpr std::string_view kNames[kRoleCount] = {words::kSoundsKick, words::kSoundsSnare,
                                                   words::kSoundsHat, words::kSoundsExtra};
  const auto& tracks = state.pattern.tracks;
  const auto at = static_cast<size_t>(track);
  if (track < 0 || at >= tracks.size()) return {};
  const Role role = tracks[at].role;
  const auto is_same = [&](const Track& other) { return other.role == role; };
  const std::string name(kNames[static_cast<size_t>(role)]);
  if (std::ranges::count_if(tracks, is_same) == 1) return name;
  const auto before = std::count_if(tracks.begin(), tracks.begin() + track, is_same);
  return name + " " + std::to_string(before + 1);
}

bool IsShown(const SoundsState& state, uint32_t item) {
  if (item >= state.map.count()) return true;
  const SoundSearch& search = state.search;
  const bool in_region =
      search.regions == 0 || ((search.regions >> state.map.TopicOf(item)) & 1) != 0;
  const auto licence = static_cast<int>(state.map.ClipOf(item).licence);
  return in_region && (search.licences == 0 || ((search.licences >> licence) & 1) != 0);
}

int TrackToFill(const SoundsState& state) {
  return state.chosen >= 0 ? state.chosen : state.track_count() - 1;
}

std::string TitleOfBeat(const SoundsState& state) {
  if (state.preset >= 0 && static_cast<size_t>(state.preset) < state.map.presets().size()) {
    return state.map.presets()[static_cast<size_t>(state.preset)].name;
  }
  return Fill(words::kSoundsTitle, {{"tempo", std::to_string(state.pattern.tempo_bpm)}});
}

bool OffersPause(const SoundsState& state) { return state.is_wanted && !state.is_blocked; }

std::set<uint32_t> SoundsInRings(const SoundsState& state) {
  std::set<uint32_t> items;
  for (const auto& ring : state.in_rings) items.insert(ring.begin(), ring.end());
  return items;
}

int SamplesMissing(const SoundsState& state) {
  const std::set<uint32_t> items = SoundsInRings(state);
  return static_cast<int>(std::ranges::count_if(items, [&](uint32_t item) {
    return SamplesOf(state, item) == nullptr && !state.shelf.HasFailed(item);
  }));
}

}  // namespace meander
