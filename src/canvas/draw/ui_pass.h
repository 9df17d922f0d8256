// Draws Dear ImGui's draw lists and keeps its textures on the GPU: the whole backend.
#pragma once

#include <imgui.h>

#include <array>
#include <memory>

#include "base/error.h"
#include "canvas/draw/gl.h"

namespace meander {

class UiPass {
 public:
  static Result<UiPass> Create();

  // Draws into the bound framebuffer, whose size is the data's display size times its scale, and
  // returns the bytes sent.
  size_t Draw(ImDrawData* data);
  // Before the context dies, or after it died: textures are made anew at the next Draw.
  void ForgetTextures(bool context_is_alive);

 private:
  size_t Serve(ImTextureData* texture);

  GlProgram program_;
  GLint clip_from_px_ = -1, atlas_ = -1;
  std::unique_ptr<GlVertexArray> vertex_array_ = std::make_unique<GlVertexArray>();
  std::unique_ptr<GlBuffer> vertices_ = std::make_unique<GlBuffer>();
  std::unique_ptr<GlBuffer> indices_ = std::make_unique<GlBuffer>();
};

}  // namespace meander
