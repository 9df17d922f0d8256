// Where a name stands on the screen: one rule for planning, picking and drawing. Pure.
#pragma once

#include <algorithm>

#include "canvas/scene.h"
#include "canvas/text_metrics.h"

namespace meander {

// Shares of the em that letters take above and below their baseline, and half a capital.
inline constexpr float kLetterRise = 0.76f;
inline constexpr float kLetterDrop = 0.22f;
inline constexpr float kHalfCapital = 0.35f;

struct LabelBox {
  Point2 baseline_px;  // left end
  Rect bounds_px;      // of the letters, without halo; y down
};

// `width_px` = the text's own width.
inline LabelBox LabelBoxAt(const LabelMark& label, Point2 anchor_px, float width_px) {
  const float width = width_px;
  const float size = label.size_px;
  Point2 at{anchor_px.x - width / 2, anchor_px.y + kHalfCapital * size};
  switch (label.place) {
    case LabelPlace::kCentered:
      break;
    case LabelPlace::kAbove:
      at.y = anchor_px.y - label.distance_px - kLetterDrop * size;
      break;
    case LabelPlace::kBelow:
      at.y = anchor_px.y + label.distance_px + kLetterRise * size;
      break;
    case LabelPlace::kLeft:
      at.x = anchor_px.x - label.distance_px - label.aside_px - width;
      break;
    case LabelPlace::kRight:
      at.x = anchor_px.x + label.distance_px + label.aside_px;
      break;
  }
  return {at, {{at.x, at.y - kLetterRise * size}, {at.x + width, at.y + kLetterDrop * size}}};
}

inline LabelBox LabelBoxAt(const LabelMark& label, Point2 anchor_px) {
  return LabelBoxAt(label, anchor_px, TextWidth(label.face, label.size_px, label.text));
}

// Half the length of the straight middle part of a disc with a long numeral, "1 · 2 · 3": 0 for a
// round one.
inline float CapsuleHalf_px(const DiscMark& disc) {
  if (disc.numeral.empty()) return 0;
  const float share = disc.kind == DiscKind::kCurrent ? 0.98f : 1.24f;
  const float size_px = std::max(disc.radius_px * share, 9.f);
  return std::max(TextWidth(Face::kUiBold, size_px, disc.numeral) / 2 - disc.radius_px / 2, 0.f);
}

}  // namespace meander
