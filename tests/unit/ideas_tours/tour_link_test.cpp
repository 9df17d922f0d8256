// A tour in an address: every kind comes back, nothing else is taken for one, nothing is too long.
#include "ideas/tour_link.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "canvas/link.h"
#include "made_tour.h"

namespace meander {
namespace {

// What a link keeps of a camera is five bytes.
Tour Rounded(Tour tour) {
  for (TourStop& stop : tour.stops) {
    if (!stop.view) continue;
    ByteWriter out;
    PutView(*stop.view, out);
    ByteReader in(out.bytes());
    stop.view = GetView(in);
  }
  return tour;
}

TEST(TourLink, ComesBackAsItWasWritten) {
  for (const bool has_tour : {false, true}) {
    for (const bool has_left : {false, true}) {
      TourLink link;
      link.at = 2;
      if (has_tour) link.tour = Rounded(MadeTour());
      link.has_left = has_left;
      if (has_left) link.journey = LinkTo({3, 4});
      const std::string payload = WriteTourLink(link, Map());
      ASSERT_TRUE(IsTourLink(payload));
      const auto read = ReadTourLink(payload, Map());
      ASSERT_TRUE(read);
      EXPECT_EQ(read->at, 2);
      EXPECT_EQ(read->tour, link.tour);
      EXPECT_EQ(read->has_left, has_left);
      EXPECT_EQ(read->journey, link.journey);
      EXPECT_EQ(WriteTourLink(*read, Map()), payload);
    }
  }
}

TEST(TourLink, IsNoJourneyAndAJourneyIsNoTour) {
  const std::string payload = WriteTourLink({1, MadeTour(), false, {}, 0}, Map());
  const auto journey = ReadIdeasLink(payload, Map());
  ASSERT_FALSE(journey);
  EXPECT_EQ(journey.error().code, ErrorCode::kTooNew) << "to builds that know no tours";
  EXPECT_FALSE(IsTourLink(LinkTo({1, 2})));
}

TEST(TourLink, StaysWithinTwoKilobytes) {
  Tour tour = MadeTour();
  for (TourStop& stop : tour.stops) stop.caption = std::string(480, 'a');
  tour.stops.back().caption = std::string(300, 'a');
  const std::string payload = WriteTourLink({0, tour, false, {}, 0}, Map());
  ASSERT_FALSE(payload.empty());
  EXPECT_LE(payload.size(), kMostTourLinkBytes + 8);
  tour.stops.back().caption = std::string(700, 'a');
  EXPECT_EQ(WriteTourLink({0, tour, false, {}, 0}, Map()), "");
}

TEST(TourLink, EveryCutAndEveryChangedByteIsTakenOrRefusedWholly) {
  const std::string payload = WriteTourLink({1, MadeTour(), true, LinkTo({3, 4}), 0}, Map());
  Rng rng(7);
  int refused = 0;
  for (int i = 0; i < 10000; ++i) {
    std::string damaged = payload;
    if (i % 3 == 0) damaged.resize(rng.Below(static_cast<uint32_t>(payload.size())));
    for (uint32_t k = rng.Below(4); k > 0 && !damaged.empty(); --k) {
      damaged[rng.Below(static_cast<uint32_t>(damaged.size()))] = static_cast<char>(rng.Below(256));
    }
    const auto read = ReadTourLink(damaged, Map());
    if (!read) {
      EXPECT_FALSE(read.error().message.empty());
      ++refused;
      continue;
    }
    EXPECT_LT(read->at, static_cast<int>(kMostTourStops));
    if (!read->tour) continue;
    EXPECT_FALSE(read->tour->stops.empty());
    for (const TourStop& stop : read->tour->stops) {
      EXPECT_LT(stop.item, kSmallItems);
      EXPECT_EQ(CleanLine(stop.caption), stop.caption);
    }
  }
  EXPECT_GT(refused, 3000);
}

}  // namespace
}  // namespace meander
