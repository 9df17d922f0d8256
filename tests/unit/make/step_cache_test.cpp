// Steps are kept whole or not at all, and no step changes without its version.
#include "make/step_cache.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "../../source_dir.h"
#include "base/files.h"
#include "base/hash.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

class StepCacheTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        ("steps-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<uint8_t> Get(uint64_t key) {
    const auto got = StepCache(folder_).Get("step", key, [&]() -> Result<std::vector<uint8_t>> {
      ++made_;
      return std::vector<uint8_t>{1, 2, static_cast<uint8_t>(key)};
    });
    EXPECT_TRUE(got);
    return got.value_or(std::vector<uint8_t>{});
  }
  fs::path OnlyFile() const { return fs::directory_iterator(folder_)->path(); }

  fs::path folder_;
  int made_ = 0;
};

TEST_F(StepCacheTest, MakesOnceAndKeepsByKey) {
  EXPECT_EQ(Get(7), (std::vector<uint8_t>{1, 2, 7}));
  EXPECT_EQ(Get(7), (std::vector<uint8_t>{1, 2, 7}));
  EXPECT_EQ(made_, 1);
  EXPECT_EQ(Get(8), (std::vector<uint8_t>{1, 2, 8}));
  EXPECT_EQ(made_, 2);
}

TEST_F(StepCacheTest, MakesAgainWhatIsDamagedOrCutShort) {
  Get(7);
  auto bytes = *ReadFile(OnlyFile());
  bytes[0] ^= 1;
  ASSERT_TRUE(WriteFile(OnlyFile(), bytes));
  EXPECT_EQ(Get(7), (std::vector<uint8_t>{1, 2, 7}));
  EXPECT_EQ(made_, 2);
  ASSERT_TRUE(WriteFile(OnlyFile(), ByteSpan(bytes).first(4)));
  EXPECT_EQ(Get(7), (std::vector<uint8_t>{1, 2, 7}));
  EXPECT_EQ(made_, 3);
}

TEST_F(StepCacheTest, KeepsNothingOfAStepThatFailed) {
  const auto failed = StepCache(folder_).Get("step", 1, []() -> Result<std::vector<uint8_t>> {
    return Fail(ErrorCode::kCancelled, "Stopped.");
  });
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kCancelled);
  EXPECT_TRUE(!fs::exists(folder_) || fs::is_empty(folder_));
}

// A step's source without comments and spaces: what can change its result.
std::string Essence(const fs::path& file) {
  const auto text = ReadTextFile(fs::path(kSourceDir) / file);
  EXPECT_TRUE(text) << file;
  std::istringstream lines(text.value_or(""));
  std::string essence;
  for (std::string line; std::getline(lines, line);) {
    const size_t comment = line.find("//");
    for (const char c : line.substr(0, comment)) {
      if (!std::isspace(static_cast<unsigned char>(c))) essence += c;
    }
  }
  return essence;
}

// Every kept step: its version and the files that decide its result.
struct Step {
  const char* name;
  int version;
  std::vector<const char*> files;
};
const Step kSteps[] = {
    {"clean", kCleanVersion, {"src/make/article_source.cpp", "src/make/clean_text.cpp"}},
    {"embed",
     kEmbedVersion,
     {"src/net/encoder.cpp", "src/net/dense.cpp", "src/net/dense_wide.cpp", "src/net/attention.cpp",
      "src/net/row_math.cpp", "src/net/simd.h", "src/net/encode_many.cpp"}},
    {"spelling",
     kSpellingVersion,
     {"src/make/spelling_pairs.cpp", "src/text/spelled_alike.cpp", "src/text/normalize.cpp"}},
    {"neighbors", kNeighborsVersion, {"src/make/layout.cpp"}},
    {"layout", kLayoutVersion, {"src/make/layout.cpp"}},
    {"islands", kIslandsVersion, {"src/make/layout.cpp", "src/make/lay_over.cpp"}},
    {"read-lines", kReadLinesVersion, {"src/make/source_reader.cpp"}},
    {"code-book",
     kCodeBookVersion,
     {"src/make/lines_book.cpp", "src/make/algebra.cpp", "src/space/code_book.cpp"}},
    {"grams", kGramsVersion, {"src/make/lines_grams.cpp", "src/make/algebra.cpp"}},
    {"lines-map", kLinesMapVersion, {"src/make/lines_map.cpp", "src/make/layout.cpp"}},
    {"neurons", kNeuronsVersion, {"src/make/neuron_survey.cpp", "src/net/encoder.cpp"}},
    {"sound-layout", kSoundLayoutVersion, {"src/make/layout.cpp"}},
    {"sprite", kSpritesVersion, {"src/make/source_reader.cpp"}},
};

// When this fails, a step's source changed. If its result may have changed too, bump the step's
// version in src/make/step_cache.h; then record the line the test prints in step_sources.txt.
TEST(StepVersions, ChangeWithTheSourcesOfTheirSteps) {
  const auto text = ReadTextFile(fs::path(kSourceDir) / "tests/unit/make/step_sources.txt");
  ASSERT_TRUE(text);
  std::map<std::string, std::string> recorded;
  std::istringstream lines(*text);
  for (std::string name, rest; lines >> name && std::getline(lines, rest);) recorded[name] = rest;
  for (const Step& step : kSteps) {
    std::string essence;
    for (const char* file : step.files) essence += Essence(file);
    const std::string now =
        " " + std::to_string(step.version) + " " + HexOf(Hash64(AsBytes(essence)));
    EXPECT_EQ(recorded[step.name], now) << "record: " << step.name << now;
  }
  EXPECT_EQ(recorded.size(), std::size(kSteps));
}

}  // namespace
}  // namespace meander
