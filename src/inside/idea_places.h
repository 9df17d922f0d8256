// Where the sentences, and the words on their way through the layers, lie on the map of ideas.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inside/state.h"
#include "space/point.h"

namespace meander {

// Of an edit's places: nullptr while the answer has none.
struct EditPlaces {
  const InsidePlace* before = nullptr;
  const InsidePlace* after = nullptr;
  const InsidePlace* a = nullptr;
  const InsidePlace* b = nullptr;
};
EditPlaces PlacesOf(const InsideState& state);
// The sentence as it now stands; nullptr: not known.
const InsidePlace* PlaceNow(const InsideState& state);
// Where the article nearest to it is read; empty: nowhere.
std::string AddressInIdeas(const InsidePlace* place);
// "From near Tea to near Coffee."; empty: not known.
std::string MoveSentence(const InsideState& state);

// The word that is pointed at, or the pinned one, through the layers: the place of the nearest
// known context on each.
struct WordWay {
  std::string word;
  std::vector<Point2> places;                  // 7, by layer
  std::vector<const InsideContext*> contexts;  // 7
};
// nullopt: no word is pointed at, or nothing is known of where it goes.
std::optional<WordWay> WayOfWord(const InsideState& state);

// The same in words, layer by layer; empty: as above.
std::string WaySentence(const InsideState& state);

}  // namespace meander
