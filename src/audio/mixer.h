// A beat as sound: the one mixer that the page plays, the WAV file holds and the command line
// writes. Every hit begins at exactly the sample that its time rounds to. Clips are played by
// windowed-sinc interpolation where they are pitched (resample.h), by their own samples where they
// are not; faded in over 1 ms, and out over 1 ms where the track's next hit cuts them off; panned
// with equal power; turned down by 1 dB; and held below -1 dBFS by a limiter that looks ahead.
//
// What Render gives does not depend on how it is asked: any blocks, put together, are the same
// samples to the last bit.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "audio/clip.h"
#include "audio/limiter.h"
#include "audio/notes.h"
#include "audio/pattern.h"
#include "audio/pitched_clips.h"

namespace meander {

// Which clip a hit plays: the track's own, or one inside its ring (Note::pick). nullptr where it is
// not there (yet): that hit is not heard. Must give the same for the same note.
using ClipOfNote = std::function<std::shared_ptr<const Clip>(const Pattern&, const Note&)>;

// -1 dB: what adds up to more than the ceiling is the limiter's.
inline constexpr float kHeadroom = 0.89f;

// 3 dB a step: 7 is 1, 1 is 0.126, 0 is 0. Of steps and of a track's volume.
float GainOfLoudness(int loudness);

struct StartedNote {
  int64_t frame = 0;  // since playing began, at kSampleRate_hz
  Note note;
};

class Mixer {
 public:
  explicit Mixer(ClipOfNote clip_of_note);

  // Plays from the first step; frame 0 is its time. A new Mixer plays nothing until then.
  void Start(const Pattern& pattern);
  // Another pattern from the first frame on that is not mixed yet: the mixer is at most 128 frames
  // ahead of what it has given. Place within the bar stays.
  void Change(const Pattern& pattern);
  // No hit at or behind this frame: what sounds there rings out.
  void EndAt(int64_t frame);

  // The next frames; both spans are equally long.
  void Render(std::span<float> left, std::span<float> right);
  int64_t frame() const { return given_; }  // how many have been given
  bool IsSilent() const;                    // ended or not begun, and nothing sounds any more

  // Where playing stands at a frame that has been mixed, in sixteenths since it began, swing aside.
  double PlaceAt(int64_t frame) const;
  // The step that is hit last at or before a frame; -1 before the first.
  int64_t StepAt(int64_t frame) const;
  // Where the next bar begins, behind `frame`.
  int64_t NextBarAfter(int64_t frame) const;

  // Hits that were mixed since the last call, with the frame where they are heard: for what is
  // drawn. Only the last 256 are kept.
  std::vector<StartedNote> TakeStarted();

 private:
  struct Voice {
    PitchedClips::Samples samples;
    int track = 0;
    int64_t begins_at = 0;                // frame
    std::optional<int64_t> cut_off_from;  // frame; from there 1 ms to nothing
    float left = 0, right = 0;            // gains
  };

  void MixChunk();
  void StartNotes(int64_t from);
  void AddVoice(const Voice& voice, int64_t from);

  ClipOfNote clip_of_note_;
  PitchedClips pitched_;
  Pattern pattern_;
  Playhead playhead_;
  bool is_playing_ = false;
  int64_t end_frame_ = 0;
  std::vector<Voice> voices_;
  std::vector<StartedNote> started_;
  Limiter limiter_;
  std::vector<StereoFrame> mixed_;  // the chunk being mixed
  std::vector<StereoFrame> ready_;  // out of the limiter and not given yet
  size_t ready_at_ = 0;
  int64_t mixed_to_ = 0, given_ = 0;
  int64_t last_sound_ = 0;  // behind this frame the limiter holds nothing
};

struct Stereo {
  std::vector<float> left, right;
};

// Bars (of 16 sixteenths) of the beat from its start, 1 to 4. Without the tail exactly that long,
// the last 1 ms faded out; with it what sounds at the end rings out. But for that 1 ms these are
// the samples that the page plays.
Stereo RenderBeat(const Pattern& pattern, const ClipOfNote& clip_of_note, int bars, bool with_tail);

}  // namespace meander
