// See link.h.
#include "sounds/link.h"

#include "audio/beat_code.h"

namespace meander {

std::string WholeBeatOf(const SoundsState& state) {
  if (!state.map.is_complete() || !CheckPattern(state.pattern)) return {};
  Pattern travels = state.pattern;
  for (Track& track : travels.tracks) {
    for (const OwnSound& own : state.own) {
      if (own.clip_id != track.clip_id) continue;
      const uint32_t nearest = NearestOf(own);
      if (nearest < state.map.count()) track.clip_id = state.map.ClipOf(nearest).id;
    }
  }
  return WriteBeat(travels);
}

std::string PayloadOf(const SoundsState& state) {
  return state.is_example ? std::string() : WholeBeatOf(state);
}

}  // namespace meander
