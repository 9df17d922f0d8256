// The chart's ground. Grids come from canvas/land, one an octave of zoom; a new one fades in over
// the old. While the reader pans, hovers or lets the line grow, the painted ground is only copied;
// while the zoom moves it is stretched, and painted anew when the zoom rests.
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
  bool is_whole = false;  // nothing of the framebuffer lies outside: no scissor, which is faster
};

class LandPass {
 public:
  static Result<LandPass> Create();

  // Covers the whole area: water, and the land of `table` at the camera. `fit_pixels_per_world` is
  // the scale at which the whole map fits. With `live` a new octave's land fades in over 180 ms and
  // the ground is stretched while the zoom moves; a still picture is sharp and whole at once.
  void Draw(const PointTable& table, const Camera& camera, const Viewport& viewport,
            float fit_pixels_per_world, ThemeKind theme, double now_s, bool live,
            const ChartArea& area);
  // The same while the dots go over from one table to another, `share` of the way: the one land
  // melts into the other.
  void DrawBetween(const PointLayer& layer, const Camera& camera, const Viewport& viewport,
                   float fit_pixels_per_world, ThemeKind theme, bool live, const ChartArea& area);
  // The same call would still change the picture: a fade, or a stretched ground to be sharpened.
  bool IsMoving() const { return previous_ != nullptr || stretched_; }

 private:
  struct Land {
    uint64_t version = 0;
    float sigma_in_world = 0;
    ThemeKind theme = ThemeKind::kLight;
    size_t dots = 0;
    LandGrid grid;  // heights and tint are given to the GPU and dropped here
    GlTexture heights, tint;
  };
  // A land painted once for a camera, with some ground beyond the chart's edges.
  struct Ground {
    std::shared_ptr<Land> land;
    Camera camera;
    Viewport viewport;
    GlTarget target;
  };
  std::shared_ptr<Land> LandFor(const PointTable& table, float sigma_in_world, ThemeKind theme);
  void Paint(Land& land, const Camera& camera, const Viewport& viewport);
  bool Repaint(Ground& ground, const Camera& camera, const Viewport& viewport, float margin,
               const ChartArea& area);
  bool Covers(const Ground& ground, const Camera& camera, const Viewport& viewport,
              const ChartArea& area) const;
  void Copy(Ground& ground, const Camera& camera, const Viewport& viewport, const ChartArea& area,
            float opacity);

  GlProgram paint_, copy_;
  std::array<GLint, 10> paint_uniforms_{};
  GLint copy_clip_rect_ = -1, copy_texture_rect_ = -1, copy_opacity_ = -1;
  std::unique_ptr<GlVertexArray> no_vertices_ = std::make_unique<GlVertexArray>();
  std::deque<std::shared_ptr<Land>> lands_;  // most recently used first
  std::unique_ptr<Ground> current_ = std::make_unique<Ground>();
  std::unique_ptr<Ground> previous_;  // while it fades away
  std::unique_ptr<Ground> beyond_;    // of the table that dots go over to
  double fade_start_s_ = 0;
  // Of the call at hand: how large the whole map would be, and the chart itself.
  float fit_pixels_per_world_ = 1, chart_side_px_ = 1;
  bool stretched_ = false;
  Camera last_camera_;
};

}  // namespace meander
