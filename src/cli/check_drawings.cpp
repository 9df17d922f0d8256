// See check_drawings.h.
#include "cli/check_drawings.h"

#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "cli/pack_chunks.h"
#include "engine/drawings_messages.h"
#include "net/pennet/pen_weights.h"
#include "pack/pen_sections.h"
#include "pack/sections.h"

namespace meander {

Result<Json> CheckDrawings(const std::filesystem::path& folder, const PackHead& head) {
  std::map<std::string, std::vector<uint8_t>> joined;
  std::vector<std::string> titles;
  TRY([[maybe_unused]] const uint64_t bytes,
      ReadEveryChunk(
          folder, head,
          [&](const SectionRef& section, const ChunkRef& chunk, ByteSpan content) -> Result<void> {
            if (section.name == "titles") {
              TRY(std::vector<std::string> names, ReadTitles(content, chunk.item_count));
              std::move(names.begin(), names.end(), std::back_inserter(titles));
              return {};
            }
            std::vector<uint8_t>& whole = joined[section.name];
            whole.insert(whole.end(), content.begin(), content.end());
            return {};
          }));
  TRY(const std::vector<Ink> drawings,
      ReadExamples(joined[std::string(kExamplesSection)], head.item_count));
  TRY([[maybe_unused]] const std::vector<PenSign> signs, ReadSigns(AsText(joined["signs"])));
  TRY([[maybe_unused]] const PenWeights weights, PenWeights::Open(joined["pen"]));
  if (head.encoder_id != kPenId || titles.size() != head.item_count) {
    return Fail(ErrorCode::kCorrupt, "This pack of drawings is damaged: its sections do not fit.");
  }
  size_t channels = 0;
  for (const DrawingLayer& layer : kDrawingLayers) channels += layer.channels;
  const bool has_pieces = head.Find(kPiecesSection) != nullptr;
  if (has_pieces) {
    TRY_VOID(CheckPieces(joined[std::string(kPiecesSection)], channels));
  }
  size_t points = 0;
  for (const Ink& ink : drawings) points += InkPointCount(ink);
  return Json{{"drawings", drawings.size()},
              {"points", points},
              {"channels_with_pieces", has_pieces ? channels : 0},
              {"bytes_network", joined["pen"].size()}};
}

}  // namespace meander
