// See duet.h.
#include "ideas/duet.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr double kStill_s = 1.2, kHop_s = 0.9, kWhole_s = 10, kLongestFrame_s = 0.1;

float EndOf(const Duet& duet) { return duet.in_turn ? 2 : 1; }

// The stops at which a step may rest: those of the walked line, in turn those of both.
std::vector<float> RestsOf(const IdeasState& state) {
  std::vector<float> rests;
  const auto add = [&](const Journey& journey, float from) {
    const auto hops = static_cast<float>(std::max<size_t>(MainLine(journey).size(), 2) - 1);
    for (float hop = 0; hop <= hops; ++hop) rests.push_back(from + hop / hops);
  };
  if (state.duet.in_turn) {
    add(OwnOf(state), 0);
    add(TheirsOf(state), 1);
  } else {
    add(state.journey, 0);
  }
  return rests;
}

double SecondsOf(const IdeasState& state) {
  return std::min(kWhole_s, kHop_s * static_cast<double>(RestsOf(state).size() - 1));
}

// "4 of 7, Calendar": where the line that moves now has come to.
SayEffect Where(const IdeasState& state) {
  const Duet& duet = state.duet;
  const bool is_theirs = duet.in_turn ? duet.at >= 1 : duet.is_swapped;
  const Journey& journey = is_theirs ? TheirsOf(state) : OwnOf(state);
  const std::vector<uint32_t> items = ItemsOf(journey);
  const float share = is_theirs ? TheirShare(duet) : OwnShare(duet);
  const auto last = static_cast<float>(items.size() - 1);
  const auto place = static_cast<size_t>(std::clamp(share * last + 1e-3f, 0.f, last));
  return {Fill(words::kReplayAt, {{"place", std::to_string(place + 1)},
                                  {"count", std::to_string(items.size())},
                                  {"title", state.map.TitleOf(items[place])}})};
}

bool IsThere(const IdeasState& state) {
  return state.other && !state.other->is_empty() && !state.journey.is_empty();
}

}  // namespace

const Journey& OwnOf(const IdeasState& state) {
  return state.duet.is_swapped && state.other ? *state.other : state.journey;
}
const Journey& TheirsOf(const IdeasState& state) {
  return state.duet.is_swapped ? state.journey : *state.other;
}

std::vector<uint32_t> ItemsOf(const Journey& journey) {
  std::vector<uint32_t> items;
  for (const int stop : MainLine(journey)) {
    items.push_back(journey.stops[static_cast<size_t>(stop)].item);
  }
  return items;
}

float OwnShare(const Duet& duet) { return std::clamp(duet.at, 0.f, 1.f); }
float TheirShare(const Duet& duet) {
  return std::clamp(duet.in_turn ? duet.at - 1 : duet.at, 0.f, 1.f);
}

bool ShowsDuet(const IdeasState& state) {
  return state.duet.is_open && IsThere(state) && !state.walk.is_open && !state.tour.is_on;
}

Effects PlayDuet(IdeasState& state, std::string_view) {
  Duet& duet = state.duet;
  if (!ShowsDuet(state)) return {};
  duet.is_playing = !duet.is_playing;
  duet.last_s = -1;
  if (duet.is_playing && duet.at >= EndOf(duet)) duet.at = 0;
  return {};
}

Effects StepDuet(IdeasState& state, std::string_view argument) {
  Duet& duet = state.duet;
  if (!ShowsDuet(state)) return {};
  duet.is_playing = false;
  const std::vector<float> rests = RestsOf(state);
  constexpr float kSame = 1e-4f;
  if (argument == "-1") {
    const auto before = std::ranges::find_if(rests.rbegin(), rests.rend(),
                                             [&](float rest) { return rest < duet.at - kSame; });
    duet.at = before == rests.rend() ? 0 : *before;
  } else {
    const auto after =
        std::ranges::find_if(rests, [&](float rest) { return rest > duet.at + kSame; });
    duet.at = after == rests.end() ? EndOf(duet) : *after;
  }
  return {Where(state)};
}

Effects SeekDuet(IdeasState& state, std::string_view argument) {
  const std::string text(argument.substr(0, 16));
  char* end = nullptr;
  const float share = std::strtof(text.c_str(), &end);
  if (!ShowsDuet(state) || text.empty() || *end != '\0' || !std::isfinite(share)) return {};
  state.duet.is_playing = false;
  state.duet.at = std::clamp(share, 0.f, 1.f) * EndOf(state.duet);
  return {};
}

Effects TurnDuet(IdeasState& state, std::string_view argument) {
  Duet& duet = state.duet;
  const bool in_turn = argument == "in-turn";
  if ((!in_turn && argument != "together") || in_turn == duet.in_turn) return {};
  const bool was_over = duet.at >= EndOf(duet);
  duet.at = was_over ? (in_turn ? 2.f : 1.f) : OwnShare(duet);
  duet.in_turn = in_turn;
  duet.last_s = -1;
  return {};
}

bool AdvanceDuet(IdeasState& state, double now_s, bool reduced_motion) {
  Duet& duet = state.duet;
  if (!duet.is_playing) return false;
  if (!ShowsDuet(state)) return duet.is_playing = false;
  if (duet.last_s < 0) duet.last_s = now_s;
  if (reduced_motion) {
    if (now_s - duet.last_s >= kStill_s) {
      const std::vector<float> rests = RestsOf(state);
      const auto after =
          std::ranges::find_if(rests, [&](float rest) { return rest > duet.at + 1e-4f; });
      duet.at = after == rests.end() ? EndOf(duet) : *after;
      duet.last_s = now_s;
    }
  } else {
    const double passed_s = std::min(now_s - duet.last_s, kLongestFrame_s);
    duet.last_s = now_s;
    duet.at += static_cast<float>(passed_s / SecondsOf(state)) * EndOf(duet);
  }
  if (duet.at >= EndOf(duet)) {
    duet.at = EndOf(duet);
    duet.is_playing = false;
  }
  return duet.is_playing;
}

}  // namespace meander
