// The map of all lines, on which a way can be looked at: where it ran.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "sentences/state.h"

namespace meander {

// Opens it, or closes it again.
Effects OpenCorpusMap(SentencesState& state);
Effects TakeMapChunk(SentencesState& state, std::string_view section, const ChunkRef& chunk,
                     Result<ByteSpan> bytes);
// World; nullopt for words that are no line of the pack, or while the map is not there.
std::optional<Point2> PlaceOnMap(const SentencesState& state, uint32_t item);

}  // namespace meander
