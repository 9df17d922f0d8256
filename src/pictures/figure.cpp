// See figure.h; measures for 1200 × 630, scaled with the height.
#include "pictures/figure.h"

#include <algorithm>

#include "canvas/figure_foot.h"
#include "canvas/fill.h"
#include "canvas/letter_column.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr size_t kGuesses = 4;

// Nothing is pointed at, nothing moves. `at`: how far down through the layers.
PicturesState StillOf(const PicturesState& state, float at) {
  PicturesState still = state;
  still.hovered = {};
  still.is_playing = false;
  still.look.layer =
      static_cast<uint8_t>(static_cast<float>(state.look.layer) * std::clamp(at, 0.f, 1.f) + 0.5f);
  // A layer that has not been asked about has only what fires to show.
  if (still.look.layer != state.look.layer && GroupsSeen(still) == nullptr &&
      still.look.view != PictureView::kGroups) {
    still.look.layer = state.look.layer;
  }
  still.depth = still.look.layer;
  return still;
}

Figure Blank(const PicturesState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfPictures(state);
  figure.alt_text = AltOfPictures(state);
  figure.credits = PhotoCredit(state);
  return figure;
}

// Words broken at spaces, `most_lines` at most; the y after the last line.
float AddBroken(Figure& figure, Point2 at_px, std::string_view text, Face face, float size_px,
                float line_px, float width_px, size_t most_lines, Paint paint) {
  // The faces have no narrow space, as stands before a percent sign.
  constexpr std::string_view kNarrowSpace = "\u202f";
  std::string plain(text);
  for (size_t at = 0; (at = plain.find(kNarrowSpace, at)) != plain.npos;) {
    plain.replace(at, kNarrowSpace.size(), " ");
  }
  std::vector<std::string> lines = BrokenLines(face, size_px, plain, width_px);
  if (lines.size() > most_lines) {
    lines[most_lines - 1] =
        FitText(face, size_px, lines[most_lines - 1] + " " + lines[most_lines], width_px);
    lines.resize(most_lines);
  }
  for (std::string& line : lines) {
    figure.texts.push_back({at_px, std::move(line), face, size_px, paint});
    at_px.y += line_px;
  }
  return at_px.y;
}

// What it takes the photo for, the likeliest first: name, bar, share. The y after the last.
float AddGuesses(Figure& figure, const PicturesLookAnswer& seen, Point2 at_px, float width_px,
                 float unit) {
  for (size_t i = 0; i < std::min(seen.classes.size(), kGuesses); ++i) {
    const PictureClass& one = seen.classes[i];
    const Face face = i == 0 ? Face::kUiBold : Face::kUi;
    const float bar = at_px.x + width_px * 0.52f, end = at_px.x + width_px - 58 * unit;
    figure.texts.push_back(
        {at_px,
         FitText(face, 18 * unit, UpperFirst(one.name), bar - at_px.x - 8 * unit),
         face,
         18 * unit,
         {Token::kInk, 1}});
    const Rect whole{{bar, at_px.y - 11 * unit}, {end, at_px.y - 2 * unit}};
    figure.rects.push_back({whole, 2 * unit, {Token::kRule, 1}});
    const float part = whole.width() * std::clamp(one.share, 0.01f, 1.f);
    figure.rects.push_back({{whole.low, {bar + part, whole.high.y}}, 2 * unit, {Token::kInk2, 1}});
    const std::string share = PercentText(one.share);
    figure.texts.push_back({{at_px.x + width_px - TextWidth(face, 18 * unit, share), at_px.y},
                            share,
                            face,
                            18 * unit,
                            {Token::kInk, 1}});
    at_px.y += 30 * unit;
  }
  return at_px.y;
}

}  // namespace

Figure PicturesFigure(const PicturesState& state, float width_px, float height_px, float at) {
  Figure figure = Blank(state, width_px, height_px);
  const bool is_tall = IsTall(width_px, height_px);
  const float unit = is_tall ? width_px / kTallWidth_px : height_px / 630;
  const float left = 36 * unit, above = 30 * unit;
  figure.chart_px = {{kLetterColumn_px * unit, above}, {width_px, height_px}};
  if (is_tall) figure.chart_px = {{0, above}, {width_px, height_px - kLetterFoot_px * unit}};
  figure.camera = {{0, 0}, figure.chart_px.height() / 2};
  const PicturesState still = StillOf(state, at);
  figure.scene =
      PicturesScene(still, StageFrame{{figure.chart_px.width(), figure.chart_px.height()}});
  // Words and chart share no ground.
  const float top = is_tall ? AddLetterFoot(figure, unit) : 0;
  const float width = is_tall ? width_px - 2 * left : (kLetterColumn_px - 72) * unit;
  float y = AddBroken(figure, {left, top + 74 * unit}, PhotoName(still), Face::kWordMedium,
                      31 * unit, 38 * unit, width, 2, {Token::kInk, 1});
  if (const PicturesLookAnswer* seen = LookSeen(still)) {
    y = AddGuesses(figure, *seen, {left, y + 14 * unit}, width, unit);
  }
  AddBroken(figure, {left, y + 34 * unit}, SentenceOfPicture(still), Face::kUi, 19 * unit,
            27 * unit, width, is_tall ? 4 : 8, {Token::kInk2, 1});
  if (!is_tall) {
    figure.rects.push_back({{{408 * unit, 0}, {409 * unit, height_px}}, 0, {Token::kRule, 1}});
  }
  const float foot_px = height_px - 26 * unit;
  figure.texts.push_back({{left, foot_px},
                          std::string(words::kAppName),
                          Face::kRegionItalic,
                          22 * unit,
                          {Token::kInk, 1}});
  const float name = TextWidth(Face::kRegionItalic, 22 * unit, words::kAppName) + 14 * unit;
  figure.texts.push_back({{left + name, foot_px},
                          FitText(Face::kUi, 15 * unit, PhotoCredit(still), width - name),
                          Face::kUi,
                          15 * unit,
                          {Token::kInk2, 1}});
  return figure;
}

Figure PicturesPoster(const PicturesState& state, float width_px, float height_px) {
  const float chart = height_px - kStageEdges.At(width_px);
  Figure figure = Blank(state, width_px, height_px);
  figure.chart_px = {{0, 0}, {width_px, chart}};
  figure.camera = {{0, 0}, chart / 2};
  figure.scene = PicturesScene(StillOf(state, 1), StageFrame{{width_px, chart}});
  return figure;
}

}  // namespace meander
