// Mesa's surfaceless EGL platform.
#include "host/egl_surfaceless.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace meander {

Result<std::unique_ptr<SurfacelessContext>> SurfacelessContext::Create() {
  const auto refuse = [](const char* what) {
    return Fail(ErrorCode::kUnavailable, std::string("Drawing without a screen needs ") + what +
                                             " (Debian: libegl1, libgles2, libgl1-mesa-dri).");
  };
  std::unique_ptr<SurfacelessContext> result(new SurfacelessContext);
  EGLDisplay display =
      eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE) {
    return refuse("EGL's surfaceless platform");
  }
  result->display_ = display;
  eglBindAPI(EGL_OPENGL_ES_API);
  const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                           EGL_OPENGL_ES3_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display, wanted, &config, 1, &count) != EGL_TRUE || count < 1) {
    return refuse("an OpenGL ES 3 configuration");
  }
  const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
  EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
  if (context == EGL_NO_CONTEXT) return refuse("an OpenGL ES 3 context");
  result->context_ = context;
  if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE) {
    return refuse("a context that draws without a surface");
  }
  return result;
}

SurfacelessContext::~SurfacelessContext() {
  if (display_ == nullptr) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context_ != nullptr) eglDestroyContext(display_, context_);
  // The display stays initialised: it is the process's, and others may hold it.
}

}  // namespace meander
