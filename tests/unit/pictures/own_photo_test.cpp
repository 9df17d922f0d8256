// A photo of the reader's own on its way in: under whose name it is shown, and when another comes.
#include "pictures/photos.h"

#include <gtest/gtest.h>

#include "canvas/page.h"
#include "made_up_look.h"
#include "pictures/page.h"
#include "pictures/room.h"

namespace meander {
namespace {

constexpr uint32_t kSide_px = 4;

std::string AddressIn(const Effects& effects) {
  for (const Effect& effect : effects) {
    const auto* fetch = std::get_if<FetchFileEffect>(&effect);
    if (fetch != nullptr && fetch->address.find("brought:") != std::string::npos) {
      return fetch->address;
    }
  }
  return {};
}
std::string Choose(PicturesState& state, std::string_view file) {
  return AddressIn(ApplyToPictures(state, "own-file", "brought:1 900 " + std::string(file)));
}
// As the page decodes it; then the question to the engine.
RequestId Decode(PicturesState& state, const std::string& address, uint8_t remarks = 0) {
  std::vector<uint8_t> bytes(8 + size_t{4} * kSide_px * kSide_px, 90);
  if (remarks != 0) bytes.push_back(remarks);
  for (size_t i = 0; i < 8; ++i) bytes[i] = i % 4 == 0 ? kSide_px : 0;
  for (const Effect& effect : TakePictureFile(state, address, ByteSpan(bytes))) {
    if (const auto* ask = std::get_if<AskEngineEffect>(&effect)) return ask->request.id;
  }
  return 0;
}
void Take(PicturesState& state, RequestId id) {
  PicturesTakeAnswer taken{std::vector<uint8_t>(kPictureLookBytes, 90), 0, 0, kSide_px};
  Reply reply;
  reply.id = id;
  reply.body = RoomReply{WritePicturesAnswer(PicturesAnswer(std::move(taken))), true};
  AnswerAllOf(state, TakePicturesReply(state, reply));
}

TEST(OwnPhoto, WhatCannotBeReadGivesTheOneOnShowNoName) {
  PicturesState state = OpenedPictures();
  Take(state, Decode(state, Choose(state, "cat.jpg")));
  ASSERT_TRUE(state.is_own());
  EXPECT_EQ(PhotoName(state), "cat.jpg");
  const std::string address = Choose(state, "letter.png");
  EXPECT_EQ(PhotoName(state), "Your photo") << "the letter has not come";
  TakePictureFile(state, address, Fail(ErrorCode::kCorrupt, "picture-kind"));
  EXPECT_TRUE(state.is_own()) << "the cat is still there";
  EXPECT_EQ(PhotoName(state), "Your photo");
  EXPECT_FALSE(state.own.problem.empty());
}

TEST(OwnPhoto, TheLastOneChosenIsShownUnderItsName) {
  PicturesState state = OpenedPictures();
  const RequestId first = Decode(state, Choose(state, "first.jpg"));
  ASSERT_NE(first, 0u);
  const std::string second = Choose(state, "second.jpg");
  Take(state, first);
  EXPECT_FALSE(state.is_own()) << "the first would come under the second's name";
  Take(state, Decode(state, second));
  EXPECT_EQ(PhotoName(state), "second.jpg");
}

TEST(OwnPhoto, AFileThatEndsEarlyIsReadAndSaidToEndEarly) {
  PicturesState state = OpenedPictures();
  const auto says = [&] { return PageText(PicturesPage(state, View())); };
  Take(state, Decode(state, Choose(state, "half.jpg"), 1));
  ASSERT_TRUE(state.is_own());
  EXPECT_NE(state.notice.find("ends early"), std::string::npos) << state.notice;
  state.notice.clear();  // its time is over
  EXPECT_NE(says().find("ends early"), std::string::npos) << "it stands where the photo is";
  Take(state, Decode(state, Choose(state, "whole.jpg")));
  EXPECT_EQ(says().find("ends early"), std::string::npos) << "not of the next one";
  EXPECT_EQ(state.notice, "");
}

TEST(OwnPhoto, OfSeveralItSaysWhichOneIsLookedAt) {
  PicturesState state = OpenedPictures();
  const std::string address = Choose(state, "cat.jpg");
  ApplyToPictures(state, "own-left-out", "9 cat.jpg");
  EXPECT_NE(state.notice.find("cat.jpg was taken, the 9 others"), std::string::npos)
      << state.notice;
  Take(state, Decode(state, address, 2));
  EXPECT_EQ(PhotoName(state), "cat.jpg");
  EXPECT_NE(state.notice.find("9 others"), std::string::npos) << "it is not talked over";
  EXPECT_NE(state.notice.find("first one is read"), std::string::npos) << state.notice;
  ApplyToPictures(state, "own-left-out", "cat.jpg");
  EXPECT_NE(state.notice.find("9 others"), std::string::npos) << "nobody's sentence";
}

TEST(OwnPhoto, ANameTurnsNoTitleRound) {
  PicturesState state = OpenedPictures();
  Take(state, Decode(state, Choose(state, "\u202Egpj.\nexe")));
  ASSERT_TRUE(state.is_own());
  EXPECT_EQ(PhotoName(state), "gpj. exe");
  EXPECT_EQ(PicturesPage(state, View()).title.find("\u202E"), std::string::npos);
  Take(state, Decode(state, Choose(state, "\u202E\u2069")));
  EXPECT_EQ(PhotoName(state), "Your photo");
}

// In somebody's page, where the rows under the chart are not.
TEST(OwnPhoto, AFigureTakesOneAndAsksAboutAnotherKind) {
  PicturesState state = OpenedPictures();
  View view;
  view.viewport = {360, 350, 1};
  view.frame_ui = FrameUi::kFigure;
  const auto text = [&] { return PageText(PicturesPage(state, view)); };
  EXPECT_NE(text().find("Your own photo"), std::string::npos) << text();
  EXPECT_NE(text().find("[Why not lynx?]"), std::string::npos) << text();
  EXPECT_EQ(text().find("% %"), std::string::npos) << text();
  view.is_locked = true;
  EXPECT_EQ(text().find("Your own photo"), std::string::npos) << text();
  EXPECT_EQ(text().find("[Why not lynx?]"), std::string::npos) << text();
  view.is_locked = false;
  AnswerAllOf(state, ApplyToPictures(state, "pin", "2 0 1"));
  ASSERT_EQ(state.pinned.kind, PictureTarget::Kind::kGroup);
  EXPECT_NE(text().find("give or take"), std::string::npos) << text();
}

}  // namespace
}  // namespace meander
