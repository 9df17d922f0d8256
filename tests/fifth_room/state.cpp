// See state.h.
#include "state.h"

#include <charconv>

#include "canvas/nearest_dot.h"
#include "link.h"
#include "pack/sections.h"

namespace meander {
namespace {

constexpr char kKept[] = "islands";  // the key in the browser's storage

uint32_t ItemFrom(std::string_view text) {
  uint32_t item = kNoItem;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), item);
  return error == std::errc() && end == text.data() + text.size() ? item : kNoItem;
}

Effects RowTo(IslandsState& state, uint32_t island) {
  if (island >= state.count()) return {};
  Effects effects;
  state.stops.push_back(island);
  state.cursor = island;
  state.closeness = -1;
  effects.push_back(SetLinkEffect{true});
  effects.push_back(SayEffect{state.NameOf(island) + "."});
  effects.push_back(RememberEffect{kKept, WriteIslandsLink(state.stops)});
  effects.push_back(FlyToEffect{{state.PlaceOf(island), state.PlaceOf(island)}, true});
  if (state.stops.size() < 2) return effects;
  if (state.asked != 0) effects.push_back(CancelEngineEffect{state.asked});
  state.asked = NextRequestId();
  state.progress = 0;
  const uint32_t before = state.stops[state.stops.size() - 2];
  effects.push_back(AskEngineEffect{{state.asked, CosinesRequest{{{before, island}}}}});
  return effects;
}

Effects Forget(IslandsState& state) {
  if (state.stops.empty()) return {};
  state.undo.Keep(std::exchange(state.stops, {}));
  state.notice = "Forgotten.";
  return {SetLinkEffect{true}, RememberEffect{kKept, ""}};
}

Effects TakeBack(IslandsState& state) {
  auto stops = state.undo.Take();
  if (!stops) return {};
  state.stops = std::move(*stops);
  state.notice.clear();
  return {SetLinkEffect{true}, RememberEffect{kKept, WriteIslandsLink(state.stops)}};
}

Effects GiveUp(IslandsState& state) {
  if (state.asked == 0) return {};
  return {CancelEngineEffect{std::exchange(state.asked, 0)}};
}

}  // namespace

Point2 IslandsState::PlaceOf(uint32_t island) const { return meander::PlaceOf(*islands, island); }

Effects StartIslands(IslandsState&, const PackHead&) { return {FetchEffect{"positions", 0}}; }

Effects TakeIslands(IslandsState& state, const ChunkRef& chunk, Result<ByteSpan> bytes) {
  Result<Positions> positions = bytes ? ReadPositions(*bytes, chunk.item_count)
                                      : Result<Positions>(std::unexpected(bytes.error()));
  if (!positions) {
    state.notice = positions.error().message;
    return {};
  }
  auto table = std::make_shared<PointTable>();
  table->version = 1;
  table->codes = std::move(positions->codes);
  for (uint32_t island = 0; island < chunk.item_count; ++island) {
    table->hues.push_back(static_cast<uint8_t>(island % 11));
  }
  state.islands = std::move(table);
  return {};
}

Effects TakeReply(IslandsState& state, const Reply& reply) {
  if (reply.id != state.asked) return {};  // stale: the reader has rowed on
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    const auto total = static_cast<float>(std::max<uint64_t>(progress->bytes_total, 1));
    state.progress = static_cast<float>(progress->bytes_done) / total;
    return {};
  }
  state.asked = 0;
  if (const auto* error = std::get_if<Error>(&reply.body)) state.notice = error->message;
  const auto* cosines = std::get_if<CosinesReply>(&reply.body);
  if (cosines != nullptr && !cosines->cosines.empty()) state.closeness = cosines->cosines[0];
  return {};
}

Effects Apply(IslandsState& state, std::string_view action, std::string_view argument) {
  if (action == "open") return RowTo(state, ItemFrom(argument));
  if (action == "point") {
    state.pointed = ItemFrom(argument);
    return {};
  }
  if (action == "forget") return Forget(state);
  if (action == "undo") return TakeBack(state);
  if (action == "stop") return GiveUp(state);
  if (action == "copy-link") return {CopyLinkEffect{}};
  if (action == "notice") state.notice = argument;
  if (action == "recalled islands" && state.stops.empty()) return TakeLink(state, argument);
  return {};
}

Effects MoveCursor(IslandsState& state, Point2 direction) {
  const uint32_t from = state.cursor != kNoItem ? state.cursor : 0;
  const auto next = NextDot(*state.islands, from, direction);
  if (!next) return {};
  state.cursor = *next;
  return {SayEffect{state.NameOf(*next) + "."}};
}

Effects TakeLink(IslandsState& state, std::string_view payload) {
  const Result<std::vector<uint32_t>> stops = ReadIslandsLink(payload);
  if (!stops) {
    state.notice = stops.error().message;
    return {};
  }
  state.stops = *stops;
  state.closeness = -1;
  return {};
}

}  // namespace meander
