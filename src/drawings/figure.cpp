// See figure.h; measures for 1200 × 630, scaled with the height.
#include "drawings/figure.h"

#include <algorithm>
#include <cmath>

#include "canvas/figure_foot.h"
#include "canvas/fill.h"
#include "canvas/letter_column.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "drawings/scene.h"
#include "drawings/sentences.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

// Nothing is pointed at, nothing moves.
DrawingsState Still(const DrawingsState& state) {
  DrawingsState still = state;
  still.hovered = {};
  still.live.clear();
  still.is_playing = false;
  still.depth = still.look.layer;
  return still;
}

Figure BlankFigure(const DrawingsState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.title = TitleOfDrawings(state);
  figure.alt_text = AltOfDrawings(state);
  return figure;
}

// What the shipped faces can set; signs that they lack are left to the page.
std::string Settable(std::string_view text, Face face) {
  if (FaceHas(face, text)) return std::string(text);
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    const std::string_view one = text.substr(at, next - at);
    if (FaceHas(face, one)) plain += one;
    at = next;
  }
  return plain;
}

float AddLines(Figure& figure, Point2 at_px, std::string_view text, Face face, float size_px,
               float line_px, float width_px, size_t most_lines, Paint paint) {
  std::vector<std::string> lines = BrokenLines(face, size_px, Settable(text, face), width_px);
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

// What it takes the drawing for, the likeliest first: name, bar, share. The y after the last.
float AddSigns(Figure& figure, const DrawingsLookAnswer& seen, Point2 at_px, float width_px,
               float unit) {
  for (size_t i = 0; i < std::min<size_t>(seen.signs.size(), 4); ++i) {
    const DrawnSign& one = seen.signs[i];
    const Face face = i == 0 ? Face::kUiBold : Face::kUi;
    const float bar = at_px.x + width_px * 0.52f, end = at_px.x + width_px - 58 * unit;
    const std::string name = Settable(SignName(one), face);
    figure.texts.push_back({at_px,
                            FitText(face, 18 * unit, name, bar - at_px.x - 8 * unit),
                            face,
                            18 * unit,
                            {Token::kInk, 1}});
    const Rect whole{{bar, at_px.y - 11 * unit}, {end, at_px.y - 2 * unit}};
    figure.rects.push_back({whole, 2 * unit, {Token::kRule, 1}});
    const float part = whole.width() * std::clamp(one.share, 0.01f, 1.f);
    figure.rects.push_back({{whole.low, {bar + part, whole.high.y}}, 2 * unit, {Token::kInk2, 1}});
    const std::string share = Settable(PercentText(one.share), face);
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

Figure DrawingsFigure(const DrawingsState& state, float width_px, float height_px, float at) {
  Figure figure = BlankFigure(state, width_px, height_px);
  const bool is_tall = IsTall(width_px, height_px);
  const float unit = is_tall ? width_px / kTallWidth_px : height_px / 630;
  const float left = 36 * unit, above = 30 * unit;
  figure.chart_px = {{kLetterColumn_px * unit, above}, {width_px, height_px}};
  if (is_tall) figure.chart_px = {{0, above}, {width_px, height_px - kLetterFoot_px * unit}};
  figure.camera = {{0, 0}, figure.chart_px.height() / 2};
  const DrawingsState still = Still(state);
  DrawingsState drawn = still;
  if (at < 1) {
    // Stroke by stroke, under what the whole of them is read as.
    const auto strokes = static_cast<float>(still.ink.size());
    drawn.ink.resize(static_cast<size_t>(std::clamp(at, 0.f, 1.f) * strokes));
    drawn.pinned = {};
  }
  figure.scene =
      DrawingsScene(drawn, StageFrame{{figure.chart_px.width(), figure.chart_px.height()}});
  // Words and chart share no ground.
  const float top = is_tall ? AddLetterFoot(figure, unit) : 0;
  const float width = is_tall ? width_px - 2 * left : (kLetterColumn_px - 72) * unit;
  float y = AddLines(figure, {left, top + 74 * unit}, TitleOfDrawings(still), Face::kWordMedium,
                     31 * unit, 38 * unit, width, 2, {Token::kInk, 1});
  if (const DrawingsLookAnswer* seen = DrawingSeen(still)) {
    y = AddSigns(figure, *seen, {left, y + 14 * unit}, width, unit);
  }
  AddLines(figure, {left, y + 34 * unit}, SentenceOfDrawing(still), Face::kUi, 19 * unit, 27 * unit,
           width, is_tall ? 4 : 8, {Token::kInk2, 1});
  if (!is_tall) {
    figure.rects.push_back({{{408 * unit, 0}, {409 * unit, height_px}}, 0, {Token::kRule, 1}});
  }
  figure.texts.push_back({{left, height_px - 26 * unit},
                          std::string(words::kAppName),
                          Face::kRegionItalic,
                          22 * unit,
                          {Token::kInk, 1}});
  return figure;
}

Figure DrawingsPoster(const DrawingsState& state, float width_px, float height_px) {
  const float chart = height_px - kStageEdges.At(width_px);
  Figure figure = BlankFigure(state, width_px, height_px);
  figure.chart_px = {{0, 0}, {width_px, chart}};
  figure.camera = {{0, 0}, chart / 2};
  figure.scene = DrawingsScene(Still(state), StageFrame{{width_px, chart}});
  return figure;
}

}  // namespace meander
