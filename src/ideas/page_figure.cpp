// The Ideas room as a figure: its map, and what the bar below says of the journey.
#include <algorithm>

#include "canvas/figure_bar.h"
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

constexpr float kMiddlingHop = 0.5f;  // one whose length is not known yet

std::string FactOf(const IdeasState& state, const std::vector<int>& line) {
  if (line.empty()) return std::string(words::kEmptyJourney);
  const uint32_t first = state.journey.stops[static_cast<size_t>(line[0])].item;
  if (line.size() == 1) {
    return std::string(kTopicNames[static_cast<size_t>(state.map.TopicOf(first))]);
  }
  if (state.replay.is_open) {
    const auto stop = std::min(static_cast<size_t>(state.replay.at + 1e-4f), line.size() - 1);
    const uint32_t item = state.journey.stops[static_cast<size_t>(line[stop])].item;
    return Fill(words::kReplayAt, {{"place", std::to_string(stop + 1)},
                                   {"count", std::to_string(line.size())},
                                   {"title", state.map.TitleOf(item)}});
  }
  const size_t hops = line.size() - 1;
  return Fill(words::kFigureHops,
              {{"hops", Fill(hops == 1 ? words::kJourneyOneHop : words::kJourneyHops,
                             {{"count", std::to_string(hops)}})},
               {"count", WithCommas(state.map.item_count())}});
}

}  // namespace

bool ShowsFigure(const IdeasState& state, const View& view) {
  // Captions of a tour need their pane, and without a picture there is the list.
  return IsFigure(view) && view.can_draw && !state.tour.is_on && !state.shows_list &&
         !ShowsDuet(state);
}

PageNode FigurePart(const IdeasState& state, const View& view) {
  const std::vector<int> line = MainLine(state.journey);
  FigureSays says;
  says.room = "ideas";
  says.title = line.empty()
                   ? Fill(words::kMirrorChart, {{"count", WithCommas(state.map.item_count())}})
                   : JourneyTitle(state);
  says.fact = FactOf(state, line);
  if (HasLeftGiven(state)) {
    says.fact = words::kFigureBackToWalk;
    says.play_action = "replay-play";
    says.play_label = words::kFigurePlayWalk;
  } else if (line.size() > 1) {
    says.play_action = "replay-play";
    says.is_playing = state.replay.is_open && state.replay.is_playing;
    for (const float length : FactsOf(state.journey).lengths) {
      says.hops.push_back(length == kUnknownLength ? kMiddlingHop : length);
    }
    const auto current = std::ranges::find(line, state.journey.current);
    says.here = state.replay.is_open ? static_cast<int>(state.replay.at + 1e-4f)
                                     : static_cast<int>(current - line.begin());
  }
  return FigureBarPart(view, std::move(says));
}

}  // namespace meander
