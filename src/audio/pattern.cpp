// See pattern.h.
#include "audio/pattern.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr double kLongestTap_s = 60.0 / kSlowest_bpm;
constexpr size_t kMostTaps = 8;

bool IsStep(const Pattern& pattern, int track, int step) {
  return track >= 0 && track < static_cast<int>(pattern.tracks.size()) && step >= 0 &&
         step < std::min(pattern.step_count, kMostBeatSteps);
}
uint8_t& StepOf(Pattern& pattern, int track, int step) {
  return pattern.tracks[static_cast<size_t>(track)].steps[static_cast<size_t>(step)];
}

bool IsSound(const Track& track, int step_count) {
  const auto is_within = [](int value, int lowest, int highest) {
    return value >= lowest && value <= highest;
  };
  for (int step = 0; step < kMostBeatSteps; ++step) {
    const int loudness = track.steps[static_cast<size_t>(step)];
    if (loudness > (step < step_count ? kLoudest : 0)) return false;
  }
  return static_cast<int>(track.role) < kRoleCount && is_within(track.volume, 0, kFullVolume) &&
         is_within(track.pitch_semitones, -kMostSemitones, kMostSemitones) &&
         is_within(track.pan, -kMostPan, kMostPan) && is_within(track.chance, 0, kMostChance);
}

}  // namespace

Pattern EmptyPattern() {
  Pattern pattern;
  for (const Role role : {Role::kKick, Role::kSnare, Role::kHat, Role::kExtra}) {
    pattern.tracks.push_back({.role = role});
  }
  return pattern;
}

bool ToggleStep(Pattern& pattern, int track, int step) {
  if (!IsStep(pattern, track, step)) return false;
  uint8_t& loudness = StepOf(pattern, track, step);
  loudness = loudness == 0 ? kUsualLoudness : 0;
  return true;
}

bool SetLoudness(Pattern& pattern, int track, int step, int loudness) {
  if (!IsStep(pattern, track, step)) return false;
  StepOf(pattern, track, step) = static_cast<uint8_t>(std::clamp(loudness, 0, kLoudest));
  return true;
}

void ClearSteps(Pattern& pattern) {
  for (Track& track : pattern.tracks) track.steps.fill(0);
}

bool SetStepCount(Pattern& pattern, int step_count) {
  if (step_count != kBarSteps && step_count != kMostBeatSteps) return false;
  if (step_count == pattern.step_count) return true;
  for (Track& track : pattern.tracks) {
    const auto second_bar = track.steps.begin() + kBarSteps;
    if (step_count == kMostBeatSteps) {
      std::copy(track.steps.begin(), second_bar, second_bar);
    } else {
      std::fill(second_bar, track.steps.end(), uint8_t{0});
    }
  }
  pattern.step_count = step_count;
  return true;
}

void SetTempo(Pattern& pattern, int tempo_bpm) {
  pattern.tempo_bpm = std::clamp(tempo_bpm, kSlowest_bpm, kFastest_bpm);
}

void SetSwing(Pattern& pattern, int swing_percent) {
  pattern.swing_percent = std::clamp(swing_percent, 0, kMostSwing_percent);
}

bool AddTrack(Pattern& pattern, uint32_t clip_id, Role role) {
  if (pattern.tracks.size() >= size_t{kMostTracks}) return false;
  pattern.tracks.push_back({.clip_id = clip_id, .role = role});
  return true;
}

bool RemoveTrack(Pattern& pattern, int track) {
  if (pattern.tracks.size() < 2 || !IsStep(pattern, track, 0)) return false;
  pattern.tracks.erase(pattern.tracks.begin() + track);
  return true;
}

void ReplaceClip(Pattern& pattern, uint32_t gone, uint32_t in_its_stead) {
  for (Track& track : pattern.tracks) {
    if (track.clip_id == gone) track.clip_id = in_its_stead;
  }
}

int HitsOf(const Pattern& pattern) {
  int hits = 0;
  for (const Track& track : pattern.tracks) {
    for (const uint8_t loudness : track.steps) hits += loudness > 0;
  }
  return hits;
}

bool IsHeard(const Pattern& pattern, int track) {
  if (!IsStep(pattern, track, 0)) return false;
  const Track& asked = pattern.tracks[static_cast<size_t>(track)];
  return !asked.mute && (asked.solo || !std::ranges::any_of(pattern.tracks, &Track::solo));
}

bool IsEmpty(const Pattern& pattern) {
  return std::ranges::all_of(pattern.tracks, [](const Track& track) {
    return std::ranges::all_of(track.steps, [](uint8_t loudness) { return loudness == 0; });
  });
}

float ChanceRadius(int chance) {
  return 0.02f * static_cast<float>(std::clamp(chance, 0, kMostChance));
}

Result<void> CheckPattern(const Pattern& pattern) {
  const bool is_sound = (pattern.step_count == kBarSteps || pattern.step_count == kMostBeatSteps) &&
                        pattern.tempo_bpm >= kSlowest_bpm && pattern.tempo_bpm <= kFastest_bpm &&
                        pattern.swing_percent >= 0 && pattern.swing_percent <= kMostSwing_percent &&
                        !pattern.tracks.empty() && pattern.tracks.size() <= size_t{kMostTracks} &&
                        std::ranges::all_of(pattern.tracks, [&pattern](const Track& track) {
                          return IsSound(track, pattern.step_count);
                        });
  if (!is_sound) return Fail(ErrorCode::kInvalidInput, "That beat is not one this page can play.");
  return {};
}

std::optional<int> TempoOfTaps(std::span<const double> taps_s) {
  std::vector<double> between_s;
  for (size_t i = taps_s.size(); i >= 2 && between_s.size() + 1 < kMostTaps; --i) {
    const double interval_s = taps_s[i - 1] - taps_s[i - 2];
    // Not a number compares false and ends it too.
    if (!(interval_s > 0 && interval_s <= kLongestTap_s)) break;
    between_s.push_back(interval_s);
  }
  if (between_s.empty()) return std::nullopt;
  std::ranges::sort(between_s);
  const size_t half = between_s.size() / 2;
  const double middle_s =
      between_s.size() % 2 == 1 ? between_s[half] : (between_s[half - 1] + between_s[half]) / 2;
  const double tempo_bpm = std::min(60 / middle_s, double{kFastest_bpm});
  return std::clamp(static_cast<int>(std::lround(tempo_bpm)), kSlowest_bpm, kFastest_bpm);
}

std::string StepsText(const Track& track, int step_count) {
  std::string text;
  for (int step = 0; step < std::clamp(step_count, 0, kMostBeatSteps); ++step) {
    const uint8_t loudness = track.steps[static_cast<size_t>(step)];
    text += loudness == 0 ? '.' : static_cast<char>('0' + loudness);
  }
  return text;
}

std::optional<std::array<uint8_t, kMostBeatSteps>> StepsOfText(std::string_view text,
                                                               int step_count) {
  std::array<uint8_t, kMostBeatSteps> steps{};
  if (step_count > kMostBeatSteps || static_cast<int>(text.size()) != step_count)
    return std::nullopt;
  for (size_t step = 0; step < text.size(); ++step) {
    const char sign = text[step];
    if (sign == 'x') {
      steps[step] = kUsualLoudness;
    } else if (sign >= '1' && sign <= '0' + kLoudest) {
      steps[step] = static_cast<uint8_t>(sign - '0');
    } else if (sign != '.') {
      return std::nullopt;
    }
  }
  return steps;
}

}  // namespace meander
