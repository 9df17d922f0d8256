// The room as a figure in somebody's article: what the bar below it says.
#include "canvas/figure_bar.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {

PageNode SoundsFigurePart(const SoundsState& state, const View& view) {
  FigureSays says;
  says.room = "sounds";
  says.title = TitleOfBeat(state);
  says.fact = !state.notice.empty()      ? state.notice
              : state.audio_note.empty() ? Fill(words::kSoundsFigureFact,
                                                {{"tempo", std::to_string(state.pattern.tempo_bpm)},
                                                 {"hits", std::to_string(HitsOf(state.pattern))},
                                                 {"count", WithCommas(state.map.count())}})
                                         : state.audio_note;
  says.play_action = "play";
  says.is_playing = OffersPause(state);
  return FigureBarPart(view, std::move(says));
}

}  // namespace meander
