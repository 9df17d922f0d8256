// Builds the scenes.
#include "golden_scenes.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "long_journey.h"
#include "picture_scene.h"

namespace meander::testing {
namespace {

constexpr Point2 kStops[] = {{-0.05f, -0.62f}, {0.22f, -0.05f}, {0.62f, 0.1f},  {0.5f, 0.34f},
                             {-0.45f, 0.3f},   {-0.1f, -0.22f}, {-0.13f, 0.52f}};
constexpr const char* kNames[] = {"Cartography", "Longitude", "Ocean current", "Tide",
                                  "Rhythm",      "Memory",    "Method of loci"};
constexpr LabelPlace kPlaces[] = {LabelPlace::kBelow, LabelPlace::kBelow, LabelPlace::kRight,
                                  LabelPlace::kAbove, LabelPlace::kLeft,  LabelPlace::kBelow,
                                  LabelPlace::kAbove};

// Roughly normal, in units of its own spread; sums of uniforms so that every library agrees.
float Spread(Rng& rng) {
  float sum = 0;
  for (int i = 0; i < 6; ++i) sum += rng.Unit();
  return (sum - 3) * 1.41f;
}

Figure Chart(float width, float height, float ratio, std::shared_ptr<const PointTable> table) {
  Figure figure;
  figure.width_px = width;
  figure.height_px = height;
  figure.pixel_ratio = ratio;
  figure.chart_px = {{0, 0}, {width, height}};
  figure.scene.points.table = std::move(table);
  figure.camera = {{0, 0}, std::min(width, height) * 0.48f};
  return figure;
}

StrokeMark Hop(Point2 from, Point2 to, float bow) {
  StrokeMark hop;
  const Point2 way = to - from;
  hop.from = from;
  hop.to = to;
  hop.control = (from + to) * 0.5f + Point2{-way.y, way.x} * bow;
  hop.paint = {Token::kAccent, 1};
  hop.casing_px = 4.6f;
  hop.chevron = true;
  return hop;
}

void AddName(Scene& scene, Point2 at, const char* text, LabelPlace place, float distance) {
  LabelMark name;
  name.at = at;
  name.text = text;
  name.face = Face::kUiBold;
  name.size_px = 13;
  name.place = place;
  name.distance_px = distance;
  scene.labels.push_back(name);
}

void AddJourney(Scene& scene) {
  for (int i = 0; i < 6; ++i) {
    StrokeMark hop = Hop(kStops[i], kStops[i + 1], i % 2 == 0 ? 0.2f : -0.2f);
    hop.width_from_px = 2.1f + 1.7f * static_cast<float>(i) / 6;
    hop.width_to_px = hop.width_from_px + 1.7f / 6;
    hop.paint.opacity = 0.62f + 0.38f * static_cast<float>(i) / 5;
    scene.strokes.push_back(hop);
  }
  for (int i = 0; i < 7; ++i) {
    DiscMark stop;
    stop.at = kStops[i];
    stop.kind = i == 6 ? DiscKind::kCurrent : DiscKind::kStop;
    stop.radius_px = i == 6 ? 11.f : 8.f;
    stop.numeral = std::to_string(i + 1);
    scene.discs.push_back(stop);
    AddName(scene, kStops[i], kNames[i], kPlaces[i], i == 6 ? 15.f : 12.f);
  }
}

void AddSideTrip(Scene& scene) {
  const Point2 moon{0.66f, -0.22f}, calendar{0.42f, -0.36f};
  for (StrokeMark hop : {Hop(kStops[2], moon, 0.15f), Hop(moon, calendar, 0.15f)}) {
    hop.width_from_px = hop.width_to_px = 1.8f;
    hop.casing_px = 3.6f;
    hop.dash_px = 6;
    hop.gap_px = 5;
    scene.strokes.push_back(hop);
  }
  for (const Point2 at : {moon, calendar}) {
    DiscMark end;
    end.at = at;
    end.kind = DiscKind::kSmall;
    end.radius_px = 5;
    scene.discs.push_back(end);
  }
  DiscMark capsule;
  capsule.at = {0.3f, 0.62f};
  capsule.radius_px = 9;
  capsule.numeral = "4 · 5";
  scene.discs.push_back(capsule);
}

void AddRaysAndArc(Scene& scene) {
  StrokeMark arc = Hop(kStops[6], {0.4f, -0.5f}, 0.34f);
  arc.paint = {Token::kInk, 1};
  arc.width_from_px = arc.width_to_px = 1.8f;
  arc.casing_px = 0;
  arc.gap_px = 5;
  arc.dash_px = 0;
  arc.chevron = false;
  scene.strokes.push_back(arc);
  for (const Point2 to : {Point2{-0.5f, 0.6f}, Point2{0.1f, 0.66f}, Point2{-0.3f, 0.4f}}) {
    StrokeMark ray = Hop(kStops[6], to, 0);
    ray.paint = {Token::kInk2, 0.8f};
    ray.width_from_px = ray.width_to_px = 1;
    ray.casing_px = 0;
    ray.chevron = false;
    scene.strokes.insert(scene.strokes.begin(), ray);
    DiscMark ring;
    ring.at = to;
    ring.kind = DiscKind::kRing;
    ring.radius_px = 4;
    ring.paint = {Token::kInk2, 1};
    scene.discs.push_back(ring);
  }
}

void AddRegions(Scene& scene) {
  for (int topic = 0; topic < kTopicCount; ++topic) {
    const float angle = 6.2832f * (static_cast<float>(topic) + 0.5f) / kTopicCount;
    LabelMark name;
    name.at = {0.55f * std::cos(angle), 0.55f * std::sin(angle)};
    name.text = kTopicNames[topic];
    name.face = Face::kRegionItalic;
    name.size_px = 17;
    name.halo_px = 2.75f;
    name.paint = {TopicText(topic), 1};
    name.fade = topic == 3 ? 0.4f : 1.f;
    scene.labels.push_back(name);
  }
}

Figure Letter() {
  Figure figure = Chart(792, 630, 1, CloudTable(1, 10000));
  figure.width_px = 1200;
  figure.height_px = 630;
  figure.chart_px = {{408, 0}, {1200, 630}};
  AddJourney(figure.scene);
  for (LabelMark& name : figure.scene.labels) name.size_px = 19;
  figure.rects.push_back({{{52, 532}, {252, 584}}, 26, {Token::kInk, 1}});
  figure.texts.push_back({{52, 150}, "From", Face::kWordMedium, 49, {Token::kInk, 1}});
  figure.texts.push_back({{76, 564}, "Walk it yourself", Face::kUiBold, 17, {Token::kPaper, 1}});
  figure.lines.push_back({{58, 452}, {120, 400}, {180, 452}, 2.5f, {Token::kAccent, 1}});
  figure.dots.push_back({{58, 452}, 5, {Token::kRaised, 1}, {Token::kAccent, 1}, 2});
  figure.dots.push_back({{180, 452}, 7, {Token::kAccent, 1}, {}, 0});
  return figure;
}

Figure Bridge() {
  Figure figure = Chart(360, 260, 2, nullptr);
  figure.camera = {{0, 0}, 130};
  for (int i = 0; i < 5; ++i) {
    const float x = -1 + 0.4f * static_cast<float>(i);
    figure.scene.cells.push_back({{{x, 0.7f}, {x + 0.3f, 0.9f}},
                                  {i % 2 == 0 ? Token::kPlus : Token::kMinus, 0.8f},
                                  i % 2 == 1});
    figure.scene.ribbons.push_back({{x + 0.15f, 0.6f},
                                    {-x - 0.15f, -0.8f},
                                    false,
                                    3 + 3.f * static_cast<float>(i),
                                    {i % 2 == 0 ? Token::kPlus : Token::kMinus, 0.6f},
                                    i % 2 == 1});
  }
  return figure;
}

}  // namespace

std::shared_ptr<const PointTable> CloudTable(uint64_t version, int count) {
  auto table = std::make_shared<PointTable>();
  table->version = version;
  Rng rng(5);
  struct Cloud {
    Point2 at;
    float spread;
    int hue;
  };
  std::vector<Cloud> clouds;
  for (int i = 0; i < 44; ++i) {
    const float turn = rng.Unit(), angle = 6.2832f * turn, reach = 0.7f * std::sqrt(rng.Unit());
    clouds.push_back({{reach * std::cos(angle), reach * std::sin(angle)},
                      0.05f + 0.08f * rng.Unit(),
                      static_cast<int>(turn * kTopicCount)});
  }
  for (int i = 0; i < count; ++i) {
    const Cloud& cloud = clouds[rng.Below(static_cast<uint32_t>(clouds.size()))];
    for (const float middle : {cloud.at.x, cloud.at.y}) {
      const float place = std::clamp(middle + Spread(rng) * cloud.spread, -1.f, 1.f);
      table->codes.push_back(static_cast<uint16_t>((place + 1) / 2 * 65535));
    }
    table->hues.push_back(static_cast<uint8_t>(
        rng.Below(8) > 0 ? cloud.hue : static_cast<int>(rng.Below(kTopicCount))));
    table->flags.push_back(i % 400 == 7 ? 1 : i % 9 == 0 ? 2 : 0);
  }
  return table;
}

std::vector<GoldenScene> GoldenScenes() {
  std::vector<GoldenScene> scenes;
  scenes.push_back({"land_light", ThemeKind::kLight, Chart(430, 372, 1, CloudTable(1, 10000))});
  scenes.push_back({"land_dark", ThemeKind::kDark, Chart(430, 372, 1, CloudTable(1, 10000))});
  scenes.push_back({"land_close_2x", ThemeKind::kLight, Chart(240, 200, 2, CloudTable(1, 10000))});
  scenes.back().figure.camera = {{0.25f, 0.1f}, 500};
  scenes.push_back({"crowd_100k", ThemeKind::kDark, Chart(430, 372, 1, CloudTable(2, 100000))});
  for (const ThemeKind theme : {ThemeKind::kLight, ThemeKind::kDark}) {
    Figure figure = Chart(520, 420, 1, CloudTable(1, 10000));
    AddJourney(figure.scene);
    AddSideTrip(figure.scene);
    scenes.push_back(
        {theme == ThemeKind::kLight ? "journey_light" : "journey_dark", theme, figure});
  }
  Figure names = Chart(520, 420, 1, CloudTable(1, 10000));
  AddRegions(names.scene);
  scenes.push_back({"names_light", ThemeKind::kLight, names});
  Figure rays = Chart(300, 260, 2, CloudTable(1, 10000));
  AddRaysAndArc(rays.scene);
  scenes.push_back({"rays_2x", ThemeKind::kLight, rays});
  scenes.push_back({"bridge_2x", ThemeKind::kLight, Bridge()});
  scenes.push_back({"pictures_light", ThemeKind::kLight, PictureScene()});
  scenes.push_back({"pictures_dark_2x", ThemeKind::kDark, PictureScene()});
  scenes.back().figure.pixel_ratio = 2;
  scenes.push_back({"letter", ThemeKind::kLight, Letter()});
  scenes.push_back({"forty_stops_light", ThemeKind::kLight, LongJourney()});
  scenes.push_back({"forty_stops_dark", ThemeKind::kDark, LongJourney()});
  return scenes;
}

}  // namespace meander::testing
