// See state_search.h.
#include "ideas/state_search.h"

#include "base/utf8.h"
#include "canvas/words.h"

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
    search.titles = state.titles.Find(search.text, kSearchRows);
    return effects;
  }
  // Until meaning is there, titles that share words stand in for it, and say so.
  search.titles = state.titles.FindByWords(search.text, kSearchRows);
  if (!search.may_fetch) {
    search.asks_to_fetch = true;
    return effects;
  }
  search.request = NextRequestId();
  effects.push_back(AskEngineEffect{{search.request, MeaningRequest{search.text, 10}}});
  return effects;
}

}  // namespace

Effects TypeSearch(IdeasState& state, std::string_view text) {
  state.search.text = Utf8Prefix(text, kMaxTyped);
  state.search.is_open = true;
  return Answer(state);
}

Effects ChooseSearchMode(IdeasState& state, SearchMode mode) {
  state.search.mode = mode;
  if (mode == SearchMode::kMeaning && !state.metered) state.search.may_fetch = true;
  return Answer(state);
}

Effects AllowFetch(IdeasState& state) {
  state.search.may_fetch = true;
  return Answer(state);
}

Effects CloseSearch(IdeasState& state) {
  Effects effects;
  DropMeaning(state, effects);
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
