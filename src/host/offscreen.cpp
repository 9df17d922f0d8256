// See offscreen.h.
#include "host/offscreen.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace meander {

Result<OffscreenFrame> OffscreenFrame::Create(int width, int height) {
  OffscreenFrame frame;
  frame.width_ = width;
  frame.height_ = height;
  glGenRenderbuffers(1, &frame.color_);
  glBindRenderbuffer(GL_RENDERBUFFER, frame.color_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glGenFramebuffers(1, &frame.framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, frame.framebuffer_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, frame.color_);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
    return Fail(ErrorCode::kUnavailable, "This driver cannot draw a picture of that size.");
  }
  return frame;
}

OffscreenFrame::OffscreenFrame(OffscreenFrame&& other) noexcept
    : framebuffer_(std::exchange(other.framebuffer_, 0)),
      color_(std::exchange(other.color_, 0)),
      width_(other.width_),
      height_(other.height_) {}

OffscreenFrame::~OffscreenFrame() {
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  if (color_ != 0) glDeleteRenderbuffers(1, &color_);
}

std::vector<uint8_t> OffscreenFrame::ReadPixels() const {
  const size_t row = size_t{4} * static_cast<size_t>(width_);
  std::vector<uint8_t> pixels(row * static_cast<size_t>(height_));
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  // GL counts rows from the bottom.
  for (size_t low = 0, high = static_cast<size_t>(height_); low + 1 < high; ++low) {
    --high;
    std::swap_ranges(pixels.begin() + static_cast<ptrdiff_t>(low * row),
                     pixels.begin() + static_cast<ptrdiff_t>((low + 1) * row),
                     pixels.begin() + static_cast<ptrdiff_t>(high * row));
  }
  return pixels;
}

}  // namespace meander
