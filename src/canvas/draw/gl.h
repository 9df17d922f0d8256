// Small owners for OpenGL ES 3.0 objects. They neither hide GL nor draw; passes do. Destroying one
// after its context was lost is harmless.
#pragma once

#include <GLES3/gl3.h>

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace meander {

class GlProgram {
 public:
  GlProgram() = default;
  GlProgram(GlProgram&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  GlProgram& operator=(GlProgram&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~GlProgram() {
    if (id_ != 0) glDeleteProgram(id_);
  }

  // Compiles and links; kUnavailable with the driver's first line when it refuses.
  static Result<GlProgram> Create(std::string_view vertex, std::string_view fragment);

  void Use() const { glUseProgram(id_); }
  GLint Uniform(const char* name) const { return glGetUniformLocation(id_, name); }

 private:
  GLuint id_ = 0;
};

class GlBuffer {
 public:
  GlBuffer() = default;
  GlBuffer(const GlBuffer&) = delete;
  GlBuffer& operator=(const GlBuffer&) = delete;
  ~GlBuffer() {
    if (id_ != 0) glDeleteBuffers(1, &id_);
  }
  GLuint id() {
    if (id_ == 0) glGenBuffers(1, &id_);
    return id_;
  }

 private:
  GLuint id_ = 0;
};

class GlVertexArray {
 public:
  GlVertexArray() = default;
  GlVertexArray(const GlVertexArray&) = delete;
  GlVertexArray& operator=(const GlVertexArray&) = delete;
  ~GlVertexArray() {
    if (id_ != 0) glDeleteVertexArrays(1, &id_);
  }
  GLuint id() {
    if (id_ == 0) glGenVertexArrays(1, &id_);
    return id_;
  }

 private:
  GLuint id_ = 0;
};

// A 2-D texture with linear reads and clamped edges.
class GlTexture {
 public:
  GlTexture() = default;
  GlTexture(const GlTexture&) = delete;
  GlTexture& operator=(const GlTexture&) = delete;
  ~GlTexture() {
    if (id_ != 0) glDeleteTextures(1, &id_);
  }
  // Binds it to texture unit 0 + `unit`, making it on first use.
  void Bind(int unit);
  // (Re)allocates; `pixels` may be null.
  void Allocate(GLint internal_format, int width, int height, GLenum format, GLenum type,
                const void* pixels);
  GLuint id() const { return id_; }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  GLuint id_ = 0;
  int width_ = 0, height_ = 0;
};

// An RGBA8 picture that can be drawn into and read back.
class GlTarget {
 public:
  GlTarget() = default;
  GlTarget(const GlTarget&) = delete;
  GlTarget& operator=(const GlTarget&) = delete;
  ~GlTarget() {
    if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  }
  // Makes it `width` × `height` device pixels (kept when already so) and binds it.
  Result<void> Bind(int width, int height);
  GlTexture& texture() { return texture_; }
  const GlTexture& texture() const { return texture_; }
  GLuint framebuffer() const { return framebuffer_; }

 private:
  GLuint framebuffer_ = 0;
  GlTexture texture_;
};

}  // namespace meander
