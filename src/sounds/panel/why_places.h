// Where everything lies on the card of two sounds side by side. Measures from mock-sounds-why:
// 836 × 442 beside the map; on a phone one above the other.
#pragma once

#include <array>
#include <optional>

#include "sounds/layout.h"
#include "sounds/state.h"

namespace meander {

// Height of one part's row, where the parts are listed below each other.
inline constexpr float kWhyRow_px = 21;

struct WhyPlaces {
  Rect card_px;
  std::array<Rect, 2> pictures_px;  // the two spectrograms
  std::array<Rect, 2> heads_px;     // the names over them, with their buttons
  Rect bridges_px;                  // between the two; on a phone to their right
  bool is_stacked = false;
  float sums_px = 0;  // top of the row of parts

  Rect HearBox(int side) const;
  Rect CloseBox() const;
  // Its waveform, under the spectrogram; empty where there is no room for it.
  Rect WaveBox(size_t picture) const;
  // A band of pitch across everything it is drawn on; empty for a part that is no band.
  Rect BandBox(const WhyPart& part, size_t picture) const;
};

// nullopt: there is no card.
std::optional<WhyPlaces> PlacesOfWhy(const SoundsState& state, const View& view,
                                     const SoundsLayout& layout);

}  // namespace meander
