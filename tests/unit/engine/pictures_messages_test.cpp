// What crosses between the room of pictures and its engine: everything survives the wire, and no
// bytes that are not ours are taken for it.
#include "engine/pictures_messages.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/rng.h"

namespace meander {
namespace {

class Maker {
 public:
  explicit Maker(uint64_t seed) : rng_(seed) {}
  float Number() { return rng_.Unit() * 8 - 4; }
  uint8_t Byte(uint32_t below) { return static_cast<uint8_t>(rng_.Below(below)); }
  uint16_t Short(uint32_t below) { return static_cast<uint16_t>(rng_.Below(below)); }
  std::vector<float> Numbers(size_t count) {
    std::vector<float> list(count);
    for (float& value : list) value = Number();
    return list;
  }
  std::vector<uint8_t> Bytes(size_t count, uint32_t below = 256) {
    std::vector<uint8_t> list(count);
    for (uint8_t& value : list) value = Byte(below);
    return list;
  }
  PictureRef Ref() {
    PictureRef picture{rng_.Below(9), {}, rng_.Below(2) == 1, rng_.Below(1000)};
    if (rng_.Below(3) > 0) return picture;
    picture.photo = PictureRef::kOwn;
    picture.rgb = Bytes(kPictureLookBytes);
    return picture;
  }
  PictureMethod Method() { return static_cast<PictureMethod>(Byte(5)); }
  std::vector<PictureChannel> Channels() {
    std::vector<PictureChannel> list(rng_.Below(5));
    for (auto& channel : list) channel = {Short(1280), Number(), Number()};
    return list;
  }
  std::vector<PictureGroup> Groups(size_t count) {
    std::vector<PictureGroup> list(count);
    for (auto& group : list) {
      group = {Number(), Numbers(49), Channels(), Number(),
               Number(), Number(),    Numbers(3), Number()};
    }
    return list;
  }

  PicturesQuestion Question() {
    const uint8_t layer = Byte(7);
    const uint16_t a = Short(999), b = rng_.Below(2) == 1 ? kNoClass : uint16_t{999};
    switch (rng_.Below(10)) {
      case 0: {
        const uint16_t width = static_cast<uint16_t>(1 + rng_.Below(9)), height = 3;
        return PicturesTakeQuestion{width, height, Bytes(size_t{12} * width)};
      }
      case 1:
        return PicturesLookQuestion{Ref()};
      case 2:
        return PicturesCellQuestion{Ref(), layer, Short(49), static_cast<uint8_t>(1 + Byte(32))};
      case 3:
        return PicturesShareQuestion{Ref(), layer, a, b, Method(), 16, 200, 50};
      case 4:
        return PicturesGroupQuestion{Ref(), 5, 6, a, b, 8, 4, uint8_t(rng_.Below(2) ? 3 : 255), 5};
      case 5:
        return PicturesUnitQuestion{Ref(), layer, Short(96)};
      case 6:
        return PicturesRaceQuestion{Ref(), layer, a, b, {Method(), Method()}};
      case 7:
        return PicturesFitQuestion{Ref(), 4, 3, Bytes(48), 32, 16, rng_.Below(2) == 1, .5f};
      case 8:
        return PicturesCoverQuestion{
            Ref(),       16,         17, Bytes(16 * 17 * 3), .5f, PictureCover::kRace, Numbers(3),
            Numbers(50), Numbers(4), 16};
      default:
        return PicturesGrowQuestion{7, a, -1, 3, 300, 112, 64};
    }
  }

  PicturesAnswer Answer() {
    switch (rng_.Below(10)) {
      case 0:
        return PicturesTakeAnswer{Bytes(kPictureLookBytes), 3, 4, 5};
      case 1: {
        PicturesLookAnswer look;
        look.classes = {{7, "tabby", .5f, 2}, {8, "", .25f, Number()}};
        for (size_t i = 0; i < look.grids.size(); ++i) {
          const size_t places = size_t{kPictureLayers[i].told_side} * kPictureLayers[i].told_side;
          look.grids[i] = {Numbers(places), {}, Numbers(4 * places)};
          for (size_t k = 0; k < 4 * places; ++k) look.grids[i].channels.push_back(Short(96));
        }
        return look;
      }
      case 2: {
        PicturesCellAnswer cell{Channels(), 7, Number(), Number(), Numbers(12), {}};
        cell.other[4] = Numbers(196);
        cell.other[0] = Numbers(784);
        return cell;
      }
      case 3: {
        PicturesShareAnswer share{7, Numbers(49), Channels(), Number(), Number(), Number(),
                                  3, 32,          Number(),   {},       {}};
        if (rng_.Below(2) == 1) {
          share.segments = Bytes(kPictureLookBytes / 3, 4);
          share.weights = Numbers(4);
        }
        return share;
      }
      case 4:
        return PicturesGroupAnswer{Groups(3), Number(),   Number(), Number(), Number(), 2, 32,
                                   Groups(2), Numbers(6), Number(), Number(), 3,        16};
      case 5:
        return PicturesUnitAnswer{7, Numbers(49), Number()};
      case 6:
        return PicturesRaceAnswer{{{Method(), Numbers(11), Numbers(11), Number(), Number()}},
                                  Numbers(11),
                                  Numbers(11),
                                  Numbers(11),
                                  Number(),
                                  1,
                                  9};
      case 7:
        return PicturesFitAnswer{Bytes(16 * 17 * 3)};
      case 8:
        return PicturesCoverAnswer{Bytes(2 * 16 * 17 * 3),
                                   2,
                                   {2, Numbers(4), {}, 1, 2, 0, 3, 49, 0, {}, {}},
                                   {{}, {}, {}, {}, 0, 1, 9}};
      default:
        return PicturesGrowAnswer{3, 9, Number(), 16, Bytes(3 * 16 * 16)};
    }
  }

 private:
  Rng rng_;
};

TEST(PicturesMessages, EveryQuestionSurvivesTheWireAndNoPieceOfOneDoes) {
  std::array<int, std::variant_size_v<PicturesQuestion>> met{};
  for (uint64_t seed = 0; seed < 200; ++seed) {
    const PicturesQuestion question = Maker(seed).Question();
    ++met[question.index()];
    std::vector<uint8_t> bytes = WritePicturesQuestion(question);
    const auto read = ReadPicturesQuestion(bytes);
    ASSERT_TRUE(read.has_value()) << seed << " " << question.index();
    EXPECT_EQ(read->index(), question.index());
    EXPECT_EQ(WritePicturesQuestion(*read), bytes);
    for (size_t length = 0; length < bytes.size(); length += 1 + length / 8) {
      EXPECT_FALSE(ReadPicturesQuestion(ByteSpan(bytes).first(length))) << seed << " " << length;
    }
    bytes.push_back(0);
    EXPECT_FALSE(ReadPicturesQuestion(bytes)) << "bytes behind it";
  }
  for (const int times : met) EXPECT_GT(times, 0);
}

TEST(PicturesMessages, EveryAnswerSurvivesTheWireAndNoPieceOfOneDoes) {
  std::array<int, std::variant_size_v<PicturesAnswer>> met{};
  for (uint64_t seed = 0; seed < 200; ++seed) {
    const PicturesAnswer answer = Maker(seed).Answer();
    ++met[answer.index()];
    const std::vector<uint8_t> bytes = WritePicturesAnswer(answer);
    const auto read = ReadPicturesAnswer(bytes);
    ASSERT_TRUE(read.has_value()) << seed << " " << answer.index();
    EXPECT_EQ(read->index(), answer.index());
    EXPECT_EQ(WritePicturesAnswer(*read), bytes);
    for (size_t length = 0; length < bytes.size(); length += 1 + length / 8) {
      EXPECT_FALSE(ReadPicturesAnswer(ByteSpan(bytes).first(length))) << seed << " " << length;
    }
  }
  for (const int times : met) EXPECT_GT(times, 0);
}

TEST(PicturesMessages, AFieldComesBackWhereItWas) {
  PicturesShareQuestion asked;
  asked.picture.photo = 3;
  asked.picture.seed = 9;
  asked.layer = 5;
  asked.a = 281;
  asked.b = 287;
  asked.method = PictureMethod::kLime;
  asked.steps = 4;
  asked.samples = 400;
  asked.segments = 60;
  const auto read = ReadPicturesQuestion(WritePicturesQuestion(asked));
  ASSERT_TRUE(read.has_value());
  const auto& question = std::get<PicturesShareQuestion>(*read);
  EXPECT_EQ(question.picture.photo, 3u);
  EXPECT_EQ(question.picture.seed, 9u);
  EXPECT_EQ(question.layer, 5);
  EXPECT_EQ(question.a, 281);
  EXPECT_EQ(question.b, 287);
  EXPECT_EQ(question.method, PictureMethod::kLime);
  EXPECT_EQ(question.steps, 4);
  EXPECT_EQ(question.samples, 400);
  EXPECT_EQ(question.segments, 60);
}

template <class Question>
bool IsTaken(const Question& question) {
  return ReadPicturesQuestion(WritePicturesQuestion(question)).has_value();
}
template <class Answer>
bool IsBelieved(const Answer& answer) {
  return ReadPicturesAnswer(WritePicturesAnswer(answer)).has_value();
}

TEST(PicturesMessages, WhatCannotBeAskedIsRefused) {
  EXPECT_TRUE(IsTaken(PicturesLookQuestion{}));
  EXPECT_FALSE(IsTaken(PicturesLookQuestion{{PictureRef::kOwn, {1, 2, 3}, false, 1}}));
  EXPECT_FALSE(IsTaken(PicturesLookQuestion{{0, std::vector<uint8_t>(kPictureLookBytes), 0, 1}}));
  EXPECT_FALSE(IsTaken(PicturesTakeQuestion{0, 5, {}}));
  EXPECT_FALSE(IsTaken(PicturesTakeQuestion{2, 2, std::vector<uint8_t>(15)}));
  EXPECT_FALSE(IsTaken(PicturesTakeQuestion{4097, 1, std::vector<uint8_t>(4 * 4097)}));
  PicturesCellQuestion cell;
  cell.place = 195;
  EXPECT_TRUE(IsTaken(cell));
  cell.place = 196;
  EXPECT_FALSE(IsTaken(cell)) << "a place beyond the grid";
  cell.place = 0;
  cell.layer = 7;
  EXPECT_FALSE(IsTaken(cell)) << "the classes have no cells";
  PicturesShareQuestion share;
  share.steps = 24;
  EXPECT_FALSE(IsTaken(share)) << "24 steps cannot be told after 1, 2, 4, …";
  share = {};
  share.b = share.a;
  EXPECT_FALSE(IsTaken(share)) << "a class against itself";
  share.b = 1000;
  EXPECT_FALSE(IsTaken(share));
  share = {};
  share.segments = 121;
  EXPECT_FALSE(IsTaken(share));
  PicturesGroupQuestion groups;
  EXPECT_TRUE(IsTaken(groups));
  groups.layer = 1;
  EXPECT_FALSE(IsTaken(groups)) << "too many places";
  groups.layer = 4;
  groups.layer_from = 4;
  EXPECT_FALSE(IsTaken(groups)) << "not an earlier layer";
  groups.layer_from = 3;
  EXPECT_TRUE(IsTaken(groups));
  groups.groups = 11;
  EXPECT_FALSE(IsTaken(groups));
  EXPECT_TRUE(IsTaken(PicturesUnitQuestion{{}, 7, 999}));
  EXPECT_FALSE(IsTaken(PicturesUnitQuestion{{}, 7, 1000}));
  EXPECT_FALSE(IsTaken(PicturesUnitQuestion{{}, 0, 96}));
  EXPECT_FALSE(IsTaken(PicturesRaceQuestion{{}, 4, 0, kNoClass, {}})) << "nobody runs";
  PicturesGrowQuestion grow;
  grow.side = 100;
  EXPECT_FALSE(IsTaken(grow));
  grow = {};
  grow.from = grow.steps;
  EXPECT_FALSE(IsTaken(grow)) << "it is over there";
  grow = {};
  grow.sign = 0;
  EXPECT_FALSE(IsTaken(grow));
  std::vector<uint8_t> method =
      WritePicturesQuestion(PicturesRaceQuestion{{}, 4, 0, kNoClass, {PictureMethod::kActivation}});
  EXPECT_TRUE(ReadPicturesQuestion(method).has_value());
  method.back() = 5;
  EXPECT_FALSE(ReadPicturesQuestion(method).has_value()) << "a sixth method";
}

TEST(PicturesMessages, WhatCannotBeAnAnswerIsNotBelieved) {
  EXPECT_FALSE(IsBelieved(PicturesLookAnswer{})) << "grids of nothing";
  PicturesShareAnswer share;
  share.side = 2;
  share.places = {1, 2, 3, 4};
  EXPECT_TRUE(IsBelieved(share));
  share.places[2] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_FALSE(IsBelieved(share));
  share.places = {1, 2, 3};
  EXPECT_FALSE(IsBelieved(share));
  share.places = {1, 2, 3, 4};
  share.segments.assign(kPictureLookBytes / 3, 1);
  share.weights = {.5f};
  EXPECT_FALSE(IsBelieved(share)) << "a superpixel without a weight";
  share.weights = {.5f, .25f};
  EXPECT_TRUE(IsBelieved(share));
  share.done = 1;
  EXPECT_FALSE(IsBelieved(share)) << "more done than there is";
  PicturesGroupAnswer groups;
  groups.groups.resize(2);
  groups.groups[1].strengths = {1};
  EXPECT_FALSE(IsBelieved(groups)) << "one group has places, the other none";
  groups.groups.clear();
  EXPECT_TRUE(IsBelieved(groups));
  groups.flow_done = 1;
  EXPECT_FALSE(IsBelieved(groups)) << "more of the flow done than there is";
  PicturesGrowAnswer grow;
  grow.side = 16;
  grow.rgb.resize(767);
  EXPECT_FALSE(IsBelieved(grow));
}

}  // namespace
}  // namespace meander
