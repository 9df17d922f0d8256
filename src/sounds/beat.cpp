// See beat.h.
#include "sounds/beat.h"

#include <algorithm>
#include <iterator>

#include "audio/midi.h"
#include "audio/ring.h"
#include "audio/wav.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pack/credit_line.h"

namespace meander {
namespace {

constexpr size_t kLongestMakers = 100;  // letters, that a picture has room for

// Which items each track may play. A sound of one's own has no ring: it is alone.
std::vector<std::vector<uint32_t>> RingsOf(const SoundsState& state) {
  std::vector<std::vector<uint32_t>> rings;
  for (int track = 0; track < state.track_count(); ++track) {
    const uint32_t item = ItemOfTrack(state, track);
    const int chance = state.pattern.tracks[static_cast<size_t>(track)].chance;
    if (item == kNoItem) {
      rings.emplace_back();
    } else if (item >= kFirstOwnSound) {
      rings.push_back({item});
    } else {
      rings.push_back(ItemsInRing(state.map.places(), state.map.clip_ids(), item, chance));
    }
  }
  return rings;
}

int BarsOf(const SoundsState& state) {
  return state.bars_saved > 0 ? state.bars_saved : state.pattern.step_count / kBarSteps;
}

// The pack's sounds that may be heard; one's own are nobody else's.
std::vector<CreditedSound> CreditedIn(const SoundsState& state) {
  std::vector<CreditedSound> sounds;
  for (const uint32_t item : SoundsInRings(state)) {
    if (item >= state.map.count()) continue;
    sounds.push_back({item, state.map.NameOf(item), state.map.ClipOf(item).licence});
  }
  return sounds;
}

std::string FileStem(const SoundsState& state) {
  return "meander-beat-" + std::to_string(state.pattern.tempo_bpm);
}

}  // namespace

void SetBeat(SoundsState& state, Pattern beat) {
  state.pattern = std::move(beat);
  state.in_rings = RingsOf(state);
  state.chosen = std::min(state.chosen, state.track_count() - 1);
  if (state.chosen < 0) state.shows_track = false;
  state.player.Change(state.pattern);
}

void NoteMissingSounds(SoundsState& state) {
  int missing = 0;
  for (int track = 0; track < state.track_count(); ++track) {
    missing += ItemOfTrack(state, track) == kNoItem;
  }
  if (missing == 0) return;
  Tell(state, missing == 1 ? std::string(words::kSoundsOneMissing)
                           : Fill(words::kSoundsMissing, {{"count", std::to_string(missing)}}));
}

ClipOfNote ClipsOf(const SoundsState& state) {
  return [&state](const Pattern&, const Note& note) -> std::shared_ptr<const Clip> {
    const auto track = static_cast<size_t>(note.track);
    if (track >= state.in_rings.size() || state.in_rings[track].empty()) return nullptr;
    return SamplesOf(state, ItemOfNote(note, state.in_rings[track]));
  };
}

Effects PlayOrPause(SoundsState& state) {
  // The press itself is what the browser waits for.
  if (state.is_wanted && state.is_blocked) return {PrepareSoundEffect{}};
  if (state.is_wanted) return StopPlaying(state);
  state.is_wanted = true;
  state.may_sound = true;
  state.audio_note.clear();
  Effects effects = WantSamples(state);
  // Inside the press, so that the browser lets it be heard later.
  effects.push_back(PrepareSoundEffect{});
  if (SamplesMissing(state) == 0) {
    std::ranges::move(StartPlaying(state), std::back_inserter(effects));
  } else {
    state.audio_note = std::string(words::kSoundsFetching);
  }
  return effects;
}

Effects StartPlaying(SoundsState& state) {
  state.audio_note.clear();
  state.player.SetClips(ClipsOf(state));
  state.player.Start(state.pattern);
  return {StartSoundEffect{}, ShowPageEffect{}};
}

Effects StopPlaying(SoundsState& state) {
  state.is_wanted = state.is_blocked = false;
  state.audio_note.clear();
  state.player.Stop();
  return {StopSoundEffect{}};
}

std::string CreditLine(const SoundsState& state) {
  if (!state.map.has_credits()) return {};
  return CreditLineOf(state.map.credits(), CreditedIn(state));
}

std::string PictureCredits(const SoundsState& state) {
  if (state.map.has_credits()) {
    const std::string makers = MakersOf(state.map.credits(), CreditedIn(state));
    if (!makers.empty() && makers.size() <= kLongestMakers) {
      return Fill(words::kSoundsPictureMakers, {{"makers", makers}});
    }
  }
  return std::string(words::kSoundsPictureCredits);
}

std::vector<std::string> TrackNames(const SoundsState& state) {
  std::vector<std::string> names;
  for (int track = 0; track < state.track_count(); ++track) {
    const uint32_t item = ItemOfTrack(state, track);
    names.push_back(item == kNoItem ? std::string() : NameOf(state, item));
  }
  return names;
}

Effects SaveWav(SoundsState& state) {
  if (SamplesMissing(state) > 0) {
    Tell(state, std::string(words::kSoundsFetching));
    return WantSamples(state);
  }
  const Stereo sound = RenderBeat(state.pattern, ClipsOf(state), BarsOf(state), state.with_tail);
  return {SaveFileEffect{FileStem(state) + ".wav", "audio/wav", WriteWav(sound.left, sound.right)}};
}

Effects SaveMidi(SoundsState& state) {
  return {SaveFileEffect{FileStem(state) + ".mid", "audio/midi",
                         WriteMidi(state.pattern, TrackNames(state), BarsOf(state))}};
}

}  // namespace meander
