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

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const std::string_view payload(reinterpret_cast<const char*>(data), size);
  const auto pattern = ReadBeat(payload);
  if (!pattern) return 0;
  if (!CheckPattern(*pattern) || WriteBeat(*pattern) != payload) std::abort();
  // The loudest clip there can be: every track at once is far above the ceiling.
  const auto clip = std::make_shared<const Clip>(Clip{std::vector<float>(300, 1.f)});
  Mixer mixer([&clip](const Pattern&, const Note&) { return clip; });
  mixer.Start(*pattern);
  std::vector<float> left(2000), right(2000);
  mixer.Render(left, right);
  for (size_t i = 0; i < left.size(); ++i) {
    if (!(std::abs(left[i]) <= kCeiling && std::abs(right[i]) <= kCeiling)) std::abort();
  }
  if (WriteMidi(*pattern, {}, 4).size() < 14) std::abort();
  return 0;
}
