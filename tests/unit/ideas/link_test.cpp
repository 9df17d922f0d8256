// A journey in an address: whatever is put in comes out, whatever is accepted means one journey,
// and articles that have gone leave the rest whole.
#include "ideas/link.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "canvas/article_link.h"
#include "canvas/link.h"
#include "small_map.h"

namespace meander {
namespace {

Journey RandomJourney(Rng& rng, uint32_t most_stops) {
  Journey journey;
  const uint32_t stops = rng.Below(most_stops + 1);
  for (uint32_t step = 0; journey.stops.size() < stops && step < 4000; ++step) {
    const uint32_t kind = rng.Below(5);
    if (kind == 0) Back(journey);
    if (kind == 1) GoTo(journey, static_cast<int>(rng.Below(kMaxStops)));
    if (kind > 1) Open(journey, rng.Below(kSmallItems), rng.Unit());
  }
  if (rng.Below(3) == 0) {
    std::string name;
    for (uint32_t i = rng.Below(80); i > 0; --i) AppendUtf8(1 + rng.Below(0x2FF), name);
    SetName(journey, name);
  }
  return journey;
}

std::optional<SharedView> RandomView(Rng& rng) {
  if (rng.Below(3) == 0) return std::nullopt;
  return SharedView{{rng.Unit() * 3 - 1.5f, rng.Unit() * 3 - 1.5f},
                    std::exp2(rng.Unit() * 11 - 10)};
}

// What a link keeps of a journey: all but the lengths, which are asked for again.
Journey WithoutLengths(Journey journey) {
  for (Stop& stop : journey.stops) stop.length = stop.parent < 0 ? 0 : kUnknownLength;
  return journey;
}

// A payload by hand, as the comment in link.cpp lays it out; neither view nor name.
struct HandStop {
  std::string title;
  uint64_t back;
};
std::string Payload(const std::vector<HandStop>& stops, uint64_t current, uint8_t version = 1) {
  ByteWriter writer;
  writer.Put(version);
  writer.Put(uint8_t{0});
  writer.PutVarint(stops.size());
  for (const HandStop& stop : stops) {
    writer.Put(StableId(stop.title));
    writer.PutVarint(stop.back);
  }
  if (!stops.empty()) writer.PutVarint(current);
  return std::string(AsText(writer.bytes()));
}

TEST(IdeasLink, EveryJourneyComesBack) {
  Rng rng(11);
  size_t most = 0;
  for (int round = 0; round < 1000; ++round) {
    const Journey journey = RandomJourney(rng, round % 10 == 0 ? 400 : 20);
    const std::optional<SharedView> view = RandomView(rng);
    const std::string fragment = EncodeLink("ideas", WriteIdeasLink(journey, view, Map()));
    const auto decoded = DecodeLink(fragment);
    ASSERT_TRUE(decoded.has_value()) << fragment;
    const auto link = ReadIdeasLink(decoded->payload, Map());
    ASSERT_TRUE(link.has_value()) << fragment;
    EXPECT_EQ(link->journey, WithoutLengths(journey));
    EXPECT_EQ(link->unknown_stops, 0);
    ASSERT_EQ(link->view.has_value(), view.has_value());
    if (view) {
      EXPECT_NEAR(link->view->center_in_world.x, view->center_in_world.x, 2.4e-5);
      EXPECT_NEAR(link->view->center_in_world.y, view->center_in_world.y, 2.4e-5);
      EXPECT_NEAR(link->view->half_side_in_world / view->half_side_in_world, 1, 0.016);
    }
    most = std::max(most, journey.stops.size());
  }
  EXPECT_GT(most, 300u);
}

TEST(IdeasLink, TwelveStopsAndAViewAreUnder200Letters) {
  Journey journey;
  for (uint32_t item = 0; item < 12; ++item) Open(journey, item, 0.5f);
  const SharedView view{{0.25f, -0.5f}, 0.3f};
  const std::string fragment = EncodeLink("ideas", WriteIdeasLink(journey, view, Map()));
  EXPECT_LT(fragment.size(), 200u);
  // 2 + 5 bytes of view, 1 + 12 · 5 + 1 of stops, 3 around them: 72 bytes are 96 letters.
  EXPECT_EQ(fragment.size(), 6u + 96u);
}

TEST(IdeasLink, WithTheLongestNameTheyStillAre) {
  Journey journey;
  for (uint32_t item = 0; item < 12; ++item) Open(journey, item, 0.5f);
  SetName(journey, std::string(200, 'n'));
  const SharedView view{{0.25f, -0.5f}, 0.3f};
  const std::string fragment = EncodeLink("ideas", WriteIdeasLink(journey, view, Map()));
  EXPECT_LT(fragment.size(), 200u);
  EXPECT_EQ(ReadIdeasLink(DecodeLink(fragment)->payload, Map())->journey.name,
            std::string(60, 'n'));
}

TEST(IdeasLink, TheLongestJourneyStillFits) {
  Journey journey;
  for (uint32_t i = 0; journey.stops.size() < kMaxStops; ++i) Open(journey, i % 30, 0.5f);
  const auto decoded = DecodeLink(EncodeLink("ideas", WriteIdeasLink(journey, {}, Map())));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(ReadIdeasLink(decoded->payload, Map())->journey, WithoutLengths(journey));
}

TEST(IdeasLink, AViewBeyondTheMapIsHeldToIt) {
  const auto view_of = [](SharedView view) {
    return *ReadIdeasLink(WriteIdeasLink({}, view, Map()), Map())->view;
  };
  const float infinite = INFINITY;
  EXPECT_EQ(view_of({{9, -infinite}, 1}).center_in_world, (Point2{1.5f, -1.5f}));
  EXPECT_EQ(view_of({{0, 0}, 1000}).half_side_in_world, 2);
  EXPECT_EQ(view_of({{0, 0}, infinite}).half_side_in_world, 2);
  EXPECT_EQ(view_of({{0, 0}, 0}).half_side_in_world, 0x1p-10f);
  EXPECT_EQ(view_of({{0, 0}, -3}).half_side_in_world, 0x1p-10f);
}

TEST(IdeasLink, ReadsWhatItsCommentSays) {
  const auto link =
      ReadIdeasLink(Payload({{"Coffee", 0}, {"Drink", 1}, {"Zero", 2}, {"Loom", 2}}, 2), Map());
  ASSERT_TRUE(link.has_value());
  EXPECT_EQ(
      link->journey.stops,
      (std::vector<Stop>{
          {0, -1, 0}, {1, 0, kUnknownLength}, {27, 0, kUnknownLength}, {13, 1, kUnknownLength}}));
  EXPECT_EQ(link->journey.current, 2);
  EXPECT_FALSE(link->view.has_value());
}

TEST(IdeasLink, StopsThatHaveGoneAreLeftOutAndTheirChildrenHungOnWhatCameBefore) {
  // Coffee – (gone) – Matter – Loom, a side trip (gone) – Zero, another (gone) – (gone) – Art.
  const auto link = ReadIdeasLink(Payload({{"Coffee", 0},
                                           {"Gone", 1},
                                           {"Matter", 1},
                                           {"Loom", 1},
                                           {"Zero", 3},
                                           {"Gone too", 4},
                                           {"Art", 1}},
                                          6),
                                  Map());
  ASSERT_TRUE(link.has_value());
  EXPECT_EQ(link->unknown_stops, 2);
  EXPECT_EQ(link->journey.stops, (std::vector<Stop>{{0, -1, 0},
                                                    {3, 0, kUnknownLength},
                                                    {13, 1, kUnknownLength},
                                                    {27, 0, kUnknownLength},
                                                    {5, 0, kUnknownLength}}));
  EXPECT_EQ(link->journey.current, 4);
}

TEST(IdeasLink, ACurrentStopThatHasGoneIsTheOneBeforeIt) {
  const std::vector<HandStop> stops{{"Coffee", 0}, {"Drink", 1}, {"Gone", 1}, {"Loom", 1}};
  EXPECT_EQ(ReadIdeasLink(Payload(stops, 2), Map())->journey.current, 1);
  EXPECT_EQ(ReadIdeasLink(Payload(stops, 3), Map())->journey.current_item(), 13u);
}

TEST(IdeasLink, AStartThatHasGoneMakesItsChildrenStarts) {
  const auto link =
      ReadIdeasLink(Payload({{"Gone", 0}, {"Drink", 1}, {"Loom", 2}, {"Zero", 1}}, 0), Map());
  ASSERT_TRUE(link.has_value());
  EXPECT_EQ(link->journey.stops,
            (std::vector<Stop>{{1, -1, 0}, {13, -1, 0}, {27, 1, kUnknownLength}}));
  EXPECT_EQ(link->journey.current, 0);
}

TEST(IdeasLink, NothingLeftIsAnEmptyJourney) {
  const auto link = ReadIdeasLink(Payload({{"Gone", 0}, {"Gone too", 1}}, 1), Map());
  ASSERT_TRUE(link.has_value());
  EXPECT_EQ(link->unknown_stops, 2);
  EXPECT_EQ(link->journey, Journey{});
}

TEST(IdeasLink, RefusesWhatIsNotOurs) {
  const auto code_of = [](const std::string& payload) {
    const auto link = ReadIdeasLink(payload, Map());
    EXPECT_FALSE(link.has_value());
    return link ? ErrorCode::kInvalidInput : link.error().code;
  };
  EXPECT_EQ(code_of(""), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}}, 0, 0)), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}}, 0, 4)), ErrorCode::kTooNew);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}}, 0, 255)), ErrorCode::kTooNew);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}, {"Drink", 2}}, 0)), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 1}}, 0)), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}, {"Drink", 1ull << 63}}, 0)), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}}, 1)), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}}, ~0ull)), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload({{"Coffee", 0}}, 0) + "x"), ErrorCode::kCorrupt);
  EXPECT_EQ(code_of(Payload(std::vector<HandStop>(401, {"Coffee", 0}), 0)), ErrorCode::kCorrupt);
  EXPECT_TRUE(ReadIdeasLink(Payload(std::vector<HandStop>(400, {"Coffee", 0}), 0), Map()));
}

TEST(IdeasLink, ReadsItsFlagsStrictly) {
  const auto with_flags = [](uint8_t version, uint8_t flags) {
    std::string payload = Payload({{"Coffee", 0}}, 0, version);
    payload[1] = static_cast<char>(flags);
    return ReadIdeasLink(payload, Map()).has_value();
  };
  EXPECT_TRUE(with_flags(1, 0));
  EXPECT_TRUE(with_flags(2, 0));
  // What a flag promises is missing; flags that mean nothing yet.
  EXPECT_FALSE(with_flags(1, 1));
  EXPECT_FALSE(with_flags(2, 2));
  for (int flags = 2; flags < 256; ++flags) {
    EXPECT_FALSE(with_flags(1, static_cast<uint8_t>(flags))) << flags;
    EXPECT_FALSE(flags > 3 && with_flags(2, static_cast<uint8_t>(flags))) << flags;
  }
}

TEST(IdeasLink, ANameIsHeldToItsLengthAndCleaned) {
  const auto named = [](const std::string& name) {
    ByteWriter writer;
    writer.Put(uint8_t{2});
    writer.Put(uint8_t{2});
    writer.PutText(name);
    writer.PutVarint(0);
    return ReadIdeasLink(AsText(writer.bytes()), Map());
  };
  EXPECT_EQ(named("Sunday walk")->journey.name, "Sunday walk");
  EXPECT_EQ(named(" a\nb ")->journey.name, "a b");
  EXPECT_EQ(named(std::string(60, 'x'))->journey.name.size(), 60u);
  EXPECT_FALSE(named(std::string(61, 'x')).has_value());
  // Broken text grows when it is repaired; it is cut between characters.
  EXPECT_EQ(named(std::string(60, '\xFF'))->journey.name.size(), 60u);
  EXPECT_EQ(named(std::string(60, '\xFF'))->journey.name, RepairUtf8(std::string(20, '\xFF')));
}

TEST(IdeasLink, RefusesEveryCut) {
  Rng rng(5);
  for (int round = 0; round < 40; ++round) {
    Journey journey = RandomJourney(rng, 12);
    if (journey.is_empty()) Open(journey, 3, 0);
    const std::string payload = WriteIdeasLink(journey, RandomView(rng), Map());
    for (size_t length = 0; length < payload.size(); ++length) {
      EXPECT_FALSE(ReadIdeasLink(payload.substr(0, length), Map())) << length;
    }
  }
}

// Accepted: a sound journey, every article of it named in the payload, and the same again after
// being written.
void ExpectOneMeaning(const std::string& payload, const IdeasLink& link) {
  ASSERT_EQ(FaultOf(link.journey, kSmallItems), "");
  for (const Stop& stop : link.journey.stops) {
    const uint32_t id = StableId(Map().TitleOf(stop.item));
    const std::string_view bytes(reinterpret_cast<const char*>(&id), sizeof(id));
    ASSERT_NE(payload.find(bytes), payload.npos);
  }
  const auto decoded =
      DecodeLink(EncodeLink("ideas", WriteIdeasLink(link.journey, link.view, Map())));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(decoded->room, "ideas");
  const auto again = ReadIdeasLink(decoded->payload, Map());
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->journey, link.journey);
  EXPECT_EQ(again->unknown_stops, 0);
  ASSERT_EQ(again->view.has_value(), link.view.has_value());
  if (link.view) {
    EXPECT_EQ(again->view->center_in_world, link.view->center_in_world);
    EXPECT_EQ(again->view->half_side_in_world, link.view->half_side_in_world);
  }
}

std::string Mutated(std::string text, Rng& rng) {
  for (uint32_t change = 1 + rng.Below(3); change > 0 && !text.empty(); --change) {
    const size_t at = rng.Below(static_cast<uint32_t>(text.size()));
    switch (rng.Below(5)) {
      case 0:
        text[at] = static_cast<char>(rng.Below(256));
        break;
      case 1:
        text[at] = static_cast<char>(static_cast<uint8_t>(text[at]) ^ 1u << rng.Below(8));
        break;
      case 2:
        text.erase(at, 1 + rng.Below(4));
        break;
      case 3:
        text.insert(at, 1, static_cast<char>(rng.Below(256)));
        break;
      default:
        text += text.substr(at);
    }
  }
  return text;
}

// Payloads altered and given a right checksum, as somebody would who wants to do harm.
TEST(IdeasLink, TenThousandAlteredPayloadsMeanOneThingOrNothing) {
  Rng rng(21);
  int accepted = 0, refused = 0, other = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string original = WriteIdeasLink(RandomJourney(rng, 14), RandomView(rng), Map());
    const std::string payload = Mutated(original, rng);
    const auto decoded = DecodeLink(EncodeLink("ideas", payload));
    ASSERT_TRUE(decoded.has_value());
    ASSERT_EQ(decoded->payload, payload);
    const auto link = ReadIdeasLink(decoded->payload, Map());
    if (!link) {
      ++refused;
      EXPECT_FALSE(link.error().message.empty());
      continue;
    }
    ++accepted;
    other += payload != original;
    ASSERT_NO_FATAL_FAILURE(ExpectOneMeaning(payload, *link));
  }
  EXPECT_GT(refused, 3000);
  EXPECT_GT(accepted, 1000);
  EXPECT_GT(other, 1000);
}

// The same without the right checksum: what a torn line in a letter looks like.
TEST(IdeasLink, TenThousandAlteredFragmentsAreNoticed) {
  Rng rng(22);
  int refused = 0, whole = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string payload = WriteIdeasLink(RandomJourney(rng, 14), RandomView(rng), Map());
    const std::string fragment = Mutated(EncodeLink("ideas", payload), rng);
    const auto decoded = DecodeLink(fragment);
    // A CRC passes a link with letters for zero bytes behind it; then the room finds it too long.
    if (!decoded || !ReadIdeasLink(decoded->payload, Map())) {
      ++refused;
      continue;
    }
    // What is left is the journey that was sent: what mail programs add fell away. (Other damage
    // passes the checksum once in 65,536, and not with these seeds.)
    ASSERT_EQ(decoded->payload, payload) << fragment;
    ++whole;
  }
  EXPECT_GT(refused, 9800);
  EXPECT_GT(whole, 0);
}

TEST(IdeasLink, TenThousandRandomPayloadsMeanOneThingOrNothing) {
  Rng rng(23);
  int accepted = 0;
  for (int round = 0; round < 10000; ++round) {
    std::string payload(rng.Below(40), '\0');
    for (char& c : payload) c = static_cast<char>(rng.Below(256));
    // Half of them begin as ours do.
    if (payload.size() > 2 && round % 2 == 0) {
      payload[0] = 1;
      payload[1] = 0;
      payload[2] = static_cast<char>(rng.Below(8));
    }
    const auto link = ReadIdeasLink(payload, Map());
    if (!link) continue;
    ++accepted;
    ASSERT_NO_FATAL_FAILURE(ExpectOneMeaning(payload, *link));
  }
  EXPECT_GT(accepted, 0);
}

TEST(IdeasLink, OtherRoomsNameAnArticleTheSameWay) {
  for (const uint32_t item : {0u, 5u}) {
    const std::string address = ArticleAddress(Map().TitleOf(item));
    ASSERT_TRUE(address.starts_with("./ideas.html#ideas."));
    const auto link = DecodeLink(address.substr(address.find('#')));
    ASSERT_TRUE(link);
    const auto read = ReadIdeasLink(link->payload, Map());
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->journey.stops.size(), 1u);
    EXPECT_EQ(read->journey.stops[0].item, item);
  }
}

}  // namespace
}  // namespace meander
