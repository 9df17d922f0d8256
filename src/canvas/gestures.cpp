// See gestures.h.
#include "canvas/gestures.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr float kMouseSlop_px = 4, kTouchSlop_px = 10;
constexpr double kDoubleTap_s = 0.3, kLongPress_s = 0.5;
constexpr float kDoubleTapReach_px = 30;
constexpr double kFlickMemory_s =
    0.08;  // a finger that rested longer before leaving does not flick

}  // namespace

Gestures::Finger* Gestures::Find(uint32_t pointer) {
  for (Finger& finger : fingers_) {
    if (finger.pointer == pointer) return &finger;
  }
  return nullptr;
}

void Gestures::Reset() {
  fingers_.clear();
  is_dragging_ = was_pinched_ = may_press_long_ = false;
}

void Gestures::Feed(const WheelInput& input, std::vector<Gesture>& out) const {
  if (cooperative_ && !input.is_pinch) {
    out.push_back(IgnoredGesture{});
    return;
  }
  const float delta = std::clamp(input.delta_px, -120.f, 120.f);
  // A pinch on a track pad sends small steps that mean more.
  const float strength = input.is_pinch && std::fabs(delta) < 40 ? 60.f : 240.f;
  out.push_back(ZoomGesture{std::exp2(-delta / strength), input.at_px});
}

void Gestures::Feed(const PointerInput& input, std::vector<Gesture>& out) {
  switch (input.step) {
    case PointerStep::kDown:
      Down(input);
      break;
    case PointerStep::kMove:
      Move(input, out);
      break;
    case PointerStep::kUp:
      Up(input, out);
      break;
    case PointerStep::kCancel:
      Reset();
      break;
    case PointerStep::kLeave:
      if (fingers_.empty()) out.push_back(LeaveGesture{});
      break;
  }
}

void Gestures::Down(const PointerInput& input) {
  if (Find(input.pointer) != nullptr || fingers_.size() >= 2) return;
  if (fingers_.empty()) {
    is_dragging_ = was_pinched_ = false;
    is_touch_ = input.is_touch;
    moved_at_s_ = input.time_s;
    heard_at_s_ = kUnheard_s;
    velocity_px_per_s_ = {};
    may_press_long_ = true;
  } else {
    was_pinched_ = true;
    may_press_long_ = false;
  }
  fingers_.push_back({input.pointer, input.at_px, input.at_px});
}

void Gestures::Move(const PointerInput& input, std::vector<Gesture>& out) {
  Finger* finger = Find(input.pointer);
  if (finger == nullptr) {
    if (fingers_.empty() && !input.is_touch) out.push_back(HoverGesture{input.at_px});
    return;
  }
  const Point2 before = finger->at_px;
  if (fingers_.size() == 2) {
    const Finger& other = fingers_[finger == &fingers_[0] ? 1 : 0];
    const float old_span = std::max(Distance(before, other.at_px), 1.f);
    finger->at_px = input.at_px;
    const Point2 middle = (finger->at_px + other.at_px) * 0.5f;
    is_dragging_ = true;
    out.push_back(PanGesture{(input.at_px - before) * 0.5f});
    out.push_back(
        ZoomGesture{std::max(Distance(input.at_px, other.at_px), 1.f) / old_span, middle});
    return;
  }
  finger->at_px = input.at_px;
  const float slop = is_touch_ ? kTouchSlop_px : kMouseSlop_px;
  if (!is_dragging_ && Distance(finger->start_px, input.at_px) < slop) return;
  may_press_long_ = false;
  if (cooperative_ && is_touch_) {
    if (!is_dragging_ && !was_pinched_) out.push_back(IgnoredGesture{});
    is_dragging_ = true;
    return;
  }
  // The way to the slop's edge is not thrown away: the map catches up.
  out.push_back(PanGesture{is_dragging_ ? input.at_px - before : input.at_px - finger->start_px});
  is_dragging_ = true;
  const double elapsed_s = std::max(input.time_s - moved_at_s_, 1e-3);
  const Point2 latest = (input.at_px - before) * static_cast<float>(1 / elapsed_s);
  velocity_px_per_s_ = velocity_px_per_s_ * 0.4f + latest * 0.6f;
  moved_at_s_ = input.time_s;
}

void Gestures::Up(const PointerInput& input, std::vector<Gesture>& out) {
  Finger* finger = Find(input.pointer);
  if (finger == nullptr) return;
  fingers_.erase(fingers_.begin() + (finger - fingers_.data()));
  if (!fingers_.empty()) {
    fingers_[0].start_px = fingers_[0].at_px;
    return;
  }
  const bool was_held_long = !may_press_long_ && !is_dragging_ && !was_pinched_;
  may_press_long_ = false;
  if (is_dragging_) {
    const bool flicks = !was_pinched_ && !(cooperative_ && is_touch_) &&
                        input.time_s - moved_at_s_ < kFlickMemory_s;
    if (flicks) out.push_back(FlingGesture{velocity_px_per_s_});
    is_dragging_ = false;
    return;
  }
  if (was_pinched_ || was_held_long) return;
  const bool is_second = input.time_s - last_tap_at_s_ < kDoubleTap_s &&
                         Distance(input.at_px, last_tap_px_) < kDoubleTapReach_px;
  if (is_second) {
    out.push_back(DoubleTapGesture{input.at_px});
    last_tap_at_s_ = -10;
  } else {
    out.push_back(TapGesture{input.at_px, input.is_touch});
    last_tap_at_s_ = input.time_s;
    last_tap_px_ = input.at_px;
  }
}

bool Gestures::Advance(double now_s, std::vector<Gesture>& out) {
  if (!may_press_long_ || !is_touch_ || fingers_.size() != 1) return false;
  // Not since it came down: where a frame takes half a second, its leaving is still on the way, and
  // a tap would be taken for a long press.
  if (heard_at_s_ == kUnheard_s) heard_at_s_ = now_s;
  if (now_s - heard_at_s_ < kLongPress_s) return true;
  may_press_long_ = false;
  out.push_back(LongPressGesture{fingers_[0].at_px});
  return false;
}

}  // namespace meander
