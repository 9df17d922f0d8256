// The dots of a map in one draw call: 16-bit positions and a byte of hue each, uploaded once per
// version of their table in a random order that no topic wins.
#pragma once

#include <array>
#include <memory>

#include "base/error.h"
#include "canvas/camera.h"
#include "canvas/draw/gl.h"
#include "canvas/figure.h"
#include "canvas/scene.h"

namespace meander {

// How large and how opaque dots are, by their number and the zoom.
struct DotLook {
  float least_radius_px = 1.2f, greatest_radius_px = 2.1f;  // CSS pixels
  float opacity = 0.78f;
};
// `scale` = zoom relative to the fit (1 = whole map). Between the design's three counts (10⁴, 10⁵,
// 10⁶) everything changes with the logarithm of the count; dots grow with the zoom, 1.6 × at most.
DotLook DotLookFor(size_t count, float scale, ThemeKind theme);

class PointPass {
 public:
  static Result<PointPass> Create();

  // Uploads the table when its version is new; returns the bytes sent.
  size_t Upload(const PointTable& table);
  // `clip_from_world`: scale x, y, then offset x, y. `radius_px` 0: as DotLookFor says.
  void Draw(const std::array<float, 4>& clip_from_world, const DotLook& look, float pixel_ratio,
            ThemeKind theme);
  size_t count() const { return count_; }

 private:
  GlProgram program_;
  GLint clip_from_map_ = -1, radius_range_px_ = -1, colors_ = -1;
  std::unique_ptr<GlVertexArray> vertex_array_ = std::make_unique<GlVertexArray>();
  std::unique_ptr<GlBuffer> positions_ = std::make_unique<GlBuffer>();
  std::unique_ptr<GlBuffer> marks_ = std::make_unique<GlBuffer>();
  uint64_t version_ = ~uint64_t{0};
  size_t count_ = 0;
};

}  // namespace meander
