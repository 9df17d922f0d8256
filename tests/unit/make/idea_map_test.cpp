// A whole map from a recipe of 300 articles, with the encoder and the source that set-up fetched:
// the same bytes every time, nothing left behind when stopped, and a plain sentence for a bad
// recipe.
#include "make/idea_map.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "../../source_dir.h"
#include "base/files.h"
#include "cli/opened_pack.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kArticles = 12;

fs::path SetUpCache() {
  for (const auto& [variable, below] : {std::pair{"MEANDER_CACHE", ""},
                                        {"XDG_CACHE_HOME", "meander"},
                                        {"HOME", ".cache/meander"}}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && value[0] != '\0')
      return below[0] == '\0' ? fs::path(value) : fs::path(value) / below;
  }
  return {};
}

class IdeaMapTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("map-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    ASSERT_TRUE(fs::exists(SetUpCache() / "model" / "model.meander"))
        << "./meander setup makes the model";
  }
  void TearDown() override { fs::remove_all(folder_); }

  // Options with a cache of their own that holds what set-up fetched and no finished steps.
  MakeOptions Fresh(const std::string& name, int threads) {
    MakeOptions options;
    options.cache = folder_ / name;
    fs::create_directories(options.cache);
    for (const char* part : {"model", "sources"}) {
      fs::create_directory_symlink(SetUpCache() / part, options.cache / part);
    }
    options.project = kSourceDir;
    std::string recipe =
        ReadTextFile(options.project / "tests/fixtures/recipe300.json").value_or("");
    const std::string whole = "\"limit\": 300";
    recipe.replace(recipe.find(whole), whole.size(), "\"limit\": " + std::to_string(kArticles));
    options.recipe = folder_ / "recipe.json";
    EXPECT_TRUE(WriteFile(options.recipe, AsBytes(recipe)));
    options.target = folder_ / (name + "-pack");
    options.threads = threads;
    return options;
  }
  static std::map<std::string, std::vector<uint8_t>> FilesOf(const fs::path& folder) {
    std::map<std::string, std::vector<uint8_t>> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
      files[entry.path().filename()] = ReadFile(entry.path()).value_or(std::vector<uint8_t>{});
    }
    return files;
  }
  std::string FailureOf(const std::string& recipe) {
    MakeOptions options = Fresh("bad", 1);
    options.recipe = folder_ / "recipe.json";
    EXPECT_TRUE(WriteFile(options.recipe, AsBytes(recipe)));
    const Result<void> made = MakeIdeaMap(options);
    EXPECT_FALSE(made);
    EXPECT_FALSE(fs::exists(options.target));
    fs::remove_all(options.cache);
    return made ? "" : made.error().message;
  }

  fs::path folder_;
};

TEST_F(IdeaMapTest, TheSameRecipeGivesTheSameBytesOnOneThreadAndOnTwo) {
  const MakeOptions one = Fresh("one", 1), two = Fresh("two", 2);
  for (const MakeOptions& options : {one, two}) {
    const Result<void> made = MakeIdeaMap(options);
    ASSERT_TRUE(made) << made.error().message;
  }
  const auto files = FilesOf(one.target);
  EXPECT_GE(files.size(), 10u);
  EXPECT_TRUE(files == FilesOf(two.target));
  // Made again from the kept steps: still the same.
  ASSERT_TRUE(MakeIdeaMap(two));
  EXPECT_TRUE(files == FilesOf(two.target));

  const auto pack = OpenPack(one.target);
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->head.item_count, kArticles);
  EXPECT_EQ(pack->head.name, "recipe300");
  EXPECT_EQ(pack->titles.size(), kArticles);
  EXPECT_EQ(pack->neighbors.per_item, kArticles - 1);
  EXPECT_EQ(pack->vectors.count, kArticles);
  EXPECT_NE(pack->head.manifest_json.find("CC BY-SA 4.0"), std::string::npos);
  for (const auto& [name, bytes] : files) EXPECT_LE(bytes.size(), size_t{kMaxChunkBytes}) << name;
  for (uint32_t item = 0; item < kArticles; ++item) {
    std::set<uint32_t> targets;
    for (const TextLink& link : pack->articles[item].links) targets.insert(link.target);
    EXPECT_EQ(pack->link_counts.at(item), targets.size());
  }
  EXPECT_FALSE(pack->measures.has_value()) << "a dozen articles are too few";
  // A neighbour's stored closeness is that of the stored vectors.
  for (uint32_t item = 0; item < kArticles; ++item) {
    for (const Neighbor& neighbor : pack->neighbors.Of(item)) {
      EXPECT_NEAR(neighbor.cosine, CosineOfRows(pack->vectors, item, neighbor.item), 0.012f);
    }
  }
}

TEST_F(IdeaMapTest, StoppedAnywhereItLeavesNothingHalfDoneAndGoesOn) {
  MakeOptions options = Fresh("stopped", 2);
  std::string stop_at;
  options.progress = [&](const std::string& step, double) { return step != stop_at; };
  std::vector<std::string> steps;
  MakeOptions listening = options;
  listening.progress = [&](const std::string& step, double) {
    if (steps.empty() || steps.back() != step) steps.push_back(step);
    return true;
  };
  listening.target = folder_ / "whole-pack";
  ASSERT_TRUE(MakeIdeaMap(listening));
  EXPECT_GE(steps.size(), 5u);
  fs::remove_all(options.cache / "steps");
  for (const std::string& step : steps) {
    stop_at = step;
    const Result<void> made = MakeIdeaMap(options);
    ASSERT_FALSE(made) << step;
    EXPECT_EQ(made.error().code, ErrorCode::kCancelled) << step;
    EXPECT_FALSE(fs::exists(options.target)) << step;
    EXPECT_FALSE(fs::exists(options.target.string() + ".partial")) << step;
  }
  stop_at.clear();
  ASSERT_TRUE(MakeIdeaMap(options));
  EXPECT_TRUE(FilesOf(options.target) == FilesOf(listening.target));
}

TEST_F(IdeaMapTest, ThePreparedJourneyGoesAlongLinks) {
  const MakeOptions plain = Fresh("plain", 2);
  ASSERT_TRUE(MakeIdeaMap(plain));
  const auto pack = OpenPack(plain.target);
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->head.Find("example"), nullptr);
  const auto make_with = [&](const std::string& example) {
    MakeOptions options = plain;
    std::string recipe = ReadTextFile(plain.recipe).value_or("");
    recipe.insert(recipe.find("\"not_names\""), "\"example\": " + example + ", ");
    options.recipe = folder_ / "with-example.json";
    options.target = folder_ / "with-example";
    EXPECT_TRUE(WriteFile(options.recipe, AsBytes(recipe)));
    return MakeIdeaMap(options);
  };
  const std::string first = "\"" + pack->titles[0] + "\"";
  ASSERT_TRUE(make_with("[" + first + "]"));
  const auto with = OpenPack(folder_ / "with-example");
  ASSERT_TRUE(with);
  ASSERT_NE(with->head.Find("example"), nullptr);
  EXPECT_TRUE(with->head.Find("example")->first_view);
  // No article links to itself.
  EXPECT_NE(make_with("[" + first + ", " + first + "]").error().message.find("no link"),
            std::string::npos);
  EXPECT_NE(make_with("[\"Nobody wrote this\"]").error().message.find("Nobody wrote this"),
            std::string::npos);
  EXPECT_NE(make_with("[]").error().message.find("1 to 64"), std::string::npos);
}

TEST_F(IdeaMapTest, BadRecipesAreOneSentence) {
  EXPECT_NE(FailureOf("{"), "");
  EXPECT_NE(FailureOf("{\"kind\": \"soup\"}").find("soup"), std::string::npos);
  EXPECT_NE(FailureOf("{\"kind\": \"idea-map\"}").find("reader"), std::string::npos);
  const std::string whole = R"({"kind": "idea-map", "reader": "data/sources/none.py", "source": "x",
    "name": "bad", "address_prefix": "https://x/", "sources": [], "not_names": [], "limit": 0,
    "layout": {"seed": 1, "perplexity": 30, "iterations": 500, "early_iterations": 125}})";
  EXPECT_NE(FailureOf(whole).find("none.py"), std::string::npos);
  std::string endless = whole;
  endless.replace(endless.find("500"), 3, "0");
  EXPECT_NE(FailureOf(endless).find("iterations"), std::string::npos);
}

}  // namespace
}  // namespace meander
