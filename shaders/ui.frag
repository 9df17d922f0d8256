#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tone;
out vec4 color;

void main() {
  // Of the atlas only how much: between its pictures it is black, and that would show at letters' edges.
  float share = tone.a * texture(atlas, at).a;
  color = vec4(tone.rgb * share, share);
}
