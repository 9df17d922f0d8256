// The rules for dots.
#include "canvas/dot_look.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

// Mean pixels from dot to dot, were they spread over the whole chart: where contours begin to fade
// and are gone, and where dots have all of their ink.
constexpr float kContoursFade_px = 6, kContoursGone_px = 48;
constexpr float kDotsPale_px = 2.2f, kDotsFull_px = 7;
constexpr float kStrongest = 1.6f;  // of contours, far off
constexpr float kPalest = 0.5f;     // of dots

// 0 at `low`, 1 at `high`, smoothly by the logarithm between.
float Rise(float value, float low, float high) {
  const float share = std::clamp(std::log(value / low) / std::log(high / low), 0.f, 1.f);
  return share * share * (3 - 2 * share);
}

}  // namespace

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
  const float apart_px = std::max(chart_side_px, 1.f) * std::max(scale, 0.01f) /
                         std::sqrt(static_cast<float>(std::max<size_t>(count, 1)));
  look.opacity *= kPalest + (1 - kPalest) * Rise(apart_px, kDotsPale_px, kDotsFull_px);
  look.contours = kStrongest * (1 - Rise(apart_px, kContoursFade_px, kContoursGone_px));
  return look;
}

}  // namespace meander
