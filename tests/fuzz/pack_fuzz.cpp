// Any bytes as a pack's head and as every section: an answer, never a crash.
#include "pack/format.h"
#include "pack/sections.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  (void)ReadPackHead(bytes);
  if (size == 0) return 0;
  const uint32_t items = data[0];
  const ByteSpan rest = bytes.subspan(1);
  (void)ReadPositions(rest, items);
  (void)ReadTopics(rest, items, 11);
  (void)ReadRegions(rest, items, 11);
  (void)ReadTitles(rest, items);
  (void)ReadTexts(rest, items, items);
  (void)ReadNeighbors(rest, items, items);
  (void)ReadVectors(rest, items, "encoder");
  return 0;
}
