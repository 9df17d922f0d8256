// The map of ideas as an inset: its dots, cut to what is spoken of, and a way drawn over them.
#include "inside/scene_map.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/idea_places.h"
#include "inside/wishes.h"
#include "pack/place_code.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;
constexpr float kLeastHalf = 0.16f;  // world units: so much is shown around a lone place
constexpr size_t kMostDots = 520;    // more only make a grey of it
constexpr float kRound_px = 12;
constexpr float kCapsule_px = 20;  // stops nearer than this share one, as on the map of ideas

}  // namespace

MapInset MapInset::Around(std::span<const Point2> places, Rect box_px) {
  Rect bounds{places.front(), places.front()};
  for (const Point2 place : places) {
    bounds.low = {std::min(bounds.low.x, place.x), std::min(bounds.low.y, place.y)};
    bounds.high = {std::max(bounds.high.x, place.x), std::max(bounds.high.y, place.y)};
  }
  const float aspect = box_px.width() / std::max(box_px.height(), 1.f);
  // Marks and their names stay clear of the edge.
  const float across = std::max(bounds.width() / 2 / aspect, bounds.height() / 2) * 1.45f;
  return {box_px, (bounds.low + bounds.high) * 0.5f, std::max(across, kLeastHalf)};
}

Point2 MapInset::At(Point2 world) const {
  const Point2 middle = (box_px.low + box_px.high) * 0.5f;
  const float scale = box_px.height() / 2 / half;
  return {middle.x + (world.x - center.x) * scale, middle.y - (world.y - center.y) * scale};
}

void MapInset::DrawDots(const IdeaPlaces& places, Painter& paint) const {
  // A box with round corners, as cards have.
  const Rect inner{box_px.low + Point2{kRound_px, 0}, box_px.high - Point2{kRound_px, 0}};
  paint.Box(inner, {Token::kLand1, 1});
  const float left = box_px.low.x + kRound_px, right = box_px.high.x - kRound_px;
  for (const float x : {left, right}) {
    paint.Line({x, box_px.low.y + kRound_px}, {x, box_px.high.y - kRound_px}, 2 * kRound_px,
               {Token::kLand1, 1});
  }
  paint.Outline(box_px, kRound_px, 1, {Token::kRule, 1});
  std::vector<Point2> shown;
  for (uint32_t item = 0; item < places.articles.count(); ++item) {
    const Point2 at = At(places.articles.At(item));
    const bool is_in = at.x > box_px.low.x + 3 && at.x < box_px.high.x - 3 &&
                       at.y > box_px.low.y + 3 && at.y < box_px.high.y - 3;
    if (is_in) shown.push_back(at);
  }
  const size_t step = shown.size() / kMostDots + 1;
  for (size_t i = 0; i < shown.size(); i += step) {
    paint.Line(shown[i], {shown[i].x + 0.01f, shown[i].y}, 2.1f, {Token::kInk3, 0.5f});
  }
}

void DrawEditMap(const InsideState& state, Painter& paint, Rect box) {
  const EditPlaces found = PlacesOf(state);
  if (!state.map || found.after == nullptr || found.before == nullptr) return;
  const auto at = [](const InsidePlace& place) { return PlaceOfCode({place.x, place.y}); };
  std::vector<Point2> places{at(*found.before), at(*found.after)};
  for (const InsidePlace* one : {found.a, found.b}) {
    if (one != nullptr) places.push_back(at(*one));
  }
  const MapInset inset = MapInset::Around(places, box);
  paint.Label({box.low.x, box.low.y - 14}, std::string(words::kIdeaMapTitle), Face::kUiBold, 13,
              {Token::kInk, 1}, LabelPlace::kRight);
  inset.DrawDots(*state.map, paint);
  const auto mark = [&](const InsidePlace* place, DiscKind kind, const char* name) {
    if (place == nullptr) return;
    const Point2 where = inset.At(at(*place));
    paint.Disc(where, kind, 5, {Token::kInk, 1});
    paint.Label({where.x, where.y - 14}, name, Face::kUiBold, 12.5f, {Token::kInk, 1}).halo_px = 3;
  };
  mark(found.a, DiscKind::kDot, "A");
  mark(found.b, DiscKind::kSelected, "B");
  const Point2 before = inset.At(at(*found.before)), after = inset.At(at(*found.after));
  const float apart = Distance(before, after);
  if (!state.edited.empty()) {
    if (apart > 12) {
      // Bent a little, so that going there and back would not be one line.
      const Point2 across{(after.y - before.y) * 0.16f, (before.x - after.x) * 0.16f};
      StrokeMark& arrow =
          paint.Stroke(before, (before + after) * 0.5f + across, after, 2.6f, {Token::kAccent, 1});
      arrow.chevron = true;
      arrow.casing_px = 2;
    }
    paint.Disc(before, DiscKind::kRing, 6, {Token::kAccent, 1});
  }
  paint.Disc(after, DiscKind::kDot, 6.5f, {Token::kAccent, 1}).item = ItemOf({Kind::kMap, 0, 0});
  paint.Paragraph({box.low.x, box.high.y + 14}, MoveSentence(state), Face::kUi, 12, 16, box.width(),
                  {Token::kInk2, 1});
}

void DrawWordWay(const InsideState& state, Painter& paint, Rect area) {
  paint.Line({area.low.x, area.low.y}, {area.high.x, area.low.y}, 1, {Token::kRule, 1});
  const std::optional<WordWay> way = WayOfWord(state);
  if (!way || !state.map) {
    paint.Label({area.low.x, area.low.y + 22}, std::string(words::kIdeaMapHint), Face::kUi, 12.5f,
                {Token::kInk2, 1}, LabelPlace::kRight);
    return;
  }
  paint.Label({area.low.x, area.low.y + 22}, Fill(words::kIdeaMapWay, {{"word", way->word}}),
              Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kRight);
  const Rect box{{area.low.x, area.low.y + 36},
                 {area.low.x + std::min(area.width() * 0.56f, 470.f), area.high.y - 2}};
  const MapInset inset = MapInset::Around(way->places, box);
  inset.DrawDots(*state.map, paint);
  const size_t current = state.look.layer;
  for (size_t layer = 0; layer < kLastLayer; ++layer) {
    const Point2 from = inset.At(way->places[layer]), to = inset.At(way->places[layer + 1]);
    if (Distance(from, to) < 3) continue;
    const Point2 across{(to.y - from.y) * 0.13f, (from.x - to.x) * 0.13f};
    StrokeMark& hop = paint.Stroke(from, (from + to) * 0.5f + across, to, 2.4f,
                                   {Token::kAccent, layer < current ? 1.f : 0.4f});
    hop.casing_px = 2;
  }
  // Layers at one place share a capsule with all their numbers; the one with the current comes
  // last.
  std::vector<std::vector<size_t>> stops;
  for (size_t layer = 0; layer <= kLastLayer; ++layer) {
    const auto near = std::ranges::find_if(stops, [&](const std::vector<size_t>& stop) {
      return Distance(inset.At(way->places[stop.front()]), inset.At(way->places[layer])) <
             kCapsule_px;
    });
    if (near == stops.end()) {
      stops.push_back({layer});
    } else {
      near->push_back(layer);
    }
  }
  const auto is_current = [&](const std::vector<size_t>& stop) {
    return std::ranges::find(stop, current) != stop.end();
  };
  std::ranges::stable_partition(stops, std::not_fn(is_current));
  for (const std::vector<size_t>& stop : stops) {
    const bool is_here = is_current(stop);
    const Point2 at = inset.At(way->places[is_here ? current : stop.front()]);
    std::string numbers;
    for (const size_t layer : stop) numbers += (numbers.empty() ? "" : " ") + std::to_string(layer);
    const float half = stop.size() > 1 ? TextWidth(Face::kUiBold, 10.5f, numbers) / 2 : 0.01f;
    const float high = is_here ? 19.f : 17.f;
    const Point2 left{at.x - half, at.y}, right{at.x + half, at.y};
    paint.Line(left, right, high + 3, {Token::kAccent, 1});
    if (!is_here) paint.Line(left, right, high - 1, {Token::kPaper, 1});
    paint.Label(at, numbers, Face::kUiBold, 10.5f, {is_here ? Token::kPaper : Token::kInk, 1});
  }
  const InsideContext& context = *way->contexts[current];
  const float left = box.high.x + 22, width = area.high.x - left;
  const int lines = paint.Paragraph({left, box.low.y + 12}, "“" + context.text + "”",
                                    Face::kWordMedium, 15.5f, 21, width, {Token::kInk, 1});
  paint.Paragraph({left, box.low.y + 18 + 21 * static_cast<float>(lines)},
                  Fill(words::kIdeaMapWaySays, {{"title", context.title}}), Face::kUi, 12.5f, 17,
                  width, {Token::kInk2, 1});
}

}  // namespace meander
