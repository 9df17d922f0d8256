// The questions of the room that looks into the encoder, through the engine with the real weights.
#include <cmath>

#include "inside_desk.h"

namespace meander {
namespace {

TEST_F(InsideTest, PairsAddUpAndTheGhostSaysSomethingElse) {
  InsidePairQuestion question;
  question.a = "The dog ran.";
  question.b = "A puppy was running.";
  const auto real = Answers<InsidePairAnswer>(question).back();
  EXPECT_EQ(real.a.size(), 6u);
  double sum = 0;
  for (const float x : real.matrix) sum += x;
  EXPECT_NEAR(sum, real.cosine, 1e-5);
  EXPECT_EQ(real.a[2].begin, 4u);
  EXPECT_EQ(real.a[2].end, 7u);
  question.reading.ghost = true;
  const auto ghost = Answers<InsidePairAnswer>(question).back();
  EXPECT_GT(std::fabs(ghost.cosine - real.cosine), 0.05);
  question.reading.seed = 2;
  EXPECT_NE(Answers<InsidePairAnswer>(question).back().cosine, ghost.cosine);
}

TEST_F(InsideTest, IntegratedPairsComeInRounds) {
  InsidePairQuestion question;
  question.a = "Dogs run";
  question.b = "Cats sleep";
  question.method = InsidePairMethod::kIntegrated;
  question.layer = 5;
  question.steps = 4;
  const auto answers = Answers<InsidePairAnswer>(question);
  EXPECT_EQ(answers.front().steps_a, 1);
  EXPECT_EQ(answers.back().steps_b, 4);
  EXPECT_LE(std::fabs(answers.back().gap), 0.01 * answers.back().cosine);
}

TEST_F(InsideTest, WordsComeWithTheirCurves) {
  InsideWordQuestion question;
  question.text = "The dog ran.";
  question.target = "A puppy was running.";
  question.versus = "Stocks fell.";
  question.with_curve = true;
  for (const auto method : {InsideWordMethod::kOcclusion, InsideWordMethod::kLime,
                            InsideWordMethod::kGradient, InsideWordMethod::kRollout}) {
    question.method = method;
    question.samples = 20;
    const auto answers = Answers<InsideWordAnswer>(question);
    ASSERT_EQ(answers.size(), 3u);
    EXPECT_TRUE(answers[0].curve.empty());
    EXPECT_EQ(answers[1].curve.size(), 5u);
    EXPECT_EQ(answers[1].curve.back(), 0);
    EXPECT_NEAR(answers[1].curve.front(), answers[1].value, 1e-3);
    EXPECT_EQ(answers[0].weights, answers[1].weights);
    // Four words: the band is of two hundred orders, the first few told at once.
    EXPECT_EQ(answers[1].chance_orders, 8u);
    EXPECT_EQ(answers[2].chance_orders, 200u);
    for (size_t out = 0; out < 5; ++out) {
      EXPECT_LE(answers[2].chance_low[out], answers[2].chance[out] + 1e-6f) << out;
      EXPECT_GE(answers[2].chance_high[out], answers[2].chance[out] - 1e-6f) << out;
    }
    EXPECT_LT(answers[2].chance_low[2], answers[2].chance_high[2]);
    EXPECT_NEAR(answers[2].chance[0], answers[2].curve[0], 1e-6);
  }
}

TEST_F(InsideTest, GridHasACellAUnitInSevenLayers) {
  const auto grid = Answers<InsideGridAnswer>(InsideGridQuestion{"The dog ran.", {}}).back();
  ASSERT_EQ(grid.norms.size(), 7 * grid.units.size());
  for (const float norm : grid.norms) EXPECT_GT(norm, 0);
  for (const float near : grid.closeness) EXPECT_LE(std::fabs(near), 1.0001f);
}

TEST_F(InsideTest, GroupsAreThereWithTheirEffectsAndComeBack) {
  InsideGroupQuestion question{
      "The dog ran across the field.", "A puppy was running.", {}, 3, 3, 2};
  const auto answers = Answers<InsideGroupAnswer>(question);
  const InsideGroupAnswer& groups = answers.back();
  EXPECT_EQ(groups.neurons.size(), 3u);
  EXPECT_EQ(groups.effects.size(), 3u);
  EXPECT_EQ(groups.stability.size(), 3u);
  EXPECT_GT(groups.relative_error, 0);
  EXPECT_LT(groups.relative_error, 1);
  EXPECT_GT(groups.cut_off, 0);
  EXPECT_EQ(groups.neurons[0][0].channel, answers[0].neurons[0][0].channel);
  question.b = "";
  EXPECT_TRUE(Answers<InsideGroupAnswer>(question).back().effects.empty());
}

TEST_F(InsideTest, EarlierGroupsFlowThroughLaterOnes) {
  InsideGroupQuestion question{
      "The dog ran across the field.", "A puppy was running.", {}, 4, 3, 1, 2, 2};
  const auto answers = Answers<InsideGroupAnswer>(question);
  EXPECT_EQ(answers.front().from_neurons.size(), 2u);
  EXPECT_TRUE(answers.front().flow.empty());  // groups first, the flow follows
  const InsideGroupAnswer& groups = answers.back();
  ASSERT_EQ(groups.flow.size(), 6u);
  ASSERT_EQ(groups.without.size(), 3u);
  ASSERT_EQ(groups.from_without.size(), 2u);
  EXPECT_EQ(groups.from_effects.size(), 2u);
  EXPECT_EQ(groups.from_stability.size(), 2u);
  double flow = 0, moved = 0;
  for (const float x : groups.flow) flow += std::fabs(x);
  for (const float x : groups.without) moved += std::fabs(x - groups.cosine);
  EXPECT_GT(flow, 0);
  EXPECT_GT(moved, 1e-4);
  // The very same later groups as without the earlier ones.
  question.layer_from = InsideGroupQuestion::kNoLayer;
  const auto alone = Answers<InsideGroupAnswer>(question).back();
  EXPECT_EQ(alone.effects, groups.effects);
  EXPECT_EQ(alone.without, groups.without);
  EXPECT_TRUE(alone.flow.empty());
  question.layer_from = 4;  // must be earlier
  EXPECT_FALSE(ReadInsideQuestion(WriteInsideQuestion(question)).has_value());
}

TEST_F(InsideTest, WhatACellWasMadeFromIsWhatFedIt) {
  InsideInfluenceQuestion question{"The unbelievability dog ran.", {}, 4, 2};
  const auto made = Answers<InsideInfluenceAnswer>(question).back();
  const size_t units = made.units.size();
  EXPECT_GT(made.units[2].pieces, 1);
  EXPECT_EQ(made.shares[4 * units + 2], 1);
  for (size_t layer = 0; layer < 4; ++layer) {
    double sum = made.rest[layer];
    for (size_t unit = 0; unit < units; ++unit) sum += made.shares[layer * units + unit];
    EXPECT_NEAR(sum, 1, 1e-4) << layer;
  }
  // The other way round: what a cell before it feeds, here, is what it gave.
  for (const auto& [layer, unit] : {std::pair<uint8_t, uint16_t>{1, 3}, {3, 2}, {0, 4}}) {
    question.layer = layer;
    question.unit = unit;
    const auto fed = Answers<InsideInfluenceAnswer>(question).back();
    EXPECT_NEAR(fed.shares[4 * units + 2], made.shares[layer * units + unit], 2e-4);
  }
  // Strands into the cell from the layer before add up to what comes from there.
  std::vector<double> strands(units);
  for (const auto& strand : made.strands) {
    if (strand.layer == 3 && strand.to == 2) strands[strand.from] += strand.share;
  }
  for (size_t unit = 0; unit < units; ++unit) {
    EXPECT_NEAR(strands[unit], made.shares[3 * units + unit], .005) << unit;
  }
}

TEST_F(InsideTest, AnEditMovesTheText) {
  const auto edit = Answers<InsideEditAnswer>(
                        InsideEditQuestion{"The dog ran.", "The stock fell.", "A puppy ran.", {}})
                        .back();
  EXPECT_GT(edit.before, edit.after);
  EXPECT_EQ(edit.after_vector.size(), 384u);
}

TEST_F(InsideTest, WhatCannotBeReadIsOneSentence) {
  std::string long_text;
  for (int i = 0; i < 200; ++i) long_text += "word ";
  for (const std::string& text : {std::string(), std::string(" "), long_text}) {
    const auto replies = Ask(InsideGridQuestion{text, {}});
    const auto* error = std::get_if<Error>(&replies.back().body);
    ASSERT_NE(error, nullptr);
    EXPECT_EQ(error->code, ErrorCode::kInvalidInput);
  }
  engine_.Ask({++last_id_, RoomRequest{{1, 2, 3}}});
  EXPECT_TRUE(std::holds_alternative<Error>(server_.Run(engine_).back().body));
}

TEST_F(InsideTest, IsCancelledMidway) {
  (void)Answers<InsideGridAnswer>(InsideGridQuestion{"The weights come first.", {}});
  InsideWordQuestion question;
  question.text = "The dog ran across the field.";
  question.target = "A puppy.";
  question.method = InsideWordMethod::kLime;
  engine_.Ask({201, RoomRequest{WriteInsideQuestion(question)}});
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(engine_.Step());
  bool has_progress = false;
  for (const Reply& reply : engine_.TakeReplies()) {
    const auto* progress = std::get_if<ProgressReply>(&reply.body);
    has_progress |= progress != nullptr && progress->readings_in_all == 256;
  }
  EXPECT_TRUE(has_progress);
  engine_.Cancel(201);
  const auto replies = engine_.TakeReplies();
  ASSERT_EQ(replies.size(), 1u);
  EXPECT_EQ(std::get<Error>(replies[0].body).code, ErrorCode::kCancelled);
  EXPECT_FALSE(engine_.Step());
}

TEST(RoomRequest, IsAnotherRoomsWithoutAWing) {
  Engine engine;
  engine.Ask({1, RoomRequest{WriteInsideQuestion(InsideGridQuestion{"x", {}})}});
  while (engine.Step()) {
  }
  const auto replies = engine.TakeReplies();
  ASSERT_FALSE(replies.empty());
  EXPECT_EQ(std::get<Error>(replies.back().body).code, ErrorCode::kUnavailable);
}

TEST(InsideMessages, AreReadAsTheyWereWritten) {
  InsidePairQuestion question;
  question.a = "x";
  question.b = "y";
  question.method = InsidePairMethod::kShapley;
  question.layer = InsidePairQuestion::kFromText;
  question.reading = {true, true, true, 77};
  const auto bytes = WriteInsideQuestion(question);
  const auto read = ReadInsideQuestion(bytes);
  ASSERT_TRUE(read.has_value());
  const auto& again = std::get<InsidePairQuestion>(*read);
  EXPECT_EQ(again.reading.seed, 77u);
  EXPECT_EQ(again.layer, InsidePairQuestion::kFromText);
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(ReadInsideQuestion(ByteSpan(bytes).first(size)).has_value()) << size;
  }
  question.steps = 3;  // no power of two
  EXPECT_FALSE(ReadInsideQuestion(WriteInsideQuestion(question)).has_value());
}

}  // namespace
}  // namespace meander
