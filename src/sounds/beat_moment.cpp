// See beat_moment.h.
#include "sounds/beat_moment.h"

#include <algorithm>
#include <cmath>

namespace meander {

BeatMoment MomentNow(const SoundsState& state, const View& view) {
  BeatMoment moment;
  moment.step = state.player.StepAt(view.now_s);
  moment.place = state.player.PlaceAt(view.now_s);
  moment.reduced_motion = view.reduced_motion;
  for (int track = 0; track < kMostTracks; ++track) {
    moment.ages[static_cast<size_t>(track)] = state.player.HitAge(track, view.now_s);
  }
  if (state.settle_from_s >= 0) {
    moment.filled =
        static_cast<float>(std::clamp((view.now_s - state.settle_from_s) / kSettle_s, 0.0, 1.0));
  }
  return moment;
}

BeatMoment MomentOfPicture(const SoundsState& state, float at) {
  BeatMoment moment;
  if (at >= 1 || at < 0) return moment;
  moment.place = at * static_cast<float>(state.pattern.step_count);
  moment.step = static_cast<int>(moment.place);
  for (int track = 0; track < state.track_count(); ++track) {
    const bool is_hit =
        state.pattern.tracks[static_cast<size_t>(track)].steps[static_cast<size_t>(moment.step)] >
            0 &&
        IsHeard(state.pattern, track);
    if (is_hit) moment.ages[static_cast<size_t>(track)] = 0.4f;
  }
  return moment;
}

}  // namespace meander
