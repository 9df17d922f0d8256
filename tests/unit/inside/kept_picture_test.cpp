// While other words are read the stage shows those before, faint, and says that it reads.
#include "inside/kept_picture.h"

#include <gtest/gtest.h>

#include "inside/link.h"
#include "inside/page.h"
#include "inside/room.h"
#include "inside/scene.h"
#include "made_up_engine.h"

namespace meander {
namespace {

constexpr StageFrame kStage{842, 546};

float Strongest(const Scene& scene) {
  float most = 0;
  for (const RibbonMark& mark : scene.ribbons) most = std::max(most, mark.paint.opacity);
  for (const LabelMark& mark : scene.labels) most = std::max(most, mark.paint.opacity);
  return most;
}
const PageNode* Find(const std::vector<PageNode>& nodes, std::string_view key) {
  for (const PageNode& node : nodes) {
    if (node.key == key) return &node;
    if (const PageNode* found = Find(node.children, key)) return found;
  }
  return nullptr;
}

class InsideKept : public testing::Test {
 protected:
  Effects Do(std::string_view action, std::string_view argument) {
    kept_.Before(state_);
    Effects effects = Apply(state_, action, argument);
    kept_.After(state_);
    return effects;
  }
  // What the page says beside the stage's picture.
  const PageNode* Waiting() {
    View view;
    view.page_width_px = 1280;
    view.page_height_px = 800;
    view.viewport = {842, 546};
    page_ = InsidePage(state_, view);
    const PageNode* wait = Find(page_.nodes, "wait");
    return wait == nullptr ? nullptr : Find(wait->children, "progress");
  }

  InsideState state_ = Opened();
  KeptPicture kept_;
  Page page_;
};

TEST_F(InsideKept, TheLastPictureStaysFaintAndDeafWhileTheNextIsWorkedOut) {
  EXPECT_FALSE(kept_.Shown(state_, kStage));
  const Scene before = InsideScene(state_, kStage);
  Do("type-a", "Somebody");
  const std::optional<Scene> kept = kept_.Shown(state_, kStage);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->ribbons.size(), before.ribbons.size());
  EXPECT_LT(Strongest(*kept), 0.5f * Strongest(before));
  EXPECT_GT(Strongest(*kept), 0);
  for (const RibbonMark& mark : kept->ribbons) EXPECT_EQ(mark.item, kNoItem);
  // Letter by letter it is the same one still.
  Do("type-a", "Somebody left");
  ASSERT_TRUE(kept_.Shown(state_, kStage));
  EXPECT_EQ(kept_.Shown(state_, kStage)->ribbons.size(), before.ribbons.size());
  AnswerAll(state_, Do("settle", ""));
  kept_.After(state_);
  EXPECT_FALSE(kept_.Shown(state_, kStage));
}

TEST_F(InsideKept, ItFitsAStageOfAnotherSize) {
  constexpr StageFrame kOther{820, 660};
  const Scene before = InsideScene(state_, kOther);
  Do("type-a", "Somebody left");
  const std::optional<Scene> kept = kept_.Shown(state_, kOther);
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->ribbons.size(), before.ribbons.size());
  EXPECT_EQ(kept->ribbons.back().to.x, before.ribbons.back().to.x);
  EXPECT_EQ(kept->ribbons.back().to.y, before.ribbons.back().to.y);
}

TEST_F(InsideKept, NothingIsKeptThatWouldMislead) {
  Do("type-a", "Somebody left");
  ASSERT_TRUE(kept_.Shown(state_, kStage));
  Do("type-a", "  ");
  EXPECT_FALSE(kept_.Shown(state_, kStage)) << "where there is nothing to read";
  Do("type-a", "Somebody left");
  EXPECT_TRUE(kept_.Shown(state_, kStage));
  Do("tab", "groups");
  EXPECT_FALSE(kept_.Shown(state_, kStage)) << "in another view";
}

TEST_F(InsideKept, WhatIsReadIsSaidInTheMiddleUntilThereIsAPicture) {
  EXPECT_EQ(Waiting(), nullptr);
  Do("type-a", "Somebody left");
  EXPECT_EQ(Waiting(), nullptr) << "not asked yet";
  Effects effects = Do("settle", "");
  const PageNode* progress = Waiting();
  ASSERT_NE(progress, nullptr);
  EXPECT_NE(Find(progress->children, "stop"), nullptr);
  const PageNode* stage = Find(page_.nodes, "stage");
  ASSERT_NE(stage, nullptr);
  const PageNode* beside_tabs = Find(Find(stage->children, "head")->children, "progress");
  EXPECT_TRUE(beside_tabs->children.empty()) << "once is enough";
  AnswerAll(state_, std::move(effects));
  EXPECT_EQ(Waiting(), nullptr);
}

TEST(InsideRoom, DrawsTheLastPictureWhileItReads) {
  const std::unique_ptr<Room> room = MakeInsideRoom();
  room->Start({}, WriteInsideLink({"a b", "c d", {}, {}}));
  View view;
  view.viewport = {842, 546};
  view.reduced_motion = true;
  room->Advance(view);
  EXPECT_TRUE(room->BuildScene(view).ribbons.empty());
  // Where there was none, none is kept.
  room->OnAction("type-a", "a b e");
  EXPECT_TRUE(room->BuildScene(view).ribbons.empty());
  bool more = false;
  Effects asked = room->TakeDue(10, more);
  for (int round = 0; round < 40 && !asked.empty(); ++round) {
    Effects next;
    for (const Effect& effect : asked) {
      const auto* ask = std::get_if<AskEngineEffect>(&effect);
      const auto* body = ask == nullptr ? nullptr : std::get_if<RoomRequest>(&ask->request.body);
      if (body == nullptr) continue;
      const auto question = ReadInsideQuestion(body->question);
      ASSERT_TRUE(question);
      Append(next, room->OnReply(
                       {ask->request.id, RoomReply{WriteInsideAnswer(MadeUp(*question)), true}}));
    }
    asked = std::move(next);
  }
  const Scene before = room->BuildScene(view);
  ASSERT_FALSE(before.ribbons.empty());
  room->OnAction("type-a", "a b e f");
  const Scene faint = room->BuildScene(view);
  EXPECT_EQ(faint.ribbons.size(), before.ribbons.size());
  EXPECT_LT(Strongest(faint), 0.5f * Strongest(before));
}

}  // namespace
}  // namespace meander
