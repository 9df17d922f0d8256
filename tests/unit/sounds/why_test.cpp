// Why two sounds are near: the parts are the likeness, no more and no less, and what is done with
// the card that shows them.
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "audio/band_pass.h"
#include "canvas/words.h"
#include "small_sounds.h"
#include "sounds/keys.h"

namespace meander {
namespace {

constexpr uint32_t kAxes = 5;

std::vector<float> Unit(std::vector<float> vector) {
  double squares = 0;
  for (const float value : vector) squares += double{value} * double{value};
  for (float& value : vector) value = static_cast<float>(double{value} / std::sqrt(squares));
  return vector;
}

std::vector<float> RandomUnit(size_t count, std::mt19937& random) {
  std::vector<float> vector(count);
  for (float& value : vector) value = static_cast<float>(random() % 2001) / 1000 - 1;
  return Unit(vector);
}

// Axes at right angles to each other, by Gram and Schmidt.
FeatureModel RandomModel(std::mt19937& random) {
  FeatureModel model;
  model.statistic_mean.assign(kStatistics, 0);
  model.statistic_scale.assign(kStatistics, 1);
  model.patch_mean.assign(kPatch, 0);
  std::vector<std::vector<float>> axes;
  for (uint32_t axis = 0; axis < kAxes; ++axis) {
    std::vector<float> row = RandomUnit(kPatch, random);
    for (const std::vector<float>& before : axes) {
      const double shared = std::inner_product(row.begin(), row.end(), before.begin(), 0.0);
      for (size_t i = 0; i < kPatch; ++i) row[i] -= static_cast<float>(shared) * before[i];
    }
    axes.push_back(Unit(row));
    model.axes.insert(model.axes.end(), axes.back().begin(), axes.back().end());
    model.axis_scale.push_back(0.3f);
  }
  return model;
}

TEST(WhyParts, AddUpToTheLikeness) {
  std::mt19937 random(7);
  const FeatureModel model = RandomModel(random);
  for (int pair = 0; pair < 50; ++pair) {
    const std::vector<float> a = RandomUnit(model.dim(), random);
    const std::vector<float> b = RandomUnit(model.dim(), random);
    const double cosine = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    const std::vector<WhyPart> parts = WhyParts(model, a, b);
    ASSERT_EQ(parts.size(), size_t{kWhyKinds});
    double sum = 0;
    int hundredths = 0;
    for (const WhyPart& part : parts) {
      sum += double{part.amount};
      hundredths += part.hundredths;
      EXPECT_LT(std::abs(part.amount * 100 - static_cast<float>(part.hundredths)), 1.001f);
    }
    EXPECT_NEAR(sum, cosine, 1e-5);
    EXPECT_NEAR(hundredths, cosine * 100, 0.501);
  }
}

// A vector that has one statistic alone, or one picture alone.
std::vector<float> Only(const FeatureModel& model, size_t place) {
  std::vector<float> vector(model.dim(), 0.f);
  vector[place] = 1;
  return vector;
}
float AmountOf(const std::vector<WhyPart>& parts, WhyKind kind) {
  return parts[static_cast<size_t>(kind)].amount;
}

TEST(WhyParts, StandWhereTheyBelong) {
  FeatureModel model;
  model.statistic_mean.assign(kStatistics, 0);
  model.statistic_scale.assign(kStatistics, 1);
  model.patch_mean.assign(kPatch, 0);
  // The first axis: all bands together, loud and then soft. The second: one high band throughout.
  std::vector<float> run(kPatch), high(kPatch, 0.f);
  for (size_t i = 0; i < kPatch; ++i) run[i] = i < kPatch / 2 ? 1.f : -1.f;
  for (size_t slot = 0; slot < kPatchSlots; ++slot) high[slot * kPatchBands + kPatchBands - 1] = 1;
  for (const auto& row : {Unit(run), Unit(high)}) {
    model.axes.insert(model.axes.end(), row.begin(), row.end());
    model.axis_scale.push_back(1);
  }
  const auto of = [&](size_t place) {
    return WhyParts(model, Only(model, place), Only(model, place));
  };
  EXPECT_NEAR(AmountOf(of(0), WhyKind::kRumble), 1, 1e-5);                        // lowest mean
  EXPECT_NEAR(AmountOf(of(2 * kStatisticBands - 1), WhyKind::kSplash), 1, 1e-5);  // deviation
  EXPECT_NEAR(AmountOf(of(kStatistics - 1), WhyKind::kLength), 1, 1e-5);
  EXPECT_NEAR(AmountOf(of(kStatistics), WhyKind::kTime), 1, 1e-5);
  EXPECT_NEAR(AmountOf(of(kStatistics + 1), WhyKind::kSplash), 1, 1e-5);
}

TEST(WhyParts, SayWhichSideHasMore) {
  std::mt19937 random(3);
  const FeatureModel model = RandomModel(random);
  std::vector<float> has = Only(model, 0), lacks = Only(model, 0);
  lacks[0] = -1;
  const WhyPart part = WhyParts(model, has, lacks)[0];
  EXPECT_EQ(part.hundredths, -100);
  EXPECT_GT(part.left, 0);
  EXPECT_LT(part.right, 0);
  EXPECT_EQ(LabelOfWhy(part), words::kSoundsWhyRumble);
  // Two that both have little of it are alike in that, and it is said so.
  const WhyPart absent = WhyParts(model, lacks, lacks)[0];
  EXPECT_EQ(absent.hundredths, 100);
  EXPECT_NE(LabelOfWhy(absent), words::kSoundsWhyRumble);
}

TEST(WhyParts, ASampleOfPairsRanksALikeness) {
  std::vector<float> rows;
  for (const float turn : {0.f, 0.1f, 1.5f, 3.f}) {
    rows.push_back(std::cos(turn));
    rows.push_back(std::sin(turn));
  }
  const std::vector<float> sample = SampleOfPairs(QuantizeRows("test", 2, rows));
  EXPECT_EQ(sample.size(), 6u);
  EXPECT_EQ(ShareBelow(sample, -1.5f), 0);
  EXPECT_EQ(ShareBelow(sample, 1.5f), 1);
  EXPECT_NEAR(ShareBelow(sample, 0.9f), 5.f / 6, 1e-6);
}

double PowerOf(const Clip& clip) {
  double sum = 0;
  for (size_t i = clip.samples.size() / 2; i < clip.samples.size(); ++i) {
    sum += double{clip.samples[i]} * double{clip.samples[i]};
  }
  return sum;
}
Clip SineAt(float hz) {
  Clip clip;
  for (int n = 0; n < kSampleRate_hz / 2; ++n) {
    clip.samples.push_back(
        static_cast<float>(std::sin(6.283185307 * double{hz} * n / kSampleRate_hz)));
  }
  return clip;
}

TEST(BandPass, LetsOneBandThrough) {
  const double whole = PowerOf(SineAt(1000));
  EXPECT_NEAR(PowerOf(BandPassed(SineAt(1000), 600, 2000)) / whole, 1, 0.1);
  EXPECT_LT(PowerOf(BandPassed(SineAt(150), 600, 2000)) / whole, 1e-4);   // two octaves below
  EXPECT_LT(PowerOf(BandPassed(SineAt(8000), 600, 2000)) / whole, 1e-4);  // and above
  EXPECT_NEAR(PowerOf(BandPassed(SineAt(12000), 6000, kSampleRate_hz)) / whole, 1, 0.1);
}

// The room with its space at hand and a sound of the reader's own, which needs no samples fetched.
std::unique_ptr<SoundsState> OpenWithSpace() {
  auto state = OpenSmall();
  std::mt19937 random(11);
  state->own_wish.model = RandomModel(random);
  std::vector<float> rows;
  for (uint32_t item = 0; item < kSmallSounds; ++item) {
    const std::vector<float> row = RandomUnit(state->own_wish.model->dim(), random);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  state->own_wish.vectors = QuantizeRows("test", state->own_wish.model->dim(), rows);
  OwnSound own;
  own.name = "Mine";
  own.clip_id = 1;
  own.clip = std::make_shared<const Clip>(SineAt(800));
  own.nearest = {{5, 0.9f}};
  state->own.push_back(own);
  return state;
}

TEST(WhyNear, ComparesWithTheChosenRingOrElseTheNearest) {
  const auto state = OpenWithSpace();
  state->chosen = 2;
  Apply(*state, "why-open", "7");
  EXPECT_TRUE(state->why.is_open);
  EXPECT_EQ(state->why.items[0], 7u);
  EXPECT_EQ(state->why.items[1], ItemOfTrack(*state, 2));
  EXPECT_EQ(state->why.parts.size(), size_t{kWhyKinds});
  EXPECT_NEAR(state->why.likeness, CosineOfRows(state->own_wish.vectors, 7, state->why.items[1]),
              1e-4);
  EXPECT_FALSE(WhySentence(*state).empty());

  state->chosen = -1;
  Apply(*state, "why-open", "7");
  EXPECT_EQ(state->why.items[1], NearestToRow(state->own_wish.vectors, 7, 1)[0].item);
}

TEST(WhyNear, WaitsForWhatItNeedsAndThenSaysIt) {
  const auto state = OpenWithSpace();
  const VectorTable vectors = std::exchange(state->own_wish.vectors, {});
  Apply(*state, "why-open", "7");
  EXPECT_TRUE(state->why.parts.empty());
  EXPECT_EQ(WhySentence(*state), words::kSoundsWhyWait);
  state->own_wish.vectors = vectors;
  EXPECT_NE(Find<SayEffect>(TendWhy(*state)), nullptr);
  EXPECT_FALSE(state->why.parts.empty());
}

TEST(WhyNear, AnotherRightSideClosingAndNonsense) {
  const auto state = OpenWithSpace();
  Apply(*state, "why-right", "3");  // not open
  EXPECT_FALSE(state->why.is_open);
  Apply(*state, "why-open", "99999");
  EXPECT_FALSE(state->why.is_open);
  Apply(*state, "why-open", "7");
  const float before = state->why.likeness;
  Apply(*state, "why-right", "3");
  EXPECT_EQ(state->why.items[1], 3u);
  EXPECT_NE(state->why.likeness, before);
  for (const char* wrong : {"7", "-1", "x", "4294967295"}) Apply(*state, "why-right", wrong);
  EXPECT_EQ(state->why.items[1], 3u);
  Apply(*state, "why-part", "100");
  EXPECT_EQ(state->why.part, -1);
  EXPECT_TRUE(ApplyWhyKey(*state, "Escape").has_value());
  EXPECT_FALSE(state->why.is_open);
  EXPECT_FALSE(ApplyWhyKey(*state, "Escape").has_value());
}

TEST(WhyNear, ArrowsGoThroughThePartsFromEitherEnd) {
  const auto state = OpenWithSpace();
  Apply(*state, "why-open", "7");
  ApplyWhyKey(*state, "ArrowUp");
  EXPECT_EQ(state->why.part, kWhyKinds - 1);
  ApplyWhyKey(*state, "ArrowDown");
  EXPECT_EQ(state->why.part, 0);
  ApplyWhyKey(*state, "ArrowUp");
  EXPECT_EQ(state->why.part, kWhyKinds - 1);
}

TEST(WhyNear, WhatBothHaveIsNotSaidToBeLittleBecauseAnotherThingIs) {
  const auto state = OpenWithSpace();
  Apply(*state, "why-open", "7");
  WhyPart little, much;
  little.kind = WhyKind::kRumble;
  little.amount = 0.5f;
  little.hundredths = 50;
  little.left = little.right = -1;
  much = little;
  much.kind = WhyKind::kBright;
  much.left = much.right = 1;
  state->why.parts = {little, much};
  state->why.likeness = 1;
  EXPECT_EQ(WhySentence(*state), "Both have little low rumble and have brightness.");
  state->why.parts = {much, much};
  state->why.parts[1].kind = WhyKind::kSplash;
  EXPECT_EQ(WhySentence(*state), "Both have brightness and splash.");
}

TEST(WhyNear, OneAfterTheOther) {
  const auto state = OpenWithSpace();
  OwnSound second = state->own[0];
  second.clip_id = 2;
  second.clip = std::make_shared<const Clip>(SineAt(2500));
  state->own.push_back(second);
  state->now_s = 10;
  Apply(*state, "why-open", std::to_string(kFirstOwnSound));
  Apply(*state, "why-right", std::to_string(kFirstOwnSound + 1));
  EXPECT_FALSE(state->why.shades[0].empty());
  bool more = false;
  const Effects first = Apply(*state, "why-turn", "");
  ASSERT_NE(Find<PlayNowEffect>(first), nullptr);
  EXPECT_EQ(Find<PlayNowEffect>(first)->samples, state->own[0].clip->samples);
  state->now_s = 10.25;
  EXPECT_EQ(Find<PlayNowEffect>(PassWhyTime(*state, more)), nullptr);
  EXPECT_TRUE(more);
  ASSERT_TRUE(WhyPlayhead(*state));
  EXPECT_EQ(WhyPlayhead(*state)->first, 0);
  EXPECT_NEAR(WhyPlayhead(*state)->second, 0.5, 0.01);
  state->now_s = 10.8;
  const Effects then = PassWhyTime(*state, more);
  ASSERT_NE(Find<PlayNowEffect>(then), nullptr);
  EXPECT_EQ(Find<PlayNowEffect>(then)->samples, second.clip->samples);
  EXPECT_EQ(WhyPlayhead(*state)->first, 1);
  state->now_s = 12;
  more = false;
  PassWhyTime(*state, more);
  more = false;
  PassWhyTime(*state, more);
  EXPECT_FALSE(more);
  EXPECT_FALSE(WhyPlayhead(*state));
  // A sound that is forgotten while its card is open takes the card with it.
  Apply(*state, "own-forget", std::to_string(kFirstOwnSound));
  EXPECT_FALSE(state->why.is_open);
}

TEST(Player, EndsAtTheBarAndSaysSo) {
  Player player;
  player.SetClips([](const Pattern&, const Note&) { return std::shared_ptr<const Clip>(); });
  player.Start(SmallBeat());  // 120: a bar is two seconds
  player.Mix({SoundState::kPlaying, 44100, 44100});
  player.EndAtBar();
  player.TakeNews({SoundState::kPlaying, 44100 * 3, 44100 * 3}, 3);
  EXPECT_FALSE(player.HasEnded(3));
  player.TakeNews({SoundState::kPlaying, 44100 * 4, 44100 * 4}, 4);
  EXPECT_TRUE(player.HasEnded(4));
  player.Start(SmallBeat());
  player.TakeNews({SoundState::kPlaying, 44100 * 4, 44100 * 4}, 9);
  EXPECT_FALSE(player.HasEnded(9));
}

}  // namespace
}  // namespace meander
