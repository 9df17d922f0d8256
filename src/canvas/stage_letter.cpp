// See stage_letter.h.
#include "canvas/stage_letter.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "canvas/figure_foot.h"
#include "canvas/letter_column.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"

namespace meander {

StageLetter BeginStageLetter(Figure& figure, float above_px) {
  StageLetter letter;
  letter.is_tall = IsTall(figure.width_px, figure.height_px);
  letter.unit = letter.is_tall ? figure.width_px / kTallWidth_px : figure.height_px / 630;
  letter.left_px = 36 * letter.unit;
  const float above = above_px * letter.unit, column = kLetterColumn_px * letter.unit;
  figure.chart_px = {{column, above}, {figure.width_px, figure.height_px}};
  letter.width_px = column - 2 * letter.left_px;
  if (letter.is_tall) {
    figure.chart_px = {{0, above},
                       {figure.width_px, figure.height_px - kLetterFoot_px * letter.unit}};
    letter.top_px = figure.chart_px.high.y;
    letter.width_px = figure.width_px - 2 * letter.left_px;
    AddLetterFoot(figure, letter.unit);
  }
  figure.camera = {{0, 0}, figure.chart_px.height() / 2};
  return letter;
}

std::string WithPlainSpaces(std::string_view text) {
  std::string plain(text);
  for (const std::string_view space : {"\u202f", "\u00a0"}) {
    for (size_t at = 0; (at = plain.find(space, at)) != plain.npos;) {
      plain.replace(at, space.size(), " ");
    }
  }
  return plain;
}

float AddLetterLines(Figure& figure, Point2 at_px, std::string_view text, Face face, float size_px,
                     float line_px, float width_px, size_t most_lines, Paint paint) {
  std::vector<std::string> lines = BrokenLines(face, size_px, WithPlainSpaces(text), width_px);
  if (lines.size() > most_lines) {
    // Too wide with the next word in it: cut where it ends, with an ellipsis.
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

float AddLetterShares(Figure& figure, std::span<const LetterShare> shares, Point2 at_px,
                      float width_px, float unit) {
  const float size = 18 * unit;
  for (const LetterShare& one : shares) {
    const Face face = &one == shares.data() ? Face::kUiBold : Face::kUi;
    const float bar = at_px.x + width_px * 0.52f, end = at_px.x + width_px - 58 * unit;
    const auto add = [&](float x, std::string text) {
      figure.texts.push_back({{x, at_px.y}, std::move(text), face, size, {Token::kInk, 1}});
    };
    add(at_px.x, FitText(face, size, one.name, bar - at_px.x - 8 * unit));
    const Rect whole{{bar, at_px.y - 11 * unit}, {end, at_px.y - 2 * unit}};
    figure.rects.push_back({whole, 2 * unit, {Token::kRule, 1}});
    const float part = whole.width() * std::clamp(one.share, 0.01f, 1.f);
    figure.rects.push_back({{whole.low, {bar + part, whole.high.y}}, 2 * unit, {Token::kInk2, 1}});
    const std::string percent = WithPlainSpaces(PercentText(one.share));
    add(at_px.x + width_px - TextWidth(face, size, percent), percent);
    at_px.y += 30 * unit;
  }
  return at_px.y;
}

void EndStageLetter(Figure& figure, const StageLetter& letter, std::string_view note) {
  const float unit = letter.unit, foot = figure.height_px - 26 * unit;
  if (!letter.is_tall) {
    const float x = kLetterColumn_px * unit;
    figure.rects.push_back({{{x, 0}, {x + unit, figure.height_px}}, 0, {Token::kRule, 1}});
  }
  figure.texts.push_back({{letter.left_px, foot},
                          std::string(words::kAppName),
                          Face::kRegionItalic,
                          22 * unit,
                          {Token::kInk, 1}});
  if (note.empty()) return;
  const float name = TextWidth(Face::kRegionItalic, 22 * unit, words::kAppName) + 14 * unit;
  figure.texts.push_back({{letter.left_px + name, foot},
                          FitText(Face::kUi, 15 * unit, note, letter.width_px - name),
                          Face::kUi,
                          15 * unit,
                          {Token::kInk2, 1}});
}

void BeginStagePoster(Figure& figure) {
  const float chart = figure.height_px - kStageEdges.At(figure.width_px);
  figure.chart_px = {{0, kStageTop_px}, {figure.width_px, kStageTop_px + chart}};
  figure.camera = {{0, 0}, chart / 2};
}

}  // namespace meander
