// The beats that a reader begins with are beats, and a wrong one is named.
#include "audio/presets.h"

#include <gtest/gtest.h>

#include <set>

#include "../../source_dir.h"
#include "audio/beat_code.h"
#include "audio/clip.h"
#include "base/files.h"

namespace meander {
namespace {

TEST(Presets, AllOfOursCanBePlayedAndAreDifferent) {
  const auto text = ReadTextFile(std::string(kSourceDir) + "/data/sounds/presets.json");
  ASSERT_TRUE(text);
  const auto presets = ReadPresets(*text);
  ASSERT_TRUE(presets) << presets.error().message;
  EXPECT_EQ(presets->size(), 6u);
  std::set<std::string> names, codes;
  for (const Preset& preset : *presets) {
    names.insert(preset.name);
    codes.insert(WriteBeat(preset.pattern));
    EXPECT_FALSE(IsEmpty(preset.pattern));
    EXPECT_GE(preset.pattern.tracks.size(), 4u);
    for (size_t i = 0; i < preset.pattern.tracks.size(); ++i)
      EXPECT_TRUE(IsHeard(preset.pattern, static_cast<int>(i)));
  }
  EXPECT_EQ(names.size(), 6u);
  EXPECT_EQ(codes.size(), 6u);
}

constexpr const char* kOne =
    R"({"presets": [{"name": "One", "tempo": 90, "swing": 10, "tracks": [
      {"role": "hat", "package": "p", "path": "a/b.wav", "steps": "x...7..........1", "pan": -3}]}]})";

TEST(Presets, SayWhatTheyMean) {
  const auto presets = ReadPresets(kOne);
  ASSERT_TRUE(presets);
  const Pattern& pattern = presets->front().pattern;
  EXPECT_EQ(pattern.tempo_bpm, 90);
  EXPECT_EQ(pattern.swing_percent, 10);
  EXPECT_EQ(pattern.tracks[0].clip_id, ClipId("p", "a/b.wav"));
  EXPECT_EQ(pattern.tracks[0].role, Role::kHat);
  EXPECT_EQ(pattern.tracks[0].pan, -3);
  EXPECT_EQ(StepsText(pattern.tracks[0], 16), "5...7..........1");
}

TEST(Presets, AWrongOneIsNamed) {
  for (const auto& [right, wrong] : {std::pair{"\"hat\"", "\"gong\""},
                                     {"x...7", "x...9"},
                                     {"-3", "-8"},
                                     {"-3", "4000000000"},
                                     {"90", "20"}}) {
    std::string text = kOne;
    text.replace(text.find(right), std::string_view(right).size(), wrong);
    const auto presets = ReadPresets(text);
    ASSERT_FALSE(presets) << wrong;
    EXPECT_NE(presets.error().message.find("\"One\""), std::string::npos) << wrong;
  }
  EXPECT_FALSE(ReadPresets("{}"));
  EXPECT_FALSE(ReadPresets("no"));
  EXPECT_FALSE(ReadPresets(R"({"presets": [3]})"));
}

}  // namespace
}  // namespace meander
