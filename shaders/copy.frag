#version 300 es
// A finished picture of the land, laid down with some opacity.
precision mediump float;
uniform sampler2D picture;
uniform float opacity;
in vec2 at;
out vec4 color;

void main() {
  color = vec4(texture(picture, at).rgb, 1.0) * opacity;
}
