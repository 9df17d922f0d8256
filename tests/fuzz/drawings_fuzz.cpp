// Fuzzes what crosses between the room of drawings and its engine: accepted bytes
// must be written back alike.
#include <cstdlib>

#include "engine/drawings_messages.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  if (const auto question = ReadDrawingsQuestion(bytes)) {
    const auto once = WriteDrawingsQuestion(*question);
    const auto again = ReadDrawingsQuestion(once);
    if (!again || WriteDrawingsQuestion(*again) != once) std::abort();
  }
  if (const auto answer = ReadDrawingsAnswer(bytes)) {
    const auto once = WriteDrawingsAnswer(*answer);
    const auto again = ReadDrawingsAnswer(once);
    if (!again || WriteDrawingsAnswer(*again) != once) std::abort();
  }
  return 0;
}
