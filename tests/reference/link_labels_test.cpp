// The rule for links in texts against 800 mentions labelled by hand (link_labels.md says how), on
// the texts and vectors of the made pack.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "../source_dir.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "cli/opened_pack.h"
#include "make/text_links.h"

namespace meander {
namespace {

const std::filesystem::path kProject = kSourceDir;

struct Rule {
  std::vector<std::string> titles;
  std::vector<SourceArticle> articles;
  std::vector<std::vector<JudgedMention>> mentions;
};

const Rule& JudgedPack() {
  static const Rule* const rule = [] {
    auto* made = new Rule;
    const Result<OpenedPack> pack = OpenPack(kProject / "build/packs/wikipedia");
    EXPECT_TRUE(pack) << pack.error().message;
    if (!pack) return made;
    made->titles = pack->titles;
    for (size_t i = 0; i < pack->titles.size(); ++i)
      made->articles.push_back({pack->titles[i], pack->articles[i].text, "", 0});
    made->mentions = JudgeMentions(made->articles, pack->neighbors, [&](uint32_t a, uint32_t b) {
      return CosineOfRows(pack->vectors, a, b);
    });
    return made;
  }();
  return *rule;
}

struct Score {
  int labels = 0, kept = 0, meant = 0, right = 0;
  double precision() const { return right / static_cast<double>(kept); }
  double recall() const { return right / static_cast<double>(meant); }
};

Score ScoreOf(const char* file) {
  const Rule& rule = JudgedPack();
  std::map<std::string, size_t> item_of;
  for (size_t i = 0; i < rule.titles.size(); ++i) item_of[rule.titles[i]] = i;
  Score score;
  std::istringstream lines(*ReadTextFile(kProject / "tests/reference" / file));
  for (std::string line; std::getline(lines, line);) {
    const Json label = *ParseJson(line, "The label");
    const auto article = item_of.find(*JsonText(label, "article"));
    EXPECT_NE(article, item_of.end()) << line;
    if (article == item_of.end()) continue;
    const bool means = label["means"].get<bool>();
    const std::string target = *JsonText(label, "target");
    const std::string other = label.contains("or") ? *JsonText(label, "or") : "";
    const auto begin = static_cast<uint32_t>(*JsonInteger(label, "begin"));
    const auto end = static_cast<uint32_t>(*JsonInteger(label, "end"));
    // The offsets still lead to the words that were labelled.
    const std::string words = rule.articles[article->second].text.substr(begin, end - begin);
    EXPECT_NE(JsonText(label, "context")->find("[[" + words + "]]"), std::string::npos) << line;
    ++score.labels;
    score.meant += means || !other.empty();
    for (const auto& [mention, cosine, is_meant] : rule.mentions[article->second]) {
      if (mention.begin != begin || mention.end != end || !is_meant) continue;
      const std::string& linked = rule.titles[mention.target];
      ++score.kept;
      score.right += linked == target ? means : linked == other;
    }
  }
  testing::Test::RecordProperty("precision", std::to_string(score.precision()));
  testing::Test::RecordProperty("recall", std::to_string(score.recall()));
  std::printf("%s: %d labels, %d meant, %d kept, %d right: precision %.3f, recall %.3f\n", file,
              score.labels, score.meant, score.kept, score.right, score.precision(),
              score.recall());
  return score;
}

void ExpectAtLeast(const char* file, double precision, double recall) {
  const Score score = ScoreOf(file);
  EXPECT_EQ(score.labels, 200);
  EXPECT_GE(score.precision(), precision);
  EXPECT_GE(score.recall(), recall);
}

// These three files were tuned on, two of them after they had been scored.
TEST(LinkLabels, TheRuleHoldsOnMentionsItWasTunedOn) {
  ExpectAtLeast("link_labels_tune.jsonl", 0.90, 0.80);
}
TEST(LinkLabels, TheRuleHoldsOnTheFirstSpentFile) {
  ExpectAtLeast("link_labels_score.jsonl", 0.90, 0.80);
}
TEST(LinkLabels, TheRuleHoldsOnTheSecondSpentFile) {
  ExpectAtLeast("link_labels_fresh.jsonl", 0.90, 0.80);
}

// This one was not: it was scored once, and is what to quote (link_labels.md).
TEST(LinkLabels, TheRuleKeepsWhatItReachedOnFreshMentions) {
  ExpectAtLeast("link_labels_third.jsonl", 0.93, 0.84);
}

}  // namespace
}  // namespace meander
