// What the room that looks into the encoder asks its engine, and the answers: the bytes inside
// RoomRequest and RoomReply. Plain data; numbers of methods as in net/attribution.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

// How all of them read. `ghost`: the encoder with its weights shuffled by `seed`.
struct InsideReading {
  bool by_piece = false;
  bool ghost = false;
  bool mask = false;  // [MASK] in a word's place instead of leaving it out
  uint32_t seed = 1;
};

// --- questions -----------------------------------------------------------------------------------
enum class InsidePairMethod : uint8_t { kExact, kOcclusion, kShapley, kIntegrated };
// Which words of two texts bring them together. Integrated and sampled answers come in rounds.
struct InsidePairQuestion {
  std::string a, b;
  InsideReading reading;
  InsidePairMethod method = InsidePairMethod::kExact;
  uint8_t layer = 6;    // 0 … 6; kFromText: occlusion of the text itself
  uint8_t steps = 8;    // integrated: 1 … 64, a power of two
  uint8_t orders = 20;  // Shapley over more than ten words
  static constexpr uint8_t kFromText = 255;
};
enum class InsideWordMethod : uint8_t {
  kOcclusion,
  kLime,
  kShapley,
  kGradient,
  kIntegrated,
  kRollout
};
// What each word of a text does for its closeness to a target (less that to another).
struct InsideWordQuestion {
  std::string text, target, versus;  // versus empty: none
  InsideReading reading;
  InsideWordMethod method = InsideWordMethod::kOcclusion;
  uint16_t samples = 256;   // lime
  uint8_t steps = 16;       // integrated
  uint8_t orders = 20;      // Shapley
  bool with_curve = false;  // words left out heaviest first, lightest first and by chance
};
// Every layer's hidden states, a cell a unit. Told twice when labels are to come: without them,
// and, once the pack's anchors are here, with them.
struct InsideGridQuestion {
  std::string text;
  InsideReading reading;
};
// Groups of feed-forward neurons in one or two texts.
struct InsideGroupQuestion {
  std::string a, b;  // b empty: none, then no effects
  InsideReading reading;
  uint8_t layer = 3;            // 0 … 5
  uint8_t groups = 6;           // 2 … 12
  uint8_t stability_seeds = 0;  // 0 … 20
  // Of an earlier layer, to see what flows from its groups through these; kNoLayer: none. b needed.
  uint8_t layer_from = kNoLayer;
  uint8_t groups_from = 4;  // 2 … 12
  static constexpr uint8_t kNoLayer = 255;
};
// What an edit does.
struct InsideEditQuestion {
  std::string before, after, target;
  InsideReading reading;
};
// A cell as its strongest feed-forward neurons: those of the layer that has just been passed, so
// that layer 0, the embeddings, has none.
struct InsideDictionaryQuestion {
  std::string text;
  InsideReading reading;
  uint8_t layer = 4;  // 0 … 6
  uint16_t unit = 1;
  uint8_t count = 4;  // 1 … 32
};
// One neuron by itself, for its card. `layer` is that of the cells it helps to make: 1 … 6.
struct InsideNeuronQuestion {
  uint8_t layer = 1;
  uint16_t channel = 0;  // 0 … 1535
};
// What a cell was made from, on every layer before it, and what it feeds on every layer after.
struct InsideInfluenceQuestion {
  std::string text;
  InsideReading reading;
  uint8_t layer = 4;  // 0 … 6
  uint16_t unit = 1;
};
// The same text as another program has read it, to be compared: the hidden states of every layer,
// [7, pieces, 384]. Empty: what that program has to be given is asked first.
struct InsideCheckQuestion {
  std::string text;
  std::vector<float> states;
};
using InsideQuestion =
    std::variant<InsidePairQuestion, InsideWordQuestion, InsideGridQuestion, InsideGroupQuestion,
                 InsideEditQuestion, InsideDictionaryQuestion, InsideNeuronQuestion,
                 InsideInfluenceQuestion, InsideCheckQuestion>;

// --- answers -------------------------------------------------------------------------------------
struct InsideUnit {
  uint32_t begin = 0, end = 0;  // bytes of the text; 0, 0 for the two marks
  uint8_t pieces = 1;
  bool is_mark = false;
};
struct InsidePairAnswer {
  std::vector<InsideUnit> a, b;
  std::vector<float> matrix;  // [a, b]
  float cosine = 0, sum = 0, gap = 0;
  uint16_t steps_a = 0, steps_b = 0;  // of the integral, or orders (0: every order)
};
struct InsideWordAnswer {
  std::vector<InsideUnit> units;
  std::vector<float> weights;
  float value = 0, sum = 0, base = 0, gap = 0, r2 = 0;
  // with_curve: closeness with 0, 1, 2 … words out; `chance` is the mean of `chance_orders` random
  // orders, and the middle 80 % of those lie from chance_low to chance_high.
  std::vector<float> curve, reversed, chance, chance_low, chance_high;
  uint16_t chance_orders = 0;
};
// A few words that were read when the pack was made, with one among them.
struct InsideContext {
  std::string text;             // empty: none
  uint32_t begin = 0, end = 0;  // bytes of text: the word that fires, or is meant
  std::string title;            // of the article, or of the shelf the line stands in
  uint32_t id = 0;              // StableId of the article's title, or of the whole line
  bool is_line = false;
  float strength = 0;  // its activation; of a label: its closeness to the cell
  // Where it lies on the map of ideas, codes as in pack/sections.h; false: not known.
  bool is_placed = false;
  uint16_t x = 0, y = 0;
};
struct InsideGridAnswer {
  std::vector<InsideUnit> units;
  std::vector<float> norms;  // [7, units]: length of the mean of a unit's rows
  // [7, units]: closeness of that mean to the text's vector at the last layer.
  std::vector<float> closeness;
  // [7, units], each cell's nearest known context; empty: not here (yet), or the pack has none.
  // Marks have empty ones.
  std::vector<InsideContext> labels;
};
struct InsideGroupAnswer {
  std::vector<InsideUnit> a, b;
  std::vector<float> strengths;  // [a and b, groups]: mean over a unit's pieces
  std::vector<float> effects;    // one a group: on the closeness of a and b; empty without b
  struct Neuron {
    uint16_t channel = 0;
    float weight = 0;  // share of the group's weights
  };
  std::vector<std::vector<Neuron>> neurons;  // one list a group, the strongest first
  std::vector<float> stability;              // one a group, when asked for
  float relative_error = 0, cut_off = 0, cosine = 0;
  std::vector<float> without;  // the cosine when one group is taken out of both texts; with b
  // With layer_from: its groups, in the same terms, and the flow.
  std::vector<float> from_strengths, from_effects, from_stability, from_without;
  std::vector<std::vector<Neuron>> from_neurons;
  float from_relative_error = 0, from_cut_off = 0;
  // [groups_from, groups]: the part of a from-group's effect on the closeness that passes through
  // the group. What of a from-group goes past them all is its effect less its row; what of a group
  // comes from elsewhere is its effect less its column.
  std::vector<float> flow;
};
// Where a text belongs on the map of ideas.
struct InsidePlace {
  bool is_known = false;
  uint16_t x = 0, y = 0;  // codes as in pack/sections.h
  std::string title;      // of those articles that lie there, the nearest in meaning
};
// Told twice where the pack carries the map along: without the places, and with them.
struct InsideEditAnswer {
  float before = 0, after = 0;                     // closeness to the target
  std::vector<float> before_vector, after_vector;  // unit vectors
  InsidePlace before_place, after_place, target_place;
};
struct InsideNeuron {
  uint8_t layer = 1;  // of the cells it helps to make
  uint16_t channel = 0;
  float value = 0;      // its activation in the cell, the mean over the unit's pieces
  float strongest = 0;  // its highest over everything that was read for the pack; 0: no pack, never
  float fires_on = 0;   // share of the pieces read on which it was above 0.5
  std::vector<std::string> name;        // pieces that fire it most, "##" in front of what goes on
  float name_fits = 0;                  // share of its strongest firings that are on one of them
  std::vector<InsideContext> contexts;  // none: it rarely fires, or there is no pack
  struct Near {
    uint8_t layer = 1;
    uint16_t channel = 0;
    float cosine = 0;                    // of what they write into the hidden state
    std::vector<std::string> name = {};  // as above; none: no pack, or it never fires
  };
  std::vector<Near> nearest;  // of a neuron asked for by itself
};
// Both of these are told without contexts first when those are still coming.
struct InsideDictionaryAnswer {
  std::vector<InsideUnit> units;
  std::vector<InsideNeuron> neurons;  // the strongest first
  uint16_t more = 0;                  // others that are above 0
  float none_above = 0;               // the strongest of those
  float share_shown = 0;              // of all that is above 0 in the cell
  uint32_t texts = 0;                 // read for the pack; 0: there is none
  std::vector<float> numbers;         // the cell itself: all 384
};
struct InsideNeuronAnswer {
  InsideNeuron neuron;
  uint32_t texts = 0;
};
struct InsideInfluenceAnswer {
  std::vector<InsideUnit> units;
  // [7, units]: before the cell's layer, the share of the cell's strength that comes from there,
  // signed; after it, the share of each cell's own strength that the cell feeds. At it 1 and 0s.
  std::vector<float> shares;
  std::vector<float> rest;  // 7: before the cell, what biases and positions of no unit add; else 0
  struct Strand {
    uint8_t layer = 0;  // from here to the next one
    uint8_t from = 0, to = 0;
    float share = 0;  // as in shares
  };
  std::vector<Strand> strands;  // strongest first
  uint32_t strands_left_out = 0;
};
struct InsideCheckAnswer {
  std::vector<int32_t> ids;  // the text's pieces, with both marks
  // 7, by layer: the largest difference of any number, read in floats as all attributions are.
  // Empty where there was nothing to compare.
  std::vector<float> largest;
  float reach = 0;         // the largest number there is
  float largest_fast = 0;  // the same of the quicker reading in whole numbers, over all layers
  float cosine_fast = 0;   // of its sentence vector and the other program's
};
using InsideAnswer = std::variant<InsidePairAnswer, InsideWordAnswer, InsideGridAnswer,
                                  InsideGroupAnswer, InsideEditAnswer, InsideDictionaryAnswer,
                                  InsideNeuronAnswer, InsideInfluenceAnswer, InsideCheckAnswer>;

std::vector<uint8_t> WriteInsideQuestion(const InsideQuestion& question);
Result<InsideQuestion> ReadInsideQuestion(ByteSpan bytes);
std::vector<uint8_t> WriteInsideAnswer(const InsideAnswer& answer);
Result<InsideAnswer> ReadInsideAnswer(ByteSpan bytes);

}  // namespace meander
