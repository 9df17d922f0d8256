// A tour in an address: the whole of it, so that it needs no file, or only the place in the tour
// that the page's `?tour=` names; and the reader's own journey, where they have left it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "ideas/map.h"
#include "ideas/tour.h"

namespace meander {

// Of the tour alone, before base64url makes four letters of three bytes.
inline constexpr size_t kMostTourLinkBytes = 2048;

struct TourLink {
  int at = 0;
  std::optional<Tour> tour;  // absent: the file beside the page
  bool has_left = false;     // …the tour, and then
  std::string journey;       // the payload of the reader's own journey
  int unknown_stops = 0;
};

// Whether a payload of the room is a tour's and not a journey's.
bool IsTourLink(std::string_view payload);
// Empty where the tour is too long to travel in an address.
std::string WriteTourLink(const TourLink& link, const IdeaMap& map);
Result<TourLink> ReadTourLink(std::string_view payload, const IdeaMap& map);

}  // namespace meander
