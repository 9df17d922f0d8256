#version 300 es
// Marks, names and controls: triangles of Dear ImGui's draw lists, in logical pixels.
layout(location = 0) in vec2 position_px;
layout(location = 1) in vec2 texture_at;
layout(location = 2) in vec4 vertex_color;
uniform vec4 clip_from_px;  // scale, offset
out vec2 at;
out vec4 tone;

void main() {
  at = texture_at;
  tone = vertex_color;
  gl_Position = vec4(position_px * clip_from_px.xy + clip_from_px.zw, 0.0, 1.0);
}
