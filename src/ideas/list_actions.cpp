// What the list's buttons, fields and keys do; see list.h.
#include <algorithm>
#include <charconv>
#include <iterator>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/list.h"
#include "ideas/map_key.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr uint32_t kPageOfRows = 10;

uint32_t NumberBelow(std::string_view text, size_t limit) {
  uint32_t number = kNoItem;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number && number < limit ? number : kNoItem;
}

// After the rows have become others: from the top, and said.
Effects Rearranged(IdeasState& state) {
  state.list.top = 0;
  Effects effects = TendList(state);
  effects.push_back(
      SayEffect{Fill(state.list.rows.size() == 1 ? words::kListSaidOne : words::kListSaid,
                     {{"count", WithCommas(state.list.rows.size())}})});
  return effects;
}

Effects SortBy(IdeasState& state, std::string_view name) {
  constexpr std::string_view kNames[] = {"title", "close", "links", "kept", "topic"};
  const auto* at = std::ranges::find(kNames, name);
  if (at == std::end(kNames)) return {};
  const auto column = static_cast<ListColumn>(at - kNames);
  state.list.is_reversed = SortedBy(state) == column && !state.list.is_reversed;
  state.list.sort = column;
  if (state.dialog == Dialog::kListOrder) state.dialog = Dialog::kNone;
  return Rearranged(state);
}

Effects Find(IdeasState& state, std::string_view text) {
  state.list.find = text.substr(0, kMostToFind);
  state.list.focus = ListFocus::kFind;
  return Rearranged(state);
}

Effects ToggleTopic(IdeasState& state, std::string_view argument) {
  state.list.shows_topics = false;
  const Effects map = ApplyMapKey(state, "map-topic", argument);
  if (map.empty()) return {};
  Effects effects = Rearranged(state);  // says how many are listed, not how many are on the map
  effects.push_back(SetLinkEffect{false});
  return effects;
}

Effects ChooseTopic(IdeasState& state, std::string_view) {
  state.list.shows_topics = !state.list.shows_topics;
  return {};
}

Effects ChooseOrder(IdeasState& state, std::string_view) {
  state.dialog = Dialog::kListOrder;
  return {};
}

// The list follows the map again.
Effects LetGo(IdeasState& state, std::string_view) {
  state.list.frozen.reset();
  return Rearranged(state);
}

Effects ShowWhole(IdeasState& state, std::string_view) {
  state.list.frozen.reset();
  Effects effects = Rearranged(state);
  effects.push_back(FlyToEffect{state.map.bounds()});
  return effects;
}

Effects ClearFilters(IdeasState& state, std::string_view) {
  state.list.find.clear();
  Effects effects = ApplyMapKey(state, "map-all", {});
  std::ranges::move(Rearranged(state), std::back_inserter(effects));
  return effects;
}

Effects Scroll(IdeasState& state, std::string_view argument) {
  const uint32_t row = NumberBelow(argument, state.list.rows.size());
  if (row != kNoItem) state.list.top = row;
  return {};
}

// The focus goes to row `place`, wherever that is.
Effects StepTo(IdeasState& state, ptrdiff_t place) {
  IdeaList& list = state.list;
  if (list.rows.empty()) return {};
  const auto last = static_cast<ptrdiff_t>(list.rows.size()) - 1;
  list.cursor = list.rows[static_cast<size_t>(std::clamp<ptrdiff_t>(place, 0, last))];
  list.focus = ListFocus::kRow;
  return {};
}

Effects Key(IdeasState& state, std::string_view key) {
  IdeaList& list = state.list;
  if (key == "/") {
    list.focus = ListFocus::kFind;
    ++list.find_asked;
    return {};
  }
  const auto at = static_cast<ptrdiff_t>(CursorPlace(state));
  // From the field, the arrow down leads to the row that Tab would find.
  if (list.focus == ListFocus::kFind) return key == "ArrowDown" ? StepTo(state, at) : Effects{};
  if (key == "ArrowDown") return StepTo(state, at + 1);
  if (key == "ArrowUp") return StepTo(state, at - 1);
  if (key == "PageDown") return StepTo(state, at + kPageOfRows);
  if (key == "PageUp") return StepTo(state, at - kPageOfRows);
  if (key == "Home") return StepTo(state, 0);
  if (key == "End") return StepTo(state, static_cast<ptrdiff_t>(list.rows.size()));
  return {};
}

Effects ShowTab(IdeasState& state, std::string_view name) {
  if (name == "rows") state.list.tab = ListTab::kRows;
  if (name == "journey") state.list.tab = ListTab::kJourney;
  if (name == "article") state.list.tab = ListTab::kArticle;
  return {};
}

Effects Leave(IdeasState& state, std::string_view) {
  if (!std::exchange(state.list.shows_topics, false)) return ToggleList(state);
  return {};
}

// What is copied is the list as it is now, also where no frame has come since it changed.
Effects Copy(IdeasState& state, std::string_view) {
  ArrangeList(state);
  return {CopyTextEffect{ListAsTabs(state)}};
}
Effects CopyCsv(IdeasState& state, std::string_view) {
  ArrangeList(state);
  return {CopyTextEffect{ListAsCsv(state)}};
}
Effects Save(IdeasState& state, std::string_view) {
  ArrangeList(state);
  const std::string csv = ListAsCsv(state);
  return {SaveFileEffect{"ideas.csv", "text/csv", {csv.begin(), csv.end()}}};
}
Effects CopyOutline(IdeasState& state, std::string_view) {
  if (state.journey.is_empty()) return {};
  return {CopyTextEffect{JourneyOutline(state)}};
}

Effects FetchAll(IdeasState& state, std::string_view) {
  state.list.may_fetch = state.list.was_asked_for = true;
  return TendList(state);
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"list-sort", SortBy},       {"list-find", Find},
    {"list-topic", ToggleTopic}, {"list-topics", ChooseTopic},
    {"list-order", ChooseOrder}, {"list-let-go", LetGo},
    {"list-whole", ShowWhole},   {"list-clear", ClearFilters},
    {"list-rows", Scroll},       {"list-key", Key},
    {"list-tab", ShowTab},       {"list-leave", Leave},
    {"list-copy", Copy},         {"list-copy-csv", CopyCsv},
    {"list-save", Save},         {"list-outline", CopyOutline},
    {"list-fetch", FetchAll},
};

}  // namespace

Effects ApplyList(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace meander
