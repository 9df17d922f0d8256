// What the page and the engine say to each other about lines of text: gradients between two
// sentences, the cloud around one, where a line stands, how it sounds, and a reader's own text.
// Part of protocol.h, which carries these as further requests and answers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace meander {

// Lines of the open pack are items 0 …; lines of the reader's own text go on from kFirstOwnItem.
inline constexpr uint32_t kNoLine = 0xFFFFFFFFu;  // words that were typed: no line of any shelf
inline constexpr uint32_t kFirstOwnItem = 0x80000000u;
inline constexpr uint16_t kNoShelf = 0xFFFFu;  // typed, or of the reader's own text
inline constexpr uint8_t kFewestStops = 3, kMostStops = 25;
inline constexpr uint8_t kUsualStops = 7, kUsualScenic = 50, kMostAnother = 12;
inline constexpr size_t kMostLineBytes = 2000;  // of an end or pin that was typed
inline constexpr size_t kMostOwnBytes = 5'000'000;
inline constexpr size_t kMostPins = 25, kMostVias = 5, kMostBanned = 1000, kMostCloud = 100;

// How much each space counts, in hundredths that sum to 100.
struct SpaceMix {
  uint8_t meaning = 100, spelling = 0, sound = 0;
  friend bool operator==(const SpaceMix&, const SpaceMix&) = default;
};

// A line by its item, or (item == kNoLine) words that were typed.
struct LineName {
  uint32_t item = kNoLine;
  std::string text;
  friend bool operator==(const LineName&, const LineName&) = default;
};

struct LinePin {
  uint8_t stop = 0;  // 0 … steps - 1: this stop is this line
  LineName line;
  friend bool operator==(const LinePin&, const LinePin&) = default;
};

enum class LineStock : uint8_t { kShelves, kOwn, kBoth };  // which lines may be stops

// The lines between a and b. Answered by one GradientSketchReply (a first sight, not final) and one
// GradientReply. kNotFound: no route, with a sentence why.
struct GradientRequest {
  std::string a, b;
  SpaceMix mix;
  uint8_t steps = kUsualStops;    // lines between the ends, kFewestStops … kMostStops
  uint8_t scenic = kUsualScenic;  // 0: close to the straight way … 100: smallest steps
  uint16_t within_shelf = kNoShelf;
  LineStock stock = LineStock::kShelves;
  std::vector<LinePin> pins;  // by stop, each stop at most once
  // Each must occur in some stop: a word ("sea"), or what a last word must rhyme with
  // ("rhyme:sea").
  std::vector<std::string> vias;
  std::vector<uint32_t> banned;  // items that may not be stops
  uint8_t another = 0;           // 0 … kMostAnother: so many better answers are passed over
  friend bool operator==(const GradientRequest&, const GradientRequest&) = default;
};

// Lines around one, for a blur to choose from; with ends given they know their place on the way.
struct CloudRequest {
  LineName line;
  std::string a, b;  // may both be empty
  SpaceMix mix;
  uint16_t within_shelf = kNoShelf;
  LineStock stock = LineStock::kShelves;
  uint8_t count = 24;  // 1 … kMostCloud
  friend bool operator==(const CloudRequest&, const CloudRequest&) = default;
};

// Where a line stands, and what stands around it.
struct LinePlaceRequest {
  uint32_t item = 0;
};

// How lines sound: phones and rhymes of their words.
struct LineSoundsRequest {
  std::vector<std::string> texts;  // at most kMostStops + 2
};

// Two lines that are worth walking between, drawn by `seed`.
struct LinePairRequest {
  uint64_t seed = 0;
  uint16_t within_shelf = kNoShelf;
};

// The reader's own text replaces what was there before. Its lines become items from kFirstOwnItem
// on, as they are read: cancelled, those that were read stay. Empty bytes forget the text.
struct OwnTextRequest {
  std::vector<uint8_t> bytes;  // UTF-8 or Latin-1, plain or Markdown
};

}  // namespace meander
