// What crosses between the room of drawings and its engine: everything survives the wire, and no
// bytes that are not ours are taken for it. Ink, which links and packs carry too.
#include "engine/drawings_messages.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/rng.h"

namespace meander {
namespace {

class DrawingMaker {
 public:
  explicit DrawingMaker(uint64_t seed) : rng_(seed) {}
  float Number() { return rng_.Unit() * 8 - 4; }
  uint16_t Short(uint32_t below) { return static_cast<uint16_t>(rng_.Below(below)); }
  std::vector<float> Numbers(size_t count) {
    std::vector<float> list(count);
    for (float& value : list) value = Number();
    return list;
  }
  Ink Strokes() {
    Ink ink(1 + rng_.Below(5));
    for (InkStroke& stroke : ink) {
      stroke.resize(1 + rng_.Below(9));
      for (InkPoint& point : stroke) point = {Short(kSheetSide), Short(kSheetSide)};
    }
    return ink;
  }
  DrawnSign Sign() { return {Short(411), "∩", "inter", rng_.Unit(), Number()}; }

  DrawingsQuestion Question() {
    const uint16_t a = Short(410), b = rng_.Below(2) == 1 ? kNoSign : uint16_t{410};
    switch (rng_.Below(3)) {
      case 0:
        return DrawingsLookQuestion{Strokes(), Short(3)};
      case 1:
        return DrawingsGroupQuestion{Strokes(), 5, 6, a, b, 8, 3, Short(3)};
      default:
        return DrawingsStrokeQuestion{Strokes(), a, b, Short(3)};
    }
  }
  DrawingsAnswer Answer() {
    switch (rng_.Below(3)) {
      case 0: {
        DrawingsLookAnswer look;
        look.signs = {Sign(), Sign()};
        for (size_t i = 0; i < look.grids.size(); ++i) {
          const size_t places = ToldPlacesOfDrawing(i);
          look.grids[i] = {Numbers(places), {}, Numbers(4 * places)};
          for (size_t k = 0; k < 4 * places; ++k) look.grids[i].channels.push_back(Short(16));
        }
        return look;
      }
      case 1: {
        DrawingsGroupAnswer groups;
        groups.groups = {{Number(), Numbers(196), Number(), Number(), Number()},
                         {Number(), Numbers(196), Number(), Number(), Number()}};
        groups.sum = Number();
        groups.done = 3;
        groups.in_all = 16;
        return groups;
      }
      default:
        return DrawingsStrokeAnswer{Number(),    Number(),
                                    Number(),    "∴",
                                    "therefore", {{2, Number(), Number(), Number(), Sign()}},
                                    1,           4};
    }
  }

 private:
  Rng rng_;
};

TEST(DrawingsMessages, EveryQuestionSurvivesTheWireAndNoPieceOfOneDoes) {
  std::array<int, std::variant_size_v<DrawingsQuestion>> met{};
  for (uint64_t seed = 0; seed < 100; ++seed) {
    const DrawingsQuestion question = DrawingMaker(seed).Question();
    ++met[question.index()];
    std::vector<uint8_t> bytes = WriteDrawingsQuestion(question);
    const auto read = ReadDrawingsQuestion(bytes);
    ASSERT_TRUE(read.has_value()) << seed << " " << question.index();
    EXPECT_TRUE(*read == question);
    for (size_t length = 0; length < bytes.size(); ++length) {
      EXPECT_FALSE(ReadDrawingsQuestion(ByteSpan(bytes).first(length))) << seed << " " << length;
    }
    bytes.push_back(0);
    EXPECT_FALSE(ReadDrawingsQuestion(bytes)) << "bytes behind it";
  }
  for (const int times : met) EXPECT_GT(times, 0);
}

TEST(DrawingsMessages, EveryAnswerSurvivesTheWireAndNoPieceOfOneDoes) {
  std::array<int, std::variant_size_v<DrawingsAnswer>> met{};
  for (uint64_t seed = 0; seed < 60; ++seed) {
    const DrawingsAnswer answer = DrawingMaker(seed).Answer();
    ++met[answer.index()];
    const std::vector<uint8_t> bytes = WriteDrawingsAnswer(answer);
    const auto read = ReadDrawingsAnswer(bytes);
    ASSERT_TRUE(read.has_value()) << seed << " " << answer.index();
    EXPECT_EQ(read->index(), answer.index());
    EXPECT_EQ(WriteDrawingsAnswer(*read), bytes);
    for (size_t length = 0; length < bytes.size(); length += 1 + length / 8) {
      EXPECT_FALSE(ReadDrawingsAnswer(ByteSpan(bytes).first(length))) << seed << " " << length;
    }
  }
  for (const int times : met) EXPECT_GT(times, 0);
}

template <class Question>
bool IsHeard(const Question& question) {
  return ReadDrawingsQuestion(WriteDrawingsQuestion(question)).has_value();
}
template <class Answer>
bool IsTrusted(const Answer& answer) {
  return ReadDrawingsAnswer(WriteDrawingsAnswer(answer)).has_value();
}

TEST(DrawingsMessages, WhatCannotBeAskedIsRefused) {
  const Ink ink = {{{1, 2}, {3, 4}}};
  EXPECT_TRUE(IsHeard(DrawingsLookQuestion{ink}));
  EXPECT_FALSE(IsHeard(DrawingsLookQuestion{})) << "nothing is drawn";
  EXPECT_FALSE(IsHeard(DrawingsLookQuestion{{{{kSheetSide, 0}}}})) << "off the sheet";
  EXPECT_TRUE(IsHeard(DrawingsGroupQuestion{ink}));
  EXPECT_FALSE(IsHeard(DrawingsGroupQuestion{ink, 1})) << "too fine";
  EXPECT_FALSE(IsHeard(DrawingsGroupQuestion{ink, 7}));
  EXPECT_FALSE(IsHeard(DrawingsGroupQuestion{ink, 4, 1}));
  EXPECT_FALSE(IsHeard(DrawingsGroupQuestion{ink, 4, 4, 0, kNoSign, 12})) << "no power of two";
  EXPECT_FALSE(IsHeard(DrawingsStrokeQuestion{ink, 411}));
  EXPECT_FALSE(IsHeard(DrawingsStrokeQuestion{ink, 7, 7}));
}

TEST(DrawingsMessages, WhatCannotBeAnsweredIsNotBelieved) {
  auto look = std::get<DrawingsLookAnswer>([] {
    for (uint64_t seed = 0;; ++seed) {
      DrawingsAnswer answer = DrawingMaker(seed).Answer();
      if (answer.index() == 0) return answer;
    }
  }());
  EXPECT_TRUE(IsTrusted(look));
  look.grids[1].channels[5] = 16;  // layer 1 has sixteen
  EXPECT_FALSE(IsTrusted(look));
  look.grids[1].channels[5] = 15;
  look.grids[1].strength.pop_back();
  EXPECT_FALSE(IsTrusted(look));
  DrawingsStrokeAnswer strokes;
  strokes.value = std::numeric_limits<float>::infinity();
  EXPECT_FALSE(IsTrusted(strokes));
  DrawingsGroupAnswer groups;
  groups.groups = {{0, {1, 2}, 0, 0, 0}, {0, {1}, 0, 0, 0}};
  EXPECT_FALSE(IsTrusted(groups)) << "groups of two layers";
}

TEST(Ink, ComesBackAsItWasAndIsShort) {
  Ink ink = {{{0, 1023}, {1023, 0}}, {{512, 512}}};
  for (uint16_t i = 0; i < 40; ++i) ink[0].push_back({uint16_t(1000 - 20 * i), uint16_t(25 * i)});
  ByteWriter out;
  PutInk(out, ink);
  EXPECT_LT(out.size(), size_t{2 * 43 + 16}) << "a byte a step, where the steps are small";
  ByteReader in(out.bytes());
  EXPECT_EQ(GetInk(in), ink);
  EXPECT_TRUE(in.ok() && in.AtEnd());
}

TEST(Ink, TooMuchOfItIsRefused) {
  const auto is_read = [](const Ink& ink) {
    ByteWriter out;
    PutInk(out, ink);
    ByteReader in(out.bytes());
    GetInk(in);
    EXPECT_EQ(in.ok(), IsInk(ink));
    return in.ok();
  };
  EXPECT_TRUE(is_read(Ink(kMostInkStrokes, InkStroke(1))));
  EXPECT_FALSE(is_read(Ink(kMostInkStrokes + 1, InkStroke(1))));
  EXPECT_TRUE(is_read({InkStroke(kMostInkPoints)}));
  EXPECT_FALSE(is_read({InkStroke(kMostInkPoints), InkStroke(1)}));
  EXPECT_FALSE(is_read({InkStroke(2), InkStroke{}})) << "a stroke without a point";
  const std::vector<uint8_t> far = {1,    1,    0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                    0xFF, 0xFF, 0xFF, 0xFF, 1,    0};
  ByteReader in(far);
  EXPECT_TRUE(GetInk(in).empty());
  EXPECT_FALSE(in.ok());
}

}  // namespace
}  // namespace meander
