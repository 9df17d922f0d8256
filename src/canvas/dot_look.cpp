// The rules for dots.
#include "canvas/dot_look.h"

#include <algorithm>
#include <cmath>

namespace meander {

DotLook DotLookFor(size_t count, float scale, float chart_side_px, ThemeKind theme) {
  // 0 at ten thousand dots, 1 at a hundred thousand, 2 at a million.
  const float crowd =
      std::clamp(std::log10(static_cast<float>(std::max<size_t>(count, 1)) / 1e4f), 0.f, 2.f);
  const float room = std::clamp(std::sqrt(chart_side_px / 744), 0.74f, 1.f);
  const float growth = room * std::clamp(std::pow(std::max(scale, 1.f), 0.3f), 1.f, 1.6f);
  DotLook look;
  look.least_radius_px = (1.2f - 0.3f * crowd) * growth;
  look.greatest_radius_px = (2.1f - 0.6f * crowd) * growth;
  const float base = theme == ThemeKind::kDark ? 0.74f : 0.78f;
  look.opacity = base - 0.23f * std::min(crowd, 1.f) - 0.15f * std::max(crowd - 1, 0.f);
  return look;
}

}  // namespace meander
