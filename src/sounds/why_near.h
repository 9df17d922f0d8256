// Why two sounds are near: their two spectrograms, and which parts of what makes their likeness
// bring them together or keep them apart. The parts add up to the likeness exactly (why_bands.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "sounds/why_bands.h"

namespace meander {

struct SoundsState;

struct WhyNear {
  bool is_open = false;
  std::array<uint32_t, 2> items{kNoItem, kNoItem};  // left and right
  std::array<WhyShades, 2> shades;                  // empty: its samples are still to come
  std::vector<WhyPart> parts;                       // strongest first; empty: not yet
  float likeness = 0;                               // the cosine, the sum of all parts
  float closer_than = 0;                            // share of all pairs that are less alike
  int part = -1;                                    // pointed at or chosen; −1: none
  // What is being heard: from when, which of the two sides (bit 0: left, bit 1: right), and whether
  // the right one has begun.
  double heard_from_s = -1;
  int sides = 0;
  bool right_has_begun = false;
  std::vector<float> pairs;  // cosines of a sample of all pairs, ascending
};

// Actions that begin with "why-": why-open "ITEM" (with the chosen ring's sound, or its nearest),
// why-close, why-right "ITEM", why-turn, why-hear "0|1", why-part "N" (of parts; "" none).
Effects ApplyWhy(SoundsState& state, std::string_view action, std::string_view argument);
// Another sample or section has come: works out what could not be until now.
Effects TendWhy(SoundsState& state);
// The second sound begins when the first is over; `more`: something is still being heard.
Effects PassWhyTime(SoundsState& state, bool& more);
// A key while it is open; nullopt: not one of its own.
std::optional<Effects> ApplyWhyKey(SoundsState& state, std::string_view key);

// Which side is heard at this moment and how far it is, 0 to 1; nullopt: silence.
std::optional<std::pair<int, float>> WhyPlayhead(const SoundsState& state);

// In words, the same for the card and the page (why_words.cpp).
std::string WhySentence(const SoundsState& state);  // "Both have low rumble and …"
std::string WhySum(const SoundsState& state);       // "these add up to 0.83 exactly. …"
std::string WhyInWords(const SoundsState& state);   // "Alike 0.83: low rumble +0.34, …"
// Alike in having less of it than other sounds do.
bool IsAbsence(const WhyPart& part);
std::string_view NameOfWhy(const WhyPart& part);  // "low rumble"
std::string LabelOfWhy(const WhyPart& part);      // "little low rumble", where neither has it
std::string AmountInWords(int hundredths);        // "+0.34", "−0.08"

}  // namespace meander
