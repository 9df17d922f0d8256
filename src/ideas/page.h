// What the Ideas room says: shell, search, article, nearest in meaning, journey, list twin,
// dialogs. One tree for desktop and phone; the page's style sheets arrange it.
#pragma once

#include <string>

#include "canvas/page.h"
#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

Page IdeasPage(const IdeasState& state, const View& view);
// Whether it is the map and one bar, as in somebody's article.
bool ShowsFigure(const IdeasState& state, const View& view);

// "A path of seven stops, from Cartography to Method of loci, crossing Geography, Technology…": for
// who cannot see the picture.
std::string JourneySentence(const IdeasState& state);
// "From Cartography to Method of loci", or the one stop's title; empty without a journey.
std::string JourneyTitle(const IdeasState& state);
// "6 hops, 1 side trip. Longest leap: Tide to Rhythm."
// "3.52 apart in all, through 3 topics. You circled back to Tide."; empty while lengths are
// unknown.
std::string JourneyMoreLine(const IdeasState& state);
// The first article that the main line goes through twice; empty when there is none.
std::string CircledBack(const IdeasState& state);
std::string JourneyFactsLine(const IdeasState& state);

}  // namespace meander
