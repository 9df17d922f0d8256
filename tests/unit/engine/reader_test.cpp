// Searching by meaning with the real weights of the set-up: the stream's order, when an answer
// comes, what is said meanwhile, and how a broken delivery is mended.
#include <gtest/gtest.h>

#include <cmath>

#include "fake_server.h"
#include "model_files.h"
#include "net/model_layout.h"

namespace meander {
namespace {

// The tiny pack again, with vectors as wide as the encoder's.
TinyPack MakeWidePack() {
  TinyPack pack;
  pack.head.name = "wide";
  pack.head.encoder_id = kEncoderId;
  pack.head.item_count = kTinyItems;
  Rng rng(3);
  std::vector<float> rows(size_t{kTinyItems} * kWidth);
  for (uint32_t item = 0; item < kTinyItems; ++item) {
    float squares = 0;
    for (int d = 0; d < kWidth; ++d) {
      const float value = rng.Unit() * 2 - 1;
      rows[item * kWidth + d] = value;
      squares += value * value;
    }
    for (int d = 0; d < kWidth; ++d) rows[item * kWidth + d] /= std::sqrt(squares);
  }
  pack.vectors = QuantizeRows(kEncoderId, kWidth, rows);
  SectionRef vectors{"vectors", 1, false, {}};
  AddChunk(pack, vectors, 0, kTinyItems, WriteVectors(pack.vectors, 0, kTinyItems));
  pack.head.sections = {vectors};
  pack.head_bytes = WritePackHead(pack.head);
  return pack;
}

class ReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    server_.files = pack_.files;
    const auto head = ServeModel(server_.files, &model_order_);
    ASSERT_TRUE(head) << "set-up makes the model: " << head.error().message;
    model_head_ = *head;
    Open(engine_);
  }
  void Open(Engine& engine) {
    engine.Ask({1, pack_.OpenRequest()});
    engine.Ask({2, OpenModelRequest{kModelBase, model_head_}});
    ASSERT_TRUE(std::holds_alternative<OpenedReply>(*AnswerTo(server_.Run(engine), 2)));
    ASSERT_TRUE(server_.asked.empty()) << "nothing is fetched before it is needed";
  }
  // Serves one file at a time until `id` is answered; how many model files had been asked for then.
  size_t FilesUntilAnswer(Engine& engine, RequestId id, MeaningReply& answer,
                          std::vector<std::string>* waiting = nullptr) {
    for (;;) {
      while (engine.Step()) {
      }
      server_.Collect(engine);
      for (const Reply& reply : engine.TakeReplies()) {
        if (const auto* found = std::get_if<MeaningReply>(&reply.body); found && reply.id == id) {
          answer = *found;
          return server_.asked.size();
        }
        const auto* progress = std::get_if<ProgressReply>(&reply.body);
        if (waiting && progress && !progress->waiting_for.empty()) {
          waiting->push_back(progress->waiting_for);
        }
      }
      if (server_.unanswered.empty()) return 0;
      server_.ServeOne(engine);
    }
  }

  TinyPack pack_ = MakeWidePack();
  FakeServer server_;
  std::vector<uint8_t> model_head_;
  std::vector<std::string> model_order_;
  Engine engine_;
};

TEST_F(ReaderTest, CommonWordsAreAnsweredLongBeforeTheLastFile) {
  engine_.Ask({3, MeaningRequest{"a walk by the sea", 5}});
  MeaningReply answer;
  const size_t files = FilesUntilAnswer(engine_, 3, answer);
  ASSERT_GT(files, 0u);
  EXPECT_LT(files, model_order_.size() * 6 / 10);
  ASSERT_EQ(answer.neighbors.size(), 5u);
  EXPECT_EQ(answer.neighbors, Nearest(pack_.vectors, answer.vector, 5));
  float squares = 0;
  for (const float value : answer.vector) squares += value * value;
  EXPECT_NEAR(squares, 1, 1e-4);
  EXPECT_TRUE(answer.looks_english);
  EXPECT_FALSE(answer.truncated);
}

TEST_F(ReaderTest, TheOrderOfFilesSaysNothingAboutTheText) {
  const auto order_for = [&](const char* text) {
    server_.asked.clear();
    Engine engine;
    Open(engine);
    engine.Ask({3, MeaningRequest{text, 3}});
    server_.Run(engine);
    std::vector<std::string> model_files;
    for (const std::string& url : server_.asked) {
      if (url.starts_with(kModelBase)) model_files.push_back(url);
    }
    return model_files;
  };
  const auto common = order_for("a walk by the sea");
  EXPECT_EQ(common, model_order_) << "every file, in the head's order, to the end";
  EXPECT_EQ(order_for("an isosceles quaternion, 漢字"), common);
}

TEST_F(ReaderTest, ARareWordIsNamedWhileItIsComing) {
  engine_.Ask({3, MeaningRequest{"the \xE6\xBC\xA2 sign", 3}});  // 漢: near the table's end
  MeaningReply answer;
  std::vector<std::string> waiting;
  const size_t files = FilesUntilAnswer(engine_, 3, answer, &waiting);
  EXPECT_GT(files, model_order_.size() * 8 / 10);
  EXPECT_TRUE(std::count(waiting.begin(), waiting.end(), "\xE6\xBC\xA2"));
}

TEST_F(ReaderTest, ABrokenDeliveryIsOneErrorAndTheNextQuestionGoesOn) {
  const std::string broken = model_order_[3];
  const auto good = server_.files[broken];
  server_.files[broken].back() ^= 1;
  engine_.Ask({3, MeaningRequest{"sea", 3}});
  const auto failed = server_.Run(engine_);
  ASSERT_NE(AnswerTo(failed, 3), nullptr);
  EXPECT_EQ(std::get<Error>(*AnswerTo(failed, 3)).code, ErrorCode::kCorrupt);
  server_.files[broken] = good;
  server_.asked.clear();
  engine_.Ask({4, MeaningRequest{"sea", 3}});
  const auto replies = server_.Run(engine_);
  ASSERT_NE(AnswerTo(replies, 4), nullptr);
  EXPECT_TRUE(std::holds_alternative<MeaningReply>(*AnswerTo(replies, 4)));
  EXPECT_EQ(std::count(server_.asked.begin(), server_.asked.end(), model_order_[0]), 0)
      << "what had come is kept";
}

TEST_F(ReaderTest, OtherLanguagesAndLongTextsAreSaidSo) {
  std::string long_text;
  for (int i = 0; i < 200; ++i) long_text += "river ";
  engine_.Ask({3, MeaningRequest{"Ἐν ἀρχῇ ἦν ὁ λόγος", 3}});
  engine_.Ask({4, MeaningRequest{long_text, 3}});
  const auto replies = server_.Run(engine_);
  EXPECT_FALSE(std::get<MeaningReply>(*AnswerTo(replies, 3)).looks_english);
  EXPECT_TRUE(std::get<MeaningReply>(*AnswerTo(replies, 4)).truncated);
}

TEST_F(ReaderTest, AnotherEncodersMapIsRefused) {
  TinyPack other = MakeTinyPack();
  server_.files.insert(other.files.begin(), other.files.end());
  engine_.Ask({3, other.OpenRequest()});
  engine_.Ask({4, MeaningRequest{"sea", 3}});
  const auto replies = server_.Run(engine_);
  EXPECT_EQ(std::get<Error>(*AnswerTo(replies, 4)).code, ErrorCode::kMismatch);
}

}  // namespace
}  // namespace meander
