// See panel.h.
#include "sounds/panel/panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "canvas/draw/figure_marks.h"
#include "canvas/figure_bar.h"
#include "canvas/theme.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/hit.h"
#include "canvas/widgets/tooltip.h"
#include "canvas/widgets/zoom_column.h"
#include "sounds/grid_marks.h"
#include "sounds/panel/sound_card.h"
#include "sounds/panel/why_card.h"
#include "sounds/panel/why_places.h"

namespace meander {
namespace {

constexpr float kDecides_px = 6;  // a drag that is no click any more
constexpr float kLevel_px = 6;    // up or down for one level of loudness
constexpr float kTurns_px = 30;   // sideways for another page

std::string Numbers(int a, int b) { return std::to_string(a) + " " + std::to_string(b); }

Point2 MousePx() {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return {at.x, at.y};
}

}  // namespace

// What a hand on the steps means shows only as it moves: a click switches, sideways paints (or, on
// a phone, turns the page), up and down on a step makes it louder or softer.
void SoundsPanel::DragSteps(const SoundsState& state, const SoundsLayout& layout, bool is_held,
                            std::vector<PanelAction>& done) {
  const Point2 at = MousePx();
  if (is_held && drag_.hand == Hand::kNone) {
    const auto under = StepUnder(layout, at);
    if (!under) {
      // Below the steps of a phone a hand can only turn the page.
      if (layout.pages > 1) drag_ = {Hand::kTurnsPage, -1, -1, at, 0, -1};
      return;
    }
    const int loudness = state.pattern.tracks[static_cast<size_t>(under->first)]
                             .steps[static_cast<size_t>(under->second)];
    drag_ = {Hand::kUndecided, under->first, under->second, at, loudness, -1};
    return;
  }
  if (drag_.hand == Hand::kNone) return;
  const Point2 way = at - drag_.from_px;
  if (!is_held) {
    if (drag_.hand == Hand::kUndecided) done.push_back({"step", Numbers(drag_.track, drag_.step)});
    if (drag_.hand == Hand::kPaints || drag_.hand == Hand::kSetsLoudness) {
      done.push_back({"paint-end", ""});
    }
    drag_ = {};
    return;
  }
  if (drag_.hand == Hand::kUndecided && Length(way) >= kDecides_px) {
    const bool is_upright = std::abs(way.y) > std::abs(way.x);
    if (is_upright && drag_.loudness > 0) {
      drag_.hand = Hand::kSetsLoudness;
    } else if (layout.is_small && layout.pages > 1) {
      drag_.hand = Hand::kTurnsPage;
    } else {
      drag_.hand = Hand::kPaints;
      drag_.loudness = drag_.loudness > 0 ? 0 : kUsualLoudness;
    }
    if (drag_.hand != Hand::kTurnsPage) done.push_back({"paint-begin", ""});
  }
  if (drag_.hand == Hand::kSetsLoudness) {
    const int wanted =
        std::clamp(drag_.loudness - static_cast<int>(std::lround(way.y / kLevel_px)), 1, kLoudest);
    if (std::exchange(drag_.told, wanted) == wanted) return;
    done.push_back({"loud", Numbers(drag_.track, drag_.step) + " " + std::to_string(wanted)});
  } else if (drag_.hand == Hand::kPaints) {
    const auto under = StepUnder(layout, at);
    if (!under) return;
    const auto paint = [&](int step) {
      done.push_back({"loud", Numbers(drag_.track, step) + " " + std::to_string(drag_.loudness)});
    };
    // A fast hand passes over steps between two frames; it stays in the lane it began in.
    const int from = drag_.told < 0 ? drag_.step : drag_.told, to = under->second;
    if (from == to && drag_.told >= 0) return;
    for (int step = std::min(from, to); step <= std::max(from, to); ++step) paint(step);
    drag_.told = to;
  } else if (drag_.hand == Hand::kTurnsPage && std::abs(way.x) > kTurns_px) {
    const int page = layout.page + (way.x < 0 ? 1 : -1);
    if (drag_.told < 0 && page >= 0 && page < layout.pages) {
      done.push_back({"page", std::to_string(page)});
    }
    drag_.told = 0;
  }
}

void SoundsPanel::DragVolume(const SoundsState& state, const SoundsLayout& layout, int track,
                             bool is_held, std::vector<PanelAction>& done) {
  if (!is_held) {
    if (volume_of_ != track) return;
    volume_of_ = -1;
    done.push_back({"paint-end", ""});
    return;
  }
  if (volume_of_ != track) {
    volume_of_ = track;
    done.push_back({"paint-begin", ""});
  }
  const Rect bar = PlacesOfLane(layout, track).volume_px;
  const float share = std::clamp((MousePx().x - bar.low.x) / bar.width(), 0.f, 1.f);
  const int volume = static_cast<int>(std::lround(share * kFullVolume));
  if (volume != state.pattern.tracks[static_cast<size_t>(track)].volume) {
    done.push_back({"volume", Numbers(track, volume)});
  }
}

void SoundsPanel::TakeHits(const SoundsState& state, const SoundsLayout& layout,
                           std::vector<PanelAction>& done) {
  for (int track = 0; track < layout.lanes && !layout.is_figure; ++track) {
    const LanePlaces places = PlacesOfLane(layout, track);
    const std::string number = std::to_string(track);
    const Rect lane{{layout.grid_px.low.x, places.top_px},
                    {layout.grid_px.high.x, places.top_px + layout.lane_px()}};
    if (HitArea("lock" + number, places.lock_px, lane).pressed) done.push_back({"lock", number});
    if (HitArea("name" + number, places.label_px, lane).pressed) done.push_back({"ring", number});
    if (places.volume_px.width() <= 0) continue;
    DragVolume(state, layout, track, HitArea("volume" + number, places.volume_px, lane).held, done);
  }
  for (int page = 0; page < layout.pages && layout.pages > 1; ++page) {
    const Rect dot = PageDotArea(layout, page);
    if (HitArea("page" + std::to_string(page), dot, dot).pressed) {
      done.push_back({"page", std::to_string(page)});
    }
  }
  // The names of a phone's lanes lie within this area: they were offered first.
  const float foot = layout.is_small ? 0 : layout.foot_px;
  const Rect steps{{layout.grid_px.low.x + layout.names_px, layout.grid_px.low.y + layout.head_px},
                   {layout.grid_px.high.x, layout.grid_px.high.y - foot}};
  DragSteps(state, layout, HitArea("steps", steps, steps).held, done);
}

// The steps went away under the hand: what it was at is over.
void SoundsPanel::LetGo(std::vector<PanelAction>& done) {
  const bool is_changing =
      drag_.hand == Hand::kPaints || drag_.hand == Hand::kSetsLoudness || volume_of_ >= 0;
  if (is_changing) done.push_back({"paint-end", ""});
  drag_ = {};
  volume_of_ = -1;
}

std::vector<PanelAction> SoundsPanel::Draw(const SoundsState& state, const View& view) {
  std::vector<PanelAction> done;
  if (!state.map.is_complete()) return done;
  const SoundsLayout layout = LayoutOf(state, view);
  const auto why = PlacesOfWhy(state, view, layout);
  // Where the map is low, that card lies over the steps, too.
  const bool is_covered = why && why->card_px.high.y > layout.map_px.high.y;
  if (layout.grid_px.width() > 0 && !is_covered) {
    Card card("grid", layout.below_px, 0, Card::Ground::kNone);
    Figure marks;
    marks.pixel_ratio = view.viewport.pixel_ratio;
    AddGrid(state, layout, MomentNow(state, view), true, marks);
    card.list()->PushClipRectFullScreen();
    DrawFigureMarks(marks, view.theme, card.list());
    card.list()->PopClipRect();
    if (!view.is_locked) TakeHits(state, layout, done);
  } else {
    LetGo(done);
  }
  DrawSoundCard(state, view, layout, done);
  DrawWhyCard(state, view, layout, why_part_, done);
  return done;
}

std::vector<Rect> SoundsPanel::Boxes(const SoundsState& state, const View& view) const {
  const SoundsLayout layout = LayoutOf(state, view);
  std::vector<Rect> boxes{layout.below_px};
  const float right = view.viewport.width_px;
  if (layout.is_figure) {
    boxes.push_back(FigureBarBox(view));
    if (right >= 560 && !view.is_locked) {
      const Point2 zoom = ZoomColumnSize(false);
      const Point2 corner{right - kFigureZoomEdge_px, kFigureZoomEdge_px};
      boxes.push_back({corner - Point2{zoom.x, 0}, corner + Point2{0, zoom.y}});
    }
    return boxes;
  }
  constexpr float kEdge_px = 18;
  if (layout.is_phone) {
    boxes.push_back({{right - 64, 8}, {right - 8, 64}});    // search
    boxes.push_back({{right - 64, 76}, {right - 8, 116}});  // a sound of one's own
  } else {
    boxes.push_back({{kEdge_px, kEdge_px}, {kEdge_px + 300, 60}});
    boxes.push_back({{right - 215, kEdge_px}, {right - kEdge_px, 60}});
    boxes.push_back({{kEdge_px, layout.map_px.high.y - 34}, {330, layout.map_px.high.y}});
    const Point2 size = ZoomColumnSize(true);
    const Point2 corner{right - kEdge_px, layout.map_px.high.y - kEdge_px};
    boxes.push_back({corner - size, corner});
  }
  if (const auto why = PlacesOfWhy(state, view, layout)) boxes.push_back(why->card_px);
  if (const auto card = SoundCardBox(state, view, layout)) boxes.push_back(*card);
  return boxes;
}

}  // namespace meander
