// See mixer.h. Everything is mixed in chunks of 64 frames that begin at multiples of 64, whatever
// Render is asked for: that is why blocks do not matter.
#include "audio/mixer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace meander {
namespace {

constexpr int kChunk_frames =
    kLookAhead_frames;  // so the first chunk out of the limiter is silence
constexpr int kFade_frames = kSampleRate_hz / 1000;
constexpr size_t kMostStarted = 256;

double SecondsAt(double frame) { return frame / kSampleRate_hz; }

}  // namespace

float GainOfLoudness(int loudness) {
  if (loudness <= 0) return 0;
  return std::pow(10.f, -3.f * static_cast<float>(kLoudest - std::min(loudness, kLoudest)) / 20);
}

Mixer::Mixer(ClipOfNote clip_of_note) : clip_of_note_(std::move(clip_of_note)) {
  mixed_.resize(kChunk_frames);
}

void Mixer::Start(const Pattern& pattern) {
  pattern_ = pattern;
  playhead_ = {};
  is_playing_ = true;
  end_frame_ = std::numeric_limits<int64_t>::max();
  voices_.clear();
  started_.clear();
  limiter_ = {};
  ready_.clear();
  ready_at_ = 0;
  mixed_to_ = given_ = last_sound_ = 0;
}

void Mixer::Change(const Pattern& pattern) {
  playhead_ = AfterChange(pattern_, playhead_, SecondsAt(static_cast<double>(mixed_to_) - 0.5));
  pattern_ = pattern;
}

void Mixer::EndAt(int64_t frame) { end_frame_ = frame; }

bool Mixer::IsSilent() const { return !is_playing_ && voices_.empty() && given_ >= last_sound_; }

double Mixer::PlaceAt(int64_t frame) const {
  const double since_s = SecondsAt(static_cast<double>(frame)) - playhead_.at_s;
  return std::max(playhead_.at_step + since_s / StepLength_s(pattern_), 0.0);
}

int64_t Mixer::StepAt(int64_t frame) const {
  return meander::StepAt(pattern_, playhead_, SecondsAt(static_cast<double>(frame)));
}

int64_t Mixer::NextBarAfter(int64_t frame) const {
  auto bar = static_cast<int64_t>(std::floor(PlaceAt(frame) / kBarSteps)) + 1;
  const double time_s = TimeOfStep(pattern_, playhead_, bar * kBarSteps);
  return std::max(frame, static_cast<int64_t>(std::llround(time_s * kSampleRate_hz)));
}

std::vector<StartedNote> Mixer::TakeStarted() { return std::exchange(started_, {}); }

void Mixer::StartNotes(int64_t from) {
  // Half a frame earlier, so that what rounds to a frame of this chunk is in this chunk.
  const double from_s = SecondsAt(static_cast<double>(from) - 0.5);
  const double to_s = SecondsAt(static_cast<double>(from + kChunk_frames) - 0.5);
  for (const Note& note : NotesBetween(pattern_, playhead_, from_s, to_s)) {
    const int64_t frame = std::clamp<int64_t>(std::llround(note.time_s * kSampleRate_hz), from,
                                              from + kChunk_frames - 1);
    if (frame >= end_frame_) break;
    if (started_.size() == kMostStarted) started_.erase(started_.begin());
    started_.push_back({frame, note});
    const std::shared_ptr<const Clip> clip = clip_of_note_(pattern_, note);
    if (clip == nullptr) continue;
    for (Voice& voice : voices_) {
      if (voice.track == note.track) voice.cut_off_from = voice.cut_off_from.value_or(frame);
    }
    const Track& track = pattern_.tracks[static_cast<size_t>(note.track)];
    // Both sides at once are as strong as one alone, and the middle is neither louder nor quieter
    // than the clip.
    const float gain = std::numbers::sqrt2_v<float> * kHeadroom * GainOfLoudness(note.loudness) *
                       GainOfLoudness(track.volume);
    const float angle = (note.pan + 1) * std::numbers::pi_v<float> / 4;
    voices_.push_back({.samples = pitched_.Get(clip, track.pitch_semitones),
                       .track = note.track,
                       .begins_at = frame,
                       .cut_off_from = std::nullopt,
                       .left = gain * std::cos(angle),
                       .right = gain * std::sin(angle)});
  }
}

void Mixer::AddVoice(const Voice& voice, int64_t from) {
  const std::vector<float>& samples = *voice.samples;
  for (int64_t frame = std::max(from, voice.begins_at); frame < from + kChunk_frames; ++frame) {
    const int64_t at = frame - voice.begins_at;
    if (at >= static_cast<int64_t>(samples.size())) return;
    float sample = samples[static_cast<size_t>(at)];
    if (at < kFade_frames) sample *= static_cast<float>(at + 1) / kFade_frames;
    if (voice.cut_off_from && frame >= *voice.cut_off_from) {
      const int64_t left = kFade_frames - 1 - (frame - *voice.cut_off_from);
      if (left <= 0) return;
      sample *= static_cast<float>(left) / kFade_frames;
    }
    StereoFrame& mixed = mixed_[static_cast<size_t>(frame - from)];
    mixed.left += sample * voice.left;
    mixed.right += sample * voice.right;
  }
}

void Mixer::MixChunk() {
  const int64_t from = mixed_to_;
  std::ranges::fill(mixed_, StereoFrame{});
  if (is_playing_) StartNotes(from);
  for (const Voice& voice : voices_) AddVoice(voice, from);
  if (!voices_.empty()) last_sound_ = from + kChunk_frames;
  mixed_to_ = from + kChunk_frames;
  if (mixed_to_ >= end_frame_) is_playing_ = false;
  std::erase_if(voices_, [this](const Voice& voice) {
    return voice.begins_at + std::ssize(*voice.samples) <= mixed_to_ ||
           (voice.cut_off_from && *voice.cut_off_from + kFade_frames <= mixed_to_);
  });
  ready_.clear();
  ready_at_ = 0;
  for (const StereoFrame& frame : mixed_) {
    const StereoFrame out = limiter_.Push(frame);
    if (from > 0) ready_.push_back(out);  // the first chunk gives what was before the beginning
  }
}

void Mixer::Render(std::span<float> left, std::span<float> right) {
  const size_t count = std::min(left.size(), right.size());
  for (size_t i = 0; i < count; ++i) {
    while (ready_at_ == ready_.size()) MixChunk();
    left[i] = ready_[ready_at_].left;
    right[i] = ready_[ready_at_].right;
    ++ready_at_;
  }
  given_ += static_cast<int64_t>(count);
}

Stereo RenderBeat(const Pattern& pattern, const ClipOfNote& clip_of_note, int bars,
                  bool with_tail) {
  constexpr int kMostBars = 4;
  constexpr size_t kLongestTail_frames = size_t{10} * kSampleRate_hz;
  const double length_s = std::clamp(bars, 1, kMostBars) * kBarSteps * StepLength_s(pattern);
  const auto length = static_cast<size_t>(std::llround(length_s * kSampleRate_hz));
  Stereo out{std::vector<float>(length), std::vector<float>(length)};
  Mixer mixer(clip_of_note);
  mixer.Start(pattern);
  // The mixer is ahead of what it gives: let it see no hit behind the end.
  mixer.EndAt(static_cast<int64_t>(length));
  mixer.Render(out.left, out.right);
  if (!with_tail) {
    for (size_t i = 0; i < size_t{kFade_frames}; ++i) {
      const float by = static_cast<float>(i) / kFade_frames;
      out.left[length - 1 - i] *= by;
      out.right[length - 1 - i] *= by;
    }
    return out;
  }
  while (!mixer.IsSilent() && out.left.size() < length + kLongestTail_frames) {
    std::vector<float> left(kChunk_frames), right(kChunk_frames);
    mixer.Render(left, right);
    out.left.insert(out.left.end(), left.begin(), left.end());
    out.right.insert(out.right.end(), right.begin(), right.end());
  }
  return out;
}

}  // namespace meander
