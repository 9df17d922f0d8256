// See walk.h.
#include "ideas/walk.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "base/utf8.h"
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr size_t kMaxTyped = 200, kMostChips = 8, kCompletions = 6;

FoundWay& Found(IdeasState& state, Way way) { return state.walk.found[static_cast<size_t>(way)]; }

uint32_t ItemIn(const IdeasState& state, std::string_view text) {
  uint32_t item = kNoItem;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), item);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number && item < state.map.item_count() ? item : kNoItem;
}

bool Erase(std::vector<uint32_t>& list, uint32_t item) { return std::erase(list, item) > 0; }
bool Has(const std::vector<uint32_t>& list, uint32_t item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

void Drop(FoundWay& way, Effects& effects) {
  if (way.request != 0) effects.push_back(CancelEngineEffect{way.request});
  way = {};
}

// Both ways anew, for whatever is wished now. Old lines stay until the new ones come, unless the
// ends have changed.
Effects Solve(IdeasState& state, bool is_new_pair) {
  Effects effects;
  WalkBetween& walk = state.walk;
  for (FoundWay& way : walk.found) {
    std::optional<Walk> before = is_new_pair ? std::nullopt : std::move(way.walk);
    Drop(way, effects);
    way.walk = std::move(before);
  }
  if (walk.from.item == kNoItem || walk.to.item == kNoItem) return effects;
  if (walk.from.item == walk.to.item) {
    for (FoundWay& way : walk.found) way = {0, std::nullopt, std::string(words::kWalkSame)};
    return effects;
  }
  WalkQuestion question{walk.from.item, walk.to.item, walk.via, walk.avoid, walk.scenic};
  for (const uint32_t item : walk.barred) {
    const bool is_named = Has(walk.via, item) || item == walk.from.item || item == walk.to.item;
    if (!is_named && !Has(question.avoid, item)) question.avoid.push_back(item);
  }
  for (const Way way : {Way::kMeaning, Way::kLinks}) {
    FoundWay& found = Found(state, way);
    found.request = NextRequestId();
    effects.push_back(AskEngineEffect{{found.request, WalkRequest{question, way == Way::kLinks}}});
  }
  return effects;
}

Effects NewPair(IdeasState& state) {
  state.walk.barred.clear();
  state.walk.another = 0;
  return Solve(state, true);
}

// What was pressed for an end is also no longer to be avoided or gone through.
Effects ChooseEnd(IdeasState& state, WalkEnd& end, uint32_t item) {
  end = {state.map.TitleOf(item), item};
  Erase(state.walk.via, item);
  Erase(state.walk.avoid, item);
  state.walk.field = WalkField::kNone;
  state.walk.completions.clear();
  return NewPair(state);
}

Effects AddChip(IdeasState& state, bool is_via, uint32_t item) {
  WalkBetween& walk = state.walk;
  walk.field = WalkField::kNone;
  walk.completions.clear();
  walk.adding.clear();
  if (item == walk.from.item || item == walk.to.item) return {};
  std::vector<uint32_t>& list = is_via ? walk.via : walk.avoid;
  Erase(is_via ? walk.avoid : walk.via, item);
  if (Has(list, item) || list.size() >= kMostChips) return {};
  list.push_back(item);
  return NewPair(state);
}

Effects Open(IdeasState& state, std::string_view) {
  WalkBetween& walk = state.walk;
  walk.is_open = true;
  state.search.is_open = false;
  state.shows_list = false;
  if (walk.from.item == kNoItem && !state.journey.is_empty()) {
    const uint32_t here =
        state.is_example ? state.journey.stops[0].item : state.journey.current_item();
    walk.from = {state.map.TitleOf(here), here};
    if (state.is_example) {
      const uint32_t there = state.journey.stops.back().item;
      walk.to = {state.map.TitleOf(there), there};
    }
  }
  return NewPair(state);
}

Effects Close(IdeasState& state, std::string_view) {
  Effects effects;
  for (FoundWay& way : state.walk.found) Drop(way, effects);
  state.walk.is_open = false;
  state.walk.field = WalkField::kNone;
  return effects;
}

Effects AnotherPair(IdeasState& state, std::string_view) {
  Effects effects;
  for (FoundWay& way : state.walk.found) Drop(way, effects);
  state.walk = {};
  state.walk.is_open = true;
  return effects;
}

Effects Type(IdeasState& state, WalkField field, std::string_view text) {
  WalkBetween& walk = state.walk;
  const std::string typed(Utf8Prefix(text, kMaxTyped));
  walk.field = field;
  if (field == WalkField::kFrom || field == WalkField::kTo) {
    (field == WalkField::kFrom ? walk.from : walk.to).text = typed;
  } else {
    walk.adding = typed;
  }
  walk.completions = state.titles.Find(typed, kCompletions);
  return {};
}

Effects Choose(IdeasState& state, std::string_view argument) {
  const uint32_t item = ItemIn(state, argument);
  if (item == kNoItem) return {};
  WalkBetween& walk = state.walk;
  switch (walk.field) {
    case WalkField::kFrom:
      return ChooseEnd(state, walk.from, item);
    case WalkField::kTo:
      return ChooseEnd(state, walk.to, item);
    case WalkField::kVia:
      return AddChip(state, true, item);
    case WalkField::kAvoid:
      return AddChip(state, false, item);
    case WalkField::kNone:
      return {};
  }
  return {};
}

// Enter: the first completion.
Effects ChooseFirst(IdeasState& state, std::string_view) {
  if (state.walk.completions.empty()) return {SayEffect{std::string(words::kSearchNone)}};
  return Choose(state, std::to_string(state.walk.completions.front()));
}

Effects Swap(IdeasState& state, std::string_view) {
  std::swap(state.walk.from, state.walk.to);
  std::reverse(state.walk.via.begin(), state.walk.via.end());
  return NewPair(state);
}

Effects Lift(IdeasState& state, std::string_view argument) {
  const uint32_t item = ItemIn(state, argument);
  const bool was_via = Erase(state.walk.via, item);
  const bool was_avoided = Erase(state.walk.avoid, item);
  return was_via || was_avoided ? NewPair(state) : Effects{};
}

Effects Dial(IdeasState& state, std::string_view argument) {
  const std::string text(argument.substr(0, 16));
  char* end = nullptr;
  const float value = std::strtof(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(value)) return {};
  const float scenic = std::clamp(value, 0.f, 1.f);
  if (scenic == state.walk.scenic) return {};
  state.walk.scenic = scenic;
  return Solve(state, false);
}

Effects ChooseWay(IdeasState& state, std::string_view argument) {
  if (argument == "meaning") state.walk.chosen = Way::kMeaning;
  if (argument == "links") state.walk.chosen = Way::kLinks;
  if (argument == "own") state.walk.chosen = Way::kOwn;
  return {};
}

Effects Another(IdeasState& state, std::string_view) {
  WalkBetween& walk = state.walk;
  const Walk* now = ChosenWalk(state);
  if (now == nullptr) return {};
  if (++walk.another >= kOtherWays) {
    walk.another = 0;
    walk.barred.clear();
  } else {
    walk.barred.insert(walk.barred.end(), now->items.begin() + 1, now->items.end() - 1);
  }
  return Solve(state, false);
}

Rect BoundsOf(const IdeasState& state, const Walk& walk);

// The steps become the journey's next stops.
Effects Take(IdeasState& state, std::string_view) {
  const std::optional<Walk> walk = WalkOf(state, state.walk.chosen);
  if (!walk || state.walk.chosen == Way::kOwn) return {};
  if (state.is_example) state.journey = {};
  state.is_example = false;
  Journey& journey = state.journey;
  if (journey.current_item() != walk->items.front()) {
    // Somewhere else on the journey already, or a start of its own.
    const auto known = std::ranges::find(journey.stops, walk->items.front(), &Stop::item);
    if (known != journey.stops.end()) {
      journey.current = static_cast<int>(known - journey.stops.begin());
    } else {
      journey = {};
      meander::Open(journey, walk->items.front(), 0);
    }
  }
  for (size_t i = 0; i < walk->closenesses.size(); ++i) {
    meander::Open(journey, walk->items[i + 1], kUnknownLength);
  }
  Effects effects = Close(state, {});
  state.grow_from_s = state.now_s;
  state.grows_whole_line = true;
  std::ranges::move(AskForCurrent(state), std::back_inserter(effects));
  effects.push_back(SetLinkEffect{true});
  effects.push_back(FlyToEffect{BoundsOf(state, *walk), false, kBesideJourney});
  effects.push_back(
      SayEffect{Fill(words::kWalkDone, {{"count", std::to_string(walk->closenesses.size())}})});
  return effects;
}

Effects TypeFrom(IdeasState& state, std::string_view text) {
  return Type(state, WalkField::kFrom, text);
}
Effects TypeTo(IdeasState& state, std::string_view text) {
  return Type(state, WalkField::kTo, text);
}
Effects TypeVia(IdeasState& state, std::string_view text) {
  return Type(state, WalkField::kVia, text);
}
Effects TypeAvoid(IdeasState& state, std::string_view text) {
  return Type(state, WalkField::kAvoid, text);
}
Effects AvoidItem(IdeasState& state, std::string_view argument) {
  const uint32_t item = ItemIn(state, argument);
  return item == kNoItem ? Effects{} : AddChip(state, false, item);
}
Effects ViaItem(IdeasState& state, std::string_view argument) {
  const uint32_t item = ItemIn(state, argument);
  return item == kNoItem ? Effects{} : AddChip(state, true, item);
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"walk-open", Open},           {"walk-close", Close},   {"walk-pair", AnotherPair},
    {"walk-from", TypeFrom},       {"walk-to", TypeTo},     {"walk-add-via", TypeVia},
    {"walk-add-avoid", TypeAvoid}, {"walk-choose", Choose}, {"walk-first", ChooseFirst},
    {"walk-swap", Swap},           {"walk-via", ViaItem},   {"walk-avoid", AvoidItem},
    {"walk-lift", Lift},           {"walk-dial", Dial},     {"walk-way", ChooseWay},
    {"walk-another", Another},     {"walk-take", Take},
};

Rect BoundsOf(const IdeasState& state, const Walk& walk) {
  const Point2 first = state.map.PlaceOf(walk.items.front());
  Rect bounds{first, first};
  for (const uint32_t item : walk.items) {
    const Point2 at = state.map.PlaceOf(item);
    bounds.low = {std::min(bounds.low.x, at.x), std::min(bounds.low.y, at.y)};
    bounds.high = {std::max(bounds.high.x, at.x), std::max(bounds.high.y, at.y)};
  }
  return bounds;
}

std::string MirrorOf(const IdeasState& state, const Walk& walk, Way way) {
  const auto weakest = static_cast<size_t>(walk.weakest);
  return Fill(
      words::kWalkMirror,
      {{"way", std::string(way == Way::kLinks ? words::kWalkByLinks : words::kWalkByMeaning)},
       {"count", std::to_string(walk.closenesses.size())},
       {"weakest", std::to_string(weakest + 1)},
       {"from", state.map.TitleOf(walk.items[weakest])},
       {"to", state.map.TitleOf(walk.items[weakest + 1])},
       {"close", TwoDecimals(CosineOf(walk.closenesses[weakest]))}});
}

}  // namespace

Effects ApplyWalk(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

bool TakeWalkReply(IdeasState& state, const Reply& reply, Effects& effects) {
  for (const Way way : {Way::kMeaning, Way::kLinks}) {
    FoundWay& found = Found(state, way);
    if (found.request == 0 || reply.id != found.request) continue;
    if (const auto* answer = std::get_if<WalkReply>(&reply.body)) {
      const bool all_known = std::ranges::all_of(
          answer->walk.items, [&](uint32_t item) { return item < state.map.item_count(); });
      if (!all_known) return true;
      const bool is_first = !found.walk;
      found = {0, answer->walk, {}};
      if (way == state.walk.chosen) {
        effects.push_back(SayEffect{MirrorOf(state, *found.walk, way)});
        if (is_first)
          effects.push_back(FlyToEffect{BoundsOf(state, *found.walk), false, kBesideWalk});
      }
    } else if (const auto* error = std::get_if<Error>(&reply.body)) {
      if (error->code == ErrorCode::kNotFound && !state.walk.barred.empty()) {
        // No other way is left: the first one again.
        state.walk.barred.clear();
        state.walk.another = 0;
        std::ranges::move(Solve(state, false), std::back_inserter(effects));
        return true;
      }
      std::string sentence = error->message;
      if (error->code == ErrorCode::kNotFound) {
        sentence = !state.walk.via.empty() || !state.walk.avoid.empty() ? words::kWalkNoneVia
                   : way == Way::kLinks                                 ? words::kWalkNoneLinks
                                                                        : words::kWalkNoneMeaning;
      }
      found = {0, std::nullopt, sentence};
      if (way == state.walk.chosen) effects.push_back(SayEffect{std::move(sentence)});
    }
    return true;
  }
  return false;
}

const Walk* ChosenWalk(const IdeasState& state) {
  if (!state.walk.is_open || state.walk.chosen == Way::kOwn) return nullptr;
  const std::optional<Walk>& walk = state.walk.found[static_cast<size_t>(state.walk.chosen)].walk;
  return walk ? &*walk : nullptr;
}

std::optional<Walk> WalkOf(const IdeasState& state, Way way) {
  if (!state.walk.is_open) return std::nullopt;
  if (way != Way::kOwn) return state.walk.found[static_cast<size_t>(way)].walk;
  if (state.is_example) return std::nullopt;
  const std::vector<int> line = MainLine(state.journey);
  const auto item_of = [&](int stop) {
    return state.journey.stops[static_cast<size_t>(stop)].item;
  };
  const auto from = std::ranges::find(line, state.walk.from.item, item_of);
  const auto to =
      std::find_if(from, line.end(), [&](int stop) { return item_of(stop) == state.walk.to.item; });
  if (from == line.end() || to == line.end() || from == to) return std::nullopt;
  Walk walk;
  for (auto at = from; at <= to; ++at) {
    walk.items.push_back(item_of(*at));
    if (at == from) continue;
    const float length = state.journey.stops[static_cast<size_t>(*at)].length;
    if (length == kUnknownLength) return std::nullopt;
    walk.closenesses.push_back(ClosenessOf(1 - length));
  }
  walk.weakest =
      static_cast<int>(std::ranges::min_element(walk.closenesses) - walk.closenesses.begin());
  walk.fewest_steps = walk.most_steps = static_cast<int>(walk.closenesses.size());
  return walk;
}

}  // namespace meander
