// WAV and MIDI, byte by byte. That a well-kept reader of MIDI agrees is tested in
// tests/tools/beat.test.mjs.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "audio/midi.h"
#include "audio/wav.h"
#include "base/bytes.h"
#include "random_pattern.h"

namespace meander {
namespace {

TEST(Wav, IsAHeaderAndEvenlyRoundedSamples) {
  const std::vector<float> left = {0, 1, -1, 0.5f, 2}, right = {-2, 1e-5f, 2e-5f, std::nanf(""), 0};
  const auto file = WriteWav(left, right);
  ASSERT_EQ(file.size(), 44u + 20);
  ByteReader in(file);
  EXPECT_EQ(AsText(in.GetBytes(4)), "RIFF");
  EXPECT_EQ(in.Get<uint32_t>(), file.size() - 8);
  EXPECT_EQ(AsText(in.GetBytes(8)), "WAVEfmt ");
  EXPECT_EQ(in.Get<uint32_t>(), 16u);
  EXPECT_EQ(in.Get<uint16_t>(), 1u);
  EXPECT_EQ(in.Get<uint16_t>(), 2u);
  EXPECT_EQ(in.Get<uint32_t>(), 44100u);
  EXPECT_EQ(in.Get<uint32_t>(), 44100u * 4);
  EXPECT_EQ(in.Get<uint16_t>(), 4u);
  EXPECT_EQ(in.Get<uint16_t>(), 16u);
  EXPECT_EQ(AsText(in.GetBytes(4)), "data");
  EXPECT_EQ(in.Get<uint32_t>(), 20u);
  for (const int expected : {0, -32767, 32767, 0, -32767, 1, 16384, 0, 32767, 0}) {
    EXPECT_EQ(in.Get<int16_t>(), expected);
  }
}

TEST(Midi, OneHitIsTheseBytes) {
  Pattern pattern = EmptyPattern();
  pattern.tracks.resize(1);
  pattern.tempo_bpm = 120;
  pattern.swing_percent = 50;
  SetLoudness(pattern, 0, 1, kLoudest);
  const std::string name = "boot";
  const auto file = WriteMidi(pattern, std::span(&name, 1), 1);
  const uint8_t expected[] = {'M',  'T',  'h',  'd',  0,    0,    0,    6,   0,   1,
                              0,    2,    0x01, 0xE0,                        // two tracks, 480
                              'M',  'T',  'r',  'k',  0,    0,    0,    41,  //
                              0,    0xFF, 1,    17,   'M',  'a',  'd',  'e', ' ', 'w',
                              'i',  't',  'h',  ' ',  'M',  'e',  'a',  'n', 'd', 'e',
                              'r',  0,    0xFF, 0x58, 4,    4,    2,    24,  8,  // 4/4
                              0,    0xFF, 0x51, 3,    0x07, 0xA1, 0x20,          // 500,000 µs
                              0x8F, 0x00, 0xFF, 0x2F, 0,                         // after 1920 ticks
                              'M',  'T',  'r',  'k',  0,    0,    0,    22,      //
                              0,    0xFF, 3,    4,    'b',  'o',  'o',  't',     //
                              0x81, 0x16, 0x99, 36,   127,                       // 120 + 30 ticks
                              30,   0x89, 36,   64,                              //
                              0x8D, 0x4C, 0xFF, 0x2F, 0};                        // 1740 more
  EXPECT_EQ(file, std::vector<uint8_t>(std::begin(expected), std::end(expected)));
}

TEST(Midi, EveryRingHasADrumOfItsOwn) {
  Pattern pattern = EmptyPattern();
  AddTrack(pattern, 1, Role::kExtra);
  AddTrack(pattern, 1, Role::kHat);
  AddTrack(pattern, 1, Role::kExtra);
  EXPECT_EQ(MidiNotesOf(pattern), (std::vector<int>{36, 38, 42, 39, 56, 69, 54}));
  for (const Role role : {Role::kKick, Role::kSnare, Role::kHat, Role::kExtra}) {
    Pattern same;
    while (AddTrack(same, 1, role)) {
    }
    std::vector<int> notes = MidiNotesOf(same);
    ASSERT_EQ(notes.size(), size_t{kMostTracks});
    std::ranges::sort(notes);
    EXPECT_EQ(std::ranges::adjacent_find(notes), notes.end());
  }
}

TEST(Midi, PanIsToldOfOneDrum) {
  Pattern pattern = EmptyPattern();
  pattern.tracks[1].pan = -kMostPan;
  pattern.tracks[2].pan = kMostPan;
  const auto file = WriteMidi(pattern, {}, 1);
  const auto told = [&](uint8_t note, uint8_t value) {
    const uint8_t message[] = {0, 0xF0, 9, 0x7F, 0x7F, 0x0A, 1, 9, note, 10, value, 0xF7};
    return !std::ranges::search(file, message).empty();
  };
  EXPECT_TRUE(told(38, 0));
  EXPECT_TRUE(told(42, 127));
  EXPECT_EQ(std::ranges::count(file, 0xF0), 2);  // what is in the middle is not told
}

}  // namespace
}  // namespace meander
