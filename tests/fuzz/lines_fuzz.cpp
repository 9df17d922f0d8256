// Any bytes as every section of a pack of lines: an answer, never a crash; what was accepted is
// written back as something that is accepted and the same.
#include <algorithm>
#include <cstdlib>

#include "pack/line_sections.h"

namespace {

using namespace meander;

void Hold(bool holds) {
  if (!holds) std::abort();
}

void TryTexts(ByteSpan bytes, uint32_t items) {
  if (const auto shelves = ReadShelves(bytes, items)) {
    const auto again = WriteShelves(*shelves);
    const auto read = ReadShelves(again, items);
    Hold(read && WriteShelves(*read) == again);
    if (items > 0) Hold(shelves->ShelfOf(items - 1) == shelves->shelves.size() - 1);
  }
  LineTable lines;
  if (ReadLines(bytes, items, lines)) {
    const auto again = WriteLines(lines, 0, items);
    Hold(std::ranges::equal(again, bytes));
  }
  if (const auto places = ReadPlaces(bytes, items)) {
    Hold(ReadPlaces(WritePlaces(*places), items).has_value());
  }
  if (const auto passages = ReadPassages(bytes, items)) {
    const auto again = ReadPassages(WritePassages(*passages), items);
    Hold(again && again->text == passages->text);
  }
}

void TryTables(ByteSpan bytes, uint32_t items) {
  if (const auto book = ReadCodeBook(bytes, "")) {
    Hold(ReadCodeBook(WriteCodeBook(*book, ""), "").has_value());
    const std::vector<float> row(book->dim, 0.5f);
    Hold(CodesOfRow(*book, TurnedRow(*book, CentredRow(*book, row))).size() == book->parts);
  }
  std::vector<uint8_t> codes;
  (void)ReadMeaningCodes(bytes, items, items & 63u, codes);
  (void)ReadGramTable(bytes);
  if (const auto phones = ReadPhones(bytes)) {
    for (uint32_t i = 0; i < phones->size(); ++i) {
      Hold(phones->Find(phones->Word(i)) == phones->Phones(i));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 4) return 0;
  uint32_t wide;
  std::memcpy(&wide, data, sizeof(wide));
  const ByteSpan rest = ByteSpan(data, size).subspan(4);
  // Few items, which some inputs fit, and any number, which none should.
  for (const uint32_t items : {wide & 15u, wide}) {
    TryTexts(rest, items);
    TryTables(rest, items);
  }
  return 0;
}
