// The dots of a map in one draw call: 16-bit positions and a byte of hue each, uploaded once per
// version of their table in a random order that no topic wins. Of many dots those that others cover
// are left out (dot_order.h).
#pragma once

#include <array>
#include <memory>

#include "base/error.h"
#include "canvas/camera.h"
#include "canvas/dot_look.h"
#include "canvas/dot_order.h"
#include "canvas/draw/gl.h"
#include "canvas/figure.h"
#include "canvas/scene.h"

namespace meander {

class PointPass {
 public:
  static Result<PointPass> Create();

  // Uploads the layer's tables when their versions are new; returns the bytes sent.
  size_t Upload(const PointLayer& layer, const DotLook& look);
  // `clip_from_world`: scale x, y, then offset x, y.
  void Draw(const std::array<float, 4>& clip_from_world, float pixels_per_world,
            const DotLook& look, float pixel_ratio, ThemeKind theme);
  size_t count() const { return count_; }

 private:
  void PutInOrder(const PointTable& table, const DotLook& look);
  size_t UploadPlaces(const PointTable& table, GlBuffer& into, uint64_t& version);
  size_t UploadMarks(const PointTable& table);

  GlProgram program_;
  GLint share_uniform_ = -1, clip_from_map_ = -1, radius_range_px_ = -1, colors_ = -1;
  std::unique_ptr<GlVertexArray> vertex_array_ = std::make_unique<GlVertexArray>();
  std::unique_ptr<GlBuffer> positions_ = std::make_unique<GlBuffer>();
  std::unique_ptr<GlBuffer> marks_ = std::make_unique<GlBuffer>();
  std::unique_ptr<GlBuffer> towards_ = std::make_unique<GlBuffer>();
  static constexpr uint64_t kNone = ~uint64_t{0};
  uint64_t version_ = kNone, towards_version_ = kNone, marks_version_ = kNone;
  DotOrder order_;
  uint64_t order_key_ = 0;  // of the places it was made for
  bool has_dimmed_ = false;
  float share_ = 0;
  Palette palette_ = Palette::kTopics;
  size_t count_ = 0;
};

}  // namespace meander
