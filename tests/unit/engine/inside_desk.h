// An engine with the real weights and the wing that looks into the encoder.
#pragma once

#include <gtest/gtest.h>

#include "engine/inside_messages.h"
#include "engine/inside_wing.h"
#include "fake_server.h"
#include "model_files.h"

namespace meander {

class InsideTest : public testing::Test {
 protected:
  InsideTest() : engine_(MakeInsideWing()) {}
  void SetUp() override {
    const Result<std::vector<uint8_t>> head = ServeModel(server_.files);
    ASSERT_TRUE(head) << head.error().message;
    engine_.Ask({1, OpenModelRequest{kModelBase, *head}});
    server_.Run(engine_);
  }
  std::vector<Reply> Ask(const InsideQuestion& question) {
    engine_.Ask({++last_id_, RoomRequest{WriteInsideQuestion(question)}});
    return server_.Run(engine_);
  }
  // The answers so far and the last, in order; an Error fails.
  template <class T>
  std::vector<T> Answers(const InsideQuestion& question) {
    std::vector<T> answers;
    for (const Reply& reply : Ask(question)) {
      if (const auto* error = std::get_if<Error>(&reply.body)) ADD_FAILURE() << error->message;
      const auto* room = std::get_if<RoomReply>(&reply.body);
      if (room == nullptr || reply.id != last_id_) continue;
      const auto answer = ReadInsideAnswer(room->answer);
      EXPECT_TRUE(answer.has_value());
      if (answer) answers.push_back(std::get<T>(*answer));
    }
    EXPECT_FALSE(answers.empty());
    return answers;
  }

  FakeServer server_;
  Engine engine_;
  RequestId last_id_ = 100;
};

}  // namespace meander
