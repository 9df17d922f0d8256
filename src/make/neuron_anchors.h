// Known words whose hidden states a reader's words can be compared with: which of the windows'
// words they are, and their states on every layer.
#pragma once

#include <functional>

#include "make/neuron_texts.h"
#include "net/weights.h"
#include "pack/neuron_sections.h"
#include "text/word_piece.h"

namespace meander {

struct AnchorWord {
  uint16_t window = 0;
  uint8_t begin = 0, end = 0;            // bytes of its text
  uint32_t first_piece = 0, pieces = 0;  // of the window read by itself
};
// The commonest words of the known texts, each in one window or in several, the commoner the more.
std::vector<AnchorWord> ChooseAnchors(const KnownTexts& known, const KnownWindows& windows,
                                      const WordPiece& pieces, size_t most);

struct CodedAnchors {
  Anchors anchors;
  // Share of anchors whose nearest other one, by the codes, is the true nearest: one a depth.
  std::vector<double> recall;
};
Result<CodedAnchors> CodeAnchors(const std::vector<AnchorWord>& words,
                                 const std::vector<float>& states, int threads,
                                 const std::function<bool(double share)>& progress);

// [anchors, kLayerCount + 1, kWidth]: the mean of a word's rows, each window read by itself.
Result<std::vector<float>> AnchorStates(const std::vector<AnchorWord>& anchors,
                                        const KnownWindows& windows, const WordPiece& pieces,
                                        const Weights& weights,
                                        const std::function<bool(double share)>& progress);

}  // namespace meander
