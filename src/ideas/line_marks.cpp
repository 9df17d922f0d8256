// See line_marks.h; widths, radii and dashes are those of the design's §8.
#include "ideas/line_marks.h"

#include <algorithm>

#include "canvas/curve.h"
#include "ideas/duet_marks.h"
#include "ideas/tour_marks.h"

namespace meander {
namespace {

constexpr float kCasing_px = 4.6f, kLit_px = 1.6f;
constexpr double kExampleLine_s = 3, kExampleDelay_s = 0.8;

// The part to come is there as well, thin, while a replay runs or a tour is on.
bool ShowsWhatComes(const IdeasState& state) {
  return state.replay.is_open || state.tour.is_on || ShowsDuet(state);
}

void AddHops(const IdeasState& state, const std::vector<int>& line, float drawn, Scene& scene) {
  std::vector<Point2> places;
  for (const int stop : line) {
    places.push_back(state.map.PlaceOf(state.journey.stops[static_cast<size_t>(stop)].item));
  }
  const std::vector<Curve> curves = HopCurves(places);
  const std::vector<uint32_t> items = ItemsOf(state.journey);
  // Pointed at, a stop of both journeys lights the way to it.
  const uint32_t lit = IsMeeting(state, state.pointed) ? state.pointed : kNoItem;
  const auto hops = static_cast<float>(curves.size());
  for (size_t i = 0; i < curves.size(); ++i) {
    const float from = static_cast<float>(i) / hops, to = static_cast<float>(i + 1) / hops;
    const float share = std::clamp(drawn * hops - static_cast<float>(i), 0.f, 1.f);
    if (curves[i].from == curves[i].to) continue;
    if (ShowsWhatComes(state) && share < 1) {
      // The part to come: thin, half there.
      StrokeMark ahead;
      ahead.from = curves[i].from;
      ahead.control = curves[i].control;
      ahead.to = curves[i].to;
      ahead.width_from_px = ahead.width_to_px = 1.6f;
      ahead.paint = {Token::kAccent, 0.5f};
      ahead.casing_px = 3;
      ahead.drawn_from = share;
      scene.strokes.push_back(ahead);
    }
    if (share <= 0) continue;
    const bool is_old = i + kMostStrongHops < curves.size();
    StrokeMark stroke;
    stroke.from = curves[i].from;
    stroke.control = curves[i].control;
    stroke.to = curves[i].to;
    stroke.width_from_px = is_old ? 1.4f : 2.1f + 1.7f * from;
    stroke.width_to_px = is_old ? 1.4f : 2.1f + 1.7f * to;
    stroke.paint = {Token::kAccent, is_old ? 0.4f : 0.62f + 0.38f * to};
    stroke.casing_px = kCasing_px;
    stroke.drawn_to = share;
    stroke.chevron = share >= 1;
    if (items[i + 1] == lit) {
      stroke.width_from_px += kLit_px;
      stroke.width_to_px += kLit_px;
      stroke.paint.opacity = 1;
    }
    scene.strokes.push_back(stroke);
  }
}

void AddSideTrips(const IdeasState& state, const std::vector<int>& line, Scene& scene) {
  for (int i = 0; i < static_cast<int>(state.journey.stops.size()); ++i) {
    const Stop& stop = state.journey.stops[static_cast<size_t>(i)];
    if (std::find(line.begin(), line.end(), i) != line.end()) continue;
    const Point2 at = state.map.PlaceOf(stop.item);
    scene.discs.push_back({at, DiscKind::kSmall, 5, {Token::kAccent, 1}, {}, 0, stop.item});
    if (stop.parent < 0) continue;
    const Point2 from =
        state.map.PlaceOf(state.journey.stops[static_cast<size_t>(stop.parent)].item);
    const Curve curve = ArcBetween(from, at, 0.14f);
    StrokeMark stroke;
    stroke.from = curve.from;
    stroke.control = curve.control;
    stroke.to = curve.to;
    stroke.width_from_px = stroke.width_to_px = 1.8f;
    stroke.paint = {Token::kAccent, 1};
    stroke.casing_px = kCasing_px;
    stroke.dash_px = 6;
    stroke.gap_px = 5;
    stroke.chevron = true;
    scene.strokes.push_back(stroke);
  }
}

}  // namespace

float DrawnShare(const IdeasState& state, const View& view) {
  if (state.replay.is_open) {
    const size_t all = std::max<size_t>(MainLine(state.journey).size(), 2) - 1;
    return state.replay.at / static_cast<float>(all);
  }
  if (state.tour.is_on) return TourShare(state, view);
  if (ShowsDuet(state)) {
    return state.duet.is_swapped ? TheirShare(state.duet) : OwnShare(state.duet);
  }
  if (view.reduced_motion || state.grow_from_s < 0) return 1;
  const size_t hops = std::max<size_t>(MainLine(state.journey).size(), 2) - 1;
  const double elapsed_s = view.now_s - state.grow_from_s;
  if (state.grows_whole_line) {
    return static_cast<float>(std::clamp((elapsed_s - kExampleDelay_s) / kExampleLine_s, 0.0, 1.0));
  }
  // The newest hop takes longer the farther it leads in truth.
  const Stop& stop = state.journey.stops[static_cast<size_t>(std::max(state.journey.current, 0))];
  const double length = stop.length == kUnknownLength ? 0.5 : std::clamp(stop.length, 0.f, 1.f);
  const double share = std::clamp(elapsed_s / (0.42 + 0.48 * length), 0.0, 1.0);
  const double eased = share * share * (3 - 2 * share);
  return static_cast<float>((static_cast<double>(hops) - 1 + eased) / static_cast<double>(hops));
}

bool HasNumeral(size_t stops, const StopGroup& group) {
  if (stops <= kMostNumerals || group.holds_current) return true;
  const int last = static_cast<int>(stops) - 1;
  return std::ranges::any_of(
      group.places, [&](int place) { return place == 0 || place == last || (place + 1) % 5 == 0; });
}

std::vector<StopGroup> GroupStops(const IdeasState& state, const View& view) {
  const std::vector<int> line = MainLine(state.journey);
  std::vector<Point2> places;
  for (const int stop : line) {
    places.push_back(state.map.PlaceOf(state.journey.stops[static_cast<size_t>(stop)].item));
  }
  std::vector<StopGroup> groups = GroupPlaces(places, view);
  for (StopGroup& group : groups) {
    group.holds_current = std::ranges::any_of(group.places, [&](int place) {
      return line[static_cast<size_t>(place)] == state.journey.current;
    });
  }
  return groups;
}

void AddJourney(const IdeasState& state, const View& view, Scene& scene) {
  AddOther(state, scene);
  AddTourLeft(state, scene);
  if (state.journey.is_empty()) return;
  const std::vector<int> line = MainLine(state.journey);
  const float drawn = DrawnShare(state, view);
  AddSideTrips(state, line, scene);
  AddHops(state, line, drawn, scene);
  const auto hops = static_cast<float>(std::max<size_t>(line.size(), 2) - 1);
  for (const StopGroup& group : GroupStops(state, view)) {
    // A stop appears when the line has reached it.
    const bool is_reached = static_cast<float>(group.places.front()) <= drawn * hops + 1e-3f;
    if (!is_reached && !ShowsWhatComes(state)) continue;
    const bool has_numeral = HasNumeral(line.size(), group);
    DiscMark disc;
    disc.at = group.at_in_world;
    disc.kind = group.holds_current ? DiscKind::kCurrent
                : has_numeral       ? DiscKind::kStop
                                    : DiscKind::kSmall;
    disc.radius_px = group.holds_current ? 11.f : has_numeral ? 8.f : 4.f;
    if (has_numeral) disc.numeral = NumeralOf(group);
    const int stop = line[static_cast<size_t>(group.places.back())];
    disc.item = state.journey.stops[static_cast<size_t>(stop)].item;
    scene.discs.push_back(std::move(disc));
  }
  // "Your turn": the end of the example's line pulses once.
  const double since_s = view.now_s - state.grow_from_s - kExampleDelay_s - kExampleLine_s;
  if (state.is_example && state.grows_whole_line && since_s > 0 && since_s < 0.9 &&
      !view.reduced_motion) {
    const Stop& last = state.journey.stops[static_cast<size_t>(line.back())];
    scene.discs.push_back({state.map.PlaceOf(last.item),
                           DiscKind::kPulse,
                           11,
                           {Token::kAccent, 1},
                           {},
                           static_cast<float>(since_s / 0.9),
                           kNoItem});
  }
}

}  // namespace meander
