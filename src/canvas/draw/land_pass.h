// The chart's ground. Grids come from canvas/land, one an octave of zoom; a new one fades in over
// the old. While the reader pans, hovers or lets the line grow, the finished ground is only copied.
#pragma once

#include <array>
#include <deque>
#include <memory>

#include "base/error.h"
#include "canvas/camera.h"
#include "canvas/draw/gl.h"
#include "canvas/figure.h"
#include "canvas/land.h"
#include "canvas/scene.h"

namespace meander {

// Where the chart lies in the framebuffer, device pixels, y up.
struct ChartArea {
  GLuint framebuffer = 0;
  int x = 0, y = 0, width = 0, height = 0;
};

class LandPass {
 public:
  static Result<LandPass> Create();

  // Covers the whole area: water, and the land of `table` at the camera. `fit_pixels_per_world` is
  // the scale at which the whole map fits. With `fade` a new octave's land fades in over 180 ms,
  // else (still pictures) it is there at once.
  void Draw(const PointTable& table, const Camera& camera, const Viewport& viewport,
            float fit_pixels_per_world, ThemeKind theme, double now_s, bool fade,
            const ChartArea& area);
  bool IsFading() const { return fading_; }

 private:
  struct Land {
    uint64_t version = 0;
    float sigma_in_world = 0;
    ThemeKind theme = ThemeKind::kLight;
    LandGrid grid;  // heights and tint are given to the GPU and dropped here
    GlTexture heights, tint;
  };
  std::shared_ptr<Land> LandFor(const PointTable& table, float sigma_in_world, ThemeKind theme);
  void Paint(const Land& land, const Camera& camera, const Viewport& viewport, float opacity);
  bool CopyFinished(const Camera& camera, const Viewport& viewport, const ChartArea& area);

  GlProgram paint_, copy_;
  std::array<GLint, 9> paint_uniforms_{};
  GLint copy_clip_rect_ = -1, copy_texture_rect_ = -1, copy_opacity_ = -1;
  std::unique_ptr<GlVertexArray> no_vertices_ = std::make_unique<GlVertexArray>();
  std::deque<std::shared_ptr<Land>> lands_;  // most recently used first
  std::shared_ptr<Land> current_, previous_;
  double fade_start_s_ = 0;
  bool fading_ = false;
  // The finished ground with a margin around it, for a camera.
  std::unique_ptr<GlTarget> finished_ = std::make_unique<GlTarget>();
  Camera finished_camera_, last_camera_;
  Viewport finished_viewport_;
  std::shared_ptr<Land> finished_land_;
};

}  // namespace meander
