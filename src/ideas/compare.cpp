// See compare.h. Their replay is in duet.cpp, the ladder in ladder.cpp.
#include "ideas/compare.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "canvas/words.h"
#include "ideas/duet.h"
#include "ideas/fill.h"
#include "ideas/ladder.h"
#include "ideas/state.h"
#include "ideas/swap.h"

namespace meander {
namespace {

// Closeness is asked for between so many stops of each at most, evenly spread.
constexpr size_t kMostAsked = 32;

std::vector<int> Spread(size_t count) {
  std::vector<int> places;
  const size_t wanted = std::min(count, kMostAsked);
  for (size_t i = 0; i < wanted; ++i) {
    places.push_back(static_cast<int>(wanted == 1 ? 0 : i * (count - 1) / (wanted - 1)));
  }
  return places;
}

// Which two stops are nearest, for journeys that never met.
void AskNearest(IdeasState& state, Effects& effects) {
  Duet& duet = state.duet;
  duet.nearest = {-1, -1};
  duet.asked.clear();
  if (duet.request != 0) effects.push_back(CancelEngineEffect{duet.request});
  duet.request = 0;
  if (state.journey.is_empty() || state.other->is_empty() || !SharedStops(state).empty()) return;
  const std::vector<uint32_t> own = ItemsOf(OwnOf(state)), theirs = ItemsOf(TheirsOf(state));
  CosinesRequest request;
  for (const int a : Spread(own.size())) {
    for (const int b : Spread(theirs.size())) {
      duet.asked.emplace_back(a, b);
      request.pairs.emplace_back(own[static_cast<size_t>(a)], theirs[static_cast<size_t>(b)]);
    }
  }
  duet.request = NextRequestId();
  effects.push_back(AskEngineEffect{{duet.request, std::move(request)}});
}

Effects PutAway(IdeasState& state, std::string_view) {
  if (!state.other) return {};
  if (state.duet.is_swapped) SwapWalked(state);
  Effects effects = AskForCurrent(state);
  if (state.duet.request != 0) effects.push_back(CancelEngineEffect{state.duet.request});
  state.other.reset();
  state.duet = {};
  effects.push_back(SetLinkEffect{false});
  return effects;
}

Effects Walk(IdeasState& state, std::string_view) {
  if (!state.other) return {};
  SwapWalked(state);
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  return effects;
}

Effects OpenView(IdeasState& state, std::string_view) {
  if (!state.other) return {};
  state.duet.is_open = true;
  state.replay = {};
  state.shows_list = false;
  Effects effects;
  AskNearest(state, effects);  // the journey may have grown meanwhile
  effects.push_back(SayEffect{CompareSentence(state)});
  return effects;
}
Effects CloseView(IdeasState& state, std::string_view) {
  state.duet.is_open = state.duet.is_playing = false;
  return {};
}

uint32_t ItemIn(const IdeasState& state, std::string_view argument) {
  uint32_t item = kNoItem;
  const auto [end, error] =
      std::from_chars(argument.data(), argument.data() + argument.size(), item);
  const bool is_number = error == std::errc() && end == argument.data() + argument.size();
  return is_number && item < state.map.item_count() ? item : kNoItem;
}

// Lights both ways to a shared stop; the camera stays.
Effects Point(IdeasState& state, std::string_view argument) {
  return PointAt(state, ItemIn(state, argument), false);
}

// To that stop of the line that is walked; what only the other has is opened as anything else is.
Effects Visit(IdeasState& state, std::string_view argument) {
  const uint32_t item = ItemIn(state, argument);
  if (item == kNoItem) return {};
  for (const int stop : MainLine(state.journey)) {
    if (state.journey.stops[static_cast<size_t>(stop)].item == item) {
      return Apply(state, "go", std::to_string(stop));
    }
  }
  return OpenArticle(state, item);
}

Effects Unfold(IdeasState& state, std::string_view) {
  state.duet.is_unfolded = true;
  return {};
}
Effects Whose(IdeasState& state, std::string_view) {
  state.duet.shows_theirs = !state.duet.shows_theirs;
  return {};
}
Effects Keep(IdeasState& state, std::string_view) {
  return state.other ? KeepThis(state, TheirsOf(state)) : Effects{};
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"other-away", PutAway},    {"other-walk", Walk},     {"other-open", OpenView},
    {"other-close", CloseView}, {"other-play", PlayDuet}, {"other-step", StepDuet},
    {"other-to", SeekDuet},     {"other-turn", TurnDuet}, {"other-point", Point},
    {"other-unfold", Unfold},   {"other-whose", Whose},   {"other-keep", Keep},
    {"other-visit", Visit},
};

// "Calendar", "Calendar and Rhythm", "Calendar, Rhythm and Tide".
std::string Named(const IdeasState& state, const std::vector<SharedStop>& shared) {
  std::string text = state.map.TitleOf(shared[0].item);
  for (size_t i = 1; i < shared.size(); ++i) {
    const std::string& title = state.map.TitleOf(shared[i].item);
    text = Fill(i + 1 == shared.size() ? words::kOtherListLast : words::kOtherListNext,
                {{"before", text}, {"title", title}});
  }
  return text;
}

// From where each came to the first stop they share.
std::string CameFrom(const IdeasState& state, const SharedStop& stop) {
  const std::vector<uint32_t> own = ItemsOf(OwnOf(state)), theirs = ItemsOf(TheirsOf(state));
  const std::string& title = state.map.TitleOf(stop.item);
  const auto before = [&](const std::vector<uint32_t>& items, int place) {
    return place == 0 ? std::string() : state.map.TitleOf(items[static_cast<size_t>(place) - 1]);
  };
  const std::string from = before(own, stop.own_place),
                    their_from = before(theirs, stop.other_place);
  const std::string_view sentence = from.empty() && their_from.empty() ? words::kOtherBothBegan
                                    : from.empty()                     ? words::kOtherYouBegan
                                    : their_from.empty()               ? words::kOtherTheyBegan
                                    : from == their_from               ? words::kOtherSameFrom
                                                                       : words::kOtherFrom;
  return Fill(sentence, {{"title", title}, {"from", from}, {"their_from", their_from}});
}

}  // namespace

void SwapWalked(IdeasState& state) {
  std::swap(state.journey, *state.other);
  state.duet.is_swapped = !state.duet.is_swapped;
  state.kept.current_id = 0;
  state.is_example = false;
  // Theirs is kept here only if the reader asks for it, or walks on from it.
  if (state.duet.is_swapped) {
    state.kept.let_go = WriteIdeasLink(state.journey, std::nullopt, state.map);
  }
}

void MakeRoom(IdeasState& state) {
  LeaveTour(state);
  if (state.other && state.duet.is_swapped) SwapWalked(state);
  state.duet.is_open = state.duet.is_playing = false;
}

Effects Compare(IdeasState& state, Journey other) {
  Effects effects;
  if (state.other) effects = PutAway(state, {});
  MakeRoom(state);
  state.walk.is_open = false;
  state.other = std::move(other);
  state.duet = {};
  state.duet.is_open = true;
  state.dialog = Dialog::kNone;
  state.replay = {};
  Rect bounds = BoundsOf(state, *state.other);
  if (!state.journey.is_empty()) {
    const Rect own = BoundsOf(state, state.journey);
    bounds.low = {std::min(bounds.low.x, own.low.x), std::min(bounds.low.y, own.low.y)};
    bounds.high = {std::max(bounds.high.x, own.high.x), std::max(bounds.high.y, own.high.y)};
  }
  std::ranges::move(AskForCurrent(state), std::back_inserter(effects));
  AskNearest(state, effects);
  effects.push_back(FlyToEffect{bounds, false, kBesideDuet});
  effects.push_back(SayEffect{CompareSentence(state)});
  return effects;
}

std::vector<SharedStop> SharedStops(const IdeasState& state) {
  std::vector<SharedStop> shared;
  if (!state.other) return shared;
  const std::vector<uint32_t> own = ItemsOf(OwnOf(state)), other = ItemsOf(TheirsOf(state));
  for (size_t place = 0; place < own.size(); ++place) {
    const auto at = std::ranges::find(other, own[place]);
    const bool is_new = std::ranges::find(shared, own[place], &SharedStop::item) == shared.end();
    if (at == other.end() || !is_new) continue;
    shared.push_back({own[place], static_cast<int>(place), static_cast<int>(at - other.begin())});
  }
  return shared;
}

std::string CompareSentence(const IdeasState& state) {
  const std::vector<SharedStop> shared = SharedStops(state);
  if (state.other && ItemsOf(*state.other) == ItemsOf(state.journey)) {
    return std::string(words::kOtherSame);
  }
  if (shared.empty()) return std::string(words::kOtherNever);
  if (shared.size() == 1) {
    return Fill(words::kOtherOnce, {{"title", state.map.TitleOf(shared[0].item)}});
  }
  return Fill(words::kOtherShared, {{"count", std::to_string(shared.size())},
                                    {"first", state.map.TitleOf(shared.front().item)},
                                    {"last", state.map.TitleOf(shared.back().item)}});
}

std::string MeetingText(const IdeasState& state) {
  const std::vector<SharedStop> shared = SharedStops(state);
  std::string text = CompareSentence(state);
  if (!state.other || ItemsOf(*state.other) == ItemsOf(state.journey)) return text;
  if (shared.empty()) {
    const auto [own, theirs] = state.duet.nearest;
    const std::vector<uint32_t> own_items = ItemsOf(OwnOf(state)),
                                their_items = ItemsOf(TheirsOf(state));
    const bool is_known = own >= 0 && own < static_cast<int>(own_items.size()) && theirs >= 0 &&
                          theirs < static_cast<int>(their_items.size());
    if (!is_known) return text;
    return text + " " +
           Fill(words::kOtherNearest,
                {{"own", state.map.TitleOf(own_items[static_cast<size_t>(own)])},
                 {"theirs", state.map.TitleOf(their_items[static_cast<size_t>(theirs)])}});
  }
  if (shared.size() == 2 || shared.size() == 3) {
    const Order order = OrderOf(shared);
    text = Fill(order == Order::kSame       ? words::kOtherPassedSame
                : order == Order::kOpposite ? words::kOtherPassedOpposite
                                            : words::kOtherPassed,
                {{"titles", Named(state, shared)}});
  }
  return text + " " + CameFrom(state, shared[0]);
}

std::string OtherNameOr(const IdeasState& state, std::string_view empty) {
  const std::string& name = TheirsOf(state).name;
  return name.empty() ? std::string(empty) : Fill(words::kOtherQuoted, {{"name", name}});
}

std::string CompareTitle(const IdeasState& state) {
  return Fill(words::kOtherBothTitle, {{"name", OtherNameOr(state, words::kOtherNameless)}});
}

bool IsMeeting(const IdeasState& state, uint32_t item) {
  if (item == kNoItem || !ShowsDuet(state)) return false;
  const std::vector<SharedStop> shared = SharedStops(state);
  return std::ranges::find(shared, item, &SharedStop::item) != shared.end();
}

bool TakeNearest(IdeasState& state, const Reply& reply, Effects& effects) {
  Duet& duet = state.duet;
  if (duet.request == 0 || reply.id != duet.request) return false;
  if (!reply.IsFinal()) return true;
  duet.request = 0;
  const std::vector<std::pair<int, int>> asked = std::exchange(duet.asked, {});
  const auto* cosines = std::get_if<CosinesReply>(&reply.body);
  if (cosines == nullptr || cosines->cosines.size() != asked.size() || asked.empty()) return true;
  const auto best = std::ranges::max_element(cosines->cosines);
  duet.nearest = asked[static_cast<size_t>(best - cosines->cosines.begin())];
  effects.push_back(SayEffect{MeetingText(state)});
  return true;
}

Effects ApplyCompare(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace meander
