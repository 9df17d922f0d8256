// An author's tour: stops on the map, each with a caption and, if the author wants, a camera. While
// it plays, its stops stand in for the reader's journey, which is laid aside and comes back whole;
// whatever the reader opens leads off the tour, and the way back stays in sight. Part of state.h's
// Apply.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "ideas/journey.h"
#include "ideas/link.h"

namespace meander {

struct IdeasState;

struct TourStop {
  uint32_t item = 0;
  std::string caption;             // one paragraph of the author's words; may be empty
  std::optional<SharedView> view;  // absent, without `frame`: the hop that leads here
  std::vector<uint32_t> frame;     // ideas to be seen together
  friend bool operator==(const TourStop&, const TourStop&) = default;
};

struct Tour {
  std::string title;  // never empty
  std::string by;     // the author's name; may be empty
  std::vector<TourStop> stops;
  friend bool operator==(const Tour&, const Tour&) = default;
};

// Bounds of what a file, a link or a host page may bring, in bytes of UTF-8.
inline constexpr size_t kMostTourStops = 40, kMostTourFrame = 8;
inline constexpr size_t kMostCaptionBytes = 800, kMostTourTitleBytes = 120, kMostTourByBytes = 80;
inline constexpr size_t kMostTourFileBytes = 65536;

enum class TourSource : uint8_t {
  kBeside,   // a file next to the page: the address says which
  kCarried,  // a file the reader opened, a link, the host page
};

struct TourPlay {
  std::optional<Tour> tour;
  TourSource source = TourSource::kBeside;
  bool is_on = false;   // the reader is on it; else they have left, or it has not begun
  int at = 0;           // stop
  Journey own;          // the reader's own journey, while the tour is on
  std::string asked;    // the address of a file that is being fetched
  std::string arrived;  // its text, until the map is there to understand it
  int wanted = -1;      // the stop to begin at, asked for before the tour was there; -1: none
};

// Begins `tour` at the stop asked for before, or where it says. With `is_on` false it is only
// offered: the reader came with a journey of their own.
Effects OpenTour(IdeasState& state, Tour tour, TourSource source, bool is_on);
// Off the tour, the reader's own journey as it was; without one the stop that is open is its start.
// Nothing when no tour is on.
void LeaveTour(IdeasState& state);
// To stop `place`, back on the tour if it was left.
Effects GoToTourStop(IdeasState& state, int place);

// Names of actions begin with "tour-": ask (an address), next, before, go, leave, back, away,
// save (as a file: the tour, or one's own journey with captions to write).
Effects ApplyTour(IdeasState& state, std::string_view action, std::string_view argument);
// The file asked for has arrived, or not; and, when the map has come, whatever waited for it.
Effects TakeTourFile(IdeasState& state, std::string_view address, Result<ByteSpan> bytes);
Effects TakeTourThatWaited(IdeasState& state);
// A message of the host page, as JSON; docs/tours.md lists them. Anything else is nothing.
Effects TakeHostMessage(IdeasState& state, std::string_view text);
// The payload of the page's address: the journey, the tour, or both.
std::string PayloadOf(const IdeasState& state);
// Of the reader's own journey without its side trips; empty where it has none, or in a tour.
std::string ShorterPayloadOf(const IdeasState& state);
// A payload that IsTourLink.
Effects TakeTourLink(IdeasState& state, std::string_view payload);

Journey JourneyOfTour(const Tour& tour);

}  // namespace meander
