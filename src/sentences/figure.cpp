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

// A long line is set smaller until it fits, then cut at a word.
void AddFitted(Figure& figure, Point2 at_px, std::string_view text, float size_px, float least_px,
               float width_px, Paint paint) {
  while (size_px > least_px && TextWidth(Face::kWordMedium, size_px, text) > width_px) {
    size_px -= 0.5f;
  }
  figure.texts.push_back({at_px, FitText(Face::kWordMedium, size_px, text, width_px),
                          Face::kWordMedium, size_px, paint});
}

}  // namespace

Figure SentencesFigure(const SentencesState& state, float width_px, float height_px, float at) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfWay(state);
  figure.alt_text = SentenceOf(state);
  const float unit = IsTall(width_px, height_px) ? width_px / kTallWidth_px : height_px / 630;
  const float foot_px = height_px - 26 * unit;
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
  const float top = 74 * unit, bottom = height_px - 82 * unit;
  const float step = (bottom - top) / static_cast<float>(last);
  for (int stop = 0; stop <= last; ++stop) {
    strip.y_px.push_back(top + step * static_cast<float>(stop));
  }
  figure.scene = StripScene(still, strip, ShoreDots(still, strip, 1), at, false);
  const float left = 306 * unit, width = width_px - left - 52 * unit;
  const float size = std::clamp(step * 0.46f, 16 * unit, 27 * unit);
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
    AddFitted(figure, {left, y + (with_source ? 2 : 8) * unit}, line.text,
              is_end ? 30 * unit : size, 16 * unit, width, ink(stop, Token::kInk));
    if (!with_source) continue;
    figure.texts.push_back({{left, y + 21 * unit},
                            FitText(Face::kUi, 16 * unit, SourceOf(still, line), width),
                            Face::kUi,
                            16 * unit,
                            ink(stop, Token::kInk3)});
  }
  figure.rects.push_back({{{270 * unit, 0}, {271 * unit, height_px}}, 0, {Token::kRule, 1}});
  figure.texts.push_back({{left, foot_px},
                          std::string(words::kAppName),
                          Face::kRegionItalic,
                          22 * unit,
                          {Token::kInk, 1}});
  const float name = TextWidth(Face::kRegionItalic, 22 * unit, words::kAppName);
  figure.texts.push_back(
      {{left + name + 14 * unit, foot_px},
       FitText(Face::kUi, 16 * unit, words::kSentencesPictureNote, width - name - 14 * unit),
       Face::kUi,
       16 * unit,
       {Token::kInk2, 1}});
  return figure;
}

}  // namespace meander
