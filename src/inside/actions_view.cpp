// What the actions of the page do that change only what is pointed at, said or taken along; see
// actions_view.h.
#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/utf8.h"
#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "inside/actions_view.h"
#include "inside/idea_places.h"
#include "inside/keys.h"
#include "inside/numbers.h"
#include "inside/sentences.h"
#include "inside/wishes.h"

namespace meander {

float SliderIn(std::string_view text) {
  const float share = std::strtof(std::string(text.substr(0, 20)).c_str(), nullptr);
  return share >= 0 && share <= 1 ? share : 0;
}

Effects Looked(InsideState& state, bool new_entry) {
  Effects effects = AskNext(state);
  effects.push_back(SetLinkEffect{new_entry});
  return effects;
}

namespace {

using Kind = InsideTarget::Kind;

// "3 1 5": kind, and its numbers.
InsideTarget TargetIn(std::string_view text) {
  int numbers[3] = {0, 0, 0};
  const char* at = text.data();
  const char* end = at + text.size();
  for (int& number : numbers) {
    while (at < end && *at == ' ') ++at;
    const auto [next, failed] = std::from_chars(at, end, number);
    if (failed != std::errc() || number < 0 || number > 4095) return {};
    at = next;
  }
  if (numbers[0] > static_cast<int>(Kind::kStrike)) return {};
  return {static_cast<Kind>(numbers[0]), static_cast<uint16_t>(numbers[1]),
          static_cast<uint16_t>(numbers[2])};
}
Effects Point(InsideState& state, std::string_view argument) {
  state.hovered = TargetIn(argument);
  return {};
}
Effects Pin(InsideState& state, std::string_view argument) {
  const InsideTarget target = TargetIn(argument);
  state.pinned = target == state.pinned ? InsideTarget{} : target;
  state.hovered = {};
  state.look.hides = false;  // another group, or none
  if (target.kind == Kind::kCellFirst || target.kind == Kind::kCellSecond) {
    state.look.layer = static_cast<uint8_t>(std::min<int>(target.b, kLastLayer));
    state.depth = state.look.layer;
  }
  Effects effects = Looked(state);
  const std::string said = PointedSentence(state);
  if (!said.empty()) effects.push_back(SayEffect{said});
  return effects;
}
Effects ShowAll(InsideState& state, std::string_view) {
  state.pinned = state.hovered = {};
  state.look.hides = false;
  return {SetLinkEffect{false}};
}
// Takes the chosen group out of both sentences, or brings it back; without one, the strongest.
Effects Hide(InsideState& state, std::string_view) {
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (groups == nullptr || groups->without.empty()) return {};
  if (state.pinned.kind != Kind::kGroup || state.pinned.a >= groups->without.size()) {
    const auto strongest = static_cast<uint16_t>(GroupsByMass(*groups).front());
    state.pinned = {Kind::kGroup, strongest, 0};
    state.look.hides = false;
  }
  state.look.hides = !state.look.hides;
  return {SetLinkEffect{false},
          SayEffect{state.look.hides ? HiddenSentence(state) : PointedSentence(state)}};
}
// "layer channel": opens its card; anything else closes it.
Effects Neuron(InsideState& state, std::string_view argument) {
  const size_t space = std::min(argument.find(' '), argument.size());
  const int layer = NumberIn(argument.substr(0, space));
  const int channel = NumberIn(argument.substr(std::min(space + 1, argument.size())));
  const bool is_one = layer >= 1 && layer <= kLastLayer && channel >= 0 && channel < 1536;
  if (!is_one && state.look.card_layer == 0) return {};
  state.look.card_layer = is_one ? static_cast<uint8_t>(layer) : 0;
  state.look.card_channel = is_one ? static_cast<uint16_t>(channel) : 0;
  return Looked(state, is_one);
}
Effects ToIdeas(InsideState& state, std::string_view) {
  const std::string address = AddressInIdeas(PlaceNow(state));
  return address.empty() ? Effects{} : Effects{NavigateEffect{address}};
}

Effects Open(InsideState& state, InsideDialog dialog) {
  state.dialog = dialog;
  state.open_pick = -1;
  return {};
}
Effects Help(InsideState& state, std::string_view) { return Open(state, InsideDialog::kHelp); }
Effects Trust(InsideState& state, std::string_view) {
  Open(state, InsideDialog::kTrust);
  return AskAboutCheck(state);
}
Effects Check(InsideState& state, std::string_view) { return StartCheck(state); }
Effects CheckStop(InsideState& state, std::string_view) { return StopCheck(state); }
Effects CheckProgress(InsideState& state, std::string_view done_mb) {
  if (done_mb.size() <= 12) state.check.done_mb = RepairUtf8(done_mb);
  return {};
}
Effects Close(InsideState& state, std::string_view) { return Open(state, InsideDialog::kNone); }
Effects List(InsideState& state, std::string_view) {
  state.shows_list = !state.shows_list;
  return {};
}
Effects CopyLink(InsideState&, std::string_view) { return {CopyLinkEffect{}}; }
Effects Fetch(InsideState& state, std::string_view) {
  state.may_fetch = true;
  return AskNext(state);
}
Effects Stop(InsideState& state, std::string_view) {
  if (state.request == 0) return {};
  InsideKnown stopped{state.asked, std::nullopt, std::string(words::kInsideStopped), false, -1};
  const auto at = std::ranges::find(state.known, state.asked, &InsideKnown::question);
  if (at == state.known.end()) {
    state.known.push_back(std::move(stopped));
  } else {
    at->problem = stopped.problem;
  }
  Effects effects{CancelEngineEffect{std::exchange(state.request, 0)}};
  state.progress = {};
  return effects;
}
Effects TryAgain(InsideState& state, std::string_view) {
  std::erase_if(state.known, [](const InsideKnown& known) { return !known.problem.empty(); });
  return AskNext(state);
}
Effects Notice(InsideState& state, std::string_view text) {
  state.notice = text;
  state.notice_until_s = kNoticeUnseen_s;
  if (text.empty()) return {};
  return {SayEffect{std::string(text)}};
}
Effects Dismiss(InsideState& state, std::string_view) {
  state.notice.clear();
  return {};
}

Effects PageKey(InsideState& state, std::string_view key) {
  if (key != "PageUp" && key != "PageDown" && key != "Home" && key != "End") return {};
  return KeyPressed(state, key, false).value_or(Effects{});
}

struct Listed {
  std::string_view name;
  Effects (*apply)(InsideState&, std::string_view);
};
constexpr Listed kViewActions[] = {
    {"point", Point},
    {"pin", Pin},
    {"show-all", ShowAll},
    {"help", Help},
    {"trust", Trust},
    {"close", Close},
    {"list", List},
    {"copy-link", CopyLink},
    {"fetch", Fetch},
    {"stop", Stop},
    {"again", TryAgain},
    {"notice", Notice},
    {"dismiss", Dismiss},
    {"page-key", PageKey},
    {"hide", Hide},
    {"neuron", Neuron},
    {"to-ideas", ToIdeas},
    {"check", Check},
    {"check-stop", CheckStop},
    {"check-progress", CheckProgress},
};

}  // namespace

Effects ApplyToView(InsideState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kViewActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace meander
