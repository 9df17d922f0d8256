// Draws Dear ImGui's draw lists and keeps its textures on the GPU: the whole backend.
#pragma once

#include <imgui.h>

#include <array>
#include <memory>
#include <string_view>

#include "base/error.h"
#include "canvas/draw/gl.h"
#include "canvas/draw/picture_pass.h"

namespace meander {

class UiPass {
 public:
  static Result<UiPass> Create();

  // Draws into the bound framebuffer, whose size is the data's display size times its scale, and
  // returns the bytes sent.
  size_t Draw(ImDrawData* data);
  // Before the context dies, or after it died: textures are made anew at the next Draw.
  void ForgetTextures(bool context_is_alive);
  // The pictures that a frame's draw lists name.
  PicturePass& pictures() { return pictures_; }

  // For ImDrawList::AddCallback: what follows is multiplied with what is there, or covers it again.
  static void Multiply(const ImDrawList* list, const ImDrawCmd* command);
  static void Cover(const ImDrawList* list, const ImDrawCmd* command);

 private:
  // A program of ui.vert; both read texture unit 0.
  struct Program {
    GlProgram program;
    GLint clip_from_px = -1;
    void Use(ImVec2 size) const;
  };
  static Result<Program> CreateProgram(std::string_view fragment);
  size_t Serve(ImTextureData* texture);

  Program marks_, picture_;
  PicturePass pictures_;
  std::unique_ptr<GlVertexArray> vertex_array_ = std::make_unique<GlVertexArray>();
  std::unique_ptr<GlBuffer> vertices_ = std::make_unique<GlBuffer>();
  std::unique_ptr<GlBuffer> indices_ = std::make_unique<GlBuffer>();
};

}  // namespace meander
