// See midi.h. Numbers of more than one byte are big-endian, times are varying-length, high part
// first.
#include "audio/midi.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "audio/mixer.h"
#include "base/bytes.h"

namespace meander {
namespace {

constexpr int kStepTicks = kTicksPerQuarter / 4;
constexpr int kHeldTicks = 30;                      // shorter than any two steps can come together
constexpr uint8_t kNoteOn = 0x99, kNoteOff = 0x89;  // channel 10
constexpr uint8_t kMeta = 0xFF, kMetaText = 0x01, kMetaName = 0x03, kMetaEnd = 0x2F;
constexpr uint8_t kMetaTempo = 0x51, kMetaTime = 0x58;
constexpr uint8_t kExclusive = 0xF0, kExclusiveEnd = 0xF7, kPan = 10;

void PutBig(uint32_t value, int bytes, ByteWriter& out) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    out.Put(static_cast<uint8_t>(value >> shift));
  }
}

void PutDelta(uint32_t value, ByteWriter& out) {
  for (int shift = 21; shift > 0; shift -= 7) {
    if (value >> shift != 0) out.Put(static_cast<uint8_t>(0x80 | (value >> shift & 0x7F)));
  }
  out.Put(static_cast<uint8_t>(value & 0x7F));
}

void PutMeta(uint32_t after, uint8_t kind, std::string_view content, ByteWriter& out) {
  PutDelta(after, out);
  out.Put(kMeta);
  out.Put(kind);
  PutDelta(static_cast<uint32_t>(content.size()), out);
  out.PutBytes(AsBytes(content));
}

// Drums share a channel and so its pan; but General MIDI 2 has a controller of one key (CA-023:
// universal, any device, 0A 01, channel, key, controller and value). Who does not know it hears the
// drum where their kit has it.
void PutPan(int pan, int note, ByteWriter& out) {
  const auto value = static_cast<uint8_t>(64 + pan * (pan < 0 ? 64 : 63) / kMostPan);
  const uint8_t content[] = {0x7F, 0x7F,           0x0A,
                             0x01, kNoteOn & 0x0F, static_cast<uint8_t>(note),
                             kPan, value,          kExclusiveEnd};
  PutDelta(0, out);
  out.Put(kExclusive);
  PutDelta(sizeof content, out);
  out.PutBytes(content);
}

void PutChunk(const ByteWriter& track, ByteWriter& out) {
  out.PutBytes(AsBytes("MTrk"));
  PutBig(static_cast<uint32_t>(track.size()), 4, out);
  out.PutBytes(track.bytes());
}

ByteWriter TempoTrack(const Pattern& pattern, uint32_t length) {
  ByteWriter out;
  PutMeta(0, kMetaText, "Made with Meander", out);
  const char four_four[] = {4, 2, 24, 8};  // 4/4, 24 clocks a click, 8 thirty-seconds a quarter
  PutMeta(0, kMetaTime, {four_four, sizeof four_four}, out);
  ByteWriter tempo;
  PutBig(static_cast<uint32_t>(std::lround(60e6 / pattern.tempo_bpm)), 3, tempo);
  PutMeta(0, kMetaTempo, AsText(tempo.bytes()), out);
  PutMeta(length, kMetaEnd, "", out);
  return out;
}

ByteWriter NoteTrack(const Pattern& pattern, int index, int note, std::string_view name,
                     uint32_t length) {
  const Track& track = pattern.tracks[static_cast<size_t>(index)];
  ByteWriter out;
  PutMeta(0, kMetaName, name.substr(0, 127), out);
  if (track.pan != 0) PutPan(track.pan, note, out);
  uint32_t now = 0;
  const bool is_heard = IsHeard(pattern, index);
  for (uint32_t step = 0; is_heard && step * kStepTicks < length; ++step) {
    const uint8_t loudness = track.steps[step % static_cast<uint32_t>(pattern.step_count)];
    const float gain = GainOfLoudness(loudness) * GainOfLoudness(track.volume);
    if (gain <= 0) continue;
    const auto late =
        static_cast<uint32_t>(step % 2 * std::lround(kStepTicks * pattern.swing_percent / 200.0));
    const uint32_t at = step * kStepTicks + late;
    // General MIDI's loudness is the square of velocity.
    const auto velocity =
        static_cast<uint8_t>(std::clamp(std::lround(127 * std::sqrt(gain)), 1l, 127l));
    PutDelta(at - now, out);
    for (const uint8_t byte : {kNoteOn, static_cast<uint8_t>(note), velocity}) out.Put(byte);
    PutDelta(kHeldTicks, out);
    for (const uint8_t byte : {kNoteOff, static_cast<uint8_t>(note), uint8_t{64}}) out.Put(byte);
    now = at + kHeldTicks;
  }
  PutMeta(std::max(length, now) - now, kMetaEnd, "", out);
  return out;
}

}  // namespace

std::vector<int> MidiNotesOf(const Pattern& pattern) {
  // Each role's own drums first, none of which cuts another off, then what is still free.
  constexpr std::array<std::array<int, 2>, kRoleCount> kOfRole = {
      {{36, 35}, {38, 40}, {42, 69}, {39, 56}}};
  constexpr std::array<int, kMostTracks> kOthers = {54, 75, 70, 76, 45, 62, 67, 37};
  std::vector<int> notes;
  const auto is_free = [&](int note) { return std::ranges::find(notes, note) == notes.end(); };
  for (const Track& track : pattern.tracks) {
    const auto& own = kOfRole[static_cast<size_t>(track.role)];
    const auto found = std::ranges::find_if(own, is_free);
    notes.push_back(found != own.end() ? *found : *std::ranges::find_if(kOthers, is_free));
  }
  return notes;
}

std::vector<uint8_t> WriteMidi(const Pattern& pattern, std::span<const std::string> names,
                               int bars) {
  constexpr int kMostBars = 4;
  const auto length =
      static_cast<uint32_t>(std::clamp(bars, 1, kMostBars) * kBarSteps * kStepTicks);
  const std::vector<int> notes = MidiNotesOf(pattern);
  ByteWriter out;
  out.PutBytes(AsBytes("MThd"));
  PutBig(6, 4, out);
  PutBig(1, 2, out);  // format 1: several tracks played at once
  PutBig(static_cast<uint32_t>(pattern.tracks.size() + 1), 2, out);
  PutBig(kTicksPerQuarter, 2, out);
  PutChunk(TempoTrack(pattern, length), out);
  for (size_t i = 0; i < pattern.tracks.size(); ++i) {
    const std::string_view name = i < names.size() ? std::string_view(names[i]) : "";
    PutChunk(NoteTrack(pattern, static_cast<int>(i), notes[i], name, length), out);
  }
  return out.Take();
}

}  // namespace meander
