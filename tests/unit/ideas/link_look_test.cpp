// What of the map is shown, in an address: every look comes back, none that cannot be is taken.
#include <gtest/gtest.h>

#include "base/rng.h"
#include "ideas/link.h"
#include "small_map.h"

namespace meander {
namespace {

SharedLook RandomLook(Rng& rng) {
  const auto every = (1u << kTopicCount) - 1;
  return {static_cast<TopicFilter>(rng.Below(2) == 0 ? 0 : rng.Below(every)), rng.Below(2) == 0,
          static_cast<MapLayout>(rng.Below(2))};
}

TEST(IdeasLink, EveryLookComesBack) {
  Rng rng(12);
  for (int round = 0; round < 500; ++round) {
    Journey journey;
    for (uint32_t stop = rng.Below(4); stop > 0; --stop) Open(journey, rng.Below(kSmallItems), 0);
    if (rng.Below(2) == 0) SetName(journey, "A name");
    const SharedLook look = RandomLook(rng);
    const std::string payload = WriteIdeasLink(journey, std::nullopt, Map(), look);
    const auto link = ReadIdeasLink(payload, Map());
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->journey.stops.size(), journey.stops.size());
    EXPECT_EQ(link->journey.name, journey.name);
    EXPECT_EQ(link->look, look);
    // Older builds read whatever says nothing that they do not know.
    const int version = look != SharedLook{} ? 3 : journey.name.empty() ? 1 : 2;
    EXPECT_EQ(payload[0], version);
  }
}

TEST(IdeasLink, ALookThatCannotBeIsNotWhole) {
  const SharedLook look{1, false, MapLayout::kOneLand};
  std::string payload = WriteIdeasLink({}, std::nullopt, Map(), look);
  ASSERT_EQ(payload, std::string("\x03\x04\x04\x01\x00\x00", 6));
  EXPECT_TRUE(ReadIdeasLink(payload, Map()).has_value());
  for (const auto& [at, value] : {std::pair{2, 0}, {2, 8}, {2, 12}, {3, 0}, {0, 2}, {1, 12}}) {
    std::string wrong = payload;
    wrong[static_cast<size_t>(at)] = static_cast<char>(value);
    EXPECT_FALSE(ReadIdeasLink(wrong, Map()).has_value()) << at << " " << value;
  }
  payload[3] = '\xFF';
  payload[4] = '\x07';
  EXPECT_FALSE(ReadIdeasLink(payload, Map()).has_value());
}

}  // namespace
}  // namespace meander
