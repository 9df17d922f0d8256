// Which contexts stand for each neuron: few windows of known texts that together show every neuron
// firing nearly as strongly as it does anywhere, on different words. Greedy cover (Nemhauser et al.
// 1978) of the neurons' strongest firings by windows.
#pragma once

#include <functional>

#include "make/neuron_survey.h"
#include "make/neuron_texts.h"
#include "pack/neuron_sections.h"
#include "text/word_piece.h"

namespace meander {

struct ChosenContexts {
  KnownWindows windows;
  std::vector<NeuronRecord> records;  // one a neuron
  // Mean strength of the contexts kept, as a share of the strongest on as many different words.
  double strength_kept = 0;
  uint32_t with_three = 0;  // neurons that have three contexts
};
// `most_windows` is for the whole pack. The same every time.
Result<ChosenContexts> ChooseContexts(const KnownTexts& known, const Survey& survey,
                                      const WordPiece& pieces, size_t most_windows,
                                      const std::function<bool(double share)>& progress);

}  // namespace meander
