// Many unit vectors as int8 codes with one scale a row, and exact search among them by a plain
// loop: below about 10⁵ rows no index is faster to have.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"

namespace meander {

// An item and its cosine to whatever was asked about.
struct Neighbor {
  uint32_t item = 0;
  float cosine = 0;
  friend bool operator==(const Neighbor&, const Neighbor&) = default;
};

// Row i is codes[i*dim … (i+1)*dim) * scales[i], unit length up to quantisation. Tables of
// different encoders are never compared: check encoder_id first (kMismatch).
struct VectorTable {
  std::string encoder_id;
  uint32_t count = 0;
  uint32_t dim = 0;
  std::vector<int8_t> codes;
  std::vector<float> scales;
};

// A table whose rows, zeros as yet, come one by one.
VectorTable EmptyTable(std::string encoder_id, uint32_t count, uint32_t dim);

// Quantises unit float rows (count*dim) to the table's form: symmetric, ±127, one scale a row.
VectorTable QuantizeRows(std::string encoder_id, uint32_t dim, std::span<const float> rows);

// Cosine of two rows; exact integer sum, so native and wasm agree bit for bit.
float CosineOfRows(const VectorTable& table, uint32_t a, uint32_t b);

// The k rows nearest to `query` (unit, dim floats), best first, ties by smaller item. The query is
// quantised to 16 bits so that the sums are integers. k > count gives all.
std::vector<Neighbor> Nearest(const VectorTable& table, std::span<const float> query, uint32_t k);
// The k rows nearest to row `item`, without the row itself.
std::vector<Neighbor> NearestToRow(const VectorTable& table, uint32_t item, uint32_t k);

}  // namespace meander
