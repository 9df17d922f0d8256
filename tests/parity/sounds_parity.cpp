// What the page hears and what the tool hears: one sprite decoded, some of its sounds described,
// and a beat of them mixed, behind two plain functions for the page; natively a program that reads
// a pack's sprites and writes each MP3 beside what became of it.
#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "audio/decode.h"
#include "audio/mixer.h"
#include "audio/pattern.h"
#include "audio/sound_features.h"
#include "audio/trim.h"
#include "base/bytes.h"

namespace meander {
namespace {

constexpr size_t kSounds = 4, kSoundStep_samples = 24'000, kSound_samples = 20'000;
std::vector<uint8_t> reply;

void Put(std::span<const float> values, ByteWriter& writer) {
  writer.Put(static_cast<uint32_t>(values.size()));
  for (const float value : values) writer.Put(value);
}

// A beat that takes every way through the mixer: pitched up and down, panned, swung, cut off.
Pattern BeatOf(size_t sounds) {
  Pattern beat = EmptyPattern();
  beat.tempo_bpm = 133;
  beat.swing_percent = 41;
  for (size_t i = 0; i < beat.tracks.size(); ++i) {
    Track& track = beat.tracks[i];
    track.clip_id = static_cast<uint32_t>(i % sounds);
    track.pitch_semitones = static_cast<int8_t>(3 * static_cast<int>(i) - 4);
    track.pan = static_cast<int8_t>(4 - 3 * static_cast<int>(i));
    for (size_t step = i; step < kBarSteps; step += 2 + i) {
      track.steps[step] = static_cast<uint8_t>(1 + (step + i) % kLoudest);
    }
  }
  return beat;
}

// Samples of the sprite; features of each sound; both sides of the beat. Each list after its
// length; nothing for what is no MP3.
void Hear(ByteSpan mp3) {
  ByteWriter writer;
  reply.clear();
  const auto sprite = DecodeSprite(mp3);
  if (!sprite) return;
  Put(sprite->samples, writer);
  std::vector<std::shared_ptr<const Clip>> clips;
  FeatureReader features;
  for (size_t i = 0; i < kSounds; ++i) {
    const size_t from = i * kSoundStep_samples;
    if (from + kSound_samples > sprite->samples.size()) break;
    const auto begin = sprite->samples.begin() + static_cast<ptrdiff_t>(from);
    const Clip clip = Trimmed(Clip{std::vector<float>(begin, begin + kSound_samples)});
    const SoundFeatures found = features.Of(clip);
    Put(found.statistics, writer);
    Put(found.patch, writer);
    clips.push_back(std::make_shared<const Clip>(clip));
  }
  if (!clips.empty()) {
    const auto clip_of = [&](const Pattern& pattern, const Note& note) {
      return clips[pattern.tracks[static_cast<size_t>(note.track)].clip_id];
    };
    const Stereo heard = RenderBeat(BeatOf(clips.size()), clip_of, 1, true);
    Put(heard.left, writer);
    Put(heard.right, writer);
  }
  reply = writer.Take();
}

}  // namespace
}  // namespace meander

extern "C" {
uint32_t sounds_hear(const uint8_t* mp3, uint32_t bytes) {
  meander::Hear({mp3, bytes});
  return static_cast<uint32_t>(meander::reply.size());
}
const uint8_t* sounds_reply() { return meander::reply.data(); }
}

#ifndef __wasm__
#include <filesystem>
#include <string>

#include "base/files.h"
#include "pack/format.h"
#include "pack/sound_sections.h"

// sounds_parity HEAD OUT: N.mp3 and N.heard for every sprite of the pack with this head file.
int main(int argc, char** argv) {
  using namespace meander;
  if (argc != 3) return 2;
  const std::filesystem::path head_file = argv[1], out = argv[2];
  const auto head_bytes = ReadFile(head_file);
  if (!head_bytes) return 1;
  const auto head = ReadPackHead(*head_bytes);
  const SectionRef* sprites = head ? head->Find(kSpritesSection) : nullptr;
  if (sprites == nullptr) return 1;
  int number = 0;
  for (const ChunkRef& chunk : sprites->chunks) {
    const auto bytes = ReadFile(head_file.parent_path() / chunk.file);
    if (!bytes) return 1;
    const auto sprite = ReadSprite(*bytes, chunk.item_count);
    if (!sprite) return 1;
    Hear(sprite->mp3);
    const std::string name = std::to_string(number++);
    if (!WriteFile(out / (name + ".mp3"), sprite->mp3)) return 1;
    if (!WriteFile(out / (name + ".heard"), reply)) return 1;
  }
  std::printf("%d\n", number);
  return number > 0 ? 0 : 1;
}
#endif
