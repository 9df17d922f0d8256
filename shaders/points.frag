#version 300 es
// A round dot with one soft pixel at its edge.
precision mediump float;
flat in vec4 dot_color;
flat in vec2 dot_shape;
out vec4 color;

void main() {
  float distance_px = length(gl_PointCoord - 0.5) * dot_shape.x;
  color = dot_color * clamp(dot_shape.y - distance_px, 0.0, 1.0);
}
