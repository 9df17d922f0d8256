// See actions_track.h.
#include "sounds/actions_track.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "audio/ring.h"
#include "audio/roles.h"
#include "canvas/whole_number.h"
#include "sounds/actions_view.h"
#include "sounds/beat.h"

namespace meander {
namespace {

// A setting of the chosen ring.
Effects SetOfChosen(SoundsState& state, void (*set)(Track&, int), int level) {
  if (state.chosen < 0 || state.chosen >= state.track_count()) return {};
  Pattern changed = state.pattern;
  set(changed.tracks[static_cast<size_t>(state.chosen)], level);
  return ChangeBeat(state, changed);
}
Effects Volume(SoundsState& state, int level) {
  return SetOfChosen(
      state, [](Track& track, int value) { track.volume = static_cast<uint8_t>(value); },
      std::clamp(level, 0, kFullVolume));
}
Effects Pitch(SoundsState& state, int level) {
  return SetOfChosen(
      state, [](Track& track, int value) { track.pitch_semitones = static_cast<int8_t>(value); },
      std::clamp(level, 0, 2 * kMostSemitones) - kMostSemitones);
}
Effects Pan(SoundsState& state, int level) {
  return SetOfChosen(
      state, [](Track& track, int value) { track.pan = static_cast<int8_t>(value); },
      std::clamp(level, 0, 2 * kMostPan) - kMostPan);
}
// "T V", on the bar beside the steps.
Effects VolumeOf(SoundsState& state, std::string_view argument) {
  const std::vector<int> numbers = NumbersIn(argument);
  if (numbers.size() != 2 || numbers[0] < 0 || numbers[0] >= state.track_count()) return {};
  Pattern changed = state.pattern;
  changed.tracks[static_cast<size_t>(numbers[0])].volume =
      static_cast<uint8_t>(std::clamp(numbers[1], 0, kFullVolume));
  return ChangeBeat(state, changed);
}
Effects VolumeShare(SoundsState& state, std::string_view share) {
  return SlideTo(state, "volume", Volume, LevelIn(share, kFullVolume));
}
Effects PitchShare(SoundsState& state, std::string_view share) {
  return SlideTo(state, "pitch", Pitch, LevelIn(share, 2 * kMostSemitones));
}
Effects PanShare(SoundsState& state, std::string_view share) {
  return SlideTo(state, "pan", Pan, LevelIn(share, 2 * kMostPan));
}
Effects Flip(SoundsState& state, std::string_view argument, bool Track::* flag) {
  const int track = NumberIn(argument);
  if (track < 0 || track >= state.track_count()) return {};
  Pattern changed = state.pattern;
  bool& value = changed.tracks[static_cast<size_t>(track)].*flag;
  value = !value;
  return ChangeBeat(state, changed);
}
Effects Mute(SoundsState& state, std::string_view track) {
  return Flip(state, track, &Track::mute);
}
Effects Solo(SoundsState& state, std::string_view track) {
  return Flip(state, track, &Track::solo);
}
Effects Lock(SoundsState& state, std::string_view track) {
  return Flip(state, track, &Track::locked);
}

uint32_t ClipIdOf(const SoundsState& state, uint32_t item) {
  const OwnSound* own = OwnOf(state, item);
  return own != nullptr ? own->clip_id : state.map.ClipOf(item).id;
}

Effects PutInTrack(SoundsState& state, int track, uint32_t item) {
  if (item == kNoItem || track < 0 || track >= state.track_count()) return {};
  Pattern changed = state.pattern;
  changed.tracks[static_cast<size_t>(track)].clip_id = ClipIdOf(state, item);
  Effects effects = ChangeBeat(state, changed);
  std::ranges::move(WantSamples(state), std::back_inserter(effects));
  return effects;
}

Effects Put(SoundsState& state, std::string_view argument) {
  return PutInTrack(state, TrackToFill(state), SoundIn(state, argument));
}
Effects PutIn(SoundsState& state, std::string_view argument) {
  const size_t space = argument.find(' ');
  if (space == argument.npos) return {};
  return PutInTrack(state, NumberIn(argument.substr(0, space)),
                    SoundIn(state, argument.substr(space + 1)));
}

// The new track plays what is pinned, or what lies near the chosen ring.
Effects NewTrack(SoundsState& state, std::string_view) {
  const uint32_t item = state.pinned != kNoItem ? state.pinned : SpareSound(state);
  const OwnSound* own = OwnOf(state, item);
  if (own == nullptr && item >= state.map.count()) return {};
  const ClipShape& shape = own != nullptr ? own->shape : state.map.ClipOf(item).shape;
  Pattern changed = state.pattern;
  if (!AddTrack(changed, ClipIdOf(state, item), RoleOf(shape))) return {};
  Effects effects = ChangeBeat(state, changed);
  state.chosen = state.track_count() - 1;
  std::ranges::move(WantSamples(state), std::back_inserter(effects));
  return effects;
}
Effects DropTrack(SoundsState& state, std::string_view argument) {
  Pattern changed = state.pattern;
  if (!RemoveTrack(changed, NumberIn(argument))) return {};
  state.chosen = -1;
  state.shows_track = false;
  return ChangeBeat(state, changed);
}

using Action = Effects (*)(SoundsState&, std::string_view);
constexpr std::pair<std::string_view, Action> kActions[] = {
    {"volume", VolumeOf},
    {"volume-share", VolumeShare},
    {"pitch-share", PitchShare},
    {"pan-share", PanShare},
    {"mute", Mute},
    {"solo", Solo},
    {"lock", Lock},
    {"put", Put},
    {"put-in", PutIn},
    {"add-track", NewTrack},
    {"remove-track", DropTrack},
};

}  // namespace

std::optional<Effects> ApplyToTrack(SoundsState& state, std::string_view action,
                                    std::string_view argument) {
  for (const auto& [name, run] : kActions) {
    if (name == action) return run(state, argument);
  }
  return std::nullopt;
}

}  // namespace meander
