// What a pack of neurons knows of the map of ideas, so that a sentence, and a known context, can be
// shown there without the pack of ideas: where each article lies, and its vector as a few bytes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "pack/sections.h"
#include "space/code_book.h"

namespace meander {

inline constexpr std::string_view kIdeaMapSection = "idea_map", kIdeaCodesSection = "idea_codes";

// "idea_map", a stream: the articles' places and the windows' (neuron_sections.h): an article's own
// where the window is from one, else where the line belongs.
struct IdeaPlaces {
  Positions articles, windows;
};
std::vector<uint8_t> WriteIdeaPlaces(const IdeaPlaces& places);
Result<IdeaPlaces> ReadIdeaPlaces(ByteSpan bytes);

inline constexpr uint32_t kPlacingNeighbors = 24;  // articles among which a text is placed
// Where a text belongs whose nearest articles are these (space/place_among.h).
std::optional<Point2> PlaceAmong(const Positions& articles, std::span<const Neighbor> nearest);

// "idea_codes", a stream: the same articles in the same order.
struct IdeaCodes {
  std::vector<std::string> titles;
  CodeBook book;
  std::vector<uint8_t> codes;  // [articles, book.parts]

  // The `k` articles nearest to a unit vector (book.dim floats), best first, ties by smaller
  // number; a cosine is that to the coded vector, within about .03 of the true one.
  std::vector<Neighbor> Nearest(std::span<const float> unit, uint32_t k) const;
};
std::vector<uint8_t> WriteIdeaCodes(const IdeaCodes& codes, std::string_view encoder_id);
Result<IdeaCodes> ReadIdeaCodes(ByteSpan bytes, std::string_view encoder_id);

}  // namespace meander
