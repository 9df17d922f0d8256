// Which names a chart shows. Every name of the static plan has one interval of scale, decided once
// for the whole map (Been, Daiches and Yap 2006): it appears at some zoom and stays for every
// larger one until its level ends, so names never flicker. Which of the plan a living map shows,
// and where names of stops go in it, is said by steady_names.h, which remembers the frame before;
// what is drawn once (letters, posters) chooses with VisibleLabels().
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "canvas/camera.h"
#include "canvas/scene.h"

namespace meander {

// Scale intervals of the design, relative to the fit.
struct LabelLevel {
  float scale_from, scale_to;
};
inline constexpr LabelLevel kRegionLevel{0.5f, 3.2f};
inline constexpr LabelLevel kSubRegionLevel{0.9f, 7.f};
inline constexpr LabelLevel kTitleLevel{2.4f, 1e9f};
inline constexpr float kLabelGap_px = 3;

// What stands at a place of the map with a size of its own on the screen, whatever the zoom.
struct Standing {
  Point2 at;       // world
  Rect around_px;  // relative to the place, y down
};
// The scale (1 = fit) from which on two such never touch again; 0: they never do; 1e9: always.
float ScaleOfSeparation(const Standing& a, const Standing& b, float fit_pixels_per_world);

// A stretch of scales; empty when it does not end after its beginning.
struct ScaleRange {
  float from = 0, to = 1e9f;

  bool Contains(float scale) const { return scale >= from && scale < to; }
};
// Where the two touch: on the way closer they may, one beside the other, pass one another.
ScaleRange ScalesOfTouch(const Standing& a, const Standing& b, float fit_pixels_per_world);

using WidthOf = std::function<float(Face, float size_px, std::string_view)>;

// `candidates`: highest priority first, each with its level's interval in scale_from / scale_to.
// Returns those that get a place at some scale, with scale_from raised to where they no longer
// touch any name of higher priority that is shown there, and a view around them does not hold about
// as many of those as LabelLimit() allows; in the order in which they appear.
// `fit_pixels_per_world` fixes what scale 1 is.
std::vector<LabelMark> PlanLabels(std::span<const LabelMark> candidates, float fit_pixels_per_world,
                                  const Viewport& viewport, const WidthOf& width_of);

// Where else the name of a region stands while something lies on its anchor: the nearest place of
// the world around it that is nearer to its own anchor than to that of any other region, touches
// none of the `plan`'s names that are shown at `scale`, and `is_free` for the name there. None for
// names of anything else, which mean the place that they stand at, and for regions whose anchor is
// outside the chart.
std::optional<Point2> PlaceAside(const LabelMark& name, std::span<const LabelMark> plan,
                                 const Camera& camera, float scale, const Viewport& viewport,
                                 const std::function<bool(const LabelMark&)>& is_free);

// The names of `plan` for one view: in interval, inside the chart (never cut by its edge), not
// touching `placed` (screen boxes of stops' names, cards, discs), at most `limit`, in the plan's
// order. A region's name that would touch stands aside if it can.
std::vector<LabelMark> VisibleLabels(std::span<const LabelMark> plan, const Camera& camera,
                                     const Camera& fit, const Viewport& viewport,
                                     std::span<const Rect> placed, size_t limit);

// Places names beside their discs: the first of eight positions that is inside the chart and
// touches neither an earlier name nor a disc; the position a name had in `before` is tried first,
// so that names do not jump about while the map moves. `boxes` gets what is taken. Names without
// room are left out.
std::vector<LabelMark> PlaceStopNames(std::span<const LabelMark> names, const Camera& camera,
                                      const Viewport& viewport, std::vector<Rect>& boxes,
                                      std::span<const LabelMark> before = {});

bool IsSameName(const LabelMark& a, const LabelMark& b);

// How many names a chart of this size carries: 70, 24 on phones, 14 in small embeds.
size_t LabelLimit(const Viewport& viewport);

// Fades names in and out over 120 ms as they come and go; keyed by item and text.
class LabelFader {
 public:
  // Replaces what should be visible; names that are no longer wanted stay and fade.
  void SetWanted(std::vector<LabelMark> wanted, double now_s, bool reduced_motion);
  bool Advance(double now_s);  // true while fading
  const std::vector<LabelMark>& labels() const { return labels_; }

 private:
  std::vector<LabelMark> labels_;
  std::vector<bool> is_wanted_;
  double moved_at_s_ = 0;
};

}  // namespace meander
