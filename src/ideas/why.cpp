// See why.h.
#include "ideas/why.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

uint32_t NumberIn(std::string_view text, size_t limit) {
  uint32_t number = kNoItem;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number && number < limit ? number : kNoItem;
}

Effects Close(IdeasState& state, std::string_view) {
  Effects effects;
  if (state.why.request != 0) effects.push_back(CancelEngineEffect{state.why.request});
  state.why = {};
  return effects;
}

Effects Ask(IdeasState& state) {
  Why& why = state.why;
  why.error.clear();
  why.asks_to_fetch = !state.search.may_fetch && state.asks_first;
  if (why.asks_to_fetch) return {};
  state.search.may_fetch = true;
  why.request = NextRequestId();
  WhyRequest question{why.from, why.to, state.map.TitleOf(why.from), state.map.TitleOf(why.to)};
  return {AskEngineEffect{{why.request, std::move(question)}}};
}

Effects Open(IdeasState& state, WhyPlace place, uint32_t from, uint32_t to,
             std::optional<float> closeness) {
  const bool is_open = state.why.IsAt(place, from, to);
  Effects effects = Close(state, {});
  if (is_open) return effects;
  state.why.place = place;
  state.why.from = from;
  state.why.to = to;
  state.why.closeness = closeness;
  std::ranges::move(Ask(state), std::back_inserter(effects));
  return effects;
}

Effects OpenNearest(IdeasState& state, std::string_view argument) {
  const uint32_t item = NumberIn(argument, state.map.item_count());
  if (item == kNoItem || !state.pane.reply) return {};
  for (const Neighbor& neighbor : state.pane.reply->neighbors) {
    if (neighbor.item == item)
      return Open(state, WhyPlace::kNearest, state.pane.item, item, neighbor.cosine);
  }
  return {};
}

Effects OpenStop(IdeasState& state, std::string_view argument) {
  const uint32_t index = NumberIn(argument, state.journey.stops.size());
  if (index == kNoItem) return {};
  const Stop& stop = state.journey.stops[index];
  if (stop.parent < 0) return {};
  const uint32_t before = state.journey.stops[static_cast<size_t>(stop.parent)].item;
  std::optional<float> closeness;
  if (stop.length != kUnknownLength) closeness = 1 - stop.length;
  return Open(state, WhyPlace::kStop, before, stop.item, closeness);
}

Effects OpenStep(IdeasState& state, std::string_view argument) {
  const std::optional<Walk> walk = WalkOf(state, state.walk.chosen);
  if (!walk) return {};
  const uint32_t step = NumberIn(argument, walk->closenesses.size());
  if (step == kNoItem) return {};
  return Open(state, WhyPlace::kStep, walk->items[step], walk->items[step + 1],
              CosineOf(walk->closenesses[step]));
}

Effects Fetch(IdeasState& state, std::string_view) {
  if (!state.why.is_open() || !state.why.asks_to_fetch) return {};
  state.search.may_fetch = true;
  return Ask(state);
}

Effects Again(IdeasState& state, std::string_view) {
  return state.why.is_open() && !state.why.error.empty() ? Ask(state) : Effects{};
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"why-nearest", OpenNearest}, {"why-stop", OpenStop}, {"why-step", OpenStep},
    {"why-close", Close},         {"why-fetch", Fetch},   {"why-again", Again},
};

bool Stands(const IdeasState& state) {
  const Why& why = state.why;
  switch (why.place) {
    case WhyPlace::kNearest:
      return state.pane.item == why.from && !state.walk.is_open;
    case WhyPlace::kStop:
      return !state.walk.is_open && std::ranges::any_of(state.journey.stops, [&](const Stop& stop) {
        return stop.parent >= 0 && stop.item == why.to &&
               state.journey.stops[static_cast<size_t>(stop.parent)].item == why.from;
      });
    case WhyPlace::kStep: {
      const std::optional<Walk> walk = WalkOf(state, state.walk.chosen);
      if (!walk) return false;
      for (size_t i = 0; i + 1 < walk->items.size(); ++i) {
        if (walk->items[i] == why.from && walk->items[i + 1] == why.to) return true;
      }
      return false;
    }
  }
  return false;
}

}  // namespace

Effects ApplyWhy(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

bool TakeWhyReply(IdeasState& state, const Reply& reply, Effects& effects) {
  Why& why = state.why;
  if (why.request == 0 || reply.id != why.request) return false;
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    why.progress = *progress;
    return true;
  }
  if (reply.IsFinal()) why.request = 0;
  if (const auto* answer = std::get_if<WhyReply>(&reply.body)) {
    why.reply = *answer;
    if (!answer->is_whole) return true;
    effects.push_back(
        SayEffect{Fill(words::kWhySaid, {{"from", state.map.TitleOf(why.from)},
                                         {"to", state.map.TitleOf(why.to)},
                                         {"without", TwoDecimals(answer->without)}})});
  } else if (const auto* error = std::get_if<Error>(&reply.body)) {
    why.error = error->message;
    effects.push_back(SayEffect{why.error});
  }
  return true;
}

void DropStaleWhy(IdeasState& state, Effects& effects) {
  if (!state.why.is_open() || Stands(state)) return;
  std::ranges::move(Close(state, {}), std::back_inserter(effects));
}

}  // namespace meander
