// The beat as it is being played: mixes ahead of the loudspeaker's clock, and knows what is heard
// at this moment. It plays what it is told to and decides nothing.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "audio/mixer.h"
#include "canvas/room.h"

namespace meander {

inline constexpr double kMixedAhead_s = 0.25;
inline constexpr double kHitLasts_s = 0.14;  // on the map

class Player {
 public:
  void SetClips(ClipOfNote clip_of_note) { clip_of_note_ = std::move(clip_of_note); }

  // From the first step. What comes next is asked for by Mix.
  void Start(const Pattern& pattern);
  void Change(const Pattern& pattern);
  void Stop() { mixer_.reset(); }
  // Plays to the end of the bar and lets what sounds ring out; HasEnded once that has been heard.
  void EndAtBar();
  bool HasEnded(double now_s) const;
  bool is_on() const { return mixer_.has_value(); }

  // Called at the loudspeaker's tick. Where the page was hidden, all that is left of the bar, so
  // that it ends as music does; nothing is asked for after that.
  std::vector<SoundBlock> Mix(const SoundNews& news);

  // News of the clock, `now_s` as everywhere: what is drawn goes by it until the next.
  void TakeNews(const SoundNews& news, double now_s);
  // The frame that is heard at `now_s`; -1 before the first.
  int64_t HeardAt(double now_s) const;
  // The step of the pattern that is heard at `now_s`, −1 while nothing plays.
  int StepAt(double now_s) const;
  // The step, with the share of it that is over: 3.5 is half way through the fourth. −1: none.
  float PlaceAt(double now_s) const;
  // How long ago the last hit of a track was heard, as a share of kHitLasts_s; 1 and more: over.
  float HitAge(int track, double now_s) const;

 private:
  SoundBlock MixTo(int64_t frame);

  ClipOfNote clip_of_note_;
  std::optional<Mixer> mixer_;
  Pattern pattern_;
  std::deque<StartedNote> coming_;             // mixed, not heard yet
  std::array<int64_t, kMostTracks> hit_at_{};  // frame where each track's last hit was heard
  int64_t heard_ = -1;
  std::optional<int64_t> ends_at_;  // nothing is heard from this frame on
  double heard_at_s_ = 0;
};

}  // namespace meander
