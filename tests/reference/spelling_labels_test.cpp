// The marks of the made pack against 300 pairs labelled by hand (spelling_labels.md says how).
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "../source_dir.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "cli/opened_pack.h"

namespace meander {
namespace {

const std::filesystem::path kProject = kSourceDir;

struct Score {
  int labels = 0, spelling = 0, marked = 0, right = 0;
};

Score ScoreOf(const OpenedPack& pack, const char* file) {
  std::map<std::string, uint32_t> item_of;
  for (uint32_t item = 0; item < pack.titles.size(); ++item) item_of[pack.titles[item]] = item;
  Score score;
  std::istringstream lines(*ReadTextFile(kProject / "tests/reference" / file));
  for (std::string line; std::getline(lines, line);) {
    const Json label = *ParseJson(line, "The label");
    const auto a = item_of.find(*JsonText(label, "a")), b = item_of.find(*JsonText(label, "b"));
    const bool is_known = a != item_of.end() && b != item_of.end();
    EXPECT_TRUE(is_known) << line;
    if (!is_known) continue;
    const bool is_spelling = *JsonText(label, "label") == "spelling";
    const bool is_marked = SpellingLeft(pack.spelling, a->second, b->second).has_value();
    ++score.labels;
    score.spelling += is_spelling;
    score.marked += is_marked;
    score.right += is_marked && is_spelling;
  }
  std::printf("%s: %d labels, %d spelling, %d marked, %d right: precision %.3f, recall %.3f\n",
              file, score.labels, score.spelling, score.marked, score.right,
              score.right / static_cast<double>(score.marked),
              score.right / static_cast<double>(score.spelling));
  return score;
}

TEST(SpellingLabels, TheMarksAreWhatWasMeasured) {
  const Result<OpenedPack> pack = OpenPack(kProject / "build/packs/wikipedia");
  ASSERT_TRUE(pack) << pack.error().message;
  for (const char* tuned : {"spelling_labels_tune.jsonl", "spelling_labels_score.jsonl"}) {
    const Score score = ScoreOf(*pack, tuned);
    EXPECT_EQ(score.labels, 100);
    EXPECT_GE(score.right, 0.85 * score.marked);
    EXPECT_GE(score.right, 0.70 * score.spelling);
  }
  const Score fresh = ScoreOf(*pack, "spelling_labels_fresh.jsonl");
  EXPECT_EQ(fresh.labels, 100);
  EXPECT_GE(fresh.right, 0.85 * fresh.marked);
  EXPECT_GE(fresh.right, 0.48 * fresh.spelling);
}

TEST(SpellingLabels, CartographyIsNotACart) {
  const Result<OpenedPack> pack = OpenPack(kProject / "build/packs/wikipedia");
  ASSERT_TRUE(pack) << pack.error().message;
  const auto left = [&](const char* a, const char* b) {
    return SpellingLeft(pack->spelling, *ItemOfTitle(*pack, a), *ItemOfTitle(*pack, b));
  };
  ASSERT_TRUE(left("Cartography", "Cart"));
  EXPECT_LT(*left("Cartography", "Cart"), 0.25f);
  EXPECT_TRUE(left("Cartography", "Cartagena, Colombia"));
  EXPECT_FALSE(left("Cartography", "Map"));
  // Every mark is of a pair whose one is among the other's ten nearest.
  for (const SpellingPair& pair : pack->spelling) {
    bool is_near = false;
    for (const auto& [from, to] : {std::pair{pair.a, pair.b}, {pair.b, pair.a}}) {
      for (const Neighbor& one : pack->neighbors.Of(from).first(10)) is_near |= one.item == to;
    }
    EXPECT_TRUE(is_near) << pack->titles[pair.a] << ", " << pack->titles[pair.b];
  }
  EXPECT_GT(pack->spelling.size(), 200u);
  EXPECT_LT(pack->spelling.size(), 800u);
}

}  // namespace
}  // namespace meander
