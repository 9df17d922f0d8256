// See state.h: arrivals, and what is asked when.
#include "sentences/state.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "sentences/corpus_map.h"
#include "sentences/link.h"
#include "sentences/own_text.h"

namespace meander {
namespace {

// Letters alone: two ends that differ in a comma are the same place.
std::string LettersOf(std::string_view text) {
  std::string letters;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    const char32_t c = character.code_point;
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    // Beyond ASCII everything but punctuation and spaces is a letter to us.
    const bool is_other = c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && c != 0x3000 && c != 0xFFFD;
    if (is_plain || is_other) AppendUtf8(c, letters);
    at += character.byte_count;
  }
  return letters;
}

bool NeedsReader(const GradientRequest& ask) { return ask.mix.meaning > 0; }

Effects Forget(RequestId& request) {
  if (request == 0) return {};
  return {CancelEngineEffect{std::exchange(request, 0)}};
}

Effects AskForSounds(SentencesState& state) {
  if (!state.shown || state.shown->is_sketch || !state.shown->sounds.empty() ||
      LeadingSpace(state.shown->asked.mix) != Space::kSound) {
    return {};
  }
  Effects effects = Forget(state.sounds_request);
  LineSoundsRequest sounds;
  for (int stop = 0; stop <= state.stop_count() + 1; ++stop) {
    sounds.texts.push_back(LineAt(state, stop).text);
  }
  state.sounds_request = NextRequestId();
  effects.push_back(AskEngineEffect{{state.sounds_request, std::move(sounds)}});
  return effects;
}

void Notify(SentencesState& state, std::string text) {
  state.notice = std::move(text);
  state.notice_until_s = kNoticeUnseen_s;
}

bool IsWhole(const SentencesState& state, const GradientReply& reply) {
  const auto is_known = [&](const LineChoice& line) {
    return line.shelf == kNoShelf || line.shelf < state.shelves.shelves.size();
  };
  return reply.stops.size() <= kMostStops && reply.weakest <= reply.stops.size() &&
         std::ranges::all_of(reply.stops, [&](const GradientStop& stop) {
           return is_known(stop.line) && std::ranges::all_of(stop.others, is_known);
         });
}

// What was read stays what is read, as far as it is still there.
void Show(SentencesState& state, Shown shown) {
  const bool is_first = !state.shown;
  state.shown = std::move(shown);
  const auto last = static_cast<float>(state.stop_count() + 1);
  if (is_first) state.reading.at = std::min(1.f, last);
  state.reading.at = std::min(state.reading.at, last);
  if (state.cloud.stop > state.stop_count()) state.cloud = {};
  state.dragged = -1;
}

Effects TakeGradient(SentencesState& state, const GradientReply& reply) {
  state.request = 0;
  state.progress = {};
  if (!IsWhole(state, reply)) {
    state.problem = words::kErrorAnswer;
    return {SayEffect{state.problem}};
  }
  state.problem.clear();
  if (!reply.looks_english) Notify(state, std::string(words::kSentencesEnglish));
  const bool is_free = state.asked.pins.empty() && state.asked.another == 0;
  Show(state, {state.asked, reply, false, is_free, {}});
  Effects effects = AskForSounds(state);
  effects.push_back(
      SayEffect{Fill(words::kSentencesArrived, {{"count", std::to_string(reply.stops.size())}})});
  return effects;
}

void TakeSketch(SentencesState& state, const GradientSketchReply& sketch) {
  GradientReply reply;
  const bool fits = state.shown && state.shown->reply.stops.size() == sketch.stops.size();
  if (fits) reply.shore = state.shown->reply.shore;
  for (size_t i = 0; i < sketch.stops.size(); ++i) {
    GradientStop stop;
    stop.line = sketch.stops[i];
    // The river stays where it was until the route is known.
    stop.place = fits
                     ? state.shown->reply.stops[i].place
                     : WayPlace{static_cast<uint8_t>(255 * (i + 1) / (sketch.stops.size() + 1)), 0};
    reply.stops.push_back(std::move(stop));
  }
  reply.weakest = 0;
  if (IsWhole(state, reply)) Show(state, {state.asked, std::move(reply), true, false, {}});
}

Effects TakePair(SentencesState& state, const LinePairReply& pair) {
  state.pair_request = 0;
  state.ask.a = pair.a.text;
  state.ask.b = pair.b.text;
  state.ask.pins.clear();
  state.ask.vias.clear();
  state.ask.banned.clear();
  state.ask.another = 0;
  state.is_example = false;
  return AskNow(state);
}

Effects TakeError(SentencesState& state, RequestId id, const Error& error) {
  if (id == state.request) {
    state.request = 0;
    state.progress = {};
    state.problem = error.message;
    return {SayEffect{error.message}};
  }
  if (id == state.cloud.request) state.cloud = {};
  if (id == state.read_on.request) {
    state.read_on.request = 0;
    state.read_on.error = error.message;
  }
  if (id == state.own.request) {
    state.own.request = 0;
    state.own.error = error.message;
    return {SayEffect{error.message}};
  }
  if (id == state.pair_request || id == state.sounds_request) {
    (id == state.pair_request ? state.pair_request : state.sounds_request) = 0;
    Notify(state, error.message);
  }
  return {};
}

Effects TakeOwnText(SentencesState& state, const OwnTextReply& reply) {
  state.own.request = 0;
  state.own.lines = reply.lines;
  state.own.skipped = reply.skipped;
  Effects effects = SearchOwnText(state);
  effects.push_back(SayEffect{Fill(words::kOwnRead, {{"count", WithCommas(reply.lines)}})});
  return effects;
}

GradientRequest ExampleAsk() {
  GradientRequest ask;
  ask.a = kExampleFirst;
  ask.b = kExampleLast;
  return ask;
}

// The page's address, or a caption around a figure, names no state any more.
Effects BeginAgain(SentencesState& state) {
  state.ask = ExampleAsk();
  state.is_example = true;
  state.reading = {};
  return AskNow(state);
}

Effects ShelvesAreThere(SentencesState& state) {
  const std::string link = std::exchange(state.pending_link, {});
  if (!link.empty()) return TakeLink(state, link);
  return AskNow(state);
}

}  // namespace

Effects AskNow(SentencesState& state) {
  state.due_s = -1;
  const std::string a = LettersOf(state.ask.a), b = LettersOf(state.ask.b);
  if (a.empty() || b.empty() || a == b) {
    Effects effects = Forget(state.request);
    state.asks_to_fetch = false;
    state.problem = a.empty() || b.empty() ? words::kSentencesEmpty : words::kSentencesSame;
    return effects;
  }
  state.problem.clear();
  state.asks_to_fetch =
      NeedsReader(state.ask) && state.is_careful && !state.may_fetch && !state.is_example;
  if (state.asks_to_fetch) return Forget(state.request);
  if (state.request != 0 && state.asked == state.ask && !state.lines_are_others) return {};
  Effects effects = Forget(state.request);
  const bool is_answered =
      state.shown && !state.shown->is_sketch && state.shown->asked == state.ask;
  if (is_answered && !state.lines_are_others) return effects;
  state.lines_are_others = false;
  state.request = NextRequestId();
  state.asked = state.ask;
  effects.push_back(AskEngineEffect{{state.request, state.ask}});
  if (!state.is_example) effects.push_back(SetLinkEffect{false});
  return effects;
}

void AskSoon(SentencesState& state) { state.due_s = state.now_s + kTypingRest_s; }

Effects StartSentences(SentencesState& state, const PackHead& head, std::string_view link_payload) {
  state.head = head;
  state.pending_link = link_payload;
  state.ask = ExampleAsk();
  const SectionRef* section = head.Find(kShelvesSection);
  if (section == nullptr || section->chunks.size() != 1) {
    state.error = words::kErrorLines;
    return {};
  }
  return {FetchEffect{std::string(kShelvesSection), 0}};
}

Effects TakeReply(SentencesState& state, const Reply& reply) {
  if (const auto* error = std::get_if<Error>(&reply.body)) {
    return TakeError(state, reply.id, *error);
  }
  if (reply.id == state.request) {
    if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) state.progress = *progress;
    if (const auto* sketch = std::get_if<GradientSketchReply>(&reply.body)) {
      TakeSketch(state, *sketch);
    }
    if (const auto* gradient = std::get_if<GradientReply>(&reply.body)) {
      return TakeGradient(state, *gradient);
    }
  }
  if (const auto* cloud = std::get_if<CloudReply>(&reply.body)) {
    if (reply.id == state.cloud.request) {
      state.cloud.request = 0;
      state.cloud.lines = cloud->lines;
    }
  }
  if (const auto* place = std::get_if<LinePlaceReply>(&reply.body)) {
    if (reply.id == state.read_on.request) {
      state.read_on.request = 0;
      state.read_on.reply = *place;
    }
  }
  if (const auto* sounds = std::get_if<LineSoundsReply>(&reply.body)) {
    if (reply.id == state.sounds_request) {
      state.sounds_request = 0;
      if (state.shown) state.shown->sounds = sounds->lines;
    }
  }
  if (const auto* pair = std::get_if<LinePairReply>(&reply.body)) {
    if (reply.id == state.pair_request) return TakePair(state, *pair);
  }
  if (reply.id == state.own.request) {
    if (const auto* progress = std::get_if<OwnTextProgressReply>(&reply.body)) {
      state.own.progress = *progress;
      state.own.lines = progress->lines_done;
    }
    if (const auto* own = std::get_if<OwnTextReply>(&reply.body)) return TakeOwnText(state, *own);
  }
  return {};
}

Effects TakeLink(SentencesState& state, std::string_view payload) {
  if (!state.has_shelves) {
    state.pending_link = payload;
    return {};
  }
  if (payload.empty()) return state.is_example ? Effects{} : BeginAgain(state);
  Result<SentencesLink> link = ReadSentencesLink(payload, state.head, state.shelves);
  if (!link) {
    Notify(state, link.error().message);
    Effects effects = state.shown ? Effects{} : AskNow(state);
    effects.push_back(SayEffect{state.notice});
    return effects;
  }
  if (link->ask == state.ask && !state.is_example) return {};
  if (link->is_other_corpus) Notify(state, std::string(words::kSentencesOtherCorpus));
  state.ask = std::move(link->ask);
  state.is_example = false;
  state.reading = {};
  state.reading.at = static_cast<float>(std::min<int>(link->current, state.ask.steps + 1));
  return AskNow(state);
}

Effects LetTimePass(SentencesState& state, double now_s, bool& more) {
  state.now_s = now_s;
  Effects effects;
  if (state.reword_due_s >= 0 && now_s >= state.reword_due_s) {
    Append(effects, Apply(state, "reword-now", ""));
  }
  if (state.due_s >= 0 && now_s >= state.due_s) Append(effects, AskNow(state));
  if (!state.notice.empty() && NoticeIsOver(state.notice_until_s, now_s)) {
    state.notice.clear();
    effects.push_back(ShowPageEffect{});
  }
  more = state.due_s >= 0 || state.reword_due_s >= 0 || !state.notice.empty();
  return effects;
}

LineChoice LineAt(const SentencesState& state, int stop) {
  if (stop <= 0) return {kNoLine, kNoShelf, state.ask.a};
  if (stop > state.stop_count()) return {kNoLine, kNoShelf, state.ask.b};
  return state.shown->reply.stops[static_cast<size_t>(stop - 1)].line;
}

std::string SourceOf(const SentencesState& state, const LineChoice& line, bool is_short) {
  if (line.shelf < state.shelves.shelves.size()) {
    const Shelf& shelf = state.shelves.shelves[line.shelf];
    std::string source = shelf.author;
    if (!is_short || source.empty()) source += (source.empty() ? "" : ", ") + shelf.title;
    if (shelf.year > 0) source += ", " + std::to_string(shelf.year);
    return source;
  }
  return std::string(line.item == kNoLine ? words::kSentencesYourWords : words::kSentencesYourText);
}

const LinePin* PinAt(const SentencesState& state, int stop) {
  for (const LinePin& pin : state.ask.pins) {
    if (pin.stop + 1 == stop) return &pin;
  }
  return nullptr;
}

Space LeadingSpace(const SpaceMix& mix) {
  if (mix.sound > mix.meaning && mix.sound >= mix.spelling) return Space::kSound;
  if (mix.spelling > mix.meaning) return Space::kSpelling;
  return Space::kMeaning;
}

Effects TakeChunk(SentencesState& state, std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) {
  if (section == kShelvesSection && !state.has_shelves) {
    Result<Shelves> shelves = bytes ? ReadShelves(*bytes, state.head.item_count)
                                    : Result<Shelves>(std::unexpected(bytes.error()));
    if (!shelves) {
      state.error = shelves.error().message;
      return {SayEffect{state.error}};
    }
    state.shelves = std::move(*shelves);
    state.has_shelves = true;
    return ShelvesAreThere(state);
  }
  return TakeMapChunk(state, section, chunk, std::move(bytes));
}

}  // namespace meander
