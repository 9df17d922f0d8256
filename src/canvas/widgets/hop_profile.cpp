// Arcs on a line.
#include "canvas/widgets/hop_profile.h"

#include <algorithm>
#include <cmath>

#include "canvas/draw/marks.h"
#include "canvas/theme.h"

namespace meander {
namespace {

constexpr float kStopRadius_px = 3.4f;

}  // namespace

void DrawHopProfile(ImDrawList* list, const Rect& in_px, std::span<const float> hops,
                    const HopProfileOptions& options) {
  if (hops.empty()) return;
  const float soft = 1 / std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.25f);
  // Even a short hop keeps room for its two stops.
  constexpr float kLeast = 0.35f;
  float sum = 0, highest = 1e-6f;
  for (const float hop : hops) {
    sum += kLeast + hop;
    highest = std::max(highest, hop);
  }
  const float ground = in_px.high.y - kStopRadius_px - 1;
  const float width = in_px.width() - 2 * (kStopRadius_px + 1);
  // Stops shrink when there are more of them than the width holds.
  const float stop_radius =
      std::clamp(width / (4.2f * static_cast<float>(hops.size())), 1.6f, kStopRadius_px);
  const ImU32 accent = UiColor(Token::kAccent), raised = UiColor(Token::kRaised);
  const float drawn_hops = options.progress * static_cast<float>(hops.size());
  Mesh arcs, stops;
  float x = in_px.low.x + kStopRadius_px + 1;
  for (size_t i = 0; i < hops.size(); ++i) {
    const float next = x + width * (kLeast + hops[i]) / sum;
    const float height = (ground - in_px.low.y - 2) * (0.3f + 0.7f * hops[i] / highest);
    const Point2 from{x, ground}, to{next, ground}, control{(x + next) / 2, ground - 2 * height};
    const Polyline curve = FlattenQuadratic(from, control, to);
    const float share = std::clamp(drawn_hops - static_cast<float>(i), 0.f, 1.f);
    const bool longest = static_cast<int>(i) == options.longest;
    if (longest && share >= 1) AddConvex(curve.points_px, soft, UiColor(Token::kAccentSoft), arcs);
    const float line = longest ? 2.6f : 1.5f;
    AddStroke(curve, {0, curve.length_px() * share, line, line, true, soft}, accent, arcs);
    AddDisc(from, stop_radius + 0.7f, soft, accent, stops);
    AddDisc(from, stop_radius - 0.7f, soft, raised, stops);
    if (i + 1 == hops.size()) AddDisc(to, stop_radius + 1.4f, soft, accent, stops);
    x = next;
  }
  AddMesh(arcs, list);
  AddMesh(stops, list);
}

}  // namespace meander
