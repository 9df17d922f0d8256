// What a room wishes for, what it is given, and that every fault has its sentence.
#include "canvas/picture_wish.h"

#include <gtest/gtest.h>

#include <set>

namespace meander {
namespace {

TEST(PictureWish, ReadsBackWhatWasWished) {
  for (const std::string_view address :
       {"packs/pictures/cat.jpg", "brought:3", "https://a.b/c:d"}) {
    for (const int side : {1, 224, kLongestPictureSide}) {
      const std::string wish = PictureWish(address, side);
      const auto asked = ReadPictureWish(wish);
      ASSERT_TRUE(asked.has_value());
      EXPECT_EQ(asked->address, address);
      EXPECT_EQ(asked->longest_side, side);
    }
  }
  EXPECT_EQ(PictureWish("brought:3"), "picture:brought:3");
  EXPECT_EQ(PictureWish("brought:3", 9000), "picture:brought:3");
  EXPECT_EQ(PictureWish("brought:3", -4), "picture:1:brought:3");
  EXPECT_EQ(ReadPictureWish("packs/pictures/cat.jpg"), std::nullopt);
  EXPECT_EQ(ReadPictureWish("camera:1"), std::nullopt);
  EXPECT_EQ(ReadPictureWish("picture:99999:x")->address, "99999:x");
  EXPECT_EQ(ReadPictureWish("picture:9000:x")->longest_side, kLongestSheetSide);
  EXPECT_EQ(ReadPictureWish("picture:")->address, "");
  const std::string sheet = SheetWish("pack:sheet.webp");
  EXPECT_EQ(ReadPictureWish(sheet)->address, "pack:sheet.webp");
  EXPECT_EQ(ReadPictureWish(sheet)->longest_side, kLongestSheetSide);
}

TEST(PictureWish, AnAnswerIsAPictureOrRefused) {
  PictureTable picture;
  picture.width = 3;
  picture.height = 2;
  for (uint8_t i = 0; i < 24; ++i) picture.rgba.push_back(i);
  const std::vector<uint8_t> answer = WritePictureAnswer(picture);
  const auto read = ReadPictureAnswer(answer);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->width, 3u);
  EXPECT_EQ(read->height, 2u);
  EXPECT_EQ(read->rgba, picture.rgba);
  EXPECT_NE(read->version, ReadPictureAnswer(answer)->version);
  for (size_t size = 0; size < answer.size(); ++size) {
    EXPECT_FALSE(ReadPictureAnswer(ByteSpan(answer).first(size)).has_value()) << size;
  }
  std::vector<uint8_t> longer = answer;
  longer.push_back(0);
  EXPECT_FALSE(ReadPictureAnswer(longer).has_value());
  for (const size_t byte : {0u, 3u, 4u, 7u}) {
    std::vector<uint8_t> other = answer;
    other[byte] = 255;
    EXPECT_FALSE(ReadPictureAnswer(other).has_value()) << byte;
  }
  PictureTable wide;
  wide.width = 1536;
  wide.height = 1;
  wide.rgba.assign(size_t{4} * 1536, 7);
  EXPECT_FALSE(ReadPictureAnswer(WritePictureAnswer(wide)).has_value()) << "no photo is that wide";
  EXPECT_TRUE(ReadPictureAnswer(WritePictureAnswer(wide), kLongestSheetSide).has_value());
  picture.width = 0;
  picture.rgba.clear();
  EXPECT_FALSE(ReadPictureAnswer(WritePictureAnswer(picture)).has_value());
}

TEST(PictureWish, AnAnswerMayHaveRemarksOnItsFile) {
  PictureTable picture;
  picture.width = picture.height = 1;
  picture.rgba = {1, 2, 3, 255};
  std::vector<uint8_t> answer = WritePictureAnswer(picture);
  uint8_t remarks = 9;
  ASSERT_TRUE(ReadPictureAnswer(answer, kLongestPictureSide, &remarks).has_value());
  EXPECT_EQ(remarks, 0);
  EXPECT_EQ(PictureRemarkSentences(remarks), "");
  answer.push_back(kPictureEndsEarly | kPictureFirstOfMany);
  const auto read = ReadPictureAnswer(answer, kLongestPictureSide, &remarks);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->rgba, picture.rgba);
  EXPECT_EQ(remarks, kPictureEndsEarly | kPictureFirstOfMany);
  const std::string early = PictureRemarkSentences(kPictureEndsEarly),
                    first = PictureRemarkSentences(kPictureFirstOfMany);
  EXPECT_NE(early.find("ends early"), early.npos);
  EXPECT_EQ(PictureRemarkSentences(remarks), early + " " + first);
  for (const uint8_t unknown : {0, 4, 255}) {
    answer.back() = unknown;
    EXPECT_FALSE(ReadPictureAnswer(answer).has_value()) << int{unknown};
  }
}

TEST(PictureWish, EveryFaultHasASentenceOfItsOwn) {
  std::set<std::string_view> sentences;
  const std::string_view codes[] = {"picture-gone",   "picture-large",   "picture-pixels",
                                    "picture-empty",  "picture-kind",    "picture-heic",
                                    "picture-cut",    "picture-guarded", "camera-none",
                                    "camera-refused", "picture-window"};
  for (const std::string_view code : codes) {
    EXPECT_TRUE(PictureFaultSentence(code).ends_with('.')) << code;
    sentences.insert(PictureFaultSentence(code));
  }
  EXPECT_EQ(sentences.size(), std::size(codes));
  EXPECT_EQ(PictureFaultSentence("camera-stopped"), "");
  // What the network says of a photo beside the page.
  EXPECT_EQ(PictureFaultSentence("A file did not arrive. Are you offline?"),
            PictureFaultSentence("picture-gone"));
}

}  // namespace
}  // namespace meander
