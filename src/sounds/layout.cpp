// See layout.h.
#include "sounds/layout.h"

#include "canvas/figure_bar.h"
#include "canvas/page_parts.h"

namespace meander {
namespace {

constexpr float kSmallGrid_px = 560;  // narrower ones show half a bar
constexpr float kFoot_px = 40;
// A figure too low for a map has the lanes alone.
constexpr float kLeastMap_px = 60;
// A phone's lanes that are lower have no room for names above their steps.
constexpr float kNamesAbove_px = 45, kNamesBeside_px = 84;

}  // namespace

SoundsLayout LayoutOf(const SoundsState& state, const View& view) {
  SoundsLayout layout;
  const Viewport& chart = view.viewport;
  const bool is_figure = IsFigure(view);
  float bottom = chart.height_px - chart.inset_bottom_px;
  if (is_figure && bottom < kLeastMap_px) bottom = 0;
  layout.map_px = {{0, 0}, {chart.width_px, bottom}};
  const float end = is_figure ? FigureBarBox(view).low.y : chart.height_px;
  layout.lanes = state.track_count();
  layout.is_figure = is_figure;
  layout.is_phone = IsPhone(view);
  layout.below_px = {{0, bottom}, {chart.width_px, chart.height_px}};
  if (end - bottom < 40 || layout.lanes == 0) return layout;
  const bool is_wide = !is_figure && view.page_width_px >= kWide_px;
  const bool is_low =
      !is_figure && !is_wide && view.page_width_px >= kBeside_px && view.page_height_px <= kLow_px;
  // On a tablet the page's own row of controls lies between map and steps.
  const float row = is_wide || is_figure || is_low || layout.is_phone ? 0.f : kTransportRow_px;
  const float left = is_low && layout.is_phone ? kDockWidth_px
                     : is_wide || is_low       ? kTransportWidth_px
                     : is_figure               ? 12.f
                                               : 16.f;
  const float right = is_wide ? kKeepWidth_px + 4 : is_figure ? 12.f : 16.f;
  layout.grid_px = {{left, bottom + row}, {chart.width_px - right, end}};
  const float width = layout.grid_px.width();
  layout.is_small = width < kSmallGrid_px && !is_figure;
  layout.steps_shown = width < 480 && !is_low ? kBarSteps / 2 : kBarSteps;
  layout.pages = std::max(1, state.pattern.step_count / layout.steps_shown);
  // Where the keyboard is can be seen.
  layout.page =
      state.grid_focus ? state.grid_focus->second / layout.steps_shown : state.page_of_steps;
  layout.page = std::clamp(layout.page, 0, layout.pages - 1);
  layout.head_px = is_figure ? 14.f : is_wide ? 44.f : 26.f;
  layout.names_px = layout.is_small ? 0.f : is_figure ? 72.f : 184.f;
  layout.foot_px = is_figure           ? 0.f
                   : layout.pages == 1 ? (is_wide ? 6.f : 0.f)
                   : is_wide || is_low ? 22.f
                                       : kFoot_px;
  if (layout.is_small && layout.lane_px() < kNamesAbove_px) layout.names_px = kNamesBeside_px;
  return layout;
}

}  // namespace meander
