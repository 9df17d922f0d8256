// Fuzzes files of strokes: whatever the text, a drawing or one sentence; and a drawing's picture is
// between black and white everywhere, with each stroke and without it.
#include <cstdlib>

#include "cli/draw_strokes.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const auto strokes = ReadStrokes({reinterpret_cast<const char*>(data), size});
  if (!strokes) {
    if (strokes.error().message.empty()) std::abort();
    return 0;
  }
  if (strokes->empty() || strokes->size() > kMostStrokes) std::abort();
  const PenFrame frame = FrameOfStrokes(*strokes);
  std::vector<bool> left_out(strokes->size());
  left_out[0] = true;
  for (const auto& picture :
       {DrawStrokes(*strokes, frame), DrawStrokes(*strokes, frame, left_out)}) {
    for (const float x : picture) {
      if (!(x >= 0.f && x <= 1.f)) std::abort();
    }
  }
  return 0;
}
