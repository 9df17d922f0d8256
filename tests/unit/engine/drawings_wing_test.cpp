// The wing that looks into drawings, with a network of weights by chance: what it tells is what a
// reading of its own says, and what cannot be had is said.
#include <gtest/gtest.h>

#include <cmath>

#include "../pennet/made_pen.h"
#include "engine/drawings_messages.h"
#include "engine/drawings_wing.h"
#include "fake_server.h"
#include "net/pennet/pen_ghost.h"
#include "net/pennet/stroke_parts.h"
#include "pack/pen_sections.h"

namespace meander {
namespace {

void AddStream(TinyPack& pack, const char* name, ByteSpan bytes) {
  SectionRef section{name, 1, false, {}};
  for (size_t at = 0; at < bytes.size(); at += kMaxChunkBytes) {
    const ByteSpan piece = bytes.subspan(at, std::min<size_t>(kMaxChunkBytes, bytes.size() - at));
    AddChunk(pack, section, 0, 0, {piece.begin(), piece.end()});
  }
  pack.head.sections.push_back(section);
}

std::string MadeSigns(int count) {
  std::string signs;
  for (int i = 0; i < count; ++i) {
    signs += "s" + std::to_string(i) + " name" + std::to_string(i) + "\n";
  }
  return signs;
}

const Ink kCross = {{{200, 200}, {800, 820}}, {{790, 210}, {500, 500}, {190, 800}}, {{900, 100}}};

class DrawingsTest : public testing::Test {
 protected:
  void SetUp() override { Open(pen_.bytes, MadeSigns(kSignCount)); }
  void Open(ByteSpan pen, const std::string& signs) {
    TinyPack pack;
    pack.head.name = "tiny";
    pack.head.encoder_id = kPenId;
    pack.head.item_count = 1;
    AddStream(pack, "signs", AsBytes(signs));
    AddStream(pack, "pen", pen);
    pack.head_bytes = WritePackHead(pack.head);
    server_.files = pack.files;
    engine_.Ask({1, pack.OpenRequest()});
    server_.Run(engine_);
  }
  RequestId AskOnly(const std::vector<uint8_t>& question, WingKind wing = WingKind::kDrawings) {
    engine_.Ask({++last_id_, RoomRequest{question, wing}});
    return last_id_;
  }
  template <class T>
  std::vector<T> Answers(const DrawingsQuestion& question) {
    const RequestId id = AskOnly(WriteDrawingsQuestion(question));
    std::vector<T> answers;
    for (const Reply& reply : server_.Run(engine_)) {
      if (reply.id != id) continue;
      if (const auto* error = std::get_if<Error>(&reply.body)) ADD_FAILURE() << error->message;
      const auto* room = std::get_if<RoomReply>(&reply.body);
      if (room == nullptr) continue;
      const auto answer = ReadDrawingsAnswer(room->answer);
      EXPECT_TRUE(answer.has_value());
      if (answer) answers.push_back(std::get<T>(*answer));
    }
    EXPECT_FALSE(answers.empty());
    return answers;
  }
  Error Refusal(const std::vector<uint8_t>& question, WingKind wing = WingKind::kDrawings) {
    const RequestId id = AskOnly(question, wing);
    const std::vector<Reply> replies = server_.Run(engine_);
    const ReplyBody* body = AnswerTo(replies, id);
    if (body == nullptr || !std::holds_alternative<Error>(*body)) {
      ADD_FAILURE() << "not refused";
      return {};
    }
    return std::get<Error>(*body);
  }
  static std::vector<float> PlainPicture(const Ink& ink, const std::vector<bool>& left_out = {}) {
    std::vector<PenStroke> strokes;
    for (const InkStroke& stroke : ink) {
      strokes.emplace_back();
      for (const InkPoint point : stroke)
        strokes.back().push_back({double(point.x), double(point.y)});
    }
    return DrawStrokes(strokes, FrameOfStrokes(strokes), left_out);
  }
  void LookPlainly(const Ink& ink, const std::vector<bool>& left_out = {}) {
    pen_.reading.Look(PlainPicture(ink, left_out));
  }

  FakeServer server_;
  Engine engine_{MakeDrawingsWing()};
  MadePen pen_;
  RequestId last_id_ = 100;
};

TEST_F(DrawingsTest, ALookTellsSignsAndAGridOfEveryLayer) {
  const auto look = Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross}).back();
  LookPlainly(kCross);
  const std::vector<int> top = TopClasses(pen_.reading.logits(), 8);
  ASSERT_EQ(look.signs.size(), top.size());
  for (size_t i = 0; i < top.size(); ++i) {
    EXPECT_EQ(look.signs[i].index, top[i]);
    EXPECT_EQ(look.signs[i].name, "name" + std::to_string(top[i]));
    EXPECT_EQ(look.signs[i].logit, pen_.reading.logits()[static_cast<size_t>(top[i])]);
  }
  const auto fine = pen_.reading.tensor(PenTensorNamed("b8.exp"));
  const size_t place = 5 * 14 + 3;
  double squares = 0;
  for (size_t c = 0; c < 192; ++c) squares += std::pow(double{fine[place * 192 + c]}, 2);
  ASSERT_GT(squares, 0);
  EXPECT_NEAR(look.grids[4].strength[place] / std::sqrt(squares), 1, 2e-3);
  const uint16_t channel = look.grids[4].channels[4 * place];
  EXPECT_NEAR(look.grids[4].values[4 * place] / fine[place * 192 + channel], 1, 2e-3);
  // The stem is told as means of 4 · 4 places.
  const auto stem = pen_.reading.tensor(PenTensorNamed("stem"));
  const uint16_t first = look.grids[0].channels[4 * (28 * 6 + 7)];
  double sum = 0;
  for (size_t y = 24; y < 28; ++y) {
    for (size_t x = 28; x < 32; ++x) sum += double{stem[(y * 112 + x) * 32 + first]};
  }
  EXPECT_NEAR(look.grids[0].values[4 * (28 * 6 + 7)], sum / 16, 2e-3 * sum / 16 + 1e-6);
}

TEST_F(DrawingsTest, AStrokeIsLeftOutAsTheLibraryLeavesItOut) {
  const auto rounds = Answers<DrawingsStrokeAnswer>(DrawingsStrokeQuestion{kCross, 3, 5});
  const DrawingsStrokeAnswer& told = rounds.back();
  ASSERT_EQ(told.losses.size(), kCross.size());
  EXPECT_EQ(told.done, told.in_all);
  EXPECT_GE(rounds.size(), size_t{2}) << "told while it goes on";
  for (size_t i = 0; i < kCross.size(); ++i) {
    std::vector<bool> left_out(kCross.size());
    left_out[i] = true;
    LookPlainly(kCross, left_out);
    const auto logits = pen_.reading.logits();
    EXPECT_EQ(told.losses[i].value, static_cast<float>(double{logits[3]} - double{logits[5]}));
    EXPECT_NEAR(told.losses[i].loss, told.value - told.losses[i].value, 1e-5);
    EXPECT_EQ(told.losses[i].top.index, TopClasses(logits, 1)[0]);
  }
  LookPlainly(kCross, {true, true, true});
  EXPECT_EQ(told.empty_name, "name" + std::to_string(TopClasses(pen_.reading.logits(), 1)[0]));
}

TEST_F(DrawingsTest, GroupsAreWorthWhatTakingThemOutCosts) {
  DrawingsGroupQuestion question{kCross};
  question.a = 3;
  question.b = 5;
  question.stability_seeds = 2;
  const auto rounds = Answers<DrawingsGroupAnswer>(question);
  const DrawingsGroupAnswer& told = rounds.back();
  ASSERT_EQ(told.groups.size(), size_t{4});
  EXPECT_EQ(told.done, 16);
  float mass = 0, shares = 0;
  for (const DrawingGroup& group : told.groups) {
    EXPECT_EQ(group.strengths.size(), size_t{196});
    EXPECT_LE(group.mass, mass > 0 ? told.groups[0].mass : 1.f);
    mass += group.mass;
    shares += group.share;
  }
  EXPECT_NEAR(mass, 1, 1e-4);
  // What the steps give is about the rise from an empty layer.
  LookPlainly(kCross);
  const auto logits = pen_.reading.logits();
  EXPECT_NEAR(told.value, logits[3] - logits[5], 1e-4);
  const float rise = told.value - told.value_at_zero;
  EXPECT_NEAR(told.sum, rise, 0.1 * std::fabs(rise) + 0.05);
  EXPECT_NEAR(shares, told.sum, 1e-2 * std::fabs(told.sum) + 0.05) << "no group has the rest";
}

TEST_F(DrawingsTest, TheSameDrawingIsToldAlikeAfterAnything) {
  const auto first = Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross}).back();
  Answers<DrawingsGroupAnswer>(DrawingsGroupQuestion{kCross});
  Answers<DrawingsStrokeAnswer>(DrawingsStrokeQuestion{kCross, 3});
  // A job that is given up on its way leaves nothing behind.
  const RequestId given_up = AskOnly(WriteDrawingsQuestion(DrawingsGroupQuestion{kCross}));
  engine_.Step();
  engine_.Cancel(given_up);
  const auto again = Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross}).back();
  EXPECT_EQ(WriteDrawingsAnswer(again), WriteDrawingsAnswer(first));
}

// By a network of its own with the weights shuffled; the trained one is not touched by it.
TEST_F(DrawingsTest, TheGhostIsAskedAndTheNetworkStaysWhatItIs) {
  const auto trained = Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross}).back();
  const auto ghost = Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross, 1}).back();
  const auto other = Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross, 2}).back();
  const auto strokes =
      Answers<DrawingsStrokeAnswer>(DrawingsStrokeQuestion{kCross, 3, 5, 1}).back();
  EXPECT_EQ(WriteDrawingsAnswer(Answers<DrawingsLookAnswer>(DrawingsLookQuestion{kCross}).back()),
            WriteDrawingsAnswer(trained));
  EXPECT_NE(WriteDrawingsAnswer(ghost), WriteDrawingsAnswer(trained));
  EXPECT_NE(WriteDrawingsAnswer(ghost), WriteDrawingsAnswer(other));
  MakePenGhost(pen_.bytes, 1);
  const PenPanels panels(pen_.weights);
  PenReading reading(panels);
  reading.Look(PlainPicture(kCross));
  const std::span<const float> logits = reading.logits();
  const auto first = static_cast<size_t>(TopClasses(logits, 1)[0]);
  EXPECT_EQ(ghost.signs[0].index, first);
  EXPECT_EQ(ghost.signs[0].logit, logits[first]);
  EXPECT_NEAR(strokes.value, logits[3] - logits[5], 1e-5);
}

TEST_F(DrawingsTest, ADrawingIsMadeAsLargeAsTheRoomThinks) {
  const std::vector<PenStroke> strokes = {{{200, 300}, {700, 400}}};
  const PenFrame frame = FrameOfStrokes(strokes);
  EXPECT_NEAR(frame.scale, kDrawnInkSide / 500., 1e-9);
  EXPECT_EQ(frame.centre_x, 450);
  EXPECT_EQ(kDrawnPictureSide, kPenSide);
}

TEST_F(DrawingsTest, WhatIsNoQuestionOrNotItsOwnIsRefused) {
  EXPECT_EQ(Refusal({}).code, ErrorCode::kCorrupt);
  EXPECT_EQ(Refusal({0, 1, 2, 3}).code, ErrorCode::kCorrupt);
  EXPECT_EQ(Refusal(WriteDrawingsQuestion(DrawingsLookQuestion{kCross}), WingKind::kInside).code,
            ErrorCode::kUnavailable);
}

TEST_F(DrawingsTest, APackWhoseNetworkIsDamagedSaysSo) {
  std::vector<uint8_t> cut = pen_.bytes;
  cut.resize(cut.size() - 64);
  Open(cut, MadeSigns(kSignCount));
  const std::vector<uint8_t> question = WriteDrawingsQuestion(DrawingsLookQuestion{kCross});
  EXPECT_EQ(Refusal(question).code, ErrorCode::kCorrupt);
  Open(pen_.bytes, MadeSigns(7));
  EXPECT_EQ(Refusal(question).code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace meander
