// The dots of a map in one draw call: 16-bit positions and a byte of hue each, uploaded once per
// version of their table in a random order that no topic wins.
#pragma once

#include <array>
#include <memory>

#include "base/error.h"
#include "canvas/camera.h"
#include "canvas/dot_look.h"
#include "canvas/draw/gl.h"
#include "canvas/figure.h"
#include "canvas/scene.h"

namespace meander {

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
