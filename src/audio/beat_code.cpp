// See beat_code.h.
#include "audio/beat_code.h"

#include <algorithm>

namespace meander {
namespace {

class BitWriter {
 public:
  void Put(uint32_t value, int bits) {
    for (int bit = bits - 1; bit >= 0; --bit) {
      if (used_ % 8 == 0) bytes_ += '\0';
      const uint32_t one = value >> bit & 1;
      bytes_.back() =
          static_cast<char>(static_cast<uint8_t>(bytes_.back()) | one << (7 - used_ % 8));
      ++used_;
    }
  }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  int used_ = 0;
};

// As base/bytes.h: once a read fails all later ones do, and give zero.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  uint32_t Get(int bits) {
    if (static_cast<size_t>(bits) > bytes_.size() * 8 - at_) ok_ = false;
    if (!ok_) return 0;
    uint32_t value = 0;
    for (int bit = 0; bit < bits; ++bit, ++at_) {
      const auto byte = static_cast<uint8_t>(bytes_[at_ / 8]);
      value = value << 1 | (byte >> (7 - at_ % 8) & 1u);
    }
    return value;
  }
  // Nothing is left but the zero bits that fill the last byte.
  bool IsDone() {
    const size_t left = bytes_.size() * 8 - at_;
    return ok_ && left < 8 && Get(static_cast<int>(left)) == 0;
  }
  bool ok() const { return ok_; }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool ok_ = true;
};

std::unexpected<Error> NotWhole() {
  return Fail(ErrorCode::kCorrupt, "That link is not whole. Ask for it again.");
}

// All that is not told of a plain track.
struct Settings {
  uint8_t volume = kFullVolume;
  int8_t pitch_semitones = 0, pan = 0;
  uint8_t chance = 0;
  bool mute = false, solo = false, locked = false;
  friend bool operator==(const Settings&, const Settings&) = default;
};
Settings SettingsOf(const Track& track) {
  return {track.volume, track.pitch_semitones, track.pan, track.chance, track.mute,
          track.solo,   track.locked};
}

void PutTrack(const Track& track, size_t step_count, BitWriter& out) {
  out.Put(track.clip_id, 32);
  out.Put(static_cast<uint32_t>(track.role), 2);
  const bool is_plain = SettingsOf(track) == Settings{};
  out.Put(is_plain, 1);
  if (!is_plain) {
    out.Put(track.volume, 3);
    out.Put(static_cast<uint32_t>(track.pitch_semitones + kMostSemitones), 5);
    out.Put(static_cast<uint32_t>(track.pan + kMostPan), 4);
    out.Put(track.chance, 4);
    out.Put(track.mute, 1);
    out.Put(track.solo, 1);
    out.Put(track.locked, 1);
  }
  std::vector<uint8_t> loud;
  for (const uint8_t step : std::span(track.steps).first(step_count)) {
    out.Put(step > 0, 1);
    if (step > 0) loud.push_back(step);
  }
  if (loud.empty()) return;
  const bool is_even = std::ranges::count(loud, loud.front()) == std::ssize(loud);
  out.Put(is_even, 1);
  if (is_even) loud.resize(1);
  for (const uint8_t step : loud) out.Put(step, 3);
}

// Numbers out of range are left to CheckPattern, a second way of writing to the caller.
Track GetTrack(BitReader& in, size_t step_count) {
  Track track;
  track.clip_id = in.Get(32);
  track.role = static_cast<Role>(in.Get(2));
  if (in.Get(1) == 0) {
    track.volume = static_cast<uint8_t>(in.Get(3));
    track.pitch_semitones = static_cast<int8_t>(static_cast<int>(in.Get(5)) - kMostSemitones);
    track.pan = static_cast<int8_t>(static_cast<int>(in.Get(4)) - kMostPan);
    track.chance = static_cast<uint8_t>(in.Get(4));
    track.mute = in.Get(1) != 0;
    track.solo = in.Get(1) != 0;
    track.locked = in.Get(1) != 0;
  }
  bool is_any = false;
  for (uint8_t& step : std::span(track.steps).first(step_count)) {
    step = static_cast<uint8_t>(in.Get(1));
    is_any = is_any || step > 0;
  }
  if (!is_any) return track;
  const bool is_even = in.Get(1) != 0;
  const auto all = static_cast<uint8_t>(is_even ? in.Get(3) : 0);
  for (uint8_t& step : track.steps) {
    if (step > 0) step = is_even ? all : static_cast<uint8_t>(in.Get(3));
  }
  return track;
}

}  // namespace

std::string WriteBeat(const Pattern& pattern) {
  BitWriter out;
  out.Put(kBeatVersion, 8);
  out.Put(static_cast<uint32_t>(pattern.tempo_bpm - kSlowest_bpm), 8);
  out.Put(static_cast<uint32_t>(pattern.swing_percent), 7);
  out.Put(pattern.step_count == kMostBeatSteps, 1);
  out.Put(static_cast<uint32_t>(pattern.tracks.size() - 1), 3);
  out.Put(pattern.seed != 0, 1);
  if (pattern.seed != 0) out.Put(pattern.seed, 32);
  for (const Track& track : pattern.tracks) {
    PutTrack(track, static_cast<size_t>(pattern.step_count), out);
  }
  return out.Take();
}

Result<Pattern> ReadBeat(std::string_view payload) {
  BitReader in(payload);
  const uint32_t version = in.Get(8);
  if (in.ok() && version > kBeatVersion) {
    return Fail(ErrorCode::kTooNew,
                "That link was made by a newer Meander. Please reload the page.");
  }
  if (version == 0) return NotWhole();
  Pattern pattern;
  pattern.tempo_bpm = static_cast<int>(in.Get(8)) + kSlowest_bpm;
  pattern.swing_percent = static_cast<int>(in.Get(7));
  pattern.step_count = in.Get(1) != 0 ? kMostBeatSteps : kBarSteps;
  const size_t track_count = in.Get(3) + size_t{1};
  if (in.Get(1) != 0) pattern.seed = in.Get(32);
  while (in.ok() && pattern.tracks.size() < track_count) {
    pattern.tracks.push_back(GetTrack(in, static_cast<size_t>(pattern.step_count)));
  }
  if (!in.IsDone() || !CheckPattern(pattern)) return NotWhole();
  // A longer way of writing the same (a step that is on and silent, settings told though plain) is
  // none of ours.
  if (WriteBeat(pattern) != payload) return NotWhole();
  return pattern;
}

}  // namespace meander
