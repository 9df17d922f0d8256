// What a pack of neurons tells, as the engine uses it: which contexts fire a neuron, and which
// known context is nearest to a cell. Fetched when first asked for and kept while that pack is
// open.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/answers.h"
#include "engine/inside_messages.h"
#include "pack/idea_sections.h"
#include "pack/neuron_sections.h"

namespace meander {

class KnownContexts {
 public:
  // False: files are still coming. kNotFound: the open pack holds none.
  Result<bool> Prepare(Library& library, RequestId who);

  // All below once Prepare has said true.
  uint32_t texts() const { return survey_.texts; }
  // What is known of the neuron that fills in its layer and channel.
  void Describe(const WordPiece& pieces, InsideNeuron& neuron) const;
  // The context whose word's state is nearest to `cell` (kWidth numbers) at a depth.
  InsideContext Nearest(int depth, std::span<const double> cell) const;

 private:
  const NeuronRecord& RecordOf(int layer, int channel) const;  // layer 1 … 6
  InsideContext ContextOf(uint16_t window, uint8_t begin, uint8_t end, float strength) const;

  std::string base_url_;
  bool is_ready_ = false;
  NeuronSurvey survey_;
  std::optional<KnownWindows> windows_;
  std::optional<std::vector<NeuronRecord>> records_;
  std::optional<Anchors> anchors_;
  std::optional<IdeaPlaces> places_;  // of packs that carry the map of ideas along
};

// Where a sentence belongs on the map of ideas that the pack carries along.
class KnownIdeas {
 public:
  // As KnownContexts::Prepare.
  Result<bool> Prepare(Library& library, RequestId who);
  // Once that has said true. `unit`: kWidth numbers.
  InsidePlace PlaceOf(std::span<const float> unit) const;

 private:
  std::string base_url_;
  std::optional<IdeaPlaces> places_;
  std::optional<IdeaCodes> codes_;
};

}  // namespace meander
