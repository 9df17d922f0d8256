// See photo_jpeg.h.
#include "make/photo_jpeg.h"

#include <turbojpeg.h>

#include <memory>

namespace meander {

Result<std::vector<uint8_t>> WriteJpeg(std::span<const uint8_t> rgb, int side, size_t most_bytes) {
  constexpr int kBest = 92, kPoorest = 40, kStep = 4;
  const bool is_sound = side > 0 && rgb.size() == size_t(side) * size_t(side) * 3;
  const std::unique_ptr<void, int (*)(tjhandle)> encoder(tjInitCompress(), tjDestroy);
  if (!is_sound || encoder == nullptr) {
    return Fail(ErrorCode::kInvalidInput, "This picture cannot be written as a JPEG.");
  }
  for (int quality = kBest; quality >= kPoorest; quality -= kStep) {
    unsigned char* made = nullptr;
    unsigned long size = 0;  // NOLINT: the library's own type
    const int failed = tjCompress2(encoder.get(), rgb.data(), side, 0, side, TJPF_RGB, &made, &size,
                                   TJSAMP_420, quality, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE);
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> holder(made, tjFree);
    if (failed != 0) break;
    if (size <= most_bytes) return std::vector<uint8_t>(made, made + size);
  }
  return Fail(ErrorCode::kInvalidInput, "This picture cannot be written as a JPEG of this size.");
}

}  // namespace meander
