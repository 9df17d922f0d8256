// See neuron_texts.h.
#include "make/neuron_texts.h"

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "make/lines_split.h"
#include "make/read_pack.h"
#include "pack/line_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
// Shorter ones are headings; longer ones would be cut, and nobody types them.
constexpr size_t kFewestBytes = 12, kMostBytes = 400;

Result<void> AddArticles(const KnownTextOptions& options, KnownTexts& known) {
  const Result<PackHead> head = ReadHeadOf(options.articles);
  if (!head) {
    const std::string name = options.articles.filename().string();
    return Fail(ErrorCode::kNotFound, "The neurons' contexts are taken from the pack \"" + name +
                                          "\", which is not there; ./meander pack " + name +
                                          " makes it.");
  }
  std::vector<std::string> titles;
  TRY_VOID(ForChunks(options.articles, *head, "titles",
                     [&](const ChunkRef& chunk, ByteSpan bytes) -> Result<void> {
                       TRY(std::vector<std::string> more, ReadTitles(bytes, chunk.item_count));
                       std::ranges::move(more, std::back_inserter(titles));
                       return {};
                     }));
  size_t item = 0;
  TRY_VOID(ForChunks(
      options.articles, *head, "texts", [&](const ChunkRef& chunk, ByteSpan bytes) -> Result<void> {
        TRY(const auto articles, ReadTexts(bytes, chunk.item_count, head->item_count));
        for (const Article& article : articles) {
          const std::string& title = titles[item++];
          uint32_t taken = 0;
          for (SplitSentence& sentence : SplitSentences(PlainParagraph(article.text))) {
            if (taken == options.sentences_an_article) break;
            if (sentence.text.size() < kFewestBytes || sentence.text.size() > kMostBytes) continue;
            known.texts.push_back({false, StableId(title), title, std::move(sentence.text)});
            ++taken;
          }
          known.articles += taken > 0 ? 1 : 0;
        }
        return {};
      }));
  known.manifests.push_back(head->manifest_json);
  return {};
}

Result<void> AddLines(const KnownTextOptions& options, KnownTexts& known) {
  std::error_code ignored;
  if (!fs::exists(options.lines / "pack.meander", ignored)) return {};
  TRY(const PackHead head, ReadHeadOf(options.lines));
  std::vector<uint8_t> bytes;
  const auto append = [&](const ChunkRef&, ByteSpan more) -> Result<void> {
    bytes.insert(bytes.end(), more.begin(), more.end());
    return {};
  };
  TRY_VOID(ForChunks(options.lines, head, kShelvesSection, append));
  TRY(const Shelves shelves, ReadShelves(bytes, head.item_count));
  LineTable lines;
  TRY_VOID(ForChunks(options.lines, head, kLinesSection,
                     [&](const ChunkRef& chunk, ByteSpan part) -> Result<void> {
                       return ReadLines(part, chunk.item_count, lines);
                     }));
  // A sample that stays the same when other lines come or go: those whose hash is lowest.
  std::vector<std::pair<uint64_t, uint32_t>> order;
  for (uint32_t item = 0; item < lines.size(); ++item) {
    order.emplace_back(Hash64(AsBytes(lines.At(item))), item);
  }
  std::ranges::sort(order);
  order.resize(std::min<size_t>(order.size(), options.most_lines));
  std::ranges::sort(order, {}, [](const auto& entry) { return entry.second; });
  for (const auto& [hash, item] : order) {
    const std::string line(lines.At(item));
    const Shelf& shelf = shelves.shelves[shelves.ShelfOf(item)];
    known.texts.push_back({true, StableId(line), shelf.title, line});
  }
  known.lines = static_cast<uint32_t>(order.size());
  known.manifests.push_back(head.manifest_json);
  return {};
}

}  // namespace

Result<KnownTexts> ReadKnownTexts(const KnownTextOptions& options) {
  KnownTexts known;
  TRY_VOID(AddArticles(options, known));
  TRY_VOID(AddLines(options, known));
  return known;
}

}  // namespace meander
