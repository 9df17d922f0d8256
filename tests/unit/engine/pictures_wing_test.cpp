// The wing that looks into pictures: what comes from the pack, who waits for whom, looks, cells and
// single units.
#include <cmath>

#include "pictures_desk.h"

namespace meander {
namespace {

template <class Question>
Question Of(Question question, uint32_t photo) {
  question.picture.photo = photo;
  return question;
}

TEST_F(PicturesTest, ALookTellsClassesAndAGridOfEveryLayer) {
  const auto look = Answer<PicturesLookAnswer>(Of(PicturesLookQuestion{}, 1));
  const PlainSight plain(2);
  ASSERT_EQ(look.classes.size(), size_t{10});
  const std::vector<int> top = TopClasses(plain.reading.logits(), 10);
  for (size_t i = 0; i < top.size(); ++i) {
    EXPECT_EQ(look.classes[i].index, top[i]);
    EXPECT_EQ(look.classes[i].name, "class " + std::to_string(top[i]));
    EXPECT_EQ(look.classes[i].logit, plain.reading.logits()[static_cast<size_t>(top[i])]);
  }
  // As it is at 14 · 14, the mean of 2 · 2 places at 56 · 56.
  const std::vector<float> fine = plain.Tensor("b11.exp"), coarse = plain.Tensor("b3.exp");
  const size_t place = 5 * 14 + 3;
  double squares = 0;
  for (size_t c = 0; c < 672; ++c) squares += std::pow(double{fine[place * 672 + c]}, 2);
  EXPECT_NEAR(look.grids[4].strength[place] / std::sqrt(squares), 1, 2e-3);
  for (size_t k = 0; k < 4; ++k) {
    const uint16_t channel = look.grids[4].channels[4 * place + k];
    EXPECT_NEAR(look.grids[4].values[4 * place + k] / fine[place * 672 + channel], 1, 2e-3);
    const float* const values = &look.grids[4].values[4 * place];
    EXPECT_LE(values[k], values[k > 0 ? k - 1 : 0]);
  }
  const uint16_t channel = look.grids[1].channels[4 * (28 * 2 + 1)];
  double sum = 0;
  for (const size_t at : {4 * 56 + 2, 4 * 56 + 3, 5 * 56 + 2, 5 * 56 + 3}) {
    sum += double{coarse[at * 144 + channel]};
  }
  EXPECT_NEAR(look.grids[1].values[4 * (28 * 2 + 1)], sum / 4, 2e-3 * sum / 4);
}

TEST_F(PicturesTest, WhatThePackKnowsIsSaidWithoutTheNetwork) {
  PicturesLookQuestion question;
  PicturesUnitAnswer anything;
  anything.side = 1;
  anything.values = {.5f};
  Open(MakeTinyPictures({{WritePicturesQuestion(question), WritePicturesAnswer(anything)}}));
  const size_t before = server_.asked.size();
  PicturesLookQuestion seeded = question;
  seeded.picture.seed = 7;  // no ghost is asked: its seed is of no matter
  EXPECT_EQ(Answer<PicturesUnitAnswer>(seeded).values, anything.values);
  EXPECT_EQ(server_.asked.size(), before + 1) << "one file, the answers";
  // Of another photo it knows none: then the network comes.
  EXPECT_EQ(Answer<PicturesLookAnswer>(Of(question, 1)).classes.size(), size_t{10});
  // What it says when its answers cannot be had: the same by looking.
  Open(MakeTinyPictures({{WritePicturesQuestion(question), WritePicturesAnswer(anything)}}));
  std::erase_if(server_.files, [](const auto& file) { return file.first.contains("answers"); });
  EXPECT_EQ(Answer<PicturesLookAnswer>(question).classes.size(), size_t{10});
}

TEST_F(PicturesTest, TheNetworkComesOnceAndItsBytesAreTold) {
  const RequestId id = AskOnly(PicturesLookQuestion{});
  uint64_t total = 0;
  for (const Reply& reply : server_.Run(engine_)) {
    if (const auto* progress = std::get_if<ProgressReply>(&reply.body);
        progress && reply.id == id) {
      EXPECT_LE(progress->bytes_done, progress->bytes_total);
      total = std::max(total, progress->bytes_total);
    }
  }
  EXPECT_GE(total, TheWeights().size() + kPictureLookBytes);
  const size_t asked = server_.asked.size();
  Answer<PicturesLookAnswer>(PicturesLookQuestion{});
  EXPECT_EQ(server_.asked.size(), asked);
}

TEST_F(PicturesTest, APhotoOfOnesOwnIsSeenAsThePackWouldSeeIt) {
  PicturesTakeQuestion photo;
  photo.width = 300;
  photo.height = 260;
  Rng rng(3);
  for (size_t i = 0; i < size_t{300} * 260 * 4; ++i) {
    photo.rgba.push_back(static_cast<uint8_t>(rng.Below(256)));
  }
  const auto taken = Answer<PicturesTakeAnswer>(photo);
  EXPECT_EQ(taken.side, 227);
  EXPECT_EQ(taken.left, 37);
  EXPECT_EQ(taken.top, 17);
  EXPECT_EQ(taken.rgb, *ShrinkPhoto({300, 260, 4, photo.rgba}, {37, 17, 227}));
  PicturesLookQuestion own;
  own.picture.photo = PictureRef::kOwn;
  own.picture.rgb = MadePhoto(1);
  EXPECT_EQ(WritePicturesAnswer(Answer<PicturesLookAnswer>(own)),
            WritePicturesAnswer(Answer<PicturesLookAnswer>(PicturesLookQuestion{})));
}

TEST_F(PicturesTest, AGhostSeesSomethingElseAndTheSameEveryTime) {
  PicturesLookQuestion ghost;
  ghost.picture.ghost = true;
  ghost.picture.seed = 5;
  const auto real = Answer<PicturesLookAnswer>(PicturesLookQuestion{});
  const auto first = Answer<PicturesLookAnswer>(ghost);
  EXPECT_NE(first.classes[0].logit, real.classes[0].logit);
  ghost.picture.seed = 6;
  const auto other = Answer<PicturesLookAnswer>(ghost);
  EXPECT_NE(other.classes[0].logit, first.classes[0].logit);
  ghost.picture.seed = 5;
  EXPECT_EQ(WritePicturesAnswer(Answer<PicturesLookAnswer>(ghost)), WritePicturesAnswer(first));
  EXPECT_EQ(WritePicturesAnswer(Answer<PicturesLookAnswer>(PicturesLookQuestion{})),
            WritePicturesAnswer(real));
}

TEST_F(PicturesTest, ACellIsItsChannelsAndWhatItWasMadeFrom) {
  PicturesCellQuestion question;
  question.layer = 3;
  question.place = 4 * 14 + 9;
  question.count = 5;
  const auto answers = Answers<PicturesCellAnswer>(question);
  EXPECT_GE(answers.size(), size_t{2}) << "its channels before what takes longer";
  const PicturesCellAnswer& cell = answers.back();
  PlainSight plain(1);
  const std::vector<float> tensor = plain.Tensor("b8.exp");
  ASSERT_EQ(cell.numbers.size(), size_t{480});
  double all = 0, shown = 0;
  for (size_t c = 0; c < 480; ++c) {
    EXPECT_EQ(cell.numbers[c], tensor[question.place * size_t{480} + c]);
    all += double{cell.numbers[c]};
  }
  ASSERT_EQ(cell.channels.size(), size_t{5});
  for (const PictureChannel& channel : cell.channels) {
    shown += double{channel.value};
    EXPECT_EQ(channel.value, cell.numbers[channel.channel]);
    EXPECT_GE(channel.strongest, channel.value);
    EXPECT_GE(channel.value, cell.none_above);
  }
  EXPECT_NEAR(cell.share_shown, shown / all, 1e-5);
  for (size_t i = 0; i < cell.other.size(); ++i) {
    EXPECT_EQ(cell.other[i].empty(), i == 3) << i;
  }
  // What it was made from adds up to the slope of its strength along all that was there.
  const int earlier = TensorNamed("b5.exp");
  const auto strength_at = [&](float scale) {
    std::vector<float> values = plain.Tensor("b5.exp");
    for (float& value : values) value *= scale;
    PlainSight other(1);
    other.reading.LookFrom(earlier, values);
    double squares = 0;
    for (const float x :
         other.reading.tensor(TensorNamed("b8.exp")).subspan(question.place * size_t{480}, 480)) {
      squares += double{x} * double{x};
    }
    return std::sqrt(squares);
  };
  double sum = 0;
  for (const float share : cell.other[2]) sum += double{share};
  const double slope = (strength_at(1.001f) - strength_at(.999f)) / .002 / strength_at(1);
  EXPECT_NEAR(sum, slope, 2e-2 * std::max(1., std::fabs(slope)));
}

TEST_F(PicturesTest, WhatACellFeedsFallsWhenItIsTakenAway) {
  PicturesCellQuestion question;
  question.layer = 4;
  question.place = 7 * 14 + 7;
  const auto cell = Answer<PicturesCellAnswer>(question);
  PlainSight plain(1);
  const std::vector<float> before = plain.Tensor("head");
  std::vector<float> without = plain.Tensor("b11.exp");
  std::fill_n(&without[question.place * size_t{672}], 672, 0.f);
  plain.reading.LookFrom(TensorNamed("b11.exp"), without);
  const std::vector<float> after = plain.Tensor("head");
  for (const size_t place : {size_t{0}, size_t{24}, size_t{48}}) {
    double was = 0, is = 0;
    for (size_t c = 0; c < 1280; ++c) {
      was += std::pow(double{before[place * 1280 + c]}, 2);
      is += std::pow(double{after[place * 1280 + c]}, 2);
    }
    EXPECT_NEAR(cell.other[6][place], 1 - std::sqrt(is) / std::sqrt(was), 1e-4) << place;
  }
  // The reading was given back as it was.
  const auto look = Answer<PicturesLookAnswer>(PicturesLookQuestion{});
  EXPECT_EQ(look.classes[0].logit, PlainSight(1).reading.logits()[look.classes[0].index]);
}

TEST_F(PicturesTest, AUnitIsWhereItFiresAndAClassWhereItIsSeen) {
  const auto unit = Answer<PicturesUnitAnswer>(PicturesUnitQuestion{{}, 5, 77});
  const PlainSight plain(1);
  const std::vector<float> tensor = plain.Tensor("b15.exp");
  ASSERT_EQ(unit.values.size(), size_t{49});
  float most = 0;
  for (size_t place = 0; place < 49; ++place) {
    EXPECT_EQ(unit.values[place], tensor[place * 1152 + 77]);
    most = std::max(most, unit.values[place]);
  }
  EXPECT_EQ(unit.strongest, most);
  // Together with the bias the places of a class are its logit: nothing behind the end clips.
  const auto seen = Answer<PicturesUnitAnswer>(PicturesUnitQuestion{{}, 7, 12});
  double sum = double{plain.weights.bias(kConvLayerCount - 1)[12]};
  for (const float value : seen.values) sum += double{value};
  EXPECT_NEAR(sum, plain.reading.logits()[12], 1e-4);
}

TEST_F(PicturesTest, AFormIsWatchedWhileItGrows) {
  PicturesGrowQuestion question;
  question.layer = 2;
  question.channel = 7;
  question.steps = 10;
  question.side = 32;
  const auto answers = Answers<PicturesGrowAnswer>(question);
  ASSERT_EQ(answers.size(), size_t{4}) << "the noise, then after 4, 8 and 10 steps";
  EXPECT_EQ(answers[0].step, 0);
  EXPECT_EQ(answers[1].step, 4);
  EXPECT_EQ(answers[3].step, 10);
  EXPECT_EQ(answers[3].steps, 10);
  EXPECT_EQ(answers[3].rgb.size(), size_t{32} * 32 * 3);
  EXPECT_NE(answers[0].rgb, answers[3].rgb);
  EXPECT_EQ(Answer<PicturesGrowAnswer>(question).rgb, answers[3].rgb) << "the same seed";
  question.seed = 2;
  EXPECT_NE(Answer<PicturesGrowAnswer>(question).rgb, answers[3].rgb);
}

TEST_F(PicturesTest, AFormThatWasBrokenOffGoesOnWhereItWas) {
  PicturesGrowQuestion question;
  question.layer = 2;
  question.channel = 7;
  question.steps = 24;
  question.side = 32;
  const auto whole = Answers<PicturesGrowAnswer>(question);
  const RequestId id = AskOnly(question);
  int last = -1;
  // Not to its end: after the picture of step 8 nobody wants more of it.
  while (last < 8 && engine_.Step()) {
    for (const Reply& reply : engine_.TakeReplies()) {
      const auto* room = std::get_if<RoomReply>(&reply.body);
      if (room == nullptr || reply.id != id) continue;
      last = std::get<PicturesGrowAnswer>(*ReadPicturesAnswer(room->answer)).step;
    }
  }
  ASSERT_EQ(last, 8);
  engine_.Cancel(id);
  engine_.TakeReplies();
  question.from = 8;
  const RequestId rest = AskOnly(question);
  int slices = 1;
  while (engine_.Step()) ++slices;
  EXPECT_LE(slices, 18) << "the eight steps it had made are not made again";
  const auto told = AnswersAmong<PicturesGrowAnswer>(engine_.TakeReplies(), rest);
  ASSERT_EQ(told.size(), size_t{4});
  EXPECT_EQ(told[0].step, 12);
  EXPECT_EQ(told.back().rgb, whole.back().rgb);
  // One that nobody has broken off is grown again, in silence up to where it is wanted from.
  question.channel = 8;
  question.from = 0;
  const auto other = Answers<PicturesGrowAnswer>(question);
  question.from = 20;
  const auto late = Answers<PicturesGrowAnswer>(question);
  ASSERT_EQ(late.size(), size_t{1});
  EXPECT_EQ(late[0].rgb, other.back().rgb);
}

TEST_F(PicturesTest, WhatIsAskedWhileAFormGrowsDoesNotWaitForIt) {
  Answer<PicturesUnitAnswer>(PicturesUnitQuestion{{}, 2, 7});  // the network is here
  PicturesGrowQuestion grow;
  grow.layer = 2;
  grow.channel = 7;
  grow.steps = 200;
  grow.side = 32;
  const RequestId growing = AskOnly(grow);
  engine_.Step();
  const RequestId unit = AskOnly(PicturesUnitQuestion{{}, 2, 9});
  bool is_answered = false;
  for (int slices = 0; slices < 12 && !is_answered; ++slices) {
    engine_.Step();
    const std::vector<Reply> replies = engine_.TakeReplies();
    is_answered = AnswerTo(replies, unit) != nullptr;
    EXPECT_EQ(AnswerTo(replies, growing), nullptr);
  }
  EXPECT_TRUE(is_answered);
  engine_.Cancel(growing);
}

TEST_F(PicturesTest, QuestionsAskedAtOnceAreAnsweredAsIfAlone) {
  PicturesShareQuestion share;
  share.steps = 4;
  share.layer = 5;
  PicturesCellQuestion cell;
  cell.layer = 5;
  PicturesLookQuestion ghost;
  ghost.picture.ghost = true;
  const auto alone_share = WritePicturesAnswer(Answer<PicturesShareAnswer>(share));
  const auto alone_cell = WritePicturesAnswer(Answer<PicturesCellAnswer>(Of(cell, 1)));
  const auto alone_look = WritePicturesAnswer(Answer<PicturesLookAnswer>(PicturesLookQuestion{}));
  const auto alone_ghost = WritePicturesAnswer(Answer<PicturesLookAnswer>(ghost));
  const RequestId first = AskOnly(share), second = AskOnly(Of(cell, 1)),
                  third = AskOnly(PicturesLookQuestion{}), fourth = AskOnly(ghost);
  const std::vector<Reply> replies = server_.Run(engine_);
  EXPECT_EQ(WritePicturesAnswer(AnswersAmong<PicturesShareAnswer>(replies, first).back()),
            alone_share);
  EXPECT_EQ(WritePicturesAnswer(AnswersAmong<PicturesCellAnswer>(replies, second).back()),
            alone_cell);
  EXPECT_EQ(WritePicturesAnswer(AnswersAmong<PicturesLookAnswer>(replies, third).back()),
            alone_look);
  EXPECT_EQ(WritePicturesAnswer(AnswersAmong<PicturesLookAnswer>(replies, fourth).back()),
            alone_ghost);
}

TEST_F(PicturesTest, AStoppedQuestionLeavesNothingBehind) {
  const auto look = WritePicturesAnswer(Answer<PicturesLookAnswer>(PicturesLookQuestion{}));
  PicturesShareQuestion share;
  share.steps = 32;
  const RequestId id = AskOnly(share);
  for (int i = 0; i < 3; ++i) engine_.Step();
  engine_.Cancel(id);
  const std::vector<Reply> replies = server_.Run(engine_);
  ASSERT_NE(AnswerTo(replies, id), nullptr);
  EXPECT_EQ(std::get<Error>(*AnswerTo(replies, id)).code, ErrorCode::kCancelled);
  EXPECT_EQ(WritePicturesAnswer(Answer<PicturesLookAnswer>(PicturesLookQuestion{})), look);
}

TEST_F(PicturesTest, WhatCannotBeAnsweredIsSaidInOneSentence) {
  engine_.Ask({50, RoomRequest{{9, 9, 9}, WingKind::kPictures}});
  EXPECT_EQ(std::get<Error>(*AnswerTo(server_.Run(engine_), 50)).code, ErrorCode::kCorrupt);
  engine_.Ask({51, RoomRequest{WritePicturesQuestion(PicturesLookQuestion{})}});
  EXPECT_EQ(std::get<Error>(*AnswerTo(server_.Run(engine_), 51)).code, ErrorCode::kUnavailable)
      << "another room's wing is meant";
  EXPECT_EQ(Refusal(Of(PicturesLookQuestion{}, 2)).code, ErrorCode::kInvalidInput)
      << "there are two photos";
  std::erase_if(server_.files, [](const auto& file) { return file.first.contains("convnet-3"); });
  EXPECT_EQ(Refusal(PicturesLookQuestion{}).code, ErrorCode::kNotFound);
  Engine closed(MakePicturesWing());
  closed.Ask({1, RoomRequest{WritePicturesQuestion(PicturesLookQuestion{}), WingKind::kPictures}});
  EXPECT_EQ(std::get<Error>(*AnswerTo(server_.Run(closed), 1)).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace meander
