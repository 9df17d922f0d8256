// Fuzzes everything a tour comes by: its file, its link, a host page's message, the address in
// `?tour=`. What is accepted comes back alike from its own writer, and lies within its bounds.
#include <cstdlib>
#include <string_view>

#include "ideas/tour_file.h"
#include "ideas/tour_link.h"
#include "small_map.h"

namespace meander {
namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

void CheckTour(const Tour& tour) {
  Check(!tour.title.empty() && !tour.stops.empty() && tour.stops.size() <= kMostTourStops);
  for (const TourStop& stop : tour.stops) {
    Check(stop.item < kSmallItems && stop.caption.size() <= kMostCaptionBytes);
    Check(CleanLine(stop.caption) == stop.caption && stop.frame.size() <= kMostTourFrame);
  }
  const auto again = ReadTourFile(WriteTourFile(tour, Map()), Map());
  Check(again && again->tour.stops.size() == tour.stops.size());
}

}  // namespace
}  // namespace meander

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto file = ReadTourFile(text, Map())) CheckTour(file->tour);
  // Most inputs would fail at the first byte otherwise.
  const auto link = ReadTourLink("T\x01" + std::string(text), Map());
  if (link && link->tour) {
    CheckTour(*link->tour);
    const auto again = ReadTourLink(WriteTourLink(*link, Map()), Map());
    Check(again && again->at == link->at && again->journey == link->journey);
  }
  if (const auto address = TourAddress(text)) {
    Check(address->find("..") == std::string::npos && address->find(':') == std::string::npos &&
          address->front() != '/');
  }
  static const IdeasState& fresh = *new IdeasState(StateOf(MakeSmallPack()));
  IdeasState state = fresh;
  TakeHostMessage(state, text);
  TakeLink(state, text);
  Check(FaultOf(state.journey, kSmallItems).empty());
  return 0;
}
