// The questions of the room that looks into the encoder, through the engine with the real weights.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/inside_messages.h"
#include "engine/inside_wing.h"
#include "fake_server.h"
#include "make/open_model.h"
#include "model_files.h"
#include "net/encoder.h"
#include "pack/idea_sections.h"
#include "pack/neuron_sections.h"

namespace meander {
namespace {

class InsideTest : public testing::Test {
 protected:
  InsideTest() : engine_(MakeInsideWing()) {}
  void SetUp() override {
    const Result<std::vector<uint8_t>> head = ServeModel(server_.files);
    ASSERT_TRUE(head) << head.error().message;
    engine_.Ask({1, OpenModelRequest{kModelBase, *head}});
    server_.Run(engine_);
  }
  std::vector<Reply> Ask(const InsideQuestion& question) {
    engine_.Ask({++last_id_, RoomRequest{WriteInsideQuestion(question)}});
    return server_.Run(engine_);
  }
  // The answers so far and the last, in order; an Error fails.
  template <class T>
  std::vector<T> Answers(const InsideQuestion& question) {
    std::vector<T> answers;
    for (const Reply& reply : Ask(question)) {
      if (const auto* error = std::get_if<Error>(&reply.body)) ADD_FAILURE() << error->message;
      const auto* room = std::get_if<RoomReply>(&reply.body);
      if (room == nullptr || reply.id != last_id_) continue;
      const auto answer = ReadInsideAnswer(room->answer);
      EXPECT_TRUE(answer.has_value());
      if (answer) answers.push_back(std::get<T>(*answer));
    }
    EXPECT_FALSE(answers.empty());
    return answers;
  }

  FakeServer server_;
  Engine engine_;
  RequestId last_id_ = 100;
};

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

// One neuron that is known, two windows, two anchors whose codes say plus and minus everywhere.
struct KnownPack {
  static constexpr uint32_t kNeurons = 6 * 1536;
  TinyPack pack;

  explicit KnownPack(const NeuronRecord& record, size_t neuron) {
    KnownWindows windows;
    windows.sources = {{false, "Dog"}, {true, "Moby-Dick"}};
    windows.windows = {{0, 0, "The dog barked."}, {1, 77, "Call me Ishmael."}};
    std::vector<NeuronRecord> records(kNeurons);
    records[neuron] = record;
    Anchors anchors;
    anchors.words = {{0, 4, 7}, {1, 8, 15}};
    anchors.means.assign(7, std::vector<float>(384));
    anchors.book = {384, 16, std::vector<float>(384), {}, {}, std::vector<float>(16, .01f), {}};
    for (int i = 0; i < 16 * 256 * 24; ++i) {
      anchors.book.centroids.push_back(static_cast<int8_t>(i / 24 % 256 == 0 ? 1 : -1));
    }
    anchors.codes.assign(7 * 2 * 16, 0);
    for (int depth = 0; depth < 7; ++depth) {
      std::fill_n(anchors.codes.begin() + (depth * 2 + 1) * 16, 16, uint8_t{1});
    }
    pack.head.name = "inside";
    pack.head.encoder_id = "all-MiniLM-L6-v2/int8";
    pack.head.item_count = kNeurons;
    Add("survey", 0, WriteSurvey({3, 2, 5, 60}));
    Add("windows", 0, WriteWindows(windows));
    Add("neurons", kNeurons, WriteNeurons(records));
    Add("anchors", 0, WriteAnchors(anchors, pack.head.encoder_id));
    pack.head_bytes = WritePackHead(pack.head);
  }
  // Two articles, at two corners of the map, whose codes say plus and minus everywhere.
  void AddMap() {
    IdeaCodes codes;
    codes.titles = {"Dog", "Whale"};
    codes.book = {384, 16, std::vector<float>(384), {}, {}, std::vector<float>(16, .01f), {}};
    for (int i = 0; i < 16 * 256 * 24; ++i) {
      codes.book.centroids.push_back(static_cast<int8_t>(i / 24 % 256 == 0 ? 1 : -1));
    }
    codes.codes.assign(32, 0);
    std::fill_n(codes.codes.begin() + 16, 16, uint8_t{1});
    Add("idea_map", 0, WriteIdeaPlaces({{{0, 0, 65535, 65535}}, {{11, 12, 13, 14}}}));
    Add("idea_codes", 0, WriteIdeaCodes(codes, pack.head.encoder_id));
    pack.head_bytes = WritePackHead(pack.head);
  }
  void Add(const char* name, uint32_t items, std::vector<uint8_t> bytes) {
    SectionRef section{name, 1, false, {}};
    AddChunk(pack, section, 0, items, std::move(bytes));
    pack.head.sections.push_back(std::move(section));
  }
};

TEST_F(InsideTest, ACellIsItsStrongestNeuronsWithWhatIsKnownOfThem) {
  InsideDictionaryQuestion question{"The dog ran.", {}, 4, 2, 3};
  const auto plain = Answers<InsideDictionaryAnswer>(question);
  ASSERT_EQ(plain.size(), 1u);  // no pack: nothing follows
  const InsideDictionaryAnswer& cell = plain[0];
  ASSERT_EQ(cell.neurons.size(), 3u);
  EXPECT_GE(cell.neurons[0].value, cell.neurons[1].value);
  EXPECT_GE(cell.neurons[2].value, cell.none_above);
  EXPECT_GT(cell.more, 100u);
  EXPECT_GT(cell.share_shown, 0);
  EXPECT_LT(cell.share_shown, 1);
  EXPECT_EQ(cell.numbers.size(), 384u);
  EXPECT_EQ(cell.texts, 0u);
  EXPECT_TRUE(cell.neurons[0].contexts.empty());

  NeuronRecord record;
  record.strongest = 4;
  record.fires_on = .25f;
  record.name = {3899, kNothing, kNothing};  // "dog"
  record.contexts[0] = {0, 4, 7, 1};
  record.contexts[1] = {1, 8, 15, .5f};
  const KnownPack known(record, 3 * 1536 + cell.neurons[0].channel);
  server_.files.insert(known.pack.files.begin(), known.pack.files.end());
  engine_.Ask({2, known.pack.OpenRequest()});
  server_.Run(engine_);
  const auto told = Answers<InsideDictionaryAnswer>(question);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_TRUE(told[0].neurons[0].contexts.empty());  // bars at once, contexts follow
  const InsideNeuron& neuron = told[1].neurons[0];
  EXPECT_EQ(told[1].texts, 5u);
  EXPECT_EQ(neuron.name, std::vector<std::string>{"dog"});
  ASSERT_EQ(neuron.contexts.size(), 2u);
  EXPECT_EQ(neuron.contexts[0].title, "Dog");
  EXPECT_EQ(neuron.contexts[0].id, StableId("Dog"));
  EXPECT_NEAR(neuron.contexts[0].strength, 4, 1e-3);
  EXPECT_EQ(neuron.contexts[1].text.substr(neuron.contexts[1].begin, 7), "Ishmael");
  EXPECT_TRUE(neuron.contexts[1].is_line);
  EXPECT_EQ(neuron.contexts[1].id, 77u);
  EXPECT_NEAR(neuron.fires_on, .25, .01);

  question.layer = 0;  // nothing has fired yet
  EXPECT_TRUE(Answers<InsideDictionaryAnswer>(question).back().neurons.empty());
  question.unit = 99;
  EXPECT_TRUE(std::holds_alternative<Error>(Ask(question).back().body));
}

TEST_F(InsideTest, CellsAreLabelledByKnownContextsAndANeuronHasNearestOnes) {
  NeuronRecord record;
  record.strongest = 2;
  record.contexts[0] = {0, 4, 7, 1};
  const KnownPack known(record, 5);
  server_.files.insert(known.pack.files.begin(), known.pack.files.end());
  engine_.Ask({2, known.pack.OpenRequest()});
  server_.Run(engine_);
  const auto grids = Answers<InsideGridAnswer>(InsideGridQuestion{"The dog ran.", {}});
  EXPECT_TRUE(grids.front().labels.empty());
  const InsideGridAnswer& grid = grids.back();
  ASSERT_EQ(grid.labels.size(), grid.norms.size());
  for (size_t cell = 0; cell < grid.labels.size(); ++cell) {
    const InsideContext& label = grid.labels[cell];
    const bool is_mark = grid.units[cell % grid.units.size()].is_mark;
    EXPECT_EQ(label.text.empty(), is_mark);
    if (is_mark) continue;
    const std::string word = label.text.substr(label.begin, label.end - label.begin);
    EXPECT_TRUE(word == "dog" || word == "Ishmael");
    EXPECT_GE(label.strength, 0);  // of plus and minus one is on its side
  }
  const auto neuron = Answers<InsideNeuronAnswer>(InsideNeuronQuestion{1, 5}).back();
  EXPECT_EQ(neuron.neuron.contexts.size(), 1u);
  ASSERT_EQ(neuron.neuron.nearest.size(), 6u);
  for (const auto& near : neuron.neuron.nearest) {
    EXPECT_FALSE(near.layer == 1 && near.channel == 5);
    EXPECT_LE(near.cosine, neuron.neuron.nearest[0].cosine);
    EXPECT_GT(near.cosine, .05);
  }
}

TEST_F(InsideTest, WithoutItsFilesAPackLeavesBarsAndNumbers) {
  KnownPack known(NeuronRecord(), 0);
  engine_.Ask({2, known.pack.OpenRequest()});  // but nothing of it is served
  server_.Run(engine_);
  const auto told = Answers<InsideDictionaryAnswer>(InsideDictionaryQuestion{"The dog ran.", {}});
  EXPECT_EQ(told.back().texts, 0u);
  EXPECT_EQ(told.back().neurons.size(), 4u);
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

TEST_F(InsideTest, WhereThePackCarriesTheMapAlongTextsAndContextsHaveTheirPlace) {
  NeuronRecord record;
  record.contexts[0] = {0, 4, 7, 1};
  KnownPack known(record, 5);
  known.AddMap();
  server_.files.insert(known.pack.files.begin(), known.pack.files.end());
  engine_.Ask({2, known.pack.OpenRequest()});
  server_.Run(engine_);
  const InsideEditQuestion question{"The dog ran.", "The stock fell.", "A puppy ran.", {}};
  const auto edits = Answers<InsideEditAnswer>(question);
  EXPECT_FALSE(edits.front().before_place.is_known);  // told before the map had come
  const InsideEditAnswer& edit = edits.back();
  for (const InsidePlace* place : {&edit.before_place, &edit.after_place, &edit.target_place}) {
    ASSERT_TRUE(place->is_known);
    // At the article that it is nearest to: the other one pulls the other way.
    EXPECT_EQ(place->x, place->title == "Dog" ? 0 : 65535);
    EXPECT_EQ(place->y, place->x);
  }
  const auto grid = Answers<InsideGridAnswer>(InsideGridQuestion{"The dog ran.", {}}).back();
  for (const InsideContext& label : grid.labels) {
    if (label.text.empty()) continue;
    EXPECT_TRUE(label.is_placed);
    EXPECT_EQ(label.x, label.is_line ? 13 : 11);
  }
  // What a ghost says of a text lies nowhere.
  InsideEditQuestion ghost = question;
  ghost.reading.ghost = true;
  EXPECT_FALSE(Answers<InsideEditAnswer>(ghost).back().after_place.is_known);
}

TEST_F(InsideTest, AnotherProgramsNumbersAreComparedOneByOne) {
  const std::string text = "The dog ran.";
  const auto asked = Answers<InsideCheckAnswer>(InsideCheckQuestion{text, {}}).back();
  EXPECT_EQ(asked.ids.size(), 6u);
  EXPECT_EQ(asked.ids.front(), 101);
  EXPECT_TRUE(asked.largest.empty());
  // The same program in floats, and one number of layer 3 changed.
  const auto model = OpenModel(ModelFolder());
  ASSERT_TRUE(model);
  std::vector<float> states;
  Encoder floats(model->weights, Arithmetic::kFloat);
  Taps taps;
  taps.hidden = [&](int, std::span<const float> hidden) {
    states.insert(states.end(), hidden.begin(), hidden.end());
  };
  std::vector<float> unit(384);
  ASSERT_TRUE(floats.Encode(asked.ids, unit, &taps));
  const auto same = Answers<InsideCheckAnswer>(InsideCheckQuestion{text, states}).back();
  ASSERT_EQ(same.largest.size(), 7u);
  for (const float difference : same.largest) EXPECT_LT(difference, 1e-4f);
  EXPECT_GT(same.largest_fast, 0);
  EXPECT_LT(same.largest_fast, .1f);
  EXPECT_GT(same.cosine_fast, .9999f);
  EXPECT_GT(same.reach, 1);
  states[3 * 6 * 384 + 100] += .5f;
  const auto off = Answers<InsideCheckAnswer>(InsideCheckQuestion{text, states}).back();
  EXPECT_NEAR(off.largest[3], .5, 1e-3);
  EXPECT_LT(off.largest[2], 1e-4f);
  // Too few numbers, or none that are numbers.
  states.pop_back();
  EXPECT_TRUE(std::holds_alternative<Error>(Ask(InsideCheckQuestion{text, states}).back().body));
  states.push_back(std::numeric_limits<float>::quiet_NaN());
  EXPECT_TRUE(std::holds_alternative<Error>(Ask(InsideCheckQuestion{text, states}).back().body));
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
