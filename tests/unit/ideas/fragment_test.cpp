// The whole fragment, "ideas.…": random journeys come back as they were, twelve stops are short,
// and no damage ever leads to an article that was not meant.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/rng.h"
#include "canvas/link.h"
#include "ideas/link.h"
#include "small_map.h"

namespace meander {
namespace {

// As many ids as the real map has.
constexpr uint32_t kManyIdeas = 10033;
const IdeaMap& LargeMap() {
  static const IdeaMap* const map = new IdeaMap(MapOf(MakePlainPack(kManyIdeas)));
  return *map;
}

Journey RandomJourney(Rng& rng, uint32_t most_stops) {
  Journey journey;
  for (uint32_t i = rng.Below(most_stops + 1); i > 0; --i) {
    if (!journey.is_empty() && rng.Below(3) == 0) {
      GoTo(journey, static_cast<int>(rng.Below(static_cast<uint32_t>(journey.stops.size()))));
    }
    Open(journey, rng.Below(kManyIdeas), 0);
  }
  if (!journey.is_empty()) {
    GoTo(journey, static_cast<int>(rng.Below(static_cast<uint32_t>(journey.stops.size()))));
  }
  std::string name(rng.Below(kMaxNameBytes + 1), ' ');
  for (char& c : name) c = static_cast<char>('!' + rng.Below(90));
  if (rng.Below(2) == 0) SetName(journey, name);
  return journey;
}
SharedView RandomView(Rng& rng) {
  return {{rng.Unit() * 3 - 1.5f, rng.Unit() * 3 - 1.5f}, 0.002f + rng.Unit()};
}
std::string FragmentOf(const Journey& journey, const std::optional<SharedView>& view) {
  return EncodeLink("ideas", WriteIdeasLink(journey, view, LargeMap()));
}
// What a page makes of a fragment; nullopt: it says that it is not whole.
std::optional<IdeasLink> Understood(std::string_view fragment) {
  const auto link = DecodeLink(fragment);
  if (!link || link->room != "ideas") return std::nullopt;
  auto read = ReadIdeasLink(link->payload, LargeMap());
  return read ? std::optional(std::move(*read)) : std::nullopt;
}

TEST(Fragment, TwoThousandRandomJourneysComeBackAsTheyWere) {
  Rng rng(11);
  size_t longest = 0;
  for (int round = 0; round < 2000; ++round) {
    const Journey journey = RandomJourney(rng, round % 20 == 0 ? 400 : 40);
    const bool has_view = rng.Below(2) == 0;
    const auto view = has_view ? std::optional(RandomView(rng)) : std::nullopt;
    const auto link = Understood("#" + FragmentOf(journey, view));
    ASSERT_TRUE(link) << round;
    ASSERT_EQ(link->unknown_stops, 0);
    ASSERT_EQ(link->journey.name, journey.name);
    ASSERT_EQ(link->journey.current, journey.current);
    ASSERT_EQ(link->journey.stops.size(), journey.stops.size());
    for (size_t i = 0; i < journey.stops.size(); ++i) {
      ASSERT_EQ(link->journey.stops[i].item, journey.stops[i].item);
      ASSERT_EQ(link->journey.stops[i].parent, journey.stops[i].parent);
    }
    ASSERT_EQ(link->view.has_value(), has_view);
    if (has_view) {
      ASSERT_NEAR(link->view->center_in_world.x, view->center_in_world.x, 3e-5f);
      ASSERT_NEAR(link->view->half_side_in_world / view->half_side_in_world, 1, 0.02f);
    }
    longest = std::max(longest, journey.stops.size());
  }
  EXPECT_GT(longest, 300u);
}

TEST(Fragment, TwelveStopsTakeLessThanTwoHundredLetters) {
  Rng rng(12);
  size_t longest = 0;
  for (int round = 0; round < 500; ++round) {
    Journey journey;
    while (journey.stops.size() < 12) {
      if (rng.Below(4) == 0) Back(journey);
      Open(journey, rng.Below(kManyIdeas), 0);
    }
    SetName(journey, std::string(kMaxNameBytes, 'w'));
    longest = std::max(longest, 1 + FragmentOf(journey, RandomView(rng)).size());
  }
  EXPECT_LT(longest, 200u) << "with the longest name, the view and the sign before it";
  EXPECT_GT(longest, 100u) << "and the test has looked at whole ones";
}

std::string Damaged(const std::string& fragment, Rng& rng) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#%é\n ";
  std::string text = fragment;
  const auto at = [&] { return rng.Below(static_cast<uint32_t>(text.size())); };
  const auto letter = [&] { return kLetters[rng.Below(static_cast<uint32_t>(kLetters.size()))]; };
  for (uint32_t i = 1 + rng.Below(3); i > 0 && text.size() > 2; --i) {
    switch (rng.Below(7)) {
      case 0:
        text[at()] = letter();
        break;
      case 1:
        text.resize(at());
        break;
      case 2:
        text.erase(at(), 1 + rng.Below(4));
        break;
      case 3:
        text.insert(at(), 1, letter());
        break;
      case 4:
        std::swap(text[at()], text[at()]);
        break;
      case 5:
        text += text.substr(at());
        break;
      default: {  // case is lost, as in some mails
        const auto from = text.begin() + static_cast<ptrdiff_t>(at());
        std::transform(from, text.end(), from, [](char c) {
          return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        break;
      }
    }
  }
  return text;
}

// A checksum of 16 bits lets one damage in 65,536 pass; an id of 32 bits that was damaged is one of
// 10,033 articles once in 428,000 times. Both together: once in 28,000 million damaged links.
TEST(Fragment, TenThousandDamagedOnesNeverLeadToAWrongArticle) {
  Rng rng(13);
  int refused = 0, whole = 0;
  for (int round = 0; round < 10000; ++round) {
    const Journey journey = RandomJourney(rng, 14);
    const std::string fragment = FragmentOf(journey, std::nullopt);
    const std::string damaged =
        round % 10 == 0 ? std::string("ideas.") + EncodeBase64Url(Damaged(fragment, rng))
                        : Damaged(fragment, rng);
    const auto link = Understood(damaged);
    if (!link) {
      ++refused;
      continue;
    }
    // Only what came to no harm is taken: dust around it, a letter that changed places with itself.
    ASSERT_EQ(link->journey.stops.size(), journey.stops.size()) << damaged;
    for (size_t i = 0; i < journey.stops.size(); ++i) {
      ASSERT_EQ(link->journey.stops[i].item, journey.stops[i].item) << damaged;
    }
    ++whole;
  }
  EXPECT_GT(refused, 9000);
  EXPECT_GT(whole, 10);
}

// Even where the checksum was made to fit, a damaged id is no article at all but once in 428,000
// times: its stop is left out and the reader is told.
TEST(Fragment, DamageWithAFittingChecksumLeavesStopsOutRatherThanChangeThem) {
  Rng rng(14);
  size_t damaged_ids = 0, wrong = 0, left_out = 0;
  for (int round = 0; round < 10000; ++round) {
    Journey journey;
    while (journey.stops.size() < 12) Open(journey, rng.Below(kManyIdeas), 0);
    std::set<uint32_t> meant;
    for (const Stop& stop : journey.stops) meant.insert(stop.item);
    std::string payload = WriteIdeasLink(journey, std::nullopt, LargeMap());
    // Version, flags, count; then an id and a byte for each stop.
    const size_t stop = rng.Below(12), byte = rng.Below(4);
    payload[3 + 5 * stop + byte] ^= static_cast<char>(1u << rng.Below(8));
    const auto link = Understood(EncodeLink("ideas", payload));
    ASSERT_TRUE(link);
    ++damaged_ids;
    left_out += static_cast<size_t>(link->unknown_stops);
    for (const Stop& found : link->journey.stops) wrong += meant.contains(found.item) ? 0 : 1;
  }
  EXPECT_EQ(wrong, 0u);
  EXPECT_EQ(left_out, damaged_ids);
}

TEST(Fragment, AnythingAtAllIsAnswered) {
  Rng rng(15);
  for (int round = 0; round < 10000; ++round) {
    std::string text(rng.Below(200), ' ');
    for (char& c : text) c = static_cast<char>(rng.Below(256));
    EXPECT_FALSE(Understood(text));
    const auto read = ReadIdeasLink(text, LargeMap());
    if (read) {
      EXPECT_EQ(FaultOf(read->journey, kManyIdeas), "");
    }
  }
}

}  // namespace
}  // namespace meander
