// See line_store.h.
#include "engine/line_store.h"

#include <algorithm>

#include "text/spelling.h"

namespace meander {
namespace {

constexpr uint32_t kLinesASlice = 2000;  // coded at once: about ten milliseconds
constexpr size_t kLongestPassage = 1600;

}  // namespace

void LineStore::Reset() {
  shelves_ = {};
  lines_ = {};
  own_ = {};
  has_lines_ = has_meaning_ = has_phones_ = false;
  space_ = {};
  small_words_ = {};
  phones_ = {};
  spelling_ = {};
  sound_ = {};
  spelled_ = sounded_ = 0;
}

Result<bool> LineStore::PrepareLines(RequestId who) {
  if (has_lines_) return true;
  if (!library_.is_open()) return Fail(ErrorCode::kNotFound, "No pack is open yet.");
  if (library_.head().Find(kLinesSection) == nullptr) {
    return Fail(ErrorCode::kNotFound, "This pack holds no lines to walk through.");
  }
  const PackHead& head = library_.head();
  const std::vector<ChunkRef>& chunks = head.Find(kLinesSection)->chunks;
  TRY(const auto bytes, library_.FilesOf(chunks, who));
  TRY(auto shelves, library_.Joined(kShelvesSection, who));
  if (shelves) {
    TRY(shelves_, ReadShelves(*shelves, head.item_count));
  }
  if (!bytes || shelves_.shelves.empty()) return false;
  LineTable lines;
  for (size_t i = 0; i < chunks.size(); ++i) {
    TRY_VOID(ReadLines((*bytes)[i], chunks[i].item_count, lines));
  }
  library_.DropFiles(chunks);
  if (lines.size() != head.item_count) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: it does not have all of its lines.");
  }
  lines_ = std::move(lines);
  for (uint32_t line = 0; line < lines_.size(); ++line) small_words_.Note(lines_.At(line));
  small_words_.Sort();
  has_lines_ = true;
  return true;
}

Result<bool> LineStore::PrepareMeaning(RequestId who) {
  if (has_meaning_) return true;
  const PackHead& head = library_.head();
  const SectionRef* section = head.Find(kMeaningCodesSection);
  if (section == nullptr) {
    return Fail(ErrorCode::kNotFound, "This pack does not know what its lines mean.");
  }
  if (space_.book().parts == 0) {
    TRY(auto bytes, library_.Joined(kMeaningBookSection, who));
    if (bytes) {
      TRY(CodeBook book, ReadCodeBook(*bytes, head.encoder_id));
      space_.SetBook(std::move(book));
    }
  }
  const std::vector<ChunkRef>& chunks = section->chunks;
  TRY(const auto bytes, library_.FilesOf(chunks, who));
  const uint32_t parts = space_.book().parts;
  if (!bytes || parts == 0) return false;
  std::vector<uint8_t> codes;
  for (size_t i = 0; i < chunks.size(); ++i) {
    TRY_VOID(ReadMeaningCodes((*bytes)[i], chunks[i].item_count, parts, codes));
  }
  library_.DropFiles(chunks);
  if (codes.size() != size_t{head.item_count} * parts) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: some of its lines mean nothing.");
  }
  for (uint32_t line = 0; line < head.item_count; ++line) {
    space_.Add(std::span(codes).subspan(size_t{line} * parts, parts));
  }
  has_meaning_ = true;
  return true;
}

Result<bool> LineStore::PrepareTable(std::string_view section, GramTable& table, RequestId who) {
  if (table.dim != 0) return true;
  TRY(auto bytes, library_.Joined(section, who));
  if (!bytes) return false;
  TRY(GramTable read, ReadGramTable(*bytes));
  if (read.buckets != kGramBuckets || read.dim != kGramDim) {
    return Fail(ErrorCode::kMismatch, "This pack spells in a way that this page does not know.");
  }
  table = std::move(read);
  return true;
}

Result<bool> LineStore::PrepareSounds(RequestId who) {
  TRY(const bool has_lines, PrepareLines(who));
  if (has_phones_) return has_lines;
  TRY(auto bytes, library_.Joined(kPhonesSection, who));
  if (!bytes) return false;
  TRY(phones_, ReadPhones(*bytes));
  has_phones_ = true;
  return has_lines;
}

Result<bool> LineStore::Prepare(SpaceShares shares, RequestId who, bool& again) {
  TRY(bool all_here, PrepareLines(who));
  if (shares.meaning > 0) {
    TRY(const bool here, PrepareMeaning(who));
    all_here &= here;
  }
  if (shares.spelling > 0) {
    TRY(const bool here, PrepareTable(kSpellingTableSection, spelling_, who));
    all_here &= here;
  }
  if (shares.sound > 0) {
    TRY(const bool here, PrepareTable(kSoundTableSection, sound_, who));
    TRY(const bool has_sounds, PrepareSounds(who));
    all_here &= here && has_sounds;
  }
  if (!all_here) return false;
  if (shares.spelling > 0) CodeSome(true, again);
  if (shares.sound > 0) CodeSome(false, again);
  return !again;
}

void LineStore::Code(uint32_t line, bool spelling) {
  const std::string_view text = TextOf(line);
  if (spelling) {
    space_.SetSpelling(line, CodeOfGrams(spelling_, SpellingGrams(text)));
  } else {
    space_.SetSound(line, CodeOfGrams(sound_, SoundGrams(Speak(phones_, text))));
  }
}

void LineStore::CodeSome(bool spelling, bool& again) {
  uint32_t& done = spelling ? spelled_ : sounded_;
  const uint32_t all = pack_count() + own_count();
  const uint32_t end = std::min(all, done + kLinesASlice);
  for (; done < end; ++done) Code(done, spelling);
  again |= done < all;
}

std::string_view LineStore::TextOf(uint32_t line) const {
  if (line < pack_count()) return lines_.At(line);
  return line - pack_count() < own_count() ? own_.At(line - pack_count()) : std::string_view();
}

uint16_t LineStore::ShelfOf(uint32_t line) const {
  return line < pack_count() ? static_cast<uint16_t>(shelves_.ShelfOf(line)) : kNoShelf;
}

uint32_t LineStore::ItemOf(uint32_t line) const {
  return line < pack_count() ? line : kFirstOwnItem + (line - pack_count());
}

std::optional<uint32_t> LineStore::LineOf(uint32_t item) const {
  if (item < pack_count()) return item;
  if (item >= kFirstOwnItem && item - kFirstOwnItem < own_count()) {
    return pack_count() + (item - kFirstOwnItem);
  }
  return std::nullopt;
}

LineQuery LineStore::QueryOf(std::string_view text, SpaceShares shares,
                             std::span<const float> vector) const {
  LineQuery query;
  if (shares.meaning > 0)
    query.meaning = TurnedRow(space_.book(), CentredRow(space_.book(), vector));
  if (shares.spelling > 0) query.spelling = CodeOfGrams(spelling_, SpellingGrams(text));
  if (shares.sound > 0) query.sound = CodeOfGrams(sound_, SoundGrams(Speak(phones_, text)));
  return query;
}

void LineStore::ForgetOwn() {
  own_ = {};
  space_.Truncate(pack_count());
  spelled_ = std::min(spelled_, pack_count());
  sounded_ = std::min(sounded_, pack_count());
}

void LineStore::AddOwn(std::string_view line, std::span<const float> vector) {
  const CodeBook& book = space_.book();
  own_.Add(line);
  space_.Add(CodesOfRow(book, TurnedRow(book, CentredRow(book, vector))));
}

Result<std::optional<std::string>> LineStore::PlaceOf(uint32_t line, RequestId who) {
  const ChunkRef* chunk = library_.head().FindChunk(kPlacesSection, line);
  if (chunk == nullptr) return std::string();
  TRY(const std::vector<uint8_t>* bytes, library_.FileOf(*chunk, who));
  if (bytes == nullptr) return std::nullopt;
  TRY(const std::vector<PlaceRange> ranges, ReadPlaces(*bytes, chunk->item_count));
  uint32_t left = line - chunk->first_item;
  for (const PlaceRange& range : ranges) {
    if (left < range.item_count) return range.name;
    left -= range.item_count;
  }
  return std::string();
}

Result<std::optional<LineStore::Passage>> LineStore::PassageOf(uint32_t line, RequestId who) {
  const ChunkRef* chunk = library_.head().FindChunk(kPassagesSection, line);
  if (chunk == nullptr) return Passage{};
  TRY(const std::vector<uint8_t>* bytes, library_.FileOf(*chunk, who));
  if (bytes == nullptr) return std::nullopt;
  TRY(const Passages passages, ReadPassages(*bytes, chunk->item_count));
  const auto [begin, end] = passages.ranges[line - chunk->first_item];
  if (begin == end) return Passage{};
  // Whole paragraphs around the line: its own, and those beside it while there is room.
  const std::string& text = passages.text;
  size_t from = begin, to = std::min(text.find('\n', end), text.size());
  const auto begin_of_paragraph = [&](size_t at) {
    const size_t stop = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    return stop == std::string::npos ? 0 : stop + 1;
  };
  from = begin_of_paragraph(from);
  for (bool has_grown = true; has_grown;) {
    has_grown = false;
    if (from > 0 && to - begin_of_paragraph(from - 1) <= kLongestPassage) {
      from = begin_of_paragraph(from - 1);
      has_grown = true;
    }
    const size_t next = to < text.size() ? std::min(text.find('\n', to + 1), text.size()) : to;
    if (next > to && next - from <= kLongestPassage) {
      to = next;
      has_grown = true;
    }
  }
  return Passage{text.substr(from, to - from), static_cast<uint32_t>(begin - from),
                 static_cast<uint32_t>(end - from)};
}

}  // namespace meander
