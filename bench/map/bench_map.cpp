// The canvas without an app: dots of one radius, land, names and cards off, for
// bench/map.bench.mjs.
#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

#include "canvas/draw/renderer.h"

namespace {

std::unique_ptr<meander::Renderer> renderer;
std::vector<std::vector<uint8_t>> fonts;
meander::Scene scene;
meander::Viewport viewport;
double now_s = 0;

}  // namespace

extern "C" {

// Four TTF files in the order of Face, one after the other, with their sizes. 0: ready.
int bench_start(float width_px, float height_px, float pixel_ratio, const uint8_t* bytes,
                const uint32_t* sizes) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = false;
  emscripten_webgl_make_context_current(emscripten_webgl_create_context("#canvas", &attributes));
  for (int i = 0; i < 4; ++i) {
    fonts.emplace_back(bytes, bytes + sizes[i]);
    bytes += sizes[i];
  }
  auto created = meander::Renderer::Create({fonts[0], fonts[1], fonts[2], fonts[3]});
  if (!created.has_value()) return 1;
  renderer = std::move(*created);
  viewport = {.width_px = width_px, .height_px = height_px, .pixel_ratio = pixel_ratio};
  return 0;
}

void bench_points(const uint16_t* codes, const uint8_t* hues, uint32_t count, float radius_px) {
  auto table = std::make_shared<meander::PointTable>();
  table->version = 1;
  table->codes.assign(codes, codes + 2 * size_t{count});
  table->hues.assign(hues, hues + count);
  scene.points.table = std::move(table);
  scene.points.draw_land = false;
  scene.points.radius_px = radius_px;
}

void bench_frame(float x, float y, float pixels_per_world) {
  now_s += 0.016;
  renderer->BeginUi({viewport, meander::ThemeKind::kLight, {}, now_s});
  renderer->Draw(scene, {{x, y}, pixels_per_world});
  renderer->EndUi();
}

uint32_t bench_bytes() { return static_cast<uint32_t>(renderer->last_stats().bytes_uploaded); }
}
