// The table of actions: what each name of the Page's on_press, on_input … does.
#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/utf8.h"
#include "canvas/words.h"
#include "ideas/brought.h"
#include "ideas/page.h"
#include "ideas/state_search.h"
#include "ideas/stored.h"
#include "ideas/swap.h"

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
  if (item == kNoItem) return {};
  // Beside a list, or in its place where both have no room.
  state.list.tab = ListTab::kArticle;
  state.list.cursor = item;
  return OpenArticle(state, item);
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
  state.duet.is_open = false;
  return Moved(state);
}

Effects Forget(IdeasState& state, std::string_view) {
  if (state.journey.is_empty()) return {};
  MakeRoom(state);
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
  if (which != "copy") state.to_copy.clear();
  state.dialog = which == "copy"   ? Dialog::kCopy
                 : which == "kept" ? Dialog::kKept
                 : which == "help" ? Dialog::kHelp
                                   : Dialog::kNone;
  return {};
}
Effects Help(IdeasState& state, std::string_view) {
  ShowDialog(state, "help");
  const bool is_there = state.map.measures() || state.head.Find(kMeasuresSection) == nullptr;
  return is_there ? Effects{} : Effects{FetchEffect{std::string(kMeasuresSection), 0}};
}
Effects Close(IdeasState& state, std::string_view) {
  if (state.dialog == Dialog::kSecond) return ApplyBrought(state, "second-leave", "");
  return ShowDialog(state, "");
}
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

Effects CopyLink(IdeasState& state, std::string_view) {
  if (state.tour.is_on && PayloadOf(state).empty()) return Notice(state, words::kTourTooLong);
  return {SetLinkEffect{false}, CopyLinkEffect{}};
}

Effects List(IdeasState& state, std::string_view) { return ToggleList(state); }

// The clipboard would not have it: the reader copies it from a field.
Effects CopyByHand(IdeasState& state, std::string_view text) {
  state.to_copy = RepairUtf8(text);
  return text.empty() ? Effects{} : ShowDialog(state, "copy");
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
    {"help", Help},
    {"close", Close},
    {"journeys", Journeys},
    {"drop-stop", DropStop},
    {"name", NameJourney},
    {"copy-link", CopyLink},
    {"list", List},
    {"copy-refused", CopyByHand},
    {"sheet", NextSheet},
    {"search", TypeSearch},
    {"search-mode", Mode},
    {"search-go", GoSearch},
    {"search-close", EndSearch},
    {"search-open", OpenSearch},
    {"search-fetch", Fetch},
    {"article-again", TryArticleAgain},
};

// While a tour is on, the line is the tour's: it is walked, not changed; `is_done` where the action
// has been taken by it.
Effects ApplyOnTour(IdeasState& state, std::string_view action, std::string_view argument,
                    bool& is_done) {
  is_done = true;
  if (action == "back") return ApplyTour(state, "tour-before", "");
  if (action == "forward") return ApplyTour(state, "tour-next", "");
  if (action == "go") return ApplyTour(state, "tour-go", argument);
  constexpr std::string_view kNotItsOwn[] = {"forget", "undo", "drop-stop", "name"};
  if (std::ranges::find(kNotItsOwn, action) != std::end(kNotItsOwn)) return {};
  is_done = false;
  const bool leads_off = action.starts_with("walk-") || action.starts_with("other-");
  if (!leads_off) return {};
  LeaveTour(state);
  return AskForCurrent(state);
}

Effects ApplyAny(IdeasState& state, std::string_view action, std::string_view argument) {
  if (action.starts_with("tour-")) return ApplyTour(state, action, argument);
  if (action == "brought" || action.starts_with("second-")) {
    return ApplyBrought(state, action, argument);
  }
  if (action.starts_with("kept-")) return ApplyKept(state, action, argument);
  if (action.starts_with("replay-")) return ApplyReplay(state, action, argument);
  if (action.starts_with("other-")) return ApplyCompare(state, action, argument);
  if (action.starts_with("map-")) return ApplyMapKey(state, action, argument);
  if (action.starts_with("stored")) return ApplyStored(state, action);
  if (action.starts_with("list-")) return ApplyList(state, action, argument);
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
  if (action == "tour-ask") return ApplyTour(state, action, argument);
  if (!state.map.is_complete()) return {};
  bool is_done = false;
  Effects effects;
  if (state.tour.is_on) effects = ApplyOnTour(state, action, argument, is_done);
  if (is_done) return effects;
  std::ranges::move(ApplyAny(state, action, argument), std::back_inserter(effects));
  DropStaleWhy(state, effects);
  return effects;
}

}  // namespace meander
