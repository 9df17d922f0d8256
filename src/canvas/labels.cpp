// See labels.h.
#include "canvas/labels.h"

#include <algorithm>
#include <cmath>

#include "canvas/label_box.h"

namespace meander {
namespace {

struct PlannedBox : Standing {
  float scale_from, scale_to;
};

Rect BoxAroundAnchor(const LabelMark& label, const WidthOf& width_of) {
  const float width = width_of(label.face, label.size_px, label.text);
  Rect box = LabelBoxAt(label, {}, width).bounds_px;
  const Point2 gap{kLabelGap_px / 2, kLabelGap_px / 2};
  return {box.low - gap, box.high + gap};
}

// From which scale on two intervals around anchors `apart_px` apart (at scale 1) stay separate. 0:
// at every scale; 1e9: at none.
float ScaleAlong(float apart_px, float a_low, float a_high, float b_low, float b_high) {
  if (std::fabs(apart_px) < 1e-6f) return a_high <= b_low || b_high <= a_low ? 0 : 1e9f;
  const float needed_px = apart_px > 0 ? a_high - b_low : b_high - a_low;
  return std::max(needed_px, 0.f) / std::fabs(apart_px);
}

ScaleRange TouchAlong(float apart_px, float a_low, float a_high, float b_low, float b_high) {
  if (std::fabs(apart_px) < 1e-6f) {
    return a_high <= b_low || b_high <= a_low ? ScaleRange{0, 0} : ScaleRange{};
  }
  const float low = (a_low - b_high) / apart_px, high = (a_high - b_low) / apart_px;
  return {std::min(low, high), std::max(low, high)};
}

// What one name meets on its way through the scales.
struct Planner {
  std::span<const PlannedBox> taken;
  float fit_pixels_per_world;
  Viewport viewport;
  size_t limit;

  // Raised past every name it would touch; false when there was none.
  bool PushApart(PlannedBox& box) const {
    bool was_pushed = false;
    for (const PlannedBox& other : taken) {
      if (box.scale_from >= other.scale_to || other.scale_from >= box.scale_to) continue;
      const float until =
          std::min(ScaleOfSeparation(box, other, fit_pixels_per_world), other.scale_to);
      if (until <= std::max(box.scale_from, other.scale_from)) continue;
      box.scale_from = until;
      was_pushed = true;
    }
    return was_pushed;
  }

  // Whether a view centred on the box would show too many names before it.
  bool IsCrowded(const PlannedBox& box) const {
    const float scale = box.scale_from * fit_pixels_per_world;
    const Point2 reach{viewport.width_px / 2 / scale, viewport.height_px / 2 / scale};
    size_t seen = 0;
    for (const PlannedBox& other : taken) {
      const Point2 apart = other.at - box.at;
      seen += box.scale_from >= other.scale_from && box.scale_from < other.scale_to &&
              std::fabs(apart.x) <= reach.x && std::fabs(apart.y) <= reach.y;
      if (seen >= limit) return true;
    }
    return false;
  }

  // The name's interval; false when it finds no place at any scale. Raised past one name, it may
  // meet another that is only there from a larger scale on: repeated until nothing pushes.
  bool Place(PlannedBox& box) const {
    const float end = std::min(box.scale_to, kGreatestScale);
    while (box.scale_from < end) {
      if (PushApart(box)) continue;
      if (!IsCrowded(box)) return true;
      box.scale_from *= 1.15f;
    }
    return false;
  }
};

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

}  // namespace

// The two boxes keep their size while their anchors move apart with the scale: they may touch below
// the scale at which either axis separates them.
float ScaleOfSeparation(const Standing& a, const Standing& b, float fit_pixels_per_world) {
  const Point2 apart_px = (b.at - a.at) * fit_pixels_per_world;
  const Rect &p = a.around_px, &q = b.around_px;
  return std::min(ScaleAlong(apart_px.x, p.low.x, p.high.x, q.low.x, q.high.x),
                  ScaleAlong(-apart_px.y, p.low.y, p.high.y, q.low.y, q.high.y));
}

ScaleRange ScalesOfTouch(const Standing& a, const Standing& b, float fit_pixels_per_world) {
  const Point2 apart_px = (b.at - a.at) * fit_pixels_per_world;
  const Rect &p = a.around_px, &q = b.around_px;
  const ScaleRange x = TouchAlong(apart_px.x, p.low.x, p.high.x, q.low.x, q.high.x);
  const ScaleRange y = TouchAlong(-apart_px.y, p.low.y, p.high.y, q.low.y, q.high.y);
  return {std::max(x.from, y.from), std::min(x.to, y.to)};
}

bool IsSameName(const LabelMark& a, const LabelMark& b) {
  return a.item == b.item && a.text == b.text && a.face == b.face;
}

std::vector<LabelMark> PlanLabels(std::span<const LabelMark> candidates, float fit_pixels_per_world,
                                  const Viewport& viewport, const WidthOf& width_of) {
  std::vector<LabelMark> plan;
  std::vector<PlannedBox> boxes;
  // A view that is not centred on a name may hold more than the one that is: planned for seven in
  // ten, the limit is hardly ever met while the map is dragged, and no name has to give way.
  const size_t most = LabelLimit(viewport) * 7 / 10;
  for (const LabelMark& candidate : candidates) {
    PlannedBox box{{candidate.at, BoxAroundAnchor(candidate, width_of)},
                   candidate.scale_from,
                   candidate.scale_to};
    const Planner planner{boxes, fit_pixels_per_world, viewport, most};
    if (!planner.Place(box)) continue;
    LabelMark label = candidate;
    label.scale_from = box.scale_from;
    boxes.push_back(box);
    plan.push_back(std::move(label));
  }
  // Where a view holds more names than it may show, those that come first while zooming in stay: a
  // later one never takes an earlier one's place.
  std::stable_sort(plan.begin(), plan.end(), [](const LabelMark& a, const LabelMark& b) {
    return a.scale_from < b.scale_from;
  });
  return plan;
}

std::optional<Point2> PlaceAside(const LabelMark& name, std::span<const LabelMark> plan,
                                 const Camera& camera, float scale, const Viewport& viewport,
                                 const std::function<bool(const LabelMark&)>& is_free) {
  const Point2 anchor_px = ScreenFromWorld(camera, viewport, name.at);
  const bool is_in_chart = IsInside({anchor_px, anchor_px}, viewport);
  if (name.face != Face::kRegionItalic || !is_in_chart) return std::nullopt;
  std::vector<Rect> planned_px;  // of what is shown of the plan
  std::vector<Point2> anchors_px;
  for (const LabelMark& other : plan) {
    if (IsSameName(name, other)) continue;
    const Point2 at_px = ScreenFromWorld(camera, viewport, other.at);
    if (other.face == Face::kRegionItalic) anchors_px.push_back(at_px);
    if (scale >= other.scale_from && scale < other.scale_to) {
      planned_px.push_back(LabelBoxAt(other, at_px).bounds_px);
    }
  }
  const Rect box = LabelBoxAt(name, anchor_px).bounds_px;
  std::vector<Point2> shifts_px;
  for (const float rows : {0.f, -0.8f, 0.8f, -1.5f, 1.5f, -2.2f, 2.2f}) {
    for (const float widths : {0.f, -0.3f, 0.3f, -0.6f, 0.6f}) {
      shifts_px.push_back({widths * box.width(), rows * box.height()});
    }
  }
  std::ranges::stable_sort(shifts_px, {}, [](Point2 px) { return Dot(px, px); });
  for (const Point2 shift : std::span(shifts_px).subspan(1)) {
    const bool is_in_its_own = std::ranges::none_of(anchors_px, [&](Point2 other) {
      return Distance(anchor_px + shift, other) <= Length(shift);
    });
    if (!is_in_its_own || TouchesAny({box.low + shift, box.high + shift}, planned_px)) continue;
    LabelMark aside = name;
    aside.at = WorldFromScreen(camera, viewport, anchor_px + shift);
    if (is_free(aside)) return aside.at;
  }
  return std::nullopt;
}

std::vector<LabelMark> VisibleLabels(std::span<const LabelMark> plan, const Camera& camera,
                                     const Camera& fit, const Viewport& viewport,
                                     std::span<const Rect> placed, size_t limit) {
  const float scale = RelativeScale(camera, fit);
  std::vector<LabelMark> visible;
  std::vector<Rect> taken(placed.begin(), placed.end());
  const auto box_of = [&](const LabelMark& label) {
    return LabelBoxAt(label, ScreenFromWorld(camera, viewport, label.at)).bounds_px;
  };
  const auto is_free = [&](const LabelMark& label) {
    const Rect box = box_of(label);
    return IsInside(box, viewport) && !TouchesAny(Widened(box, 1), taken);
  };
  for (LabelMark label : plan) {
    if (visible.size() == limit) break;
    if (scale < label.scale_from || scale >= label.scale_to) continue;
    if (!is_free(label)) {
      if (!IsInside(box_of(label), viewport)) continue;
      const auto aside = PlaceAside(label, plan, camera, scale, viewport, is_free);
      if (!aside) continue;
      label.at = *aside;
      taken.push_back(box_of(label));  // the plan does not know of it
    }
    visible.push_back(std::move(label));
  }
  return visible;
}

std::vector<LabelMark> PlaceStopNames(std::span<const LabelMark> names, const Camera& camera,
                                      const Viewport& viewport, std::vector<Rect>& boxes,
                                      std::span<const LabelMark> before) {
  constexpr LabelPlace kSides[] = {LabelPlace::kAbove, LabelPlace::kBelow, LabelPlace::kRight,
                                   LabelPlace::kLeft};
  constexpr float kFurther_px = 7;
  std::vector<LabelMark> placed;
  for (const LabelMark& name : names) {
    const Point2 anchor_px = ScreenFromWorld(camera, viewport, name.at);
    const auto fits = [&](LabelPlace side, float distance_px) {
      LabelMark trial = name;
      trial.place = side;
      trial.distance_px = distance_px;
      const Rect box = LabelBoxAt(trial, anchor_px).bounds_px;
      if (!IsInside(box, viewport) || TouchesAny(box, boxes)) return false;
      boxes.push_back(Widened(box, kLabelGap_px));
      placed.push_back(std::move(trial));
      return true;
    };
    const auto old = std::find_if(before.begin(), before.end(),
                                  [&](const LabelMark& mark) { return IsSameName(mark, name); });
    bool has_place = old != before.end() && fits(old->place, old->distance_px);
    for (const float further_px : {0.f, kFurther_px}) {
      for (const LabelPlace side : kSides) {
        has_place = has_place || fits(side, name.distance_px + further_px);
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
    const bool is_kept = std::any_of(
        next.begin(), next.end(), [&](const LabelMark& label) { return IsSameName(old, label); });
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
