// A framebuffer of one's own with its pixels read back: what frames are drawn into where there is
// no window. A context must be current.
#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"

namespace meander {

class OffscreenFrame {
 public:
  // Device pixels. kUnavailable when the driver cannot make one that large.
  static Result<OffscreenFrame> Create(int width, int height);
  OffscreenFrame(OffscreenFrame&& other) noexcept;
  OffscreenFrame& operator=(OffscreenFrame&&) = delete;
  ~OffscreenFrame();

  unsigned int framebuffer() const { return framebuffer_; }
  int width() const { return width_; }
  int height() const { return height_; }
  // RGBA, rows from the top.
  std::vector<uint8_t> ReadPixels() const;

 private:
  OffscreenFrame() = default;
  unsigned int framebuffer_ = 0, color_ = 0;
  int width_ = 0, height_ = 0;
};

}  // namespace meander
