// What is asked when: one question at a time, while drawing no more than eight a second, and
// answers that do not fit are not believed.
#include "made_up_sheet.h"

#include "drawings/keys.h"
#include "drawings/link.h"
#include "drawings/sentences.h"

namespace meander {
namespace {

TEST_F(SheetTest, AFirstVisitAsksForTheFirstDrawingThenItsStrokesThenItsGroups) {
  auto asked = AskedIn(Open());
  ASSERT_TRUE(asked && std::holds_alternative<DrawingsLookQuestion>(*asked));
  EXPECT_EQ(std::get<DrawingsLookQuestion>(*asked).ink, kMadeDrawings[0]);
  asked = AskedIn(Answer(MadeUpLook()));
  ASSERT_TRUE(asked && std::holds_alternative<DrawingsStrokeQuestion>(*asked));
  EXPECT_EQ(std::get<DrawingsStrokeQuestion>(*asked).a, 300) << "what it was seen as";
  asked = AskedIn(Answer(MadeUpStrokes(2)));
  ASSERT_TRUE(asked && std::holds_alternative<DrawingsGroupQuestion>(*asked));
  EXPECT_FALSE(HasAllDrawings(state_));
  EXPECT_FALSE(AskedIn(Answer(MadeUpGroups(196))));
  EXPECT_TRUE(HasAllDrawings(state_));
  EXPECT_TRUE(state_.is_first());
}

TEST_F(SheetTest, WhileItIsDrawnItIsAskedEightTimesASecondAtMost) {
  Open();
  AnswerAll();
  int asked = 0;
  for (int frame = 0; frame < 120; ++frame) {  // two seconds of sixty frames
    state_.now_s = 10 + frame / 60.;
    bool more = false;
    Effects effects = LetDrawingsPass(state_, state_.now_s, more);
    Append(effects, MovePen(state_, {.1f + .005f * float(frame), .3f + .1f * float(frame % 7)}));
    if (!AskedIn(effects)) continue;
    ++asked;
    Answer(MadeUpLook());
  }
  EXPECT_GE(asked, 12);
  EXPECT_LE(asked, 17);
  const Effects lifted = LiftPen(state_);
  ASSERT_TRUE(AskedIn(lifted)) << "and once it is lifted, at once";
  EXPECT_EQ(std::get<DrawingsLookQuestion>(*AskedIn(lifted)).ink, state_.ink);
}

TEST_F(SheetTest, APenThatRestsAsksNothing) {
  Open();
  AnswerAll();
  state_.now_s = 20;
  MovePen(state_, {.1f, .1f});
  Answer(MadeUpLook());
  bool more = false;
  for (int frame = 1; frame < 60; ++frame) {
    EXPECT_FALSE(AskedIn(LetDrawingsPass(state_, 20 + frame / 60., more))) << frame;
  }
  EXPECT_TRUE(more);
}

TEST_F(SheetTest, AnAnswerUnderThePenIsShownAndNotKept) {
  Open();
  AnswerAll();
  const size_t known = state_.known.size();
  state_.now_s = 20;
  MovePen(state_, {.1f, .1f});
  MovePen(state_, {.9f, .9f});
  ASSERT_NE(state_.request, 0u);
  DrawingsLookAnswer other = MadeUpLook();
  other.signs[0].name = "other";
  Answer(other);
  EXPECT_EQ(state_.known.size(), known);
  ASSERT_NE(DrawingSeen(state_), nullptr);
  EXPECT_EQ(DrawingSeen(state_)->signs[0].name, "other");
}

TEST_F(SheetTest, AnswersThatDoNotFitAreNotBelieved) {
  Open();
  Answer(MadeUpLook());
  ASSERT_TRUE(std::holds_alternative<DrawingsStrokeQuestion>(state_.asked));
  Answer(MadeUpStrokes(3));  // of a drawing of two
  EXPECT_EQ(StrokesSeen(state_), nullptr);
  EXPECT_FALSE(DrawingProblem(state_).empty());
  ASSERT_TRUE(std::holds_alternative<DrawingsGroupQuestion>(state_.asked));
  Answer(MadeUpGroups(49));  // of another layer
  EXPECT_EQ(DrawingGroupsSeen(state_), nullptr);
  TakeDrawingsReply(state_, {state_.request + 1, RoomReply{{1, 2, 3}, true}});
  ApplyToDrawings(state_, "again", "");
  AnswerAll();
  EXPECT_TRUE(DrawingProblem(state_).empty());
  EXPECT_NE(StrokesSeen(state_), nullptr);
}

TEST_F(SheetTest, ALinkBringsItsDrawingAndABrokenOneASentence) {
  DrawingsLink link;
  link.ink = {{{1, 2}, {300, 400}}};
  link.look.layer = 6;
  Open(WriteDrawingsLink(link));
  EXPECT_EQ(state_.ink, link.ink) << "and no example over it";
  EXPECT_EQ(state_.look.layer, 6);
  EXPECT_FALSE(state_.is_first());
  TakeDrawingsLink(state_, "nonsense");
  EXPECT_EQ(state_.ink, link.ink) << "nothing is lost";
  EXPECT_FALSE(state_.notice.empty());
  TakeDrawingsLink(state_, "");
  EXPECT_TRUE(state_.is_first());
}

TEST_F(SheetTest, ABrokenLinkAtTheStartLeavesTheFirstDrawing) {
  Open("nonsense");
  EXPECT_EQ(state_.ink, kMadeDrawings[0]);
  EXPECT_FALSE(state_.notice.empty());
}

TEST_F(SheetTest, WithoutExamplesTheSheetIsEmptyAndNothingIsAsked) {
  StartDrawings(state_, MadeDrawingsHead(), {});
  TakeDrawingsChunk(state_, "examples", {}, Fail(ErrorCode::kNotFound, "Not here."));
  EXPECT_TRUE(state_.has_begun);
  EXPECT_TRUE(state_.ink.empty());
  EXPECT_EQ(state_.request, 0u);
  EXPECT_FALSE(SentenceOfDrawing(state_).empty());
}

TEST_F(SheetTest, WhereFewBytesAreWantedAnotherDrawingAsksFirst) {
  state_.is_careful = true;
  Open();
  AnswerAll();
  Draw({{.1f, .1f}, {.9f, .9f}});
  TakeDrawingsReply(state_, {state_.request, Error{ErrorCode::kNeedsConsent, "Not here."}});
  EXPECT_TRUE(state_.asks_to_fetch);
  EXPECT_EQ(state_.request, 0u);
  EXPECT_EQ(DrawingSeen(state_), nullptr) << "what was read before is not said of this one";
  ApplyToDrawings(state_, "fetch", "");
  EXPECT_NE(state_.request, 0u);
}

TEST_F(SheetTest, WhoOnlyPlaysIsAskedForNoMegabytes) {
  state_.is_careful = true;
  Open();
  AnswerAll();
  ApplyToDrawings(state_, "play", "");
  state_.now_s += 1;
  state_.look.layer = kDrawingDefaultLayer + 1;
  ASSERT_TRUE(AskedIn(AskDrawings(state_)));
  TakeDrawingsReply(state_, {state_.request, Error{ErrorCode::kNeedsConsent, "Not here."}});
  EXPECT_FALSE(state_.asks_to_fetch);
  EXPECT_FALSE(state_.is_playing);
  EXPECT_EQ(state_.look.layer, kDrawingDefaultLayer) << "what is here is seen again";
  // Whoever asks for that layer is asked.
  ApplyToDrawings(state_, "layer", std::to_string(kDrawingDefaultLayer + 1));
  EXPECT_TRUE(state_.asks_to_fetch);
}

TEST_F(SheetTest, KeysDoWhatThePageSays) {
  Open();
  AnswerAll();
  DrawingKey(state_, "]");
  EXPECT_EQ(state_.look.layer, kDrawingDefaultLayer + 1);
  DrawingKey(state_, "6");
  EXPECT_EQ(state_.look.groups, 6);
  DrawingKey(state_, "ArrowLeft");
  EXPECT_EQ(state_.pinned.kind, DrawingTarget::Kind::kPlace);
  DrawingKey(state_, "n");
  EXPECT_EQ(state_.ink, kMadeDrawings[1]);
  DrawingKey(state_, "z");
  EXPECT_EQ(state_.ink, kMadeDrawings[0]);
  AnswerAll();
  DrawingKey(state_, "x");
  EXPECT_EQ(state_.look.b, 17) << "why not the second sign?";
  DrawingKey(state_, "c");
  EXPECT_TRUE(state_.ink.empty());
  EXPECT_FALSE(DrawingKey(state_, "q")) << "the browser's";
}

uint32_t GhostOf(const DrawingsQuestion& question) {
  return std::visit([](const auto& asked) { return asked.ghost; }, question);
}

TEST_F(SheetTest, TheGhostIsAskedAboutTheSignThatTheNetworkSees) {
  Open();
  AnswerAll();
  auto asked = AskedIn(DrawingKey(state_, "g").value_or(Effects{}));
  ASSERT_TRUE(asked && std::holds_alternative<DrawingsLookQuestion>(*asked));
  EXPECT_EQ(GhostOf(*asked), kDrawingGhostSeed);
  EXPECT_EQ(DrawingSeen(state_), nullptr) << "what the network said is not shown as the ghost's";
  DrawingsLookAnswer ghost = MadeUpLook();
  ghost.signs = {{90, "∂", "partial", .02f, 1}, {91, "∮", "contour", .01f, 1}};
  asked = AskedIn(Answer(ghost));
  ASSERT_TRUE(asked && std::holds_alternative<DrawingsStrokeQuestion>(*asked));
  EXPECT_EQ(std::get<DrawingsStrokeQuestion>(*asked).a, 300) << "not the ghost's own first";
  EXPECT_EQ(GhostOf(*asked), kDrawingGhostSeed);
  AnswerAll();
  EXPECT_EQ(DrawingSeen(state_)->signs[0].index, 90);
  const std::string says = SentenceOfDrawing(state_);
  EXPECT_TRUE(says.starts_with("By the ghost")) << says;
  EXPECT_NE(says.find("∂ partial"), says.npos) << says;
  EXPECT_NE(says.find("Asked about ∑ sum, it leans on stroke 2"), says.npos) << says;
  EXPECT_EQ(TitleOfDrawings(state_), "A drawing, read by the ghost as ∂ partial");
  for (DrawingKnown& known : state_.known) {
    auto* strokes = known.answer ? std::get_if<DrawingsStrokeAnswer>(&*known.answer) : nullptr;
    for (size_t i = 0; strokes != nullptr && i < strokes->losses.size(); ++i) {
      strokes->losses[i].loss = -1;
    }
  }
  EXPECT_NE(SentenceOfDrawing(state_).find("holds every stroke against it"), std::string::npos);
  DrawingKey(state_, "G");
  EXPECT_EQ(state_.request, 0u) << "the network's own answers are still here";
  EXPECT_EQ(DrawingSeen(state_)->signs[0].index, 300);
  EXPECT_TRUE(state_.is_first());
}

// A link opens with the ghost on: the network itself is asked as well, for the sign.
TEST_F(SheetTest, ALinkWithTheGhostAsksBoth) {
  DrawingsLink link;
  link.ink = kMadeDrawings[0];
  link.look.ghost = true;
  Open(WriteDrawingsLink(link));
  ASSERT_TRUE(std::holds_alternative<DrawingsLookQuestion>(state_.asked));
  EXPECT_EQ(GhostOf(state_.asked), kDrawingGhostSeed);
  DrawingsLookAnswer ghost = MadeUpLook();
  ghost.signs[0].name = "ghostly";
  auto asked = AskedIn(Answer(ghost));
  ASSERT_TRUE(asked && std::holds_alternative<DrawingsLookQuestion>(*asked));
  EXPECT_EQ(GhostOf(*asked), 0u);
  Answer(MadeUpLook());
  EXPECT_EQ(DrawingSeen(state_)->signs[0].name, "ghostly");
  AnswerAll();
  EXPECT_TRUE(HasAllDrawings(state_));
}

TEST_F(SheetTest, BadArgumentsDoNothing) {
  Open();
  AnswerAll();
  for (const char* action : {"example", "remove-stroke", "layer", "group-count", "against", "pin",
                             "point", "groups", "choose", "pick"}) {
    for (const char* argument : {"", "-1", "9999999999", "x", "1 9 9", "3 0 77", "layer:x"}) {
      ApplyToDrawings(state_, action, argument);
    }
  }
  EXPECT_EQ(state_.ink, kMadeDrawings[0]);
  EXPECT_TRUE(state_.look == DrawingLook{});
}

}  // namespace
}  // namespace meander
