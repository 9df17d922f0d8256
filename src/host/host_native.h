// The host of a native window: GLFW for the window, files for fetches, the terminal for words. For
// development; what a reader gets is the page.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "host/host.h"

namespace meander {

// The engine in this process, seen from a room that may not know it: bytes of engine/protocol.h.
struct EngineDoor {
  std::function<void(ByteSpan request)> ask;
  std::function<void(uint32_t request_id)> cancel;
  // Works for one slice; answers that are ready. `more`: call again without waiting.
  std::function<std::vector<std::vector<uint8_t>>(bool& more)> work;
};

class WindowHost : public Host {
 public:
  virtual bool ShouldClose() const = 0;
  // Waits for input or a wanted frame; true when a frame should be drawn now.
  virtual bool WaitForFrame() = 0;
  virtual void SwapBuffers() = 0;
};

// nullptr-free: kUnavailable without a display or OpenGL ES 3. `page_text` turns canvas/page.h's
// bytes into the plain text that is printed to the terminal.
Result<std::unique_ptr<WindowHost>> OpenWindow(const std::string& title, int width_px,
                                               int height_px, EngineDoor engine,
                                               std::function<std::string(ByteSpan)> page_text);

}  // namespace meander
