// See text_trail.h.
#include "ideas/text_trail.h"

#include <algorithm>

#include "ideas/state.h"
#include "ideas/text_place.h"

namespace meander {
namespace {

constexpr uint32_t kNeighborsAsked = 10;

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::vector<size_t> WordEnds(std::string_view text) {
  std::vector<size_t> ends;
  for (size_t at = 1; at <= text.size(); ++at) {
    if (!IsSpace(text[at - 1]) && (at == text.size() || IsSpace(text[at]))) ends.push_back(at);
  }
  return ends;
}

std::string WordBefore(std::string_view text, size_t end) {
  size_t begin = end;
  while (begin > 0 && !IsSpace(text[begin - 1])) --begin;
  return std::string(text.substr(begin, end - begin));
}

// While an answer is on its way, what is known of the text's beginning stays.
bool IsShown(const Search& search) {
  return search.is_open && search.mode == SearchMode::kMeaning &&
         (search.meaning.has_value() || search.request != 0);
}

}  // namespace

std::vector<size_t> TrailEnds(std::string_view text) {
  std::vector<size_t> words = WordEnds(text);
  if (words.empty()) return {};
  words.pop_back();
  const size_t stride = (words.size() + kMostTrailSteps - 1) / kMostTrailSteps;
  std::vector<size_t> ends;
  for (size_t i = 0; i < words.size(); ++i) {
    if ((i + 1) % std::max<size_t>(stride, 1) == 0) ends.push_back(words[i]);
  }
  return ends;
}

void DropTrail(IdeasState& state, Effects& effects) {
  TextTrail& trail = state.search.trail;
  if (trail.request != 0) effects.push_back(CancelEngineEffect{trail.request});
  trail = {};
}

void KeepTrail(IdeasState& state, Effects& effects) {
  TextTrail& trail = state.search.trail;
  const std::string& text = state.search.text;
  if (trail.request != 0) effects.push_back(CancelEngineEffect{trail.request});
  trail.request = 0;
  const auto shared =
      static_cast<size_t>(std::ranges::mismatch(trail.text, text).in1 - trail.text.begin());
  const std::vector<size_t> ends = TrailEnds(text);
  std::erase_if(trail.steps, [&](const TrailStep& step) {
    return step.end > shared || !std::ranges::binary_search(ends, step.end);
  });
  trail.text = text;
}

Effects AskTrail(IdeasState& state) {
  TextTrail& trail = state.search.trail;
  if (!state.search.meaning || trail.request != 0) return {};
  for (const size_t end : TrailEnds(trail.text)) {
    if (std::ranges::binary_search(trail.steps, end, {}, &TrailStep::end)) continue;
    trail.asked_end = end;
    trail.request = NextRequestId();
    return {AskEngineEffect{
        {trail.request, MeaningRequest{trail.text.substr(0, end), kNeighborsAsked}}}};
  }
  return {};
}

bool TakeTrailReply(IdeasState& state, const Reply& reply, Effects& effects) {
  TextTrail& trail = state.search.trail;
  if (trail.request == 0 || reply.id != trail.request) return false;
  if (!reply.IsFinal()) return true;
  trail.request = 0;
  // What cannot be told of a beginning is left out; the text's own answer stands.
  const auto* meaning = std::get_if<MeaningReply>(&reply.body);
  if (meaning == nullptr) return true;
  TrailStep step{trail.asked_end, meaning->neighbors};
  std::erase_if(step.neighbors,
                [&](const Neighbor& neighbor) { return neighbor.item >= state.map.item_count(); });
  const auto after = std::ranges::upper_bound(trail.steps, step.end, {}, &TrailStep::end);
  trail.steps.insert(after, std::move(step));
  effects = AskTrail(state);
  if (!effects.empty()) return true;
  if (const auto bounds = TrailBounds(state)) {
    effects.push_back(FlyToEffect{*bounds, true, kBesideJourney});
  }
  return true;
}

std::vector<TrailPlace> TrailPlaces(const IdeasState& state) {
  const Search& search = state.search;
  if (!IsShown(search)) return {};
  std::vector<TrailPlace> places;
  for (const TrailStep& step : search.trail.steps) {
    const auto at = PlaceOfText(state.map, step.neighbors);
    if (at) places.push_back({*at, WordBefore(search.trail.text, step.end)});
  }
  const std::vector<size_t> words = WordEnds(search.trail.text);
  if (!search.meaning || words.empty()) return places;
  const auto at = PlaceOfText(state.map, search.meaning->neighbors);
  if (!at) return {};
  places.push_back({*at, WordBefore(search.trail.text, words.back())});
  return places;
}

std::vector<uint32_t> TrailIdeas(const IdeasState& state) {
  std::vector<uint32_t> ideas;
  if (!state.search.meaning || state.search.meaning->neighbors.empty()) return ideas;
  for (const TrailStep& step : state.search.trail.steps) {
    if (step.neighbors.empty()) continue;
    const uint32_t item = step.neighbors.front().item;
    if (ideas.empty() || ideas.back() != item) ideas.push_back(item);
  }
  if (!ideas.empty() && ideas.back() == state.search.meaning->neighbors.front().item) {
    ideas.pop_back();
  }
  return ideas;
}

std::optional<Rect> TrailBounds(const IdeasState& state) {
  const std::vector<TrailPlace> places = TrailPlaces(state);
  if (places.empty()) return std::nullopt;
  Rect bounds{places[0].at, places[0].at};
  for (const TrailPlace& place : places) {
    bounds.low = {std::min(bounds.low.x, place.at.x), std::min(bounds.low.y, place.at.y)};
    bounds.high = {std::max(bounds.high.x, place.at.x), std::max(bounds.high.y, place.at.y)};
  }
  return bounds;
}

}  // namespace meander
