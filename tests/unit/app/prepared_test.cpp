// Answers worked out when the site was made: found again by their question whatever its number,
// refused when damaged.
#include "app/prepared.h"

#include <gtest/gtest.h>

#include "app/engine_line.h"
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

}  // namespace
}  // namespace meander
