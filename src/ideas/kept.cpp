// See kept.h.
#include "ideas/kept.h"

#include <algorithm>
#include <charconv>

#include "canvas/link.h"
#include "canvas/words.h"
#include "ideas/brought.h"
#include "ideas/fill.h"
#include "ideas/journey_file.h"
#include "ideas/state.h"
#include "ideas/swap.h"

namespace meander {
namespace {

constexpr std::string_view kRoom = "ideas";

uint32_t NumberIn(std::string_view text) {
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

Effects Store(IdeasState& state) {
  NoteRead(state);
  return {RememberEffect{std::string(kKeptKey), WriteKept(state.kept.journeys)}};
}

const KeptJourney* Find(const IdeasState& state, std::string_view argument) {
  const uint32_t id = NumberIn(argument);
  const auto at = std::ranges::find(state.kept.journeys, id, &KeptJourney::id);
  return id == 0 || at == state.kept.journeys.end() ? nullptr : &*at;
}

Effects Open(IdeasState& state, std::string_view argument) {
  const KeptJourney* kept = Find(state, argument);
  if (kept == nullptr) return {};
  std::optional<Journey> journey = JourneyOf(state, *kept);
  return journey ? TakeJourney(state, std::move(*journey), kept->id) : Effects{};
}

Effects LayOver(IdeasState& state, std::string_view argument) {
  const KeptJourney* kept = Find(state, argument);
  if (kept == nullptr) return {};
  std::optional<Journey> journey = JourneyOf(state, *kept);
  return journey ? Compare(state, std::move(*journey)) : Effects{};
}

Effects ForgetOne(IdeasState& state, std::string_view argument) {
  const KeptJourney* kept = Find(state, argument);
  if (kept == nullptr) return {};
  state.kept.forgotten = state.kept.journeys;
  state.kept.forgotten_at_s = state.now_s;
  if (kept->id == state.kept.current_id) {
    state.kept.current_id = 0;
    state.kept.let_go = kept->payload;
  }
  std::erase(state.kept.journeys, KeptJourney(*kept));
  Effects effects = Store(state);
  effects.push_back(SayEffect{std::string(words::kJourneyForgotten)});
  return effects;
}

Effects ForgetAll(IdeasState& state, std::string_view) {
  if (state.kept.journeys.empty()) return {};
  state.kept.forgotten = std::move(state.kept.journeys);
  state.kept.forgotten_at_s = state.now_s;
  state.kept.journeys.clear();
  state.kept.current_id = 0;
  state.kept.let_go = WriteIdeasLink(state.journey, std::nullopt, state.map);
  Effects effects = Store(state);
  effects.push_back(SayEffect{std::string(words::kJourneyForgotten)});
  return effects;
}

Effects Undo(IdeasState& state, std::string_view) {
  if (state.kept.forgotten.empty()) return {};
  state.kept.journeys = std::move(state.kept.forgotten);
  state.kept.forgotten.clear();
  state.kept.let_go.clear();
  return Store(state);
}

Effects Paste(IdeasState& state, std::string_view text) {
  state.kept.pasted = text.substr(0, kMostPasted);
  state.kept.pasted_error.clear();
  return {};
}

Effects UsePasted(IdeasState& state, std::string_view argument) {
  if (auto tour = TakeTourIn(state, state.kept.pasted)) return std::move(*tour);
  Result<Journey> journey = JourneyIn(state, state.kept.pasted);
  if (!journey) {
    state.kept.pasted_error = journey.error().message;
    return {SayEffect{state.kept.pasted_error}};
  }
  if (argument == "over") {
    state.kept.pasted.clear();
    return Compare(state, std::move(*journey));
  }
  return TakeJourney(state, std::move(*journey), 0);
}

Effects OpenFile(IdeasState& state, std::string_view text) {
  if (auto tour = TakeTourIn(state, text)) return std::move(*tour);
  Paste(state, text);
  return UsePasted(state, "open");
}

Effects SaveAsFile(IdeasState& state, std::string_view) {
  if (state.journey.is_empty() || state.is_example) return {};
  const std::string text = WriteJourneyFile(state.journey, state.map);
  return {SaveFileEffect{"journey.json", "application/json", {text.begin(), text.end()}}};
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"kept-open", Open},        {"kept-over", LayOver},
    {"kept-forget", ForgetOne}, {"kept-forget-all", ForgetAll},
    {"kept-undo", Undo},        {"kept-paste", Paste},
    {"kept-use", UsePasted},    {"kept-file", OpenFile},
    {"kept-save", SaveAsFile},
};

}  // namespace

Effects TakeJourney(IdeasState& state, Journey journey, uint32_t id) {
  MakeRoom(state);
  state.journey = std::move(journey);
  state.is_example = false;
  state.kept.current_id = id;
  state.kept.pasted.clear();
  state.kept.pasted_error.clear();
  state.dialog = Dialog::kNone;
  state.forgotten.reset();
  state.grow_from_s = -1;
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  effects.push_back(FlyToEffect{BoundsOf(state, state.journey), false, kBesideJourney});
  return effects;
}

Result<Journey> JourneyIn(const IdeasState& state, std::string_view text) {
  if (text.size() > kMostPasted) {
    return Fail(ErrorCode::kInvalidInput, std::string(words::kKeptNoJourney));
  }
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first != text.npos && text[first] == '{') return ReadJourneyFile(text, state.map);
  const size_t hash = text.find('#');
  const std::string_view fragment = hash == text.npos ? text : text.substr(hash);
  const Result<DecodedLink> link = DecodeLink(fragment);
  if (!link && hash != text.npos) return std::unexpected(link.error());
  if (!link || link->room != kRoom) {
    return Fail(ErrorCode::kCorrupt, std::string(words::kKeptNoJourney));
  }
  Result<IdeasLink> read = ReadIdeasLink(link->payload, state.map);
  if (!read) return std::unexpected(read.error());
  if (read->journey.is_empty()) {
    return Fail(ErrorCode::kNotFound, std::string(words::kKeptNoJourney));
  }
  return std::move(read->journey);
}

std::string WriteKept(const std::vector<KeptJourney>& journeys) {
  std::string text;
  for (const KeptJourney& kept : journeys) {
    text += std::to_string(kept.id) + " " + EncodeLink(kRoom, kept.payload) + "\n";
  }
  return text;
}

std::vector<KeptJourney> ReadKept(std::string_view text) {
  std::vector<KeptJourney> journeys;
  for (size_t at = 0; at < text.size() && journeys.size() < kMostKept;) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const size_t space = line.find(' ');
    if (space == line.npos) continue;
    const uint32_t id = NumberIn(line.substr(0, space));
    Result<DecodedLink> link = DecodeLink(line.substr(space + 1));
    const bool is_new = std::ranges::find(journeys, id, &KeptJourney::id) == journeys.end();
    if (id == 0 || !is_new || !link || link->room != kRoom) continue;
    journeys.push_back({id, std::move(link->payload)});
  }
  return journeys;
}

Effects KeepJourney(IdeasState& state) {
  Kept& kept = state.kept;
  if (!state.map.is_complete() || state.is_example || state.tour.is_on) return {};
  if (state.journey.is_empty()) {
    kept.current_id = 0;
    return {};
  }
  if (state.journey.stops.size() < 2) return {};
  KeptJourney now{kept.current_id, WriteIdeasLink(state.journey, std::nullopt, state.map)};
  if (now.payload == kept.let_go) return {};
  kept.let_go.clear();
  auto at = std::ranges::find(kept.journeys, kept.current_id, &KeptJourney::id);
  // A journey that came by link, or was opened again, may be here already.
  if (kept.current_id == 0)
    at = std::ranges::find(kept.journeys, now.payload, &KeptJourney::payload);
  if (at != kept.journeys.end()) {
    now.id = kept.current_id = at->id;
    if (*at == now && at == kept.journeys.begin()) return {};
    kept.journeys.erase(at);
  } else {
    uint32_t largest = 0;
    for (const KeptJourney& other : kept.journeys) largest = std::max(largest, other.id);
    now.id = kept.current_id = largest + 1;
  }
  kept.journeys.insert(kept.journeys.begin(), std::move(now));
  if (kept.journeys.size() > kMostKept) kept.journeys.resize(kMostKept);
  return Store(state);
}

Effects KeepThis(IdeasState& state, const Journey& journey) {
  Kept& kept = state.kept;
  std::string payload = WriteIdeasLink(journey, std::nullopt, state.map);
  const bool is_there =
      std::ranges::find(kept.journeys, payload, &KeptJourney::payload) != kept.journeys.end();
  if (journey.is_empty() || is_there) return {SayEffect{std::string(words::kOtherKept)}};
  uint32_t largest = 0;
  for (const KeptJourney& other : kept.journeys) largest = std::max(largest, other.id);
  if (kept.let_go == payload) kept.let_go.clear();
  kept.journeys.insert(kept.journeys.begin(), {largest + 1, std::move(payload)});
  if (kept.journeys.size() > kMostKept) kept.journeys.resize(kMostKept);
  Effects effects = Store(state);
  state.notice = words::kOtherKept;
  effects.push_back(SayEffect{state.notice});
  return effects;
}

std::optional<Journey> JourneyOf(const IdeasState& state, const KeptJourney& kept) {
  Result<IdeasLink> link = ReadIdeasLink(kept.payload, state.map);
  if (!link || link->journey.is_empty()) return std::nullopt;
  return std::move(link->journey);
}

void NoteRead(IdeasState& state) {
  state.kept.read.clear();
  if (!state.map.is_complete()) return;
  for (const KeptJourney& kept : state.kept.journeys) {
    const std::optional<Journey> journey = JourneyOf(state, kept);
    if (!journey) continue;
    for (const Stop& stop : journey->stops) state.kept.read.push_back(stop.item);
  }
  std::ranges::sort(state.kept.read);
  const auto twice = std::ranges::unique(state.kept.read);
  state.kept.read.erase(twice.begin(), twice.end());
}

size_t KeptBytes(const IdeasState& state) { return WriteKept(state.kept.journeys).size(); }

Effects ApplyKept(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace meander
