// See layout_section.h.
#include "pack/layout_section.h"

#include "pack/damaged.h"

namespace meander {
namespace {

constexpr uint64_t kPlaceBytes = 4, kItemBytes = 5;

}  // namespace

Result<void> ReadLayout(ByteSpan chunk, uint32_t item_count, SecondLayout& into) {
  if (chunk.size() != item_count * kItemBytes) {
    return DamagedSection("the second map has the wrong length");
  }
  const auto places = static_cast<size_t>(item_count * kPlaceBytes);
  TRY(const Positions positions, ReadPositions(chunk.first(places), item_count));
  TRY(const std::vector<uint8_t> trust, ReadTrust(chunk.subspan(places), item_count));
  into.positions.codes.insert(into.positions.codes.end(), positions.codes.begin(),
                              positions.codes.end());
  into.trust.insert(into.trust.end(), trust.begin(), trust.end());
  return {};
}

std::vector<uint8_t> WriteLayout(const SecondLayout& layout, uint32_t first, uint32_t count) {
  ByteWriter writer;
  for (size_t i = 2 * size_t{first}; i < 2 * (size_t{first} + count); ++i) {
    writer.Put(layout.positions.codes[i]);
  }
  writer.PutBytes(ByteSpan(layout.trust).subspan(first, count));
  return writer.Take();
}

}  // namespace meander
