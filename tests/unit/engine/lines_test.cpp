// Questions about lines against a made-up pack: what is fetched for them, what comes back, slices,
// cancelling, and what is refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "lines_server.h"

namespace meander {
namespace {

class LinesTest : public testing::Test {
 protected:
  void SetUp() override {
    server_.files = pack_.files;
    engine_.Ask({1, pack_.OpenRequest()});
    server_.Run(engine_);
  }
  GradientRequest Question() const {
    GradientRequest ask;
    ask.a = "A ship in the night.";
    ask.b = "Dust on every road!";
    ask.mix = {0, 100, 0};
    return ask;
  }
  template <class Body>
  Body Ask(RequestBody body) {
    replies_ = AskAll(std::move(body));
    const ReplyBody* answer = AnswerTo(replies_, last_id_);
    if (answer == nullptr || !std::holds_alternative<Body>(*answer)) {
      ADD_FAILURE() << "another kind of answer: "
                    << (answer != nullptr && std::holds_alternative<Error>(*answer)
                            ? std::get<Error>(*answer).message
                            : "");
      return {};
    }
    return std::get<Body>(*answer);
  }
  Error Refusal(RequestBody body) {
    const auto replies = AskAll(std::move(body));
    const ReplyBody* answer = AnswerTo(replies, last_id_);
    return answer != nullptr && std::holds_alternative<Error>(*answer) ? std::get<Error>(*answer)
                                                                       : Error{};
  }
  std::vector<Reply> AskAll(RequestBody body) {
    engine_.Ask({++last_id_, std::move(body)});
    return server_.Run(engine_);
  }
  static std::vector<uint32_t> ItemsOf(const GradientReply& reply) {
    std::vector<uint32_t> items;
    for (const GradientStop& stop : reply.stops) items.push_back(stop.line.item);
    return items;
  }

  TinyPack pack_ = MakeTinyLines();
  FakeServer server_;
  Engine engine_;
  RequestId last_id_ = 1;
  std::vector<Reply> replies_;
};

TEST_F(LinesTest, AGradientComesAfterItsSketch) {
  const auto reply = Ask<GradientReply>(Question());
  ASSERT_EQ(reply.stops.size(), 7u);
  const std::vector<uint32_t> items = ItemsOf(reply);
  EXPECT_EQ(std::set<uint32_t>(items.begin(), items.end()).size(), 7u);
  for (const GradientStop& stop : reply.stops) {
    EXPECT_LT(stop.line.item, kTinyLines);
    EXPECT_EQ(stop.line.shelf, stop.line.item < kTinyShelfLines ? 0 : 1);
    EXPECT_FALSE(stop.line.text.empty());
    EXPECT_GT(stop.step, 0);
  }
  EXPECT_FALSE(reply.shore.empty());
  int sketches = 0;
  for (const Reply& each : replies_) {
    sketches += each.id == last_id_ && std::holds_alternative<GradientSketchReply>(each.body);
  }
  EXPECT_EQ(sketches, 1);
  for (const std::string& url : server_.asked) {
    EXPECT_EQ(url.find("phones"), std::string::npos)
        << "nothing is fetched that spelling does not need";
    EXPECT_EQ(url.find("sound"), std::string::npos);
  }
  EXPECT_TRUE(ReadReply(WriteReply({1, reply}))) << "and it goes over the wire";
}

TEST_F(LinesTest, AnotherWayUsesNoLineOfTheBetterOnes) {
  std::set<uint32_t> used;
  GradientRequest ask = Question();
  std::vector<std::vector<uint32_t>> ways;
  for (ask.another = 0; ask.another < 4; ++ask.another) {
    ways.push_back(ItemsOf(Ask<GradientReply>(ask)));
    for (const uint32_t item : ways.back()) EXPECT_TRUE(used.insert(item).second) << item;
  }
  // Asked out of order it is the same way.
  Engine other;
  other.Ask({1, pack_.OpenRequest()});
  FakeServer server;
  server.files = pack_.files;
  server.Run(other);
  ask.another = 2;
  other.Ask({2, ask});
  const auto replies = server.Run(other);
  EXPECT_EQ(ItemsOf(std::get<GradientReply>(*AnswerTo(replies, 2))), ways[2]);
}

TEST_F(LinesTest, PinsViasAndShelvesAreKeptTo) {
  GradientRequest ask = Question();
  ask.pins = {{1, {17, ""}}, {4, {kNoLine, "Typed by hand, this."}}};
  ask.vias = {"sea"};
  ask.within_shelf = 1;
  const auto reply = Ask<GradientReply>(ask);
  ASSERT_EQ(reply.stops.size(), 7u);
  EXPECT_EQ(reply.stops[1].line.item, 17u);
  EXPECT_EQ(reply.stops[4].line.item, kNoLine);
  EXPECT_EQ(reply.stops[4].line.text, "Typed by hand, this.");
  EXPECT_EQ(reply.stops[4].line.shelf, kNoShelf);
  bool has_sea = false;
  for (size_t i = 0; i < 7; ++i) {
    has_sea |= reply.stops[i].line.text.find("sea") != std::string::npos;
    if (i != 1 && i != 4) {
      EXPECT_GE(reply.stops[i].line.item, kTinyShelfLines);
    }
  }
  EXPECT_TRUE(has_sea);
  GradientRequest banned = Question();
  banned.banned = ItemsOf(Ask<GradientReply>(banned));
  for (const uint32_t item : ItemsOf(Ask<GradientReply>(banned))) {
    EXPECT_EQ(std::ranges::find(banned.banned, item), banned.banned.end());
  }
}

TEST_F(LinesTest, HoldingWhatIsOnTheWayChangesNothing) {
  const std::vector<uint32_t> way = ItemsOf(Ask<GradientReply>(Question()));
  for (const auto& stops : std::vector<std::vector<uint8_t>>{{0}, {3}, {6}, {1, 5}, {0, 2, 4}}) {
    GradientRequest held = Question();
    for (const uint8_t stop : stops) held.pins.push_back({stop, {way[stop], ""}});
    EXPECT_EQ(ItemsOf(Ask<GradientReply>(held)), way);
    // The next way keeps only what is held.
    held.another = 1;
    const std::vector<uint32_t> other = ItemsOf(Ask<GradientReply>(held));
    for (uint8_t stop = 0; stop < 7; ++stop) {
      const bool is_held = std::ranges::find(stops, stop) != stops.end();
      EXPECT_EQ(other[stop] == way[stop], is_held) << int{stop};
    }
  }
  // At another stop the same line is another wish.
  GradientRequest moved = Question();
  moved.pins = {{2, {way[4], ""}}};
  EXPECT_EQ(ItemsOf(Ask<GradientReply>(moved))[2], way[4]);
}

TEST_F(LinesTest, ARhymeIsHeardNotSpelled) {
  GradientRequest ask = Question();
  ask.vias = {"rhyme:tree"};
  const auto reply = Ask<GradientReply>(ask);
  EXPECT_TRUE(std::ranges::any_of(
      reply.stops, [](const GradientStop& stop) { return stop.line.text.ends_with("sea."); }));
}

TEST_F(LinesTest, SoundAndMixesNeedNoReader) {
  GradientRequest ask = Question();
  ask.mix = {0, 0, 100};
  const auto sound = ItemsOf(Ask<GradientReply>(ask));
  ask.mix = {0, 50, 50};
  EXPECT_EQ(ItemsOf(Ask<GradientReply>(ask)).size(), 7u);
  EXPECT_NE(sound, ItemsOf(Ask<GradientReply>(Question())));
}

TEST_F(LinesTest, QuestionsThatCannotBeAnsweredAreRefusedWithASentence) {
  GradientRequest ask = Question();
  ask.a = " ?! ";
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kInvalidInput);
  ask = Question();
  ask.b = "a ship in the NIGHT";
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kInvalidInput) << "both ends say the same";
  ask = Question();
  ask.within_shelf = 2;
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kNotFound);
  ask = Question();
  ask.stock = LineStock::kOwn;
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kNotFound);
  ask = Question();
  ask.vias = {"zeppelin"};
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kNotFound);
  ask.vias = {"--"};
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kInvalidInput);
  ask = Question();
  ask.pins = {{0, {kTinyLines, ""}}};
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kNotFound);
  ask = Question();
  ask.mix = {100, 0, 0};
  EXPECT_EQ(Refusal(ask).code, ErrorCode::kNotFound) << "this pack does not know meanings";
  EXPECT_EQ(Refusal(LinePlaceRequest{kTinyLines}).code, ErrorCode::kNotFound);
  EXPECT_EQ(Refusal(CloudRequest{
                        {kFirstOwnItem, ""}, "", "", {0, 100, 0}, kNoShelf, LineStock::kShelves, 5})
                .code,
            ErrorCode::kNotFound);
}

TEST_F(LinesTest, AnIdeaMapHoldsNoLines) {
  const TinyPack ideas = MakeTinyPack();
  server_.files = ideas.files;
  AskAll(ideas.OpenRequest());
  EXPECT_EQ(Refusal(Question()).code, ErrorCode::kNotFound);
  EXPECT_EQ(Refusal(LinePairRequest{}).code, ErrorCode::kNotFound);
}

TEST_F(LinesTest, ACloudIsOfOtherLinesNearestFirst) {
  CloudRequest ask{{17, ""},
                   "A ship in the night.",
                   "Dust on every road!",
                   {0, 100, 0},
                   kNoShelf,
                   LineStock::kShelves,
                   12};
  const auto cloud = Ask<CloudReply>(ask);
  ASSERT_EQ(cloud.lines.size(), 12u);
  float last = 1;
  for (const CloudLine& line : cloud.lines) {
    EXPECT_NE(line.line.item, 17u);
    EXPECT_LE(line.cosine, last);
    last = line.cosine;
  }
  EXPECT_TRUE(std::ranges::any_of(cloud.lines,
                                  [](const CloudLine& line) { return line.place.progress != 0; }));
  ask.line = {kNoLine, "The sea, the sea and the night."};
  EXPECT_EQ(Ask<CloudReply>(ask).lines.size(), 12u);
}

TEST_F(LinesTest, ALineKnowsItsPlaceAndWhatStandsAroundIt) {
  const auto place = Ask<LinePlaceReply>(LinePlaceRequest{150});
  EXPECT_EQ(place.place, "Chapter 2");
  EXPECT_EQ(place.line.shelf, 0);
  EXPECT_EQ(place.passage.substr(place.begin, place.end - place.begin), place.line.text);
  EXPECT_GT(place.passage.size(), place.line.text.size());
  EXPECT_LE(place.passage.size(), 1700u);
  EXPECT_TRUE(place.passage.starts_with("So it went."));
  const auto bare = Ask<LinePlaceReply>(LinePlaceRequest{250});
  EXPECT_EQ(bare.place, "");
  EXPECT_EQ(bare.passage, "");
}

TEST_F(LinesTest, WordsSoundAndRhyme) {
  const auto sounds =
      Ask<LineSoundsReply>(LineSoundsRequest{{"The sea!", "A key, a tree at night.", ""}});
  ASSERT_EQ(sounds.lines.size(), 3u);
  EXPECT_EQ(sounds.lines[0].back().phones, "S IY1");
  EXPECT_EQ(sounds.lines[0].back().begin, 4u);
  EXPECT_EQ(sounds.lines[0].back().rhyme, sounds.lines[1][1].rhyme);
  EXPECT_NE(sounds.lines[0].back().rhyme, sounds.lines[1].back().rhyme);
  EXPECT_TRUE(sounds.lines[2].empty());
}

TEST_F(LinesTest, AWaitingGradientIsCancelledOnceAndItsFilesGivenUp) {
  engine_.Ask({50, Question()});
  while (engine_.Step()) {
  }
  server_.Collect(engine_);
  ASSERT_FALSE(server_.unanswered.empty());
  engine_.Cancel(50);
  server_.Collect(engine_);
  EXPECT_TRUE(server_.unanswered.empty());
  const auto replies = engine_.TakeReplies();
  ASSERT_EQ(replies.size(), 1u);
  EXPECT_EQ(std::get<Error>(replies[0].body).code, ErrorCode::kCancelled);
}

TEST_F(LinesTest, ASmallQuestionDoesNotWaitBehindAGradient) {
  Ask<GradientReply>(Question());
  GradientRequest large = Question();
  large.steps = 25;
  large.scenic = 80;
  engine_.Ask({60, large});
  engine_.Step();
  engine_.Ask({61, LinePlaceRequest{3}});
  int steps = 0;
  std::vector<RequestId> order;
  while (order.size() < 2 && steps++ < 1000) {
    engine_.Step();
    server_.Collect(engine_);
    while (!server_.unanswered.empty()) server_.ServeOne(engine_);
    for (const Reply& reply : engine_.TakeReplies()) {
      if (reply.IsFinal()) order.push_back(reply.id);
    }
  }
  EXPECT_EQ(order, (std::vector<RequestId>{61, 60}));
}

TEST_F(LinesTest, AnotherPackForgetsTheFirstOnesLines) {
  const auto first = Ask<GradientReply>(Question());
  AskAll(pack_.OpenRequest());
  const auto again = Ask<GradientReply>(Question());
  EXPECT_EQ(ItemsOf(first), ItemsOf(again));
}

TEST_F(LinesTest, ABrokenChunkIsSaidToBeBroken) {
  server_.files[pack_.UrlOf("lines", 1)][3] ^= 1;
  EXPECT_EQ(Refusal(Question()).code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace meander
