// Fuzzes the link codec: an accepted fragment must be what encoding its contents gives.
#include <cstdlib>
#include <string_view>

#include "canvas/link.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const std::string_view fragment(reinterpret_cast<const char*>(data), size);
  if (const auto link = DecodeLink(fragment)) {
    const auto again = DecodeLink(EncodeLink(link->room, link->payload));
    if (!again || again->room != link->room || again->payload != link->payload) std::abort();
  }
  return 0;
}
