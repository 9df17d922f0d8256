// See check_parts.h.
#include "cli/check_parts.h"

#include "cli/pack_chunks.h"
#include "pack/idea_sections.h"
#include "pack/line_sections.h"
#include "pack/neuron_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

Result<std::vector<uint8_t>> Joined(const std::filesystem::path& folder, const PackHead& head,
                                    std::string_view name) {
  std::vector<uint8_t> joined;
  TRY(const SectionRef* section, SectionOf(head, name));
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadChunkFile(folder, chunk));
    joined.insert(joined.end(), bytes.begin(), bytes.end());
  }
  return joined;
}

// Calls read(bytes, items) for every chunk of a section of items.
template <class Read>
Result<void> EachChunk(const std::filesystem::path& folder, const PackHead& head,
                       std::string_view name, const Read& read) {
  TRY(const SectionRef* section, SectionOf(head, name));
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadChunkFile(folder, chunk));
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

Result<Json> CheckNeurons(const std::filesystem::path& folder, const PackHead& head) {
  TRY(const std::vector<uint8_t> survey_bytes, Joined(folder, head, kSurveySection));
  TRY(const NeuronSurvey survey, ReadSurvey(survey_bytes));
  TRY(const std::vector<uint8_t> window_bytes, Joined(folder, head, kWindowsSection));
  TRY(const KnownWindows windows, ReadWindows(window_bytes));
  TRY(const std::vector<uint8_t> anchor_bytes, Joined(folder, head, kAnchorsSection));
  TRY(const Anchors anchors, ReadAnchors(anchor_bytes, head.encoder_id));
  uint32_t with_contexts = 0;
  TRY_VOID(EachChunk(folder, head, kNeuronsSection, [&](ByteSpan bytes, uint32_t count) {
    auto records = ReadNeurons(bytes, count);
    if (!records) return Result<void>(std::unexpected(records.error()));
    for (const NeuronRecord& record : *records) {
      with_contexts += record.contexts[0].window != kNothing;
    }
    return Result<void>();
  }));
  Json result;
  result["neurons"] = head.item_count;
  result["with_contexts"] = with_contexts;
  result["texts_read"] = survey.texts;
  result["windows"] = windows.windows.size();
  result["words_known"] = anchors.words.size();
  // The map of ideas, in packs that carry it along.
  if (head.Find(kIdeaMapSection) != nullptr) {
    TRY(const std::vector<uint8_t> map_bytes, Joined(folder, head, kIdeaMapSection));
    TRY(const IdeaPlaces places, ReadIdeaPlaces(map_bytes));
    TRY(const std::vector<uint8_t> code_bytes, Joined(folder, head, kIdeaCodesSection));
    TRY(const IdeaCodes codes, ReadIdeaCodes(code_bytes, head.encoder_id));
    if (places.windows.count() != windows.windows.size() ||
        places.articles.count() != codes.titles.size()) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: its map has another shape.");
    }
    result["articles_on_map"] = places.articles.count();
  }
  return result;
}

}  // namespace meander
