// Answers worked out when the site was made: found again by their question whatever its number,
// refused when damaged.
#include "app/prepared.h"

#include <gtest/gtest.h>

#include "app/engine_line.h"
#include "app/inprocess_engine.h"
#include "engine/inside_messages.h"
#include "host/host_fake.h"

namespace meander {
namespace {

PreparedAnswers OneAnswer() {
  PreparedAnswers answers;
  answers.Add({7, CosinesRequest{{{1, 2}}}}, {7, CosinesReply{{0.5f}}});
  return answers;
}

TEST(Prepared, AnswersTheSameQuestionUnderItsOwnNumber) {
  const auto again = PreparedAnswers::Read(OneAnswer().Write());
  ASSERT_TRUE(again);
  const auto reply = again->AnswerTo({91, CosinesRequest{{{1, 2}}}});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->id, 91u);
  EXPECT_EQ(std::get<CosinesReply>(reply->body).cosines, std::vector<float>{0.5f});
  EXPECT_FALSE(again->AnswerTo({91, CosinesRequest{{{1, 3}}}}));
}

TEST(Prepared, KeepsWhatARoomAskedOnceItIsWhole) {
  PreparedAnswers answers;
  const std::vector<uint8_t> question = WriteInsideQuestion(InsideGridQuestion{"The dog ran.", {}});
  answers.Add({7, RoomRequest{question}}, {7, RoomReply{{1}, false}});
  EXPECT_TRUE(answers.empty());
  answers.Add({7, RoomRequest{question}}, {7, RoomReply{{1, 2}, true}});
  const auto again = PreparedAnswers::Read(answers.Write());
  ASSERT_TRUE(again);
  const auto reply = again->AnswerTo({8, RoomRequest{question}});
  ASSERT_TRUE(reply);
  EXPECT_EQ(std::get<RoomReply>(reply->body).answer, (std::vector<uint8_t>{1, 2}));
  const auto other = WriteInsideQuestion(InsideGridQuestion{"The dog sat.", {}});
  EXPECT_FALSE(again->AnswerTo({8, RoomRequest{other}}));
}

// An engine without the wing would say that the question belongs to another room.
TEST(InProcess, TheEngineKnowsWhatLooksIntoTheEncoder) {
  InProcessEngine engine;
  engine.Ask(
      WriteRequest({7, RoomRequest{WriteInsideQuestion(InsideGridQuestion{"The dog ran.", {}})}}));
  bool more = true;
  std::optional<Error> error;
  while (more) {
    for (const auto& bytes : engine.Work(more)) {
      const auto reply = ReadReply(bytes);
      ASSERT_TRUE(reply);
      if (const auto* failed = std::get_if<Error>(&reply->body)) error = *failed;
    }
  }
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::kNotFound);  // only the encoder is missing
}

TEST(Prepared, KeepsNoErrorsAndNoProgress) {
  PreparedAnswers answers;
  answers.Add({7, ArticleRequest{1}}, {7, Error{ErrorCode::kNotFound, "No."}});
  answers.Add({7, ArticleRequest{1}}, {7, ProgressReply{1, 2, ""}});
  EXPECT_TRUE(answers.empty());
}

TEST(Prepared, EveryCutIsNoticed) {
  const std::vector<uint8_t> whole = OneAnswer().Write();
  for (size_t length = 0; length < whole.size(); ++length) {
    const auto cut = PreparedAnswers::Read(ByteSpan(whole).first(length));
    EXPECT_FALSE(cut) << length;
  }
}

TEST(Prepared, TheEngineIsNotAskedForWhatIsPrepared) {
  FakeHost host;
  EngineLine line(host, [] {});
  line.SetPack("packs/", AsBytes("head"));
  line.AwaitPrepared();
  line.Ask({4, CosinesRequest{{{1, 2}}}});
  line.Ask({5, CosinesRequest{{{1, 3}}}});
  EXPECT_TRUE(host.engine_requests.empty());  // it may be prepared
  line.TakePrepared(OneAnswer());
  const auto answered = line.TakeAnswered();
  ASSERT_EQ(answered.size(), 1u);
  EXPECT_EQ(answered[0].id, 4u);
  EXPECT_EQ(host.engine_requests.size(), 2u);  // the pack is opened, and the other question asked
}

TEST(EngineLine, WhatIsNotHereIsNotFetchedUnasked) {
  FakeHost host;
  EngineLine line(host, [] { FAIL() << "the encoder is not to be fetched"; });
  line.SetPack("packs/", AsBytes("head"));
  line.AwaitPrepared();
  line.Ask({4, CosinesRequest{{{1, 2}}}}, true);
  line.Ask({5, CosinesRequest{{{1, 3}}}}, true);
  line.TakePrepared(OneAnswer());
  const auto answered = line.TakeAnswered();
  ASSERT_EQ(answered.size(), 2u);
  EXPECT_TRUE(std::holds_alternative<CosinesReply>(answered[0].body));
  const auto* error = std::get_if<Error>(&answered[1].body);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::kNeedsConsent);
  EXPECT_TRUE(host.engine_requests.empty());
}

TEST(EngineLine, WithoutAnEngineEveryQuestionIsAnsweredByTheSentence) {
  FakeHost host;
  EngineLine line(host, [] {});
  line.SetPack("packs/", AsBytes("head"));
  line.Ask({4, CosinesRequest{{{1, 2}}}});
  line.Ask({5, ArticleRequest{1}});
  line.Ask({6, ArticleRequest{2}});
  line.Cancel(6);
  EXPECT_TRUE(line.IsForRoom({4, CosinesReply{}}));  // this one was answered in time
  line.TakeFault("It did not arrive.");
  line.Ask({7, ArticleRequest{3}});
  const auto answered = line.TakeAnswered();
  ASSERT_EQ(answered.size(), 2u);
  EXPECT_EQ(answered[0].id, 5u);
  EXPECT_EQ(answered[1].id, 7u);
  for (const Reply& reply : answered) {
    const auto* error = std::get_if<Error>(&reply.body);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->message, "It did not arrive.");
  }
}

}  // namespace
}  // namespace meander
