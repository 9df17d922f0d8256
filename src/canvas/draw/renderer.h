// Draws scenes, figures and Dear ImGui's controls with OpenGL ES 3.0 (WebGL 2). The only class the
// app and the tools need of this room. A context must be current for every call.
//
// A frame:  BeginUi → cards and controls (Dear ImGui) → Draw(scene) → EndUi.
#pragma once

#include <memory>

#include "base/error.h"
#include "canvas/camera.h"
#include "canvas/figure.h"
#include "canvas/picture.h"
#include "canvas/scene.h"
#include "canvas/theme.h"

namespace meander {

// What the pointer does, for the controls drawn over the chart.
struct UiPointer {
  Point2 at_px;
  bool inside = false;  // false: nothing is pointed at
  bool down = false;
  bool touch = false;
};

struct UiFrame {
  Viewport viewport;  // the whole canvas
  ThemeKind theme = ThemeKind::kLight;
  UiPointer pointer;
  double now_s = 0;
};

// Of the last frame, for the bench and the idle test.
struct FrameStats {
  size_t bytes_uploaded = 0;
  bool land_recomputed = false;
};

class Renderer {
 public:
  // `fonts` must outlive the renderer. kUnavailable when a shader or a font is refused.
  static Result<std::unique_ptr<Renderer>> Create(const FontFiles& fonts);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // Makes every GL object anew after the context was lost and given back.
  Result<void> RestoreContext();

  void BeginUi(const UiFrame& frame);
  // Draws land and dots into framebuffer 0 (or the one set below) at once; marks and names are
  // queued under whatever Dear ImGui draws in this frame. Once a frame.
  void Draw(const Scene& scene, const Camera& camera);
  void EndUi();

  // Whether the same call would still change the picture: a land that fades in, or a control that
  // has just been pointed at. The app asks for a frame only then, or when something happened.
  bool NeedsAnotherFrame() const;
  // Whether the pointer is on a control, so that the chart under it must not take it.
  bool PointerIsOnControls() const;
  // Where frames go; 0 unless a test draws into a target of its own.
  void SetFramebuffer(unsigned int framebuffer);

  // The whole figure, off screen, in its own size times its pixel ratio. Not between BeginUi and
  // EndUi. kUnavailable when the driver cannot make a picture that large.
  Result<Picture> DrawFigure(const Figure& figure, ThemeKind theme);

  FrameStats last_stats() const;

 private:
  Renderer();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace meander
