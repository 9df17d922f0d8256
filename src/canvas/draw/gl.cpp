// Compiling programs, allocating textures and targets.
#include "canvas/draw/gl.h"

#include <array>
#include <string>

namespace meander {
namespace {

Result<GLuint> Compile(GLenum kind, std::string_view source) {
  const GLuint shader = glCreateShader(kind);
  const char* text = source.data();
  const auto length = static_cast<GLint>(source.size());
  glShaderSource(shader, 1, &text, &length);
  glCompileShader(shader);
  GLint compiled = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
  if (compiled != 0) return shader;
  std::array<char, 512> log{};
  glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
  glDeleteShader(shader);
  return Fail(ErrorCode::kUnavailable,
              "This graphics driver refused a shader: " + std::string(log.data()));
}

}  // namespace

Result<GlProgram> GlProgram::Create(std::string_view vertex, std::string_view fragment) {
  TRY(const GLuint vertex_shader, Compile(GL_VERTEX_SHADER, vertex));
  TRY(const GLuint fragment_shader, Compile(GL_FRAGMENT_SHADER, fragment));
  GlProgram program;
  program.id_ = glCreateProgram();
  glAttachShader(program.id_, vertex_shader);
  glAttachShader(program.id_, fragment_shader);
  glLinkProgram(program.id_);
  glDeleteShader(vertex_shader);
  glDeleteShader(fragment_shader);
  GLint linked = 0;
  glGetProgramiv(program.id_, GL_LINK_STATUS, &linked);
  if (linked != 0) return program;
  return Fail(ErrorCode::kUnavailable, "This graphics driver could not link a program.");
}

void GlTexture::Bind(int unit) {
  glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + unit));
  const bool is_new = id_ == 0;
  if (is_new) glGenTextures(1, &id_);
  glBindTexture(GL_TEXTURE_2D, id_);
  if (!is_new) return;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void GlTexture::Allocate(GLint internal_format, int width, int height, GLenum format, GLenum type,
                         const void* pixels) {
  Bind(0);
  width_ = width;
  height_ = height;
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, internal_format, width, height, 0, format, type, pixels);
}

Result<void> GlTarget::Bind(int width, int height) {
  const bool is_new = framebuffer_ == 0;
  if (is_new) glGenFramebuffers(1, &framebuffer_);
  const bool resized = texture_.width() != width || texture_.height() != height;
  if (resized) texture_.Allocate(GL_RGBA8, width, height, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  if (is_new) {
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
  }
  if (resized && glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
    return Fail(ErrorCode::kUnavailable, "This graphics driver cannot draw a picture that large.");
  }
  return {};
}

}  // namespace meander
