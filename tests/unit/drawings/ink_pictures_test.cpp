// Drawings as small pictures in the page's rows: what is on them, and when they are made.
#include "drawings/ink_pictures.h"

#include <set>

#include "drawings/page.h"
#include "made_up_sheet.h"

namespace meander {
namespace {

std::vector<ShowPictureEffect> PicturesIn(const Effects& effects) {
  std::vector<ShowPictureEffect> pictures;
  for (const Effect& effect : effects) {
    if (const auto* show = std::get_if<ShowPictureEffect>(&effect)) pictures.push_back(*show);
  }
  return pictures;
}
struct Pixel {
  int red, green, blue, alpha;
  bool operator==(const Pixel&) const = default;
};
// `x` and `y`: shares of the picture.
Pixel At(const ShowPictureEffect& picture, float x, float y) {
  const auto side = static_cast<float>(picture.width);
  const size_t at =
      4 * (static_cast<size_t>(y * side) * picture.width + static_cast<size_t>(x * side));
  return {picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2], picture.rgba[at + 3]};
}

TEST_F(SheetTest, EveryExampleHasAPictureOfItself) {
  const std::vector<ShowPictureEffect> pictures = PicturesIn(Open());
  ASSERT_EQ(pictures.size(), kMadeDrawings.size());
  for (const ShowPictureEffect& picture : pictures) {
    EXPECT_EQ(picture.rgba.size(), size_t{4} * picture.width * picture.width);
    EXPECT_EQ(At(picture, 0, 0).alpha, 0) << "bare paper";
  }
  // Two flat bars, and one that stands.
  EXPECT_EQ(At(pictures[0], .5f, .14f).alpha, 255);
  EXPECT_EQ(At(pictures[0], .5f, .86f).alpha, 255);
  EXPECT_EQ(At(pictures[0], .5f, .5f).alpha, 0);
  EXPECT_EQ(At(pictures[1], .5f, .5f).alpha, 255);
  EXPECT_EQ(At(pictures[1], .2f, .5f).alpha, 0);
}

TEST_F(SheetTest, EachStrokeStandsOutInItsOwnPicture) {
  Open();
  Answer(MadeUpLook());
  const std::vector<ShowPictureEffect> pictures = PicturesIn(Answer(MadeUpStrokes(2)));
  ASSERT_EQ(pictures.size(), 2u);
  const Pixel above = At(pictures[0], .5f, .14f), below = At(pictures[0], .5f, .86f);
  EXPECT_FALSE(above == below);
  EXPECT_EQ(At(pictures[1], .5f, .14f), below);
  EXPECT_EQ(At(pictures[1], .5f, .86f), above);
}

TEST_F(SheetTest, PicturesOfStrokesAreMadeOnceForADrawing) {
  Open();
  Answer(MadeUpLook());
  EXPECT_EQ(PicturesIn(Answer(MadeUpStrokes(2), false)).size(), 2u) << "with the first of them";
  EXPECT_TRUE(PicturesIn(Answer(MadeUpStrokes(2))).empty());
  AnswerAll();
  // Another drawing has others under the same names, and the first one again when it is back.
  ApplyToDrawings(state_, "example", "1");
  Answer(MadeUpLook());
  EXPECT_EQ(PicturesIn(Answer(MadeUpStrokes(1))).size(), 1u);
  AnswerAll();
  EXPECT_EQ(PicturesIn(ApplyToDrawings(state_, "undo", "")).size(), 2u);
}

TEST_F(SheetTest, ThePageShowsWhatWasDrawnForIt) {
  std::set<std::string> made, shown;
  const auto note = [&](const Effects& effects) {
    for (const ShowPictureEffect& picture : PicturesIn(effects)) made.insert(picture.name);
  };
  note(Open());
  Answer(MadeUpLook());
  note(Answer(MadeUpStrokes(2)));
  AnswerAll();
  const auto look = [&](const auto& self, const std::vector<PageNode>& nodes) -> void {
    for (const PageNode& node : nodes) {
      if (node.kind == PageKind::kDrawn) {
        shown.insert(node.detail);
        EXPECT_FALSE(node.label.empty()) << node.detail;
      }
      self(self, node.children);
    }
  };
  View view;
  view.viewport = {842, 560};
  look(look, DrawingsPage(state_, view).nodes);
  EXPECT_EQ(shown, made);
}

}  // namespace
}  // namespace meander
