// Any bytes as a pack's head and as every section: an answer, never a crash. The head is also tried
// with its magic, length and checksum made right, or its parser would never be reached.
#include <cstdlib>

#include "base/hash.h"
#include "pack/format.h"
#include "pack/layout_section.h"
#include "pack/road_section.h"
#include "pack/sections.h"
#include "pack/spelling_section.h"

namespace {

using namespace meander;

std::vector<uint8_t> WithRightFrame(ByteSpan body) {
  ByteWriter file;
  file.PutBytes(AsBytes({kPackMagic, sizeof(kPackMagic)}));
  file.Put(kPackVersion);
  file.Put(static_cast<uint32_t>(24 + body.size()));
  file.Put(Hash64(body));
  file.PutBytes(body);
  return file.Take();
}

// What was accepted is written back as something that is accepted and the same.
void TryHead(ByteSpan file) {
  const auto head = ReadPackHead(file);
  if (!head) return;
  const std::vector<uint8_t> once = WritePackHead(*head);
  const auto again = ReadPackHead(once);
  if (!again || WritePackHead(*again) != once) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const ByteSpan bytes(data, size);
  TryHead(bytes);
  TryHead(WithRightFrame(bytes));
  if (size < 4) return 0;
  uint32_t wide;
  std::memcpy(&wide, data, sizeof(wide));
  // Few items, which some inputs fit, and any number, which none should.
  for (const uint32_t items : {wide & 15u, wide}) {
    const ByteSpan rest = bytes.subspan(4);
    (void)ReadPositions(rest, items);
    (void)ReadTopics(rest, items, 11);
    (void)ReadTrust(rest, items);
    (void)ReadImportance(rest, items);
    (void)ReadRegions(rest, items, 11);
    (void)ReadTitles(rest, items);
    (void)ReadTexts(rest, items, items);
    (void)ReadNeighbors(rest, items, items);
    SecondLayout layout;
    (void)ReadLayout(rest, items, layout);
    RoadMap roads;
    (void)ReadRoads(rest, items, items, roads);
    // What was accepted is written back the same.
    if (const auto pairs = ReadSpelling(rest, items)) {
      const std::vector<uint8_t> once = WriteSpelling(*pairs);
      const auto again = ReadSpelling(once, items);
      if (!again || WriteSpelling(*again) != once) std::abort();
    }
    (void)ReadVectors(rest, items, "encoder");
  }
  return 0;
}
