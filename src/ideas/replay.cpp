// See replay.h.
#include "ideas/replay.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"
#include "ideas/swap.h"

namespace meander {
namespace {

constexpr double kStill_s = 1.2, kWhole_s = 10, kLongestFrame_s = 0.1;

int HopsOf(const IdeasState& state) {
  return std::max(static_cast<int>(MainLine(state.journey).size()) - 1, 0);
}

double PaceOf(Pace pace) { return pace == Pace::kSlow ? 0.5 : pace == Pace::kFast ? 2 : 1; }

Effects Open(IdeasState& state, std::string_view) {
  if (HopsOf(state) == 0) return {};
  state.replay = {true, true, 0, state.replay.pace, -1, -1};
  state.shows_list = false;
  const Rect bounds = BoundsOf(state, state.journey);
  // A figure was composed by its author: what is seen of it already stays where it is.
  if (state.is_framed) return {FlyToEffect{bounds, true}};
  return {FlyToEffect{bounds, false, kBesideJourney}};
}

// Of a figure whose reader went elsewhere: its author's walk again, from its first stop.
Effects PlayGiven(IdeasState& state) {
  MakeRoom(state);
  state.journey = state.given;
  state.is_example = state.is_given_example;
  state.grow_from_s = -1;
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{false});
  std::ranges::move(Open(state, {}), std::back_inserter(effects));
  return effects;
}

Effects Close(IdeasState& state, std::string_view) {
  state.replay = {false, false, 0, state.replay.pace, -1, -1};
  return {};
}

Effects Play(IdeasState& state, std::string_view) {
  Replay& replay = state.replay;
  if (HasLeftGiven(state)) return PlayGiven(state);
  if (!replay.is_open) return Open(state, {});
  replay.is_playing = !replay.is_playing;
  replay.last_s = -1;
  if (replay.is_playing && replay.at >= static_cast<float>(HopsOf(state))) replay.at = 0;
  return {};
}

Effects Step(IdeasState& state, std::string_view argument) {
  Replay& replay = state.replay;
  if (!replay.is_open) return {};
  replay.is_playing = false;
  const float to = argument == "-1" ? std::ceil(replay.at) - 1 : std::floor(replay.at) + 1;
  replay.at = std::clamp(to, 0.f, static_cast<float>(HopsOf(state)));
  return {};
}

Effects To(IdeasState& state, std::string_view argument) {
  const std::string text(argument.substr(0, 16));
  char* end = nullptr;
  const float share = std::strtof(text.c_str(), &end);
  if (!state.replay.is_open || text.empty() || *end != '\0' || !std::isfinite(share)) return {};
  state.replay.is_playing = false;
  state.replay.at = std::clamp(share, 0.f, 1.f) * static_cast<float>(HopsOf(state));
  return {};
}

Effects ChoosePace(IdeasState& state, std::string_view argument) {
  if (argument == "slow") state.replay.pace = Pace::kSlow;
  if (argument == "steady") state.replay.pace = Pace::kMiddling;
  if (argument == "fast") state.replay.pace = Pace::kFast;
  return {};
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"replay-open", Open}, {"replay-close", Close}, {"replay-play", Play},
    {"replay-step", Step}, {"replay-to", To},       {"replay-pace", ChoosePace},
};

}  // namespace

bool HasLeftGiven(const IdeasState& state) {
  return state.is_framed && MainLine(state.given).size() > 1 &&
         !IsEarlierOf(state.given, state.journey);
}

std::vector<double> HopSeconds(const IdeasState& state) {
  const JourneyFacts facts = FactsOf(state.journey);
  std::vector<double> seconds;
  double sum = 0;
  for (const float length : facts.lengths) {
    const double known = length == kUnknownLength ? 0.5 : std::clamp(length, 0.f, 1.f);
    sum += seconds.emplace_back(0.6 + 1.2 * known);
  }
  for (double& hop : seconds) hop *= std::min(1.0, kWhole_s / sum);
  return seconds;
}

Effects ApplyReplay(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

void HoldReplay(IdeasState& state) {
  if (!state.replay.is_open) return;
  const int hops = HopsOf(state);
  if (hops == 0) Close(state, {});
  state.replay.at = std::min(state.replay.at, static_cast<float>(hops));
}

bool AdvanceReplay(IdeasState& state, double now_s, bool reduced_motion) {
  Replay& replay = state.replay;
  if (!replay.is_open || !replay.is_playing) return false;
  const std::vector<double> seconds = HopSeconds(state);
  const auto hops = static_cast<float>(seconds.size());
  if (replay.last_s < 0) replay.last_s = now_s;
  double left_s = (now_s - replay.last_s) * PaceOf(replay.pace);
  if (reduced_motion) {
    if (left_s >= kStill_s) {
      replay.at = std::min(std::floor(replay.at) + 1, hops);
      replay.last_s = now_s;
    }
  } else {
    replay.last_s = now_s;
    // A frame that came late is not caught up with.
    left_s = std::min(left_s, kLongestFrame_s * PaceOf(replay.pace));
    while (left_s > 0 && replay.at < hops) {
      const double hop_s = seconds[static_cast<size_t>(replay.at)];
      const double rest_s = (std::floor(replay.at) + 1 - static_cast<double>(replay.at)) * hop_s;
      if (left_s < rest_s) {
        replay.at += static_cast<float>(left_s / hop_s);
        break;
      }
      replay.at = std::floor(replay.at) + 1;
      left_s -= rest_s;
    }
  }
  if (replay.at >= hops) replay.is_playing = false;
  return replay.is_playing;
}

Effects TellReplay(IdeasState& state) {
  Replay& replay = state.replay;
  if (!replay.is_open) return {};
  const std::vector<int> line = MainLine(state.journey);
  const int last = static_cast<int>(line.size()) - 1;
  const int stop = std::clamp(static_cast<int>(replay.at + 1e-4f), 0, std::max(last, 0));
  const bool is_over = !replay.is_playing && stop == last;
  const int told = is_over ? last + 1 : stop;
  if (line.empty() || told == replay.told) return {};
  replay.told = told;
  const auto item_at = [&](int place) {
    return state.journey.stops[static_cast<size_t>(line[static_cast<size_t>(place)])].item;
  };
  const Point2 from = state.map.PlaceOf(item_at(stop));
  const Point2 to = state.map.PlaceOf(item_at(std::min(stop + 1, last)));
  return {SayEffect{Fill(words::kReplayAt, {{"place", std::to_string(stop + 1)},
                                            {"count", std::to_string(last + 1)},
                                            {"title", state.map.TitleOf(item_at(stop))}})},
          FlyToEffect{{{std::min(from.x, to.x), std::min(from.y, to.y)},
                       {std::max(from.x, to.x), std::max(from.y, to.y)}},
                      true}};
}

}  // namespace meander
