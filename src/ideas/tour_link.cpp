// See tour_link.h. 'T', version byte, flags, stop; then the tour: title, author, number of stops,
// each stop's id, caption and camera (0: none; 1: five bytes as in link.cpp; 2: ids to frame); then
// the journey's own payload.
#include "ideas/tour_link.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/utf8.h"
#include "canvas/words.h"
#include "ideas/tour_file.h"

namespace meander {
namespace {

// Journeys begin with their version, a small number; to builds that know no tours this is a version
// to come, and they say so.
constexpr uint8_t kTourKind = 'T', kTourVersion = 1;
constexpr uint8_t kHasTour = 1, kHasJourney = 2;
constexpr uint8_t kNoCamera = 0, kViewCamera = 1, kFrameCamera = 2;

std::unexpected<Error> NotWhole() {
  return Fail(ErrorCode::kCorrupt, std::string(words::kErrorLink));
}

void PutTour(const Tour& tour, const IdeaMap& map, ByteWriter& out) {
  out.PutText(tour.title);
  out.PutText(tour.by);
  out.PutVarint(tour.stops.size());
  for (const TourStop& stop : tour.stops) {
    out.Put(StableId(map.TitleOf(stop.item)));
    out.PutText(stop.caption);
    if (!stop.frame.empty()) {
      out.Put(kFrameCamera);
      out.PutVarint(stop.frame.size());
      for (const uint32_t item : stop.frame) out.Put(StableId(map.TitleOf(item)));
    } else if (stop.view) {
      out.Put(kViewCamera);
      PutView(*stop.view, out);
    } else {
      out.Put(kNoCamera);
    }
  }
}

// A line that is as CleanLine leaves it; else the reader is marked bad.
std::string GetLine(ByteReader& in, size_t most_bytes) {
  const std::string_view text = in.GetText();
  if (text.size() > most_bytes || CleanLine(text) != text) in.MarkBad();
  return std::string(text);
}

void GetCamera(ByteReader& in, const IdeaMap& map, TourStop& stop) {
  switch (in.Get<uint8_t>()) {
    case kNoCamera:
      break;
    case kViewCamera:
      stop.view = GetView(in);
      break;
    case kFrameCamera: {
      const size_t count = in.GetCount(4);
      if (count == 0 || count > kMostTourFrame) in.MarkBad();
      for (size_t i = 0; i < count && in.ok(); ++i) {
        const uint32_t item = map.ItemOf(in.Get<uint32_t>());
        if (item != kNoItem) stop.frame.push_back(item);
      }
      break;
    }
    default:
      in.MarkBad();
  }
}

Tour GetTour(ByteReader& in, const IdeaMap& map, int& unknown_stops) {
  Tour tour;
  tour.title = GetLine(in, kMostTourTitleBytes);
  tour.by = GetLine(in, kMostTourByBytes);
  const size_t count = in.GetCount(6);
  if (tour.title.empty() || count == 0 || count > kMostTourStops) in.MarkBad();
  for (size_t i = 0; i < count && in.ok(); ++i) {
    TourStop stop;
    stop.item = map.ItemOf(in.Get<uint32_t>());
    stop.caption = GetLine(in, kMostCaptionBytes);
    GetCamera(in, map, stop);
    if (stop.item == kNoItem) {
      ++unknown_stops;
    } else {
      tour.stops.push_back(std::move(stop));
    }
  }
  return tour;
}

}  // namespace

bool IsTourLink(std::string_view payload) { return payload.starts_with(kTourKind); }

std::string WriteTourLink(const TourLink& link, const IdeaMap& map) {
  ByteWriter out;
  out.Put(kTourKind);
  out.Put(kTourVersion);
  out.Put(static_cast<uint8_t>((link.tour ? kHasTour : 0) | (link.has_left ? kHasJourney : 0)));
  out.PutVarint(static_cast<uint64_t>(std::max(link.at, 0)));
  if (link.tour) {
    const size_t before = out.size();
    PutTour(*link.tour, map, out);
    if (out.size() - before > kMostTourLinkBytes) return {};
  }
  return std::string(AsText(out.bytes())) + (link.has_left ? link.journey : std::string());
}

Result<TourLink> ReadTourLink(std::string_view payload, const IdeaMap& map) {
  ByteReader in(AsBytes(payload));
  TourLink link;
  if (in.Get<uint8_t>() != kTourKind) return NotWhole();
  const uint8_t version = in.Get<uint8_t>();
  if (in.ok() && version > kTourVersion) {
    return Fail(ErrorCode::kTooNew, std::string(words::kTourTooNew));
  }
  const uint8_t flags = in.Get<uint8_t>();
  const uint64_t at = in.GetVarint();
  if (!in.ok() || version == 0 || flags > (kHasTour | kHasJourney) || at >= kMostTourStops) {
    return NotWhole();
  }
  link.at = static_cast<int>(at);
  if ((flags & kHasTour) != 0) {
    const size_t before = in.position();
    link.tour = GetTour(in, map, link.unknown_stops);
    if (!in.ok() || in.position() - before > kMostTourLinkBytes) return NotWhole();
    if (link.tour->stops.empty()) {
      return Fail(ErrorCode::kNotFound, std::string(words::kTourElsewhere));
    }
  }
  link.has_left = (flags & kHasJourney) != 0;
  link.journey = AsText(in.GetBytes(in.remaining()));
  if (!link.has_left && !link.journey.empty()) return NotWhole();
  // A tour within a tour is none.
  if (IsTourLink(link.journey)) return NotWhole();
  return link;
}

}  // namespace meander
