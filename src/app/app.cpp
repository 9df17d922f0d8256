// See app.h: the frame.
#include "app/app.h"

#include <utility>

#include "app/notices.h"
#include "canvas/figure_bar.h"
#include "canvas/page_parts.h"
#include "canvas/widgets/zoom_column.h"

namespace meander {
App::App(Host& host, std::unique_ptr<Room> room, StartOptions options, bool has_context)
    : host_(host),
      room_(std::move(room)),
      loader_(host, std::move(options)),
      engine_(host, [this] { loader_.FetchModelHead(); }),
      has_context_(has_context) {
  view_.can_draw = has_context;
}

App::~App() = default;

void App::Start() {
  loader_.FetchHead();
  if (!loader_.options().prepared_url.empty()) {
    engine_.AwaitPrepared();
    loader_.FetchPrepared();
  }
  if (has_context_) loader_.FetchFaces();
  host_.OnAudioTick([this](const AudioEvent& event) { GiveSound(event); });
  host_.RequestFrame();
}

bool App::can_draw_now() const {
  const Viewport& viewport = view_.viewport;
  return renderer_ != nullptr && !context_lost_ && viewport.width_px > 0 && viewport.height_px > 0;
}

void App::CreateRenderer() {
  const auto& faces = loader_.faces();
  if (loader_.has_faces()) {
    auto renderer = Renderer::Create({faces[0], faces[1], faces[2], faces[3]});
    if (renderer) renderer_ = std::move(*renderer);
  }
  if (renderer_) renderer_->SetFramebuffer(framebuffer_);
  // Without letters or shaders there is no map, but the list is all there.
  view_.can_draw = renderer_ != nullptr;
}

void App::SetFramebuffer(unsigned int framebuffer) {
  framebuffer_ = framebuffer;
  if (renderer_) renderer_->SetFramebuffer(framebuffer);
}

void App::UpdateTheme() {
  const bool dark =
      theme_choice_ == ThemeChoice::kAuto ? settings_.dark : theme_choice_ == ThemeChoice::kDark;
  view_.theme_is_chosen = theme_choice_ != ThemeChoice::kAuto;
  view_.theme = dark && !on_paper_ ? ThemeKind::kDark : ThemeKind::kLight;
}

void App::Frame() {
  view_.now_s = host_.NowSeconds();
  TakeEvents();
  TakeAnswered();
  UpdateTheme();
  UpdateCamera();
  if (head_) {
    const bool still_moving = can_draw_now() ? DrawFrame() : (room_->Advance(view_), false);
    bool more = false;
    Run(room_->TakeDue(view_.now_s, more));
    const bool is_weighing = TendShare();
    if (still_moving || more || is_weighing) host_.RequestFrame();
    TellNotices();
  }
  ShowPage();
  TellReadyIfComplete();
}

bool App::DrawFrame() {
  renderer_->BeginUi({view_.viewport, view_.theme, pointer_, view_.now_s});
  HandleGestures();
  bool still_moving = MoveCamera();
  still_moving |= room_->Advance(view_);
  if (!on_paper_) {
    Run(room_->DrawPanel(view_));
    DrawZoomColumn();
    still_moving |= hint_.Draw(view_.now_s);
  }
  scene_ = room_->BuildScene(view_);
  TellHandles();
  renderer_->Draw(scene_, view_.camera);
  renderer_->EndUi();
  still_moving |= renderer_->NeedsAnotherFrame();
  // The view is part of the link, but an address that changes sixty times a second is none.
  if (link_is_due_ && !motion_.is_moving() && !gestures_.is_dragging()) {
    link_is_due_ = false;
    Run(SetLinkEffect{false});
  }
  is_settled_ = !renderer_->NeedsAnotherFrame();
  return still_moving;
}

void App::DrawZoomColumn() {
  constexpr float kEdgePx = 18, kLeastWidthPx = 560;  // where fingers pinch there are no buttons
  const Viewport& chart = view_.viewport;
  if (!draws_zoom_ || is_fixed_ || chart.width_px < kLeastWidthPx || !room_->IsComplete()) return;
  const bool is_figure = IsFigure(view_);
  if (is_figure && view_.is_locked) return;
  // Nor where the map is lower than the buttons are: on a phone on its side, zoomed to twice its
  // size.
  const float map_px = chart.height_px - chart.inset_bottom_px;
  if (!is_figure && map_px < ZoomColumnSize(true).y + 2 * kEdgePx) return;
  const Point2 corner = is_figure ? Point2{chart.width_px - kFigureZoomEdge_px,
                                           kFigureZoomEdge_px + ZoomColumnSize(false).y}
                                  : Point2{chart.width_px - chart.inset_right_px - kEdgePx,
                                           chart.height_px - chart.inset_bottom_px - kEdgePx};
  switch (ZoomColumn(corner, !is_figure)) {
    case ZoomPress::kIn:
      HandleCameraAction("zoom-in");
      break;
    case ZoomPress::kOut:
      HandleCameraAction("zoom-out");
      break;
    case ZoomPress::kFit:
      HandleCameraAction("zoom-fit");
      break;
    case ZoomPress::kNone:
      break;
  }
}

void App::ShowPage() {
  if (!std::exchange(page_is_due_, false)) return;
  if (!head_ && !head_error_) return;  // the still picture and its words stay meanwhile
  Page tree = head_error_ ? MapMissingPage(*head_error_) : room_->BuildPage(view_);
  if (share_.is_open) tree.nodes.push_back(ShareDialogPart(share_, room_->BesideLink()));
  std::vector<uint8_t> page = WritePage(tree);
  if (page == shown_page_) return;
  host_.ShowPage(page);
  shown_page_ = std::move(page);
}

void App::TellReadyIfComplete() {
  if (told_ready_ || !head_ || !room_->IsComplete()) return;
  if (view_.can_draw && !(can_draw_now() && is_settled_)) return;
  told_ready_ = true;
  host_.TellReady();
}

}  // namespace meander
