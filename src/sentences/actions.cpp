// What each action of the page does; see state.h.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sentences/asking.h"
#include "sentences/corpus_map.h"
#include "sentences/own_text.h"
#include "sentences/poem.h"

namespace meander {
namespace {

constexpr double kLive_s = 0.12;  // a puck that moves asks this often
constexpr uint8_t kCloudLines = 7;

// A whole number and nothing else; −1 for anything that is none.
int NumberIn(std::string_view text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size() && value >= 0 ? value : -1;
}
// "3 17" → 3 and the rest.
std::pair<int, std::string_view> StopAndRest(std::string_view text) {
  const size_t space = std::min(text.find(' '), text.size());
  return {NumberIn(text.substr(0, space)),
          space < text.size() ? text.substr(space + 1) : std::string_view()};
}
float ShareIn(std::string_view text) {
  const float value = std::strtof(std::string(text.substr(0, 20)).c_str(), nullptr);
  return value >= -100 && value <= 100 ? value : 0;
}

bool IsStop(const SentencesState& state, int stop) {
  return stop >= 1 && stop <= state.stop_count();
}

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
  // The way goes through it already: nothing is to be worked out until something else changes.
  if (state.shown && !state.shown->is_sketch) state.shown->asked = state.ask;
  return {SetLinkEffect{false}, SayEffect{std::string(words::kSentencesHeld)}};
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

Effects Go(SentencesState& state, std::string_view stop) {
  const int wanted = NumberIn(stop);
  if (wanted < 0 || wanted > state.stop_count() + 1) return {};
  GoTo(state, static_cast<float>(wanted));
  return {SetLinkEffect{false}};
}
Effects Point(SentencesState& state, std::string_view stop) {
  state.hovered = stop.empty() ? -1 : NumberIn(stop);
  return {};
}
Effects Scrub(SentencesState& state, std::string_view at) {
  GoTo(state, ShareIn(at));
  state.reading.is_held = true;
  return {};
}
Effects ScrubEnd(SentencesState& state, std::string_view at) {
  GoTo(state, ShareIn(at));
  state.reading.is_held = false;
  state.reading.begun_at = state.reading.at;
  state.reading.begun_s = state.now_s;
  const LineChoice line = LineAt(state, state.current());
  return {SetLinkEffect{false}, SayEffect{line.text}};
}
Effects Play(SentencesState& state, std::string_view) {
  Reading& reading = state.reading;
  reading.is_playing = !reading.is_playing;
  reading.is_held = false;
  if (!reading.is_playing) {
    reading.at = std::round(reading.at);
    return {};
  }
  const bool is_at_end = reading.at >= static_cast<float>(state.stop_count() + 1) - 0.5f;
  reading.begun_at = is_at_end ? 0 : std::round(reading.at);
  reading.at = reading.begun_at;
  reading.begun_s = state.now_s;
  return {};
}

Effects OpenReadOn(SentencesState& state, std::string_view argument) {
  const int stop = argument.empty() ? state.current() : NumberIn(argument);
  const LineChoice line = LineAt(state, stop);
  if (line.shelf >= state.shelves.shelves.size()) return {};
  state.read_on = {line.item, NextRequestId(), std::nullopt, {}};
  state.dialog = SentencesDialog::kReadOn;
  return {AskEngineEffect{{state.read_on.request, LinePlaceRequest{line.item}}}};
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

Effects Dialog(SentencesState& state, SentencesDialog dialog) {
  state.dialog = dialog;
  state.shows_books = false;
  return {};
}
Effects Share(SentencesState& state, std::string_view) {
  return Dialog(state, SentencesDialog::kShare);
}
Effects Help(SentencesState& state, std::string_view) {
  return Dialog(state, SentencesDialog::kHelp);
}
Effects OwnOpen(SentencesState& state, std::string_view) {
  return Dialog(state, SentencesDialog::kOwnText);
}
Effects Close(SentencesState& state, std::string_view) {
  if (state.read_on.request != 0) state.read_on = {};
  return Dialog(state, SentencesDialog::kNone);
}
Effects Controls(SentencesState& state, std::string_view) {
  state.shows_controls = !state.shows_controls;
  state.shows_books = false;
  return {};
}
Effects List(SentencesState& state, std::string_view) {
  state.shows_list = !state.shows_list;
  return {};
}
Effects WhereItRan(SentencesState& state, std::string_view) {
  Effects effects = OpenCorpusMap(state);
  return effects;
}
Effects Fetch(SentencesState& state, std::string_view) {
  state.may_fetch = true;
  return AskNow(state);
}
Effects TryAgain(SentencesState& state, std::string_view) {
  state.problem.clear();
  return AskNow(state);
}

Effects CopyLink(SentencesState&, std::string_view) { return {CopyLinkEffect{}}; }
Effects CopyPoem(SentencesState& state, std::string_view) {
  return {CopyTextEffect{PoemOf(state)}};
}
Effects CopyAlt(SentencesState& state, std::string_view) {
  return {CopyTextEffect{SentenceOf(state)}};
}
Effects SavePng(SentencesState&, std::string_view) { return {SavePictureEffect{false, true}}; }
Effects SaveSvg(SentencesState&, std::string_view) { return {SavePictureEffect{true, true}}; }
Effects Listen(SentencesState& state, std::string_view) {
  if (!state.can_speak) return {};
  if (std::exchange(state.is_speaking, !state.is_speaking)) return {SpeakEffect{{}}};
  std::vector<std::string> lines;
  for (int stop = 0; stop <= state.stop_count() + 1; ++stop) {
    lines.push_back(LineAt(state, stop).text);
  }
  return {SpeakEffect{std::move(lines)}};
}
// From the host: which line is being read aloud; nothing once it is over.
Effects Speaking(SentencesState& state, std::string_view argument) {
  const int line = NumberIn(argument);
  state.is_speaking = line >= 0;
  if (line >= 0 && line <= state.stop_count() + 1) GoTo(state, static_cast<float>(line));
  return {};
}
Effects Notice(SentencesState& state, std::string_view text) {
  state.notice = text;
  state.notice_until_s = state.now_s + 8;
  if (text.empty()) return {};
  return {SayEffect{std::string(text)}};
}
Effects Dismiss(SentencesState& state, std::string_view) {
  state.notice.clear();
  return {};
}

// "0 66.5;1 128;…" from the page: where each stop's line stands beside the chart.
Effects Placed(SentencesState& state, std::string_view places) {
  std::vector<float> measured(static_cast<size_t>(kMostStops) + 2, -1);
  bool has_any = false;
  while (!places.empty()) {
    const size_t end = std::min(places.find(';'), places.size());
    const auto [stop, rest] = StopAndRest(places.substr(0, end));
    const float y = std::strtof(std::string(rest.substr(0, 20)).c_str(), nullptr);
    if (stop >= 0 && static_cast<size_t>(stop) < measured.size() && y > 0 && y < 20000) {
      measured[static_cast<size_t>(stop)] = y;
      has_any = true;
    }
    places.remove_prefix(std::min(end + 1, places.size()));
  }
  state.measured_y_px = has_any ? std::move(measured) : std::vector<float>();
  return {};
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
    {"go", Go},
    {"point", Point},
    {"scrub", Scrub},
    {"scrub-end", ScrubEnd},
    {"play", Play},
    {"read-on", OpenReadOn},
    {"via-type", TypeVia},
    {"via-add", TakeVia},
    {"via-kind", ViaKind},
    {"via-drop", LeaveVia},
    {"own-open", OwnOpen},
    {"own-text", ReadOwnText},
    {"own-cancel", CancelOwnText},
    {"own-forget", ForgetOwnText},
    {"own-stock", ChooseStock},
    {"where", WhereItRan},
    {"list", List},
    {"controls", Controls},
    {"share", Share},
    {"help", Help},
    {"close", Close},
    {"fetch", Fetch},
    {"again", TryAgain},
    {"copy-link", CopyLink},
    {"copy-poem", CopyPoem},
    {"copy-alt", CopyAlt},
    {"save-png", SavePng},
    {"save-svg", SaveSvg},
    {"listen", Listen},
    {"speaking", Speaking},
    {"notice", Notice},
    {"dismiss", Dismiss},
    {"placed", Placed},
};

}  // namespace

Effects Apply(SentencesState& state, std::string_view action, std::string_view argument) {
  if (!state.has_shelves && action != "placed") return {};
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

}  // namespace meander
