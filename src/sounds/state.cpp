// Sounds: what arrives, and what becomes due.
#include "sounds/state.h"

#include <algorithm>
#include <iterator>

#include "audio/beat_code.h"
#include "audio/ring.h"
#include "canvas/fill.h"
#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "sounds/beat.h"
#include "sounds/beat_moment.h"
#include "sounds/link.h"

namespace meander {
namespace {

// Which of the pack's beats it is, so that it keeps its name also from a link; −1: none.
int PresetOf(const SoundsState& state, const Pattern& beat) {
  const auto& presets = state.map.presets();
  const auto found = std::ranges::find(presets, beat, &Preset::pattern);
  return found == presets.end() ? -1 : static_cast<int>(found - presets.begin());
}

// The beat of a link, or the first of the pack's.
void OpenFirstBeat(SoundsState& state) {
  const std::string payload = std::exchange(state.pending_link, {});
  if (!payload.empty()) {
    Result<Pattern> beat = ReadBeat(payload);
    if (beat) {
      state.is_example = false;
      state.preset = PresetOf(state, *beat);
      SetBeat(state, std::move(*beat));
      NoteMissingSounds(state);
      return;
    }
    Tell(state, beat.error().message);
  }
  state.is_example = true;
  if (state.map.presets().empty()) {
    SetBeat(state, EmptyPattern());
    return;
  }
  state.preset = 0;
  SetBeat(state, state.map.presets()[0].pattern);
}

std::string NoteOf(SoundState sound) {
  switch (sound) {
    case SoundState::kHidden:
      return std::string(words::kSoundsPausedHidden);
    case SoundState::kOutOfView:
      return std::string(words::kSoundsPausedView);
    case SoundState::kBlocked:
      return std::string(words::kSoundsBlocked);
    case SoundState::kUnavailable:
      return std::string(words::kSoundsUnavailable);
    case SoundState::kStopped:
    case SoundState::kPlaying:
      return {};
  }
  return {};
}

// What was asked for later is not coming: said where it is waited for, and to everybody. Who opens
// it again asks again.
Effects TellMissing(SoundsState& state, std::string sentence) {
  state.missing = sentence;
  state.waits_to_copy = false;
  Tell(state, std::move(sentence));
  Effects effects{SayEffect{state.notice}, ShowPageEffect{}};
  if (const auto picture = std::exchange(state.waits_to_save, std::nullopt)) {
    effects.push_back(*picture);
  }
  return effects;
}

}  // namespace

void Tell(SoundsState& state, std::string text) {
  state.notice = std::move(text);
  state.notice_until_s = kNoticeUnseen_s;
}

Effects FetchWhole(SoundsState& state, std::string_view section) {
  Effects effects;
  state.missing.clear();
  if (const SectionRef* found = state.head.Find(section)) {
    for (size_t i = 0; i < found->chunks.size(); ++i) {
      // A stream's chunks are numbered, others are found by what they hold.
      const ChunkRef& chunk = found->chunks[i];
      const uint32_t item = chunk.item_count == 0 ? static_cast<uint32_t>(i) : chunk.first_item;
      effects.push_back(FetchEffect{std::string(section), item});
    }
  }
  return effects;
}

Effects StartSounds(SoundsState& state, const PackHead& head, std::string_view link_payload) {
  state.head = head;
  state.map = SoundMap(head.item_count);
  state.pending_link = link_payload;
  Effects effects;
  for (const std::string_view name : kSoundSections) {
    const SectionRef* section = head.Find(name);
    if (section == nullptr) {
      state.error = std::string(words::kErrorMap);
      continue;
    }
    for (const ChunkRef& chunk : section->chunks) {
      effects.push_back(FetchEffect{std::string(name), chunk.first_item});
    }
  }
  return effects;
}

Effects TakeChunk(SoundsState& state, std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) {
  if (!bytes) {
    if (section == kSpritesSection) {
      state.shelf.TakeFailure(chunk);
      // What plays goes on without it; what waits for it must be pressed again.
      Effects effects;
      if (state.is_wanted && !state.player.is_on()) effects = StopPlaying(state);
      Tell(state, std::string(words::kSoundsNotCome));
      effects.push_back(SayEffect{state.notice});
      effects.push_back(ShowPageEffect{});
      return effects;
    }
    // A sound of one's own that waits for it may be brought again, and asks again.
    if (section == "vectors" || section == kFeatureModelSection) {
      state.own_wish.space_is_asked = false;
      state.own_wish.clip.reset();
      state.own_wish.problem = bytes.error().message;
    }
    if (state.map.is_complete()) return TellMissing(state, bytes.error().message);
    state.error = bytes.error().message;
    return {SayEffect{state.error}};
  }
  if (section == kSpritesSection) {
    const Result<void> taken = state.shelf.Take(chunk, *bytes, state.map.count());
    if (!taken) {
      Tell(state, taken.error().message);
      return {SayEffect{state.notice}, ShowPageEffect{}};
    }
    return {};
  }
  if (section == "vectors" || section == kFeatureModelSection) {
    Effects effects = TakeOwnChunk(state, section, chunk, *bytes);
    std::ranges::move(TendWhy(state), std::back_inserter(effects));
    return effects;
  }
  const bool was_whole = state.map.is_complete();
  const Result<void> taken = state.map.Take(section, chunk, *bytes);
  if (!taken) {
    if (was_whole) return TellMissing(state, taken.error().message);
    state.error = taken.error().message;
    return {SayEffect{state.error}};
  }
  if (section == kCreditsSection) {
    Effects effects{ShowPageEffect{}};
    if (std::exchange(state.waits_to_copy, false)) {
      effects.push_back(CopyTextEffect{CreditLine(state)});
    }
    if (const auto picture = std::exchange(state.waits_to_save, std::nullopt)) {
      effects.push_back(*picture);
    }
    return effects;
  }
  if (was_whole || !state.map.is_complete()) return TendWhy(state);
  OpenFirstBeat(state);
  // One press is enough then; in somebody's page the bytes wait for it.
  Effects effects{PrepareSoundEffect{}};
  if (!state.is_careful) std::ranges::move(WantSamples(state), std::back_inserter(effects));
  return effects;
}

Effects TakeLink(SoundsState& state, std::string_view payload) {
  if (!state.map.is_complete()) {
    state.pending_link = payload;
    return {};
  }
  if (payload.empty()) {
    state.pending_link.clear();
    if (!state.is_example) state.history.Keep(state.pattern);
    OpenFirstBeat(state);
    return state.is_wanted || !state.is_careful ? WantSamples(state) : Effects{};
  }
  Result<Pattern> beat = ReadBeat(payload);
  if (!beat) {
    Tell(state, beat.error().message);
    return {SayEffect{state.notice}};
  }
  if (PayloadOf(state) == payload) return {};  // the page's own, coming back
  state.history.Keep(state.pattern);
  state.is_example = false;
  state.preset = PresetOf(state, *beat);
  SetBeat(state, std::move(*beat));
  NoteMissingSounds(state);
  return state.is_wanted || !state.is_careful ? WantSamples(state) : Effects{};
}

Effects TakeSoundNews(SoundsState& state, const SoundNews& news) {
  state.player.TakeNews(news, state.now_s);
  const bool was_blocked =
      std::exchange(state.is_blocked, news.state == SoundState::kBlocked) && !state.is_blocked;
  if (news.state == SoundState::kPlaying) {
    const bool had_note = !std::exchange(state.audio_note, {}).empty();
    state.may_sound = true;
    return had_note || was_blocked ? Effects{ShowPageEffect{}} : Effects{};
  }
  state.audio_note = NoteOf(news.state);
  if (news.state != SoundState::kBlocked) {
    state.is_wanted = false;
    state.player.Stop();
  }
  if (state.audio_note.empty()) return {};
  return {SayEffect{state.audio_note}, ShowPageEffect{}};
}

Effects LetTimePass(SoundsState& state, double now_s, bool& more) {
  state.now_s = now_s;
  Effects effects;
  more = state.shelf.Decode();
  const uint64_t version = state.shelf.version();
  if (std::exchange(state.shelf_version, version) != version) {
    if (const auto error = state.shelf.TakeError()) {
      Tell(state, error->message);
      effects.push_back(SayEffect{state.notice});
    }
    effects.push_back(ShowPageEffect{});
    more = true;  // it is drawn, too
    if (state.waits_to_hear != kNoItem && SamplesOf(state, state.waits_to_hear) != nullptr) {
      std::ranges::move(Audition(state, std::exchange(state.waits_to_hear, kNoItem)),
                        std::back_inserter(effects));
    }
    if (state.is_wanted && !state.player.is_on() && SamplesMissing(state) == 0) {
      std::ranges::move(StartPlaying(state), std::back_inserter(effects));
    }
    std::ranges::move(TendWhy(state), std::back_inserter(effects));
  }
  std::ranges::move(PassWhyTime(state, more), std::back_inserter(effects));
  if (state.is_wanted && state.player.HasEnded(now_s)) {
    std::ranges::move(StopPlaying(state), std::back_inserter(effects));
    effects.push_back(ShowPageEffect{});
  }
  if (!state.notice.empty()) {
    if (NoticeIsOver(state.notice_until_s, now_s)) {
      state.notice.clear();
      effects.push_back(ShowPageEffect{});
    } else {
      more = true;
    }
  }
  if (state.settle_from_s >= 0 && now_s - state.settle_from_s > kSettle_s) {
    state.settle_from_s = -1;
  }
  return effects;
}

}  // namespace meander
