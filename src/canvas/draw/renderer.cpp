// The order of drawing, and Dear ImGui's frame around it.
#include "canvas/draw/renderer.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "canvas/draw/figure_marks.h"
#include "canvas/draw/land_pass.h"
#include "canvas/draw/marks.h"
#include "canvas/draw/point_pass.h"
#include "canvas/draw/ui_pass.h"
#include "canvas/land.h"

namespace meander {
namespace {

constexpr float kFitMargin_px = 24;

struct Passes {
  PointPass points;
  LandPass land;
  UiPass ui;
};

Result<std::unique_ptr<Passes>> CreatePasses() {
  TRY(PointPass points, PointPass::Create());
  TRY(LandPass land, LandPass::Create());
  TRY(UiPass ui, UiPass::Create());
  return std::make_unique<Passes>(Passes{std::move(points), std::move(land), std::move(ui)});
}

int DevicePixels(float px, float ratio) { return static_cast<int>(std::lround(px * ratio)); }

}  // namespace

struct Renderer::State {
  FontFiles fonts;
  std::unique_ptr<Passes> passes;
  std::unique_ptr<Passes> figure_passes;  // so that a picture never disturbs the live chart's land
  ImGuiContext* imgui = nullptr;
  UiSettings settings;
  bool themed = false;
  UiFrame frame;
  GLuint framebuffer = 0;
  int frames_to_settle = 0;
  double last_frame_s = 0;
  FrameStats stats;
  // Of the table last seen.
  uint64_t version = ~uint64_t{0};
  Rect bounds;
  std::vector<Point2> visited;

  void Notice(const PointTable& table);
  float FitPixelsPerWorld(const Viewport& viewport) const;
  void DrawChart(Passes& with, const Scene& scene, const ChartFrame& chart, const ChartArea& area,
                 double now_s, bool fade, ImDrawList* list);
  void SetTheme(ThemeKind theme, bool touch);
};

void Renderer::State::Notice(const PointTable& table) {
  if (table.version == version) return;
  version = table.version;
  bounds = BoundsOf(table);
  visited.clear();
  for (size_t item = 0; item < std::min(table.flags.size(), table.codes.size() / 2); ++item) {
    if ((table.flags[item] & 1) == 0) continue;
    visited.push_back(
        {table.codes[2 * item] * (2.f / 65535) - 1, table.codes[2 * item + 1] * (2.f / 65535) - 1});
  }
}

float Renderer::State::FitPixelsPerWorld(const Viewport& viewport) const {
  const float across =
      std::max(viewport.width_px - 2 * kFitMargin_px, 1.f) / std::max(bounds.width(), 1e-3f);
  const float down =
      std::max(viewport.height_px - 2 * kFitMargin_px, 1.f) / std::max(bounds.height(), 1e-3f);
  return std::min(across, down);
}

void Renderer::State::SetTheme(ThemeKind theme, bool touch) {
  if (themed && settings.theme == theme && settings.touch == touch) return;
  themed = true;
  settings = {theme, touch};
  ApplyTheme(theme);
}

void Renderer::State::DrawChart(Passes& with, const Scene& scene, const ChartFrame& chart,
                                const ChartArea& area, double now_s, bool fade, ImDrawList* list) {
  glBindFramebuffer(GL_FRAMEBUFFER, area.framebuffer);
  if (area.is_whole) {
    glDisable(GL_SCISSOR_TEST);
  } else {
    glEnable(GL_SCISSOR_TEST);
    glScissor(area.x, area.y, area.width, area.height);
  }
  glViewport(area.x, area.y, area.width, area.height);
  const PointTable* table = scene.points.table.get();
  const bool has_land = table != nullptr && scene.points.draw_land && !table->codes.empty();
  const auto ground = UnpackColor(
      ColorOf(has_land || table != nullptr ? Token::kWater : Token::kPaper, chart.theme));
  glClearColor(ground[0], ground[1], ground[2], 1);
  glClear(GL_COLOR_BUFFER_BIT);
  if (table != nullptr) {
    Notice(*table);
    const float fit = FitPixelsPerWorld(chart.viewport);
    if (has_land && scene.points.towards != nullptr) {
      with.land.DrawBetween(scene.points, chart.camera, chart.viewport, fit, chart.theme, fade,
                            area);
    } else if (has_land) {
      with.land.Draw(*table, chart.camera, chart.viewport, fit, chart.theme, now_s, fade, area);
    }
    DotLook look =
        DotLookFor(table->codes.size() / 2, chart.camera.pixels_per_world / fit,
                   std::min(chart.viewport.width_px, chart.viewport.height_px), chart.theme);
    if (scene.points.radius_px > 0)
      look.least_radius_px = look.greatest_radius_px = scene.points.radius_px;
    stats.bytes_uploaded += with.points.Upload(scene.points, look);
    if (scene.points.draw_dots) {
      const float scale_x = 2 * chart.camera.pixels_per_world / chart.viewport.width_px;
      const float scale_y = 2 * chart.camera.pixels_per_world / chart.viewport.height_px;
      with.points.Draw({scale_x, scale_y, -chart.camera.center_in_world.x * scale_x,
                        -chart.camera.center_in_world.y * scale_y},
                       chart.camera.pixels_per_world, look, chart.viewport.pixel_ratio,
                       chart.theme);
    }
    DrawVisited(visited, look.greatest_radius_px, chart, list);
  }
  glDisable(GL_SCISSOR_TEST);
  DrawPictures(scene.pictures, chart, with.ui.pictures(), list);
  DrawAreas(scene.areas, chart, list);
  DrawCells(scene.cells, chart, list);
  DrawRibbons(scene.ribbons, chart, list);
  DrawEnvelopes(scene.envelopes, chart, list);
  DrawStrokes(scene.strokes, chart, list);
  DrawDiscs(scene.discs, chart, list);
  DrawEnvelopes(scene.on_discs, chart, list);
  DrawLabels(scene.labels, chart, list);
}

Renderer::Renderer() : state_(std::make_unique<State>()) {}

Renderer::~Renderer() {
  if (state_->imgui == nullptr) return;
  ImGui::SetCurrentContext(state_->imgui);
  if (state_->passes) state_->passes->ui.ForgetTextures(true);
  ImGui::DestroyContext(state_->imgui);
}

Result<std::unique_ptr<Renderer>> Renderer::Create(const FontFiles& fonts) {
  std::unique_ptr<Renderer> renderer(new Renderer);
  State& state = *renderer->state_;
  state.fonts = fonts;
  TRY(state.passes, CreatePasses());
  state.imgui = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = io.LogFilename = nullptr;
  io.UserData = &state.settings;
  io.BackendRendererName = "meander";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
  io.MouseDragThreshold = 4;
  if (!LoadFaces(fonts)) return Fail(ErrorCode::kUnavailable, "A typeface could not be read.");
  return renderer;
}

Result<void> Renderer::RestoreContext() {
  ImGui::SetCurrentContext(state_->imgui);
  if (state_->passes) state_->passes->ui.ForgetTextures(false);
  state_->figure_passes = nullptr;
  TRY(state_->passes, CreatePasses());
  state_->frames_to_settle = 1;
  return {};
}

void Renderer::BeginUi(const UiFrame& frame) {
  State& state = *state_;
  ImGui::SetCurrentContext(state.imgui);
  const UiPointer& now = frame.pointer;
  const UiPointer& before = state.frame.pointer;
  const bool changed = !(now.at_px == before.at_px) || now.inside != before.inside ||
                       now.down != before.down || frame.theme != state.frame.theme || !state.themed;
  // A control learns that it is pointed at in one frame and shows it in the next.
  state.frames_to_settle = changed ? 1 : std::max(state.frames_to_settle - 1, 0);
  state.SetTheme(frame.theme, now.touch);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {frame.viewport.width_px, frame.viewport.height_px};
  io.DisplayFramebufferScale = {frame.viewport.pixel_ratio, frame.viewport.pixel_ratio};
  io.DeltaTime = static_cast<float>(std::clamp(frame.now_s - state.last_frame_s, 1e-4, 0.1));
  io.AddMouseSourceEvent(now.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  if (now.inside || now.down) {
    io.AddMousePosEvent(now.at_px.x, now.at_px.y);
  } else {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  io.AddMouseButtonEvent(0, now.down);
  state.last_frame_s = frame.now_s;
  state.frame = frame;
  state.stats = {};
  ImGui::NewFrame();
  SetFaceDensity();
}

void Renderer::Draw(const Scene& scene, const Camera& camera) {
  State& state = *state_;
  const Viewport& viewport = state.frame.viewport;
  const ChartFrame chart{camera, viewport, {0, 0}, state.frame.theme};
  const ChartArea area{state.framebuffer,
                       0,
                       0,
                       DevicePixels(viewport.width_px, viewport.pixel_ratio),
                       DevicePixels(viewport.height_px, viewport.pixel_ratio),
                       true};
  state.DrawChart(*state.passes, scene, chart, area, state.frame.now_s, true,
                  ImGui::GetBackgroundDrawList());
}

void Renderer::EndUi() {
  State& state = *state_;
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, state.framebuffer);
  const Viewport& viewport = state.frame.viewport;
  glViewport(0, 0, DevicePixels(viewport.width_px, viewport.pixel_ratio),
             DevicePixels(viewport.height_px, viewport.pixel_ratio));
  state.stats.bytes_uploaded += state.passes->ui.Draw(ImGui::GetDrawData());
}

bool Renderer::NeedsAnotherFrame() const {
  return state_->frames_to_settle > 0 || state_->passes->land.IsMoving() ||
         state_->imgui->InputEventsQueue.Size > 0;
}

bool Renderer::PointerIsOnControls() const {
  ImGui::SetCurrentContext(state_->imgui);
  return ImGui::GetIO().WantCaptureMouse;
}

void Renderer::SetFramebuffer(unsigned int framebuffer) { state_->framebuffer = framebuffer; }

FrameStats Renderer::last_stats() const { return state_->stats; }

Result<Picture> Renderer::DrawFigure(const Figure& figure, ThemeKind theme) {
  State& state = *state_;
  ImGui::SetCurrentContext(state.imgui);
  if (!state.figure_passes) {
    TRY(state.figure_passes, CreatePasses());
  }
  Passes& passes = *state.figure_passes;
  const float ratio = figure.pixel_ratio;
  Picture picture{DevicePixels(figure.width_px, ratio), DevicePixels(figure.height_px, ratio), {}};
  if (picture.width < 1 || picture.height < 1 || picture.width > 8192 || picture.height > 8192) {
    return Fail(ErrorCode::kInvalidInput, "A picture is between 1 and 8192 pixels a side.");
  }
  GlTarget target;
  TRY_VOID(target.Bind(picture.width, picture.height));
  const bool touch = state.settings.touch;
  const ThemeKind live_theme = state.settings.theme;
  state.SetTheme(theme, false);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {figure.width_px, figure.height_px};
  io.DisplayFramebufferScale = {ratio, ratio};
  io.DeltaTime = 1.f / 60;
  ImGui::NewFrame();
  SetFaceDensity();
  const auto paper = UnpackColor(ColorOf(Token::kPaper, theme));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(paper[0], paper[1], paper[2], 1);
  glClear(GL_COLOR_BUFFER_BIT);
  const Rect& box = figure.chart_px;
  ImDrawList* list = ImGui::GetBackgroundDrawList();
  if (box.width() > 0 && box.height() > 0) {
    const Viewport viewport{
        .width_px = box.width(), .height_px = box.height(), .pixel_ratio = ratio};
    const ChartFrame chart{figure.camera, viewport, box.low, theme};
    const ChartArea area{target.framebuffer(), DevicePixels(box.low.x, ratio),
                         picture.height - DevicePixels(box.high.y, ratio),
                         DevicePixels(box.width(), ratio), DevicePixels(box.height(), ratio)};
    list->PushClipRect({box.low.x, box.low.y}, {box.high.x, box.high.y});
    state.DrawChart(passes, figure.scene, chart, area, 0, false, list);
    list->PopClipRect();
  }
  DrawFigureMarks(figure, theme, list);
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer());
  glViewport(0, 0, picture.width, picture.height);
  passes.ui.Draw(ImGui::GetDrawData());
  passes.ui.pictures().Forget();  // figures are seldom drawn, and a photo is large
  picture.rgba.resize(size_t{4} * picture.width * picture.height);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, picture.width, picture.height, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
  glBindFramebuffer(GL_FRAMEBUFFER, state.framebuffer);
  // GL counts rows from the bottom.
  const size_t row = size_t{4} * picture.width;
  for (int y = 0; y < picture.height / 2; ++y) {
    auto* top = picture.rgba.data() + y * row;
    std::swap_ranges(top, top + row, picture.rgba.data() + (picture.height - 1 - y) * row);
  }
  state.SetTheme(live_theme, touch);
  return picture;
}

}  // namespace meander
