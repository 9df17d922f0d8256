// A vector compared with many that are only known by their codes, exactly as the codes stand: the
// products with every centroid are worked out once. Sums run in one order, so that native and wasm
// agree bit for bit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "space/code_book.h"

namespace meander {

class CodedQuery {
 public:
  // `unit`: book.dim floats of unit length; the book must outlive the query.
  CodedQuery(const CodeBook& book, std::span<const float> unit);

  struct Closeness {
    float dot = 0;     // of the centred vectors
    float cosine = 0;  // the same, the coded one at unit length
  };
  Closeness To(std::span<const uint8_t> codes) const;

 private:
  const CodeBook& book_;
  std::vector<float> along_, squares_;  // of each centroid
};

}  // namespace meander
