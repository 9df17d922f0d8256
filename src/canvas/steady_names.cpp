// See steady_names.h.
#include "canvas/steady_names.h"

#include <algorithm>
#include <optional>

#include "canvas/label_box.h"

namespace meander {
namespace {

constexpr LabelPlace kSides[] = {LabelPlace::kAbove, LabelPlace::kBelow, LabelPlace::kRight,
                                 LabelPlace::kLeft};
constexpr float kFurther_px = 7;
constexpr float kDiscToName_px = 3;  // what a stop's name leaves free beside its disc
constexpr float kEdge_px = 24;       // a card this near an edge leaves no room for names behind it

Rect Widened(Rect box, float by_px) {
  return {box.low - Point2{by_px, by_px}, box.high + Point2{by_px, by_px}};
}

LabelMark Placed(LabelMark name, LabelPlace side, float further_px) {
  name.place = side;
  name.distance_px += further_px;
  return name;
}

Standing NameStanding(const LabelMark& label, float gap_px) {
  return {label.at, Widened(LabelBoxAt(label, {}).bounds_px, gap_px)};
}

Standing DiscStanding(const LabelMark& stop) {
  const float radius_px = stop.distance_px - kDiscToName_px, half_px = radius_px + stop.aside_px;
  return {stop.at, {{-half_px, -radius_px}, {half_px, radius_px}}};
}

// A name that slid under a card shall not look out behind it.
Rect ReachingTheEdge(Rect card, const Rect& open_px) {
  if (card.low.x < open_px.low.x + kEdge_px) card.low.x = open_px.low.x;
  if (card.low.y < open_px.low.y + kEdge_px) card.low.y = open_px.low.y;
  if (card.high.x > open_px.high.x - kEdge_px) card.high.x = open_px.high.x;
  if (card.high.y > open_px.high.y - kEdge_px) card.high.y = open_px.high.y;
  return card;
}

// What is not covered by the page's own bars and sheets.
Rect OpenPart(const Viewport& viewport) {
  return {
      {viewport.inset_left_px, viewport.inset_top_px},
      {viewport.width_px - viewport.inset_right_px, viewport.height_px - viewport.inset_bottom_px}};
}

bool TouchesAny(const Rect& box, std::span<const Rect> others) {
  return std::ranges::any_of(others, [&](const Rect& other) { return box.Overlaps(other); });
}

// What stands there, and in which scales: stops that share a disc have one name together, then each
// its own.
struct Held : Standing {
  ScaleRange when;
};

}  // namespace

// One view, and what is taken in it so far.
struct SteadyNames::Frame {
  Camera camera;
  Viewport viewport;
  Rect open_px;
  float scale, fit_pixels_per_world;
  std::vector<Rect> cards;
  // Names that a stop's may push away, and how much they count.
  std::vector<std::pair<Rect, int>> planned;
  std::vector<Held> standing;  // discs and names of stops
  std::vector<LabelMark> names;

  Rect BoxOf(const LabelMark& label) const {
    return LabelBoxAt(label, ScreenFromWorld(camera, viewport, label.at)).bounds_px;
  }
  // Whole inside the chart and off its cards.
  bool IsFree(const Rect& box) const {
    constexpr float kGap_px = 2;
    return box.low.x >= open_px.low.x + kGap_px && box.low.y >= open_px.low.y + kGap_px &&
           box.high.x <= open_px.high.x - kGap_px && box.high.y <= open_px.high.y - kGap_px &&
           !TouchesAny(Widened(box, 1), cards);
  }
  bool MeetsAName(const Rect& box) const {
    return std::ranges::any_of(names,
                               [&](const LabelMark& name) { return BoxOf(name).Overlaps(box); });
  }
  int WeightOf(const Rect& box) const {
    int weight = 0;
    for (const auto& [other, its_weight] : planned) weight += other.Overlaps(box) ? its_weight : 0;
    return weight;
  }
  // Touches nothing that stands there, now or at any larger scale.
  bool StaysClear(const Standing& name) const {
    return std::ranges::all_of(standing, [&](const Standing& other) {
      return scale >= ScaleOfSeparation(name, other, fit_pixels_per_world);
    });
  }
  // The longest stretch of the label's scales in which nothing touches it; one with the whole map
  // in view is better than any other.
  ScaleRange ClearScales(const LabelMark& label) const {
    const ScaleRange all{label.scale_from, std::min(label.scale_to, kGreatestScale * 1.01f)};
    const Standing name = NameStanding(label, 0);
    std::vector<ScaleRange> touches;
    for (const Held& other : standing) {
      ScaleRange touch = ScalesOfTouch(name, other, fit_pixels_per_world);
      touch.from = std::max(touch.from, other.when.from);
      touch.to = std::min(touch.to, other.when.to);
      if (touch.to > std::max(touch.from, all.from) && touch.from < all.to)
        touches.push_back(touch);
    }
    std::ranges::sort(touches, {}, &ScaleRange::from);
    touches.push_back({all.to, all.to});
    ScaleRange best{0, 0};
    float from = all.from;
    for (const ScaleRange& touch : touches) {
      const bool is_better = !best.Contains(1) && touch.from * best.from > best.to * from;
      const ScaleRange gap{from, std::min(touch.from, all.to)};
      if (gap.to > gap.from && (gap.Contains(1) || best.to == 0 || is_better)) best = gap;
      from = std::max(from, touch.to);
    }
    return best;
  }
};

std::vector<LabelMark> SteadyNames::Choose(const WantedNames& wanted, const Camera& camera,
                                           const Camera& fit, const Viewport& viewport) {
  ForgetIfOther(wanted, fit.pixels_per_world);
  const Rect open_px = OpenPart(viewport);
  Frame frame{camera, viewport, open_px, RelativeScale(camera, fit), fit.pixels_per_world, {},
              {},     {},       {}};
  for (const Rect& card : wanted.cards) frame.cards.push_back(ReachingTheEdge(card, open_px));
  for (const LabelMark& stop : wanted.stops) frame.standing.push_back({DiscStanding(stop), {}});
  for (const LabelMark& label : wanted.plan) {
    if (frame.scale < label.scale_from || frame.scale >= label.scale_to) continue;
    const Rect box = frame.BoxOf(label);
    if (!frame.IsFree(box) || !(stops_are_new_ || WasShown(label))) continue;
    frame.planned.emplace_back(Widened(box, kLabelGap_px),
                               label.face == Face::kRegionItalic ? 20 : 1);
  }
  PlaceStops(wanted, frame);
  AddPlanned(wanted, frame);
  shown_ = frame.names;
  last_scale_ = frame.scale;
  last_camera_ = camera;
  return std::move(frame.names);
}

void SteadyNames::ForgetIfOther(const WantedNames& wanted, float fit_pixels_per_world) {
  std::vector<Name> stops;
  for (const LabelMark& stop : wanted.apart) stops.emplace_back(stop.text, stop.item);
  stops_are_new_ = stops != known_stops_ || fit_pixels_per_world != known_fit_ ||
                   wanted.places_version != known_places_;
  if (!stops_are_new_) return;
  known_stops_ = std::move(stops);
  known_fit_ = fit_pixels_per_world;
  known_places_ = wanted.places_version;
  kept_to_.clear();
  aside_.clear();
}

bool SteadyNames::WasShown(const LabelMark& label) const {
  return std::ranges::any_of(shown_,
                             [&](const LabelMark& other) { return IsSameName(label, other); });
}

bool SteadyNames::MayShow(const LabelMark& label, float scale) const {
  const auto kept = kept_to_.find({label.text, label.item});
  return kept == kept_to_.end() || kept->second.Contains(scale);
}

void SteadyNames::NoteLoss(const LabelMark& label, float scale) {
  if (!WasShown(label) || scale == last_scale_) return;
  ScaleRange& kept_to = kept_to_[{label.text, label.item}];
  if (scale > last_scale_) {
    kept_to.to = std::min(kept_to.to, scale);
  } else {
    kept_to.from = std::max(kept_to.from, last_scale_);
  }
}

bool SteadyNames::PlaceStop(const LabelMark& name, bool is_first, const WantedNames& wanted,
                            Frame& frame) {
  const auto take = [&](Side side) {
    const LabelMark placed = Placed(name, side.first, side.second);
    frame.standing.push_back({NameStanding(placed, kLabelGap_px), {}});
    frame.names.push_back(placed);
    sides_[{name.text, name.item}] = side;
    return true;
  };
  if (const auto known = sides_.find({name.text, name.item}); known != sides_.end()) {
    const LabelMark there = Placed(name, known->second.first, known->second.second);
    const Rect box = frame.BoxOf(there);
    const bool is_clear = frame.StaysClear(NameStanding(there, 0));
    // The reader's own place may lie so near another that at some scale its name will have to move
    // whatever the side: until then it does not.
    const bool holds = is_first && !stops_are_new_ && WasShown(name);
    const bool stays = is_clear || (holds && !TouchesAny(box, wanted.discs));
    if (stays && frame.IsFree(box)) return take(known->second);
    // Only cut off by an edge or a card it does not jump about: it comes back with its room.
    if (is_clear && !is_first && !stops_are_new_) return false;
  }
  // The side on which the least has to give way; while the map is moved nothing has to, but for the
  // name of the reader's own place, which is always there.
  const int most = is_first || stops_are_new_ ? 1000 : 0;
  for (const bool looks_ahead : {true, false}) {
    std::optional<Side> best;
    int least = most + 1;
    for (const float further_px : {0.f, kFurther_px}) {
      for (const LabelPlace place : kSides) {
        const LabelMark trial = Placed(name, place, further_px);
        const Rect box = frame.BoxOf(trial);
        const bool is_clear =
            looks_ahead ? frame.StaysClear(NameStanding(trial, 0)) : !TouchesAny(box, wanted.discs);
        const int weight = is_clear && frame.IsFree(box) ? frame.WeightOf(box) : most + 1;
        if (weight >= least) continue;
        least = weight;
        best = {place, further_px};
      }
    }
    if (best) return take(*best);
    if (!is_first) break;
  }
  NoteLoss(name, frame.scale);
  return false;
}

void SteadyNames::PlaceStops(const WantedNames& wanted, Frame& frame) {
  if (wanted.stops.empty()) return;
  // The reader's own place has its name always; after it those that are shown keep theirs.
  std::vector<LabelMark> order(wanted.stops.begin(), wanted.stops.end());
  std::stable_partition(order.begin() + 1, order.end(),
                        [&](const LabelMark& label) { return WasShown(label); });
  PlaceStop(order[0], true, wanted, frame);
  for (const LabelMark& name : std::span(order).subspan(1)) {
    if (MayShow(name, frame.scale)) PlaceStop(name, false, wanted, frame);
  }
}

// The name where it was, or where it was planned, or aside; as planned where nothing is free. None
// begins to look for another place while the map is moved.
LabelMark SteadyNames::WithRoom(const LabelMark& planned, std::span<const LabelMark> plan,
                                const Frame& frame) {
  LabelMark there = planned;
  const Name name{planned.text, planned.item};
  if (const auto known = aside_.find(name); known != aside_.end()) there.at = known->second;
  const auto fits = [&](const LabelMark& label) {
    return frame.IsFree(frame.BoxOf(label)) && frame.ClearScales(label).Contains(frame.scale);
  };
  const bool may_look = stops_are_new_ || frame.camera == last_camera_;
  if (!may_look || fits(there)) return there;
  aside_.erase(name);
  there.at = planned.at;
  if (fits(there)) return there;
  const auto is_free = [&](const LabelMark& trial) {
    return fits(trial) && !frame.MeetsAName(frame.BoxOf(trial));
  };
  const auto aside = PlaceAside(planned, plan, frame.camera, frame.scale, frame.viewport, is_free);
  if (aside) there.at = aside_[name] = *aside;
  return there;
}

void SteadyNames::AddPlanned(const WantedNames& wanted, Frame& frame) {
  const auto has = [](std::span<const LabelMark> names, const LabelMark& wanted_name) {
    return std::ranges::any_of(
        names, [&](const LabelMark& other) { return IsSameName(other, wanted_name); });
  };
  const auto scale_of_parting = [&](const LabelMark& name) {
    float nearest = 1e9f;
    for (const LabelMark& stop : wanted.apart) {
      const bool is_other = stop.at != name.at && !has(wanted.stops, stop);
      if (is_other) nearest = std::min(nearest, Distance(stop.at, name.at));
    }
    return wanted.shared_within_px / (nearest * frame.fit_pixels_per_world);
  };
  // A name of several stops is there until they part.
  const size_t discs = wanted.stops.size();
  for (size_t i = 0; i < frame.names.size(); ++i) {
    if (has(wanted.apart, frame.names[i])) continue;
    const float parting = std::max(scale_of_parting(frame.names[i]), frame.scale * 1.001f);
    frame.standing[discs + i].when.to = parting;
  }
  // What zooming in will bring takes its room already.
  for (const LabelMark& stop : wanted.apart) {
    frame.standing.push_back({DiscStanding(stop), {}});
    if (has(frame.names, stop)) continue;
    const auto known = sides_.find({stop.text, stop.item});
    const auto [side, further_px] =
        known != sides_.end() ? known->second : Side{LabelPlace::kAbove, 0.f};
    const float from = has(wanted.stops, stop) ? 0 : scale_of_parting(stop);
    frame.standing.push_back(
        {NameStanding(Placed(stop, side, further_px), kLabelGap_px), {from, 1e9f}});
  }
  const size_t most = frame.names.size() + LabelLimit(frame.viewport);
  std::vector<Rect> aside_px;  // the plan does not know of these
  for (const LabelMark& label : wanted.plan) {
    if (frame.names.size() == most) break;
    if (frame.scale < label.scale_from || frame.scale >= label.scale_to) continue;
    const LabelMark there = WithRoom(label, wanted.plan, frame);
    const Rect box = frame.BoxOf(there);
    if (!frame.IsFree(box)) continue;
    // One that stands aside may meet names that the plan had kept from it, and they may meet it.
    const bool meets = TouchesAny(box, aside_px) || (there.at != label.at && frame.MeetsAName(box));
    if (meets || !frame.ClearScales(there).Contains(frame.scale)) {
      NoteLoss(there, frame.scale);
    } else if (MayShow(there, frame.scale)) {
      if (there.at != label.at) aside_px.push_back(Widened(box, kLabelGap_px));
      frame.names.push_back(there);
    }
  }
}

}  // namespace meander
