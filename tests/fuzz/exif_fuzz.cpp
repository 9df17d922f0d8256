// Fuzzes which way up a photo is: whatever the bytes, one of eight ways, and pixels turned by it
// are the same pixels.
#include <cstdlib>

#include "make/photo_exif.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  const int way = OrientationOf(bytes);
  if (way < 1 || way > 8) std::abort();
  if (const int in_tiff = OrientationOfTiff(bytes); in_tiff < 1 || in_tiff > 8) std::abort();
  PhotoSize shape{3, 5};
  std::vector<uint8_t> pixels(45);
  for (size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<uint8_t>(i);
  const std::vector<uint8_t> upright = Upright(pixels, size > 0 ? data[0] % 10 : way, shape);
  unsigned sum = 0;
  for (const uint8_t pixel : upright) sum += pixel;
  if (upright.size() != 45 || sum != 45 * 44 / 2 || shape.width * shape.height != 15) std::abort();
  return 0;
}
