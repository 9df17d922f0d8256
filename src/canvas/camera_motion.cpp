// See camera_motion.h.
#include "canvas/camera_motion.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr float kRho =
    1.6f;  // how far a flight rises: high enough that both ends are in sight midway
constexpr double kLeastFlight_s = 0.5, kLongestFlight_s = 1.4;
constexpr double kSecondsPerLength = 0.45;
constexpr float kFriction_per_s = 4.5f;  // of a flick
constexpr float kStillSpeed_px_per_s = 12.f;
constexpr float kTopSpeed_px_per_s = 4000.f;

// Slow start, slow end: close to cubic-bezier(.6, 0, .2, 1).
float Ease(float t) { return t * t * t * (t * (6 * t - 15) + 10); }

}  // namespace

void CameraMotion::SetLimits(const Viewport& viewport, const Camera& fit,
                             const Rect& bounds_in_world) {
  viewport_ = viewport;
  fit_ = fit;
  bounds_ = bounds_in_world;
  camera_ = Limited(camera_);
}

Camera CameraMotion::Limited(Camera camera) const {
  camera.pixels_per_world = std::clamp(camera.pixels_per_world, fit_.pixels_per_world * kLeastScale,
                                       fit_.pixels_per_world * kGreatestScale);
  // The middle of what is not covered stays over the map, not that of the whole chart.
  const Point2 aside{
      (viewport_.inset_left_px - viewport_.inset_right_px) / 2 / camera.pixels_per_world,
      (viewport_.inset_bottom_px - viewport_.inset_top_px) / 2 / camera.pixels_per_world};
  const Point2 middle = camera.center_in_world + aside;
  camera.center_in_world = Point2{std::clamp(middle.x, bounds_.low.x, bounds_.high.x),
                                  std::clamp(middle.y, bounds_.low.y, bounds_.high.y)} -
                           aside;
  return camera;
}

void CameraMotion::Stop() {
  flight_.reset();
  velocity_px_per_s_ = {};
}

void CameraMotion::JumpTo(const Camera& camera) {
  Stop();
  camera_ = Limited(camera);
}

void CameraMotion::PanBy(Point2 delta_px) {
  Stop();
  camera_.center_in_world.x -= delta_px.x / camera_.pixels_per_world;
  camera_.center_in_world.y += delta_px.y / camera_.pixels_per_world;
  camera_ = Limited(camera_);
}

void CameraMotion::ZoomBy(float factor, Point2 about_px) {
  Stop();
  const Point2 about = WorldFromScreen(camera_, viewport_, about_px);
  Camera zoomed = camera_;
  zoomed.pixels_per_world *= factor;
  zoomed = Limited(zoomed);
  // What lay under the pointer stays under it.
  const Point2 moved = WorldFromScreen(zoomed, viewport_, about_px);
  zoomed.center_in_world = zoomed.center_in_world + (about - moved);
  camera_ = Limited(zoomed);
}

void CameraMotion::Fling(Point2 velocity_px_per_s, double now_s) {
  Stop();
  const float speed = Length(velocity_px_per_s);
  if (speed < 60) return;
  velocity_px_per_s_ = velocity_px_per_s * (std::min(speed, kTopSpeed_px_per_s) / speed);
  moved_at_s_ = now_s;
}

CameraMotion::Flight CameraMotion::Plan(const Camera& from, const Camera& to, float view_width_px) {
  Flight flight{from, to};
  flight.distance = Distance(from.center_in_world, to.center_in_world);
  const float w0 = flight.from_width = view_width_px / from.pixels_per_world;
  const float w1 = flight.to_width = view_width_px / to.pixels_per_world;
  const float u1 = flight.distance, rho2 = kRho * kRho;
  if (u1 < 1e-4f * w0) {
    flight.distance = 0;
    flight.length = std::fabs(std::log(w1 / w0)) / kRho;
  } else {
    // Equation 9 of the paper.
    const float b0 = (w1 * w1 - w0 * w0 + rho2 * rho2 * u1 * u1) / (2 * w0 * rho2 * u1);
    const float b1 = (w1 * w1 - w0 * w0 - rho2 * rho2 * u1 * u1) / (2 * w1 * rho2 * u1);
    flight.r0 = std::log(-b0 + std::sqrt(b0 * b0 + 1));
    flight.length = (std::log(-b1 + std::sqrt(b1 * b1 + 1)) - flight.r0) / kRho;
  }
  flight.duration_s =
      std::clamp(flight.length * kSecondsPerLength, kLeastFlight_s, kLongestFlight_s);
  return flight;
}

Camera CameraMotion::At(const Flight& flight, float share) const {
  const float s = share * flight.length;
  float along = share, width;
  if (flight.distance == 0) {
    const float sign = flight.to_width < flight.from_width ? -1.f : 1.f;
    width = flight.from_width * std::exp(sign * kRho * s);
  } else {
    const float start = std::cosh(flight.r0), here = std::cosh(kRho * s + flight.r0);
    width = flight.from_width * start / here;
    const float u = flight.from_width / (kRho * kRho) *
                    (start * std::tanh(kRho * s + flight.r0) - std::sinh(flight.r0));
    along = u / flight.distance;
  }
  Camera camera;
  camera.center_in_world = flight.from.center_in_world +
                           (flight.to.center_in_world - flight.from.center_in_world) * along;
  camera.pixels_per_world = viewport_.width_px / width;
  return camera;
}

void CameraMotion::FlyTo(const Camera& to, double now_s, bool reduced_motion) {
  const Camera target = Limited(to);
  Stop();
  if (reduced_motion || target == camera_) {
    camera_ = target;
    return;
  }
  flight_ = Plan(camera_, target, viewport_.width_px);
  flight_->start_s = now_s;
}

bool CameraMotion::Advance(double now_s) {
  if (flight_) {
    const double share = (now_s - flight_->start_s) / flight_->duration_s;
    if (share >= 1) {
      camera_ = flight_->to;
      flight_.reset();
    } else if (share > 0) {
      camera_ = At(*flight_, Ease(static_cast<float>(share)));
    }
  } else if (velocity_px_per_s_ != Point2{}) {
    // Exact for any frame rate: the integral of an exponential decay.
    const auto elapsed_s = static_cast<float>(std::max(now_s - moved_at_s_, 0.0));
    const float kept = std::exp(-kFriction_per_s * elapsed_s);
    const Point2 velocity = velocity_px_per_s_;
    PanBy(velocity * ((1 - kept) / kFriction_per_s));
    if (Length(velocity) * kept > kStillSpeed_px_per_s) velocity_px_per_s_ = velocity * kept;
    moved_at_s_ = now_s;
  }
  return is_moving();
}

}  // namespace meander
