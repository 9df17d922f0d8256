// How far a link or a hop leads, in three words, by true closeness.
#pragma once

namespace meander {

enum class Weather { kNear = 0, kMiddling = 1, kFar = 2 };

// Thirds of the closeness of all 65,057 links of the Wikipedia pack, measured on 2026-11-25: .259
// and .416 (docs/decisions.md).
inline constexpr float kNearFrom = 0.415f, kMiddlingFrom = 0.258f;

inline Weather WeatherOf(float cosine) {
  return cosine >= kNearFrom       ? Weather::kNear
         : cosine >= kMiddlingFrom ? Weather::kMiddling
                                   : Weather::kFar;
}

}  // namespace meander
