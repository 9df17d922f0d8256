#version 300 es
// A rectangle of the target, and where it lies in a texture; drawn as a strip of four vertices.
uniform vec4 clip_rect;     // x0 y0 x1 y1
uniform vec4 texture_rect;  // u0 v0 u1 v1
out vec2 at;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(mix(clip_rect.xy, clip_rect.zw, corner), 0.0, 1.0);
  at = mix(texture_rect.xy, texture_rect.zw, corner);
}
