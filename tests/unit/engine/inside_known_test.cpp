// What a pack of neurons adds to the answers, and what another program's numbers are compared with.
#include <cmath>

#include "inside_desk.h"
#include "make/open_model.h"
#include "net/encoder.h"
#include "pack/idea_sections.h"
#include "pack/neuron_sections.h"

namespace meander {
namespace {

using InsideKnownTest = InsideTest;

// One neuron that is known, two windows, two anchors whose codes say plus and minus everywhere.
struct KnownPack {
  static constexpr uint32_t kNeurons = 6 * 1536;
  TinyPack pack;

  explicit KnownPack(const NeuronRecord& record, size_t neuron) {
    KnownWindows windows;
    windows.sources = {{false, "Dog"}, {true, "Moby-Dick"}};
    windows.windows = {{0, 0, "The dog barked."}, {1, 77, "Call me Ishmael."}};
    std::vector<NeuronRecord> records(kNeurons);
    for (NeuronRecord& each : records) each.name = record.name;
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

TEST_F(InsideKnownTest, ACellIsItsStrongestNeuronsWithWhatIsKnownOfThem) {
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

TEST_F(InsideKnownTest, CellsAreLabelledByKnownContextsAndANeuronHasNearestOnes) {
  NeuronRecord record;
  record.strongest = 2;
  record.name = {3899, kNothing, kNothing};  // "dog"
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
  EXPECT_EQ(neuron.neuron.name, std::vector<std::string>{"dog"});
  ASSERT_EQ(neuron.neuron.nearest.size(), 6u);
  for (const auto& near : neuron.neuron.nearest) {
    EXPECT_FALSE(near.layer == 1 && near.channel == 5);
    EXPECT_LE(near.cosine, neuron.neuron.nearest[0].cosine);
    EXPECT_EQ(near.name, neuron.neuron.name);  // this pack has the same record for all
    EXPECT_GT(near.cosine, .05);
  }
}

TEST_F(InsideKnownTest, WithoutItsFilesAPackLeavesBarsAndNumbers) {
  KnownPack known(NeuronRecord(), 0);
  engine_.Ask({2, known.pack.OpenRequest()});  // but nothing of it is served
  server_.Run(engine_);
  const auto told = Answers<InsideDictionaryAnswer>(InsideDictionaryQuestion{"The dog ran.", {}});
  EXPECT_EQ(told.back().texts, 0u);
  EXPECT_EQ(told.back().neurons.size(), 4u);
}

TEST_F(InsideKnownTest, WhereThePackCarriesTheMapAlongTextsAndContextsHaveTheirPlace) {
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

TEST_F(InsideKnownTest, AnotherProgramsNumbersAreComparedOneByOne) {
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

}  // namespace
}  // namespace meander
