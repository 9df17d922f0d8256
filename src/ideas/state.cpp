// Arrivals and the journey; see state.h. Searching is in state_search.cpp, the table of actions in
// actions.cpp.
#include "ideas/state.h"

#include <algorithm>
#include <iterator>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state_search.h"
#include "ideas/swap.h"
#include "ideas/tour_link.h"
#include "ideas/tour_message.h"

namespace meander {
namespace {

constexpr double kUndo_s = 8;

// The prepared journey, if this pack has one. Its lengths come with it: no megabyte of vectors is
// fetched for a picture that nobody has asked for.
Journey ExampleJourney(const IdeaMap& map) {
  Journey journey;
  for (const Neighbor& stop : map.example()) {
    Open(journey, stop.item, journey.is_empty() ? 0 : 1 - stop.cosine);
  }
  return journey;
}

// The articles at both ends of the hop that leads to `stop`; it has a parent.
std::pair<uint32_t, uint32_t> HopTo(const Journey& journey, const Stop& stop) {
  return {journey.stops[static_cast<size_t>(stop.parent)].item, stop.item};
}

// The lengths that were asked for, wherever their hops stand by now: since then stops may have gone
// or another journey may have come.
void FillLengths(IdeasState& state, const CosinesReply& reply) {
  const auto asked = std::exchange(state.lengths_asked, {});
  for (Stop& stop : state.journey.stops) {
    if (stop.parent < 0 || stop.length != kUnknownLength) continue;
    const auto at = std::ranges::find(asked, HopTo(state.journey, stop)) - asked.begin();
    const auto place = static_cast<size_t>(at);
    if (place < std::min(asked.size(), reply.cosines.size())) {
      stop.length = std::clamp(1 - reply.cosines[place], 0.f, 2.f);
    }
  }
}

// Lengths that one journey knows stay known in another that has the same hop.
void KeepLengths(const Journey& from, Journey& to) {
  for (Stop& stop : to.stops) {
    if (stop.parent < 0) continue;
    const auto hop = HopTo(to, stop);
    for (const Stop& known : from.stops) {
      if (known.parent >= 0 && HopTo(from, known) == hop) stop.length = known.length;
    }
  }
}

bool IsOnMap(const IdeasState& state, const ArticleReply& reply) {
  return reply.item == state.pane.item && AreOnMap(state, reply.neighbors) &&
         std::ranges::all_of(reply.article.links, [&](const TextLink& link) {
           return link.target < state.map.item_count();
         });
}

Effects FlyToView(const IdeasLink& link) {
  if (!link.view) return {};
  const Point2 half{link.view->half_side_in_world, link.view->half_side_in_world};
  return {FlyToEffect{{link.view->center_in_world - half, link.view->center_in_world + half}}};
}

void NoteGiven(IdeasState& state) {
  state.given = state.journey;
  state.is_given_example = state.is_example;
}

void ShowExample(IdeasState& state) {
  state.journey = ExampleJourney(state.map);
  state.is_example = !state.journey.is_empty();
  NoteGiven(state);
}

// A caption of the page around may name no state: what the figure began with. On a page of one's
// own that is the browser's Back from the first stop, and the journey with all its forks stays.
Effects BeginAgain(IdeasState& state) {
  if (!state.is_framed || state.is_example) return {};
  MakeRoom(state);
  ShowExample(state);
  state.replay = {};
  state.grow_from_s = -1;
  Effects effects = TakeLook(state, SharedLook{});
  effects.push_back(FlyToEffect{state.map.bounds()});
  std::ranges::move(AskForCurrent(state), std::back_inserter(effects));
  return effects;
}

Effects MapIsThere(IdeasState& state) {
  std::vector<uint8_t> importance(state.map.item_count());
  for (uint32_t item = 0; item < importance.size(); ++item) {
    importance[item] = static_cast<uint8_t>(state.map.ImportanceOf(item));
  }
  state.titles = TitleSearch(state.map.titles(), importance);
  NoteRead(state);
  const std::string link = std::exchange(state.pending_link, {});
  Effects effects;
  if (!link.empty()) effects = TakeLink(state, link);
  if (state.journey.is_empty()) ShowExample(state);
  if (link.empty()) state.grow_from_s = -1;
  if (!state.tour.tour && state.tour.asked.empty()) {
    std::ranges::move(TellHostReady(state), std::back_inserter(effects));
  }
  std::ranges::move(TakeTourThatWaited(state), std::back_inserter(effects));
  std::ranges::move(AskForCurrent(state), std::back_inserter(effects));
  return effects;
}

Effects TakeArticle(IdeasState& state, const ArticleReply& reply) {
  state.pane.request = 0;
  if (!IsOnMap(state, reply)) {
    state.pane.error = words::kErrorAnswer;
    return {SayEffect{state.pane.error}};
  }
  state.pane.reply = reply;
  Effects effects;
  if (state.tour.is_on) return effects;  // its own words have been said
  effects.push_back(SayEffect{Fill(
      words::kMirrorOpened,
      {{"title", state.map.TitleOf(reply.item)},
       {"topic", std::string(kTopicNames[static_cast<size_t>(state.map.TopicOf(reply.item))])}})});
  return effects;
}

}  // namespace

Effects StartIdeas(IdeasState& state, const PackHead& head, std::string_view link_payload) {
  state.head = head;
  const SectionRef* example = head.Find(kExampleSection);
  state.map = IdeaMap(head.item_count, example != nullptr);
  state.pending_link = link_payload;
  Effects effects;
  const auto fetch = [&](const SectionRef& section) {
    for (const ChunkRef& chunk : section.chunks) {
      effects.push_back(FetchEffect{section.name, chunk.first_item});
    }
  };
  for (const std::string_view name : kFirstViewSections) {
    const SectionRef* section = head.Find(name);
    section == nullptr ? void(state.map_error = words::kErrorMap) : fetch(*section);
  }
  if (example != nullptr) fetch(*example);
  return effects;
}

Effects TakeChunk(IdeasState& state, std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) {
  if (section == kIslands) return TakeIslands(state, chunk, std::move(bytes));
  const bool was_complete = state.map.is_complete();
  Result<void> taken =
      bytes ? state.map.Take(section, chunk, *bytes) : Result<void>(std::unexpected(bytes.error()));
  const bool is_extra = section == kLinkCountsSection || section == kMeasuresSection;
  if (!taken && is_extra) return {};  // what it would tell is not said
  if (!taken) {
    state.map_error = taken.error().message;
    return {SayEffect{state.map_error}};
  }
  if (section == kLinkCountsSection) ++state.list.knows;
  if (was_complete || !state.map.is_complete()) return {};
  return MapIsThere(state);
}

Effects TakeLink(IdeasState& state, std::string_view payload) {
  if (!state.map.is_complete()) {
    state.pending_link = payload;
    return {};
  }
  TourPlay& tour = state.tour;
  if (payload.empty()) {
    // Back to where the page's address named nothing but its tour.
    const bool is_tour = tour.tour && !tour.is_on && tour.source == TourSource::kBeside;
    return is_tour ? GoToTourStop(state, tour.at) : BeginAgain(state);
  }
  if (IsTourLink(payload)) return TakeTourLink(state, payload);
  Result<IdeasLink> link = ReadIdeasLink(payload, state.map);
  if (!link) {
    state.notice = link.error().message;
    if (state.journey.is_empty()) ShowExample(state);
    Effects effects = AskForCurrent(state);
    effects.push_back(SayEffect{state.notice});
    return effects;
  }
  if (link->unknown_stops > 0) {
    state.notice = Fill(link->unknown_stops == 1 ? words::kLinkOneUnknown : words::kLinkSomeUnknown,
                        {{"count", WithCommas(static_cast<uint64_t>(link->unknown_stops))}});
  }
  MakeRoom(state);
  Effects look = TakeLook(state, link->look);
  // A link to the map alone: the journey, or the example, is as it was.
  if (link->journey.is_empty() && link->look != SharedLook{}) {
    if (state.journey.is_empty()) ShowExample(state);
    std::ranges::move(AskForCurrent(state), std::back_inserter(look));
    std::ranges::move(FlyToView(*link), std::back_inserter(look));
    return look;
  }
  // An earlier state of this very tree, as the browser's Back gives it: the tree stays whole, so
  // that another link from there forks the line.
  if (!state.is_example && IsEarlierOf(link->journey, state.journey)) {
    state.journey.current = link->journey.current;
    std::ranges::move(AskForCurrent(state), std::back_inserter(look));
    return look;
  }
  KeepLengths(state.journey, link->journey);
  const bool is_other = link->journey.stops != state.journey.stops;
  state.journey = std::move(link->journey);
  state.kept.current_id = 0;
  state.is_example = false;
  NoteGiven(state);
  state.replay = {};
  state.grow_from_s = -1;
  Effects effects = AskForCurrent(state);
  std::ranges::move(look, std::back_inserter(effects));
  if (is_other) std::ranges::move(FlyToView(*link), std::back_inserter(effects));
  return effects;
}

Effects TakeReply(IdeasState& state, const Reply& reply) {
  if (Effects effects; TakeWalkReply(state, reply, effects)) return effects;
  if (TakeListReply(state, reply)) return {};
  if (Effects effects; TakeNearest(state, reply, effects)) return effects;
  if (Effects effects; TakeWhyReply(state, reply, effects)) return effects;
  if (Effects effects; TakeSearchReply(state, reply, effects)) return effects;
  if (const auto* article = std::get_if<ArticleReply>(&reply.body)) {
    if (reply.id == state.pane.request) return TakeArticle(state, *article);
  } else if (const auto* cosines = std::get_if<CosinesReply>(&reply.body)) {
    if (reply.id != state.lengths_request) return {};
    state.lengths_request = 0;
    FillLengths(state, *cosines);
    return AskForCurrent(state);
  } else if (const auto* error = std::get_if<Error>(&reply.body)) {
    const bool is_mine = reply.id == state.pane.request;
    if (is_mine) {
      state.pane.request = 0;
      state.pane.error = error->message;
    }
    if (reply.id == state.lengths_request) state.lengths_request = 0;
    if (is_mine) return {SayEffect{error->message}};
  }
  return {};
}

bool IsBySpelling(const IdeasState& state, uint32_t item) {
  return state.pane.reply &&
         std::ranges::any_of(state.pane.reply->by_spelling,
                             [&](const Neighbor& one) { return one.item == item; });
}

std::optional<float> KnownCloseness(const IdeasState& state, uint32_t item) {
  if (!state.pane.reply) return std::nullopt;
  for (const Neighbor& neighbor : state.pane.reply->neighbors) {
    if (neighbor.item == item) return neighbor.cosine;
  }
  for (const TextLink& link : state.pane.reply->article.links) {
    if (link.target == item) return link.cosine;
  }
  return std::nullopt;
}

Effects OpenArticle(IdeasState& state, uint32_t item) {
  if (!state.map.is_complete() || item >= state.map.item_count()) return {};
  const std::optional<float> closeness = KnownCloseness(state, item);
  if (state.tour.is_on) {
    // A link in the tour's text leads from there; a dot elsewhere goes on with one's own journey.
    const uint32_t shown = state.pane.item;
    LeaveTour(state);
    if (closeness && shown != state.journey.current_item()) {
      Open(state.journey, shown, kUnknownLength);
    }
  }
  if (state.is_example) {
    // The first step of one's own starts where the pane stands; a dot elsewhere starts anew.
    const uint32_t shown = state.pane.item;
    state.journey = {};
    state.is_example = false;
    if (shown != kNoItem && closeness) Open(state.journey, shown, 0);
  }
  const size_t before = state.journey.stops.size();
  Open(state.journey, item, closeness ? std::max(0.f, 1 - *closeness) : kUnknownLength);
  if (state.journey.stops.size() > before) {
    state.grow_from_s = state.now_s;
    state.grows_whole_line = false;
  } else if (before >= kMaxStops && state.journey.current_item() != item) {
    state.notice = words::kJourneyFull;
    return {SayEffect{state.notice}};
  }
  state.tapped = kNoItem;
  state.cursor = kNoItem;
  state.forgotten.reset();
  state.duet.is_open = false;  // who opens something wants to read it
  Effects effects = CloseSearch(state);
  std::ranges::move(AskForCurrent(state), std::back_inserter(effects));
  effects.push_back(SetLinkEffect{true});
  const Point2 at = state.map.PlaceOf(item);
  Rect bounds{at, at};
  const std::vector<int> line = MainLine(state.journey);
  if (line.size() > 1) {
    const int parent = state.journey.stops[static_cast<size_t>(state.journey.current)].parent;
    if (parent >= 0) {
      const Point2 from = state.map.PlaceOf(state.journey.stops[static_cast<size_t>(parent)].item);
      bounds = {{std::min(at.x, from.x), std::min(at.y, from.y)},
                {std::max(at.x, from.x), std::max(at.y, from.y)}};
    }
  }
  effects.push_back(FlyToEffect{bounds, true});
  return effects;
}

Effects AskForCurrent(IdeasState& state) {
  HoldReplay(state);
  Effects effects;
  // The example's pane stands at its start: that is where the reader begins.
  const uint32_t wanted =
      state.is_example ? state.journey.stops[0].item : state.journey.current_item();
  if (wanted == kNoItem) {
    state.pane = {};
  } else if (state.pane.item != wanted || !state.pane.error.empty()) {
    if (state.pane.request != 0) effects.push_back(CancelEngineEffect{state.pane.request});
    state.pane = {wanted, NextRequestId(), std::nullopt, {}};
    effects.push_back(AskEngineEffect{{state.pane.request, ArticleRequest{wanted}}});
  }
  DropStaleWhy(state, effects);
  // The example's lengths are not worth a megabyte of vectors before the reader has done anything.
  if (state.lengths_request != 0 || state.is_example) return effects;
  state.lengths_asked.clear();
  CosinesRequest lengths;
  for (const Stop& stop : state.journey.stops) {
    if (stop.parent < 0 || stop.length != kUnknownLength) continue;
    lengths.pairs.push_back(HopTo(state.journey, stop));
  }
  if (!lengths.pairs.empty()) {
    state.lengths_request = NextRequestId();
    state.lengths_asked = lengths.pairs;
    effects.push_back(AskEngineEffect{{state.lengths_request, std::move(lengths)}});
  }
  return effects;
}

Rect BoundsOf(const IdeasState& state, const Journey& journey) {
  if (journey.is_empty()) return state.map.bounds();
  const Point2 first = state.map.PlaceOf(journey.stops[0].item);
  Rect bounds{first, first};
  for (const Stop& stop : journey.stops) {
    const Point2 at = state.map.PlaceOf(stop.item);
    bounds.low = {std::min(bounds.low.x, at.x), std::min(bounds.low.y, at.y)};
    bounds.high = {std::max(bounds.high.x, at.x), std::max(bounds.high.y, at.y)};
  }
  return bounds;
}

Effects PointAt(IdeasState& state, uint32_t item, bool by_link) {
  if (state.pointed == item && state.pointed_by_link == by_link) return {};
  const bool was_link = state.pointed_by_link && state.pointed != kNoItem;
  state.pointed = item;
  state.pointed_by_link = by_link;
  if (by_link && item != kNoItem && state.map.is_complete() && item < state.map.item_count()) {
    const Point2 at = state.map.PlaceOf(item);
    const Point2 from = state.pane.item == kNoItem ? at : state.map.PlaceOf(state.pane.item);
    return {FlyToEffect{{{std::min(at.x, from.x), std::min(at.y, from.y)},
                         {std::max(at.x, from.x), std::max(at.y, from.y)}},
                        true}};
  }
  if (was_link && item == kNoItem) return {ReturnCameraEffect{}};
  return {};
}

bool LetTimePass(IdeasState& state, double now_s) {
  state.now_s = now_s;
  if (!state.kept.forgotten.empty()) {
    if (now_s - state.kept.forgotten_at_s < kUndo_s) return true;
    state.kept.forgotten.clear();
  }
  bool waits = false;
  if (state.cleared) {
    waits = now_s - state.cleared_at_s < kUndo_s;
    state.cleared = waits;
  }
  if (!state.forgotten) return waits;
  if (now_s - state.forgotten_at_s < kUndo_s) return true;
  state.forgotten.reset();
  return false;
}

}  // namespace meander
