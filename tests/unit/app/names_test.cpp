// Names never flicker: the whole program, drawn without a screen over a real map, is driven slowly
// into the map and out again; what a name did in between is read from the scene of every frame.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "../../source_dir.h"
#include "app/app.h"
#include "app/inprocess_engine.h"
#include "app/native_options.h"
#include "app/rooms.h"
#include "base/files.h"
#include "canvas/label_box.h"
#include "host/egl_surfaceless.h"
#include "host/host_fake.h"
#include "host/offscreen.h"

namespace meander {
namespace {

constexpr float kWidth_px = 860, kHeight_px = 744;
// Coarse pixels: only names are looked at, and those are placed in CSS pixels.
constexpr float kPixelRatio = 0.25f;
constexpr float kNotch_px = 12;  // of a wheel turned slowly: a 28th part larger

// The Ideas room over one pack; files from disk, the engine in this process.
class Explorer {
 public:
  Explorer(const std::string& pack, unsigned int framebuffer,
           Point2 size_px = {kWidth_px, kHeight_px}, float page_width_px = 1280)
      : app_(host_, MakeRoom("ideas"), Options(pack), true) {
    app_.SetFramebuffer(framebuffer);
    host_.queue.push_back(SettingsEvent{false, false, false, true, false});
    host_.queue.push_back(
        ResizeEvent{size_px.x, size_px.y, page_width_px, 800, kPixelRatio, 0, 0, 0, 0});
    app_.Start();
    Rest();
  }

  // Frames until nothing moves any more.
  void Rest() {
    for (int turns = 0; turns < 5000; ++turns) {
      const bool has_answers = Serve();
      if (host_.queue.empty() && host_.frame_requests == 0 && !has_answers) return;
      Frame();
    }
    ADD_FAILURE() << "the program never came to rest";
  }
  void Act(const std::string& action, const std::string& argument) {
    host_.queue.push_back(PageActionEvent{action, argument});
    Rest();
  }
  void Wheel(float delta_px, Point2 about) {
    host_.queue.push_back(WheelEvent{about.x, about.y, delta_px, false});
    Serve();
    Frame();
  }
  // A mouse that is down and moves.
  void Drag(Point2 from, Point2 by) {
    const auto put = [&](PointerPhase phase, Point2 at) {
      host_.queue.push_back(PointerEvent{phase, 1, false, at.x, at.y, host_.now_s});
      Serve();
      Frame();
    };
    put(PointerPhase::kDown, from);
    put(PointerPhase::kMove, from + by);
    put(PointerPhase::kMove, from + by);
    // Held still before it is let go: no fling.
    host_.now_s += 0.5;
    put(PointerPhase::kMove, from + by);
    put(PointerPhase::kUp, from + by);
  }
  double frame_s = 1. / 60;  // between two frames
  const View& view() const { return app_.view(); }
  float scale() const { return RelativeScale(app_.view().camera, app_.view().fit); }
  bool is_complete() const { return app_.is_complete(); }
  std::vector<LabelMark> names() const { return app_.room().BuildScene(app_.view()).labels; }

 private:
  static StartOptions Options(const std::string& pack) {
    StartOptions options = NativeOptions({"ideas", pack});
    options.font_urls = FaceFiles(MEANDER_FONTS);
    return options;
  }
  void Frame() {
    host_.frame_requests = 0;
    host_.now_s += frame_s;
    app_.Frame();
  }
  // Answers every wish; true while the engine has more to say.
  bool Serve() {
    for (const auto& [id, url] : std::exchange(host_.fetches, {})) {
      host_.queue.push_back(FetchedEvent{id, ReadFile(url)});
    }
    for (const auto& request : std::exchange(host_.engine_requests, {})) engine_.Ask(request);
    for (const uint32_t id : std::exchange(host_.engine_cancels, {})) engine_.Cancel(id);
    bool more = false;
    for (auto& reply : engine_.Work(more))
      host_.queue.push_back(EngineReplyEvent{std::move(reply)});
    return more;
  }

  FakeHost host_;
  InProcessEngine engine_;
  App app_;
};

// Watches names come and go in one sweep through the scales.
class Watch {
 public:
  void Look(const std::vector<LabelMark>& names) {
    std::map<Name, float> now;
    for (const LabelMark& name : names) now[{name.text, name.item, name.scale_to}] = name.fade;
    for (const auto& [name, fade] : now) seen_.try_emplace(name);
    for (auto& [name, seen] : seen_) {
      const auto found = now.find(name);
      const float fade = found == now.end() ? 0 : found->second;
      if (fade < seen.fade) seen.has_left = true;
      if (fade > seen.fade && seen.has_left) came_back_.insert(std::get<0>(name));
      seen.fade = fade;
    }
  }
  size_t count() const { return seen_.size(); }
  // Names that came, went and came again.
  const std::set<std::string>& came_back() const { return came_back_; }

 private:
  using Name = std::tuple<std::string, uint32_t, float>;  // a region may bear an article's name
  struct Seen {
    float fade = 0;
    bool has_left = false;
  };
  std::map<Name, Seen> seen_;
  std::set<std::string> came_back_;
};

// As far as it goes.
Watch Sweep(Explorer& explorer, float delta_px, Point2 about) {
  explorer.Rest();
  Watch watch;
  for (float before = 0; before != explorer.scale();) {
    before = explorer.scale();
    explorer.Wheel(delta_px, about);
    watch.Look(explorer.names());
  }
  return watch;
}

class Names : public testing::TestWithParam<const char*> {};

TEST_P(Names, ComeOnceAndGoOnceInOneZoom) {
  const std::string pack = std::string(kSourceDir) + "/" + GetParam();
  if (!std::filesystem::exists(pack)) GTEST_SKIP() << pack << " is not made yet";
  auto context = SurfacelessContext::Create();
  ASSERT_TRUE(context) << context.error().message;
  const auto frame = OffscreenFrame::Create(static_cast<int>(kWidth_px * kPixelRatio),
                                            static_cast<int>(kHeight_px * kPixelRatio));
  ASSERT_TRUE(frame) << frame.error().message;
  Explorer explorer(pack, frame->framebuffer());
  ASSERT_TRUE(explorer.is_complete());
  // First what a visitor finds, then with stops of one's own and the rays to their neighbours.
  // Names slide under a card and stay there: the pointer is where none can come out behind one.
  for (const char* opened : {"", "50", "7", "111"}) {
    if (*opened != '\0') explorer.Act("open", opened);
    for (const Point2 about : {Point2{473, 372}, Point2{473, 186}}) {
      Sweep(explorer, 120, about);
      EXPECT_NEAR(explorer.scale(), kLeastScale, 0.01f);
      const Watch closer = Sweep(explorer, -kNotch_px, about);
      EXPECT_NEAR(explorer.scale(), kGreatestScale, 0.1f);
      const Watch away = Sweep(explorer, kNotch_px, about);
      EXPECT_GT(closer.count(), 25u);
      EXPECT_GT(away.count(), 25u);
      EXPECT_EQ(closer.came_back(), std::set<std::string>{}) << "closer, at " << opened;
      EXPECT_EQ(away.came_back(), std::set<std::string>{}) << "away, at " << opened;
    }
  }
}

// A chart, and the part of it over which nothing but the map can lie.
struct Chart {
  Point2 size_px;
  float page_width_px;
  Rect open_px;
};
constexpr Chart kCharts[] = {{{860, 744}, 1280, {{60, 80}, {560, 520}}},
                             {{820, 416}, 820, {{380, 80}, {560, 330}}},
                             {{390, 380}, 390, {{10, 10}, {330, 300}}}};

Rect BoxOf(const LabelMark& name, const View& view) {
  return LabelBoxAt(name, ScreenFromWorld(view.camera, view.viewport, name.at)).bounds_px;
}
bool IsWithin(const Rect& box, const Rect& of) {
  return of.Contains(box.low) && of.Contains(box.high);
}

// What must not happen on the way: two whole names that touch; a name that is there, is gone with
// nothing in its way, and is there again before the reader has turned round.
class Walk {
 public:
  explicit Walk(const Rect& open_px) : open_px_(open_px) {}
  void Turn() { away_.clear(); }
  void Look(const Explorer& explorer) {
    const std::vector<LabelMark> names = explorer.names();
    std::map<Name, LabelMark> now;
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i].fade < 1) continue;
      now.emplace(Name{names[i].text, names[i].item, names[i].scale_to}, names[i]);
      for (size_t j = 0; j < i; ++j) {
        const bool both = names[j].fade >= 1;
        if (both && BoxOf(names[i], explorer.view()).Overlaps(BoxOf(names[j], explorer.view()))) {
          overlaps_.insert(names[i].text + " on " + names[j].text);
        }
      }
    }
    most_ = std::max(most_, now.size());
    for (const auto& [name, mark] : now) {
      const auto gone = away_.find(name);
      if (gone != away_.end() && gone->second) flickers_.insert(std::get<0>(name));
      away_.erase(name);
    }
    for (const auto& [name, mark] : before_) {
      if (!now.contains(name)) away_.emplace(name, true);
    }
    // One that slid under an edge or a card may come back from there.
    for (auto& [name, was_clear] : away_) {
      const auto mark = known_.find(name);
      was_clear = was_clear && mark != known_.end() &&
                  IsWithin(BoxOf(mark->second, explorer.view()), open_px_);
    }
    for (const auto& [name, mark] : now) known_.insert_or_assign(name, mark);
    before_ = std::move(now);
  }
  const std::set<std::string>& overlaps() const { return overlaps_; }
  const std::set<std::string>& flickers() const { return flickers_; }
  size_t most() const { return most_; }

 private:
  using Name = std::tuple<std::string, uint32_t, float>;
  Rect open_px_;
  std::map<Name, LabelMark> before_, known_;
  std::map<Name, bool> away_;  // whether nothing has been in its way since
  std::set<std::string> overlaps_, flickers_;
  size_t most_ = 0;
};

TEST_P(Names, NeitherFlickerNorOverlapOnTwoHundredStepsAtThreeSizes) {
  const std::string pack = std::string(kSourceDir) + "/" + GetParam();
  if (!std::filesystem::exists(pack)) GTEST_SKIP() << pack << " is not made yet";
  auto context = SurfacelessContext::Create();
  ASSERT_TRUE(context) << context.error().message;
  for (const Chart& chart : kCharts) {
    // Names are placed by the size of the chart; a small corner of it is enough to paint.
    const auto frame = OffscreenFrame::Create(64, 64);
    ASSERT_TRUE(frame) << frame.error().message;
    Explorer explorer(pack, frame->framebuffer(), chart.size_px, chart.page_width_px);
    explorer.frame_s = 0.15;  // looked at where it rests: a fade may take one frame
    explorer.Act("open", "50");
    Walk walk(chart.open_px);
    const Point2 middle = (chart.open_px.low + chart.open_px.high) * 0.5f;
    int steps = 0;
    const auto zoom = [&](int count, float delta_px) {
      walk.Turn();
      for (int i = 0; i < count; ++i, ++steps) {
        explorer.Wheel(delta_px, middle);
        explorer.Rest();
        walk.Look(explorer);
      }
    };
    const auto pan = [&](int count, Point2 by) {
      walk.Turn();
      for (int i = 0; i < count; ++i, ++steps) {
        explorer.Drag(middle, by);
        explorer.Rest();
        walk.Look(explorer);
      }
    };
    zoom(50, -24);
    pan(20, {9, 5});
    pan(20, {-13, -4});
    zoom(30, -24);
    pan(20, {-6, 11});
    zoom(60, 24);
    EXPECT_EQ(steps, 200);
    EXPECT_GT(walk.most(), 8u);
    EXPECT_EQ(walk.overlaps(), std::set<std::string>{}) << chart.size_px.x << " wide";
    EXPECT_EQ(walk.flickers(), std::set<std::string>{}) << chart.size_px.x << " wide";
  }
}

INSTANTIATE_TEST_SUITE_P(Packs, Names,
                         testing::Values("tests/released/pack-v1", "build/packs/wikipedia"));

}  // namespace
}  // namespace meander
