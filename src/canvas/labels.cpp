// See labels.h.
#include "canvas/labels.h"

#include <algorithm>
#include <cmath>

#include "canvas/label_box.h"

namespace meander {
namespace {

// The box of a name in pixels relative to its anchor; it does not change with the zoom.
struct PlannedBox {
  Point2 at;  // world
  Rect box_px;
  float scale_from, scale_to;
};

Rect BoxAroundAnchor(const LabelMark& label, const WidthOf& width_of) {
  const float half_width = width_of(label.face, label.size_px, label.text) / 2 + kLabelGap_px / 2;
  const float half_height = label.size_px * 0.62f + kLabelGap_px / 2;
  return {{-half_width, -half_height}, {half_width, half_height}};
}

// The two boxes keep their size while their anchors move apart with the scale: they touch below the
// scale at which either axis separates them. 0: never touch; infinity: always.
float ScaleOfSeparation(const PlannedBox& a, const PlannedBox& b, float fit_pixels_per_world) {
  const Point2 apart = b.at - a.at;
  const auto needed = [&](float distance, float a_low, float a_high, float b_low, float b_high) {
    const float room = distance >= 0 ? a_high - b_low : b_high - a_low;
    const float pixels = std::fabs(distance) * fit_pixels_per_world;
    return pixels > 1e-6f ? room / pixels : 1e9f;
  };
  const float along_x =
      needed(apart.x, a.box_px.low.x, a.box_px.high.x, b.box_px.low.x, b.box_px.high.x);
  const float along_y =
      needed(apart.y, a.box_px.low.y, a.box_px.high.y, b.box_px.low.y, b.box_px.high.y);
  return std::min(along_x, along_y);
}

bool IsInside(const Rect& box, const Viewport& viewport) {
  return box.low.x >= 2 && box.low.y >= 2 && box.high.x <= viewport.width_px - 2 &&
         box.high.y <= viewport.height_px - 2;
}

bool TouchesAny(const Rect& box, std::span<const Rect> others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Rect& other) { return box.Overlaps(other); });
}

Rect Widened(Rect box, float by_px) {
  box.low = box.low - Point2{by_px, by_px};
  box.high = box.high + Point2{by_px, by_px};
  return box;
}

bool IsSameName(const LabelMark& a, const LabelMark& b) {
  return a.item == b.item && a.text == b.text && a.face == b.face;
}

}  // namespace

std::vector<LabelMark> PlanLabels(std::span<const LabelMark> candidates,
                                  float fit_pixels_per_world, const WidthOf& width_of) {
  std::vector<LabelMark> plan;
  std::vector<PlannedBox> boxes;
  for (const LabelMark& candidate : candidates) {
    PlannedBox box{candidate.at, BoxAroundAnchor(candidate, width_of), candidate.scale_from,
                   candidate.scale_to};
    // Raised past one name, it may touch another that is only there from a larger scale on: repeat
    // until nothing more pushes.
    bool was_pushed = true;
    while (was_pushed && box.scale_from < std::min(box.scale_to, kGreatestScale)) {
      was_pushed = false;
      for (const PlannedBox& other : boxes) {
        const float until = std::min(ScaleOfSeparation(box, other, fit_pixels_per_world),
                                     other.scale_to);
        const bool overlap_in_scale = box.scale_from < other.scale_to && other.scale_from < box.scale_to;
        if (!overlap_in_scale || until <= std::max(box.scale_from, other.scale_from)) continue;
        box.scale_from = until;
        was_pushed = true;
      }
    }
    if (box.scale_from >= std::min(box.scale_to, kGreatestScale)) continue;
    LabelMark label = candidate;
    label.scale_from = box.scale_from;
    boxes.push_back(box);
    plan.push_back(std::move(label));
  }
  return plan;
}

std::vector<LabelMark> VisibleLabels(std::span<const LabelMark> plan, const Camera& camera,
                                     const Camera& fit, const Viewport& viewport,
                                     std::span<const Rect> placed, size_t limit) {
  const float scale = RelativeScale(camera, fit);
  std::vector<LabelMark> visible;
  for (const LabelMark& label : plan) {
    if (visible.size() == limit) break;
    if (scale < label.scale_from || scale >= label.scale_to) continue;
    const Rect box = LabelBoxAt(label, ScreenFromWorld(camera, viewport, label.at)).bounds_px;
    if (!IsInside(box, viewport) || TouchesAny(Widened(box, 1), placed)) continue;
    visible.push_back(label);
  }
  return visible;
}

std::vector<LabelMark> PlaceStopNames(std::span<const LabelMark> names, const Camera& camera,
                                      const Viewport& viewport, std::vector<Rect>& boxes) {
  constexpr LabelPlace kSides[] = {LabelPlace::kAbove, LabelPlace::kBelow, LabelPlace::kRight,
                                   LabelPlace::kLeft};
  std::vector<LabelMark> placed;
  for (const LabelMark& name : names) {
    bool has_place = false;
    for (const float extra_px : {0.f, 7.f}) {
      for (const LabelPlace side : kSides) {
        LabelMark trial = name;
        trial.place = side;
        trial.distance_px = name.distance_px + extra_px;
        const Rect box = LabelBoxAt(trial, ScreenFromWorld(camera, viewport, name.at)).bounds_px;
        if (has_place || !IsInside(box, viewport) || TouchesAny(box, boxes)) continue;
        has_place = true;
        boxes.push_back(Widened(box, kLabelGap_px));
        placed.push_back(std::move(trial));
      }
    }
  }
  return placed;
}

size_t LabelLimit(const Viewport& viewport) {
  if (viewport.width_px * viewport.height_px < 150000 && viewport.height_px < 370) return 14;
  return viewport.width_px < 640 ? 24 : 70;
}

void LabelFader::SetWanted(std::vector<LabelMark> wanted, double now_s, bool reduced_motion) {
  std::vector<LabelMark> next;
  std::vector<bool> is_wanted;
  const bool is_first = labels_.empty();
  for (LabelMark& label : wanted) {
    const auto before = std::find_if(labels_.begin(), labels_.end(),
                                     [&](const LabelMark& old) { return IsSameName(old, label); });
    label.fade = before != labels_.end() ? before->fade : 0.f;
    if (is_first || reduced_motion) label.fade = 1;
    next.push_back(std::move(label));
    is_wanted.push_back(true);
  }
  for (const LabelMark& old : labels_) {
    const bool is_kept = std::any_of(next.begin(), next.end(),
                                     [&](const LabelMark& label) { return IsSameName(old, label); });
    if (is_kept || old.fade <= 0 || reduced_motion) continue;
    next.push_back(old);
    is_wanted.push_back(false);
  }
  labels_ = std::move(next);
  is_wanted_ = std::move(is_wanted);
  moved_at_s_ = std::max(moved_at_s_, now_s - 0.016);
}

bool LabelFader::Advance(double now_s) {
  constexpr double kFade_s = 0.12;
  const auto step = static_cast<float>(std::clamp(now_s - moved_at_s_, 0.0, 0.1) / kFade_s);
  moved_at_s_ = now_s;
  bool is_fading = false;
  for (size_t i = 0; i < labels_.size();) {
    float& fade = labels_[i].fade;
    fade = is_wanted_[i] ? std::min(fade + step, 1.f) : std::max(fade - step, 0.f);
    if (!is_wanted_[i] && fade <= 0) {
      labels_.erase(labels_.begin() + static_cast<ptrdiff_t>(i));
      is_wanted_.erase(is_wanted_.begin() + static_cast<ptrdiff_t>(i));
      continue;
    }
    is_fading = is_fading || fade != (is_wanted_[i] ? 1.f : 0.f);
    ++i;
  }
  return is_fading;
}

}  // namespace meander
