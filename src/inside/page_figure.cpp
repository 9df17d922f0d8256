// The Inside room as a figure: the drawing, and below it depth as a river of stops.
#include <cmath>
#include <utility>

#include "canvas/figure_bar.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/page_parts.h"

namespace meander {

PageNode InsideFigureBar(const InsideState& state, const View& view) {
  FigureSays says;
  says.room = "inside";
  says.title = TitleOfInside(state);
  const TrustFigures figures = TrustOf(state);
  if (figures.explained >= 0) {
    says.fact =
        Fill(words::kFigureExplained,
             {{"value", std::to_string(static_cast<int>(std::lround(figures.explained * 100)))}});
  }
  says.play_action = "play";
  says.is_playing = state.is_playing;
  says.middle.push_back(RailStopsPart(RailPart(state)));
  return FigureBarPart(view, std::move(says));
}

}  // namespace meander
