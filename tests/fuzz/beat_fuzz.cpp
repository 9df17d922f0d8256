// Fuzzes a beat's link: what is accepted is written the one way there is, and played it never
// leaves what a loudspeaker can bear.
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "audio/beat_code.h"
#include "audio/midi.h"
#include "audio/mixer.h"

namespace meander {
namespace {

// Any bytes as a beat, so that the mixer meets more than the few that are a whole link.
Pattern PatternOf(std::string_view bytes) {
  size_t at = 0;
  const auto next = [&](int count) {
    return at < bytes.size() ? static_cast<uint8_t>(bytes[at++]) % count : 0;
  };
  Pattern pattern;
  pattern.step_count = next(2) == 0 ? kBarSteps : kMostBeatSteps;
  pattern.tempo_bpm = kSlowest_bpm + next(kFastest_bpm - kSlowest_bpm + 1);
  pattern.swing_percent = next(kMostSwing_percent + 1);
  pattern.seed = static_cast<uint32_t>(next(256));
  pattern.tracks.resize(static_cast<size_t>(1 + next(kMostTracks)));
  for (Track& track : pattern.tracks) {
    track.role = static_cast<Role>(next(kRoleCount));
    track.volume = static_cast<uint8_t>(next(kFullVolume + 1));
    track.pitch_semitones = static_cast<int8_t>(next(2 * kMostSemitones + 1) - kMostSemitones);
    track.pan = static_cast<int8_t>(next(2 * kMostPan + 1) - kMostPan);
    track.chance = static_cast<uint8_t>(next(kMostChance + 1));
    track.mute = next(8) == 7;
    track.solo = next(8) == 7;
    for (int step = 0; step < pattern.step_count; ++step) {
      track.steps[static_cast<size_t>(step)] = static_cast<uint8_t>(next(kLoudest + 1));
    }
  }
  return pattern;
}

void Play(const Pattern& pattern) {
  // The loudest clip there can be: every track at once is far above the ceiling.
  const auto clip = std::make_shared<const Clip>(Clip{std::vector<float>(300, 1.f)});
  Mixer mixer([&clip](const Pattern&, const Note&) { return clip; });
  mixer.Start(pattern);
  std::vector<float> left(2000), right(2000);
  mixer.Render(left, right);
  for (size_t i = 0; i < left.size(); ++i) {
    if (!(std::abs(left[i]) <= kCeiling && std::abs(right[i]) <= kCeiling)) std::abort();
  }
  if (WriteMidi(pattern, {}, 4).size() < 14) std::abort();
}

}  // namespace
}  // namespace meander

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto pattern = ReadBeat(bytes)) {
    if (!CheckPattern(*pattern) || WriteBeat(*pattern) != bytes) std::abort();
    Play(*pattern);
  }
  const Pattern any = PatternOf(bytes);
  const auto again = ReadBeat(WriteBeat(any));
  if (!again || *again != any) std::abort();
  if (size % 8 == 0) Play(any);
  return 0;
}
