// Messages about lines: everything survives the wire, nothing out of range does.
#include <gtest/gtest.h>

#include "engine/protocol.h"

namespace meander {
namespace {

GradientRequest SomeQuestion() {
  GradientRequest ask;
  ask.a = "I went looking for adventure.";
  ask.b = "Ich kehrte nie zurück.";
  ask.mix = {20, 30, 50};
  ask.steps = 9;
  ask.scenic = 80;
  ask.within_shelf = 3;
  ask.stock = LineStock::kBoth;
  ask.pins = {{0, {70000, ""}}, {8, {kNoLine, "Nobody came."}}};
  ask.vias = {"sea", "rhyme:sea"};
  ask.banned = {1, kFirstOwnItem + 5};
  ask.another = 2;
  return ask;
}

GradientReply SomeGradient() {
  GradientReply reply;
  reply.stops = {{{5, 1, "Call me."}, .5f, -.25f, .75f, {10, -3}, {{6, 1, "Call."}}},
                 {{kNoLine, kNoShelf, "Typed."}, .1f, .2f, .3f, {255, 127}, {}}};
  reply.last_step = 1.5f;
  reply.a_to_b = .125f;
  reply.weakest = 2;
  reply.shore = {{0, 0}, {128, -128}};
  reply.looks_english = false;
  return reply;
}

template <class Body>
Body Sent(Body body) {
  const auto back = ReadRequest(WriteRequest({9, body}));
  EXPECT_TRUE(back && std::holds_alternative<Body>(back->body));
  return back ? std::get<Body>(back->body) : Body{};
}
template <class Body>
Body Answered(Body body) {
  const auto back = ReadReply(WriteReply({9, body}));
  EXPECT_TRUE(back && std::holds_alternative<Body>(back->body));
  return back ? std::get<Body>(back->body) : Body{};
}
bool IsRefused(const GradientRequest& ask) { return !ReadRequest(WriteRequest({9, ask})); }

TEST(LineProtocol, RequestsSurviveTheWire) {
  EXPECT_EQ(Sent(SomeQuestion()), SomeQuestion());
  const CloudRequest cloud{{kNoLine, "Typed."}, "a", "b", {0, 0, 100}, 2, LineStock::kOwn, 50};
  EXPECT_EQ(Sent(cloud), cloud);
  EXPECT_EQ(Sent(LinePlaceRequest{4000000}).item, 4000000u);
  EXPECT_EQ(Sent(LineSoundsRequest{{"one", "two"}}).texts.back(), "two");
  EXPECT_EQ(Sent(LinePairRequest{1ull << 60, 4}).seed, 1ull << 60);
  EXPECT_EQ(Sent(OwnTextRequest{{0, 255, 7}}).bytes, (std::vector<uint8_t>{0, 255, 7}));
}

TEST(LineProtocol, RepliesSurviveTheWire) {
  const GradientReply gradient = Answered(SomeGradient());
  ASSERT_EQ(gradient.stops.size(), 2u);
  EXPECT_EQ(gradient.stops[0].line, SomeGradient().stops[0].line);
  EXPECT_EQ(gradient.stops[0].others, SomeGradient().stops[0].others);
  EXPECT_EQ(gradient.stops[0].place, (WayPlace{10, -3}));
  EXPECT_EQ(gradient.stops[0].to_b, -.25f);
  EXPECT_EQ(gradient.shore, SomeGradient().shore);
  EXPECT_EQ(gradient.weakest, 2);
  EXPECT_EQ(gradient.last_step, 1.5f);
  EXPECT_FALSE(gradient.looks_english);
  const auto cloud = Answered(CloudReply{{{{3, 1, "x"}, .5f, {4, 5}}}});
  EXPECT_EQ(cloud.lines.at(0).place, (WayPlace{4, 5}));
  const auto place = Answered(LinePlaceReply{{3, 1, "x"}, "Chapter 1", "abc x def", 4, 5});
  EXPECT_EQ(place.passage.substr(place.begin, place.end - place.begin), "x");
  const std::vector<WordSound> words{{0, 3, "K AE1 T", 77}, {4, 7, "S AE1 T", 77}};
  EXPECT_EQ(Answered(LineSoundsReply{{words, {}}}).lines.at(0), words);
  EXPECT_EQ(Answered(LinePairReply{{1, 0, "a"}, {2, 1, "b"}}).b.text, "b");
  EXPECT_EQ(Answered(OwnTextReply{10, 3, true}).skipped, 3u);
  EXPECT_EQ(Answered(GradientSketchReply{{{1, 0, "a"}}}).stops.at(0).item, 1u);
  EXPECT_EQ(Answered(OwnTextProgressReply{3, 10}).lines_total, 10u);
}

TEST(LineProtocol, OnlySketchesAndProgressAreNotFinal) {
  EXPECT_FALSE((Reply{1, GradientSketchReply{}}).IsFinal());
  EXPECT_FALSE((Reply{1, OwnTextProgressReply{}}).IsFinal());
  EXPECT_TRUE((Reply{1, GradientReply{}}).IsFinal());
  EXPECT_TRUE((Reply{1, OwnTextReply{}}).IsFinal());
}

TEST(LineProtocol, EveryTruncationIsNoticed) {
  const auto request = WriteRequest({9, SomeQuestion()});
  for (size_t length = 0; length < request.size(); ++length) {
    EXPECT_FALSE(ReadRequest(ByteSpan(request).first(length))) << length;
  }
  const auto reply = WriteReply({4, SomeGradient()});
  for (size_t length = 0; length < reply.size(); ++length) {
    EXPECT_FALSE(ReadReply(ByteSpan(reply).first(length))) << length;
  }
}

TEST(LineProtocol, HostileQuestionsAreRefused) {
  const auto with = [](auto change) {
    GradientRequest ask = SomeQuestion();
    change(ask);
    return ask;
  };
  EXPECT_FALSE(IsRefused(SomeQuestion()));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.mix.sound = 51; })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.steps = 2; })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.steps = 26; })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.scenic = 101; })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.pins[1].stop = 9; }))) << "no such stop";
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.pins[1].stop = 0; }))) << "one stop, two pins";
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.vias.assign(6, "x"); })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.banned.assign(1001, 1); })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.another = kMostAnother + 1; })));
  EXPECT_TRUE(IsRefused(with([](auto& ask) { ask.a.assign(kMostLineBytes + 1, 'x'); })));
  for (const int count : {0, 101}) {
    CloudRequest cloud;
    cloud.count = static_cast<uint8_t>(count);
    EXPECT_FALSE(ReadRequest(WriteRequest({9, cloud}))) << count;
  }
}

TEST(LineProtocol, HostileAnswersAreRefused) {
  GradientReply gradient = SomeGradient();
  gradient.weakest = 3;
  EXPECT_FALSE(ReadReply(WriteReply({1, gradient}))) << "no such step";
  gradient = SomeGradient();
  gradient.stops.resize(kMostStops + 1);
  EXPECT_FALSE(ReadReply(WriteReply({1, gradient})));
  EXPECT_FALSE(ReadReply(WriteReply({1, LinePlaceReply{{}, "", "abc", 2, 4}})));
  EXPECT_FALSE(ReadReply(WriteReply({1, LinePlaceReply{{}, "", "abc", 2, 1}})));
  EXPECT_FALSE(ReadReply(WriteReply({1, OwnTextProgressReply{2, 1}})));
}

}  // namespace
}  // namespace meander
