// The measured part of "How this was worked out, and where it fails": figures as JSON, and the
// picture of one article with its ten true neighbours. tools/site_how.mjs makes the page of it.
#include <algorithm>
#include <memory>
#include <thread>

#include "base/files.h"
#include "base/json_reader.h"
#include "canvas/camera.h"
#include "canvas/figure.h"
#include "canvas/labels.h"
#include "canvas/text_metrics.h"
#include "cli/cli.h"
#include "cli/how_measures.h"
#include "make/quality.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

// Design (mock-how): a figure's size on the page.
constexpr float kWidth_px = 335, kHeight_px = 164, kMargin_px = 26;
constexpr uint32_t kOnMap = 50;
constexpr char kExample[] = "Compass";

double Rounded(double value) {
  return static_cast<double>(static_cast<int64_t>(value * 10000 + 0.5)) / 10000;
}

Json JsonOf(const LayoutMeasures& measures) {
  return {{"trustworthiness", Rounded(measures.trustworthiness)},
          {"knn_recall_10", Rounded(measures.knn_recall_10)}};
}

// The name of the land around a place: the nearest name of the finest level but one.
std::string RegionAt(const std::vector<Region>& regions, const Positions& positions, Point2 at) {
  const Region* nearest = nullptr;
  for (const Region& region : regions) {
    if (region.level != 1) continue;
    if (nearest == nullptr ||
        Distance(positions.At(region.anchor), at) < Distance(positions.At(nearest->anchor), at)) {
      nearest = &region;
    }
  }
  return nearest == nullptr ? std::string() : nearest->name;
}

struct Example {
  uint32_t item = 0;
  std::vector<NearOne> ten;
};

Figure DrawExample(const OpenedPack& pack, const Example& example) {
  Figure figure;
  figure.width_px = kWidth_px;
  figure.height_px = kHeight_px;
  figure.chart_px = {{0, 0}, {kWidth_px, kHeight_px}};
  figure.title = pack.titles[example.item];
  auto table = std::make_shared<PointTable>();
  table->version = 1;
  table->codes = pack.positions.codes;
  for (uint32_t item = 0; item < pack.head.item_count; ++item) {
    table->hues.push_back(pack.topics.Of(item));
  }
  figure.scene.points.table = table;
  figure.scene.points.radius_px = 1.5f;
  const Point2 here = pack.positions.At(example.item);
  Rect bounds{here, here};
  for (const NearOne& one : example.ten) {
    const Point2 at = pack.positions.At(one.item);
    bounds.low = {std::min(bounds.low.x, at.x), std::min(bounds.low.y, at.y)};
    bounds.high = {std::max(bounds.high.x, at.x), std::max(bounds.high.y, at.y)};
  }
  Viewport viewport{kWidth_px, kHeight_px, 1};
  figure.camera = FitCamera(bounds, viewport, kMargin_px);
  std::vector<LabelMark> names;
  const auto name = [&](uint32_t item, Face face) {
    LabelMark label;
    label.at = pack.positions.At(item);
    label.text = pack.titles[item];
    label.face = face;
    label.paint = {Token::kInk, 1};
    label.place = LabelPlace::kRight;
    label.distance_px = face == Face::kUiBold ? 11 : 7;
    label.item = item;
    names.push_back(std::move(label));
  };
  name(example.item, Face::kUiBold);
  const auto on_screen = [&](uint32_t item) {
    return ScreenFromWorld(figure.camera, viewport, pack.positions.At(item));
  };
  std::vector<Rect> boxes;
  for (const NearOne& one : example.ten) {
    const Point2 at = pack.positions.At(one.item);
    figure.scene.strokes.push_back({here, (here + at) * 0.5f, at, 1.1f, 1.1f, {Token::kInk2, 1}});
    figure.dots.push_back({on_screen(one.item), 4.5f, {Token::kRaised, 1}, {Token::kInk, 1}, 1.5f});
    name(one.item, Face::kUi);
  }
  figure.dots.push_back({on_screen(example.item), 8, {Token::kInk, 1}, {Token::kInk, 0}, 0});
  // Far ones first: they are what the figure is about.
  std::ranges::stable_sort(names.begin() + 1, names.end(),
                           [&](const LabelMark& a, const LabelMark& b) {
                             return Distance(a.at, here) > Distance(b.at, here);
                           });
  figure.scene.labels = PlaceStopNames(names, figure.camera, viewport, boxes);
  return figure;
}

// What can be pointed at: dots of the picture, in its pixels; the example and its neighbours, then
// those with room enough around them.
Json DotsInView(const OpenedPack& pack, const Figure& figure, const Example& example) {
  constexpr float kApart_px = 7;
  Json dots = Json::array();
  std::vector<Point2> named;
  const Viewport viewport{kWidth_px, kHeight_px, 1};
  std::vector<uint32_t> items{example.item};
  for (const NearOne& one : example.ten) items.push_back(one.item);
  const size_t wanted = items.size();
  for (uint32_t item = 0; item < pack.head.item_count; ++item) items.push_back(item);
  for (size_t i = 0; i < items.size(); ++i) {
    const uint32_t item = items[i];
    const Point2 at = ScreenFromWorld(figure.camera, viewport, pack.positions.At(item));
    const auto touches = [&](Point2 other) { return Distance(at, other) < kApart_px; };
    if (i >= wanted && std::ranges::any_of(named, touches)) continue;
    if (at.x < 0 || at.y < 0 || at.x > kWidth_px || at.y > kHeight_px) continue;
    named.push_back(at);
    dots.push_back({static_cast<int>(at.x * 10) / 10.0, static_cast<int>(at.y * 10) / 10.0,
                    pack.titles[item]});
  }
  return dots;
}

Json JsonOf(const OpenedPack& pack, const std::vector<Region>& regions, const Example& example) {
  Json ten = Json::array();
  for (const NearOne& one : example.ten) {
    ten.push_back({{"title", pack.titles[one.item]},
                   {"closeness", Rounded(static_cast<double>(one.cosine))},
                   {"near", one.is_near},
                   {"region", RegionAt(regions, pack.positions, pack.positions.At(one.item))}});
  }
  return {{"title", pack.titles[example.item]},
          {"region", RegionAt(regions, pack.positions, pack.positions.At(example.item))},
          {"neighbors", ten}};
}

Json JsonOf(const OpenedPack& pack, const SpellingCase& misled) {
  if (misled.alike.empty()) return nullptr;
  Json alike = Json::array();
  for (const Neighbor& one : misled.alike) {
    alike.push_back({{"title", pack.titles[one.item]},
                     {"closeness", Rounded(static_cast<double>(one.cosine))}});
  }
  // What it truly stands close to.
  const Neighbor& nearest = pack.neighbors.Of(misled.item)[0];
  return {{"title", pack.titles[misled.item]},
          {"nearest", pack.titles[nearest.item]},
          {"closeness", Rounded(static_cast<double>(nearest.cosine))},
          {"alike", alike}};
}

Result<void> RunHow(std::span<const std::string> arguments) {
  if (arguments.size() < 2 || arguments.size() > 3) {
    return Fail(ErrorCode::kInvalidInput, "Usage: meander how PACK OUT_DIR [TITLE]");
  }
  TRY(const fs::path folder, FindPack(arguments[0]));
  TRY(const OpenedPack pack, OpenPack(folder));
  if (pack.head.item_count <= 60 || pack.neighbors.per_item < kOnMap) {
    return Fail(ErrorCode::kInvalidInput, "The pack is too small for its map to be measured.");
  }
  const fs::path out = arguments[1];
  std::error_code failed;
  fs::create_directories(out, failed);
  if (failed) return Fail(ErrorCode::kUnavailable, "Cannot make the folder " + out.string() + ".");
  const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const std::vector<float> rows = UnitRows(pack.vectors);
  const std::vector<uint32_t> on_map = NearestOnMap(pack.positions, kOnMap, threads);
  Example example;
  TRY(example.item, ItemOfTitle(pack, arguments.size() == 3 ? arguments[2] : kExample));
  example.ten = TenOf(pack, on_map, kOnMap, example.item);
  Json result;
  result["dimension"] = pack.vectors.dim;
  result["shuffled"] = JsonOf(MeasureLayout(pack, rows, Shuffled(pack.positions), threads));
  result["plain"] =
      JsonOf(MeasureLayout(pack, rows, PlainPositions(rows, pack.vectors.dim), threads));
  result["example"] = JsonOf(pack, pack.regions, example);
  result["spelling"] = JsonOf(pack, FindSpellingCase(pack));
  result["topics"] = Json::array();
  const std::vector<TopicMeasures> topics = MeasureTopics(pack, on_map, kOnMap);
  for (size_t topic = 0; topic < topics.size() && topic < kTopicCount; ++topic) {
    result["topics"].push_back({{"name", std::string(kTopicNames[topic])},
                                {"articles", topics[topic].items},
                                {"recall", Rounded(topics[topic].recall)},
                                {"among_its_own", Rounded(topics[topic].among_its_own)}});
  }
  const Figure figure = DrawExample(pack, example);
  result["dots"] = DotsInView(pack, figure, example);
  TRY_VOID(WriteFile(out / "example-light.svg", AsBytes(WriteSvg(figure, ThemeKind::kLight))));
  TRY_VOID(WriteFile(out / "example-dark.svg", AsBytes(WriteSvg(figure, ThemeKind::kDark))));
  return WriteFile(out / "how.json", AsBytes(WriteJson(result) + "\n"));
}

}  // namespace

const Verb kHowVerb = {
    "how", "how PACK OUT_DIR [TITLE]", "",
    "Measures what \"How this was worked out\" tells beside the figures of check, as how.json, "
    "and\n"
    "draws TITLE (Compass) with its ten true neighbours, light and dark, as SVG.\n",
    RunHow};

}  // namespace meander
