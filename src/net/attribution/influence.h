// What a cell (the mean hidden state of one unit at one layer) was made from on every layer before
// it, and what it feeds on every layer after. The reading is held still: attention keeps its
// shares, GELU its gates, layer norms their factors. Then each layer is linear, and the cell's
// length along its own direction is shared out exactly among the units of an earlier layer and what
// biases add (as in Ali et al. 2022, "XAI for transformers: better explanations through
// conservative propagation"): gradient × activation of the still reading, in reverse mode. What it
// feeds is the same in forward mode.
#pragma once

#include <cstdint>
#include <vector>

#include "net/attribution/unit_text.h"
#include "net/derivative/recording.h"

namespace meander {

struct Strand {
  int layer = 0;  // from here to the next one
  size_t from = 0, to = 0;
  double share = 0;
};
struct Influence {
  // [kLayerCount + 1, units]. Before the cell: the share of the cell's length that comes from
  // there. After it: the share of that other cell's length that comes from this one.
  std::vector<double> shares;
  std::vector<double> rest;     // kLayerCount + 1: before the cell, what no unit adds
  std::vector<Strand> strands;  // between neighbouring layers, in the same terms; 0s left out
};
// `recording` has read text.ids from the words on; depth 0 … kLayerCount.
Influence InfluenceOf(const Weights& weights, const Recording& recording, const UnitText& text,
                      int depth, size_t unit);

// The mean of a unit's rows of [pieces, kWidth].
std::vector<double> MeanOfUnit(std::span<const float> rows, const TextUnit& unit);

}  // namespace meander
