// See lines_content.h: shelves, and writing it all.
#include "make/lines_content.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/files.h"
#include "make/lines_split.h"
#include "make/pack_writer.h"
#include "pack/place_code.h"

namespace meander {
namespace {

// Small chunks: who reads on fetches one.
constexpr uint32_t kPassageChunkBytes = 64 * 1024;

std::optional<LinePair> FirstAndLast(const LineWork& work, uint32_t shelf) {
  const auto opening = SplitSentences(work.paragraphs.front().text);
  const auto closing = SplitSentences(work.paragraphs.back().text);
  if (opening.empty() || closing.empty()) return std::nullopt;
  LinePair pair{work.shelf.title, shelf, opening.front().text, closing.back().text};
  if (pair.first.size() > kMaxLineBytes || pair.last.size() > kMaxLineBytes) return std::nullopt;
  return pair;
}

class PassageWriter {
 public:
  explicit PassageWriter(const LinesContent& content) : content_(content) {}

  // The paragraphs of items [first, first + count), each once, with one more before and behind.
  std::vector<uint8_t> Encode(uint32_t first, uint32_t count) {
    passages_ = {};
    previous_ = nullptr;
    for (uint32_t item = first; item < first + count; ++item) Add(content_.origins[item]);
    if (previous_ != nullptr) PutParagraphs(*previous_, previous_->paragraph + 1);
    return WritePassages(passages_);
  }

 private:
  const LineWork& WorkOf(const LineOrigin& origin) const {
    return content_.sources[origin.source].works[origin.work];
  }
  void Add(const LineOrigin& origin) {
    if (!content_.sources[origin.source].is_running) {
      passages_.ranges.push_back({});
      return;
    }
    const bool is_same_work = previous_ != nullptr && previous_->source == origin.source &&
                              previous_->work == origin.work;
    if (!is_same_work) {
      if (previous_ != nullptr) PutParagraphs(*previous_, previous_->paragraph + 1);
      next_ = origin.paragraph > 0 ? origin.paragraph - 1 : 0;
    }
    PutParagraphs(origin, origin.paragraph);
    passages_.ranges.push_back({text_begin_ + origin.begin, text_begin_ + origin.end});
    previous_ = &origin;
  }
  // All paragraphs of the work from next_ to `last`; the begin of the last one's text is kept.
  void PutParagraphs(const LineOrigin& of, uint32_t last) {
    const auto& paragraphs = WorkOf(of).paragraphs;
    for (; next_ <= last && next_ < paragraphs.size(); ++next_) {
      const LineParagraph& paragraph = paragraphs[next_];
      if (!passages_.text.empty()) passages_.text += '\n';
      if (!paragraph.lead.empty()) passages_.text += paragraph.lead + ": ";
      text_begin_ = static_cast<uint32_t>(passages_.text.size());
      passages_.text += paragraph.text;
    }
  }

  const LinesContent& content_;
  Passages passages_;
  const LineOrigin* previous_ = nullptr;
  uint32_t next_ = 0, text_begin_ = 0;
};

std::vector<uint8_t> PlacesOf(const LinesContent& content, uint32_t first, uint32_t count) {
  std::vector<PlaceRange> ranges;
  for (uint32_t item = first; item < first + count; ++item) {
    const LineOrigin& origin = content.origins[item];
    const std::string& name =
        content.sources[origin.source].works[origin.work].paragraphs[origin.paragraph].place;
    if (ranges.empty() || ranges.back().name != name) ranges.push_back({0, name});
    ranges.back().item_count += 1;
  }
  return WritePlaces(ranges);
}

Result<void> WriteMap(PackWriter& writer, const LinesContent& content) {
  if (content.places.empty()) return {};
  const Positions positions = PositionsOf(content.places);
  TRY_VOID(writer.PutColumn("positions", false, WritePositions(positions), 4));
  return writer.PutStream("regions", false, WriteRegions(content.regions));
}

Result<void> WriteTables(PackWriter& writer, const LinesContent& content) {
  if (!content.spelling || !content.sound) return {};
  TRY_VOID(writer.PutStream(kSpellingTableSection, false, WriteGramTable(*content.spelling)));
  TRY_VOID(writer.PutStream(kSoundTableSection, false, WriteGramTable(*content.sound)));
  return writer.PutStream(kPhonesSection, false, WritePhones(content.phones));
}

Json ManifestOf(const Json& recipe, const LinesContent& content, const PackHead& head) {
  Json manifest = ManifestHead(head);
  manifest["lines"] = head.item_count;
  manifest["sources"] = Json::array();
  manifest["counts"] = Json::object();
  for (size_t i = 0; i < content.sources.size(); ++i) {
    Json counts = Json::object();
    for (size_t fault = 0; fault < content.chosen[i].faults.size(); ++fault) {
      counts[NameOfFault(static_cast<LineFault>(fault))] = content.chosen[i].faults[fault];
    }
    manifest["counts"][content.sources[i].folder] = counts;
    for (const Json& entry : recipe["sources"]) {
      if (entry["folder"] != content.sources[i].folder) continue;
      Json source = Json::object();
      for (const char* field : {"name", "license", "address", "package"})
        source[field] = entry[field];
      manifest["sources"].push_back(source);
    }
  }
  manifest["code_recall_10"] = std::round(content.code_recall * 1000) / 1000;
  manifest["missing"] = content.missing;
  manifest["recipe"] = recipe;
  return manifest;
}

Result<void> WriteFiles(const Json& recipe, const LinesContent& content,
                        const std::filesystem::path& folder) {
  PackHead head;
  TRY(head.name, JsonText(recipe, "name"));
  head.encoder_id = content.encoder_id;
  head.item_count = content.lines.size();
  PackWriter writer(folder, head);
  TRY_VOID(writer.PutStream(kShelvesSection, true, WriteShelves(content.shelves)));
  TRY_VOID(writer.Put(kLinesSection, false, [&](uint32_t first, uint32_t count) {
    return WriteLines(content.lines, first, count);
  }));
  TRY_VOID(writer.PutStream(kMeaningBookSection, false,
                            WriteCodeBook(content.book, content.encoder_id)));
  TRY_VOID(writer.PutColumn(kMeaningCodesSection, false, content.codes, content.book.parts));
  TRY_VOID(writer.Put(kPlacesSection, false, [&](uint32_t first, uint32_t count) {
    return PlacesOf(content, first, count);
  }));
  PassageWriter passages(content);
  TRY_VOID(writer.Put(
      kPassagesSection, false,
      [&](uint32_t first, uint32_t count) { return passages.Encode(first, count); },
      kPassageChunkBytes));
  TRY_VOID(WriteTables(writer, content));
  TRY_VOID(WriteMap(writer, content));
  if (!content.licence.empty()) {
    TRY_VOID(WriteFile(folder / "LICENSE.txt", AsBytes(content.licence)));
  }
  head.manifest_json = WriteJson(ManifestOf(recipe, content, head));
  return writer.PutHead();
}

}  // namespace

void ShelveLines(const std::vector<std::string>& pairs, LinesContent& content) {
  std::set<std::string> writers;
  for (uint32_t s = 0; s < content.sources.size(); ++s) {
    const LineSource& source = content.sources[s];
    size_t at = 0;
    auto& chosen = content.chosen[s].lines;
    for (uint32_t w = 0; w < source.works.size(); ++w) {
      Shelf shelf = source.works[w].shelf;
      shelf.first_item = content.lines.size();
      for (; at < chosen.size() && chosen[at].work == w; ++at) {
        content.lines.Add(chosen[at].text);
        content.origins.push_back({s, w, chosen[at].paragraph, chosen[at].begin, chosen[at].end});
      }
      shelf.item_count = content.lines.size() - shelf.first_item;
      if (shelf.item_count == 0) continue;
      if (!shelf.author.empty()) writers.insert(shelf.author);
      const auto index = static_cast<uint32_t>(content.shelves.shelves.size());
      if (std::find(pairs.begin(), pairs.end(), shelf.id) != pairs.end()) {
        if (auto pair = FirstAndLast(source.works[w], index)) {
          content.shelves.pairs.push_back(std::move(*pair));
        }
      }
      content.shelves.shelves.push_back(std::move(shelf));
    }
    chosen.clear();
  }
  content.shelves.writer_count = static_cast<uint32_t>(writers.size());
}

Result<void> WriteLinesPack(const Json& recipe, const LinesContent& content,
                            const std::filesystem::path& target) {
  return ReplaceFolder(target, [&](const std::filesystem::path& folder) {
    return WriteFiles(recipe, content, folder);
  });
}

}  // namespace meander
