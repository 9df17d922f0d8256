// What the engine answers about lines of text; see line_questions.h. Part of protocol.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/line_questions.h"

namespace meander {

struct LineChoice {
  uint32_t item = kNoLine;
  uint16_t shelf = kNoShelf;
  std::string text;
  friend bool operator==(const LineChoice&, const LineChoice&) = default;
};

// Where a line lies along the way: how far from a to b (0 … 255, straight between them by angle),
// and how far beside it, towards one fixed line beside the way (positive) or away from it, in half
// degrees.
struct WayPlace {
  uint8_t progress = 0;
  int8_t departure = 0;
  friend bool operator==(const WayPlace&, const WayPlace&) = default;
};

struct GradientStop {
  LineChoice line;
  float to_a = 0, to_b = 0;  // cosines in the chosen mix
  float step = 0;            // angle from the stop before (the first: from a), radians
  WayPlace place;
  std::vector<LineChoice> others;  // other lines that would do here, best first
};

struct GradientSketchReply {
  std::vector<LineChoice> stops;
};

struct GradientReply {
  std::vector<GradientStop> stops;  // the lines between the ends, in order
  float last_step = 0;              // from the last stop to b
  float a_to_b = 0;                 // cosine of the ends
  uint8_t weakest = 0;              // the widest step: 0 is a → first stop … stops.size() last → b
  std::vector<WayPlace> shore;      // of the lines nearest to the way
  bool looks_english = true;        // both ends; only meaningful where meaning counts
};

struct CloudLine {
  LineChoice line;
  float cosine = 0;  // to the line in the middle
  WayPlace place;    // where the ends were given
};
struct CloudReply {
  std::vector<CloudLine> lines;  // best first
};

struct LinePlaceReply {
  LineChoice line;
  std::string place;            // "Chapter 36. The Quarter-Deck"; may be empty
  std::string passage;          // running text around it; empty where the shelf has none
  uint32_t begin = 0, end = 0;  // the line in the passage, bytes
};

struct WordSound {
  uint32_t begin = 0, end = 0;  // bytes in the text
  std::string phones;           // "HH AH0 L OW1"
  uint32_t rhyme = 0;           // words that rhyme have the same number; 0: nothing to rhyme
  friend bool operator==(const WordSound&, const WordSound&) = default;
};
struct LineSoundsReply {
  std::vector<std::vector<WordSound>> lines;  // in the order asked
};

struct LinePairReply {
  LineChoice a, b;
};

struct OwnTextProgressReply {  // not final
  uint32_t lines_done = 0, lines_total = 0;
};
struct OwnTextReply {
  uint32_t lines = 0;    // that can be stops now
  uint32_t skipped = 0;  // sentences that were too short, too long or no sentences
  bool was_latin_1 = false;
};

}  // namespace meander
