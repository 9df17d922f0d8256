// The Share dialog in the App: any room has it, what it says is what is copied and saved, and while
// it is open the room hears nothing of it.
#include <gtest/gtest.h>

#include "app_stage.h"
#include "canvas/words.h"
#include "host/egl_surfaceless.h"
#include "host/offscreen.h"

namespace meander {
namespace {

class ShareTest : public AppStage {
 protected:
  void OpenDrawing() {
    auto context = SurfacelessContext::Create();
    ASSERT_TRUE(context.has_value()) << context.error().message;
    context_ = std::move(*context);
    for (const char* face : {"MeanderSans-Regular", "MeanderSans-Bold", "Vollkorn-SemiBoldItalic",
                             "Vollkorn-Medium"}) {
      const std::string name = std::string(face) + ".ttf";
      files_[name] =
          ReadFile(std::string(MEANDER_FONTS) + "/" + name).value_or(std::vector<uint8_t>{});
    }
    auto frame = OffscreenFrame::Create(600, 400);
    ASSERT_TRUE(frame.has_value()) << frame.error().message;
    frame_ = std::make_unique<OffscreenFrame>(std::move(*frame));
    Open(true);
    app_->SetFramebuffer(frame_->framebuffer());
    Run();
  }
  void TearDown() override {
    app_.reset();  // its GL objects go before their context
    frame_.reset();
  }

  static const PageNode* Find(const PageNode& node, std::string_view key) {
    if (node.key == key) return &node;
    for (const PageNode& child : node.children) {
      if (const PageNode* found = Find(child, key)) return found;
    }
    return nullptr;
  }
  // In the dialog that is shown; its own text, or "(none)".
  std::string TextIn(std::string_view key) {
    const Page page = LastPage();
    for (const PageNode& node : page.nodes) {
      if (node.kind != PageKind::kDialog) continue;
      const PageNode* found = Find(node, key);
      return found != nullptr ? found->text : "(none)";
    }
    return "(no dialog)";
  }

  std::unique_ptr<SurfacelessContext> context_;
  std::unique_ptr<OffscreenFrame> frame_;
};

TEST_F(ShareTest, WithoutPicturesItStillOffersEveryText) {
  Open(false);
  Run();
  Act("share");
  EXPECT_TRUE(room_->actions.empty());
  EXPECT_EQ(TextIn("address").find("https://x/tiny.html"), 0u);
  for (const char* which : {"link", "plain", "code", "letter", "markdown", "json"}) {
    Act("share-copy", which);
  }
  ASSERT_EQ(host_.copies.size(), 6u);
  EXPECT_EQ(host_.copies[0], TextIn("address"));
  EXPECT_NE(host_.copies[2].find("<meander-figure room=\"tiny\""), std::string::npos);
  Act("share-tab", "embed");
  EXPECT_EQ(host_.copies[2], TextIn("code"));
  EXPECT_TRUE(host_.pictures.empty());
  Act("close");
  EXPECT_EQ(TextIn("address"), "(no dialog)");
}

TEST_F(ShareTest, WhatIsDrawnIsShownAndWeighedByWhatIsSaved) {
  OpenDrawing();
  Act("share");
  ASSERT_FALSE(host_.pictures.empty());
  EXPECT_EQ(host_.pictures.back(),
            std::make_tuple(std::string("share"), 600u, size_t{600 * 400 * 4}));
  Act("share-tab", "embed");
  const std::string code = TextIn("code");
  for (const char* what : {"poster", "letter", "moving", "poster-dark", "folder"}) {
    Act("share-save", what);
  }
  ASSERT_EQ(host_.saved.size(), 5u);
  EXPECT_EQ(host_.saved[4].mime, "application/zip");
  size_t parts = 0;
  for (int i = 0; i < 4; ++i) parts += host_.saved[static_cast<size_t>(i)].bytes.size();
  EXPECT_GT(host_.saved[4].bytes.size(), parts);
  EXPECT_EQ(host_.saved[2].mime, "image/gif");
  EXPECT_NE(code.find("src=\"" + host_.saved[0].name + "\""), std::string::npos) << code;
  EXPECT_NE(code.find("poster-dark=\"" + host_.saved[3].name + "\""), std::string::npos) << code;
  EXPECT_NE(host_.saved[3].bytes, host_.saved[0].bytes) << "drawn in the dark";
  const Page page = LastPage();
  const PageNode* tabs = Find(page.nodes.back(), "tabs");
  ASSERT_NE(tabs, nullptr);
  EXPECT_EQ(Find(*Find(*tabs, "embed"), "weight")->text,
            WeightText(host_.saved[0].bytes.size() + code.size()));
  EXPECT_EQ(Find(*Find(*tabs, "letter"), "weight")->text.find("…"), std::string::npos);
  // Another shape is drawn anew, at its own size.
  Act("share-shape", "column");
  EXPECT_EQ(std::get<1>(host_.pictures.back()), 360u);
  EXPECT_EQ(std::get<2>(host_.pictures.back()), size_t{360 * 480 * 4});
}

TEST_F(ShareTest, ACopyIsSpokenOrIsThereToBeDoneByHand) {
  Open(false);
  Run();
  Act("share");
  Act("copied", "x");
  EXPECT_EQ(TextIn("copied"), words::kShareCopied);
  Act("copy-refused", "the link");
  EXPECT_EQ(TextIn("by-hand"), "the link");
  EXPECT_EQ(host_.said.back(), words::kClipboardRefused);
  EXPECT_TRUE(room_->actions.empty());
  Act("close");
  Act("copied", "x");
  ASSERT_FALSE(room_->actions.empty());  // the room's own notice
  EXPECT_EQ(room_->actions.back().first, "notice");
}

TEST_F(ShareTest, NothingOfItIsHeardWhileItIsClosed) {
  Open(false);
  Run();
  Act("share-copy", "link");
  Act("share-save", "poster");
  EXPECT_TRUE(host_.copies.empty());
  EXPECT_TRUE(host_.saved.empty());
  EXPECT_EQ(room_->actions.size(), 2u);
}

}  // namespace
}  // namespace meander
