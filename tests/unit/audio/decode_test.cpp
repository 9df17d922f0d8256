// Files of every kind that is said to be read, and of every kind of harm.
#include "audio/decode.h"

#include <gtest/gtest.h>

#include "../../source_dir.h"
#include "audio/resample.h"
#include "base/files.h"
#include "test_sounds.h"

namespace meander {
namespace {

std::vector<uint8_t> WavOf(const std::vector<std::vector<float>>& channels, uint32_t rate) {
  ByteWriter out;
  const auto text = [&](const char* four) { out.PutBytes(AsBytes(std::string_view(four, 4))); };
  const auto frames = static_cast<uint32_t>(channels[0].size());
  const auto width = static_cast<uint16_t>(2 * channels.size());
  text("RIFF"), out.Put(uint32_t{36} + frames * width), text("WAVE"), text("fmt ");
  out.Put(uint32_t{16}), out.Put(uint16_t{1}), out.Put(static_cast<uint16_t>(channels.size()));
  out.Put(rate), out.Put(rate * width), out.Put(width), out.Put(uint16_t{16});
  text("data"), out.Put(frames * width);
  for (uint32_t i = 0; i < frames; ++i) {
    for (const auto& channel : channels) {
      out.Put(static_cast<int16_t>(std::lround(channel[i] * 32767)));
    }
  }
  return out.Take();
}

TEST(Decode, AWavComesBackSampleForSample) {
  const Clip sine = Sine(440, 0.2);
  const auto clip = DecodeSound(WavOf({sine.samples}, kSampleRate_hz));
  ASSERT_TRUE(clip.has_value()) << clip.error().message;
  ASSERT_EQ(clip->samples.size(), sine.samples.size());
  for (size_t i = 0; i < sine.samples.size(); ++i) {
    EXPECT_NEAR(clip->samples[i], sine.samples[i], 1e-4) << i;
  }
}

TEST(Decode, ChannelsAreMixedEvenly) {
  const Clip sine = Sine(440, 0.1, 0.8);
  const auto clip = DecodeSound(WavOf({sine.samples, Silence(0.1).samples}, kSampleRate_hz));
  ASSERT_TRUE(clip.has_value());
  for (size_t i = 0; i < clip->samples.size(); ++i) {
    EXPECT_NEAR(clip->samples[i], sine.samples[i] / 2, 1e-4) << i;
  }
}

TEST(Decode, AnotherRateKeepsPitchAndPlace) {
  std::vector<float> at_48k;
  for (int i = 0; i < 9600; ++i) {
    at_48k.push_back(static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * 1000 * i / 48000)));
  }
  const auto clip = DecodeSound(WavOf({at_48k}, 48000));
  ASSERT_TRUE(clip.has_value());
  EXPECT_EQ(clip->samples.size(), size_t{8820});
  const Clip expected = Sine(1000, 0.2);
  for (size_t i = 100; i + 100 < expected.samples.size(); ++i) {
    EXPECT_NEAR(clip->samples[i], expected.samples[i], 2e-3) << i;
  }
}

TEST(Resample, WhatIsTooHighIsTakenOut) {
  std::vector<float> high;
  for (int i = 0; i < 9600; ++i) {
    high.push_back(static_cast<float>(std::sin(2 * std::numbers::pi * 40000 * i / 96000)));
  }
  const std::vector<float> out = Resample(high, 96000, 44100);
  for (size_t i = 200; i + 200 < out.size(); ++i) EXPECT_NEAR(out[i], 0, 1e-3) << i;
}

TEST(Decode, SilenceBeforeASoundIsLeftOut) {
  const auto clip = DecodeSound(WavOf({Joined(Silence(70), Noise(0.2)).samples}, kSampleRate_hz));
  ASSERT_TRUE(clip.has_value());
  EXPECT_LT(clip->samples.size(), size_t{kSampleRate_hz / 2});
}

TEST(Decode, OfALongSoundOnlyTheBeginning) {
  const auto clip = DecodeSound(WavOf({Noise(45).samples}, kSampleRate_hz));
  ASSERT_TRUE(clip.has_value());
  EXPECT_NEAR(static_cast<double>(clip->samples.size()), kLongestDecoded_s * kSampleRate_hz, 4096);
}

TEST(Decode, EachFaultHasItsSentence) {
  const auto fault = [](ByteSpan file) { return DecodeSound(file).error(); };
  EXPECT_EQ(fault({}).code, ErrorCode::kNotFound);
  const std::vector<uint8_t> silent = WavOf({Silence(0.5).samples}, kSampleRate_hz);
  EXPECT_EQ(fault(silent).code, ErrorCode::kNotFound);
  EXPECT_EQ(fault(silent).message, "This file is silent; there is nothing in it to place.");
  EXPECT_EQ(fault(AsBytes("a letter, not a sound")).code, ErrorCode::kInvalidInput);
  const std::vector<uint8_t> large(kLargestSoundFile_bytes + 1, 'R');
  EXPECT_EQ(fault(large).message, "This file is too large to be read here; 64 MB is the most.");
}

TEST(Decode, CutShortOrAlteredItIsASoundOrASentence) {
  std::vector<uint8_t> wav = WavOf({Noise(0.05).samples}, kSampleRate_hz);
  for (size_t length = 0; length < 60; ++length) {
    const auto clip = DecodeSound(ByteSpan(wav).first(length));
    EXPECT_TRUE(clip || !clip.error().message.empty());
  }
  Rng rng(3);
  for (const std::string_view magic : {"RIFF", "fLaC", "OggS", "ID3", "\xFF\xFB\x90\x00"}) {
    for (int round = 0; round < 200; ++round) {
      std::vector<uint8_t> file(magic.begin(), magic.end());
      for (int i = 0; i < 500; ++i) file.push_back(static_cast<uint8_t>(rng.Next()));
      const auto clip = DecodeSound(file);
      for (const float sample : clip ? clip->samples : std::vector<float>{}) {
        ASSERT_TRUE(std::isfinite(sample));
      }
    }
  }
}

// tests/fixtures/sounds/make.py says what is in it.
TEST(Decode, ASpriteComesBackWithItsClickAndItsTone) {
  const auto mp3 = ReadFile(std::string(kSourceDir) + "/tests/fixtures/sounds/sprite.mp3");
  ASSERT_TRUE(mp3.has_value());
  const auto clip = DecodeSprite(*mp3);
  ASSERT_TRUE(clip.has_value());
  constexpr size_t kDelay = 1105;  // of LAME and of any decoder: 576 + 529
  size_t click = 0;
  for (size_t i = 0; i < 4410; ++i) {
    if (std::abs(clip->samples[i]) > std::abs(clip->samples[click])) click = i;
  }
  EXPECT_EQ(click, 882 + kDelay);
  const Clip tone = Sine(1000, 0.3, 0.5 * 0.95);  // LAME turns everything down by that
  double wrong = 0, all = 0;
  for (size_t i = 600; i + 600 < tone.samples.size(); ++i) {
    const double away = double{clip->samples[4410 + kDelay + i]} - double{tone.samples[i]};
    wrong += away * away;
    all += double{tone.samples[i]} * double{tone.samples[i]};
  }
  EXPECT_LT(wrong / all, 1e-4);  // 40 dB
}

}  // namespace
}  // namespace meander
