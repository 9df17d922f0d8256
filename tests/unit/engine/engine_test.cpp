// The engine against a made-up file server: what it fetches, what it answers, and what it says when
// files are missing, wrong or no longer wanted.
#include "engine/engine.h"

#include <gtest/gtest.h>

#include "fake_server.h"
#include "pack/spelling_section.h"

namespace meander {
namespace {

class EngineTest : public testing::Test {
 protected:
  void SetUp() override {
    server_.files = pack_.files;
    engine_.Ask({1, pack_.OpenRequest()});
    const auto replies = server_.Run(engine_);
    ASSERT_TRUE(std::holds_alternative<OpenedReply>(*AnswerTo(replies, 1)));
    ASSERT_TRUE(server_.asked.empty()) << "opening must fetch nothing";
  }
  Error ErrorOf(const std::vector<Reply>& replies, RequestId id) {
    const ReplyBody* body = AnswerTo(replies, id);
    if (body == nullptr || !std::holds_alternative<Error>(*body)) return {ErrorCode::kMismatch, ""};
    return std::get<Error>(*body);
  }

  TinyPack pack_ = MakeTinyPack();
  FakeServer server_;
  Engine engine_;
};

TEST_F(EngineTest, AnArticleComesWithItsNeighbours) {
  engine_.Ask({2, ArticleRequest{23}});
  const auto replies = server_.Run(engine_);
  const auto& reply = std::get<ArticleReply>(*AnswerTo(replies, 2));
  EXPECT_EQ(reply.item, 23u);
  EXPECT_EQ(reply.article.text, "Article 23.");
  EXPECT_EQ(reply.article.links.at(0).target, 24u);
  ASSERT_EQ(reply.neighbors.size(), 3u);
  EXPECT_EQ(reply.neighbors[0].item, NearestToRow(pack_.vectors, 23, 1)[0].item);
  EXPECT_EQ(server_.asked,
            (std::vector<std::string>{pack_.UrlOf("texts", 2), pack_.UrlOf("neighbors", 1)}));
}

// 23 and its second nearest are near by spelling.
TinyPack WithSpelling(bool is_there) {
  TinyPack pack = MakeTinyPack();
  const uint32_t second = NearestToRow(pack.vectors, 23, 2)[1].item;
  const std::vector<SpellingPair> pairs{{std::min(23u, second), std::max(23u, second), 0.2f}};
  SectionRef spelling{std::string(kSpellingSection), 1, false, {}};
  AddChunk(pack, spelling, 0, kTinyItems, WriteSpelling(pairs));
  if (!is_there) pack.files.erase(kTinyBase + spelling.chunks[0].file);
  pack.head.sections.push_back(spelling);
  pack.head_bytes = WritePackHead(pack.head);
  return pack;
}

TEST(EngineSpelling, AnArticleComesWithTheMarksOfItsNeighbours) {
  const TinyPack pack = WithSpelling(true);
  FakeServer server;
  server.files = pack.files;
  Engine engine;
  engine.Ask({1, pack.OpenRequest()});
  engine.Ask({2, ArticleRequest{23}});
  engine.Ask({3, ArticleRequest{24}});
  const auto replies = server.Run(engine);
  const auto& reply = std::get<ArticleReply>(*AnswerTo(replies, 2));
  ASSERT_EQ(reply.by_spelling.size(), 1u);
  EXPECT_EQ(reply.by_spelling[0].item, reply.neighbors[1].item);
  EXPECT_NEAR(reply.by_spelling[0].cosine, 0.2, 0.004);
  for (const Neighbor& one : std::get<ArticleReply>(*AnswerTo(replies, 3)).by_spelling) {
    EXPECT_EQ(one.item, 23u);
  }
}

TEST(EngineSpelling, AnArticleIsReadThoughTheMarksDoNotArrive) {
  const TinyPack pack = WithSpelling(false);
  FakeServer server;
  server.files = pack.files;
  Engine engine;
  engine.Ask({1, pack.OpenRequest()});
  engine.Ask({2, ArticleRequest{23}});
  const auto replies = server.Run(engine);
  const auto* reply = std::get_if<ArticleReply>(AnswerTo(replies, 2));
  ASSERT_NE(reply, nullptr);
  EXPECT_EQ(reply->article.text, "Article 23.");
  EXPECT_TRUE(reply->by_spelling.empty());
}

TEST_F(EngineTest, WhatIsHereIsNotFetchedAgain) {
  engine_.Ask({2, ArticleRequest{23}});
  server_.Run(engine_);
  server_.asked.clear();
  engine_.Ask({3, ArticleRequest{24}});
  const auto replies = server_.Run(engine_);
  EXPECT_EQ(std::get<ArticleReply>(*AnswerTo(replies, 3)).article.text, "Article 24.");
  EXPECT_TRUE(server_.asked.empty());
}

TEST_F(EngineTest, TwoRequestsShareAFile) {
  engine_.Ask({2, ArticleRequest{0}});
  engine_.Ask({3, ArticleRequest{1}});
  const auto replies = server_.Run(engine_);
  EXPECT_TRUE(AnswerTo(replies, 2) && AnswerTo(replies, 3));
  EXPECT_EQ(server_.asked.size(), 2u);
}

TEST_F(EngineTest, CosinesAreThoseOfTheRows) {
  engine_.Ask({2, CosinesRequest{{{3, 39}, {3, 3}, {14, 15}}}});
  const auto replies = server_.Run(engine_);
  const auto& reply = std::get<CosinesReply>(*AnswerTo(replies, 2));
  ASSERT_EQ(reply.cosines.size(), 3u);
  EXPECT_EQ(reply.cosines[0], CosineOfRows(pack_.vectors, 3, 39));
  EXPECT_NEAR(reply.cosines[1], 1, 1e-2);
  EXPECT_EQ(reply.cosines[2], CosineOfRows(pack_.vectors, 14, 15));
  engine_.Ask({3, CosinesRequest{}});
  EXPECT_TRUE(std::get<CosinesReply>(*AnswerTo(server_.Run(engine_), 3)).cosines.empty());
}

TEST_F(EngineTest, ACancelledRequestIsAnsweredOnceAndItsFilesGivenUp) {
  engine_.Ask({2, ArticleRequest{0}});
  engine_.Ask({3, ArticleRequest{39}});
  while (engine_.Step()) {
  }
  server_.Collect(engine_);
  ASSERT_EQ(server_.unanswered.size(), 4u);
  engine_.Cancel(2);
  engine_.Cancel(2);
  const auto replies = server_.Run(engine_);
  EXPECT_EQ(ErrorOf(replies, 2).code, ErrorCode::kCancelled);
  EXPECT_EQ(std::count_if(replies.begin(), replies.end(), [](const Reply& r) { return r.id == 2; }),
            1);
  EXPECT_TRUE(std::holds_alternative<ArticleReply>(*AnswerTo(replies, 3)));
  EXPECT_EQ(server_.abandoned.size(), 2u);
}

TEST_F(EngineTest, CancellingOneOfTwoKeepsTheSharedFile) {
  engine_.Ask({2, ArticleRequest{0}});
  engine_.Ask({3, ArticleRequest{1}});
  while (engine_.Step()) {
  }
  engine_.Cancel(2);
  const auto replies = server_.Run(engine_);
  EXPECT_TRUE(std::holds_alternative<ArticleReply>(*AnswerTo(replies, 3)));
  EXPECT_TRUE(server_.abandoned.empty());
}

TEST_F(EngineTest, AlteredBytesAreAnErrorAndWantedAfreshByTheNextRequest) {
  const std::string url = pack_.UrlOf("texts", 0);
  server_.files[url][3] ^= 1;
  engine_.Ask({2, ArticleRequest{4}});
  EXPECT_EQ(ErrorOf(server_.Run(engine_), 2).code, ErrorCode::kCorrupt);
  server_.files = pack_.files;
  engine_.Ask({3, ArticleRequest{4}});
  const auto replies = server_.Run(engine_);
  EXPECT_EQ(std::get<ArticleReply>(*AnswerTo(replies, 3)).article.text, "Article 4.");
  EXPECT_EQ(std::count(server_.asked.begin(), server_.asked.end(), url), 2);
}

TEST_F(EngineTest, AMissingFileIsOneSentence) {
  server_.files.erase(pack_.UrlOf("neighbors", 0));
  engine_.Ask({2, ArticleRequest{4}});
  const Error error = ErrorOf(server_.Run(engine_), 2);
  EXPECT_EQ(error.code, ErrorCode::kNotFound);
  EXPECT_EQ(error.message.back(), '.');
}

TEST_F(EngineTest, ProgressIsToldWhileFilesCome) {
  engine_.Ask({2, ArticleRequest{4}});
  while (engine_.Step()) {
  }
  server_.Collect(engine_);
  engine_.DeliverProgress(server_.unanswered[0].file_id, 100);
  const auto replies = engine_.TakeReplies();
  ASSERT_EQ(replies.size(), 1u);
  const auto& progress = std::get<ProgressReply>(replies[0].body);
  EXPECT_EQ(progress.bytes_done, 100u);
  EXPECT_EQ(progress.bytes_total, pack_.head.Find("texts")->chunks[0].byte_count +
                                      pack_.head.Find("neighbors")->chunks[0].byte_count);
  EXPECT_TRUE(engine_.TakeReplies().empty()) << "the same progress is told once";
}

TEST_F(EngineTest, ImpossibleRequestsAreRefused) {
  engine_.Ask({2, ArticleRequest{kTinyItems}});
  engine_.Ask({3, CosinesRequest{{{0, 4000000000}}}});
  engine_.Ask({4, OpenPackRequest{kTinyBase, {1, 2, 3}}});
  engine_.Ask({5, OpenPackRequest{"no slash", pack_.head_bytes}});
  engine_.Ask({6, MeaningRequest{"before any encoder", 3}});
  const auto replies = server_.Run(engine_);
  EXPECT_EQ(ErrorOf(replies, 2).code, ErrorCode::kInvalidInput);
  EXPECT_EQ(ErrorOf(replies, 3).code, ErrorCode::kInvalidInput);
  EXPECT_EQ(ErrorOf(replies, 4).code, ErrorCode::kCorrupt);
  EXPECT_EQ(ErrorOf(replies, 5).code, ErrorCode::kInvalidInput);
  EXPECT_EQ(ErrorOf(replies, 6).code, ErrorCode::kNotFound);
}

TEST_F(EngineTest, AnIdIsUsedOnce) {
  engine_.Ask({2, ArticleRequest{0}});
  engine_.Ask({2, ArticleRequest{1}});
  engine_.Ask({0, ArticleRequest{1}});
  const auto replies = engine_.TakeReplies();
  ASSERT_EQ(replies.size(), 2u);
  EXPECT_EQ(std::get<Error>(replies[0].body).code, ErrorCode::kInvalidInput);
  EXPECT_EQ(std::get<Error>(replies[1].body).code, ErrorCode::kInvalidInput);
}

TEST_F(EngineTest, DeliveriesNobodyAskedForAreIgnored) {
  engine_.Deliver(99, std::vector<uint8_t>{1});
  engine_.Deliver(0, Fail(ErrorCode::kUnavailable, "No."));
  engine_.DeliverProgress(99, 5);
  EXPECT_FALSE(engine_.Step());
  EXPECT_TRUE(engine_.TakeReplies().empty());
}

TEST_F(EngineTest, AnIdleEngineHasNothingToDo) {
  engine_.Ask({2, ArticleRequest{0}});
  server_.Run(engine_);
  EXPECT_FALSE(engine_.Step());
  EXPECT_TRUE(engine_.TakeReplies().empty());
  EXPECT_TRUE(engine_.TakeWanted().empty());
}

}  // namespace
}  // namespace meander
