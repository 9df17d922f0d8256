#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tone;
out vec4 color;

void main() {
  vec4 ink = tone * texture(atlas, at);
  color = vec4(ink.rgb * ink.a, ink.a);
}
