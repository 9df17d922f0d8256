// See figure.h; measures for 1200 × 630, scaled with the height.
#include "drawings/figure.h"

#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_letter.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "drawings/scene.h"
#include "drawings/sentences.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

constexpr size_t kSignsTold = 4;

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
  figure.action = words::kDrawingsPictureAction;
  return figure;
}

// What the shipped faces can set; signs that they lack are left to the page, and leave no gap.
std::string Settable(std::string_view given, Face face) {
  const std::string text = WithPlainSpaces(given);
  if (FaceHas(face, text)) return text;
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    const std::string_view one = std::string_view(text).substr(at, next - at);
    const bool is_second_space = one == " " && (plain.empty() || plain.ends_with(' '));
    if (FaceHas(face, one) && !is_second_space) plain += one;
    at = next;
  }
  return plain;
}

}  // namespace

Figure DrawingsFigure(const DrawingsState& state, float width_px, float height_px, float at) {
  Figure figure = BlankFigure(state, width_px, height_px);
  StageLetter letter = BeginStageLetter(figure);
  DrawingsState drawn = Still(state);
  if (at < 1) {
    const auto strokes = static_cast<float>(drawn.ink.size());
    drawn.ink.resize(static_cast<size_t>(std::clamp(at, 0.f, 1.f) * strokes));
    drawn.pinned = {};
  }
  SetLetterScene(figure, letter, DrawingsScene(drawn, FrameOfLetter(figure, letter)));
  const std::string title = Settable(TitleOfDrawings(drawn), Face::kWordMedium);
  AddLetterTitle(figure, letter, {&title, 1});
  const float foot = letter.end_px + 24 * letter.unit;
  const DrawingsLookAnswer* seen = DrawingSeen(drawn);
  if (at < 1 && seen == nullptr) {
    // Stroke by stroke: what is not all there yet has not been read, and nothing is said of it.
    AddLetterSentence(figure, letter, StrokesInWords(drawn), foot);
  } else {
    letter.end_px = foot;
    float last = foot;
    if (seen != nullptr) {
      std::vector<LetterShare> signs;
      for (const DrawnSign& one :
           std::span(seen->signs).first(std::min(seen->signs.size(), kSignsTold))) {
        signs.push_back({Settable(SignName(one), Face::kUi), one.share});
      }
      last = AddLetterShares(figure, letter, signs);
    }
    AddLetterSentence(figure, letter, Settable(SentenceOfDrawing(drawn), Face::kWordMedium), last);
  }
  EndStageLetter(figure, letter, {});
  return figure;
}

Figure DrawingsPoster(const DrawingsState& state, float width_px, float height_px) {
  Figure figure = BlankFigure(state, width_px, height_px);
  BeginStagePoster(figure);
  figure.scene = DrawingsScene(Still(state), StageFrame{{width_px, figure.chart_px.height()}});
  return figure;
}

}  // namespace meander
