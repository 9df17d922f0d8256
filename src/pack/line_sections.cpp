// The sections that hold text: shelves, lines, places, passages; see line_sections.h.
#include "pack/line_sections.h"

#include <algorithm>

#include "pack/damaged.h"
#include "pack/well_formed.h"

namespace meander {
namespace {

constexpr size_t kMaxNameBytes = 300;
constexpr uint8_t kIsBook = 1, kHasPassages = 2;

bool HasControls(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<uint8_t>(c) < 0x20 || c == 0x7f; });
}

// One line of text that a reader may see.
bool IsOneLine(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most && !HasControls(text) && IsWellFormed(text);
}

bool IsShelfId(std::string_view id) {
  return !id.empty() && id.size() <= 60 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool IsShelf(const Shelf& shelf) {
  return IsShelfId(shelf.id) && IsOneLine(shelf.title, 1, kMaxNameBytes) &&
         IsOneLine(shelf.author, 0, kMaxNameBytes) && shelf.year <= 9999 &&
         IsOneLine(shelf.license, 1, kMaxNameBytes) && IsOneLine(shelf.package, 1, kMaxNameBytes);
}

Result<Shelf> ReadShelf(ByteReader& reader, uint64_t first_item, uint64_t items_left) {
  Shelf shelf;
  shelf.id = reader.GetText();
  shelf.title = reader.GetText();
  shelf.author = reader.GetText();
  const uint64_t year = reader.GetVarint();
  shelf.license = reader.GetText();
  shelf.package = reader.GetText();
  const uint8_t flags = reader.Get<uint8_t>();
  const uint64_t count = reader.GetVarint();
  shelf.year = static_cast<uint32_t>(std::min<uint64_t>(year, 10000));
  if (!reader.ok() || !IsShelf(shelf) || flags > (kIsBook | kHasPassages)) {
    return DamagedSection("a shelf is not right");
  }
  if (count == 0 || count > items_left) return DamagedSection("a shelf holds too much or nothing");
  shelf.is_book = (flags & kIsBook) != 0;
  shelf.has_passages = (flags & kHasPassages) != 0;
  shelf.first_item = static_cast<uint32_t>(first_item);
  shelf.item_count = static_cast<uint32_t>(count);
  return shelf;
}

}  // namespace

uint32_t Shelves::ShelfOf(uint32_t item) const {
  const auto after = std::upper_bound(
      shelves.begin(), shelves.end(), item,
      [](uint32_t wanted, const Shelf& shelf) { return wanted < shelf.first_item; });
  return static_cast<uint32_t>(after - shelves.begin()) - 1;
}

std::vector<uint8_t> WriteShelves(const Shelves& shelves) {
  ByteWriter writer;
  writer.PutVarint(shelves.writer_count);
  writer.PutVarint(shelves.shelves.size());
  for (const Shelf& shelf : shelves.shelves) {
    writer.PutText(shelf.id);
    writer.PutText(shelf.title);
    writer.PutText(shelf.author);
    writer.PutVarint(shelf.year);
    writer.PutText(shelf.license);
    writer.PutText(shelf.package);
    writer.Put(static_cast<uint8_t>((shelf.is_book ? kIsBook : 0) |
                                    (shelf.has_passages ? kHasPassages : 0)));
    writer.PutVarint(shelf.item_count);
  }
  writer.PutVarint(shelves.pairs.size());
  for (const LinePair& pair : shelves.pairs) {
    writer.PutText(pair.label);
    writer.PutVarint(pair.shelf);
    writer.PutText(pair.first);
    writer.PutText(pair.last);
  }
  return writer.Take();
}

Result<Shelves> ReadShelves(ByteSpan bytes, uint32_t pack_item_count) {
  ByteReader reader(bytes);
  Shelves shelves;
  const uint64_t writers = reader.GetVarint();
  const size_t shelf_count = reader.GetCount(8);
  uint64_t next_item = 0;
  for (size_t i = 0; i < shelf_count; ++i) {
    TRY(Shelf shelf, ReadShelf(reader, next_item, pack_item_count - next_item));
    for (const Shelf& other : shelves.shelves) {
      if (other.id == shelf.id) return DamagedSection("a shelf is there twice");
    }
    next_item += shelf.item_count;
    shelves.shelves.push_back(std::move(shelf));
  }
  if (next_item != pack_item_count) return DamagedSection("some lines stand on no shelf");
  if (writers > shelf_count) return DamagedSection("there are more writers than shelves");
  shelves.writer_count = static_cast<uint32_t>(writers);
  shelves.pairs.resize(reader.GetCount(4));
  for (LinePair& pair : shelves.pairs) {
    pair.label = reader.GetText();
    const uint64_t shelf = reader.GetVarint();
    pair.first = reader.GetText();
    pair.last = reader.GetText();
    if (!reader.ok() || shelf >= shelf_count || !IsOneLine(pair.label, 1, kMaxNameBytes) ||
        !IsOneLine(pair.first, 1, kMaxLineBytes) || !IsOneLine(pair.last, 1, kMaxLineBytes)) {
      return DamagedSection("a pair of lines is not right");
    }
    pair.shelf = static_cast<uint32_t>(shelf);
  }
  if (!reader.ok() || !reader.AtEnd()) return DamagedSection("the shelves have the wrong length");
  return shelves;
}

std::vector<uint8_t> WriteLines(const LineTable& lines, uint32_t first, uint32_t count) {
  ByteWriter writer;
  for (uint32_t item = first; item < first + count; ++item) {
    writer.PutBytes(AsBytes(lines.At(item)));
    writer.Put(uint8_t{'\n'});
  }
  return writer.Take();
}

Result<void> ReadLines(ByteSpan chunk, uint32_t item_count, LineTable& lines) {
  std::string_view rest = AsText(chunk);
  if (rest.size() / 2 < item_count) return DamagedSection("the lines have the wrong length");
  for (uint32_t i = 0; i < item_count; ++i) {
    const size_t end = rest.find('\n');
    if (end == rest.npos) return DamagedSection("the lines have the wrong length");
    const std::string_view line = rest.substr(0, end);
    if (!IsOneLine(line, 1, kMaxLineBytes)) return DamagedSection("a line is not right");
    lines.Add(line);
    rest.remove_prefix(end + 1);
  }
  if (!rest.empty()) return DamagedSection("the lines have the wrong length");
  return {};
}

std::vector<uint8_t> WritePlaces(std::span<const PlaceRange> ranges) {
  ByteWriter writer;
  for (const PlaceRange& range : ranges) {
    writer.PutVarint(range.item_count);
    writer.PutText(range.name);
  }
  return writer.Take();
}

Result<std::vector<PlaceRange>> ReadPlaces(ByteSpan chunk, uint32_t item_count) {
  ByteReader reader(chunk);
  std::vector<PlaceRange> ranges;
  for (uint32_t left = item_count; left > 0;) {
    const uint64_t count = reader.GetVarint();
    const std::string_view name = reader.GetText();
    if (!reader.ok() || count == 0 || count > left || !IsOneLine(name, 0, kMaxNameBytes)) {
      return DamagedSection("a place is not right");
    }
    ranges.push_back({static_cast<uint32_t>(count), std::string(name)});
    left -= static_cast<uint32_t>(count);
  }
  if (!reader.AtEnd()) return DamagedSection("the places have the wrong length");
  return ranges;
}

std::vector<uint8_t> WritePassages(const Passages& passages) {
  ByteWriter writer;
  writer.PutText(passages.text);
  uint32_t previous_begin = 0;
  for (const PassageRange& range : passages.ranges) {
    const bool is_empty = range.begin >= range.end;
    writer.PutVarint(is_empty ? 0 : range.end - range.begin);
    if (is_empty) continue;
    writer.PutVarint(range.begin - previous_begin);
    previous_begin = range.begin;
  }
  return writer.Take();
}

Result<Passages> ReadPassages(ByteSpan chunk, uint32_t item_count) {
  ByteReader reader(chunk);
  Passages passages;
  passages.text = reader.GetText();
  if (!reader.ok() || reader.remaining() < item_count || !IsWellFormed(passages.text)) {
    return DamagedSection("the passages are not right");
  }
  const uint64_t size = passages.text.size();
  uint64_t begin = 0;
  passages.ranges.resize(item_count);
  for (PassageRange& range : passages.ranges) {
    const uint64_t length = reader.GetVarint();
    if (length == 0) continue;
    const uint64_t ahead = reader.GetVarint();
    if (!reader.ok() || ahead > size - begin || length > size - begin - ahead ||
        IsInsideCharacter(passages.text, begin + ahead) ||
        IsInsideCharacter(passages.text, begin + ahead + length)) {
      return DamagedSection("a line stands outside its passage");
    }
    begin += ahead;
    range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + length)};
  }
  if (!reader.ok() || !reader.AtEnd()) return DamagedSection("the passages have the wrong length");
  return passages;
}

}  // namespace meander
