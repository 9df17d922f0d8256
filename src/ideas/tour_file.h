// A tour as a small JSON file that a person writes by hand; docs/tours.md describes it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "ideas/map.h"
#include "ideas/tour.h"

namespace meander {

struct TourFile {
  Tour tour;
  int unknown_stops = 0;  // ideas that this map does not have; left out
};

// kCorrupt or kTooNew with a sentence that tells the author what to mend.
Result<TourFile> ReadTourFile(std::string_view text, const IdeaMap& map);
std::string WriteTourFile(const Tour& tour, const IdeaMap& map);

// Whether a text means to be a tour's file at all.
bool LooksLikeTourFile(std::string_view text);

// Where `?tour=` may lead: a .json file in the page's own folder or below it, plainly written.
// kInvalidInput with a sentence for everything else.
Result<std::string> TourAddress(std::string_view asked);

// One line: control characters and marks that turn the direction of text become spaces, ends are
// trimmed, white space is single.
std::string CleanLine(std::string_view text);

}  // namespace meander
