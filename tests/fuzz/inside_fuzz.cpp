// Fuzzes what crosses between the room that looks into the encoder and its engine: accepted bytes
// must be written back alike.
#include <cstdlib>

#include "engine/inside_messages.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  if (const auto question = ReadInsideQuestion(bytes)) {
    const auto once = WriteInsideQuestion(*question);
    const auto again = ReadInsideQuestion(once);
    if (!again || WriteInsideQuestion(*again) != once) std::abort();
  }
  if (const auto answer = ReadInsideAnswer(bytes)) {
    const auto once = WriteInsideAnswer(*answer);
    const auto again = ReadInsideAnswer(once);
    if (!again || WriteInsideAnswer(*again) != once) std::abort();
  }
  return 0;
}
