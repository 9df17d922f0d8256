// The room of pictures as a figure: the drawing, and below it depth as a river of stops.
#include <utility>

#include "canvas/figure_bar.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {

PageNode PicturesFigureBar(const PicturesState& state, const View& view) {
  FigureSays says;
  says.room = "pictures";
  says.title = TitleOfPictures(state);
  if (const PicturesLookAnswer* seen = LookSeen(state);
      seen != nullptr && !IsSureOfNothing(*seen)) {
    says.fact = Fill(words::kPicturesFigureSure, {{"share", PercentText(seen->classes[0].share)}});
  }
  says.play_action = "play";
  says.is_playing = state.is_playing;
  says.middle.push_back(RailStopsPart(PicturesRailPart(state)));
  return FigureBarPart(view, std::move(says));
}

}  // namespace meander
