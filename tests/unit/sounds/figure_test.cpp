// The room's pictures: what a letter shows can be read at half its size, and says what it holds.
#include "sounds/figure.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/label_box.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "grid_views.h"
#include "sounds/beat.h"
#include "sounds/scene.h"

namespace meander {
namespace {

struct PictureSize {
  float width_px, height_px;
};
constexpr PictureSize kLetter{1200, 630}, kTall{1080, 1350};

size_t CountOf(const Figure& figure, Token token) {
  return static_cast<size_t>(std::ranges::count_if(
      figure.rects, [&](const RectMark& rect) { return rect.paint.token == token; }));
}

bool HasText(const Figure& figure, std::string_view words) {
  return std::ranges::any_of(figure.texts,
                             [&](const TextMark& text) { return text.text == words; });
}

TEST(SoundsFigureTest, NothingInALetterIsTooSmallOrOutside) {
  const auto state = OpenSmall();
  for (const PictureSize& size : {kLetter, kTall}) {
    for (const int lanes : {1, 4, kMostTracks}) {
      for (const int steps : {16, 32}) {
        FillGrid(*state, lanes, steps);
        const Figure figure = SoundsFigure(*state, size.width_px, size.height_px);
        EXPECT_GT(figure.chart_px.height(), size.height_px * 0.25f);
        for (const TextMark& text : figure.texts) {
          EXPECT_GE(text.size_px, 16) << text.text;
          EXPECT_LE(text.at_px.y, size.height_px) << text.text;
          EXPECT_GE(text.at_px.x, 0) << text.text;
        }
        ASSERT_FALSE(figure.scene.labels.empty());
        for (const LabelMark& label : figure.scene.labels) {
          EXPECT_GE(label.size_px, label.face == Face::kRegionItalic ? 21 : 19) << label.text;
        }
        for (const DotMark& dot : figure.dots) {
          EXPECT_LE(dot.at_px.x + dot.radius_px, size.width_px);
          EXPECT_LE(dot.at_px.y + dot.radius_px, size.height_px);
        }
        for (int track = 0; track < lanes; ++track) {
          EXPECT_TRUE(HasText(figure, LabelOf(*state, track)));
        }
      }
    }
  }
}

TEST(SoundsFigureTest, ItSaysWhatItHolds) {
  const auto state = OpenSmall();
  const Figure figure = SoundsFigure(*state, kLetter.width_px, kLetter.height_px);
  EXPECT_EQ(figure.title, TitleOfBeat(*state));
  EXPECT_TRUE(HasText(figure, words::kSoundsListen));
  EXPECT_FALSE(figure.credits.empty());
  EXPECT_EQ(figure.titles.size(), 4u);
  for (const std::string_view said : {"120", "12", "Kick", "Door", "16"}) {
    EXPECT_NE(figure.alt_text.find(said), std::string::npos) << said << ": " << figure.alt_text;
  }
}

// Beside the map for as many as there is room for, else at the lanes: never some of them.
TEST(SoundsFigureTest, ALetterNamesTheSoundOfEveryRingAndNothingLiesOnAnother) {
  const auto state = OpenSmall();
  for (const PictureSize& size : {kLetter, kTall}) {
    for (const int lanes : {1, 4, 6, 7, kMostTracks}) {
      for (const int steps : {16, 32}) {
        FillGrid(*state, lanes, steps);
        const Figure figure = SoundsFigure(*state, size.width_px, size.height_px);
        for (int track = 0; track < lanes; ++track) {
          const std::string sound = SoundOfTrack(*state, track);
          EXPECT_TRUE(std::ranges::any_of(figure.texts,
                                          [&](const TextMark& text) {
                                            return text.face == Face::kUi && text.text.size() > 2 &&
                                                   sound.ends_with(text.text);
                                          }))
              << lanes << " lanes, " << sound;
        }
        std::vector<Rect> boxes;
        for (const TextMark& text : figure.texts) {
          const float width = TextWidth(text.face, text.size_px, text.text);
          const Rect box{text.at_px - Point2{0, text.size_px * 0.7f},
                         text.at_px + Point2{width, text.size_px * 0.2f}};
          for (const Rect& other : boxes) EXPECT_FALSE(box.Overlaps(other)) << text.text;
          boxes.push_back(box);
        }
      }
    }
  }
}

TEST(SoundsFigureTest, EveryHitIsADisc) {
  const auto state = OpenSmall();
  const auto discs = [&] {
    const Figure figure = SoundsFigure(*state, kLetter.width_px, kLetter.height_px);
    return std::ranges::count_if(figure.dots, [&](const DotMark& dot) {
      return dot.fill.token == Token::kInk && dot.at_px.x > figure.chart_px.low.x;
    });
  };
  EXPECT_EQ(discs(), 4);
  Apply(*state, "step", "0 10");
  EXPECT_EQ(discs(), 5);
}

TEST(SoundsFigureTest, AMovingPictureGoesRoundOnce) {
  const auto state = OpenSmall();
  const auto at = [&](float share) {
    return SoundsFigure(*state, kLetter.width_px, kLetter.height_px, share);
  };
  const auto head_x = [](const Figure& figure) {
    const auto head = std::ranges::find_if(
        figure.rects, [](const RectMark& rect) { return rect.paint.token == Token::kAccentSoft; });
    return head == figure.rects.end() ? -1.f : head->in_px.low.x;
  };
  EXPECT_EQ(CountOf(at(1), Token::kAccentSoft), 0u);  // the still one is silent
  float before = 0;
  for (const float share : {0.f, 0.25f, 0.5f, 0.75f, 0.99f}) {
    EXPECT_GT(head_x(at(share)), before);
    before = head_x(at(share));
  }
  // The ring that is hit then is the one that glows.
  const auto lit = [](const Figure& figure) {
    return std::ranges::count_if(figure.scene.discs, [](const DiscMark& disc) {
      return disc.kind == DiscKind::kHandle && disc.paint.token == Token::kAccent;
    });
  };
  EXPECT_EQ(lit(at(0.26f)), 1);
  EXPECT_EQ(lit(at(0.4f)), 0);
  EXPECT_EQ(lit(at(1)), 0);
}

TEST(SoundsFigureTest, OfRingsOnOneSoundTheUpperIsSeen) {
  const auto state = OpenSmall();
  const auto rings = [&] { return SoundsPoster(*state, 600, 400).scene.on_discs.size(); };
  EXPECT_EQ(rings(), 4u);
  state->pattern.tracks[0].clip_id = state->pattern.tracks[2].clip_id;
  EXPECT_EQ(rings(), 3u);
}

TEST(SoundsFigureTest, RingsNamesMeetNeitherEachOtherNorTheSteps) {
  const auto state = OpenSmall();
  for (const PictureSize& size : {PictureSize{600, 400}, PictureSize{360, 480}}) {
    const Figure figure = SoundsPoster(*state, size.width_px, size.height_px);
    const Viewport chart{size.width_px, size.height_px, 1};
    std::vector<Rect> boxes;
    for (const LabelMark& label : figure.scene.labels) {
      if (label.face != Face::kUiBold) continue;
      const Rect box = LabelBoxAt(label, ScreenFromWorld(figure.camera, chart, label.at)).bounds_px;
      for (const Rect& other : boxes) EXPECT_FALSE(box.Overlaps(other)) << label.text;
      EXPECT_LE(box.high.y, figure.rects.front().in_px.low.y) << label.text;
      EXPECT_GE(box.low.x, 0) << label.text;
      EXPECT_LE(box.high.x, size.width_px) << label.text;
      boxes.push_back(box);
    }
    EXPECT_EQ(boxes.size(), 4u);
  }
}

TEST(SoundsFigureTest, NoNameLiesOnTheSoundThatIsLookedAt) {
  const auto state = OpenSmall();
  const View view = ViewOf(*state, kWideFigure);
  std::vector<Rect> without, with;
  RingNames(*state, view, without, 0);
  state->pinned = 3;
  RingNames(*state, view, with, 0);
  ASSERT_EQ(with.size(), without.size() + 1);
  const Point2 at = ScreenFromWorld(view.camera, view.viewport, PlaceOf(*state, 3));
  EXPECT_TRUE(std::ranges::any_of(with, [&](const Rect& box) {
    return box.low.x < at.x - 10 && box.high.x > at.x + 10 && box.low.y < at.y && box.high.y > at.y;
  }));
}

TEST(SoundsFigureTest, OnALowMapARingHasOneName) {
  const auto state = OpenSmall();
  const auto names = [&](const PageSize& size) {
    std::vector<Rect> boxes;
    return RingNames(*state, ViewOf(*state, size), boxes, 0).size();
  };
  EXPECT_EQ(names(kWidePage), 8u);
  EXPECT_EQ(names(kOnItsSide), 4u);
}

TEST(SoundsFigureTest, APosterShowsNothingThatOnlyUseBrings) {
  const auto state = OpenSmall();
  const auto marks = [&] {
    const Figure figure = SoundsPoster(*state, 600, 400);
    return std::tuple(figure.dots.size(), figure.scene.discs.size(), figure.scene.strokes.size(),
                      figure.scene.labels.size());
  };
  const auto before = marks();
  Apply(*state, "pin", "7");
  state->hovered = 3;
  state->chosen = 1;
  EXPECT_EQ(marks(), before);
}

TEST(SoundsFigureTest, WithoutItsMapThereIsAPictureAllTheSame) {
  const SoundsState nothing;
  const Figure figure = SoundsFigure(nothing, 1200, 630);
  EXPECT_EQ(figure.width_px, 1200);
  EXPECT_TRUE(figure.texts.empty());
}

}  // namespace
}  // namespace meander
