// The pictures that units fire for, grown once by `meander icons` (data/trained/pictures): sheets
// of the pack, a layer each, fetched and decoded after the photo: small ones for a first picture,
// and what is known of units with the large ones once it is complete.
#pragma once

#include <memory>
#include <optional>

#include "canvas/scene.h"
#include "pictures/state.h"

namespace meander {

struct UnitIcon {
  std::shared_ptr<const PictureTable> sheet;
  Rect part;  // of the sheet's width and height, y down
};
// nullopt: nobody has grown it, or it is not here yet. `layer`: kPictureClasses for a class.
std::optional<UnitIcon> IconOf(const PicturesState& state, int layer, uint16_t unit);
// What was found about it over set-up's photos; null: nothing, or not here.
const IconUnit* FactsOfUnit(const PicturesState& state, int layer, uint16_t unit);
// The layer before that feeds it; -1: none, or not here.
int LayerThatFeeds(const PicturesState& state, int layer);
// One tile of the same layer's sheet: of IconUnit::opposite, IconUnit::forms.
std::optional<UnitIcon> TileOf(const PicturesState& state, int layer, uint16_t tile);

// Asks for the atlas, and for the sheets of what is drawn, as far as they are not here.
Effects FetchIcons(PicturesState& state);
// The first picture's are here, or are none.
bool HasFirstIcons(const PicturesState& state);
// Sections "units" and "icons", and the first picture's.
Effects TakeIconChunk(PicturesState& state, std::string_view section, const ChunkRef& chunk,
                      Result<ByteSpan> bytes);
// A sheet has been decoded; nullopt: it is no sheet that was asked for.
std::optional<Effects> TakeIconSheet(PicturesState& state, std::string_view address,
                                     const Result<ByteSpan>& bytes);

}  // namespace meander
