// See state_search.h.
#include "ideas/state_search.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "canvas/words.h"
#include "ideas/fill.h"

namespace meander {
namespace {

// A text longer than this is not a search; the reader of meaning takes 128 pieces at most anyway.
constexpr size_t kMaxTyped = 2000;

void DropMeaning(IdeasState& state, Effects& effects) {
  if (state.search.request != 0) effects.push_back(CancelEngineEffect{state.search.request});
  state.search.request = 0;
  state.search.meaning.reset();
  state.search.error.clear();
}

Effects Answer(IdeasState& state) {
  Effects effects;
  Search& search = state.search;
  DropMeaning(state, effects);
  search.asks_to_fetch = false;
  if (search.mode == SearchMode::kTitle || search.text.empty()) {
    DropTrail(state, effects);
    search.titles = state.titles.Find(search.text, kSearchRows);
    return effects;
  }
  // Until meaning is there, titles that share words stand in for it, and say so.
  search.titles = state.titles.FindByWords(search.text, kSearchRows);
  if (!search.may_fetch) {
    search.asks_to_fetch = true;
    return effects;
  }
  KeepTrail(state, effects);
  search.request = NextRequestId();
  effects.push_back(AskEngineEffect{{search.request, MeaningRequest{search.text, 10}}});
  return effects;
}

Effects TakeMeaning(IdeasState& state, const MeaningReply& meaning) {
  Search& search = state.search;
  if (!AreOnMap(state, meaning.neighbors)) {
    search.error = words::kErrorAnswer;
    return {SayEffect{search.error}};
  }
  search.meaning = meaning;
  search.error.clear();
  const size_t count = meaning.neighbors.size();
  Effects effects{SayEffect{Fill(words::kMirrorFound, {{"count", WithCommas(count)}})}};
  std::ranges::move(AskTrail(state), std::back_inserter(effects));
  return effects;
}

}  // namespace

bool AreOnMap(const IdeasState& state, const std::vector<Neighbor>& neighbors) {
  return std::ranges::all_of(
      neighbors, [&](const Neighbor& neighbor) { return neighbor.item < state.map.item_count(); });
}

bool TakeSearchReply(IdeasState& state, const Reply& reply, Effects& effects) {
  if (TakeTrailReply(state, reply, effects)) return true;
  Search& search = state.search;
  if (search.request == 0 || reply.id != search.request) return false;
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    search.progress = *progress;
    return true;
  }
  search.request = 0;
  if (const auto* meaning = std::get_if<MeaningReply>(&reply.body)) {
    effects = TakeMeaning(state, *meaning);
  } else if (const auto* error = std::get_if<Error>(&reply.body)) {
    search.error = error->message;
    effects = {SayEffect{search.error}};
  }
  return true;
}

Effects TypeSearch(IdeasState& state, std::string_view text) {
  state.search.text = Utf8Prefix(text, kMaxTyped);
  state.search.is_open = true;
  return Answer(state);
}

Effects ChooseSearchMode(IdeasState& state, SearchMode mode) {
  state.search.mode = mode;
  if (mode == SearchMode::kMeaning && !state.asks_first) state.search.may_fetch = true;
  return Answer(state);
}

Effects AllowFetch(IdeasState& state) {
  state.search.may_fetch = true;
  return Answer(state);
}

Effects CloseSearch(IdeasState& state) {
  Effects effects;
  DropMeaning(state, effects);
  DropTrail(state, effects);
  state.search.is_open = false;
  state.search.text.clear();
  state.search.titles.clear();
  return effects;
}

std::vector<uint32_t> SearchAnswers(const IdeasState& state) {
  const Search& search = state.search;
  if (search.mode == SearchMode::kTitle || !search.meaning) return search.titles;
  std::vector<uint32_t> items;
  for (const Neighbor& neighbor : search.meaning->neighbors) items.push_back(neighbor.item);
  return items;
}

Effects GoToFirst(IdeasState& state) {
  const std::vector<uint32_t> answers = SearchAnswers(state);
  if (answers.empty()) return {SayEffect{std::string(words::kSearchNone)}};
  return OpenArticle(state, answers.front());
}

}  // namespace meander
