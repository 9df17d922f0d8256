// Turns pointers and wheels into what they mean for a chart: pan, pinch, tap, double tap, long
// press, hover, flick. In cooperative mode (embeds) the wheel and one finger belong to the page
// around.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "space/point.h"

namespace meander {

enum class PointerStep : uint8_t { kMove, kDown, kUp, kCancel, kLeave };
struct PointerInput {
  PointerStep step = PointerStep::kMove;
  uint32_t pointer = 0;
  bool is_touch = false;
  Point2 at_px;
  double time_s = 0;
};
struct WheelInput {
  Point2 at_px;
  float delta_px = 0;     // positive: away, zooms out; normalised by the host to ±120
  bool is_pinch = false;  // ctrl or ⌘ held, or a track pad's pinch
};

struct PanGesture {
  Point2 delta_px;
};
struct ZoomGesture {
  float factor;
  Point2 about_px;
};
struct FlingGesture {
  Point2 velocity_px_per_s;
};
struct HoverGesture {
  Point2 at_px;
};
struct LeaveGesture {};
struct TapGesture {
  Point2 at_px;
  bool is_touch;
};
struct DoubleTapGesture {
  Point2 at_px;
};
struct LongPressGesture {
  Point2 at_px;
};
struct IgnoredGesture {};  // belonged to the page: a moment to show the hint
using Gesture = std::variant<PanGesture, ZoomGesture, FlingGesture, HoverGesture, LeaveGesture,
                             TapGesture, DoubleTapGesture, LongPressGesture, IgnoredGesture>;

class Gestures {
 public:
  void SetCooperative(bool cooperative) { cooperative_ = cooperative; }

  // Each appends what the input means to `out`.
  void Feed(const PointerInput& input, std::vector<Gesture>& out);
  void Feed(const WheelInput& input, std::vector<Gesture>& out) const;
  // A long press is a matter of time alone; true while one may still become due.
  bool Advance(double now_s, std::vector<Gesture>& out);
  // Forgets all fingers, as when the chart loses the pointer.
  void Reset();
  bool is_dragging() const { return is_dragging_; }

 private:
  static constexpr double kUnheard_s = -1;
  struct Finger {
    uint32_t pointer;
    Point2 start_px, at_px;
  };
  void Down(const PointerInput& input);
  void Move(const PointerInput& input, std::vector<Gesture>& out);
  void Up(const PointerInput& input, std::vector<Gesture>& out);
  Finger* Find(uint32_t pointer);

  bool cooperative_ = false;
  std::vector<Finger> fingers_;
  bool is_touch_ = false;
  bool is_dragging_ = false;  // moved beyond the slop: no tap any more
  bool was_pinched_ = false;
  bool may_press_long_ = false;
  double last_tap_at_s_ = -10;
  double heard_at_s_ = kUnheard_s;  // the first frame since the finger came down
  Point2 last_tap_px_;
  Point2 velocity_px_per_s_;
  double moved_at_s_ = 0;
};

}  // namespace meander
