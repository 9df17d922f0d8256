#version 300 es
precision highp float;  // a sheet of icons has more places than half a float tells apart
uniform sampler2D picture;
in vec2 at;
in vec4 tone;  // red: saturation; alpha: how much of it
out vec4 color;

// A little sharper than the mipmaps are by themselves: small icons are looked at for their lines.
const float kSharper = -0.3;

void main() {
  vec4 here = texture(picture, at, kSharper);  // premultiplied
  float grey = dot(here.rgb, vec3(0.2126, 0.7152, 0.0722));
  color = vec4(mix(vec3(grey), here.rgb, tone.r), here.a) * tone.a;
}
