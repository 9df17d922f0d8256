// Networks that only the page can ask: what they are given, and that what follows from their looks
// is what the same methods find when they look for themselves.
#include "engine/pictures_outside.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/rng.h"
#include "engine/pictures_maps.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

constexpr size_t kSide = 224;

std::vector<uint8_t> Photo() {
  std::vector<uint8_t> rgb(kPictureLookBytes);
  Rng rng(5);
  for (size_t i = 0; i < kSide * kSide; ++i) {
    const size_t y = i / kSide, x = i % kSide;
    rgb[3 * i] = static_cast<uint8_t>((x / 40 * 61 + y / 40 * 37) % 250);
    rgb[3 * i + 1] = static_cast<uint8_t>(x);
    rgb[3 * i + 2] = static_cast<uint8_t>(rng.Below(60));
  }
  return rgb;
}

// A network that sees how much red there is in the upper left, of [height, width, 3] bytes.
float Red(std::span<const uint8_t> rgb, size_t width, size_t height) {
  double sum = 0;
  for (size_t y = 0; y < height / 2; ++y) {
    for (size_t x = 0; x < width / 2; ++x) sum += rgb[3 * (y * width + x)];
  }
  return static_cast<float>(sum / (255. * static_cast<double>(width * height) / 4));
}

// The same on our pictures, asked at once.
class RedLooks : public PictureLooks {
 public:
  explicit RedLooks(std::vector<float> picture) : picture_(std::move(picture)) { Look(picture_); }
  void Look(std::span<const float> picture) override {
    std::vector<uint8_t> rgb;
    for (const float v : picture) {
      rgb.push_back(static_cast<uint8_t>(std::lround(std::clamp(v * 128 + 127, 0.f, 255.f))));
    }
    logits_[0] = Red(rgb, kSide, kSide);
    ++looks;
  }
  std::span<const float> picture() const override { return picture_; }
  std::span<const float> logits() const override { return logits_; }
  int looks = 0;

 private:
  const std::vector<float> picture_;
  float logits_[2] = {0, 0};
};

struct Ended {
  PicturesCoverAnswer answer;
  std::vector<float> values;
  int questions = 0;
};
// Has it look until nothing more is wanted.
Ended LookToTheEnd(PicturesCoverQuestion question, std::span<const uint8_t> seen) {
  Ended ended;
  question.values = {Red(question.rgb, question.width, question.height)};
  const size_t each = size_t{3} * question.width * question.height;
  for (; ended.questions < 600; ++ended.questions) {
    const Result<PicturesAnswer> answer = AnswerForOthers(question, seen);
    if (!answer) break;
    ended.answer = std::get<PicturesCoverAnswer>(*answer);
    EXPECT_EQ(ended.answer.rgb.size(), ended.answer.pictures * each);
    EXPECT_LE(ended.answer.pictures, question.want);
    if (ended.answer.pictures == 0) break;
    for (size_t i = 0; i < ended.answer.pictures; ++i) {
      question.values.push_back(Red(std::span(ended.answer.rgb).subspan(i * each, each),
                                    question.width, question.height));
    }
  }
  ended.values = question.values;
  return ended;
}

PicturesCoverQuestion Whole(PictureCover cover, uint8_t want) {
  PicturesCoverQuestion question;
  question.width = question.height = kSide;
  question.rgb = Photo();
  question.cover = cover;
  question.want = want;
  return question;
}

TEST(PicturesOutside, ItIsGivenWhatOursIsGivenWhereItAsksForTheSame) {
  PicturesFitQuestion question;
  question.width = question.height = 300;
  question.rgba.assign(size_t{4} * 300 * 300, 80);
  question.to_width = question.to_height = kSide;
  const std::vector<uint8_t> seen = Photo();
  EXPECT_EQ(std::get<PicturesFitAnswer>(*AnswerForOthers(question, seen)).rgb, seen);
  question.to_width = 64;
  question.to_height = 32;
  question.is_bilinear = true;
  const auto fitted = std::get<PicturesFitAnswer>(*AnswerForOthers(question, seen));
  EXPECT_EQ(fitted.rgb, std::vector<uint8_t>(size_t{64} * 32 * 3, 80));
}

TEST(PicturesOutside, AnOblongInputIsTheMiddleOfTheSquare) {
  PicturesFitQuestion question;
  question.width = question.height = 64;
  for (int i = 0; i < 64 * 64; ++i) {
    const auto row = static_cast<uint8_t>(i / 64);
    question.rgba.insert(question.rgba.end(), {row, row, row, 255});
  }
  question.to_width = 64;
  question.to_height = 32;
  const auto fitted = std::get<PicturesFitAnswer>(*AnswerForOthers(question, Photo()));
  EXPECT_EQ(fitted.rgb.front(), 16);
  EXPECT_EQ(fitted.rgb.back(), 47);
}

TEST(PicturesOutside, OcclusionFindsWhatItFindsWhenItLooksForItself) {
  const std::vector<uint8_t> seen = Photo();
  RedLooks looks(PictureOf(seen));
  const auto occlusion = MakeOcclusion(looks, std::vector<float>{1, 0});
  while (occlusion->Step()) {
  }
  const std::vector<float> places =
      AsFloats(MapAtSide(occlusion->Map(), kPictureSide, kOcclusionSide));
  for (const uint8_t want : {uint8_t{1}, uint8_t{8}}) {
    const Ended ended = LookToTheEnd(Whole(PictureCover::kOcclusion, want), seen);
    EXPECT_EQ(ended.values.size(), kOcclusionSquares + 1);
    EXPECT_EQ(ended.answer.share.done, kOcclusionSquares);
    ASSERT_EQ(ended.answer.share.places.size(), places.size());
    for (size_t i = 0; i < places.size(); ++i) {
      EXPECT_NEAR(ended.answer.share.places[i], places[i], 1e-6) << i;
    }
  }
}

TEST(PicturesOutside, LimeFitsANetworkThatIsASum) {
  const std::vector<uint8_t> seen = Photo();
  const Ended ended = LookToTheEnd(Whole(PictureCover::kLime, 16), seen);
  EXPECT_EQ(ended.values.size(), size_t{200}) << "the whole, and 199 with pieces left out";
  EXPECT_GT(ended.answer.share.r2, .9f);
  RedLooks looks(PictureOf(seen));
  const auto lime = MakeLime(looks, std::vector<float>{1, 0}, 50, 200);
  while (lime->Step()) {
  }
  const LimeFit fit = lime->Now();
  ASSERT_EQ(ended.answer.share.weights.size(), fit.weights.size());
  for (size_t i = 0; i < fit.weights.size(); ++i) {
    EXPECT_NEAR(ended.answer.share.weights[i], fit.weights[i], 1e-5) << i;
  }
}

TEST(PicturesOutside, BothRaceAgainstChanceAndWhatNamesTheRedWins) {
  const std::vector<uint8_t> seen = Photo();
  PicturesCoverQuestion question = Whole(PictureCover::kRace, 16);
  question.occlusion = LookToTheEnd(Whole(PictureCover::kOcclusion, 16), seen).values;
  question.lime = LookToTheEnd(Whole(PictureCover::kLime, 16), seen).values;
  const Ended ended = LookToTheEnd(question, seen);
  const PicturesRaceAnswer& race = ended.answer.race;
  ASSERT_EQ(race.races.size(), size_t{2});
  EXPECT_EQ(race.races[0].method, PictureMethod::kOcclusion);
  EXPECT_EQ(race.races[1].method, PictureMethod::kLime);
  EXPECT_EQ(race.done, race.in_all);
  EXPECT_EQ(race.chance.size(), size_t{11});
  for (const PictureRace& one : race.races) {
    EXPECT_EQ(one.deletion.size(), size_t{11});
    EXPECT_LT(one.deletion_area, race.chance_area);
  }
}

TEST(PicturesOutside, AnotherSizeIsCoveredWhereTheSquareIs) {
  const std::vector<uint8_t> seen = Photo();
  PicturesCoverQuestion question;
  question.width = 64;
  question.height = 32;
  question.rgb.assign(size_t{64} * 32 * 3, 9);
  question.values = {1};
  const auto answer = std::get<PicturesCoverAnswer>(*AnswerForOthers(question, seen));
  ASSERT_EQ(answer.pictures, 1);
  // The first square, 56 of 224 at the upper left, of which the middle half of the rows are seen.
  EXPECT_EQ(answer.share.done, 0);
  EXPECT_EQ(answer.rgb[0], 9) << "its rows begin under the square";
  PicturesCoverQuestion upright = question;
  upright.width = 32;
  upright.height = 32;
  upright.rgb.assign(size_t{32} * 32 * 3, 9);
  const auto square = std::get<PicturesCoverAnswer>(*AnswerForOthers(upright, seen));
  EXPECT_EQ(square.rgb[0], 127);
  EXPECT_EQ(square.rgb[3 * 7], 127);
  EXPECT_EQ(square.rgb[3 * 8], 9);
}

}  // namespace
}  // namespace meander
