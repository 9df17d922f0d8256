// See player.h.
#include "sounds/player.h"

#include <algorithm>
#include <cmath>

#include "audio/trim.h"

namespace meander {
namespace {

// A sound that is pitched down by an octave lasts twice as long.
constexpr double kLongestTail_s = 2 * kLongestClip_s;
constexpr double kLongestBlock_s = 8;  // a bar at the slowest tempo, and what rings after it
constexpr int64_t kNever_frame = -1'000'000;

int64_t FramesOf(double seconds) { return std::llround(seconds * kSampleRate_hz); }

}  // namespace

void Player::Start(const Pattern& pattern) {
  mixer_.emplace(clip_of_note_);
  mixer_->Start(pattern);
  pattern_ = pattern;
  coming_.clear();
  hit_at_.fill(kNever_frame);
  heard_ = -1;
  ends_at_.reset();
}

void Player::EndAtBar() {
  if (!mixer_ || ends_at_) return;
  const int64_t end = mixer_->NextBarAfter(mixer_->frame());
  mixer_->EndAt(end);
  ends_at_ = end + FramesOf(kLongestTail_s);
}

bool Player::HasEnded(double now_s) const { return ends_at_ && HeardAt(now_s) >= *ends_at_; }

void Player::Change(const Pattern& pattern) {
  pattern_ = pattern;
  if (mixer_) mixer_->Change(pattern);
}

SoundBlock Player::MixTo(int64_t frame) {
  SoundBlock block{mixer_->frame(), {}, {}};
  const int64_t count =
      std::clamp<int64_t>(frame - block.start_frame, 0, FramesOf(kLongestBlock_s));
  block.left.resize(static_cast<size_t>(count));
  block.right.resize(static_cast<size_t>(count));
  mixer_->Render(block.left, block.right);
  for (const StartedNote& note : mixer_->TakeStarted()) coming_.push_back(note);
  return block;
}

std::vector<SoundBlock> Player::Mix(const SoundNews& news) {
  if (!mixer_) return {};
  std::vector<SoundBlock> blocks;
  const bool is_seen = news.state == SoundState::kPlaying;
  const bool is_leaving = news.state == SoundState::kHidden || news.state == SoundState::kOutOfView;
  if (!is_seen && !is_leaving) return {};
  const int64_t clock = std::max<int64_t>(news.clock_frame, 0);
  if (is_seen) {
    SoundBlock block = MixTo(clock + FramesOf(kMixedAhead_s));
    if (!block.left.empty()) blocks.push_back(std::move(block));
    return blocks;
  }
  // To the end of the bar that is being mixed, and until that has rung out.
  const int64_t end = mixer_->NextBarAfter(mixer_->frame());
  mixer_->EndAt(end);
  SoundBlock block = MixTo(end + FramesOf(kLongestTail_s));
  if (!block.left.empty()) blocks.push_back(std::move(block));
  return blocks;
}

void Player::TakeNews(const SoundNews& news, double now_s) {
  if (!mixer_) return;
  heard_ = news.heard_frame;
  heard_at_s_ = now_s;
  while (!coming_.empty() && coming_.front().frame <= heard_) {
    const StartedNote& hit = coming_.front();
    hit_at_[static_cast<size_t>(hit.note.track)] = hit.frame;
    coming_.pop_front();
  }
}

int64_t Player::HeardAt(double now_s) const {
  if (!mixer_ || heard_ < 0) return -1;
  // A frame that comes long after the last news is not run ahead of the sound.
  return heard_ + FramesOf(std::clamp(now_s - heard_at_s_, 0.0, 0.1));
}

int Player::StepAt(double now_s) const {
  const int64_t heard = HeardAt(now_s);
  const int64_t step = heard < 0 ? -1 : mixer_->StepAt(heard);
  return step < 0 ? -1 : static_cast<int>(step % pattern_.step_count);
}

float Player::PlaceAt(double now_s) const {
  const int64_t heard = HeardAt(now_s);
  if (heard < 0) return -1;
  return static_cast<float>(std::fmod(mixer_->PlaceAt(heard), pattern_.step_count));
}

float Player::HitAge(int track, double now_s) const {
  const int64_t heard = HeardAt(now_s);
  if (heard < 0 || track < 0 || track >= kMostTracks) return 1;
  const double age_s =
      static_cast<double>(heard - hit_at_[static_cast<size_t>(track)]) / kSampleRate_hz;
  return static_cast<float>(std::clamp(age_s / kHitLasts_s, 0.0, 1.0));
}

}  // namespace meander
