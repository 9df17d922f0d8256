// The sections of a pack of photos there and back, and what is refused.
#include "pack/photo_sections.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

// The marks of a JPEG of that size, without anything to see.
std::vector<uint8_t> JpegOf(uint16_t width, uint16_t height, uint8_t frame = 0xC2) {
  const auto high = [](uint16_t number) { return static_cast<uint8_t>(number >> 8); };
  const auto low = [](uint16_t number) { return static_cast<uint8_t>(number & 255); };
  return {0xFF,        0xD8,        0xFF,       0xE0, 0,  4,    'J',
          'F',         0xFF,        frame,      0,    11, 8,    high(height),
          low(height), high(width), low(width), 1,    1,  0x11, 0,
          0xFF,        0xDA,        0,          2,    7,  7,    0xFF,
          0xD9};
}

TEST(PhotoSections, AShownPhotoIsASquareJpeg) {
  EXPECT_EQ(ReadShownPhoto(JpegOf(448, 448)), Result<uint16_t>(448));
  EXPECT_EQ(ReadShownPhoto(JpegOf(262, 262, 0xC0)), Result<uint16_t>(262));
  EXPECT_FALSE(ReadShownPhoto(JpegOf(448, 447))) << "not square";
  EXPECT_FALSE(ReadShownPhoto(JpegOf(449, 449))) << "larger than the network sees";
  EXPECT_FALSE(ReadShownPhoto(JpegOf(0, 0)));
  EXPECT_FALSE(ReadShownPhoto(JpegOf(8, 8, 0xC4))) << "no frame, a table";
  const std::vector<uint8_t> whole = JpegOf(448, 448);
  for (size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(ReadShownPhoto(ByteSpan(whole).first(length))) << length;
  }
  std::vector<uint8_t> twice = whole;
  twice.insert(twice.begin() + 8, whole.begin() + 8, whole.begin() + 21);
  EXPECT_FALSE(ReadShownPhoto(twice)) << "two frames";
  std::vector<uint8_t> beyond = whole;
  beyond[4] = 200;
  EXPECT_FALSE(ReadShownPhoto(beyond)) << "a segment beyond the end";
}

TEST(PhotoSections, ALookIsOnePhotoWhole) {
  EXPECT_TRUE(CheckLook(std::vector<uint8_t>(kLookBytes), 1));
  EXPECT_FALSE(CheckLook(std::vector<uint8_t>(kLookBytes - 1), 1));
  EXPECT_FALSE(CheckLook(std::vector<uint8_t>(2 * kLookBytes), 2));
}

std::vector<PhotoFacts> TwoPhotos() {
  return {{451, 300, 95, 19, 262, Licence::kCc0}, {1024, 768, 128, 0, 768, Licence::kPublicDomain}};
}

TEST(PhotoSections, FactsComeBack) {
  const std::vector<uint8_t> bytes = WritePhotoFacts(TwoPhotos());
  EXPECT_EQ(bytes.size(), 2 * kPhotoFactBytes);
  const auto read = ReadPhotoFacts(bytes, 2);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ((*read)[0].left, 95);
  EXPECT_EQ((*read)[0].top, 19);
  EXPECT_EQ((*read)[0].side, 262);
  EXPECT_EQ((*read)[1].width, 1024);
  EXPECT_EQ((*read)[1].height, 768);
  EXPECT_EQ((*read)[1].licence, Licence::kPublicDomain);
}

TEST(PhotoSections, FactsThatCannotBeAreRefused) {
  EXPECT_FALSE(ReadPhotoFacts(WritePhotoFacts(TwoPhotos()), 3));
  std::vector<PhotoFacts> photos = TwoPhotos();
  photos[0].left = 190;
  EXPECT_FALSE(ReadPhotoFacts(WritePhotoFacts(photos), 2)) << "a square beyond the photo";
  photos = TwoPhotos();
  photos[1].side = 0;
  EXPECT_FALSE(ReadPhotoFacts(WritePhotoFacts(photos), 2));
  std::vector<uint8_t> bytes = WritePhotoFacts(TwoPhotos());
  bytes[10] = kLicenceCount;
  EXPECT_FALSE(ReadPhotoFacts(bytes, 2)) << "a licence that there is not";
}

TEST(PhotoSections, KnownAnswersComeBackWholeOrNotAtAll) {
  const std::vector<KnownAnswer> answers = {{{1, 2}, {3}}, {{4}, {5, 6, 7}}};
  const std::vector<uint8_t> bytes = WriteKnownAnswers(answers);
  const auto read = ReadKnownAnswers(bytes);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), size_t{2});
  EXPECT_EQ((*read)[0].question, answers[0].question);
  EXPECT_EQ((*read)[1].answer, answers[1].answer);
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadKnownAnswers(ByteSpan(bytes).first(length))) << length;
  }
  EXPECT_TRUE(ReadKnownAnswers(WriteKnownAnswers({})).has_value());
  const std::vector<KnownAnswer> nothing_said = {{{1}, {}}};
  EXPECT_FALSE(ReadKnownAnswers(WriteKnownAnswers(nothing_said)));
  const std::vector<uint8_t> hostile = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F};
  EXPECT_FALSE(ReadKnownAnswers(hostile)) << "more answers than bytes";
}

TEST(PhotoSections, SheetsAreFilesBesideTheHeadAndNothingElse) {
  const std::vector<IconSheet> sheets = {{"b11.exp", "sheet-b11.exp-0a.webp", 700, 9},
                                         {"head", "sheet-head-0b.webp", 800, 10}};
  const std::vector<uint8_t> bytes = WriteIconSheets(sheets);
  const auto read = ReadIconSheets(bytes);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), size_t{2});
  EXPECT_EQ((*read)[1].file, sheets[1].file);
  EXPECT_EQ((*read)[1].byte_count, 800u);
  EXPECT_EQ((*read)[1].hash, 10u);
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadIconSheets(ByteSpan(bytes).first(length))) << length;
  }
  for (const char* file : {"../up.webp", "/root.webp", "a b", "", "https:x", "A.webp"}) {
    const std::vector<IconSheet> elsewhere = {{"head", file, 1, 1}};
    EXPECT_FALSE(ReadIconSheets(WriteIconSheets(elsewhere))) << file;
  }
  const std::vector<IconSheet> huge = {{"head", "sheet.webp", kMostSheetBytes + 1, 1}};
  EXPECT_FALSE(ReadIconSheets(WriteIconSheets(huge)));
}

}  // namespace
}  // namespace meander
