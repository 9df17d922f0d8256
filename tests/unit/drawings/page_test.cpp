// What the page says of a drawing, and that everything on it can be pressed.
#include "drawings/page.h"

#include "canvas/page.h"
#include "drawings/sentences.h"
#include "made_up_sheet.h"

namespace meander {
namespace {

View WideView() {
  View view;
  view.viewport = {842, 560};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  return view;
}

// All nodes, the parents first.
void Each(const std::vector<PageNode>& nodes, const auto& see) {
  for (const PageNode& node : nodes) {
    see(node);
    Each(node.children, see);
  }
}
std::string Said(const DrawingsState& state) { return PageText(DrawingsPage(state, WideView())); }

TEST_F(SheetTest, ItSaysTheSignAndTheStrokeThatDecides) {
  Open();
  AnswerAll();
  const std::string says = SentenceOfDrawing(state_);
  EXPECT_NE(says.find("∑ sum"), says.npos) << says;
  EXPECT_NE(says.find("91"), says.npos) << says;
  EXPECT_NE(says.find("Stroke 2 decides"), says.npos) << says;
  EXPECT_NE(says.find("= equals"), says.npos) << says;
  EXPECT_EQ(DecidingStroke(state_), 1);
  const std::string page = Said(state_);
  EXPECT_NE(page.find("Σ Sigma"), page.npos);
  EXPECT_NE(page.find("+6.00"), page.npos) << "the stroke's loss";
  EXPECT_NE(page.find("∴"), page.npos) << "what an empty sheet is called";
}

TEST_F(SheetTest, WhereTheSignStaysNoStrokeIsSaidToDecide) {
  Open();
  Answer(MadeUpLook());
  DrawingsStrokeAnswer strokes = MadeUpStrokes(2);
  strokes.losses[1].top = strokes.losses[0].top;
  Answer(strokes);
  EXPECT_EQ(SentenceOfDrawing(state_).find("decides"), std::string::npos);
}

TEST_F(SheetTest, AnotherSignIsAskedAgainst) {
  Open();
  AnswerAll();
  std::string argument;
  Each(DrawingsPage(state_, WideView()).nodes, [&](const PageNode& node) {
    if (node.key == "sign-1") argument = node.argument;
  });
  ApplyToDrawings(state_, "against", argument);
  AnswerAll();
  EXPECT_EQ(SignsAsked(state_).b, 17);
  EXPECT_NE(Said(state_).find("ahead of Σ Sigma"), std::string::npos);
}

// Ten empty dots would be a finding.
TEST_F(SheetTest, SeedsThatHaveNotBeenAskedAreNotSaidToDisagree) {
  Open();
  Answer(MadeUpLook());
  Answer(MadeUpStrokes(2));
  DrawingsGroupAnswer groups = MadeUpGroups(ToldPlacesOfDrawing(state_.look.layer));
  for (DrawingGroup& group : groups.groups) group.stability = 0;
  Answer(groups);
  EXPECT_NE(Said(state_).find("+1.50"), std::string::npos) << "the groups are there";
  EXPECT_EQ(Said(state_).find("○"), std::string::npos);
  EXPECT_EQ(Said(state_).find("0 of 10"), std::string::npos);
}

// In somebody's page, where the row of tools is not.
TEST_F(SheetTest, AFigureTakesStrokesBackAndSaysWhatDecides) {
  Open();
  AnswerAll();
  View view;
  view.viewport = {360, 350};
  view.frame_ui = FrameUi::kFigure;
  const auto text = [&] { return PageText(DrawingsPage(state_, view)); };
  EXPECT_NE(text().find("Clear"), std::string::npos) << text();
  EXPECT_NE(text().find("sure. Stroke 2 decides it"), std::string::npos) << text();
  EXPECT_NE(text().find("it would say = equals."), std::string::npos) << "no stars: " << text();
  EXPECT_EQ(text().find("% %"), std::string::npos) << text();
  view.is_locked = true;
  EXPECT_EQ(text().find("Clear"), std::string::npos) << "an author's drawing stays: " << text();
  EXPECT_EQ(text().find("Undo"), std::string::npos) << text();
  view.is_locked = false;
  ApplyToDrawings(state_, "clear", "");
  EXPECT_NE(text().find("Draw a sign here"), std::string::npos) << text();
}

TEST_F(SheetTest, AnEmptySheetSaysSoEverywhere) {
  Open();
  AnswerAll();
  ApplyToDrawings(state_, "clear", "");
  const std::string page = Said(state_);
  EXPECT_NE(page.find("The sheet is empty."), page.npos);
  EXPECT_EQ(page.find("∑ sum"), page.npos) << "nothing of what was there";
}

TEST_F(SheetTest, NobodyIsAskedToDrawWhereNoSheetIs) {
  Open();
  AnswerAll();
  EXPECT_NE(Said(state_).find("Draw with a finger"), std::string::npos);
  View view = WideView();
  view.can_draw = false;
  EXPECT_EQ(PageText(DrawingsPage(state_, view)).find("Draw with a finger"), std::string::npos);
  state_.shows_list = true;
  EXPECT_EQ(Said(state_).find("Draw with a finger"), std::string::npos);
  EXPECT_NE(Said(state_).find("Undo"), std::string::npos) << "what is there can be taken back";
}

TEST_F(SheetTest, EveryPressIsKnownAndKeysAreUniqueAmongSiblings) {
  Open();
  AnswerAll();
  ApplyToDrawings(state_, "pin", "3 0 1");
  for (const DrawingDialog dialog :
       {DrawingDialog::kNone, DrawingDialog::kHelp, DrawingDialog::kTrust}) {
    state_.dialog = dialog;
    const Page page = DrawingsPage(state_, WideView());
    EXPECT_TRUE(ReadPage(WritePage(page)).has_value());
    Each(page.nodes, [](const PageNode& node) {
      std::vector<std::string> keys;
      for (const PageNode& child : node.children) keys.push_back(child.key);
      std::ranges::sort(keys);
      EXPECT_TRUE(std::ranges::adjacent_find(keys) == keys.end()) << node.key;
      if (node.kind == PageKind::kButton) {
        EXPECT_FALSE(node.text.empty() && node.label.empty() && node.children.empty()) << node.key;
      }
    });
  }
}

TEST_F(SheetTest, TheListSaysWhatThePictureShows) {
  Open();
  AnswerAll();
  state_.shows_list = true;
  const std::string page = Said(state_);
  EXPECT_NE(page.find("It would say"), page.npos);
  EXPECT_NE(page.find("8 of 10"), page.npos);
}

}  // namespace
}  // namespace meander
