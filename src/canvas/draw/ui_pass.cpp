// Textures on request, one upload a draw list, one call a command.
#include "canvas/draw/ui_pass.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "canvas/shaders.h"

namespace meander {
namespace {

GLuint NameOf(ImTextureID id) { return static_cast<GLuint>(id); }

}  // namespace

// A sampler that nothing is said of reads unit 0.
Result<UiPass::Program> UiPass::CreateProgram(std::string_view fragment) {
  Program made;
  TRY(made.program, GlProgram::Create(kUiVertex, fragment));
  made.clip_from_px = made.program.Uniform("clip_from_px");
  return made;
}

void UiPass::Program::Use(ImVec2 size) const {
  program.Use();
  glUniform4f(clip_from_px, 2 / size.x, -2 / size.y, -1, 1);
}

// With premultiplied colours: what is there × (1 − share + share × colour).
void UiPass::Multiply(const ImDrawList*, const ImDrawCmd*) {
  glBlendFunc(GL_DST_COLOR, GL_ONE_MINUS_SRC_ALPHA);
}

void UiPass::Cover(const ImDrawList*, const ImDrawCmd*) {
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

Result<UiPass> UiPass::Create() {
  UiPass pass;
  TRY(pass.marks_, CreateProgram(kUiFragment));
  TRY(pass.picture_, CreateProgram(kPictureFragment));
  glBindVertexArray(pass.vertex_array_->id());
  glBindBuffer(GL_ARRAY_BUFFER, pass.vertices_->id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, pass.indices_->id());
  for (GLuint slot = 0; slot < 3; ++slot) glEnableVertexAttribArray(slot);
  const auto at = [](size_t offset) { return reinterpret_cast<const void*>(offset); };
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert),
                        at(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), at(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert),
                        at(offsetof(ImDrawVert, col)));
  glBindVertexArray(0);
  return pass;
}

size_t UiPass::Serve(ImTextureData* texture) {
  if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
    const GLuint name = NameOf(texture->TexID);
    glDeleteTextures(1, &name);
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
    return 0;
  }
  const bool create = texture->Status == ImTextureStatus_WantCreate;
  if (!create && texture->Status != ImTextureStatus_WantUpdates) return 0;
  GLuint name = create ? 0 : NameOf(texture->TexID);
  if (create) glGenTextures(1, &name);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, name);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  size_t sent = 0;
  if (create) {
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture->Width, texture->Height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, texture->GetPixels());
    texture->SetTexID(static_cast<ImTextureID>(name));
    sent = static_cast<size_t>(texture->GetSizeInBytes());
  } else {
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture->Width);
    for (const ImTextureRect& part : texture->Updates) {
      glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                      texture->GetPixelsAt(part.x, part.y));
      sent += size_t{4} * part.w * part.h;
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  }
  texture->SetStatus(ImTextureStatus_OK);
  return sent;
}

void UiPass::ForgetTextures(bool context_is_alive) {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->TexID == ImTextureID_Invalid) continue;
    const GLuint name = NameOf(texture->TexID);
    if (context_is_alive) glDeleteTextures(1, &name);
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);  // Dear ImGui asks for it again
  }
}

size_t UiPass::Draw(ImDrawData* data) {
  size_t sent = 0;
  if (data->Textures != nullptr) {
    for (ImTextureData* texture : *data->Textures) {
      if (texture->Status != ImTextureStatus_OK) sent += Serve(texture);
    }
  }
  const ImVec2 size = data->DisplaySize, scale = data->FramebufferScale;
  if (data->TotalIdxCount == 0 || size.x <= 0 || size.y <= 0) return sent;
  marks_.Use(size);
  bool is_picture = false;
  glActiveTexture(GL_TEXTURE0);
  glEnable(GL_BLEND);
  Cover(nullptr, nullptr);
  glEnable(GL_SCISSOR_TEST);
  glBindVertexArray(vertex_array_->id());
  const float height = size.y * scale.y;
  for (const ImDrawList* list : data->CmdLists) {
    glBindBuffer(GL_ARRAY_BUFFER, vertices_->id());
    glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                 GL_STREAM_DRAW);
    sent += static_cast<size_t>(list->VtxBuffer.size_in_bytes() + list->IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr) {
        command.UserCallback(list, &command);
        continue;
      }
      const float left = std::max(command.ClipRect.x * scale.x, 0.f);
      const float top = std::max(command.ClipRect.y * scale.y, 0.f);
      const float right = std::min(command.ClipRect.z * scale.x, size.x * scale.x);
      const float bottom = std::min(command.ClipRect.w * scale.y, height);
      if (command.ElemCount == 0 || right <= left || bottom <= top) continue;
      glScissor(static_cast<GLint>(left), static_cast<GLint>(height - bottom),
                static_cast<GLsizei>(right - left), static_cast<GLsizei>(bottom - top));
      const ImTextureID texture = command.GetTexID();
      const bool wants_picture = (texture & kPictureTexture) != 0;
      if (wants_picture != is_picture) (wants_picture ? picture_ : marks_).Use(size);
      is_picture = wants_picture;
      if (wants_picture) {
        sent += pictures_.Bind(texture);
      } else {
        glBindTexture(GL_TEXTURE_2D, NameOf(texture));
      }
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                     reinterpret_cast<const void*>(static_cast<uintptr_t>(command.IdxOffset) *
                                                   sizeof(ImDrawIdx)));
    }
  }
  glBindVertexArray(0);
  glDisable(GL_SCISSOR_TEST);
  pictures_.EndFrame();
  return sent;
}

}  // namespace meander
