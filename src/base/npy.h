// Reading and writing NumPy .npy files (C order, little-endian floats), the exchange format between
// this tool and Python. Anything else is refused with a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

struct FloatMatrix {
  uint32_t rows = 0;
  uint32_t columns = 0;
  std::vector<float> values;  // row-major, rows * columns
};

// Any number of axes.
struct FloatArray {
  std::vector<size_t> shape;
  std::vector<float> values;  // row-major, the last axis fastest
};

std::vector<uint8_t> WriteNpy(const FloatMatrix& matrix);
std::vector<uint8_t> WriteNpy(const FloatArray& array);
// Accepts 2-D "<f4" arrays of at most 2^31 bytes; kCorrupt or kInvalidInput otherwise.
Result<FloatMatrix> ReadNpy(ByteSpan file);
// Accepts arrays of "<f4", "<f8" and "<f2" (formats 1.0 to 3.0, C order, 1 to 8 axes, at most 2^29
// numbers), made float32.
Result<FloatArray> ReadNpyArray(ByteSpan file);

}  // namespace meander
