// Names never flicker: the whole program, drawn without a screen over a real map, is driven slowly
// into the map and out again; what a name did in between is read from the scene of every frame.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/app.h"
#include "app/inprocess_engine.h"
#include "app/native_options.h"
#include "app/rooms.h"
#include "base/files.h"
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
  Explorer(const std::string& pack, unsigned int framebuffer)
      : app_(host_, MakeRoom("ideas"), Options(pack), true) {
    app_.SetFramebuffer(framebuffer);
    host_.queue.push_back(SettingsEvent{false, false, false, true, false});
    host_.queue.push_back(ResizeEvent{kWidth_px, kHeight_px, 1280, 800, kPixelRatio, 0, 0, 0, 0});
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
    host_.now_s += 1. / 60;
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
  const std::string pack = std::string(MEANDER_SOURCE_DIR) + "/" + GetParam();
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
      EXPECT_EQ(closer.came_back(), std::set<std::string>{})
          << "closer, at " << opened << " about " << about.x << " " << about.y;
      EXPECT_EQ(away.came_back(), std::set<std::string>{})
          << "away, at " << opened << " about " << about.x << " " << about.y;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Packs, Names,
                         testing::Values("tests/released/pack-v1", "build/packs/wikipedia"));

}  // namespace
}  // namespace meander
