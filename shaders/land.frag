#version 300 es
// The chart's ground: water, six steps of land, coast with a soft shade, contours, two echo lines in
// the water, and a breath of the topics' colours. Reads the height of the density (0 = coast, the
// steps at fixed heights) from a small grid, smoothly: bicubic B-spline in four linear reads.
precision highp float;
uniform highp sampler2D height_grid;
uniform mediump sampler2D tint_grid;   // rgb colour, a strength
uniform vec4 colors[9];                // water, land 1..6, coast, contour (straight alpha)
uniform float steps[6];                // heights where the land's steps begin; steps[0] = coast
uniform vec2 echoes;                   // heights of the echo lines
uniform float line_px;                 // device pixels to a CSS pixel
uniform vec2 shade;                    // strength outside, inside
uniform float contours;                // strength of the lines on land, of their alpha
in vec2 at;
out vec4 color;

float HeightAt(vec2 place, vec2 size) {
  vec2 cell = place * size - 0.5;
  vec2 f = fract(cell);
  vec2 base = cell - f;
  vec2 w0 = (1.0 - f) * (1.0 - f) * (1.0 - f) / 6.0;
  vec2 w1 = (4.0 - 3.0 * f * f * (2.0 - f)) / 6.0;
  vec2 w3 = f * f * f / 6.0;
  vec2 w2 = 1.0 - w0 - w1 - w3;
  vec2 s = w0 + w1;
  vec2 low = (base - 0.5 + w1 / s) / size;
  vec2 high = (base + 1.5 + w3 / (w2 + w3)) / size;
  return mix(
      mix(texture(height_grid, high).r, texture(height_grid, vec2(low.x, high.y)).r, s.x),
      mix(texture(height_grid, vec2(high.x, low.y)).r, texture(height_grid, low).r, s.x), s.y);
}

// Coverage of a line `width_px` wide at height `level`.
float LineAt(float height, float level, float px_per, float width_px) {
  float off_px = abs(height - level) * px_per;
  return clamp(width_px * 0.5 + 0.5 - off_px, 0.0, 1.0) * min(width_px, 1.0);
}

void main() {
  vec2 size = vec2(textureSize(height_grid, 0));
  float h = HeightAt(at, size);
  float px_per = 1.0 / max(length(vec2(dFdx(h), dFdy(h))), 1e-5);  // device pixels to a unit of height
  vec3 ground = colors[0].rgb;
  float off_coast_px = (h - steps[0]) * px_per / line_px;  // CSS pixels, + on land
  // Water darkens towards the coast; land is palest just inside it.
  ground = mix(ground, colors[7].rgb, shade.x * exp2(min(off_coast_px, 0.0) * 0.16));
  for (int i = 0; i < 6; ++i) {
    ground = mix(ground, colors[i + 1].rgb, clamp((h - steps[i]) * px_per + 0.5, 0.0, 1.0));
  }
  vec4 tint = texture(tint_grid, at);
  float land = clamp((h - steps[0]) * px_per + 0.5, 0.0, 1.0);
  ground = mix(ground, tint.rgb, tint.a * land);
  float inner = land * shade.y * exp2(-max(off_coast_px, 0.0) * 0.22);
  ground = mix(ground, colors[7].rgb, inner);
  float contour = 0.0;
  for (int i = 1; i < 6; ++i) contour = max(contour, LineAt(h, steps[i], px_per, 0.7 * line_px));
  float echo = max(LineAt(h, echoes.x, px_per, 0.7 * line_px), 0.7 * LineAt(h, echoes.y, px_per, 0.7 * line_px));
  ground = mix(ground, colors[8].rgb, colors[8].a * max(contours * contour, echo));
  ground = mix(ground, colors[7].rgb, colors[7].a * LineAt(h, steps[0], px_per, line_px));
  color = vec4(ground, 1.0);
}
