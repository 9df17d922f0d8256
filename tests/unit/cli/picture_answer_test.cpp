// What the tools answer to a room that wishes for a picture: the page's answer in kind.
#include "cli/picture_answer.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.h"
#include "canvas/link.h"
#include "canvas/picture_wish.h"
#include "canvas/png.h"

namespace meander {
namespace {

// Columns by turns black and white.
std::vector<uint8_t> Stripes(int width, int height) {
  Picture picture{width, height, {}};
  for (int i = 0; i < width * height; ++i) {
    const uint8_t shade = i % width % 2 == 0 ? 0 : 255;
    picture.rgba.insert(picture.rgba.end(), {shade, shade, shade, 255});
  }
  return WritePng(picture, {});
}

class PictureAnswer : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(::testing::TempDir()) /
              ("picture-answer-" +
               std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Put(const std::string& name, const std::vector<uint8_t>& bytes) {
    const std::string path = (folder_ / name).string();
    EXPECT_TRUE(WriteFile(path, bytes).has_value());
    return path;
  }
  static PictureTable Answered(const std::string& wish) {
    const auto answer = AnswerPictureWish(wish);
    EXPECT_TRUE(answer.has_value()) << wish;
    auto picture = answer ? ReadPictureAnswer(*answer) : Result<PictureTable>(PictureTable{});
    EXPECT_TRUE(picture.has_value()) << wish;
    return picture.value_or(PictureTable{});
  }
  static std::string Problem(const std::string& wish) {
    const auto answer = AnswerPictureWish(wish);
    return answer ? "none" : answer.error().message;
  }

  std::filesystem::path folder_;
};

TEST_F(PictureAnswer, ASmallPictureIsAsItIsAndALargeOneTheMeanOfWhatItCovers) {
  const std::string path = Put("stripes.png", Stripes(64, 32));
  const PictureTable whole = Answered(PictureWish(path));
  EXPECT_EQ(whole.width, 64u);
  EXPECT_EQ(whole.height, 32u);
  EXPECT_EQ(whole.rgba[0], 0);
  EXPECT_EQ(whole.rgba[4], 255);
  const PictureTable half = Answered(PictureWish(path, 32));
  EXPECT_EQ(half.width, 32u);
  EXPECT_EQ(half.height, 16u);
  for (size_t at = 0; at < half.rgba.size(); at += 4) EXPECT_NEAR(half.rgba[at], 128, 1);
}

TEST_F(PictureAnswer, AnyShapeAndTheBytesWithinTheWish) {
  const PictureTable line = Answered(PictureWish(Put("line.png", Stripes(20000, 1))));
  EXPECT_EQ(line.width, 1024u);
  EXPECT_EQ(line.height, 1u);
  const std::vector<uint8_t> dot = Stripes(1, 1);
  const std::string bytes(dot.begin(), dot.end());
  const PictureTable inside = Answered("picture:1024:bytes;photo-0;" + EncodeBase64Url(bytes));
  EXPECT_EQ(inside.rgba, (std::vector<uint8_t>{0, 0, 0, 255}));
}

TEST_F(PictureAnswer, EveryFaultIsOneThatHasASentence) {
  EXPECT_EQ(Problem(PictureWish((folder_ / "no.png").string())), "picture-gone");
  EXPECT_EQ(Problem(PictureWish(folder_.string())), "picture-gone");
  EXPECT_EQ(Problem(PictureWish(Put("empty.png", {}))), "picture-empty");
  EXPECT_EQ(Problem(PictureWish(Put("letter.txt", std::vector<uint8_t>(500, 'a')))),
            "picture-kind");
  EXPECT_EQ(Problem("camera:1"), "camera-none");
  EXPECT_EQ(Problem("picture:640:camera"), "camera-none");
}

}  // namespace
}  // namespace meander
