// Why two articles are near, through the engine with the real weights: against the same sums made
// here the long way, told in two steps, in slices that let others pass, and given up when
// cancelled.
#include <gtest/gtest.h>

#include <cmath>

#include "fake_server.h"
#include "model_files.h"
#include "net/model_layout.h"

namespace meander {
namespace {

constexpr char kCoffee[] =
    "Coffee is a beverage brewed from roasted beans. It was traded by Dr. Smith in St. Louis "
    "(where, it is said. he lived). Prices fell.";
constexpr char kTea[] = "Tea is an aromatic beverage of leaves! Its caffeine wakes people up.";

TinyPack MakeTwoArticles() {
  TinyPack pack;
  pack.head.name = "two";
  pack.head.encoder_id = kEncoderId;
  pack.head.item_count = 2;
  SectionRef texts{"texts", 1, false, {}};
  const std::vector<Article> articles{{"", kCoffee, "", {}}, {"", kTea, "", {}}};
  AddChunk(pack, texts, 0, 2, WriteTexts(articles));
  pack.head.sections = {texts};
  pack.head_bytes = WritePackHead(pack.head);
  return pack;
}

class WhyTest : public testing::Test {
 protected:
  void SetUp() override {
    server_.files = pack_.files;
    const Result<std::vector<uint8_t>> head = ServeModel(server_.files);
    ASSERT_TRUE(head) << head.error().message;
    engine_.Ask({1, pack_.OpenRequest()});
    engine_.Ask({2, OpenModelRequest{kModelBase, *head}});
    server_.Run(engine_);
  }
  // The unit vector of a text, by asking for its meaning's vector.
  std::vector<float> VectorOf(const std::string& text) {
    reference_.Ask({++last_id_, MeaningRequest{text, 0}});
    const auto replies = reference_server_.Run(reference_);
    return std::get<MeaningReply>(*AnswerTo(replies, last_id_)).vector;
  }
  static double Dot(const std::vector<float>& a, const std::vector<float>& b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
    return sum;
  }

  TinyPack pack_ = MakeTwoArticles();
  FakeServer server_, reference_server_;
  Engine engine_, reference_;
  RequestId last_id_ = 100;
};

const WhyRequest kQuestion{0, 1, "Coffee", "Tea"};

TEST_F(WhyTest, TheSentencesAreThoseWithoutWhichTheyAreFarthestApart) {
  // The long way: every text written out without one sentence.
  TinyPack pack = MakeTwoArticles();
  SectionRef vectors{"vectors", 1, false, {}};
  const VectorTable rows =
      QuantizeRows(kEncoderId, kWidth, std::vector<float>(size_t{2} * kWidth, 0.05f));
  AddChunk(pack, vectors, 0, 2, WriteVectors(rows, 0, 2));
  pack.head.sections.push_back(vectors);
  pack.head_bytes = WritePackHead(pack.head);
  reference_server_.files = pack.files;
  const auto head = ServeModel(reference_server_.files);
  reference_.Ask({98, pack.OpenRequest()});
  reference_.Ask({99, OpenModelRequest{kModelBase, *head}});
  reference_server_.Run(reference_);
  const std::vector<std::string> coffee{
      "Coffee.", "Coffee is a beverage brewed from roasted beans.",
      "It was traded by Dr. Smith in St. Louis (where, it is said. he lived).", "Prices fell."};
  const std::vector<std::string> tea{"Tea.", "Tea is an aromatic beverage of leaves!",
                                     "Its caffeine wakes people up."};
  const auto without = [](const std::vector<std::string>& sentences, size_t left_out) {
    std::string text;
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (i != left_out) text += (text.empty() ? "" : " ") + sentences[i];
    }
    return text;
  };
  size_t best_a = 0, best_b = 0;
  double least = 2;
  for (size_t i = 0; i < coffee.size(); ++i) {
    for (size_t j = 0; j < tea.size(); ++j) {
      const double left = Dot(VectorOf(without(coffee, i)), VectorOf(without(tea, j)));
      if (left >= least) continue;
      least = left;
      best_a = i;
      best_b = j;
    }
  }
  engine_.Ask({3, kQuestion});
  const auto replies = server_.Run(engine_);
  const auto& why = std::get<WhyReply>(*AnswerTo(replies, 3));
  EXPECT_EQ(why.a.sentence, coffee[best_a]);
  EXPECT_EQ(why.b.sentence, tea[best_b]);
  EXPECT_NEAR(why.without, least, 1e-6);
  EXPECT_NEAR(why.closeness, Dot(VectorOf(without(coffee, 9)), VectorOf(without(tea, 9))), 1e-6);
  EXPECT_NEAR(why.alone, Dot(VectorOf(coffee[best_a]), VectorOf(tea[best_b])), 1e-6);

  // Each word, the long way; and the sum over pairs by its bilinear form.
  std::vector<double> sum_a(kWidth), sum_b(kWidth);
  const auto check = [&](const WhyReply::Side& side, const std::string& other,
                         std::vector<double>& sum) {
    const std::vector<float> whole = VectorOf(side.sentence), other_vector = VectorOf(other);
    ASSERT_FALSE(side.words.empty());
    for (const WhyReply::Word& word : side.words) {
      const std::string rest =
          side.sentence.substr(0, word.begin) + " " + side.sentence.substr(word.end);
      const std::vector<float> left = VectorOf(rest);
      EXPECT_NEAR(word.brings, Dot(whole, other_vector) - Dot(left, other_vector), 1e-5)
          << side.sentence.substr(word.begin, word.end - word.begin);
      for (int d = 0; d < kWidth; ++d) sum[size_t(d)] += double{whole[size_t(d)]} - left[size_t(d)];
    }
  };
  check(why.a, why.b.sentence, sum_a);
  check(why.b, why.a.sentence, sum_b);
  double sum = 0;
  for (size_t d = 0; d < kWidth; ++d) sum += sum_a[d] * sum_b[d];
  EXPECT_NEAR(why.sum_of_pairs, sum, 1e-4);
  ASSERT_FALSE(why.pairs.empty());
  for (size_t i = 1; i < why.pairs.size(); ++i) {
    EXPECT_GE(why.pairs[i - 1].brings, why.pairs[i].brings);
  }
}

TEST_F(WhyTest, SentencesAreToldBeforeTheirWordsAndProgressCountsUp) {
  engine_.Ask({9, kQuestion});
  server_.Run(engine_);  // the weights are here
  engine_.Ask({3, kQuestion});
  std::vector<Reply> replies;
  for (bool more = true; more;) {
    more = engine_.Step();
    for (Reply& reply : engine_.TakeReplies()) replies.push_back(std::move(reply));
  }
  uint32_t last = 0;
  int sketches = 0;
  for (const Reply& reply : replies) {
    if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
      EXPECT_GE(progress->readings_done, last);
      EXPECT_LE(progress->readings_done, progress->readings_in_all);
      last = progress->readings_done;
    } else if (const auto* why = std::get_if<WhyReply>(&reply.body)) {
      sketches += !why->is_whole;
      EXPECT_EQ(why->a.words.empty(), !why->is_whole);
      EXPECT_EQ(reply.IsFinal(), why->is_whole);
    }
  }
  EXPECT_GT(last, 10u);
  EXPECT_EQ(sketches, 1);
  const ReplyBody whole = *AnswerTo(replies, 3);
  engine_.Ask({4, kQuestion});
  const auto again = server_.Run(engine_);
  EXPECT_EQ(WriteReply({1, *AnswerTo(again, 4)}), WriteReply({1, whole})) << "the same bytes";
}

TEST_F(WhyTest, OthersAreAnsweredMeanwhileAndCancellingEndsIt) {
  engine_.Ask({3, kQuestion});
  server_.Run(engine_);  // the weights are here
  engine_.Ask({4, kQuestion});
  ASSERT_TRUE(engine_.Step());
  engine_.Ask({5, ArticleRequest{1}});
  ASSERT_TRUE(engine_.Step());
  ASSERT_TRUE(engine_.Step());
  auto replies = engine_.TakeReplies();
  EXPECT_NE(AnswerTo(replies, 5), nullptr) << "two slices later at the latest";
  EXPECT_EQ(AnswerTo(replies, 4), nullptr);
  engine_.Cancel(4);
  EXPECT_FALSE(engine_.Step()) << "nothing is left to do";
  replies = engine_.TakeReplies();
  EXPECT_EQ(std::get<Error>(*AnswerTo(replies, 4)).code, ErrorCode::kCancelled);
}

TEST_F(WhyTest, WhatCannotBeAnsweredIsASentence) {
  engine_.Ask({3, WhyRequest{0, 2, "Coffee", "?"}});
  engine_.Ask({4, WhyRequest{0, 1, std::string(2000, 'x'), "Tea"}});
  const auto replies = server_.Run(engine_);
  EXPECT_EQ(std::get<Error>(*AnswerTo(replies, 3)).code, ErrorCode::kInvalidInput);
  EXPECT_EQ(std::get<Error>(*AnswerTo(replies, 4)).code, ErrorCode::kInvalidInput);
  // A text of nothing but its title, and one of signs alone.
  engine_.Ask({5, WhyRequest{0, 0, "", "…"}});
  EXPECT_TRUE(std::holds_alternative<WhyReply>(*AnswerTo(server_.Run(engine_), 5)));
  Engine without_reader;
  without_reader.Ask({1, pack_.OpenRequest()});
  without_reader.Ask({2, kQuestion});
  EXPECT_EQ(std::get<Error>(*AnswerTo(server_.Run(without_reader), 2)).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace meander
