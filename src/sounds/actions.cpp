// Sounds: what the reader does to the beat.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "audio/ring.h"
#include "audio/shuffle.h"
#include "canvas/fill.h"
#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "sounds/actions_track.h"
#include "sounds/actions_view.h"
#include "sounds/beat.h"
#include "sounds/keys.h"

namespace meander {
namespace {

Effects Step(SoundsState& state, std::string_view argument) {
  const std::vector<int> numbers = NumbersIn(argument);
  Pattern changed = state.pattern;
  if (numbers.size() != 2 || !ToggleStep(changed, numbers[0], numbers[1])) return {};
  return ChangeBeat(state, changed);
}
Effects Loud(SoundsState& state, std::string_view argument) {
  const std::vector<int> numbers = NumbersIn(argument);
  Pattern changed = state.pattern;
  if (numbers.size() != 3 || !SetLoudness(changed, numbers[0], numbers[1], numbers[2])) return {};
  return ChangeBeat(state, changed);
}
// From here to paint-end all changes are one for Undo.
Effects PaintBegin(SoundsState& state, std::string_view) {
  if (!std::exchange(state.is_changing, true)) state.is_kept = false;
  return {};
}
Effects PaintEnd(SoundsState& state, std::string_view) {
  state.is_changing = false;
  return {SetLinkEffect{false}};
}
Effects SetTempoTo(SoundsState& state, int tempo_bpm) {
  Pattern changed = state.pattern;
  SetTempo(changed, tempo_bpm);
  return ChangeBeat(state, changed);
}
Effects Tempo(SoundsState& state, std::string_view argument) {
  const std::vector<int> numbers = NumbersIn(argument);
  if (numbers.size() != 1) {
    return Apply(state, "notice",
                 Fill(words::kSoundsTempoRange, {{"least", std::to_string(kSlowest_bpm)},
                                                 {"most", std::to_string(kFastest_bpm)}}));
  }
  return SetTempoTo(state, numbers[0]);
}
Effects Tap(SoundsState& state, std::string_view) {
  state.taps_s.push_back(state.now_s);
  if (state.taps_s.size() > 16) state.taps_s.erase(state.taps_s.begin());
  const std::optional<int> tempo = TempoOfTaps(state.taps_s);
  return tempo ? SetTempoTo(state, *tempo) : Effects{};
}
Effects Swing(SoundsState& state, int percent) {
  Pattern changed = state.pattern;
  SetSwing(changed, percent);
  return ChangeBeat(state, changed);
}
// Of the chosen ring; where none is, of all that are not locked.
Effects Chance(SoundsState& state, int level) {
  const auto chance = static_cast<uint8_t>(std::clamp(level, 0, kMostChance));
  Pattern changed = state.pattern;
  for (int track = 0; track < state.track_count(); ++track) {
    Track& one = changed.tracks[static_cast<size_t>(track)];
    if (state.chosen >= 0 ? track == state.chosen : !one.locked) one.chance = chance;
  }
  Effects effects = ChangeBeat(state, changed);
  if (state.is_wanted) std::ranges::move(WantSamples(state), std::back_inserter(effects));
  return effects;
}
Effects SwingShare(SoundsState& state, std::string_view share) {
  return SlideTo(state, "swing", Swing, LevelIn(share, kMostSwing_percent));
}
Effects ChanceShare(SoundsState& state, std::string_view share) {
  return SlideTo(state, "chance", Chance, LevelIn(share, kMostChance));
}
// Only what is a tempo already: on the way to 120 stands 12.
Effects TempoTyped(SoundsState& state, std::string_view text) {
  const std::vector<int> numbers = NumbersIn(text);
  if (numbers.size() != 1 || numbers[0] < kSlowest_bpm || numbers[0] > kFastest_bpm) return {};
  return SlideTo(state, "tempo", SetTempoTo, numbers[0]);
}
Effects TempoKey(SoundsState& state, std::string_view key) {
  const int by = key == "ArrowUp"     ? 1
                 : key == "ArrowDown" ? -1
                 : key == "PageUp"    ? 10
                 : key == "PageDown"  ? -10
                                      : 0;
  return by == 0 ? Effects{} : SetTempoTo(state, state.pattern.tempo_bpm + by);
}
Effects Bars(SoundsState& state, std::string_view argument) {
  Pattern changed = state.pattern;
  if (!SetStepCount(changed, NumberIn(argument) * kBarSteps)) return {};
  state.page_of_steps = 0;
  return ChangeBeat(state, changed);
}

Effects ShuffleSounds(SoundsState& state, std::string_view) {
  Pattern changed = state.pattern;
  // Of the beat as it is, so that the same presses on the same beat give the same sounds.
  const uint64_t seed = ++state.shuffles * 0x9E3779B97F4A7C15u ^ state.pattern.seed;
  if (Shuffle(changed, state.map.shaped(), seed) == 0) return {};
  Effects effects = ChangeBeat(state, changed);
  std::ranges::move(WantSamples(state), std::back_inserter(effects));
  return effects;
}
Effects Clear(SoundsState& state, std::string_view) {
  Pattern changed = state.pattern;
  ClearSteps(changed);
  return ChangeBeat(state, changed);
}

Effects Restored(SoundsState& state, std::optional<Pattern> pattern) {
  if (!pattern) return {};
  state.is_example = false;
  state.preset = -1;
  SetBeat(state, std::move(*pattern));
  NoteMissingSounds(state);
  Effects effects = WantSamples(state);
  effects.push_back(SetLinkEffect{false});
  return effects;
}
Effects UndoChange(SoundsState& state, std::string_view) {
  return Restored(state, state.history.Undo(state.pattern));
}
Effects RedoChange(SoundsState& state, std::string_view) {
  return Restored(state, state.history.Redo(state.pattern));
}

Effects NextBeat(SoundsState& state, std::string_view) {
  const auto& presets = state.map.presets();
  if (presets.empty()) return {};
  const int next = (state.preset + 1) % static_cast<int>(presets.size());
  const Preset& preset = presets[static_cast<size_t>(next)];
  Effects effects = ChangeBeat(state, preset.pattern);
  state.preset = next;
  std::ranges::move(WantSamples(state), std::back_inserter(effects));
  effects.push_back(SayEffect{preset.name});
  return effects;
}

Effects PlayNow(SoundsState& state, std::string_view) { return PlayOrPause(state); }

using Action = Effects (*)(SoundsState&, std::string_view);
constexpr std::pair<std::string_view, Action> kActions[] = {
    {"play", PlayNow},
    {"step", Step},
    {"loud", Loud},
    {"paint-begin", PaintBegin},
    {"paint-end", PaintEnd},
    {"tempo", Tempo},
    {"tap", Tap},
    {"bars", Bars},
    {"shuffle", ShuffleSounds},
    {"clear", Clear},
    {"undo", UndoChange},
    {"redo", RedoChange},
    {"next-beat", NextBeat},
    {"swing-share", SwingShare},
    {"chance-share", ChanceShare},
    {"tempo-key", TempoKey},
    {"tempo-typed", TempoTyped},
    {"grid-key", ApplyGridKey},
};

}  // namespace

int LevelIn(std::string_view share, int most) {
  const float value = SliderShareIn(share);
  return value < 0 ? -1 : static_cast<int>(std::lround(value * static_cast<float>(most)));
}

Effects SlideTo(SoundsState& state, std::string_view name, Effects (*set)(SoundsState&, int),
                int level) {
  if (level < 0) return {};
  constexpr double kRests_s = 1;
  const bool goes_on = state.sliding == name && state.now_s - state.slid_s < kRests_s;
  if (!goes_on) state.is_kept = false;
  state.sliding = name;
  state.slid_s = state.now_s;
  const bool was_changing = std::exchange(state.is_changing, true);
  Effects effects = set(state, level);
  state.is_changing = was_changing;
  effects.push_back(SetLinkEffect{false});
  return effects;
}

Effects ChangeBeat(SoundsState& state, const Pattern& changed) {
  if (changed == state.pattern) return {};
  // Of one movement of the hand only what was before it, and only where it changes something.
  if (!state.is_changing || !std::exchange(state.is_kept, true)) state.history.Keep(state.pattern);
  if (!state.is_changing) state.sliding.clear();
  state.is_example = false;
  state.preset = -1;
  SetBeat(state, changed);
  return state.is_changing ? Effects{} : Effects{SetLinkEffect{false}};
}

Effects Audition(SoundsState& state, uint32_t item) {
  if (!state.may_sound) return {};
  if (const ClipShelf::Samples clip = SamplesOf(state, item)) {
    state.waits_to_hear = kNoItem;
    return {PlayNowEffect{clip->samples}};
  }
  state.waits_to_hear = item;
  const auto wanted = state.shelf.Want(state.head, item);
  if (!wanted) return {};
  return {FetchEffect{std::string(kSpritesSection), *wanted}};
}

Effects WantSamples(SoundsState& state) {
  Effects effects;
  for (const auto& ring : state.in_rings) {
    for (const uint32_t item : ring) {
      const auto wanted =
          item < state.map.count() ? state.shelf.Want(state.head, item) : std::optional<uint32_t>();
      if (wanted) effects.push_back(FetchEffect{std::string(kSpritesSection), *wanted});
    }
  }
  return effects;
}

Effects Apply(SoundsState& state, std::string_view action, std::string_view argument) {
  if (!state.map.is_complete()) return {};
  if (action.starts_with("own-")) return ApplyOwn(state, action, argument);
  if (action.starts_with("search") || action.starts_with("filter-")) {
    return ApplyToSearch(state, action, argument);
  }
  if (action.starts_with("why-")) return ApplyWhy(state, action, argument);
  if (auto effects = ApplyToTrack(state, action, argument)) return std::move(*effects);
  for (const auto& [name, run] : kActions) {
    if (name == action) return run(state, argument);
  }
  return ApplyToView(state, action, argument);
}

}  // namespace meander
