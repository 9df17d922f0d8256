// See stage_letter.h.
#include "canvas/stage_letter.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "canvas/figure_foot.h"
#include "canvas/letter_column.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"

namespace meander {

namespace {

// Of the chart's edges; how much larger than on a page it is drawn.
constexpr float kClear_px = 36, kLarger = 1.35f;
constexpr float kWidth_px = 324, kCapital_px = 118, kSentence_px = 20, kSentenceLine_px = 28;
constexpr float kShareLine_px = 30, kTallUp_px = 160;

float LargerOf(const StageLetter& letter) { return kLarger * letter.unit; }

// The largest of these sizes at which the parts stand within `room_px`, no word wider than a line.
float TitleSize(std::span<const std::string> parts, float width_px, float room_px) {
  constexpr std::array kSizes = {46.f, 40.f, 34.f, 30.f, 26.f};
  for (const float size : kSizes) {
    if (parts.size() > 1 && size > kSizes[2]) continue;
    float height = 0;
    bool fits = true;
    for (const std::string& part : parts) {
      for (const std::string& line : BrokenLines(Face::kWordMedium, size, part, width_px)) {
        fits = fits && TextWidth(Face::kWordMedium, size, line) <= width_px;
        height += size * 1.11f;
      }
    }
    if (fits && height <= room_px) return size;
  }
  return kSizes.back();
}

}  // namespace

StageLetter BeginStageLetter(Figure& figure) {
  StageLetter letter;
  letter.is_tall = IsTall(figure.width_px, figure.height_px);
  letter.unit = letter.is_tall ? figure.width_px / kTallWidth_px : figure.height_px / 630;
  const float unit = letter.unit, clear = kClear_px * unit;
  letter.at_px = {kLetterLeft_px * unit, kCapital_px * unit};
  letter.width_px = kWidth_px * unit;
  letter.end_px = 468 * unit;
  figure.chart_px = {{kLetterColumn_px * unit, clear}, {figure.width_px, figure.height_px - clear}};
  if (letter.is_tall) {
    letter.top_px = AddLetterFoot(figure, unit);
    figure.chart_px = {{0, clear}, {figure.width_px, letter.top_px - 24 * unit}};
    letter.at_px.y += letter.top_px;
    letter.width_px = (kLetterSecond_px - kLetterLeft_px - 52) * unit;
    letter.end_px = letter.top_px + 388 * unit;
  }
  figure.camera = {{0, 0}, figure.chart_px.height() / 2};
  return letter;
}

StageFrame FrameOfLetter(const Figure& figure, const StageLetter& letter) {
  const float larger = LargerOf(letter);
  return {{figure.chart_px.width() / larger, figure.chart_px.height() / larger}, true};
}

void SetLetterScene(Figure& figure, const StageLetter& letter, Scene scene) {
  const float larger = LargerOf(letter);
  const auto grow = [&](auto&... pixels) { ((pixels *= larger), ...); };
  for (PictureMark& mark : scene.pictures) grow(mark.radius_px);
  for (AreaMark& mark : scene.areas) grow(mark.coast_px, mark.casing_px);
  for (RibbonMark& mark : scene.ribbons) grow(mark.width_px);
  for (StrokeMark& mark : scene.strokes) {
    grow(mark.width_from_px, mark.width_to_px, mark.casing_px, mark.dash_px, mark.gap_px);
  }
  for (DiscMark& mark : scene.discs) grow(mark.radius_px);
  for (LabelMark& mark : scene.labels) {
    grow(mark.size_px, mark.distance_px, mark.aside_px, mark.halo_px);
  }
  figure.scene = std::move(scene);
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
  std::vector<std::string> lines = BrokenLines(face, size_px, text, width_px);
  if (lines.size() > most_lines) {
    // Too wide with the next word in it: cut where it ends, with an ellipsis.
    lines[most_lines - 1] =
        FitText(face, size_px, lines[most_lines - 1] + " " + lines[most_lines], width_px);
    lines.resize(most_lines);
  }
  for (const std::string& line : lines) {
    // Only now: at a kept space no line is broken.
    figure.texts.push_back({at_px, WithPlainSpaces(line), face, size_px, paint});
    at_px.y += line_px;
  }
  return at_px.y;
}

void AddLetterTitle(Figure& figure, StageLetter& letter, std::span<const std::string> parts) {
  const float unit = letter.unit, room = (letter.is_tall ? 230 : 180) * unit;
  const float size = TitleSize(parts, letter.width_px / unit, room / unit) * unit;
  const float line = size * 1.11f;
  const auto most = static_cast<size_t>(room / line / static_cast<float>(parts.size()));
  // Capitals begin at one height, however large they are.
  float y = letter.at_px.y + 0.65f * size;
  for (const std::string& part : parts) {
    y = AddLetterLines(figure, {letter.at_px.x, y}, part, Face::kWordMedium, size, line,
                       letter.width_px, most, {Token::kInk, 1});
    y += 10 * unit;
  }
  letter.at_px.y = y - line - 10 * unit + 0.45f * size + 32 * unit;
  if (!letter.is_tall) return;
  letter.at_px = {kLetterSecond_px * unit, letter.top_px + 132 * unit};
  letter.width_px = figure.width_px - letter.at_px.x - kLetterLeft_px * unit;
}

void AddLetterSentence(Figure& figure, StageLetter& letter, std::string_view text, float last_px) {
  const float line = kSentenceLine_px * letter.unit;
  const float lines = std::max((last_px - letter.at_px.y) / line + 1.01f, 1.f);
  letter.at_px.y =
      AddLetterLines(figure, letter.at_px, text, Face::kWordMedium, kSentence_px * letter.unit,
                     line, letter.width_px, static_cast<size_t>(lines), {Token::kInk2, 1});
}

float AddLetterShares(Figure& figure, const StageLetter& letter,
                      std::span<const LetterShare> shares) {
  const float unit = letter.unit, size = 18 * unit, line = kShareLine_px * unit;
  const float left = letter.at_px.x, right = left + letter.width_px;
  const float first = letter.end_px - line * (static_cast<float>(shares.size()) - 1);
  float y = first;
  for (const LetterShare& one : shares) {
    const Face face = &one == shares.data() ? Face::kUiBold : Face::kUi;
    const float bar = left + letter.width_px * 0.52f, end = right - 58 * unit;
    const auto add = [&](float x, std::string text) {
      figure.texts.push_back({{x, y}, std::move(text), face, size, {Token::kInk, 1}});
    };
    add(left, FitText(face, size, one.name, bar - left - 8 * unit));
    const Rect whole{{bar, y - 11 * unit}, {end, y - 2 * unit}};
    figure.rects.push_back({whole, 2 * unit, {Token::kRule, 1}});
    const float part = whole.width() * std::clamp(one.share, 0.01f, 1.f);
    figure.rects.push_back({{whole.low, {bar + part, whole.high.y}}, 2 * unit, {Token::kInk2, 1}});
    const std::string percent = WithPlainSpaces(PercentText(one.share));
    add(right - TextWidth(face, size, percent), percent);
    y += line;
  }
  return first - 36 * unit;
}

void EndStageLetter(Figure& figure, const StageLetter& letter, std::string_view note) {
  const float unit = letter.unit;
  if (!letter.is_tall) {
    const float x = kLetterColumn_px * unit;
    figure.rects.push_back({{{x - unit, 0}, {x, figure.height_px}}, 0, {Token::kRule, 1}});
  }
  Figure mark, button;
  AddLetterMark(mark, unit);
  AddMoved(mark, {0, letter.top_px}, figure);
  AddLetterButton(button, unit, figure.action);
  AddMoved(button, {0, letter.is_tall ? letter.top_px - kTallUp_px * unit : 0}, figure);
  if (note.empty()) return;
  const float size = 16 * unit;
  const bool is_long = TextWidth(Face::kUi, size, note) > letter.width_px;
  AddLetterLines(figure, {letter.at_px.x, letter.end_px + (is_long ? 26 : 40) * unit}, note,
                 Face::kUi, size, 20 * unit, letter.width_px, 2, {Token::kInk2, 1});
}

void BeginStagePoster(Figure& figure) {
  const float chart = figure.height_px - kStageEdges.At(figure.width_px);
  figure.chart_px = {{0, kStageTop_px}, {figure.width_px, kStageTop_px + chart}};
  figure.camera = {{0, 0}, chart / 2};
}

}  // namespace meander
