// The engine protocol: everything survives the wire, and no bytes that are not ours are taken for
// it.
#include "engine/protocol.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace meander {
namespace {

Article SomeArticle() {
  return {"Greek mathematician",
          "Euclid wrote the Elements.\nGéométrie.",
          "https://x/Euclid",
          {{0, 6, 4, .5f}, {13, 25, 9, -.25f}}};
}

TEST(Protocol, RequestsSurviveTheWire) {
  const auto open = ReadRequest(WriteRequest({7, OpenPackRequest{"https://x/p/", {1, 2, 0}}}));
  ASSERT_TRUE(open) << open.error().message;
  EXPECT_EQ(open->id, 7u);
  EXPECT_EQ(std::get<OpenPackRequest>(open->body).base_url, "https://x/p/");
  EXPECT_EQ(std::get<OpenPackRequest>(open->body).head, (std::vector<uint8_t>{1, 2, 0}));

  const auto model = ReadRequest(WriteRequest({8, OpenModelRequest{"m/", {}}}));
  ASSERT_TRUE(model);
  EXPECT_TRUE(std::get<OpenModelRequest>(model->body).head.empty());

  const auto article = ReadRequest(WriteRequest({0xffffffff, ArticleRequest{10032}}));
  ASSERT_TRUE(article);
  EXPECT_EQ(std::get<ArticleRequest>(article->body).item, 10032u);

  const auto cosines = ReadRequest(WriteRequest({9, CosinesRequest{{{1, 2}, {3, 4000000000}}}}));
  ASSERT_TRUE(cosines);
  EXPECT_EQ(std::get<CosinesRequest>(cosines->body).pairs.back().second, 4000000000u);

  const auto meaning = ReadRequest(WriteRequest({10, MeaningRequest{"café \xF0\x9F\x98\x80", 12}}));
  ASSERT_TRUE(meaning);
  EXPECT_EQ(std::get<MeaningRequest>(meaning->body).text, "café \xF0\x9F\x98\x80");
  EXPECT_EQ(std::get<MeaningRequest>(meaning->body).count, 12u);

  const WalkQuestion question{.from = 3, .to = 4, .via = {5, 600}, .avoid = {7}, .scenic = .25f};
  const auto walk = ReadRequest(WriteRequest({11, WalkRequest{question, true}}));
  ASSERT_TRUE(walk);
  EXPECT_EQ(std::get<WalkRequest>(walk->body).question, question);
  EXPECT_TRUE(std::get<WalkRequest>(walk->body).by_links);
}

WhyReply SomeWhy() {
  WhyReply why;
  why.a = {"Coffee is hot.", false, {{0, 6, .25f}, {10, 13, -.5f}}};
  why.b = {"Tea.", true, {{0, 3, .125f}}};
  why.closeness = .5f;
  why.without = .25f;
  why.alone = .75f;
  why.sum_of_pairs = -.125f;
  why.pairs = {{1, 0, .5f}, {0, 0, .25f}};
  why.is_whole = true;
  return why;
}

TEST(Protocol, WhyTwoAreNearSurvivesTheWire) {
  const auto ask = ReadRequest(WriteRequest({12, WhyRequest{3, 10032, "Café", "Tea"}}));
  ASSERT_TRUE(ask);
  const auto& request = std::get<WhyRequest>(ask->body);
  EXPECT_EQ(request.a, 3u);
  EXPECT_EQ(request.b, 10032u);
  EXPECT_EQ(request.title_a, "Café");
  EXPECT_EQ(request.title_b, "Tea");
  EXPECT_TRUE(NeedsReader(ask->body));
  EXPECT_FALSE(NeedsReader(ArticleRequest{3}));

  const auto bytes = WriteReply({8, SomeWhy()});
  const auto reply = ReadReply(bytes);
  ASSERT_TRUE(reply);
  EXPECT_TRUE(reply->IsFinal());
  const auto& why = std::get<WhyReply>(reply->body);
  EXPECT_EQ(why.a.sentence, "Coffee is hot.");
  ASSERT_EQ(why.a.words.size(), 2u);
  EXPECT_EQ(why.a.words[1].end, 13u);
  EXPECT_EQ(why.a.words[1].brings, -.5f);
  EXPECT_TRUE(why.b.is_title);
  EXPECT_EQ(why.without, .25f);
  EXPECT_EQ(why.alone, .75f);
  EXPECT_EQ(why.sum_of_pairs, -.125f);
  ASSERT_EQ(why.pairs.size(), 2u);
  EXPECT_EQ(why.pairs[0].a, 1u);
  EXPECT_EQ(WriteReply(*reply), bytes);
  WhyReply sketch = SomeWhy();
  sketch.is_whole = false;
  EXPECT_FALSE(ReadReply(WriteReply({8, sketch}))->IsFinal());
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadReply(ByteSpan(bytes).first(length))) << length;
  }
  WhyReply beyond = SomeWhy();
  beyond.a.words[1].end = 99;
  EXPECT_FALSE(ReadReply(WriteReply({8, beyond}))) << "a word beyond its sentence";
  WhyReply crossed = SomeWhy();
  std::swap(crossed.a.words[0], crossed.a.words[1]);
  EXPECT_FALSE(ReadReply(WriteReply({8, crossed}))) << "words out of order";
  WhyReply wordless = SomeWhy();
  wordless.b.words.clear();
  EXPECT_FALSE(ReadReply(WriteReply({8, wordless}))) << "a pair of no word";
}

TEST(Protocol, RepliesSurviveTheWire) {
  const auto error = ReadReply(WriteReply({1, Error{ErrorCode::kMismatch, "No."}}));
  ASSERT_TRUE(error);
  EXPECT_EQ(std::get<Error>(error->body), (Error{ErrorCode::kMismatch, "No."}));
  EXPECT_TRUE(error->IsFinal());

  const auto progress = ReadReply(WriteReply({2, ProgressReply{1, 1ull << 40, "gnomon", 7, 60}}));
  ASSERT_TRUE(progress);
  EXPECT_EQ(std::get<ProgressReply>(progress->body).bytes_total, 1ull << 40);
  EXPECT_EQ(std::get<ProgressReply>(progress->body).waiting_for, "gnomon");
  EXPECT_EQ(std::get<ProgressReply>(progress->body).readings_done, 7u);
  EXPECT_EQ(std::get<ProgressReply>(progress->body).readings_in_all, 60u);
  EXPECT_FALSE(progress->IsFinal());

  ASSERT_TRUE(ReadReply(WriteReply({3, OpenedReply{}})));

  const auto article =
      ReadReply(WriteReply({4, ArticleReply{5, SomeArticle(), {{6, .9f}, {7, .8f}}, {{7, .1f}}}}));
  ASSERT_TRUE(article);
  const auto& reply = std::get<ArticleReply>(article->body);
  EXPECT_EQ(reply.article.text, SomeArticle().text);
  ASSERT_EQ(reply.article.links.size(), 2u);
  EXPECT_EQ(reply.article.links[1].target, 9u);
  EXPECT_EQ(reply.article.links[1].cosine, -.25f);
  EXPECT_EQ(reply.neighbors, (std::vector<Neighbor>{{6, .9f}, {7, .8f}}));
  EXPECT_EQ(reply.by_spelling, (std::vector<Neighbor>{{7, .1f}}));

  const auto cosines = ReadReply(WriteReply({5, CosinesReply{{.5f, -1}}}));
  ASSERT_TRUE(cosines);
  EXPECT_EQ(std::get<CosinesReply>(cosines->body).cosines, (std::vector<float>{.5f, -1}));

  const auto meaning =
      ReadReply(WriteReply({6, MeaningReply{{{1, .5f}}, {.6f, .8f}, false, true}}));
  ASSERT_TRUE(meaning);
  EXPECT_FALSE(std::get<MeaningReply>(meaning->body).looks_english);
  EXPECT_TRUE(std::get<MeaningReply>(meaning->body).truncated);
  EXPECT_EQ(std::get<MeaningReply>(meaning->body).vector, (std::vector<float>{.6f, .8f}));

  const Walk way{{3, 9, 4}, {200, 128}, 1, 2, 5};
  const auto walk = ReadReply(WriteReply({7, WalkReply{way}}));
  ASSERT_TRUE(walk);
  EXPECT_EQ(std::get<WalkReply>(walk->body).walk, way);
}

TEST(Protocol, EveryTruncationIsNoticed) {
  const auto request = WriteRequest({9, CosinesRequest{{{1, 2}, {300, 4}}}});
  for (size_t length = 0; length < request.size(); ++length) {
    EXPECT_FALSE(ReadRequest(ByteSpan(request).first(length))) << length;
  }
  const auto reply = WriteReply({4, ArticleReply{5, SomeArticle(), {{6, .9f}}, {}}});
  for (size_t length = 0; length < reply.size(); ++length) {
    EXPECT_FALSE(ReadReply(ByteSpan(reply).first(length))) << length;
  }
}

TEST(Protocol, WhatIsLeftOverIsNoticed) {
  auto bytes = WriteReply({3, OpenedReply{}});
  bytes.push_back(0);
  EXPECT_EQ(ReadReply(bytes).error().code, ErrorCode::kCorrupt);
}

TEST(Protocol, HostileValuesAreRefused) {
  EXPECT_FALSE(ReadRequest(WriteRequest({0, ArticleRequest{1}}))) << "id 0";
  EXPECT_FALSE(ReadRequest(WriteRequest({1, MeaningRequest{"x", 100000}}))) << "a huge count";
  ByteWriter unknown_kind;
  unknown_kind.Put<uint32_t>(1);
  unknown_kind.Put<uint8_t>(77);
  EXPECT_FALSE(ReadRequest(unknown_kind.bytes()));
  EXPECT_FALSE(ReadReply(unknown_kind.bytes()));
  ByteWriter huge;  // claims 2^40 pairs in a few bytes
  huge.Put<uint32_t>(1);
  huge.Put<uint8_t>(4);
  huge.PutVarint(uint64_t{1} << 40);
  EXPECT_FALSE(ReadRequest(huge.bytes()));
  EXPECT_FALSE(ReadReply(WriteReply({1, WalkReply{{{3, 4}, {200, 100}, 0, 1, 1}}})))
      << "a step too many";
  EXPECT_FALSE(ReadReply(WriteReply({1, WalkReply{{{3, 4}, {200}, 1, 1, 1}}}))) << "no such step";
  EXPECT_FALSE(ReadReply(WriteReply({1, WalkReply{{{3}, {}, 0, 1, 1}}}))) << "no step at all";
  Article overlapping = SomeArticle();
  overlapping.links[1].begin = 3;
  EXPECT_FALSE(ReadReply(WriteReply({4, ArticleReply{5, overlapping, {}, {}}})));
  Article beyond = SomeArticle();
  beyond.links[1].end = 1000;
  EXPECT_FALSE(ReadReply(WriteReply({4, ArticleReply{5, beyond, {}, {}}})));
}

TEST(Protocol, ReadingWhatWasReadGivesTheSameBytes) {
  // Whatever of ten thousand random byte strings is accepted must be written back alike.
  Rng rng(5);
  int accepted = 0;
  for (int round = 0; round < 10000; ++round) {
    std::vector<uint8_t> bytes(5 + rng.Below(12));
    for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(rng.Below(8));
    const auto request = ReadRequest(bytes);
    if (!request) continue;
    ++accepted;
    const auto again = ReadRequest(WriteRequest(*request));
    ASSERT_TRUE(again);
    EXPECT_EQ(WriteRequest(*again), WriteRequest(*request));
  }
  EXPECT_GT(accepted, 10);
}

}  // namespace
}  // namespace meander
