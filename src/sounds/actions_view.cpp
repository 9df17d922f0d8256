// See actions_view.h.
#include "sounds/actions_view.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "sounds/beat.h"

namespace meander {
namespace {

// A new ring keeps clear of all others: world.
constexpr float kApart = 0.14f;

Effects WantNeighbors(SoundsState& state) {
  return state.map.has_neighbors() ? Effects{} : FetchWhole(state, "neighbors");
}

Effects Hear(SoundsState& state, std::string_view argument) {
  state.may_sound = true;
  Effects effects{PrepareSoundEffect{}};
  std::ranges::move(Audition(state, SoundIn(state, argument)), std::back_inserter(effects));
  return effects;
}
Effects Pin(SoundsState& state, std::string_view argument) {
  const uint32_t item = SoundIn(state, argument);
  if (item == kNoItem) return {};
  state.pinned = state.cursor = item;
  state.search.is_open = false;
  Effects effects = Hear(state, argument);
  std::ranges::move(WantNeighbors(state), std::back_inserter(effects));
  effects.push_back(SayEffect{NameOf(state, item)});
  return effects;
}
Effects Unpin(SoundsState& state, std::string_view) {
  state.pinned = kNoItem;
  return {};
}
Effects Go(SoundsState& state, std::string_view argument) {
  const uint32_t item = SoundIn(state, argument);
  if (item == kNoItem) return {};
  Effects effects = Pin(state, argument);
  const Point2 at = PlaceOf(state, item);
  effects.push_back(FlyToEffect{{at, at}, true});
  return effects;
}
Effects Choose(SoundsState& state, std::string_view argument) {
  const int track = NumberIn(argument);
  if (track < 0 || track >= state.track_count()) return {};
  const bool was_chosen = state.chosen == track;
  state.chosen = track;
  state.shows_track = !was_chosen || !state.shows_track;
  state.pinned = kNoItem;
  const uint32_t item = ItemOfTrack(state, track);
  state.cursor = item;
  Effects effects = WantNeighbors(state);
  if (item != kNoItem) std::ranges::move(Audition(state, item), std::back_inserter(effects));
  effects.push_back(SayEffect{LabelOf(state, track) + ", " + SoundOfTrack(state, track)});
  return effects;
}
Effects CloseRing(SoundsState& state, std::string_view) {
  state.shows_track = false;
  state.chosen = -1;
  return {ReturnCameraEffect{}};
}
// Pointed at in a list: heard where sound may be, and shown on the map.
Effects HearPointed(SoundsState& state, std::string_view argument) {
  state.hovered = SoundIn(state, argument);
  return state.hovered == kNoItem ? Effects{} : Audition(state, state.hovered);
}
// The page's twin of the steps has the keyboard at a step, or has it no more.
Effects GridAt(SoundsState& state, std::string_view argument) {
  state.is_grid_walked = false;
  const std::vector<int> numbers = NumbersIn(argument);
  const bool is_step = numbers.size() == 2 && numbers[0] >= 0 && numbers[0] < state.track_count() &&
                       numbers[1] >= 0 && numbers[1] < state.pattern.step_count;
  if (is_step) {
    state.grid_focus = {numbers[0], numbers[1]};
  } else {
    state.grid_focus.reset();
  }
  return {};
}
Effects TurnPage(SoundsState& state, std::string_view argument) {
  state.page_of_steps = std::clamp(NumberIn(argument), 0, kMostBeatSteps / (kBarSteps / 2) - 1);
  state.grid_focus.reset();  // it would hold the page where it is
  return {};
}

Effects CopyCredits(SoundsState& state, std::string_view) {
  state.waits_to_copy = !state.map.has_credits();
  if (state.waits_to_copy) return FetchWhole(state, kCreditsSection);
  return {CopyTextEffect{CreditLine(state)}};
}
Effects Show(SoundsState& state, SoundsDialog dialog) {
  state.dialog = dialog;
  state.search.is_open = false;
  return {};
}
Effects Help(SoundsState& state, std::string_view) { return Show(state, SoundsDialog::kHelp); }
Effects ShowCredits(SoundsState& state, std::string_view) {
  Show(state, SoundsDialog::kCredits);
  return state.map.has_credits() ? Effects{} : FetchWhole(state, kCreditsSection);
}
Effects How(SoundsState& state, std::string_view) {
  Show(state, SoundsDialog::kHow);
  return state.map.measures() ? Effects{} : FetchWhole(state, "measures");
}
Effects OpenSave(SoundsState& state, std::string_view) {
  Show(state, SoundsDialog::kSave);
  return WantSamples(state);
}
Effects Close(SoundsState& state, std::string_view) { return Show(state, SoundsDialog::kNone); }
Effects SaveBars(SoundsState& state, std::string_view argument) {
  state.bars_saved = std::clamp(NumberIn(argument), 0, 4);
  return {};
}
Effects SaveTail(SoundsState& state, std::string_view argument) {
  state.with_tail = argument != "0";
  return {};
}
Effects Wav(SoundsState& state, std::string_view) { return SaveWav(state); }
Effects Midi(SoundsState& state, std::string_view) { return SaveMidi(state); }
Effects CopyLink(SoundsState&, std::string_view) { return {CopyLinkEffect{}}; }
Effects List(SoundsState& state, std::string_view) {
  state.shows_list = !state.shows_list;
  state.search.is_open = state.keep_is_open = false;  // on a phone the sheet would lie over it
  return WantNeighbors(state);
}
Effects Keep(SoundsState& state, std::string_view) {
  state.keep_is_open = !state.keep_is_open;
  return {};
}
Effects KeepClose(SoundsState& state, std::string_view) {
  state.keep_is_open = false;
  return {};
}
Effects Notice(SoundsState& state, std::string_view text) {
  Tell(state, std::string(text));
  return {};
}
Effects Dismiss(SoundsState& state, std::string_view) {
  state.notice.clear();
  return {};
}

using Action = Effects (*)(SoundsState&, std::string_view);
constexpr std::pair<std::string_view, Action> kActions[] = {
    {"hear", Hear},
    {"pin", Pin},
    {"unpin", Unpin},
    {"go", Go},
    {"ring", Choose},
    {"ring-close", CloseRing},
    {"hear-pointed", HearPointed},
    {"grid-at", GridAt},
    {"keep-close", KeepClose},
    {"page", TurnPage},
    {"copy-link", CopyLink},
    {"copy-credits", CopyCredits},
    {"save-wav", Wav},
    {"save-midi", Midi},
    {"save-bars", SaveBars},
    {"save-tail", SaveTail},
    {"list", List},
    {"help", Help},
    {"credits", ShowCredits},
    {"how", How},
    {"save", OpenSave},
    {"keep", Keep},
    {"close", Close},
    {"notice", Notice},
    {"dismiss", Dismiss},
};

}  // namespace

Effects SaveSoundsPicture(SoundsState& state, bool svg) {
  const SavePictureEffect picture{svg};
  if (state.map.has_credits()) return {picture};
  state.waits_to_save = picture;
  return FetchWhole(state, kCreditsSection);
}

std::vector<int> NumbersIn(std::string_view text) {
  std::vector<int> numbers;
  constexpr int kMost = 1'000'000'000;
  while (!text.empty()) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value > kMost || value < -kMost) return {};
    numbers.push_back(value);
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    if (text.empty()) break;
    if (text[0] != ' ' || text.size() == 1) return {};
    text.remove_prefix(1);
  }
  return numbers;
}

float SliderShareIn(std::string_view text) {
  const std::string whole(text);
  char* end = nullptr;
  const float value = std::strtof(whole.c_str(), &end);
  const bool is_all = !whole.empty() && end == whole.c_str() + whole.size();
  return is_all && value >= 0 && value <= 1 ? value : -1;
}

uint32_t SpareSound(const SoundsState& state) {
  const uint32_t beside = ItemOfTrack(state, TrackToFill(state));
  const Point2 from = beside == kNoItem ? Point2{} : PlaceOf(state, beside);
  uint32_t best = kNoItem, crowded = kNoItem;
  float nearest = 0, widest = 0;
  for (uint32_t item = 0; item < state.map.count(); ++item) {
    if (!IsShown(state, item)) continue;
    const Point2 at = state.map.PlaceOf(item);
    float apart = 10;  // from the nearest ring
    for (int track = 0; track < state.track_count(); ++track) {
      const uint32_t stands_on = ItemOfTrack(state, track);
      if (stands_on != kNoItem) apart = std::min(apart, Distance(at, PlaceOf(state, stands_on)));
    }
    if (apart > widest) {
      crowded = item;
      widest = apart;
    }
    const float distance = Distance(at, from);
    if (apart < kApart || (best != kNoItem && distance >= nearest)) continue;
    best = item;
    nearest = distance;
  }
  return best != kNoItem ? best : crowded;
}

Effects ApplyToView(SoundsState& state, std::string_view action, std::string_view argument) {
  for (const auto& [name, run] : kActions) {
    if (name == action) return run(state, argument);
  }
  return {};
}

}  // namespace meander
