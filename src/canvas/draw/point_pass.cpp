// Uploads and draws the dots.
#include "canvas/draw/point_pass.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/hash.h"
#include "canvas/colors.h"
#include "canvas/shaders.h"

namespace meander {
namespace {

constexpr int kColorSlots = 12;  // colours to a half of the shader's table
constexpr float kDimmed = 0.3f;  // of the usual opacity

}  // namespace

Result<PointPass> PointPass::Create() {
  PointPass pass;
  TRY(pass.program_, GlProgram::Create(kPointsVertex, kPointsFragment));
  pass.share_uniform_ = pass.program_.Uniform("share");
  pass.clip_from_map_ = pass.program_.Uniform("clip_from_map");
  pass.radius_range_px_ = pass.program_.Uniform("radius_range_px");
  pass.colors_ = pass.program_.Uniform("colors");
  glBindVertexArray(pass.vertex_array_->id());
  glBindBuffer(GL_ARRAY_BUFFER, pass.positions_->id());
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_UNSIGNED_SHORT, GL_TRUE, 0, nullptr);
  glBindBuffer(GL_ARRAY_BUFFER, pass.marks_->id());
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 1, GL_UNSIGNED_BYTE, 0, nullptr);
  glBindBuffer(GL_ARRAY_BUFFER, pass.towards_->id());
  glVertexAttribPointer(2, 2, GL_UNSIGNED_SHORT, GL_TRUE, 0, nullptr);
  glBindVertexArray(0);
  return pass;
}

size_t PointPass::UploadPlaces(const PointTable& table, GlBuffer& into, uint64_t& version) {
  if (table.version == version) return 0;
  version = table.version;
  const size_t count = table.codes.size() / 2;
  std::vector<uint16_t> positions(2 * count);
  size_t at = 0;
  for (const uint32_t item : order_.items) {
    if (item >= count) continue;
    positions[at++] = table.codes[2 * item];
    positions[at++] = table.codes[2 * item + 1];
  }
  glBindBuffer(GL_ARRAY_BUFFER, into.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(positions.size() * 2), positions.data(),
               GL_STATIC_DRAW);
  return positions.size() * 2;
}

size_t PointPass::UploadMarks(const PointTable& table) {
  if (table.version == marks_version_) return 0;
  marks_version_ = table.version;
  palette_ = table.palette;
  std::vector<uint8_t> marks;
  has_dimmed_ = false;
  for (const uint32_t item : order_.items) {
    const uint8_t hue = item < table.hues.size() ? table.hues[item] & 63 : 0;
    has_dimmed_ |= table.IsDimmed(item);
    marks.push_back(static_cast<uint8_t>(hue | (table.IsDimmed(item) ? 64 : 0)));
  }
  glBindBuffer(GL_ARRAY_BUFFER, marks_->id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(marks.size()), marks.data(),
               GL_STATIC_DRAW);
  return marks.size();
}

void PointPass::PutInOrder(const PointTable& table, const DotLook& look) {
  if (table.version == version_) return;
  // Another colour or choice of the same dots leaves their order as it is.
  const auto* bytes = reinterpret_cast<const uint8_t*>(table.codes.data());
  const uint64_t key = Hash64({bytes, 2 * table.codes.size()});
  if (key == order_key_ && order_.items.size() == count_) return;
  order_key_ = key;
  order_ = OrderDots(table.codes, look.opacity, look.greatest_radius_px / look.least_radius_px);
}

size_t PointPass::Upload(const PointLayer& layer, const DotLook& look) {
  count_ = layer.table->codes.size() / 2;
  PutInOrder(*layer.table, look);
  size_t sent = UploadPlaces(*layer.table, *positions_, version_);
  share_ = layer.towards != nullptr ? layer.share : 0;
  if (layer.towards != nullptr) sent += UploadPlaces(*layer.towards, *towards_, towards_version_);
  // What dots look like changes half way.
  sent += UploadMarks(share_ < 0.5f ? *layer.table : *layer.towards);
  return sent;
}

void PointPass::Draw(const std::array<float, 4>& clip_from_world, float pixels_per_world,
                     const DotLook& look, float pixel_ratio, ThemeKind theme) {
  if (count_ == 0) return;
  std::array<float, 8 * kColorSlots> colors{};
  for (int slot = 0; slot < 2 * kColorSlots; ++slot) {
    const auto color = UnpackColor(ColorOf(DotToken(palette_, slot % kColorSlots), theme));
    const float alpha = look.opacity * (slot < kColorSlots ? 1.f : kDimmed);
    for (int c = 0; c < 3; ++c) colors[4 * slot + c] = color[c] * alpha;
    colors[4 * slot + 3] = alpha;
  }
  program_.Use();
  // The map's codes run 0..1 over world -1..1.
  glUniform4f(clip_from_map_, 2 * clip_from_world[0], 2 * clip_from_world[1],
              clip_from_world[2] - clip_from_world[0], clip_from_world[3] - clip_from_world[1]);
  glUniform2f(radius_range_px_, look.least_radius_px * pixel_ratio,
              look.greatest_radius_px * pixel_ratio);
  glUniform4fv(colors_, 2 * kColorSlots, colors.data());
  glUniform1f(share_uniform_, share_);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBindVertexArray(vertex_array_->id());
  // At rest there may be nothing in that buffer to read.
  if (share_ > 0) {
    glEnableVertexAttribArray(2);
  } else {
    glDisableVertexAttribArray(2);
  }
  // The map's side is two world units. A dot that recedes or moves covers nothing.
  const uint32_t covered = share_ > 0 || has_dimmed_
                               ? 0
                               : CoveredDots(order_, look.least_radius_px / (2 * pixels_per_world));
  glDrawArrays(GL_POINTS, static_cast<GLint>(covered), static_cast<GLsizei>(count_ - covered));
  glBindVertexArray(0);
}

}  // namespace meander
