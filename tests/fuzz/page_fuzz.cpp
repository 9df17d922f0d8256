// Fuzzes the Page's flat form: accepted bytes must be written back alike, and every way of showing
// the page must come to an end.
#include <cstdlib>

#include "canvas/page.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const auto page = ReadPage(ByteSpan(data, size));
  if (!page) return 0;
  const auto once = WritePage(*page);
  const auto again = ReadPage(once);
  if (!again || WritePage(*again) != once) std::abort();
  (void)PageText(*page);
  (void)PageHtml(*page);
  return 0;
}
