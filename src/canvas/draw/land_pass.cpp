// Keeps the grids of recent octaves on the GPU, cross-fades them and copies the finished ground.
#include "canvas/draw/land_pass.h"

#include <algorithm>
#include <cmath>

#include "canvas/colors.h"
#include "canvas/shaders.h"

namespace meander {
namespace {

constexpr size_t kLandsKept = 6;
constexpr double kFadeSeconds = 0.18;
constexpr float kMargin = 0.25f;  // of the chart, on each side of the finished ground

constexpr const char* kPaintUniforms[] = {"clip_rect", "texture_rect", "height_grid",
                                          "tint_grid", "colors",       "steps",
                                          "echoes",    "line_px",      "shade"};
enum PaintUniform {
  kClipRect,
  kTextureRect,
  kHeightGrid,
  kTintGrid,
  kColors,
  kSteps,
  kEchoes,
  kLinePx,
  kShade
};

// The part of the world a viewport shows.
Rect ShownInWorld(const Camera& camera, const Viewport& viewport) {
  const Point2 half{viewport.width_px / 2 / camera.pixels_per_world,
                    viewport.height_px / 2 / camera.pixels_per_world};
  return {camera.center_in_world - half, camera.center_in_world + half};
}

bool SameSize(const Viewport& a, const Viewport& b) {
  return a.width_px == b.width_px && a.height_px == b.height_px && a.pixel_ratio == b.pixel_ratio;
}

}  // namespace

Result<LandPass> LandPass::Create() {
  LandPass pass;
  TRY(pass.paint_, GlProgram::Create(kQuadVertex, kLandFragment));
  TRY(pass.copy_, GlProgram::Create(kQuadVertex, kCopyFragment));
  for (size_t i = 0; i < pass.paint_uniforms_.size(); ++i) {
    pass.paint_uniforms_[i] = pass.paint_.Uniform(kPaintUniforms[i]);
  }
  pass.copy_clip_rect_ = pass.copy_.Uniform("clip_rect");
  pass.copy_texture_rect_ = pass.copy_.Uniform("texture_rect");
  pass.copy_opacity_ = pass.copy_.Uniform("opacity");
  return pass;
}

std::shared_ptr<LandPass::Land> LandPass::LandFor(const PointTable& table, float sigma_in_world,
                                                  ThemeKind theme) {
  for (size_t i = 0; i < lands_.size(); ++i) {
    const auto land = lands_[i];
    if (land->version != table.version || land->sigma_in_world != sigma_in_world ||
        land->theme != theme) {
      continue;
    }
    lands_.erase(lands_.begin() + static_cast<std::ptrdiff_t>(i));
    lands_.push_front(land);
    return land;
  }
  auto land = std::make_shared<Land>();
  land->version = table.version;
  land->sigma_in_world = sigma_in_world;
  land->theme = theme;
  land->grid = ComputeLand(table, sigma_in_world, theme);
  const LandGrid& grid = land->grid;
  if (!grid.heights.empty()) {
    land->heights.Allocate(GL_R16F, grid.columns, grid.rows, GL_RED, GL_FLOAT, grid.heights.data());
    land->tint.Allocate(GL_RGBA8, grid.columns, grid.rows, GL_RGBA, GL_UNSIGNED_BYTE,
                        grid.tint.data());
  }
  land->grid.heights.clear();
  land->grid.heights.shrink_to_fit();
  land->grid.tint.clear();
  land->grid.tint.shrink_to_fit();
  lands_.push_front(land);
  if (lands_.size() > kLandsKept) lands_.pop_back();
  return land;
}

void LandPass::Paint(const Land& land, const Camera& camera, const Viewport& viewport,
                     float opacity) {
  const Rect shown = ShownInWorld(camera, viewport);
  const Rect& grid = land.grid.bounds_in_world;
  std::array<float, 4 * 9> colors{};
  for (int i = 0; i < 9; ++i) {
    const Token token = i < 7 ? static_cast<Token>(static_cast<int>(Token::kWater) + i)
                              : (i == 7 ? Token::kCoast : Token::kContour);
    const auto color = UnpackColor(ColorOf(token, land.theme));
    std::copy(color.begin(), color.end(), colors.begin() + 4 * i);
  }
  paint_.Use();
  const_cast<Land&>(land).tint.Bind(1);
  const_cast<Land&>(land).heights.Bind(0);
  glUniform4f(paint_uniforms_[kClipRect], -1, -1, 1, 1);
  glUniform4f(paint_uniforms_[kTextureRect], (shown.low.x - grid.low.x) / grid.width(),
              (shown.low.y - grid.low.y) / grid.height(),
              (shown.high.x - grid.low.x) / grid.width(),
              (shown.high.y - grid.low.y) / grid.height());
  glUniform1i(paint_uniforms_[kHeightGrid], 0);
  glUniform1i(paint_uniforms_[kTintGrid], 1);
  glUniform4fv(paint_uniforms_[kColors], 9, colors.data());
  glUniform1fv(paint_uniforms_[kSteps], kLandSteps, land.grid.steps.data());
  glUniform2f(paint_uniforms_[kEchoes], kEchoHeights[0], kEchoHeights[1]);
  glUniform1f(paint_uniforms_[kLinePx], viewport.pixel_ratio);
  if (land.theme == ThemeKind::kDark) {
    glUniform3f(paint_uniforms_[kShade], 0.0f, 0.05f, opacity);
  } else {
    glUniform3f(paint_uniforms_[kShade], 0.13f, 0.035f, opacity);
  }
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBindVertexArray(no_vertices_->id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
}

// Lays down the finished ground, when it is there and covers what the camera shows; shifted by
// whole device pixels, so that it stays sharp.
bool LandPass::CopyFinished(const Camera& camera, const Viewport& viewport, const ChartArea& area) {
  if (finished_land_ != current_ || finished_camera_.pixels_per_world != camera.pixels_per_world ||
      !SameSize(finished_viewport_, viewport)) {
    return false;
  }
  const float device_px_per_world = camera.pixels_per_world * viewport.pixel_ratio;
  const auto texture_width = static_cast<float>(finished_->texture().width());
  const auto texture_height = static_cast<float>(finished_->texture().height());
  const Point2 moved = camera.center_in_world - finished_camera_.center_in_world;
  const float left = std::round((texture_width - static_cast<float>(area.width)) / 2 +
                                moved.x * device_px_per_world);
  const float bottom = std::round((texture_height - static_cast<float>(area.height)) / 2 +
                                  moved.y * device_px_per_world);
  const float right = left + static_cast<float>(area.width),
              top = bottom + static_cast<float>(area.height);
  if (left < 0 || bottom < 0 || right > texture_width || top > texture_height) return false;
  copy_.Use();
  finished_->texture().Bind(0);
  glUniform4f(copy_clip_rect_, -1, -1, 1, 1);
  glUniform4f(copy_texture_rect_, left / texture_width, bottom / texture_height,
              right / texture_width, top / texture_height);
  glUniform1f(copy_opacity_, 1);
  glDisable(GL_BLEND);
  glBindVertexArray(no_vertices_->id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
  return true;
}

void LandPass::Draw(const PointTable& table, const Camera& camera, const Viewport& viewport,
                    float fit_pixels_per_world, ThemeKind theme, double now_s, bool fade,
                    const ChartArea& area) {
  const float sigma = LandSigmaInWorld(camera.pixels_per_world, fit_pixels_per_world,
                                       std::min(viewport.width_px, viewport.height_px));
  const auto wanted = LandFor(table, sigma, theme);
  if (wanted != current_) {
    // Only a zoom fades; another theme or other dots are simply there.
    const bool same_map =
        current_ && current_->version == wanted->version && current_->theme == theme;
    previous_ = fade && same_map ? current_ : nullptr;
    current_ = wanted;
    fade_start_s_ = now_s;
  }
  const float progress =
      previous_ ? static_cast<float>(std::clamp((now_s - fade_start_s_) / kFadeSeconds, 0.0, 1.0))
                : 1.f;
  if (progress >= 1) previous_ = nullptr;
  fading_ = previous_ != nullptr;
  const bool zoom_rests = camera.pixels_per_world == last_camera_.pixels_per_world;
  last_camera_ = camera;
  if (current_->grid.columns == 0) return;
  if (!fading_ && CopyFinished(camera, viewport, area)) return;
  if (!fading_ && fade && zoom_rests) {
    Viewport larger = viewport;
    const int margin_x = static_cast<int>(static_cast<float>(area.width) * kMargin);
    const int margin_y = static_cast<int>(static_cast<float>(area.height) * kMargin);
    const int width = area.width + 2 * margin_x, height = area.height + 2 * margin_y;
    larger.width_px = static_cast<float>(width) / viewport.pixel_ratio;
    larger.height_px = static_cast<float>(height) / viewport.pixel_ratio;
    if (finished_->Bind(width, height).has_value()) {
      glDisable(GL_SCISSOR_TEST);
      glViewport(0, 0, width, height);
      Paint(*current_, camera, larger, 1);
      finished_camera_ = camera;
      finished_viewport_ = viewport;
      finished_land_ = current_;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, area.framebuffer);
    glEnable(GL_SCISSOR_TEST);
    glViewport(area.x, area.y, area.width, area.height);
    if (CopyFinished(camera, viewport, area)) return;
  }
  if (fading_) Paint(*previous_, camera, viewport, 1);
  Paint(*current_, camera, viewport, progress);
}

}  // namespace meander
