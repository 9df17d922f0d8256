// A beat of one short click on every step, mixed as the page mixes it; for bench/onsets.bench.mjs.
#include <memory>

#include "audio/mixer.h"

namespace {

constexpr size_t kMostFrames = 4096;
float block[2 * kMostFrames];

meander::Mixer& TheMixer() {
  static meander::Mixer mixer(
      [click = std::make_shared<const meander::Clip>(meander::Clip{std::vector<float>(200, 0.5f)})](
          const meander::Pattern&, const meander::Note&) { return click; });
  return mixer;
}

}  // namespace

extern "C" {

void bench_start(int tempo_bpm) {
  meander::Pattern pattern;
  pattern.tempo_bpm = tempo_bpm;
  pattern.tracks.resize(1);
  pattern.tracks[0].steps.fill(0);
  for (int step = 0; step < pattern.step_count; ++step) {
    pattern.tracks[0].steps[static_cast<size_t>(step)] = meander::kLoudest;
  }
  TheMixer().Start(pattern);
}

// The next frames, at most 4096: `count` of the left, then as many of the right.
const float* bench_render(uint32_t count) {
  const size_t frames = count < kMostFrames ? count : kMostFrames;
  TheMixer().Render({block, frames}, {block + frames, frames});
  return block;
}
}
