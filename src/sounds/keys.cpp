// See keys.h. Arrows have one of three hands: the step the grid's focus is on, the chosen ring, or
// the cursor that goes from sound to sound.
#include "sounds/keys.h"

#include <algorithm>
#include <iterator>

#include "canvas/nearest_dot.h"
#include "canvas/words.h"
#include "sounds/beat.h"
#include "sounds/page_parts.h"

namespace meander {
namespace {

std::optional<Point2> DirectionOf(std::string_view key) {
  if (key == "ArrowLeft") return Point2{-1, 0};
  if (key == "ArrowRight") return Point2{1, 0};
  if (key == "ArrowUp") return Point2{0, 1};
  if (key == "ArrowDown") return Point2{0, -1};
  return std::nullopt;
}

Effects MoveRing(SoundsState& state, const PointTable& dots, Point2 direction) {
  const uint32_t item = ItemOfTrack(state, state.chosen);
  const uint32_t from =
      item < state.map.count() ? item : NearestDot(dots, PlaceOf(state, item), 10).value_or(0);
  const auto next = NextDot(dots, from, direction);
  if (!next) return {SayEffect{std::string(words::kSoundsNoSoundThere)}};
  Effects effects = Apply(state, "put", std::to_string(*next));
  std::ranges::move(Audition(state, *next), std::back_inserter(effects));
  const Point2 at = PlaceOf(state, *next);
  effects.push_back(FlyToEffect{{at, at}, true});
  effects.push_back(SayEffect{NameOf(state, *next)});
  return effects;
}

Effects MoveCursor(SoundsState& state, const PointTable& dots, Point2 direction) {
  if (state.cursor >= state.map.count()) state.cursor = 0;
  const auto next = NextDot(dots, state.cursor, direction);
  if (!next) return {SayEffect{std::string(words::kSoundsNoSoundThere)}};
  state.cursor = *next;
  const Point2 at = PlaceOf(state, *next);
  Effects effects = Audition(state, *next);
  effects.push_back(SayEffect{NameOf(state, *next)});
  effects.push_back(FlyToEffect{{at, at}, true});
  return effects;
}

// In the grid: arrows go from step to step, with Shift they make one louder or softer.
std::optional<Effects> InGrid(SoundsState& state, std::string_view key, bool shift) {
  auto& [track, step] = *state.grid_focus;
  track = std::clamp(track, 0, state.track_count() - 1);
  step = std::clamp(step, 0, state.pattern.step_count - 1);
  const std::string here = std::to_string(track) + " " + std::to_string(step);
  if (shift && (key == "ArrowUp" || key == "ArrowDown")) {
    const int now =
        state.pattern.tracks[static_cast<size_t>(track)].steps[static_cast<size_t>(step)];
    const int wanted = std::clamp(now + (key == "ArrowUp" ? 1 : -1), 1, kLoudest);
    if (now == 0) return Effects{};
    Effects effects = Apply(state, "loud", here + " " + std::to_string(wanted));
    return effects;
  }
  if (key == "ArrowLeft")
    step = std::max(step - 1, 0);
  else if (key == "ArrowRight")
    step = std::min(step + 1, state.pattern.step_count - 1);
  else if (key == "ArrowUp")
    track = std::max(track - 1, 0);
  else if (key == "ArrowDown")
    track = std::min(track + 1, state.track_count() - 1);
  else if (key == "Home")
    step = 0;
  else if (key == "End")
    step = state.pattern.step_count - 1;
  else if (key == "Enter")
    return Apply(state, "step", here);
  else if (key == "Escape" || key == "g" || key == "G")
    state.grid_focus.reset();
  else
    return std::nullopt;
  return Effects{ShowPageEffect{}};
}

}  // namespace

std::optional<Effects> ApplyKey(SoundsState& state, const PointTable* dots, std::string_view key,
                                bool shift) {
  if (!state.map.is_complete() || dots == nullptr) return std::nullopt;
  if (auto effects = ApplyWhyKey(state, key)) return effects;
  if (key == "Space" || key == " ") return Apply(state, "play", "");
  if (state.grid_focus) {
    if (auto effects = InGrid(state, key, shift)) {
      if (state.grid_focus) {
        const auto [track, step] = *state.grid_focus;
        effects->push_back(SayEffect{StepInWords(state, track, step)});
      }
      return effects;
    }
  }
  if (key.size() == 1 && key[0] >= '1' && key[0] <= '8') {
    const int track = key[0] - '1';
    if (track >= state.track_count()) return std::nullopt;
    return Apply(state, "ring", std::to_string(track));
  }
  if (const auto direction = DirectionOf(key)) {
    return state.chosen >= 0 ? MoveRing(state, *dots, *direction)
                             : MoveCursor(state, *dots, *direction);
  }
  if (key == "g" || key == "G") {
    state.grid_focus = {std::max(state.chosen, 0), 0};
    return Effects{ShowPageEffect{}, SayEffect{StepInWords(state, state.grid_focus->first, 0)}};
  }
  if (key == "Enter" && state.cursor != kNoItem) {
    return Apply(state, state.pinned == state.cursor ? "put" : "pin", std::to_string(state.cursor));
  }
  if (state.chosen >= 0) {
    const std::string chosen = std::to_string(state.chosen);
    if (key == "l" || key == "L") return Apply(state, "lock", chosen);
    if (key == "m" || key == "M") return Apply(state, "mute", chosen);
  }
  if (key == "s" || key == "S") return Apply(state, "shuffle", "");
  if (key == "t" || key == "T") return Apply(state, "tap", "");
  if (key == "z") return Apply(state, "undo", "");
  if (key == "Z") return Apply(state, "redo", "");
  if (key == "n" || key == "N") return Apply(state, "list", "");
  if (key == "/") return Apply(state, "search-open", "");
  if (key == "?") return Apply(state, "help", "");
  if (key == "Escape") {
    const bool had_something = state.chosen >= 0 || state.pinned != kNoItem || state.search.is_open;
    state.chosen = -1;
    state.shows_track = false;
    if (state.search.is_open) return Apply(state, "search-close", "");
    if (had_something) return Apply(state, "unpin", "");
  }
  return std::nullopt;
}

Effects ApplyGridKey(SoundsState& state, std::string_view key) {
  constexpr std::string_view kShift = "Shift+";
  const bool shift = key.starts_with(kShift);
  if (shift) key.remove_prefix(kShift.size());
  if (!state.grid_focus) state.grid_focus = {0, 0};
  auto effects = InGrid(state, key, shift);
  state.is_grid_walked = effects.has_value() && !shift;
  return effects.value_or(Effects{});
}

}  // namespace meander
