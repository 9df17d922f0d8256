// See neuron_ideas.h.
#include "make/neuron_ideas.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "make/lines_book.h"
#include "make/read_pack.h"
#include "net/encoder.h"
#include "pack/place_code.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr uint32_t kParts = 48;         // bytes an article
constexpr size_t kCompareEvery = 12;    // of so many windows one is placed both ways
constexpr float kSamePlace = 2.f / 40;  // world units; the map is 2 wide

Result<void> ReadIdeas(const fs::path& folder, const PackHead& head, CarriedIdeas& ideas,
                       VectorTable& table) {
  TRY_VOID(
      ForChunks(folder, head, "titles", [&](const ChunkRef& chunk, ByteSpan bytes) -> Result<void> {
        TRY(auto more, ReadTitles(bytes, chunk.item_count));
        std::ranges::move(more, std::back_inserter(ideas.codes.titles));
        return {};
      }));
  TRY_VOID(ForChunks(
      folder, head, "positions", [&](const ChunkRef& chunk, ByteSpan bytes) -> Result<void> {
        TRY(const Positions more, ReadPositions(bytes, chunk.item_count));
        std::ranges::copy(more.codes, std::back_inserter(ideas.places.articles.codes));
        return {};
      }));
  TRY_VOID(ForChunks(
      folder, head, "vectors", [&](const ChunkRef& chunk, ByteSpan bytes) -> Result<void> {
        TRY(const VectorTable more, ReadVectors(bytes, chunk.item_count, head.encoder_id));
        table.encoder_id = more.encoder_id;
        table.dim = more.dim;
        table.count += more.count;
        std::ranges::copy(more.codes, std::back_inserter(table.codes));
        std::ranges::copy(more.scales, std::back_inserter(table.scales));
        return {};
      }));
  if (ideas.codes.titles.size() == table.count && ideas.places.articles.count() == table.count) {
    return {};
  }
  return Fail(ErrorCode::kCorrupt, "The pack " + head.name + " does not have all of its map.");
}

}  // namespace

Result<std::optional<CarriedIdeas>> CarryIdeas(const fs::path& articles,
                                               const KnownWindows& windows,
                                               const OpenedModel& model, int threads,
                                               const std::function<bool(double share)>& progress) {
  TRY(const PackHead head, ReadHeadOf(articles));
  if (head.Find("positions") == nullptr || head.Find("vectors") == nullptr ||
      head.encoder_id != kEncoderId) {
    return std::nullopt;
  }
  CarriedIdeas ideas;
  VectorTable table;
  TRY_VOID(ReadIdeas(articles, head, ideas, table));
  std::vector<float> rows(size_t{table.count} * table.dim);
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i] = static_cast<float>(table.codes[i]) * table.scales[i / table.dim];
  }
  CodeBookOptions options;
  options.parts = kParts;
  options.training_rows = 10'000;
  options.rounds = 12;
  options.turn = false;
  TRY(ideas.codes.book, TrainCodeBook(rows, table.dim, options, threads,
                                      [&](double share) { return progress(share / 2); }));
  for (uint32_t item = 0; item < table.count; ++item) {
    const auto row = std::span(rows).subspan(size_t{item} * table.dim, table.dim);
    const CodeBook& book = ideas.codes.book;
    std::ranges::copy(CodesOfRow(book, TurnedRow(book, CentredRow(book, row))),
                      std::back_inserter(ideas.codes.codes));
  }

  std::unordered_map<std::string, uint32_t> item_of;
  for (uint32_t item = 0; item < table.count; ++item) item_of[ideas.codes.titles[item]] = item;
  Encoder encoder(model.weights);
  std::vector<float> unit(kWidth);
  uint32_t compared[2] = {}, same[2] = {};  // of articles, of lines
  const size_t count = windows.windows.size();
  for (size_t w = 0; w < count; ++w) {
    if (!progress(.5 + .5 * static_cast<double>(w) / static_cast<double>(count))) {
      return Fail(ErrorCode::kCancelled, "Stopped.");
    }
    const KnownWindow& window = windows.windows[w];
    const KnownSource& source = windows.sources[window.source];
    const Positions& positions = ideas.places.articles;
    const auto own = item_of.find(source.title);
    const bool has_own = !source.is_shelf && own != item_of.end();
    std::optional<Point2> at;
    if (has_own) at = positions.At(own->second);
    if (!has_own || w % kCompareEvery == 0) {
      TRY_VOID(encoder.Encode(model.pieces.Tokenize(window.text).ids, unit));
      const auto whole = PlaceAmong(positions, Nearest(table, unit, kPlacingNeighbors));
      if (!has_own) at = whole;
      const auto coded = PlaceAmong(positions, ideas.codes.Nearest(unit, kPlacingNeighbors));
      if (w % kCompareEvery == 0 && whole && coded) {
        ++compared[source.is_shelf];
        same[source.is_shelf] += Distance(*coded, *whole) <= kSamePlace ? 1 : 0;
      }
    }
    AddPlace(CodeOfPlace(at.value_or(Point2{})), ideas.places.windows);
  }
  if (compared[0] > 0) ideas.same_place_articles = double(same[0]) / compared[0];
  if (compared[1] > 0) ideas.same_place_lines = double(same[1]) / compared[1];
  return ideas;
}

}  // namespace meander
