// See actions_view.h.
#include "sentences/actions_view.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "canvas/notice_time.h"
#include "sentences/corpus_map.h"
#include "sentences/poem.h"

namespace meander {

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

namespace {

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
// A place on the way, or "+1" or "-1" from the stop it is nearest to.
Effects ScrubEnd(SentencesState& state, std::string_view at) {
  const float step = at == "+1" ? 1.f : at == "-1" ? -1.f : 0.f;
  GoTo(state, step == 0 ? ShareIn(at) : std::round(state.reading.at) + step);
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

Effects Dialog(SentencesState& state, SentencesDialog dialog) {
  state.dialog = dialog;
  state.shows_books = false;
  return {};
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
  state.shows_controls = false;  // on a phone the sheet would lie over it
  return {};
}
Effects AllPresets(SentencesState& state, std::string_view) {
  state.shows_presets = true;
  return {};
}
Effects WhereItRan(SentencesState& state, std::string_view) {
  state.shows_controls = state.shows_list = false;  // on a phone the sheet would lie over it
  return OpenCorpusMap(state);
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
  state.notice_until_s = kNoticeUnseen_s;
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
    {"go", Go},
    {"point", Point},
    {"scrub", Scrub},
    {"scrub-end", ScrubEnd},
    {"play", Play},
    {"read-on", OpenReadOn},
    {"own-open", OwnOpen},
    {"where", WhereItRan},
    {"presets", AllPresets},
    {"list", List},
    {"controls", Controls},
    {"help", Help},
    {"close", Close},
    {"fetch", Fetch},
    {"again", TryAgain},
    {"copy-link", CopyLink},
    {"copy-poem", CopyPoem},
    {"listen", Listen},
    {"speaking", Speaking},
    {"notice", Notice},
    {"dismiss", Dismiss},
    {"placed", Placed},
};

}  // namespace

bool ApplyToView(SentencesState& state, std::string_view action, std::string_view argument,
                 Effects& effects) {
  for (const Listed& listed : kActions) {
    if (listed.name != action) continue;
    effects = listed.apply(state, argument);
    return true;
  }
  return false;
}

}  // namespace meander
