// The wing that looks into pictures: what speaks for a class by five methods, groups of neurons,
// races.
#include <cmath>
#include <numeric>

#include "net/convnet/group_flow.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_groups.h"
#include "pictures_desk.h"

namespace meander {
namespace {

double SumOf(const std::vector<float>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST_F(PicturesTest, IntegratedSharesSharpenRoundByRound) {
  PicturesShareQuestion question;
  question.layer = 5;
  question.a = 3;
  question.b = 700;
  question.steps = 8;
  const auto answers = Answers<PicturesShareAnswer>(question);
  ASSERT_EQ(answers.size(), size_t{4});
  for (size_t i = 0; i < answers.size(); ++i) {
    EXPECT_EQ(answers[i].done, 1 << i);
    EXPECT_EQ(answers[i].in_all, 8);
    EXPECT_NEAR(SumOf(answers[i].places), answers[i].sum, 1e-3);
  }
  PlainSight plain(1);
  IntegratedShares integral(plain.reading, TensorNamed("b15.exp"), ClassSeed(3, 700), 8);
  while (integral.Step()) {
  }
  const PictureShares shares = integral.Now();
  const PicturesShareAnswer& last = answers.back();
  EXPECT_FLOAT_EQ(last.sum, static_cast<float>(shares.sum));
  EXPECT_FLOAT_EQ(last.value, static_cast<float>(shares.value));
  EXPECT_FLOAT_EQ(last.value_at_zero, static_cast<float>(shares.value_at_zero));
  const std::vector<double> channels = SumsOfChannels(shares.shares, 1152);
  ASSERT_EQ(last.channels.size(), size_t{16});
  for (const PictureChannel& channel : last.channels) {
    EXPECT_FLOAT_EQ(channel.value, static_cast<float>(channels[channel.channel]));
  }
  EXPECT_GE(std::fabs(last.channels[0].value), std::fabs(last.channels[15].value));
}

TEST_F(PicturesTest, GradientTimesActivationIsExactAtTheEndAndTurnsAboutWithTheClasses) {
  PicturesShareQuestion question;
  question.layer = kPictureEnd;
  question.method = PictureMethod::kGradient;
  question.a = 3;
  question.b = 700;
  const auto one = Answer<PicturesShareAnswer>(question);
  EXPECT_NEAR(one.sum, one.value - one.value_at_zero, 1e-4);
  std::swap(question.a, question.b);
  const auto other = Answer<PicturesShareAnswer>(question);
  for (size_t i = 0; i < one.places.size(); ++i) {
    EXPECT_NEAR(one.places[i], -other.places[i], 1e-6);
  }
  question.layer = 0;
  EXPECT_EQ(Answer<PicturesShareAnswer>(question).places.size(), size_t{28} * 28);
  question.method = PictureMethod::kActivation;
  const auto active = Answer<PicturesShareAnswer>(question);
  for (const float place : active.places) EXPECT_GE(place, 0);
}

TEST_F(PicturesTest, CoveringIsToldWhileItGoesOn) {
  PicturesShareQuestion question;
  question.method = PictureMethod::kOcclusion;
  question.a = 3;
  const auto answers = Answers<PicturesShareAnswer>(question);
  EXPECT_GE(answers.size(), size_t{3});
  EXPECT_LT(answers[0].done, answers[1].done);
  const PicturesShareAnswer& last = answers.back();
  EXPECT_EQ(last.done, 49);
  ASSERT_EQ(last.places.size(), size_t{64});
  // The corner lies under the first square alone: what is lost by grey there.
  PlainSight plain(1);
  const float whole = plain.reading.logits()[3];
  std::vector<float> picture = PictureOf(MadePhoto(1));
  for (size_t y = 0; y < 56; ++y) std::fill_n(&picture[y * 224 * 3], 56 * 3, 0.f);
  plain.reading.Look(picture);
  EXPECT_NEAR(last.places[0], whole - plain.reading.logits()[3], 1e-5);
  EXPECT_EQ(last.value, whole);
}

TEST_F(PicturesTest, LimeGivesSuperpixelsWeightsAndHowWellTheyFit) {
  PicturesShareQuestion question;
  question.method = PictureMethod::kLime;
  question.a = 3;
  question.samples = 30;
  question.segments = 12;
  const auto lime = Answer<PicturesShareAnswer>(question);
  EXPECT_EQ(lime.done, 30);
  ASSERT_EQ(lime.segments.size(), kPictureLookBytes / 3);
  EXPECT_GE(lime.weights.size(), size_t{4});
  EXPECT_LE(lime.r2, 1.0001f);
  EXPECT_NEAR(SumOf(lime.places), SumOf(lime.weights), 1e-4);
  EXPECT_NEAR(lime.sum, SumOf(lime.weights), 1e-4);
  EXPECT_EQ(WritePicturesAnswer(Answer<PicturesShareAnswer>(question)), WritePicturesAnswer(lime))
      << "the same seed, the same samples";
}

TEST_F(PicturesTest, GroupsSayWhatTheyDoAndWhatIsDoneWithoutThem) {
  PicturesGroupQuestion question;
  question.layer = 5;
  question.groups = 3;
  question.a = 3;
  question.steps = 4;
  const auto answers = Answers<PicturesGroupAnswer>(question);
  EXPECT_EQ(answers[0].done, 0) << "the groups before what they do";
  EXPECT_EQ(answers[0].groups[0].without, 0);
  const PicturesGroupAnswer& last = answers.back();
  ASSERT_EQ(last.groups.size(), size_t{3});
  EXPECT_EQ(last.done, 4);
  double masses = 0, shares = 0;
  float strongest = 0;
  for (const PictureGroup& group : last.groups) {
    masses += double{group.mass};
    shares += double{group.share};
    EXPECT_GE(group.doubt, 0);
    EXPECT_EQ(group.channels.size(), size_t{8});
    EXPECT_EQ(group.class_effects.size(), size_t{10});
    ASSERT_EQ(group.strengths.size(), size_t{49});
    for (const float strength : group.strengths) strongest = std::max(strongest, strength);
  }
  EXPECT_NEAR(masses, 1, 1e-5);
  EXPECT_EQ(strongest, 1) << "of the layer's strongest";
  // Whatever no group holds is left out of the groups' shares, nothing is told twice.
  EXPECT_LE(std::fabs(shares), std::fabs(double{last.sum}) * 1.5 + 1);
  PlainSight plain(1);
  const PictureGroups groups = FindGroups(plain.reading.tensor(TensorNamed("b15.exp")), 1152, 3);
  const float now = plain.reading.logits()[3];
  for (size_t i = 0; i < 3; ++i) {
    const float then = LogitsWithoutGroup(plain.reading, TensorNamed("b15.exp"), groups, i)[3];
    EXPECT_NEAR(last.groups[i].without, now - then, 1e-5) << i;
  }
}

TEST_F(PicturesTest, GroupsOfTwoLayersFlowIntoOneAnother) {
  PicturesGroupQuestion question;
  question.layer = 6;
  question.groups = 2;
  question.layer_from = 5;
  question.groups_from = 3;
  question.steps = 2;
  question.stability_seeds = 2;
  question.a = 3;
  const auto answer = Answer<PicturesGroupAnswer>(question);
  ASSERT_EQ(answer.from.size(), size_t{3});
  ASSERT_EQ(answer.flow.size(), size_t{6});
  EXPECT_EQ(answer.flow_done, 2);
  EXPECT_EQ(answer.flow_in_all, 2);
  // The same as the flow asked for by itself; together with what no group holds it is all there is.
  PlainSight plain(1);
  const int earlier = TensorNamed("b15.exp"), later = TensorNamed("head");
  const PictureGroups from = FindGroups(plain.reading.tensor(earlier), 1152, 3),
                      to = FindGroups(plain.reading.tensor(later), 1280, 2);
  GroupFlow flow(plain.reading, earlier, later, from, to, ClassSeed(3), 2);
  while (flow.Step()) {
  }
  const GroupFlows flows = flow.Now();
  for (size_t i = 0; i < answer.flow.size(); ++i) {
    EXPECT_FLOAT_EQ(answer.flow[i], static_cast<float>(flows.flow[i]));
  }
  EXPECT_FLOAT_EQ(answer.flow_no_group, static_cast<float>(flows.no_group));
  double left =
      double{answer.value} - double{answer.flow_value_at_zero} - double{answer.flow_no_group};
  for (size_t f = 0; f < answer.from.size(); ++f) {
    left -= double{answer.from[f].share};
    const double through = double{answer.flow[2 * f]} + double{answer.flow[2 * f + 1]};
    EXPECT_NEAR(answer.from[f].share - through, flows.from_rest[f], 1e-4);
  }
  EXPECT_NEAR(left, flows.gap(), 1e-4);
  for (const PictureGroup& group : answer.groups) {
    EXPECT_GE(group.stability, 0);
    EXPECT_LE(group.stability, 1);
  }
}

TEST_F(PicturesTest, MethodsRaceAgainstChance) {
  PicturesRaceQuestion question;
  question.a = 3;
  question.layer = 6;
  question.methods = {PictureMethod::kGradient, PictureMethod::kActivation};
  const auto answers = Answers<PicturesRaceAnswer>(question);
  EXPECT_GE(answers.size(), size_t{3});
  const PicturesRaceAnswer& last = answers.back();
  ASSERT_EQ(last.races.size(), size_t{2});
  const PlainSight plain(1);
  for (const PictureRace& race : last.races) {
    ASSERT_EQ(race.deletion.size(), size_t{11});
    EXPECT_FLOAT_EQ(race.deletion[0], ClassShares(plain.reading.logits())[3]);
    EXPECT_EQ(race.deletion[0], race.insertion[10]);
    EXPECT_EQ(race.deletion[10], race.insertion[0]) << "all of it covered";
  }
  EXPECT_EQ(last.races[1].method, PictureMethod::kActivation);
  ASSERT_EQ(last.chance.size(), size_t{11});
  for (size_t i = 0; i < 11; ++i) {
    EXPECT_LE(last.chance_low[i], last.chance_high[i]);
  }
  EXPECT_LE(last.done, last.in_all);
}

}  // namespace
}  // namespace meander
