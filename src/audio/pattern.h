// A beat as plain data, and everything that changes it. Nothing here makes a sound: notes.h says
// what is hit when, mixer.h what is heard, beat_code.h how it stands in a link. Numbers out of
// range are brought into it; a track or step that is not there is left alone, and the function says
// false.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace meander {

inline constexpr int kMostTracks = 8;
inline constexpr int kBarSteps = 16, kMostBeatSteps = 32;  // a pattern has one of these two
inline constexpr int kLoudest = 7, kUsualLoudness = 5;
inline constexpr int kFullVolume = 7;
inline constexpr int kMostSemitones = 12;
inline constexpr int kMostPan = 7;      // -7 all left, 7 all right
inline constexpr int kMostChance = 15;  // see ChanceRadius
inline constexpr int kSlowest_bpm = 40, kFastest_bpm = 240, kUsual_bpm = 112;
inline constexpr int kMostSwing_percent = 75;

enum class Role : uint8_t { kKick, kSnare, kHat, kExtra };
inline constexpr int kRoleCount = 4;

struct Track {
  uint32_t clip_id = 0;  // audio/clip.h; its ring stands on this clip
  Role role = Role::kExtra;
  // Loudness 0 (nothing) to kLoudest. What stands behind the pattern's step_count is 0.
  std::array<uint8_t, kMostBeatSteps> steps{};
  uint8_t volume = kFullVolume;  // 0 to kFullVolume
  int8_t pitch_semitones = 0;    // -12 to 12
  int8_t pan = 0;                // -kMostPan to kMostPan
  uint8_t chance = 0;            // how wide its ring is: 0 always the clip itself
  bool mute = false, solo = false;
  bool locked = false;  // Shuffle leaves it alone

  friend bool operator==(const Track&, const Track&) = default;
};

struct Pattern {
  int step_count = kBarSteps;  // sixteenths; kBarSteps or kMostBeatSteps
  int tempo_bpm = kUsual_bpm;
  int swing_percent = 0;  // every second sixteenth comes late by half of this share of its length:
                          // 67 is the swing of triplets
  uint32_t seed = 0;      // of what is picked inside the rings
  std::vector<Track> tracks;

  friend bool operator==(const Pattern&, const Pattern&) = default;
};

// Kick, snare, hat and an extra, without clips or steps.
Pattern EmptyPattern();

// Off becomes kUsualLoudness, anything else off.
bool ToggleStep(Pattern& pattern, int track, int step);
bool SetLoudness(Pattern& pattern, int track, int step, int loudness);
void ClearSteps(Pattern& pattern);  // of all tracks; sounds and settings stay
// From one bar to two the first is played twice; from two to one the second is gone.
bool SetStepCount(Pattern& pattern, int step_count);
void SetTempo(Pattern& pattern, int tempo_bpm);
void SetSwing(Pattern& pattern, int swing_percent);
// False where there are kMostTracks.
bool AddTrack(Pattern& pattern, uint32_t clip_id, Role role);
// False where it is the only one.
bool RemoveTrack(Pattern& pattern, int track);

// Every track that plays the one plays the other.
void ReplaceClip(Pattern& pattern, uint32_t gone, uint32_t in_its_stead);

// Not muted, and where any track is solo, solo itself.
bool IsHeard(const Pattern& pattern, int track);
bool IsEmpty(const Pattern& pattern);  // no step is on
int HitsOf(const Pattern& pattern);    // steps that are on, of all tracks

// Radius of a ring on the map, whose half side is 1; 0 for chance 0.
float ChanceRadius(int chance);

// kInvalidInput with a sentence where a number is out of its range, or step_count is another one.
Result<void> CheckPattern(const Pattern& pattern);

// The tempo that was tapped, from the times of the taps in order. Only what came after the last
// pause of more than 1.5 s (40 a minute) counts, at most eight taps; the middle interval decides,
// so that one slip changes nothing. nullopt until two taps belong together.
std::optional<int> TempoOfTaps(std::span<const double> taps_s);

// "7...5..." with a point for silence; and back: also 'x' for the usual loudness. nullopt where
// there are not step_count signs or one is none of these.
std::string StepsText(const Track& track, int step_count);
std::optional<std::array<uint8_t, kMostBeatSteps>> StepsOfText(std::string_view text,
                                                               int step_count);

}  // namespace meander
