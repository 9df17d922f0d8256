// Reading along the way: the knob, its detents, and Play.
#include <algorithm>
#include <cmath>

#include "sentences/state.h"

namespace meander {
namespace {

constexpr float kDetent = 0.1f;    // a knob this near to a line is on it
constexpr double kRest_s = 1.2;    // Play reads a line so long …
constexpr double kGlide_s = 0.26;  // … and is on its way to the next for so long

float Settled(float at) {
  const float nearest = std::round(at);
  return std::fabs(at - nearest) <= kDetent ? nearest : at;
}

}  // namespace

Effects GoTo(SentencesState& state, float at) {
  const auto last = static_cast<float>(state.stop_count() + 1);
  if (!(at >= 0)) at = 0;  // also where it is no number
  state.reading.at = Settled(std::min(at, last));
  state.reading.is_playing = false;
  if (state.read_on.item != LineAt(state, state.current()).item) state.read_on = {};
  if (state.cloud.stop != state.current()) state.cloud = {};
  return {};
}

bool AdvanceReading(SentencesState& state, bool reduced_motion) {
  Reading& reading = state.reading;
  const auto last = static_cast<float>(state.stop_count() + 1);
  if (reading.is_playing) {
    const double gone_s = std::max(state.now_s - reading.begun_s, 0.);
    const double hop_s = kRest_s + kGlide_s;
    const double hops = std::floor(gone_s / hop_s);
    const double within_s = gone_s - hops * hop_s;
    double share = std::clamp((within_s - kRest_s) / kGlide_s, 0., 1.);
    share = reduced_motion ? 0 : share * share * (3 - 2 * share);
    reading.at = std::min(reading.begun_at + static_cast<float>(hops + share), last);
    if (reading.at >= last) reading.is_playing = false;
    return reading.is_playing;
  }
  // A knob let go between two lines glides to the nearer one.
  const float nearest = std::round(reading.at);
  if (reading.is_held || reading.at == nearest) return false;
  if (reading.begun_s <= 0 || state.now_s < reading.begun_s) reading.begun_s = state.now_s;
  const auto gone = static_cast<float>((state.now_s - reading.begun_s) / 0.16);
  const float left = nearest - reading.begun_at;
  reading.at = reduced_motion || gone >= 1 ? nearest : reading.begun_at + left * gone;
  return reading.at != nearest;
}

}  // namespace meander
