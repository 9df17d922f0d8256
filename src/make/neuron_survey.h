// What fires each feed-forward neuron: the encoder reads every known text by itself and the
// strongest firings of each neuron are kept, one a text.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "net/weights.h"

namespace meander {

inline constexpr size_t kNeuronCount = size_t{kLayerCount} * kInnerWidth;
inline constexpr size_t kFiringsKept = 32;  // of each neuron, of each batch of texts
// A neuron fires on a piece when its activation is above this: a tenth of what most reach at best.
inline constexpr float kFiresAbove = 0.5f;

struct Firing {
  float value = 0;
  uint32_t text = 0, piece = 0;
  // Strongest first; no two are equal.
  friend bool operator<(const Firing& a, const Firing& b) {
    if (a.value != b.value) return a.value > b.value;
    return a.text != b.text ? a.text < b.text : a.piece < b.piece;
  }
};

struct Survey {
  std::vector<std::vector<Firing>> strongest;  // one list a neuron, in order
  std::vector<uint32_t> fired;                 // pieces on which each fired; marks do not count
  uint64_t pieces = 0;                         // read in all, without the two marks
};

// `texts`: token ids with both marks; a firing's text is `first_text` + its place. The result does
// not depend on `threads`. `progress`: the share done; false stops (kCancelled).
Result<Survey> SurveyTexts(const Weights& weights, std::span<const std::vector<int32_t>> texts,
                           uint32_t first_text, int threads,
                           const std::function<bool(double share)>& progress);
// Adds `more`, of other texts, keeping `most` firings a neuron.
void Merge(Survey more, size_t most, Survey& all);

std::vector<uint8_t> WriteSurveyStep(const Survey& survey);
Result<Survey> ReadSurveyStep(const std::vector<uint8_t>& bytes);

}  // namespace meander
