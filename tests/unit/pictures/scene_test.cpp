// What is drawn says what the numbers say, stays on its stage, and can be pointed at.
#include "pictures/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "../canvas/letter_faults.h"
#include "made_up_look.h"
#include "pictures/figure.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

constexpr StageFrame kStages[] = {{842, 508}, {820, 420}, {390, 560},  {600, 310},
                                  {360, 352}, {20, 20},   {2400, 300}, {561, 900}};

PicturesState Seeing(std::string_view view) {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "tab", view));
  return state;
}

// Of marks that can be pointed at: how many of them mean places of a layer.
size_t PlacesIn(const Scene& scene, uint8_t layer) {
  return static_cast<size_t>(std::ranges::count_if(scene.pictures, [&](const PictureMark& mark) {
    const PictureTarget target = PictureTargetOf(mark.item);
    return mark.item != kNoItem && target.kind == Kind::kPlace && target.a == layer;
  }));
}

TEST(PicturesScene, EveryViewStaysOnItsStageWhateverItsSizeAndWhateverHasCome) {
  for (const std::string_view view : kPictureViewNames) {
    PicturesState bare;  // nothing has come at all
    const PicturesState whole = Seeing(view);
    bare.look = whole.look;
    for (uint8_t layer = 0; layer <= kPictureEnd; ++layer) {
      PicturesState deep = whole;
      AnswerAllOf(deep, ApplyToPictures(deep, "layer", std::to_string(layer)));
      for (const PicturesState* state : std::initializer_list<const PicturesState*>{&bare, &deep}) {
        for (const StageFrame& frame : kStages) {
          const Scene scene = PicturesScene(*state, frame);
          const float wide = frame.width_px / frame.height_px;
          const auto is_near = [&](Point2 at) {
            return std::isfinite(at.x) && std::isfinite(at.y) && std::fabs(at.x) < wide + 0.1f &&
                   std::fabs(at.y) < 1.1f;
          };
          for (const PictureMark& mark : scene.pictures) {
            EXPECT_TRUE(is_near(mark.in_world.low) && is_near(mark.in_world.high))
                << view << ' ' << frame.width_px;
            EXPECT_LE(mark.in_world.low.y, mark.in_world.high.y) << view;
          }
          for (const CellMark& cell : scene.cells) {
            EXPECT_TRUE(is_near(cell.in_world.low) && is_near(cell.in_world.high))
                << view << ' ' << frame.width_px;
          }
          for (const StrokeMark& stroke : scene.strokes) {
            EXPECT_TRUE(is_near(stroke.from) && is_near(stroke.to)) << view << frame.width_px;
          }
          for (const LabelMark& label : scene.labels) {
            EXPECT_TRUE(is_near(label.at)) << view << ' ' << label.text << ' ' << frame.width_px;
          }
        }
      }
    }
  }
}

TEST(PicturesScene, TheSamePlaceIsFoundOnThePhotoAndOnEveryGrid) {
  const PicturesState state = Seeing("groups");
  const StageFrame frame = kStages[0];
  const Scene scene = PicturesScene(state, frame);
  EXPECT_EQ(PlacesIn(scene, 4), 2u * 14 * 14) << "the photo and the large grid";
  EXPECT_EQ(PlacesIn(scene, 2), 28u * 28);
  EXPECT_EQ(PlacesIn(scene, 3), 14u * 14);
  EXPECT_EQ(PlacesIn(scene, 5), 7u * 7);
  const Camera camera{{0, 0}, frame.height_px / 2};
  const Viewport viewport{frame.width_px, frame.height_px, 1};
  // Under the middle of each mark lies what it means.
  for (const PictureMark& mark : scene.pictures) {
    if (mark.item == kNoItem || PictureTargetOf(mark.item).kind != Kind::kPlace) continue;
    const Point2 middle =
        ScreenFromWorld(camera, viewport, (mark.in_world.low + mark.in_world.high) * 0.5f);
    const auto found = Pick(scene, camera, viewport, middle, 8);
    ASSERT_TRUE(found.has_value());
    // A group's name may lie over it.
    if (PictureTargetOf(*found).kind != Kind::kGroup) {
      EXPECT_EQ(*found, mark.item);
    }
  }
}

TEST(PicturesScene, TheFrameFollowsWhatIsPointedAt) {
  PicturesState state = Seeing("groups");
  const auto frames = [&] {
    std::set<std::pair<float, float>> corners;
    for (const StrokeMark& stroke : PicturesScene(state, kStages[0]).strokes) {
      if (stroke.paint.token == Token::kAccent) corners.insert({stroke.from.x, stroke.from.y});
    }
    return corners;
  };
  const auto before = frames();
  EXPECT_FALSE(before.empty());
  state.hovered = {Kind::kPlace, 5, 8};
  const auto after = frames();
  EXPECT_EQ(before.size(), after.size()) << "as many frames as before";
  EXPECT_NE(before, after);
}

TEST(PicturesScene, CloserShowsAQuarterOfGridAndPhotoAboutThePlace) {
  PicturesState state = Seeing("grid");
  AnswerAllOf(state, ApplyToPictures(state, "by", "fires"));
  AnswerAllOf(state, ApplyToPictures(state, "pin", "1 4 0"));
  const auto widest_photo_part = [&] {
    float part = 0;
    for (const PictureMark& mark : PicturesScene(state, kStages[0]).pictures) {
      if (mark.table == state.photos[0].pixels) part = std::max(part, mark.part.width());
    }
    return part;
  };
  EXPECT_EQ(PlacesIn(PicturesScene(state, kStages[0]), 4), 2u * 14 * 14);
  EXPECT_EQ(widest_photo_part(), 1);
  ApplyToPictures(state, "closer", "");
  EXPECT_EQ(PlacesIn(PicturesScene(state, kStages[0]), 4), 2u * 7 * 7);
  EXPECT_NEAR(widest_photo_part(), 0.5f, 1e-5f);
  // It stays where it is while something else is pointed at: under a finger nothing may move.
  const size_t marks = PicturesScene(state, kStages[0]).pictures.size();
  state.hovered = {Kind::kPlace, 4, 17};
  EXPECT_EQ(PicturesScene(state, kStages[0]).pictures.size(), marks);
  state.hovered = {};
  for (int i = 0; i < 5; ++i) ApplyToPictures(state, "closer", "");
  EXPECT_EQ(PlacesIn(PicturesScene(state, kStages[0]), 4), 2u * 4 * 4);
  for (int i = 0; i < 5; ++i) ApplyToPictures(state, "further", "");
  EXPECT_EQ(PlacesIn(PicturesScene(state, kStages[0]), 4), 2u * 14 * 14);
}

TEST(PicturesScene, GroupsThatSpeakAgainstAreHatchedAndWeighWhatTheySay) {
  PicturesState state = Seeing("groups");
  const Scene by_share = PicturesScene(state, kStages[0]);
  const auto cell_of = [](const Scene& scene, size_t group) {
    const auto at = std::ranges::find_if(
        scene.cells, [&](const CellMark& cell) { return cell.paint.token == GroupHue(group); });
    return at == scene.cells.end() ? CellMark{} : *at;
  };
  EXPECT_TRUE(cell_of(by_share, 2).hatched);
  EXPECT_FALSE(cell_of(by_share, 0).hatched);
  // Areas are as the shares: 1.42 and 0.38 (made_up_look.h).
  const auto area = [](const CellMark& cell) {
    return cell.in_world.width() * cell.in_world.height();
  };
  EXPECT_NEAR(area(cell_of(by_share, 2)) / area(cell_of(by_share, 0)), 0.38f / 1.42f, 0.01f);
  AnswerAllOf(state, ApplyToPictures(state, "by", "fires"));
  const Scene by_firing = PicturesScene(state, kStages[0]);
  EXPECT_FALSE(cell_of(by_firing, 2).hatched);
  EXPECT_NEAR(area(cell_of(by_firing, 2)), area(cell_of(by_firing, 0)), 1e-4f);
}

TEST(PicturesScene, OnlyOneGroupDimsTheOthers) {
  PicturesState state = Seeing("groups");
  AnswerAllOf(state, ApplyToPictures(state, "only", ""));
  const Scene scene = PicturesScene(state, kStages[0]);
  float of_it = 0, of_others = 0;
  for (const CellMark& cell : scene.cells) {
    if (cell.paint.token == GroupHue(0)) of_it = std::max(of_it, cell.paint.opacity);
    if (cell.paint.token == GroupHue(1)) of_others = std::max(of_others, cell.paint.opacity);
  }
  EXPECT_GT(of_it, 0.9f);
  EXPECT_GT(of_others, 0);
  EXPECT_LE(of_others, 0.2f);
}

TEST(PicturesScene, WhySquaresAreAsLargeAsWhatThePlacesSpeakFor) {
  const PicturesState state = Seeing("why");
  const Scene scene = PicturesScene(state, kStages[0]);
  // Two places speak (made_up_look.h), on the photo and on the grid; sixteen channels, the sum and
  // the quick guess are bars.
  size_t for_it = 0, against = 0;
  for (const CellMark& cell : scene.cells) {
    for_it += cell.paint.token == Token::kPlus ? 1 : 0;
    against += cell.paint.token == Token::kMinus ? 1 : 0;
    EXPECT_EQ(cell.hatched, cell.paint.token == Token::kMinus);
  }
  const PicturesShareAnswer& shares = *SharesSeen(state);
  const auto minus_channels = static_cast<size_t>(std::ranges::count_if(
      shares.channels, [](const PictureChannel& channel) { return channel.value < 0; }));
  EXPECT_EQ(against, 2 + minus_channels);
  EXPECT_GE(for_it, 2 + shares.channels.size() - minus_channels);
}

TEST(PicturesScene, TheGhostIsGrey) {
  for (const std::string_view view : {"groups", "why"}) {
    PicturesState state = Seeing(view);
    state.look.ghost = true;
    AnswerAllOf(state, AskPictures(state));
    const Scene scene = PicturesScene(state, kStages[0]);
    ASSERT_FALSE(scene.cells.empty());
    for (const CellMark& cell : scene.cells) {
      EXPECT_TRUE(cell.paint.token != Token::kPlus && cell.paint.token != Token::kMinus) << view;
    }
  }
}

TEST(PicturesScene, ALetterHasItsWordsBesideTheChart) {
  const PicturesState state = Seeing("groups");
  for (const auto& [width, height] : {std::pair{1200.f, 630.f}, {1080.f, 1350.f}}) {
    const Figure figure = PicturesFigure(state, width, height);
    EXPECT_FALSE(figure.title.empty());
    EXPECT_FALSE(figure.alt_text.empty());
    ASSERT_FALSE(figure.texts.empty());
    for (const TextMark& text : figure.texts) {
      EXPECT_FALSE(figure.chart_px.Contains(text.at_px)) << text.text;
      EXPECT_LT(text.at_px.y, height) << text.text;
    }
    EXPECT_FALSE(figure.scene.pictures.empty());
  }
}

TEST(PicturesScene, ALetterOfEveryViewIsLegibleInMailAndSaysWhatToDo) {
  for (const std::string_view view : kPictureViewNames) {
    PicturesState state = Seeing(view);
    state.photos[state.photo].maker = "Stéfan van der Walt";
    state.photos[state.photo].license = "CC0-1.0";
    for (const auto& [width, height] : {std::pair{1200.f, 630.f}, {1080.f, 1350.f}, {600, 315}}) {
      const Figure figure = PicturesFigure(state, width, height);
      EXPECT_EQ(LetterFaults(figure), std::vector<std::string>{}) << view << " " << width;
      EXPECT_TRUE(std::ranges::any_of(figure.texts, [&](const TextMark& text) {
        return text.text == figure.credits;
      })) << "whose photo it is stands in the picture";
    }
  }
}

}  // namespace
}  // namespace meander
