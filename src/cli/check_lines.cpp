// See check_lines.h.
#include "cli/check_lines.h"

#include "base/files.h"
#include "pack/line_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

Result<std::vector<uint8_t>> Joined(const std::filesystem::path& folder, const PackHead& head,
                                    std::string_view name) {
  std::vector<uint8_t> joined;
  const SectionRef* section = head.Find(name);
  if (section == nullptr) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: it has no " + std::string(name) + ".");
  }
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
    TRY_VOID(VerifyChunk(chunk, bytes));
    joined.insert(joined.end(), bytes.begin(), bytes.end());
  }
  return joined;
}

// Calls read(bytes, items) for every chunk of a section of items.
template <class Read>
Result<void> EachChunk(const std::filesystem::path& folder, const PackHead& head,
                       std::string_view name, const Read& read) {
  const SectionRef* section = head.Find(name);
  if (section == nullptr) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: it has no " + std::string(name) + ".");
  }
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
    TRY_VOID(VerifyChunk(chunk, bytes));
    TRY_VOID(read(bytes, chunk.item_count));
  }
  return {};
}

template <class T>
Result<void> Nothing(Result<T> read) {
  if (!read) return std::unexpected(read.error());
  return {};
}

Result<void> ReadEverything(const std::filesystem::path& folder, const PackHead& head) {
  LineTable lines;
  TRY_VOID(EachChunk(folder, head, kLinesSection, [&](ByteSpan bytes, uint32_t count) {
    return ReadLines(bytes, count, lines);
  }));
  TRY_VOID(EachChunk(folder, head, kPlacesSection, [](ByteSpan bytes, uint32_t count) {
    return Nothing(ReadPlaces(bytes, count));
  }));
  TRY_VOID(EachChunk(folder, head, kPassagesSection, [](ByteSpan bytes, uint32_t count) {
    return Nothing(ReadPassages(bytes, count));
  }));
  TRY(const std::vector<uint8_t> book_bytes, Joined(folder, head, kMeaningBookSection));
  TRY(const CodeBook book, ReadCodeBook(book_bytes, head.encoder_id));
  std::vector<uint8_t> codes;
  TRY_VOID(EachChunk(folder, head, kMeaningCodesSection, [&](ByteSpan bytes, uint32_t count) {
    return ReadMeaningCodes(bytes, count, book.parts, codes);
  }));
  for (const std::string_view name : {kSpellingTableSection, kSoundTableSection}) {
    TRY(const std::vector<uint8_t> table, Joined(folder, head, name));
    TRY_VOID(Nothing(ReadGramTable(table)));
  }
  TRY(const std::vector<uint8_t> phones, Joined(folder, head, kPhonesSection));
  return Nothing(ReadPhones(phones));
}

}  // namespace

Result<Json> CheckLines(const std::filesystem::path& folder, const PackHead& head) {
  TRY(const std::vector<uint8_t> shelf_bytes, Joined(folder, head, kShelvesSection));
  TRY(const Shelves shelves, ReadShelves(shelf_bytes, head.item_count));
  TRY_VOID(ReadEverything(folder, head));
  TRY(const Json manifest, ParseJson(head.manifest_json, "The pack's manifest"));
  Json result;
  result["lines"] = head.item_count;
  result["shelves"] = Json::object();
  for (const Shelf& shelf : shelves.shelves) result["shelves"][shelf.id] = shelf.item_count;
  result["writers"] = shelves.writer_count;
  result["pairs"] = shelves.pairs.size();
  for (const char* kept : {"code_recall_10", "counts", "missing"}) {
    if (manifest.contains(kept)) result[kept] = manifest[kept];
  }
  return result;
}

}  // namespace meander
