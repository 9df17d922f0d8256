// Reading and writing NumPy .npy files (format 1.0, C order, little-endian float32), the exchange
// format between this tool and Python. Anything else is refused with a sentence.
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

std::vector<uint8_t> WriteNpy(const FloatMatrix& matrix);
// Accepts 2-D "<f4" arrays of at most 2^31 bytes; kCorrupt or kInvalidInput otherwise.
Result<FloatMatrix> ReadNpy(ByteSpan file);

}  // namespace meander
