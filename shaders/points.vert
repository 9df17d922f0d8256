#version 300 es
// One dot of a map: 16-bit position, a byte of hue and flags. Everything constant over a dot is
// worked out here, so that the fragments stay cheap.
layout(location = 0) in vec2 position;  // 0..1 over the map
layout(location = 1) in uint mark;      // low 6 bits hue, bit 6 dimmed
layout(location = 2) in vec2 towards;   // where it goes over to
uniform float share;                    // how far it has come
uniform vec4 clip_from_map;             // scale, offset
uniform vec2 radius_range_px;           // device pixels, smallest and largest
uniform vec4 colors[24];                // hue colours, premultiplied; 12..23 the same, dimmed
flat out vec4 dot_color;
flat out vec3 dot_shape;                // size, outer radius squared, 1 / (outer² - inner²)

void main() {
  // The order of dots is random, so their number serves as their random size (golden ratio).
  float chance = fract(float(gl_VertexID) * 0.61803399);
  float radius_px = mix(radius_range_px.x, radius_range_px.y, chance);
  // The soft edge reaches half a pixel beyond the radius; its last faint fifth is not worth a sprite
  // that is a pixel wider.
  float size_px = 2.0 * radius_px + 0.6;
  gl_Position = vec4(mix(position, towards, share) * clip_from_map.xy + clip_from_map.zw, 0.0, 1.0);
  gl_PointSize = size_px;
  dot_color = colors[min(mark & 63u, 11u) + ((mark & 64u) >> 6u) * 12u];
  float outer_px = radius_px + 0.5;
  dot_shape = vec3(size_px, outer_px * outer_px, 0.5 / radius_px);
}
