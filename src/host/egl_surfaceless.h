// An OpenGL ES 3 context without window or X server, through EGL's surfaceless platform: for
// posters, the letter's picture and golden tests. Draw into framebuffers of your own.
#pragma once

#include <memory>

#include "base/error.h"

namespace meander {

class SurfacelessContext {
 public:
  // Makes a context current on this thread; kUnavailable says what is missing.
  static Result<std::unique_ptr<SurfacelessContext>> Create();
  ~SurfacelessContext();
  SurfacelessContext(const SurfacelessContext&) = delete;
  SurfacelessContext& operator=(const SurfacelessContext&) = delete;

 private:
  SurfacelessContext() = default;
  void* display_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace meander
