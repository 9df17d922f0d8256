// See figure.h; measures from the design's §15, for 1200 × 630, scaled with the height.
#include "sentences/figure.h"

#include <algorithm>

#include "canvas/letter_column.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "sentences/poem.h"
#include "sentences/scene.h"

namespace meander {
namespace {

constexpr float kLeft_px = 306, kFoot_px = 84;

// A long line is set smaller until it fits, then cut at a word.
void AddFitted(Figure& figure, Point2 at_px, std::string_view text, float size_px, float least_px,
               float width_px, Paint paint) {
  while (size_px > least_px && TextWidth(Face::kWordMedium, size_px, text) > width_px) {
    size_px -= 0.5f;
  }
  figure.texts.push_back({at_px, FitText(Face::kWordMedium, size_px, text, width_px),
                          Face::kWordMedium, size_px, paint});
}

// The mark, what the lines are, and what to do, in one row; where that is too long for it, what
// they are stands above the mark.
void AddFootWords(Figure& figure, float unit) {
  const float top = figure.height_px - kFoot_px * unit;
  Figure mark, button;
  AddLetterMark(mark, unit);
  const float x = (kLeft_px - kLetterLeft_px) * unit;
  AddMoved(mark, {x, top - 26 * unit}, figure);
  const float shift = figure.width_px - kLetterLeft_px * unit -
                      AddLetterButton(button, unit, words::kSentencesPictureAction);
  AddMoved(button, {shift, top - 524 * unit}, figure);
  const TextMark& name = mark.texts.back();
  const float after = x + name.at_px.x + TextWidth(name.face, name.size_px, name.text) + 20 * unit;
  const float size = 16 * unit, most = shift + (kLetterLeft_px - 20) * unit - after;
  const bool is_beside = TextWidth(Face::kUi, size, words::kSentencesPictureNote) <= most;
  figure.texts.push_back(
      {is_beside ? Point2{after, top + 40 * unit} : Point2{kLeft_px * unit, top - 8 * unit},
       std::string(words::kSentencesPictureNote),
       Face::kUi,
       size,
       {Token::kInk2, 1}});
}

// Our name and what the lines are, of a poster.
void AddPosterFoot(Figure& figure, float unit) {
  const float left = kLeft_px * unit, foot = figure.height_px - 26 * unit;
  figure.texts.push_back({{left, foot},
                          std::string(words::kAppName),
                          Face::kRegionItalic,
                          22 * unit,
                          {Token::kInk, 1}});
  const float after = left + TextWidth(Face::kRegionItalic, 22 * unit, words::kAppName) + 14 * unit;
  figure.texts.push_back({{after, foot},
                          FitText(Face::kUi, 16 * unit, words::kSentencesPictureNote,
                                  figure.width_px - kLetterLeft_px * unit - after),
                          Face::kUi,
                          16 * unit,
                          {Token::kInk2, 1}});
}

Figure PictureOf(const SentencesState& state, float width_px, float height_px, float at,
                 bool is_poster) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfWay(state);
  figure.alt_text = SentenceOf(state);
  figure.action = words::kSentencesPictureAction;
  const bool is_tall = IsTall(width_px, height_px);
  const float unit = is_tall ? width_px / kTallWidth_px : height_px / 630;
  figure.chart_px = {{0, 0}, {270 * unit, height_px}};
  figure.camera = {{0, 0}, height_px / 2};
  if (!state.shown) return figure;
  figure.credits = CreditOf(state);
  SentencesState still = state;
  still.hovered = still.dragged = -1;
  still.reading.at = static_cast<float>(still.stop_count() + 1);
  StripFrame strip{{270 * unit, height_px}, {}};
  const int last = still.stop_count() + 1;
  // Many lines stand closer; past what is legible only every other one is set.
  const float top = (is_poster ? 74 : 58) * unit;
  const float bottom = height_px - (is_poster ? 82 : kFoot_px + (is_tall ? 56 : 18)) * unit;
  const float step = (bottom - top) / static_cast<float>(last);
  for (int stop = 0; stop <= last; ++stop) {
    strip.y_px.push_back(top + step * static_cast<float>(stop));
  }
  figure.scene = StripScene(still, strip, ShoreDots(still, strip, 1), at, false);
  const float left = kLeft_px * unit, width = width_px - left - 52 * unit;
  const float size = std::clamp(step * 0.43f, 16 * unit, 27 * unit);
  // A source stands clear of the line that it is of, and nearer to that than to the next.
  const float above = std::min(step * 0.1f, 6 * unit), below = std::min(step * 0.32f, 18.5f * unit);
  const bool has_sources = step >= 46 * unit;
  const int every = step >= 20 * unit ? 1 : 2;
  // Both ends stand there from the beginning; what has not been read yet is pale.
  const float read = at * static_cast<float>(last);
  const auto ink = [&](int stop, Token token) {
    const bool is_read = stop == 0 || stop == last || static_cast<float>(stop) <= read + .01f;
    return Paint{token, is_read ? 1.f : .22f};
  };
  for (int stop = 0; stop <= last; ++stop) {
    const bool is_end = stop == 0 || stop == last;
    if (!is_end && stop % every != 0) continue;
    const float y = strip.y_px[static_cast<size_t>(stop)];
    const LineChoice line = LineAt(still, stop);
    const bool with_source = has_sources && !is_end;
    AddFitted(figure, {left, with_source ? y - above : y + 8 * unit}, line.text,
              is_end ? 30 * unit : size, 16 * unit, width, ink(stop, Token::kInk));
    if (!with_source) continue;
    figure.texts.push_back({{left, y + below},
                            FitText(Face::kUi, 16 * unit, SourceOf(still, line), width),
                            Face::kUi,
                            16 * unit,
                            ink(stop, Token::kInk3)});
  }
  figure.rects.push_back({{{270 * unit, 0}, {271 * unit, height_px}}, 0, {Token::kRule, 1}});
  if (is_poster) {
    AddPosterFoot(figure, unit);
  } else {
    AddFootWords(figure, unit);
  }
  return figure;
}

}  // namespace

Figure SentencesFigure(const SentencesState& state, float width_px, float height_px, float at) {
  return PictureOf(state, width_px, height_px, at, false);
}

Figure SentencesPoster(const SentencesState& state, float width_px, float height_px) {
  return PictureOf(state, width_px, height_px, 1, true);
}

}  // namespace meander
