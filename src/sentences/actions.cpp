// What the actions of the page do that change the wish between the ends; see state.h.
#include <algorithm>
#include <cmath>

#include "canvas/words.h"
#include "sentences/actions_view.h"
#include "sentences/asking.h"
#include "sentences/own_text.h"

namespace meander {
namespace {

constexpr double kLive_s = 0.12;  // a puck that moves asks this often
constexpr uint8_t kCloudLines = 7;

// The first change of something that moves under the hand is asked at once, the others in turn.
Effects AskLive(SentencesState& state) {
  if (state.due_s < 0) state.due_s = state.now_s + kLive_s;
  return {};
}

// A way that the browser's Back leads back from.
Effects AskAsNewEntry(SentencesState& state) {
  Effects effects = AskNow(state);
  std::erase_if(effects,
                [](const Effect& effect) { return std::holds_alternative<SetLinkEffect>(effect); });
  effects.insert(effects.begin(), SetLinkEffect{true});
  return effects;
}

Effects TypeFirst(SentencesState& state, std::string_view text) {
  SetEnd(state, false, text);
  AskSoon(state);
  return {SetLinkEffect{false}};
}
Effects TypeLast(SentencesState& state, std::string_view text) {
  SetEnd(state, true, text);
  AskSoon(state);
  return {SetLinkEffect{false}};
}
Effects Settle(SentencesState& state, std::string_view) { return AskNow(state); }
Effects Swap(SentencesState& state, std::string_view) {
  SwapEnds(state);
  return AskAsNewEntry(state);
}
Effects RandomPair(SentencesState& state, std::string_view) {
  Effects effects;
  if (state.pair_request != 0) return effects;
  state.pair_request = NextRequestId();
  // Wherever the clock stands, mixed with how often it was asked: another pair each time.
  state.pair_seed = state.pair_seed * 6364136223846793005ull +
                    static_cast<uint64_t>(state.now_s * 1000) + 1442695040888963407ull;
  effects.push_back(AskEngineEffect{
      {state.pair_request, LinePairRequest{state.pair_seed, state.ask.within_shelf}}});
  return effects;
}
Effects Preset(SentencesState& state, std::string_view argument) {
  const int pair = NumberIn(argument);
  if (pair < 0 || static_cast<size_t>(pair) >= state.shelves.pairs.size()) return {};
  const LinePair& chosen = state.shelves.pairs[static_cast<size_t>(pair)];
  SetEnd(state, false, chosen.first);
  SetEnd(state, true, chosen.last);
  state.reading = {};
  state.reading.at = 1;
  return AskAsNewEntry(state);
}

Effects Mix(SentencesState& state, std::string_view percents) {
  const auto mix = MixFrom(percents);
  if (!mix || *mix == state.ask.mix) return {};
  SetMix(state, *mix);
  return AskLive(state);
}
Effects MixKey(SentencesState& state, std::string_view key) {
  const SpaceMix moved = MovedBy(state.ask.mix, key);
  if (moved == state.ask.mix) return {};
  SetMix(state, moved);
  return AskLive(state);
}
// One of the three linked sliders: the other two keep their proportion.
Effects MixSlider(SentencesState& state, Space which, std::string_view share) {
  const SpaceMix mix = state.ask.mix;
  const int values[] = {mix.meaning, mix.spelling, mix.sound};
  const auto index = static_cast<size_t>(which);
  const int wanted = static_cast<int>(std::lround(std::clamp(ShareIn(share), 0.f, 1.f) * 100));
  const int rest = 100 - values[index];
  int out[3];
  for (size_t i = 0; i < 3; ++i) {
    out[i] = i == index ? wanted
             : rest > 0 ? values[i] * (100 - wanted) / rest
                        : (100 - wanted) / 2;
  }
  const auto made =
      MixFrom(std::to_string(out[0]) + " " + std::to_string(out[2]) + " " + std::to_string(out[1]));
  if (!made || *made == mix) return {};
  SetMix(state, *made);
  return AskLive(state);
}
Effects MixMeaning(SentencesState& state, std::string_view share) {
  return MixSlider(state, Space::kMeaning, share);
}
Effects MixSpelling(SentencesState& state, std::string_view share) {
  return MixSlider(state, Space::kSpelling, share);
}
Effects MixSound(SentencesState& state, std::string_view share) {
  return MixSlider(state, Space::kSound, share);
}

Effects Scenic(SentencesState& state, std::string_view share) {
  SetScenic(state, static_cast<int>(std::lround(std::clamp(ShareIn(share), 0.f, 1.f) * 100)));
  return AskLive(state);
}
Effects Steps(SentencesState& state, std::string_view by) {
  if (by != "+1" && by != "-1") return {};
  SetSteps(state, state.ask.steps + (by == "+1" ? 1 : -1));
  return AskLive(state);
}
Effects Book(SentencesState& state, std::string_view shelf) {
  const int index = NumberIn(shelf);
  SetWithin(state, index < 0 ? kNoShelf : static_cast<uint16_t>(std::min(index, 0xFFFF)));
  state.shows_books = false;
  return AskNow(state);
}
Effects Books(SentencesState& state, std::string_view) {
  state.shows_books = !state.shows_books;
  return {};
}
Effects Another(SentencesState& state, std::string_view) {
  AnotherWay(state);
  return AskAsNewEntry(state);
}

Effects Hold(SentencesState& state, std::string_view argument) {
  const int stop = argument.empty() ? state.current() : NumberIn(argument);
  if (!IsStop(state, stop)) return {};
  if (PinAt(state, stop) != nullptr) {
    Unpin(state, stop);
    Effects effects = AskNow(state);
    effects.push_back(SayEffect{std::string(words::kSentencesLetGo)});
    return effects;
  }
  const LineChoice line = LineAt(state, stop);
  Pin(state, stop, {line.item, line.text});
  Effects effects;
  if (state.shown->is_free) {
    // The engine would answer with the same lines: nothing is to be worked out.
    state.shown->asked = state.ask;
    effects.push_back(SetLinkEffect{false});
  } else {
    effects = AskNow(state);
  }
  effects.push_back(SayEffect{std::string(words::kSentencesHeld)});
  return effects;
}
// A stop and the place of a line among the others, or among the cloud.
Effects Choose(SentencesState& state, const std::vector<LineChoice>& from,
               std::string_view argument) {
  const auto [stop, rest] = StopAndRest(argument);
  const int index = NumberIn(rest);
  if (!IsStop(state, stop) || index < 0 || static_cast<size_t>(index) >= from.size()) return {};
  const LineChoice& line = from[static_cast<size_t>(index)];
  Pin(state, stop, {line.item, line.text});
  state.cloud = {};
  state.reading.at = static_cast<float>(stop);
  return AskNow(state);
}
Effects ChooseOther(SentencesState& state, std::string_view argument) {
  const int stop = StopAndRest(argument).first;
  if (!IsStop(state, stop)) return {};
  const auto others = state.shown->reply.stops[static_cast<size_t>(stop - 1)].others;
  return Choose(state, others, argument);
}
Effects ChooseCloud(SentencesState& state, std::string_view argument) {
  std::vector<LineChoice> lines;
  for (const CloudLine& line : state.cloud.lines) lines.push_back(line.line);
  return Choose(state, lines, argument);
}
Effects Blur(SentencesState& state, std::string_view argument) {
  const int stop = argument.empty() ? state.current() : NumberIn(argument);
  Effects effects;
  if (state.cloud.request != 0) effects.push_back(CancelEngineEffect{state.cloud.request});
  const bool closes = state.cloud.stop == stop;
  state.cloud = {};
  if (closes || !IsStop(state, stop)) {
    return effects;
  }
  const LineChoice line = LineAt(state, stop);
  state.reading.at = static_cast<float>(stop);
  state.cloud.stop = stop;
  state.cloud.request = NextRequestId();
  CloudRequest cloud;
  cloud.line = {line.item, line.text};
  cloud.a = state.ask.a;
  cloud.b = state.ask.b;
  cloud.mix = state.ask.mix;
  cloud.within_shelf = state.ask.within_shelf;
  cloud.stock = state.ask.stock;
  cloud.count = kCloudLines;
  effects.push_back(AskEngineEffect{{state.cloud.request, std::move(cloud)}});
  return effects;
}

Effects Reword(SentencesState& state, std::string_view argument) {
  const int stop = argument.empty() ? state.current() : NumberIn(argument);
  if (!IsStop(state, stop)) return {};
  state.rewording = stop;
  state.reworded = LineAt(state, stop).text;
  state.reading.at = static_cast<float>(stop);
  state.reading.is_playing = false;
  return {};
}
Effects TypeReword(SentencesState& state, std::string_view text) {
  if (state.rewording < 1) return {};
  state.reworded = text.substr(0, kMostLineBytes);
  state.reword_due_s = state.now_s + kTypingRest_s;
  return {};
}
Effects RewordNow(SentencesState& state, std::string_view) {
  const bool is_due = std::exchange(state.reword_due_s, -1) >= 0;
  if (!is_due || !IsStop(state, state.rewording)) return {};
  Pin(state, state.rewording, {kNoLine, state.reworded});
  return AskNow(state);
}
Effects RewordEnd(SentencesState& state, std::string_view argument) {
  Effects effects = RewordNow(state, argument);
  state.rewording = -1;
  return effects;
}
Effects RewordLeave(SentencesState& state, std::string_view) {
  state.rewording = -1;
  state.reword_due_s = -1;
  return {};
}

Effects TypeVia(SentencesState& state, std::string_view word) {
  state.via = word.substr(0, 80);
  return {};
}
Effects TakeVia(SentencesState& state, std::string_view) {
  AddVia(state, state.via, state.via_rhymes);
  state.via.clear();
  return AskNow(state);
}
Effects ViaKind(SentencesState& state, std::string_view kind) {
  state.via_rhymes = kind == "rhyme";
  return {};
}
Effects LeaveVia(SentencesState& state, std::string_view via) {
  DropVia(state, via);
  return AskNow(state);
}

struct Listed {
  std::string_view name;
  Effects (*apply)(SentencesState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"type-a", TypeFirst},
    {"type-b", TypeLast},
    {"settle", Settle},
    {"swap", Swap},
    {"random", RandomPair},
    {"preset", Preset},
    {"mix", Mix},
    {"mix-key", MixKey},
    {"mix-meaning", MixMeaning},
    {"mix-spelling", MixSpelling},
    {"mix-sound", MixSound},
    {"scenic", Scenic},
    {"steps", Steps},
    {"book", Book},
    {"books", Books},
    {"another", Another},
    {"hold", Hold},
    {"choose", ChooseOther},
    {"choose-cloud", ChooseCloud},
    {"blur", Blur},
    {"reword-open", Reword},
    {"reword", TypeReword},
    {"reword-now", RewordNow},
    {"reword-end", RewordEnd},
    {"reword-leave", RewordLeave},
    {"via-type", TypeVia},
    {"via-add", TakeVia},
    {"via-kind", ViaKind},
    {"via-drop", LeaveVia},
    {"own-text", ReadOwnText},
    {"own-cancel", CancelOwnText},
    {"own-forget", ForgetOwnText},
    {"own-stock", ChooseStock},
};

}  // namespace

Effects Apply(SentencesState& state, std::string_view action, std::string_view argument) {
  if (!state.has_shelves && action != "placed") return {};
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  Effects effects;
  ApplyToView(state, action, argument, effects);
  return effects;
}

}  // namespace meander
