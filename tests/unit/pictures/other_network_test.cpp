// A network of the reader's own in the room: two files, one that looks, what it says, and that
// whatever goes wrong with it leaves everything else as it was.
#include "pictures/other_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "made_up_look.h"
#include "pictures/link.h"
#include "pictures/page.h"
#include "pictures/photos.h"
#include "pictures/room.h"
#include "pictures/sentences.h"

namespace meander {
namespace {

constexpr std::string_view kCard = "Two kinds\nMIT\nexample.org\n16 16 0 0.9\ndark\nlight\ngrey";

std::string FetchIn(const Effects& effects) {
  for (const Effect& effect : effects) {
    const auto* fetch = std::get_if<FetchFileEffect>(&effect);
    if (fetch != nullptr && fetch->address.starts_with("onnx:")) return fetch->address;
  }
  return {};
}

// The page and the engine, for as long as either is asked something; what was covered is seen as
// half as dark.
struct World {
  PicturesState state = OpenedPictures();
  int looks = 0, pictures = 3;
  std::string fault;  // of every look

  Effects Bring(std::string_view file) {
    return ApplyToPictures(state, "own-file", "brought:1 900 " + std::string(file));
  }
  void Run(Effects effects) {
    for (int round = 0; round < 300 && !effects.empty(); ++round) {
      Effects next;
      for (const Effect& effect : effects) Append(next, Answer(effect));
      effects = std::move(next);
    }
  }
  Effects Answer(const Effect& effect) {
    if (const auto* fetch = std::get_if<FetchFileEffect>(&effect)) return Page(fetch->address);
    const auto* ask = std::get_if<AskEngineEffect>(&effect);
    const auto* room = ask ? std::get_if<RoomRequest>(&ask->request.body) : nullptr;
    if (room == nullptr) return {};
    const Result<PicturesQuestion> question = ReadPicturesQuestion(room->question);
    if (!question) return {};
    Reply reply;
    reply.id = ask->request.id;
    reply.body = RoomReply{WritePicturesAnswer(Engine(*question)), true};
    return TakePicturesReply(state, reply);
  }
  Effects Page(const std::string& address) {
    if (address == "onnx:about") return Tell(address, "3");
    if (address.starts_with("onnx:open;")) return Tell(address, kCard);
    if (!address.starts_with("onnx:look;")) return {};
    ++looks;
    if (!fault.empty()) {
      return TakePictureFile(state, address, Fail(ErrorCode::kNotFound, fault));
    }
    const size_t at = address.find(';', 10);
    const int count = std::atoi(address.c_str() + at + 1);
    std::vector<float> logits;
    for (int i = 0; i < count; ++i) {
      logits.insert(logits.end(), {looks == 1 ? 2.f : 1.f, 1, -INFINITY});
    }
    for (size_t i = 2; i < logits.size(); i += 3) logits[i] = -1;
    return TakePictureFile(
        state, address,
        ByteSpan(reinterpret_cast<const uint8_t*>(logits.data()), logits.size() * sizeof(float)));
  }
  Effects Tell(const std::string& address, std::string_view text) {
    return TakePictureFile(state, address, AsBytes(text));
  }
  PicturesAnswer Engine(const PicturesQuestion& question) {
    if (std::holds_alternative<PicturesFitQuestion>(question)) {
      return PicturesFitAnswer{std::vector<uint8_t>(16 * 16 * 3, 9)};
    }
    const auto* cover = std::get_if<PicturesCoverQuestion>(&question);
    if (cover == nullptr) return MadeUpAnswer(question);
    PicturesCoverAnswer answer;
    const bool is_over = cover->values.size() > static_cast<size_t>(pictures);
    answer.pictures = is_over ? 0 : 1;
    answer.rgb.assign(size_t{answer.pictures} * 16 * 16 * 3, 9);
    answer.share.in_all = static_cast<uint16_t>(pictures);
    answer.share.done = static_cast<uint16_t>(cover->values.size() - 1);
    if (cover->values.size() > 1) {
      answer.share.side = 1;
      answer.share.places = {cover->values[0] - cover->values.back()};
    }
    answer.share.value = cover->values[0];
    if (cover->cover == PictureCover::kLime) answer.share.r2 = .8f;
    if (cover->cover == PictureCover::kRace) {
      PictureRace race;
      race.method = PictureMethod::kOcclusion;
      race.deletion = race.insertion = std::vector<float>(11, .5f);
      answer.race.races = {race};
      answer.race.chance = answer.race.chance_low = answer.race.chance_high =
          std::vector<float>(11, .6f);
    }
    return answer;
  }
};

TEST(OtherNetwork, TwoFilesInEitherOrderMakeOneThatLooks) {
  for (const bool card_first : {false, true}) {
    World world;
    world.Run(world.Bring(card_first ? "a.json" : "A.ONNX"));
    EXPECT_EQ(world.state.other.stage, OtherNetwork::Stage::kHalf);
    EXPECT_FALSE(world.state.other.is_on);
    world.Run(world.Bring(card_first ? "A.ONNX" : "a.json"));
    ASSERT_TRUE(world.state.other.is_ready());
    EXPECT_TRUE(world.state.other.is_on);
    const PicturesLookAnswer* seen = LookSeen(world.state);
    ASSERT_NE(seen, nullptr);
    ASSERT_EQ(seen->classes.size(), size_t{3});
    EXPECT_EQ(seen->classes[0].name, "dark");
    // 1 / (1 + e⁻¹ + e⁻³)
    EXPECT_NEAR(seen->classes[0].share, 1 / (1 + std::exp(-1.) + std::exp(-3.)), 1e-5);
    EXPECT_TRUE(HasAllPictures(world.state));
    EXPECT_EQ(NamesAsked(world.state).b, "light");
    EXPECT_TRUE(PictureProblem(world.state).empty());
  }
}

TEST(OtherNetwork, OcclusionIsAskedLookByLookAndSharesTheFirst) {
  World world;
  world.Run(world.Bring("a.onnx"));
  world.Run(world.Bring("a.json"));
  EXPECT_EQ(world.state.look.view, PictureView::kWhy);
  EXPECT_EQ(world.state.look.method, PictureMethod::kOcclusion);
  EXPECT_EQ(world.looks, 1 + world.pictures);
  const PicturesShareAnswer* shares = SharesSeen(world.state);
  ASSERT_NE(shares, nullptr);
  EXPECT_FLOAT_EQ(shares->places[0], 1) << "dark less light was 1, and is 0 with a part covered";
  world.Run(ApplyToPictures(world.state, "choose", "method:lime"));
  ASSERT_NE(SharesSeen(world.state), nullptr);
  EXPECT_FLOAT_EQ(SharesSeen(world.state)->r2, .8f);
  EXPECT_EQ(world.looks, 1 + 2 * world.pictures);
  world.Run(ApplyToPictures(world.state, "tab", "what-if"));
  ASSERT_NE(RaceSeen(world.state), nullptr);
  EXPECT_EQ(RaceSeen(world.state)->races[0].method, PictureMethod::kOcclusion);
}

TEST(OtherNetwork, WhatNeedsItsInsideIsRefusedInASentence) {
  World world;
  world.Run(world.Bring("a.onnx"));
  world.Run(world.Bring("a.json"));
  world.Run(ApplyToPictures(world.state, "tab", "groups"));
  EXPECT_NE(PictureProblem(world.state).find("Two kinds"), std::string::npos);
  EXPECT_TRUE(HasAllPictures(world.state));
  world.Run(ApplyToPictures(world.state, "tab", "why"));
  world.Run(ApplyToPictures(world.state, "choose", "method:integrated"));
  EXPECT_NE(PictureProblem(world.state).find("gradient"), std::string::npos);
  ApplyToPictures(world.state, "ghost", "");
  EXPECT_FALSE(world.state.look.ghost);
  // Its kinds are its own.
  ApplyToPictures(world.state, "class", "a 2");
  EXPECT_EQ(NamesAsked(world.state).a, "grey");
  ApplyToPictures(world.state, "class", "a 3");
  EXPECT_EQ(NamesAsked(world.state).a, "grey") << "there are three, from 0";
}

TEST(OtherNetwork, BackIsOnePressAndKnowsWhatItKnew) {
  World world;
  world.Run(world.Bring("a.onnx"));
  world.Run(world.Bring("a.json"));
  const int looks = world.looks;
  world.Run(ApplyToPictures(world.state, "network", "shipped"));
  EXPECT_FALSE(world.state.other.is_on);
  ASSERT_NE(LookSeen(world.state), nullptr);
  EXPECT_EQ(LookSeen(world.state)->classes[0].name, "tiger cat");
  world.Run(ApplyToPictures(world.state, "network", "own"));
  EXPECT_EQ(LookSeen(world.state)->classes[0].name, "dark");
  EXPECT_EQ(world.looks, looks) << "what it saw is kept";
  world.Run(ApplyToPictures(world.state, "network-forget", ""));
  EXPECT_FALSE(world.state.other.is_ready());
  EXPECT_EQ(LookSeen(world.state)->classes[0].name, "tiger cat");
}

TEST(OtherNetwork, TheLinkKnowsTheShippedNetworkAlone) {
  World world;
  world.Run(world.Bring("a.onnx"));
  world.Run(world.Bring("a.json"));
  world.Run(ApplyToPictures(world.state, "class", "a 2"));
  PictureLook look = world.state.look;
  look.a = look.b = kNoClass;
  world.Run(TakePicturesLink(world.state, WritePicturesLink({1, look, {}})));
  EXPECT_FALSE(world.state.other.is_on);
  EXPECT_TRUE(world.state.other.is_ready()) << "a press away";
  EXPECT_EQ(LookSeen(world.state)->classes[0].name, "tiger cat");
}

TEST(OtherNetwork, AnswersThatAreNoneAreToldAndAskedForAgainOnlyOnAPress) {
  World world;
  world.fault = "network-labels;1001";
  world.Run(world.Bring("a.onnx"));
  world.Run(world.Bring("a.json"));
  EXPECT_EQ(world.looks, 1);
  EXPECT_NE(PictureProblem(world.state).find("1001"), std::string::npos);
  EXPECT_NE(PictureProblem(world.state).find("3"), std::string::npos);
  world.fault.clear();
  world.Run(ApplyToPictures(world.state, "again", ""));
  EXPECT_TRUE(PictureProblem(world.state).empty());
  EXPECT_NE(LookSeen(world.state), nullptr);
}

TEST(OtherNetwork, OneThatCannotBeOpenedLeavesTheOneBefore) {
  World world;
  world.Run(world.Bring("a.onnx"));
  world.Run(world.Bring("a.json"));
  const Effects asked = world.Bring("b.onnx");
  const Effects opening = world.Tell("onnx:about", "3");
  const std::string wish = FetchIn(opening);
  ASSERT_TRUE(wish.starts_with("onnx:open;"));
  EXPECT_FALSE(FetchIn(asked).empty());
  world.Run(TakePictureFile(world.state, wish, Fail(ErrorCode::kNotFound, "network-not")));
  EXPECT_TRUE(world.state.other.is_ready());
  EXPECT_TRUE(world.state.other.is_on);
  EXPECT_EQ(LookSeen(world.state)->classes[0].name, "dark");
  EXPECT_NE(world.state.other.problem.find("b.onnx"), std::string::npos);
}

// The files of before are not what is wanted any more: their answer must not take the place of it.
TEST(OtherNetwork, AFileThatIsBroughtWhileAnotherIsBeingOpenedIsNotLost) {
  World world;
  world.Bring("a.onnx");
  EXPECT_EQ(FetchIn(world.Bring("a.json")), "onnx:about");
  const std::string before = FetchIn(world.Tell("onnx:about", "3"));
  ASSERT_TRUE(before.starts_with("onnx:open;")) << before;
  const Effects asked = ApplyToPictures(world.state, "own-file", "brought:2 900 another.json");
  EXPECT_EQ(FetchIn(asked), "onnx:about");
  world.Tell(before, kCard);
  EXPECT_FALSE(world.state.other.is_ready()) << "that was the network of the file before";
  const std::string now = FetchIn(world.Tell("onnx:about", "3"));
  EXPECT_TRUE(now.starts_with("onnx:open;")) << now;
  EXPECT_NE(now, before);
  world.Tell(now, kCard);
  EXPECT_TRUE(world.state.other.is_ready());
}

TEST(OtherNetwork, TooLargeAFileIsNeverOpened) {
  World world;
  const Effects effects = ApplyToPictures(world.state, "own-file", "brought:1 500000000 big.onnx");
  EXPECT_TRUE(FetchIn(effects).empty());
  EXPECT_NE(world.state.other.problem.find("500"), std::string::npos);
  EXPECT_EQ(world.state.other.stage, OtherNetwork::Stage::kNone);
}

TEST(OtherNetwork, InSomebodysPageItsMegabytesAreAskedForFirst) {
  World world;
  world.state.is_careful = true;
  world.Run(world.Bring("a.onnx"));
  Effects effects = world.Bring("a.json");
  EXPECT_EQ(FetchIn(effects), "onnx:about");
  effects = world.Tell("onnx:about", "3");
  EXPECT_TRUE(FetchIn(effects).empty());
  EXPECT_EQ(world.state.other.stage, OtherNetwork::Stage::kHeld);
  world.Run(ApplyToPictures(world.state, "network-fetch", ""));
  EXPECT_TRUE(world.state.other.is_on);
}

TEST(OtherNetwork, WhatIsStoppedIsGoneOnWith) {
  World world;
  world.pictures = 40;
  world.Run(world.Bring("a.onnx"));
  Effects effects = world.Bring("a.json");
  for (int round = 0; round < 30; ++round) {
    Effects next;
    for (const Effect& effect : effects) Append(next, world.Answer(effect));
    effects = std::move(next);
  }
  const int looks = world.looks;
  ASSERT_GT(looks, 2);
  ASSERT_LT(looks, 40);
  ApplyToPictures(world.state, "stop", "");
  EXPECT_EQ(world.state.request, RequestId{0});
  EXPECT_NE(SharesSeen(world.state), nullptr) << "what was found stays";
  world.Run(ApplyToPictures(world.state, "again", ""));
  EXPECT_TRUE(HasAllPictures(world.state));
  EXPECT_LE(world.looks, 1 + 40 + 2) << "not from the beginning";
}

TEST(OtherNetwork, CardsThatCannotBeReadAreRefused) {
  for (const std::string_view text :
       {"", "name", "name\n\n\n16\na\nb", "name\n\n\n16 16 0 0\na\nb", "name\n\n\n16 16 0 .9\na"}) {
    World world;
    world.Run(world.Bring("a.onnx"));
    world.Bring("a.json");
    const std::string wish = FetchIn(world.Tell("onnx:about", "3"));
    world.Run(world.Tell(wish, text));
    EXPECT_FALSE(world.state.other.is_ready()) << text;
    EXPECT_FALSE(world.state.other.problem.empty()) << text;
  }
}

}  // namespace
}  // namespace meander
