// Fuzzes the npy reader: what it takes is written back and read alike.
#include <cstdlib>
#include <cstring>

#include "base/npy.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  if (const auto matrix = ReadNpy({data, size})) {
    if (matrix->values.size() != size_t{matrix->rows} * matrix->columns) std::abort();
  }
  if (const auto array = ReadNpyArray({data, size})) {
    const auto again = ReadNpyArray(WriteNpy(*array));
    if (!again || again->shape != array->shape || again->values.size() != array->values.size() ||
        (!array->values.empty() &&
         std::memcmp(again->values.data(), array->values.data(), array->values.size() * 4) != 0)) {
      std::abort();
    }
  }
  return 0;
}
