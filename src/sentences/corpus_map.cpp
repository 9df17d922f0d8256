// "Where it ran": the corpus' own map, fetched when it is first opened.
#include "sentences/corpus_map.h"
#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "pack/sections.h"

namespace meander {

Effects OpenCorpusMap(SentencesState& state) {
  CorpusMap& map = state.map;
  map.is_open = !map.is_open;
  const SectionRef* section = state.head.Find("positions");
  if (!map.is_open || map.points || section == nullptr) return {};
  Effects effects;
  map.codes.assign(size_t{2} * state.head.item_count, 0);
  map.items_taken = 0;
  for (const ChunkRef& chunk : section->chunks) {
    effects.push_back(FetchEffect{"positions", chunk.first_item});
  }
  return effects;
}

Effects TakeMapChunk(SentencesState& state, std::string_view section, const ChunkRef& chunk,
                     Result<ByteSpan> bytes) {
  CorpusMap& map = state.map;
  const bool is_wanted = section == "positions" && !map.points &&
                         map.codes.size() == size_t{2} * state.head.item_count &&
                         uint64_t{chunk.first_item} + chunk.item_count <= state.head.item_count;
  if (!is_wanted) return {};
  Result<Positions> positions = bytes ? ReadPositions(*bytes, chunk.item_count)
                                      : Result<Positions>(std::unexpected(bytes.error()));
  if (!positions) {
    map.is_open = false;
    state.notice = positions.error().message;
    state.notice_until_s = kNoticeUnseen_s;
    return {SayEffect{state.notice}};
  }
  std::ranges::copy(positions->codes,
                    map.codes.begin() + 2 * static_cast<std::ptrdiff_t>(chunk.first_item));
  map.items_taken += chunk.item_count;
  if (map.items_taken < state.head.item_count) return {};
  auto points = std::make_shared<PointTable>();
  points->version = 1;
  points->codes = std::move(map.codes);
  map.codes.clear();
  // Quiet, so that the way is what is seen: most of so many dots recede.
  points->palette = Palette::kPlain;
  points->hues.assign(state.head.item_count, 0);
  for (uint32_t item = 0; item < state.head.item_count; ++item) {
    points->flags.push_back(item % 4 == 0 ? 0 : kDimmedFlag);
  }
  map.points = std::move(points);
  return {};
}

std::optional<Point2> PlaceOnMap(const SentencesState& state, uint32_t item) {
  if (!state.map.points || item >= state.head.item_count) return std::nullopt;
  const std::vector<uint16_t>& codes = state.map.points->codes;
  return Point2{codes[size_t{2} * item] * (2.f / 65535) - 1,
                codes[size_t{2} * item + 1] * (2.f / 65535) - 1};
}

}  // namespace meander
