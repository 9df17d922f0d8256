// Moves a camera: by hand (pan, zoom about a point), by itself after a flick, and in flights that
// rise, travel and descend. Time is passed in; any input stops what moves where it is.
#pragma once

#include <optional>

#include "canvas/camera.h"

namespace meander {

class CameraMotion {
 public:
  const Camera& camera() const { return camera_; }
  bool is_moving() const { return flight_.has_value() || velocity_px_per_s_ != Point2{}; }
  // Where a flight will end; the camera itself when none is under way.
  Camera destination() const { return flight_ ? flight_->to : camera_; }

  // The scale limits are those of the design around `fit`; the map's `bounds` stay in reach.
  void SetLimits(const Viewport& viewport, const Camera& fit, const Rect& bounds_in_world);

  void JumpTo(const Camera& camera);
  void PanBy(Point2 delta_px);
  void ZoomBy(float factor, Point2 about_px);
  void Fling(Point2 velocity_px_per_s, double now_s);
  // Out-then-in along the path of van Wijk and Nuij 2003 with both ends in sight midway, 0.5 to
  // 1.4 s by its length; at once when `reduced_motion`.
  void FlyTo(const Camera& to, double now_s, bool reduced_motion);
  void Stop();

  // Moves to `now_s`; true while still moving.
  bool Advance(double now_s);

 private:
  struct Flight {
    Camera from, to;
    double start_s = 0, duration_s = 0;
    // Parameters of the path: u distance, w width in view, both world; s its length.
    float distance = 0, from_width = 0, to_width = 0, r0 = 0, length = 0;
  };
  static Flight Plan(const Camera& from, const Camera& to, float view_width_px);
  Camera At(const Flight& flight, float share) const;
  Camera Limited(Camera camera) const;

  Camera camera_, fit_;
  Viewport viewport_{1, 1};
  Rect bounds_{{-1, -1}, {1, 1}};
  std::optional<Flight> flight_;
  Point2 velocity_px_per_s_{};
  double moved_at_s_ = 0;
};

}  // namespace meander
