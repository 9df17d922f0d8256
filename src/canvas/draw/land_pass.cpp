// Keeps the grids of recent octaves on the GPU, paints them, cross-fades and copies what is
// painted.
#include "canvas/draw/land_pass.h"

#include <algorithm>
#include <cmath>

#include "canvas/colors.h"
#include "canvas/dot_look.h"
#include "canvas/shaders.h"

namespace meander {
namespace {

constexpr size_t kLandsKept = 6;
constexpr double kFadeSeconds = 0.18;
constexpr float kMargin = 0.25f;  // of the chart, on each side, while the camera moves
// How far a painted ground may be stretched while the zoom moves.
constexpr float kLeastStretch = 0.6f, kGreatestStretch = 1.7f;

constexpr const char* kPaintUniforms[] = {"clip_rect", "texture_rect", "height_grid", "tint_grid",
                                          "colors",    "steps",        "echoes",      "line_px",
                                          "shade",     "contours"};
enum PaintUniform {
  kClipRect,
  kTextureRect,
  kHeightGrid,
  kTintGrid,
  kColors,
  kSteps,
  kEchoes,
  kLinePx,
  kShade,
  kContours
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
  land->dots = table.codes.size() / 2;
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

void LandPass::Paint(Land& land, const Camera& camera, const Viewport& viewport) {
  const Rect shown = ShownInWorld(camera, viewport);
  const Rect& grid = land.grid.bounds_in_world;
  std::array<float, 4 * 9> colors{};
  for (int i = 0; i < 9; ++i) {
    const Token token = i < 7 ? static_cast<Token>(static_cast<int>(Token::kWater) + i)
                              : (i == 7 ? Token::kCoast : Token::kContour);
    const auto color = UnpackColor(ColorOf(token, land.theme));
    std::copy(color.begin(), color.end(), colors.begin() + 4 * i);
  }
  // Where dots stand alone they tell more than contours do.
  const float contours = DotLookFor(land.dots, camera.pixels_per_world / fit_pixels_per_world_,
                                    chart_side_px_, land.theme)
                             .contours;
  paint_.Use();
  land.tint.Bind(1);
  land.heights.Bind(0);
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
  glUniform1f(paint_uniforms_[kContours], contours);
  if (land.theme == ThemeKind::kDark) {
    glUniform2f(paint_uniforms_[kShade], 0.0f, 0.05f);
  } else {
    glUniform2f(paint_uniforms_[kShade], 0.13f, 0.035f);
  }
  glDisable(GL_BLEND);
  glBindVertexArray(no_vertices_->id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
}

// Paints `ground` anew for the camera, `margin` of the chart's size beyond each edge.
bool LandPass::Repaint(Ground& ground, const Camera& camera, const Viewport& viewport, float margin,
                       const ChartArea& area) {
  const int margin_x = static_cast<int>(static_cast<float>(area.width) * margin);
  const int margin_y = static_cast<int>(static_cast<float>(area.height) * margin);
  const int width = area.width + 2 * margin_x, height = area.height + 2 * margin_y;
  if (!ground.target.Bind(width, height).has_value()) return false;
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, width, height);
  Viewport larger = viewport;
  larger.width_px = static_cast<float>(width) / viewport.pixel_ratio;
  larger.height_px = static_cast<float>(height) / viewport.pixel_ratio;
  Paint(*ground.land, camera, larger);
  ground.camera = camera;
  ground.viewport = viewport;
  glBindFramebuffer(GL_FRAMEBUFFER, area.framebuffer);
  if (!area.is_whole) glEnable(GL_SCISSOR_TEST);
  glViewport(area.x, area.y, area.width, area.height);
  return true;
}

namespace {

// The part of a ground's texture that the camera shows, in texels; whole ones where nothing is
// stretched, so that it stays sharp.
Rect ShownTexels(const Camera& painted, const Camera& camera, float pixel_ratio,
                 Point2 texture_size, const ChartArea& area) {
  const float stretch = painted.pixels_per_world / camera.pixels_per_world;
  const Point2 size{static_cast<float>(area.width) * stretch,
                    static_cast<float>(area.height) * stretch};
  const Point2 moved =
      (camera.center_in_world - painted.center_in_world) * (painted.pixels_per_world * pixel_ratio);
  Point2 low = texture_size * 0.5f + moved - size * 0.5f;
  if (stretch == 1) low = {std::round(low.x), std::round(low.y)};
  return {low, low + size};
}

Point2 SizeOf(const GlTexture& texture) {
  return {static_cast<float>(texture.width()), static_cast<float>(texture.height())};
}

}  // namespace

bool LandPass::Covers(const Ground& ground, const Camera& camera, const Viewport& viewport,
                      const ChartArea& area) const {
  if (ground.land == nullptr || !SameSize(ground.viewport, viewport)) return false;
  const float stretch = ground.camera.pixels_per_world / camera.pixels_per_world;
  if (!(stretch > kLeastStretch && stretch < kGreatestStretch)) return false;
  const Point2 size = SizeOf(ground.target.texture());
  const Rect shown = ShownTexels(ground.camera, camera, viewport.pixel_ratio, size, area);
  return shown.low.x >= 0 && shown.low.y >= 0 && shown.high.x <= size.x && shown.high.y <= size.y;
}

void LandPass::Copy(Ground& ground, const Camera& camera, const Viewport& viewport,
                    const ChartArea& area, float opacity) {
  GlTexture& texture = ground.target.texture();
  const Point2 size = SizeOf(texture);
  const Rect shown = ShownTexels(ground.camera, camera, viewport.pixel_ratio, size, area);
  copy_.Use();
  texture.Bind(0);
  glUniform4f(copy_clip_rect_, -1, -1, 1, 1);
  glUniform4f(copy_texture_rect_, shown.low.x / size.x, shown.low.y / size.y, shown.high.x / size.x,
              shown.high.y / size.y);
  glUniform1f(copy_opacity_, opacity);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBindVertexArray(no_vertices_->id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
}

void LandPass::Draw(const PointTable& table, const Camera& camera, const Viewport& viewport,
                    float fit_pixels_per_world, ThemeKind theme, double now_s, bool live,
                    const ChartArea& area) {
  fit_pixels_per_world_ = fit_pixels_per_world;
  chart_side_px_ = std::min(viewport.width_px, viewport.height_px);
  const float sigma =
      LandSigmaInWorld(camera.pixels_per_world, fit_pixels_per_world, chart_side_px_);
  const auto wanted = LandFor(table, sigma, theme);
  if (wanted->grid.columns == 0) return;
  if (!live) return Paint(*wanted, camera, viewport);
  if (wanted != current_->land) {
    // Only a zoom fades; another theme or other dots are simply there.
    const Land* before = current_->land.get();
    const bool fades =
        before != nullptr && before->version == wanted->version && before->theme == theme;
    previous_ = fades ? std::move(current_) : nullptr;
    // Where dots have just arrived the ground is painted already.
    const bool has_arrived = beyond_ != nullptr && beyond_->land == wanted;
    current_ = has_arrived ? std::move(beyond_) : std::make_unique<Ground>();
    current_->land = wanted;
    fade_start_s_ = now_s;
  }
  beyond_ = nullptr;
  const auto progress =
      static_cast<float>(std::clamp((now_s - fade_start_s_) / kFadeSeconds, 0.0, 1.0));
  if (progress >= 1) previous_ = nullptr;
  const bool zoom_rests = camera.pixels_per_world == last_camera_.pixels_per_world;
  // The first picture is wanted soon; ground beyond the edges is wanted once the camera moves.
  const bool is_first = current_->target.texture().width() == 0 && previous_ == nullptr;
  const float margin = is_first || camera == last_camera_ ? 0 : kMargin;
  last_camera_ = camera;
  const bool to_sharpen =
      zoom_rests && current_->camera.pixels_per_world != camera.pixels_per_world;
  if (!Covers(*current_, camera, viewport, area) || to_sharpen) {
    if (!Repaint(*current_, camera, viewport, margin, area))
      return Paint(*wanted, camera, viewport);
  }
  stretched_ = current_->camera.pixels_per_world != camera.pixels_per_world;
  if (previous_ != nullptr && !Covers(*previous_, camera, viewport, area) &&
      !Repaint(*previous_, camera, viewport, margin, area)) {
    previous_ = nullptr;
  }
  if (previous_ != nullptr) Copy(*previous_, camera, viewport, area, 1);
  Copy(*current_, camera, viewport, area, previous_ != nullptr ? progress : 1);
}

void LandPass::DrawBetween(const PointLayer& layer, const Camera& camera, const Viewport& viewport,
                           float fit_pixels_per_world, ThemeKind theme, bool live,
                           const ChartArea& area) {
  fit_pixels_per_world_ = fit_pixels_per_world;
  chart_side_px_ = std::min(viewport.width_px, viewport.height_px);
  const float sigma =
      LandSigmaInWorld(camera.pixels_per_world, fit_pixels_per_world, chart_side_px_);
  const auto here = LandFor(*layer.table, sigma, theme);
  const auto there = LandFor(*layer.towards, sigma, theme);
  if (here->grid.columns == 0 || there->grid.columns == 0) return;
  if (!live) return Paint(layer.share < 0.5f ? *here : *there, camera, viewport);
  previous_ = nullptr;
  const auto ready = [&](std::unique_ptr<Ground>& ground, const std::shared_ptr<Land>& land) {
    if (ground == nullptr || ground->land != land) {
      ground = std::make_unique<Ground>();
      ground->land = land;
    }
    const bool is_sharp = ground->camera.pixels_per_world == camera.pixels_per_world;
    if (is_sharp && Covers(*ground, camera, viewport, area)) return true;
    return Repaint(*ground, camera, viewport, 0, area);
  };
  last_camera_ = camera;
  stretched_ = false;
  if (!ready(current_, here) || !ready(beyond_, there)) return Paint(*here, camera, viewport);
  Copy(*current_, camera, viewport, area, 1);
  Copy(*beyond_, camera, viewport, area, layer.share);
}

}  // namespace meander
