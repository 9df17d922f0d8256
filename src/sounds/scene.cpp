// See scene.h. Measures from the design's §8 and its mocks.
#include "sounds/scene.h"

#include <algorithm>
#include <cmath>

#include "canvas/colors.h"
#include "canvas/page_parts.h"
#include "sounds/scene_rings.h"
#include "sounds/why_scene.h"

namespace meander {
namespace {

constexpr float kQuiet = 0.6f;  // of the line between rings that is not being walked
constexpr size_t kMostRays = 5;

// The order in which the line goes from ring to ring: as their first hits come.
std::vector<int> RingOrder(const SoundsState& state) {
  std::vector<std::pair<int, int>> first;  // step, track
  for (int track = 0; track < state.track_count(); ++track) {
    if (ItemOfTrack(state, track) == kNoItem) continue;
    const Track& one = state.pattern.tracks[static_cast<size_t>(track)];
    int step = 0;
    while (step < state.pattern.step_count && one.steps[static_cast<size_t>(step)] == 0) ++step;
    first.emplace_back(step, track);
  }
  std::ranges::sort(first);
  std::vector<int> order;
  for (const auto& [step, track] : first) order.push_back(track);
  return order;
}

// The hop that is under way: from the ring that was hit last to the one that is hit next.
struct Hop {
  int from = -1, to = -1;
  float share = 0;
};

Hop HopNow(const SoundsState& state, const BeatMoment& moment) {
  const float place = moment.place;
  if (place < 0 || state.track_count() == 0) return {};
  const int count = state.pattern.step_count;
  const auto hit_at = [&](int step) {
    for (int track = 0; track < state.track_count(); ++track) {
      const bool is_hit = state.pattern.tracks[static_cast<size_t>(track)]
                              .steps[static_cast<size_t>((step % count + count) % count)] > 0;
      if (is_hit && IsHeard(state.pattern, track) && ItemOfTrack(state, track) != kNoItem) {
        return track;
      }
    }
    return -1;
  };
  const int here = static_cast<int>(place);
  int before = here, after = here + 1;
  while (before > here - count && hit_at(before) < 0) --before;
  while (after < here + count && hit_at(after) < 0) ++after;
  Hop hop{hit_at(before), hit_at(after), 0};
  hop.share = (place - static_cast<float>(before)) / static_cast<float>(after - before);
  return hop;
}

StrokeMark LineBetween(Point2 from, Point2 to, int number) {
  StrokeMark line;
  line.from = from;
  line.to = to;
  const Point2 way = to - from;
  const float bow = number % 2 == 0 ? 0.16f : -0.16f;
  line.control = (from + to) * 0.5f + Point2{-way.y, way.x} * bow;
  line.casing_px = 4.6f;
  line.paint = {Token::kAccent, kQuiet};
  line.width_from_px = line.width_to_px = 2.2f;
  return line;
}

Point2 OnLine(const StrokeMark& line, float t) {
  const float s = 1 - t;
  return line.from * (s * s) + line.control * (2 * s * t) + line.to * (t * t);
}

void AddLine(const SoundsState& state, const View& view, const BeatMoment& moment, Scene& scene) {
  const std::vector<int> order = RingOrder(state);
  const Hop now = HopNow(state, moment);
  const size_t hops = order.size() < 3 ? (order.empty() ? 0 : order.size() - 1) : order.size();
  bool is_walked = false;
  std::optional<StrokeMark> walked;
  for (size_t i = 0; i < hops; ++i) {
    const int a = order[i], b = order[(i + 1) % order.size()];
    StrokeMark line = LineBetween(RingPlace(state, a), RingPlace(state, b), static_cast<int>(i));
    if ((a == now.from && b == now.to) || (b == now.from && a == now.to)) {
      is_walked = true;
      if (a != now.from) std::swap(line.from, line.to);
      line.paint.opacity = 1;
      line.width_from_px = line.width_to_px = 3.4f;
      walked = line;
      continue;
    }
    scene.strokes.push_back(line);
  }
  if (!is_walked && now.from >= 0 && now.from != now.to && now.to >= 0) {
    walked = LineBetween(RingPlace(state, now.from), RingPlace(state, now.to), 1);
    walked->width_from_px = walked->width_to_px = 3.4f;
    walked->paint.opacity = 1;
  }
  if (!walked) return;
  scene.strokes.push_back(*walked);
  if (view.reduced_motion && !view.on_paper) return;
  DiscMark puck;
  puck.at = OnLine(*walked, std::clamp(now.share, 0.f, 1.f));
  puck.kind = DiscKind::kDot;
  puck.radius_px = 4.5f;
  scene.discs.push_back(puck);
}

// As large as leaves most of them apart: they grow with the map, within bounds.
float EnvelopeSize(const SoundsState& state, const View& view) {
  const Rect& bounds = state.map.bounds();
  const float area_px = bounds.width() * bounds.height() * view.camera.pixels_per_world *
                        view.camera.pixels_per_world;
  const float each_px = std::sqrt(area_px / static_cast<float>(std::max(1u, state.map.count())));
  return std::clamp(each_px / 21, 0.5f, 1.3f);
}

void AddEnvelopes(const SoundsState& state, const View& view, Scene& scene) {
  const float size = EnvelopeSize(state, view);
  const bool is_why = state.why.is_open;
  for (uint32_t item = 0; item < state.map.count(); ++item) {
    const float opacity = !IsShown(state, item) ? 0.16f : is_why ? 0.26f : 0.86f;
    scene.envelopes.push_back(
        EnvelopeAt(state, item, {TopicDot(state.map.TopicOf(item)), opacity}, size));
  }
  for (size_t i = 0; i < state.own.size(); ++i) {
    const uint32_t item = kFirstOwnSound + static_cast<uint32_t>(i);
    scene.envelopes.push_back(EnvelopeAt(state, item, {Token::kInk, 1}, size * 1.15f));
    DiscMark around;
    around.at = PlaceOf(state, item);
    around.kind = DiscKind::kRing;
    around.is_dotted = true;
    around.radius_px = 11;
    around.paint = {Token::kInk2, 1};
    around.item = item;
    scene.discs.push_back(around);
  }
}

// The true neighbours of the sound whose card is open.
void AddRays(const SoundsState& state, Scene& scene) {
  if (state.pinned >= state.map.count() || !state.map.has_neighbors()) return;
  const Point2 from = PlaceOf(state, state.pinned);
  const auto near = state.map.NeighborsOf(state.pinned);
  for (size_t i = 0; i < std::min(near.size(), kMostRays); ++i) {
    const Point2 to = PlaceOf(state, near[i].item);
    StrokeMark ray;
    ray.from = from;
    ray.to = to;
    ray.control = (from + to) * 0.5f;
    ray.width_from_px = ray.width_to_px = 1;
    ray.paint = {Token::kInk2, 1};
    scene.strokes.push_back(ray);
    DiscMark end;
    end.at = to;
    end.kind = DiscKind::kRing;
    end.radius_px = 4;
    end.paint = {Token::kInk2, 1};
    end.item = near[i].item;
    scene.discs.push_back(end);
  }
}

void AddPointed(const SoundsState& state, Scene& scene) {
  for (const uint32_t item : {state.cursor, state.hovered, state.pinned}) {
    if (item == kNoItem || (item == state.cursor && item != state.pinned && item != state.hovered &&
                            state.pinned != kNoItem)) {
      continue;
    }
    DiscMark ring;
    ring.at = PlaceOf(state, item);
    ring.kind = DiscKind::kSelected;
    ring.radius_px = 12;
    ring.item = item;
    scene.discs.push_back(ring);
    EnvelopeMark mark = EnvelopeAt(state, item, {Token::kInk, 1}, 1.1f);
    scene.on_discs.push_back(mark);
  }
}

}  // namespace

std::shared_ptr<const PointTable> SoundDots(const SoundsState& state, uint64_t version) {
  auto table = std::make_shared<PointTable>();
  table->version = version;
  for (uint32_t item = 0; item < state.map.count(); ++item) {
    const Point2 at = state.map.PlaceOf(item);
    const auto code = [](float value) {
      return static_cast<uint16_t>(std::lround((std::clamp(value, -1.f, 1.f) + 1) * 32767.5f));
    };
    table->codes.push_back(code(at.x));
    table->codes.push_back(code(at.y));
    table->hues.push_back(static_cast<uint8_t>(state.map.TopicOf(item)));
    table->flags.push_back(IsShown(state, item) ? 0 : kDimmedFlag);
  }
  return table;
}

Scene SoundsMarks(const SoundsState& state, const View& view,
                  std::shared_ptr<const PointTable> dots, const BeatMoment& moment) {
  Scene scene;
  scene.points.table = std::move(dots);
  scene.points.draw_dots = false;
  if (!state.map.is_complete()) return scene;
  AddEnvelopes(state, view, scene);
  if (state.why.is_open) {
    AddFaintRings(state, view, scene);
    AddWhyPair(state, view, scene);
    return scene;
  }
  AddLine(state, view, moment, scene);
  if (!view.on_paper) {
    AddRays(state, scene);
    AddPointed(state, scene);
  }
  for (int track = 0; track < state.track_count(); ++track)
    AddRing(state, view, moment, track, scene);
  return scene;
}

}  // namespace meander
