// Fuzzes what crosses between page and engine: accepted bytes must be written back alike.
#include <cstdlib>

#include "engine/protocol.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  if (const auto request = ReadRequest(bytes)) {
    const auto once = WriteRequest(*request);
    const auto again = ReadRequest(once);
    if (!again || WriteRequest(*again) != once) std::abort();
  }
  if (const auto reply = ReadReply(bytes)) {
    const auto once = WriteReply(*reply);
    const auto again = ReadReply(once);
    if (!again || WriteReply(*again) != once) std::abort();
  }
  return 0;
}
