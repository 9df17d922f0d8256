#version 300 es
// A round dot with one soft pixel at its edge: squared distances fall from 1 to 0 between the inner
// and the outer radius, which spares the root.
precision mediump float;
flat in vec4 dot_color;
flat in vec3 dot_shape;
out vec4 color;

void main() {
  vec2 off_px = (gl_PointCoord - 0.5) * dot_shape.x;
  color = dot_color * clamp((dot_shape.y - dot(off_px, off_px)) * dot_shape.z, 0.0, 1.0);
}
