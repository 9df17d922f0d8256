// App: the camera, and what fingers, wheel and general keys do to it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/app.h"
#include "base/overloaded.h"
#include "canvas/figure_foot.h"
#include "canvas/page_parts.h"

namespace meander {
namespace {

// Design §3: what a fitted map keeps clear of the chart's edge; a low one less, or little is left
// of it.
constexpr float kFitMarginPx = 24, kFitMarginShare = 0.08f;
constexpr float kReachMousePx = 8;
constexpr float kReachTouchPx = 22;
constexpr float kFlightMarginPx = 56;        // around what a room wants to be seen
constexpr float kFlightMarginShare = 0.16f;  // at most, of what a small chart has free
constexpr float kRoomyPx = 560;              // charts smaller than this have no cards over the map
constexpr float kLeastClearPx = 160;         // beside cards: less is no place to show anything
constexpr float kStepZoom = 1.6f;
constexpr float kDoubleTapZoom = 2;

// The camera after zooming by `factor` with the place under `about_px` staying where it is.
Camera ZoomedAbout(const Camera& camera, const Viewport& viewport, Point2 about_px, float factor) {
  const Point2 place = WorldFromScreen(camera, viewport, about_px);
  return {place + (camera.center_in_world - place) * (1 / factor),
          camera.pixels_per_world * factor};
}

// Whether all of `bounds` lies in the free part of the chart, off its very edge.
bool IsInView(const Rect& bounds, const Camera& camera, const Viewport& viewport) {
  constexpr float kEdgePx = 16;
  const Point2 low = ScreenFromWorld(camera, viewport, bounds.low);
  const Point2 high = ScreenFromWorld(camera, viewport, bounds.high);
  return low.x >= viewport.inset_left_px + kEdgePx &&
         high.x <= viewport.width_px - viewport.inset_right_px - kEdgePx &&
         high.y >= viewport.inset_top_px + kEdgePx &&
         low.y <= viewport.height_px - viewport.inset_bottom_px - kEdgePx;
}

}  // namespace

void App::HandleResize(const ResizeEvent& event) {
  view_.page_width_px = event.page_width_px;
  view_.page_height_px = event.page_height_px;
  view_.viewport = {event.chart_width_px, event.chart_height_px, event.pixel_ratio,
                    event.inset_left_px,  event.inset_top_px,    event.inset_right_px,
                    event.inset_bottom_px};
}

void App::UpdateCamera() {
  if (!head_ || view_.viewport.width_px <= 0 || view_.viewport.height_px <= 0) return;
  FixCamera(room_->HasFixedCamera());
  if (is_fixed_) {
    view_.fit = view_.camera = {{0, 0}, view_.viewport.height_px / 2};
    return;
  }
  const float free_px = view_.viewport.height_px - view_.viewport.inset_bottom_px;
  const float margin_px = IsFigure(view_)
                              ? kFigureFitMargin_px
                              : std::min(kFitMarginPx, std::max(free_px, 0.f) * kFitMarginShare);
  const Camera fit = FitCamera(room_->Bounds(), view_.viewport, margin_px);
  const Camera old_fit = std::exchange(view_.fit, fit);
  motion_.SetLimits(view_.viewport, fit, room_->Bounds());
  if (camera_is_fitted_) {
    if (!motion_.is_moving()) motion_.JumpTo(fit);
  } else if (fit != old_fit && framed_) {
    FlyTo(FlyToEffect(*framed_));
  } else if (fit != old_fit) {
    // The same part of the map, as far as the new shape allows.
    Camera camera = motion_.destination();
    camera.pixels_per_world *= RelativeScale(fit, old_fit);
    motion_.JumpTo(camera);
  }
  if (waiting_flight_) FlyTo(*std::exchange(waiting_flight_, std::nullopt));
  view_.camera = motion_.camera();
}

void App::FixCamera(bool fixed) {
  if (std::exchange(is_fixed_, fixed) == fixed) return;
  // From a picture to a map, or back: whole, and with nothing held.
  camera_is_fitted_ = true;
  motion_.Stop();
  gestures_.Reset();
  is_dragging_ = false;
  waiting_flight_.reset();
  return_camera_.reset();
}

void App::FlyTo(const FlyToEffect& flight) {
  if (is_fixed_) return;
  if (!head_ || view_.viewport.width_px <= 0 || view_.viewport.height_px <= 0) {
    waiting_flight_ = flight;  // until there is a chart to fly over
    return;
  }
  const Camera now = motion_.destination();
  Viewport clear = view_.viewport;
  const Margins& margins = flight.keep_clear;
  const bool has_room = clear.width_px >= kRoomyPx && clear.height_px >= kRoomyPx &&
                        clear.width_px - margins.left_px - margins.right_px >= kLeastClearPx;
  if (has_room) {
    clear.width_px -= margins.left_px + margins.right_px;
    clear.height_px -= margins.top_px + margins.bottom_px;
  }
  const float free_px = std::min(clear.width_px - clear.inset_left_px - clear.inset_right_px,
                                 clear.height_px - clear.inset_top_px - clear.inset_bottom_px);
  Camera to = FitCamera(flight.bounds_in_world, clear,
                        std::min(kFlightMarginPx, std::max(free_px, 0.f) * kFlightMarginShare));
  const float closest = view_.fit.pixels_per_world * kGreatestScale;
  to.pixels_per_world =
      std::clamp(to.pixels_per_world, view_.fit.pixels_per_world * kLeastScale, closest);
  if (has_room) {
    // The middle of what is clear, not of the chart; y of the world points up.
    to.center_in_world.x += (margins.right_px - margins.left_px) / 2 / to.pixels_per_world;
    to.center_in_world.y += (margins.top_px - margins.bottom_px) / 2 / to.pixels_per_world;
  }
  if (flight.only_if_needed) {
    Viewport seen = view_.viewport;
    if (has_room) {
      seen.inset_left_px += margins.left_px;
      seen.inset_right_px += margins.right_px;
    }
    if (IsInView(flight.bounds_in_world, now, seen)) return;
    if (now.pixels_per_world < to.pixels_per_world) {
      // As near as it is: the same way off the middle is more of the world then.
      const float more = 1 / now.pixels_per_world - 1 / to.pixels_per_world;
      if (has_room) {
        to.center_in_world.x += (margins.right_px - margins.left_px) / 2 * more;
        to.center_in_world.y += (margins.top_px - margins.bottom_px) / 2 * more;
      }
      to.pixels_per_world = now.pixels_per_world;
    }
  }
  if (flight.only_if_needed || flight.comes_back) {
    if (!return_camera_) return_camera_ = now;
    framed_.reset();
  } else {
    return_camera_.reset();
    framed_ = flight;
  }
  camera_is_fitted_ = false;
  motion_.FlyTo(to, view_.now_s, view_.reduced_motion);
}

void App::ReturnCamera() {
  if (!return_camera_) return;
  motion_.FlyTo(*std::exchange(return_camera_, std::nullopt), view_.now_s, view_.reduced_motion);
}

void App::TellPointer(PointerKind kind, Point2 at_px, bool touch) {
  const auto item =
      Pick(scene_, view_.camera, view_.viewport, at_px, touch ? kReachTouchPx : kReachMousePx);
  if (kind == PointerKind::kHover) SetCursor(item.has_value());
  if (kind != PointerKind::kHover) page_is_due_ = true;
  Run(room_->OnPointer(kind, item, at_px));
}

void App::SetCursor(bool pointing) {
  if (std::exchange(cursor_points_, pointing) != pointing) host_.SetCursor(pointing);
}

void App::StopFlight() {
  framed_.reset();
  link_is_due_ = true;
  motion_.Stop();
  return_camera_.reset();
  camera_is_fitted_ = false;
}

void App::NoteHandle(Point2 at_px, bool touch) {
  const auto item =
      Pick(scene_, view_.camera, view_.viewport, at_px, touch ? kReachTouchPx : kReachMousePx);
  holds_handle_ = !view_.is_locked && item && room_->TakesDrag(*item);
}

void App::TellHandles() {
  std::vector<float> places_px;
  if (is_fixed_ && !view_.is_locked) {
    // A sheet that is drawn on: places so close that a finger anywhere on it is near one.
    constexpr float kApart_px = 38;
    for (const CellMark& cell : scene_.cells) {
      if (cell.item == kNoItem || !room_->TakesDrag(cell.item)) continue;
      const Point2 a = ScreenFromWorld(view_.camera, view_.viewport, cell.in_world.low);
      const Point2 b = ScreenFromWorld(view_.camera, view_.viewport, cell.in_world.high);
      const Point2 low{std::min(a.x, b.x), std::min(a.y, b.y)};
      const float width = std::fabs(b.x - a.x), height = std::fabs(b.y - a.y);
      const auto columns = std::ceil(width / kApart_px), rows = std::ceil(height / kApart_px);
      for (float row = 0; row < rows; ++row) {
        for (float column = 0; column < columns; ++column) {
          places_px.push_back(low.x + (column + 0.5f) * width / columns);
          places_px.push_back(low.y + (row + 0.5f) * height / rows);
        }
      }
    }
  }
  if (!is_fixed_ && !view_.is_locked) {
    for (const DiscMark& disc : scene_.discs) {
      if (disc.item == kNoItem || !room_->TakesDrag(disc.item)) continue;
      const Point2 at = ScreenFromWorld(view_.camera, view_.viewport, disc.at);
      places_px.push_back(at.x);
      places_px.push_back(at.y);
    }
  }
  if (places_px == handles_px_) return;
  handles_px_ = std::move(places_px);
  host_.SetHandles(handles_px_);
}

void App::Drag(Point2 delta_px) {
  if (!std::exchange(is_dragging_, true)) {
    drag_at_px_ = pointer_.at_px - delta_px;
    drag_item_ = Pick(scene_, view_.camera, view_.viewport, drag_at_px_,
                      pointer_.touch ? kReachTouchPx : kReachMousePx);
    // A pen begins where it came down, not where it had gone far enough to be no tap.
    if (is_fixed_ && holds_handle_)
      Run(room_->OnPointer(PointerKind::kDrag, drag_item_, drag_at_px_));
  }
  drag_at_px_ = drag_at_px_ + delta_px;
  page_is_due_ = true;
  Run(room_->OnPointer(PointerKind::kDrag, drag_item_, drag_at_px_));
}

void App::EndDrag(bool taken_back) {
  if (!std::exchange(is_dragging_, false)) return;
  page_is_due_ = true;
  Run(room_->OnPointer(PointerKind::kDrop, taken_back ? std::nullopt : drag_item_, drag_at_px_));
}

void App::Do(const Gesture& gesture) {
  // Of a picture that is to stay as it is, names may still be looked at.
  if (view_.is_locked && !std::holds_alternative<HoverGesture>(gesture) &&
      !std::holds_alternative<LeaveGesture>(gesture)) {
    return;
  }
  if (is_fixed_) {
    // Nothing of it moves the camera; a second tap is another one.
    if (const auto* pan = std::get_if<PanGesture>(&gesture)) return Drag(pan->delta_px);
    if (const auto* tap = std::get_if<DoubleTapGesture>(&gesture)) {
      return TellPointer(PointerKind::kTap, tap->at_px, pointer_.touch);
    }
    if (std::holds_alternative<ZoomGesture>(gesture) ||
        std::holds_alternative<FlingGesture>(gesture) ||
        std::holds_alternative<IgnoredGesture>(gesture)) {
      return;
    }
  }
  if (holds_handle_) {
    if (const auto* pan = std::get_if<PanGesture>(&gesture)) return Drag(pan->delta_px);
    if (std::holds_alternative<FlingGesture>(gesture)) return;
  }
  std::visit(
      Overloaded{
          [&](const PanGesture& pan) {
            StopFlight();
            motion_.PanBy(pan.delta_px);
          },
          [&](const ZoomGesture& zoom) {
            StopFlight();
            motion_.ZoomBy(zoom.factor, zoom.about_px);
          },
          [&](const FlingGesture& fling) {
            if (!view_.reduced_motion) motion_.Fling(fling.velocity_px_per_s, view_.now_s);
          },
          [&](const HoverGesture& hover) { TellPointer(PointerKind::kHover, hover.at_px, false); },
          [&](const LeaveGesture&) {
            SetCursor(false);
            Run(room_->OnPointer(PointerKind::kHover, std::nullopt, {}));
          },
          [&](const TapGesture& tap) { TellPointer(PointerKind::kTap, tap.at_px, tap.is_touch); },
          [&](const DoubleTapGesture& tap) {
            StopFlight();
            motion_.FlyTo(ZoomedAbout(motion_.camera(), view_.viewport, tap.at_px, kDoubleTapZoom),
                          view_.now_s, view_.reduced_motion);
            TellPointer(PointerKind::kDoubleTap, tap.at_px, true);
          },
          [&](const LongPressGesture& press) {
            TellPointer(PointerKind::kLongPress, press.at_px, true);
          },
          [&](const IgnoredGesture&) { hint_.Show(pointer_.touch, view_.now_s); },
      },
      gesture);
}

void App::HandleGestures() {
  std::vector<Gesture> gestures;
  const bool on_controls = renderer_->PointerIsOnControls();
  bool taken_back = false;  // the page took the finger for a scroll
  for (const auto& event : std::exchange(chart_events_, {})) {
    if (const auto* wheel = std::get_if<WheelEvent>(&event)) {
      gestures_.SetCooperative(view_.embedded && !settings_.alone && !is_fixed_);
      gestures_.Feed(WheelInput{{wheel->x_px, wheel->y_px}, wheel->delta_px, wheel->pinch},
                     gestures);
      continue;
    }
    const auto& pointer = std::get<PointerEvent>(event);
    taken_back |= pointer.phase == PointerPhase::kCancel;
    const Point2 at_px{pointer.x_px, pointer.y_px};
    if (pointer.phase == PointerPhase::kDown) {
      if (on_controls) controls_hold_pointer_ = true;
      if (!gestures_.is_dragging()) NoteHandle(at_px, pointer.is_touch);
    }
    const bool is_for_controls =
        controls_hold_pointer_ ||
        (pointer.phase == PointerPhase::kMove && on_controls && !gestures_.is_dragging());
    if (pointer.phase == PointerPhase::kUp || pointer.phase == PointerPhase::kCancel) {
      controls_hold_pointer_ = false;
    }
    PointerInput input{static_cast<PointerStep>(pointer.phase), pointer.pointer_id,
                       pointer.is_touch, at_px, pointer.time_s};
    // A pointer that went over a control has left the chart.
    if (is_for_controls) input.step = PointerStep::kLeave;
    gestures_.SetCooperative(view_.embedded && !settings_.alone && !is_fixed_ && !holds_handle_);
    gestures_.Feed(input, gestures);
  }
  long_press_may_come_ = gestures_.Advance(view_.now_s, gestures);
  for (const Gesture& gesture : gestures) Do(gesture);
  if (!gestures_.is_dragging()) {
    EndDrag(taken_back);
    if (!pointer_.down) holds_handle_ = false;
  }
}

bool App::MoveCamera() {
  if (is_fixed_) return long_press_may_come_;
  const bool still_moving = motion_.Advance(view_.now_s);
  view_.camera = motion_.camera();
  return still_moving || long_press_may_come_;
}

void App::HandleKey(const KeyEvent& event) {
  if (!head_ || view_.is_locked) return;
  if (auto effects = room_->OnKey(event.key, event.shift)) {
    Run(std::move(*effects));
    return;
  }
  if (is_fixed_) return;
  if (event.key == "+" || event.key == "=") ZoomBy(kStepZoom);
  if (event.key == "-") ZoomBy(1 / kStepZoom);
  if (event.key == "0") FitMap();
}

bool App::HandleCameraAction(const std::string& action) {
  if (is_fixed_) return false;
  if (action == "zoom-in") {
    ZoomBy(kStepZoom);
  } else if (action == "zoom-out") {
    ZoomBy(1 / kStepZoom);
  } else if (action == "zoom-fit") {
    FitMap();
  } else {
    return false;
  }
  return true;
}

void App::ZoomBy(float factor) {
  const Point2 middle{view_.viewport.width_px / 2, view_.viewport.height_px / 2};
  const Camera to = ZoomedAbout(motion_.destination(), view_.viewport, middle, factor);
  StopFlight();
  motion_.FlyTo(to, view_.now_s, view_.reduced_motion);
}

void App::FitMap() {
  link_is_due_ = true;
  return_camera_.reset();
  framed_.reset();
  camera_is_fitted_ = true;
  motion_.FlyTo(view_.fit, view_.now_s, view_.reduced_motion);
}

}  // namespace meander
