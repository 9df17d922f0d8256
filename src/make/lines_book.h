// Makes the code book of a pack of lines from its vectors; what a code book is: space/code_book.h.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "space/code_book.h"

namespace meander {

struct CodeBookOptions {
  uint32_t parts = 48;
  uint32_t training_rows = 20'000;  // at most; at even distances
  int rounds = 16;                  // of Lloyd's algorithm
  uint64_t seed = 1;
  bool turn = true;  // off: the book is smaller by dim · dim bytes, and a little worse
};

// The rotation takes principal components and shares them out so that every part has about the same
// product of variances (eigenvalue allocation; Ge, He, Ke and Sun 2013); each part's centroids are
// k-means of the training rows. The result does not depend on `threads`. kInvalidInput when the
// dimension cannot be divided; kCancelled when `progress` returns false.
Result<CodeBook> TrainCodeBook(std::span<const float> rows, uint32_t dim,
                               const CodeBookOptions& options, int threads,
                               const std::function<bool(double)>& progress);

// parts codes a row.
std::vector<uint8_t> CodesOfRows(const CodeBook& book, std::span<const float> rows, int threads);

// Share of the `k` nearest (by cosine of the centred vectors) of `sample` rows at even distances
// that are among the k nearest when the items are only known by their codes; the row itself aside.
double CodeRecall(const CodeBook& book, std::span<const float> rows, std::span<const uint8_t> codes,
                  uint32_t k, uint32_t sample, int threads);

}  // namespace meander
