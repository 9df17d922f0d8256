// The fifth room in the real App, with the real engine and OpenGL ES 3 without a screen: the page,
// the chart, the engine, storage, links and pictures serve it as they serve the others.
#include <gtest/gtest.h>

#include "app/app.h"
#include "base/files.h"
#include "canvas/link.h"
#include "fake_server.h"
#include "host/egl_surfaceless.h"
#include "host/host_fake.h"
#include "host/offscreen.h"
#include "room.h"

namespace meander {
namespace {

constexpr char kFace[][28] = {"MeanderSans-Regular.ttf", "MeanderSans-Bold.ttf",
                              "Vollkorn-SemiBoldItalic.ttf", "Vollkorn-Medium.ttf"};

class FifthRoomInApp : public testing::Test {
 protected:
  void SetUp() override {
    auto context = SurfacelessContext::Create();
    ASSERT_TRUE(context) << context.error().message;
    context_ = std::move(*context);
    auto frame = OffscreenFrame::Create(600, 400);
    ASSERT_TRUE(frame) << frame.error().message;
    frame_ = std::make_unique<OffscreenFrame>(std::move(*frame));
    TinyPack pack = MakeTinyPack();
    SectionRef section{"positions", 1, true, {}};
    Positions positions;
    for (uint32_t island = 0; island < kTinyItems; ++island) {
      positions.codes.push_back(static_cast<uint16_t>(3000 + island % 8 * 8500));
      positions.codes.push_back(static_cast<uint16_t>(3000 + island / 8 * 14000));
    }
    AddChunk(pack, section, 0, kTinyItems, WritePositions(positions));
    pack.head.sections.insert(pack.head.sections.begin(), section);
    server_.files = pack.files;
    server_.files[std::string(kTinyBase) + "head"] = WritePackHead(pack.head);
    for (const char* face : kFace) {
      auto bytes = ReadFile(std::string(MEANDER_FONTS) + "/" + face);
      ASSERT_TRUE(bytes) << "set-up makes the faces: " << bytes.error().message;
      server_.files[face] = std::move(*bytes);
    }
  }
  void TearDown() override {
    app_.reset();  // its GL objects go before their context
    frame_.reset();
  }
  void Open(const std::string& fragment, bool can_store = true) {
    StartOptions options;
    options.room = "islands";
    options.pack_url = std::string(kTinyBase) + "head";
    options.fragment = fragment;
    options.font_urls.assign(std::begin(kFace), std::end(kFace));
    app_ = std::make_unique<App>(host_, MakeIslandsRoom(), std::move(options), true);
    host_.queue.push_back(SettingsEvent{false, false, false, can_store, false});
    host_.queue.push_back(ResizeEvent{600, 400, 1000, 700, 1, 0, 0, 0, 0});
    app_->Start();
    app_->SetFramebuffer(frame_->framebuffer());
    Run();
  }
  // Frames, files and the engine, until nothing more is wanted.
  void Run() {
    for (int frames = 0; frames < 3000; ++frames) {
      for (const auto& [id, url] : std::exchange(host_.fetches, {})) {
        const auto at = server_.files.find(url);
        ASSERT_NE(at, server_.files.end()) << url;
        host_.queue.push_back(FetchedEvent{id, at->second});
      }
      for (const auto& request : std::exchange(host_.engine_requests, {})) {
        engine_.Ask(*ReadRequest(request));
      }
      for (const Reply& reply : server_.Run(engine_)) {
        host_.queue.push_back(EngineReplyEvent{WriteReply(reply)});
      }
      if (host_.queue.empty() && host_.frame_requests == 0) return;
      host_.frame_requests = 0;
      host_.now_s += 1. / 60;
      app_->Frame();
    }
    ADD_FAILURE() << "the program never came to rest";
  }
  void Act(const std::string& action, const std::string& argument = "") {
    host_.queue.push_back(PageActionEvent{action, argument});
    Run();
  }
  std::string Text() { return PageText(ReadPage(host_.pages.back()).value_or(Page{})); }
  void Click(Point2 at_px) {
    for (const PointerPhase phase : {PointerPhase::kMove, PointerPhase::kDown, PointerPhase::kUp}) {
      host_.queue.push_back(PointerEvent{phase, 1, false, at_px.x, at_px.y, host_.now_s});
    }
    Run();
  }
  Point2 OnScreen(uint32_t island) {
    const Scene scene = app_->room().BuildScene(app_->view());
    const auto& codes = scene.points.table->codes;
    const Point2 place{codes[2 * island] * (2.f / 65535) - 1,
                       codes[2 * island + 1] * (2.f / 65535) - 1};
    return ScreenFromWorld(app_->view().camera, app_->view().viewport, place);
  }

  std::unique_ptr<SurfacelessContext> context_;
  std::unique_ptr<OffscreenFrame> frame_;
  FakeServer server_;
  Engine engine_;
  FakeHost host_;
  std::unique_ptr<App> app_;
};

TEST_F(FifthRoomInApp, DotsAreRowedToAndTheEngineSaysHowNear) {
  Open("");
  EXPECT_EQ(host_.ready_count, 1);
  Click(OnScreen(17));
  EXPECT_NE(Text().find("# Island 18\n"), std::string::npos) << Text();
  Act("open", "33");
  const TinyPack pack = MakeTinyPack();
  char expected[48];
  std::snprintf(expected, sizeof(expected), "The last two are %.2f close.",
                CosineOfRows(pack.vectors, 17, 33));
  EXPECT_NE(Text().find(expected), std::string::npos) << Text() << "\n" << expected;
  EXPECT_EQ(DecodeLink(host_.links.back().first)->payload, app_->room().LinkPayload());
  EXPECT_EQ(host_.remembered.back().first, "islands");
}

TEST_F(FifthRoomInApp, ALinkOpensTheSameWayElsewhere) {
  Open("islands.AQEEAwwDJ-ck");
  EXPECT_NE(Text().find("  - Island 4\n  - Island 13\n  - Island 4\n  - Island 40\n"),
            std::string::npos)
      << Text();
  host_.queue.push_back(LinkEvent{"islands.AQEEAwwDJ-cA"});
  Run();
  EXPECT_NE(Text().find("not whole"), std::string::npos);
  EXPECT_NE(Text().find("Island 40"), std::string::npos) << "and nothing is lost";
}

TEST_F(FifthRoomInApp, PicturesAreSavedAsPngAndSvg) {
  Open("islands.AQEEAwwDJ-ck");
  Act("save-png", "");
  Act("save-svg", "");
  ASSERT_EQ(host_.saved.size(), 2u);
  EXPECT_EQ(host_.saved[0].name, "a-way-among-forty-islands.png");
  const std::vector<uint8_t>& png = host_.saved[0].bytes;
  EXPECT_EQ(AsText(ByteSpan(png).subspan(1, 3)), "PNG");
  EXPECT_EQ(png[25], 3) << "a palette, for letters";
  EXPECT_EQ(host_.saved[1].mime, "image/svg+xml");
}

TEST_F(FifthRoomInApp, ItsCardIsPressedAndThePageHasTheTwin) {
  Open("islands.AQEEAwwDJ-ck");
  Click({18 + 16 + 45, 400 - 18 - 31});
  EXPECT_NE(Text().find("Forgotten."), std::string::npos) << Text();
  Act("undo");
  EXPECT_NE(Text().find("Island 40"), std::string::npos);
  EXPECT_NE(Text().find("[Forget this journey]"), std::string::npos);
}

TEST_F(FifthRoomInApp, ZoomKeysAreTheAppsAndItRestsAfterwards) {
  Open("");
  const Camera before = app_->view().camera;
  host_.queue.push_back(KeyEvent{"+", false});
  Run();
  EXPECT_GT(app_->view().camera.pixels_per_world, before.pixels_per_world);
  Act("zoom-fit");
  EXPECT_EQ(app_->view().camera, before);
  host_.now_s += 5;
  EXPECT_EQ(host_.frame_requests, 0);
}

}  // namespace
}  // namespace meander
