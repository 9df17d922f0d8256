// The table of actions: what each name of the Page's on_press, on_input … does.
#include <algorithm>
#include <charconv>
#include <iterator>

#include "canvas/words.h"
#include "ideas/page.h"
#include "ideas/state_search.h"

namespace meander {
namespace {

// A whole number below `limit`, else kNoItem.
uint32_t NumberIn(std::string_view argument, size_t limit) {
  uint32_t number = kNoItem;
  const auto [end, error] =
      std::from_chars(argument.data(), argument.data() + argument.size(), number);
  const bool is_number = error == std::errc() && end == argument.data() + argument.size();
  return is_number && number < limit ? number : kNoItem;
}
uint32_t ItemIn(const IdeasState& state, std::string_view argument) {
  return NumberIn(argument, state.map.item_count());
}
uint32_t StopIn(const IdeasState& state, std::string_view argument) {
  return NumberIn(argument, state.journey.stops.size());
}

Effects OpenItem(IdeasState& state, std::string_view argument) {
  const uint32_t item = ItemIn(state, argument);
  return item == kNoItem ? Effects{} : OpenArticle(state, item);
}

Effects Point(IdeasState& state, std::string_view argument) {
  if (argument.empty()) return PointAt(state, kNoItem, false);
  const uint32_t item = ItemIn(state, argument);
  return item == kNoItem ? Effects{} : PointAt(state, item, true);
}

// After the journey's current stop has changed.
Effects Moved(IdeasState& state) {
  state.is_example = false;
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{false});
  const Point2 at = state.map.PlaceOf(state.journey.current_item());
  effects.push_back(FlyToEffect{{at, at}, true});
  return effects;
}

Effects GoBack(IdeasState& state, std::string_view) {
  if (state.is_example || !Back(state.journey)) return {};
  return Moved(state);
}

Effects GoForward(IdeasState& state, std::string_view) {
  return Forward(state.journey) ? Moved(state) : Effects{};
}

Effects GoToStop(IdeasState& state, std::string_view argument) {
  const uint32_t index = StopIn(state, argument);
  if (index == kNoItem) return {};
  GoTo(state.journey, static_cast<int>(index));
  return Moved(state);
}

Effects Forget(IdeasState& state, std::string_view) {
  if (state.journey.is_empty()) return {};
  state.forgotten = std::move(state.journey);
  state.forgotten_at_s = state.now_s;
  state.journey = {};
  state.is_example = false;
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  effects.push_back(SayEffect{std::string(words::kJourneyForgotten)});
  return effects;
}

Effects Undo(IdeasState& state, std::string_view) {
  if (!state.forgotten) return {};
  state.journey = std::move(*state.forgotten);
  state.forgotten.reset();
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  return effects;
}

Effects DismissNotice(IdeasState& state, std::string_view) {
  state.notice.clear();
  return {};
}
Effects Notice(IdeasState& state, std::string_view text) {
  if (text.empty()) return {};
  state.notice = text;
  return {SayEffect{state.notice}};
}

Effects ShowDialog(IdeasState& state, std::string_view which) {
  state.kept.pasted_error.clear();
  state.dialog = which == "kept"    ? Dialog::kKept
                 : which == "share" ? Dialog::kShare
                 : which == "help"  ? Dialog::kHelp
                                    : Dialog::kNone;
  return {};
}
Effects Share(IdeasState& state, std::string_view) { return ShowDialog(state, "share"); }
Effects Help(IdeasState& state, std::string_view) { return ShowDialog(state, "help"); }
Effects Close(IdeasState& state, std::string_view) { return ShowDialog(state, ""); }
Effects Journeys(IdeasState& state, std::string_view) { return ShowDialog(state, "kept"); }

Effects DropStop(IdeasState& state, std::string_view argument) {
  const uint32_t index = StopIn(state, argument);
  if (state.is_example || index == kNoItem) return {};
  state.forgotten = state.journey;
  state.forgotten_at_s = state.now_s;
  RemoveStop(state.journey, static_cast<int>(index));
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  effects.push_back(SayEffect{std::string(words::kJourneyForgotten)});
  return effects;
}

Effects NameJourney(IdeasState& state, std::string_view name) {
  if (state.is_example || state.journey.is_empty()) return {};
  SetName(state.journey, name);
  return {SetLinkEffect{false}};
}

// What storage held when the page was opened.
Effects RecallKept(IdeasState& state, std::string_view text) {
  std::vector<KeptJourney> recalled = ReadKept(text);
  for (KeptJourney& own : state.kept.journeys) {
    if (std::ranges::find(recalled, own.payload, &KeptJourney::payload) == recalled.end()) {
      recalled.insert(recalled.begin(), std::move(own));
    }
  }
  state.kept.journeys = std::move(recalled);
  NoteRead(state);
  return {};
}

Effects CopyLink(IdeasState&, std::string_view) { return {SetLinkEffect{false}, CopyLinkEffect{}}; }
Effects CopyAltText(IdeasState& state, std::string_view) {
  return {CopyTextEffect{JourneySentence(state)}};
}
Effects SavePng(IdeasState&, std::string_view) { return {SavePictureEffect{false, true}}; }
Effects SaveSvg(IdeasState&, std::string_view) { return {SavePictureEffect{true, false}}; }

Effects ToggleList(IdeasState& state, std::string_view) {
  state.shows_list = !state.shows_list;
  return {};
}
Effects NextSheet(IdeasState& state, std::string_view argument) {
  if (argument == "up") {
    state.sheet = state.sheet == Sheet::kPeek ? Sheet::kHalf : Sheet::kFull;
  } else if (argument == "down") {
    state.sheet = state.sheet == Sheet::kFull ? Sheet::kHalf : Sheet::kPeek;
  } else if (argument.empty()) {
    state.sheet = state.sheet == Sheet::kHalf   ? Sheet::kFull
                  : state.sheet == Sheet::kFull ? Sheet::kPeek
                                                : Sheet::kHalf;
  }
  return {};
}
Effects Mode(IdeasState& state, std::string_view argument) {
  if (argument == "meaning") return ChooseSearchMode(state, SearchMode::kMeaning);
  return argument == "title" ? ChooseSearchMode(state, SearchMode::kTitle) : Effects{};
}
Effects GoSearch(IdeasState& state, std::string_view) { return GoToFirst(state); }
Effects EndSearch(IdeasState& state, std::string_view) { return CloseSearch(state); }
Effects OpenSearch(IdeasState& state, std::string_view) {
  state.search.is_open = true;
  return {};
}
Effects Fetch(IdeasState& state, std::string_view) { return AllowFetch(state); }
Effects TryArticleAgain(IdeasState& state, std::string_view) { return AskForCurrent(state); }

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"open", OpenItem},
    {"point", Point},
    {"back", GoBack},
    {"forward", GoForward},
    {"go", GoToStop},
    {"forget", Forget},
    {"undo", Undo},
    {"dismiss", DismissNotice},
    {"notice", Notice},
    {"share", Share},
    {"help", Help},
    {"close", Close},
    {"journeys", Journeys},
    {"drop-stop", DropStop},
    {"name", NameJourney},
    {"copy-link", CopyLink},
    {"copy-alt", CopyAltText},
    {"save-png", SavePng},
    {"save-svg", SaveSvg},
    {"list", ToggleList},
    {"sheet", NextSheet},
    {"search", TypeSearch},
    {"search-mode", Mode},
    {"search-go", GoSearch},
    {"search-close", EndSearch},
    {"search-open", OpenSearch},
    {"search-fetch", Fetch},
    {"article-again", TryArticleAgain},
};

Effects ApplyByName(IdeasState& state, std::string_view action, std::string_view argument) {
  if (action.starts_with("kept-")) return ApplyKept(state, action, argument);
  if (action.starts_with("replay-")) return ApplyReplay(state, action, argument);
  if (action.starts_with("other-")) return ApplyCompare(state, action, argument);
  if (action.starts_with("map-")) return ApplyMapKey(state, action, argument);
  if (action.starts_with("walk-")) return ApplyWalk(state, action, argument);
  if (action.starts_with("why-")) return ApplyWhy(state, action, argument);
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace

Effects Apply(IdeasState& state, std::string_view action, std::string_view argument) {
  if (action == "recalled ideas.journeys") return RecallKept(state, argument);
  if (!state.map.is_complete()) return {};
  Effects effects = ApplyByName(state, action, argument);
  DropStaleWhy(state, effects);
  return effects;
}

}  // namespace meander
