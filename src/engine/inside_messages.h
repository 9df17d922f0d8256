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
// Every layer's hidden states, a cell a unit.
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
};
// What an edit does.
struct InsideEditQuestion {
  std::string before, after, target;
  InsideReading reading;
};
using InsideQuestion = std::variant<InsidePairQuestion, InsideWordQuestion, InsideGridQuestion,
                                    InsideGroupQuestion, InsideEditQuestion>;

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
  std::vector<float> curve, reversed, chance;  // with_curve: closeness with 0, 1, 2 … words out
};
struct InsideGridAnswer {
  std::vector<InsideUnit> units;
  std::vector<float> norms;  // [7, units]: length of the mean of a unit's rows
  // [7, units]: closeness of that mean to the text's vector at the last layer.
  std::vector<float> closeness;
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
};
struct InsideEditAnswer {
  float before = 0, after = 0;                     // closeness to the target
  std::vector<float> before_vector, after_vector;  // unit vectors
};
using InsideAnswer = std::variant<InsidePairAnswer, InsideWordAnswer, InsideGridAnswer,
                                  InsideGroupAnswer, InsideEditAnswer>;

std::vector<uint8_t> WriteInsideQuestion(const InsideQuestion& question);
Result<InsideQuestion> ReadInsideQuestion(ByteSpan bytes);
std::vector<uint8_t> WriteInsideAnswer(const InsideAnswer& answer);
Result<InsideAnswer> ReadInsideAnswer(ByteSpan bytes);

}  // namespace meander
