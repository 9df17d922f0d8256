// A whole pack of lines from a small recipe and texts written here: the same bytes every time, what
// stands where, and a plain sentence for what cannot be.
#include "make/lines_pack.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "../../source_dir.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/json_reader.h"
#include "make/lines_choose.h"
#include "pack/format.h"
#include "pack/line_sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

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

// 20 · 20 sentences of a story nobody wrote.
std::string Story() {
  const char* who[] = {"The miller",    "A heron",       "My aunt",          "The captain",
                       "Nobody here",   "A stranger",    "The youngest boy", "Her sister",
                       "Our neighbour", "The old clock", "A letter",         "The ferry",
                       "His brother",   "The gardener",  "A black dog",      "The teacher",
                       "One lamp",      "The baker",     "Your friend",      "The moon"};
  const char* did[] = {
      "waited by the river",     "came home before dark",    "forgot the song",
      "kept the window open",    "crossed the frozen lake",  "lost a silver key",
      "heard the bells at noon", "slept under the stairs",   "asked for bread",
      "stood in the rain",       "watched the harbour burn", "carried a heavy basket",
      "turned away from us",     "knew every road",          "laughed at the weather",
      "answered in a low voice", "climbed the tower",        "found the letter",
      "broke a blue cup",        "went out with the tide"};
  std::string story = "# Chapter 1\n\n";
  for (int i = 0; i < 20; ++i) {
    if (i == 10) story += "\n\n# Chapter 2\n\n";
    for (int k = 0; k < 20; ++k) story += std::string(who[k]) + " " + did[(i + k) % 20] + ". ";
    story += "\n\n";
  }
  return story;
}

constexpr char kRecipe[] = R"({
  "name": "small", "kind": "lines", "barred": "data/lines/barred.txt",
  "phones": "lines-test-phones/index.js",
  "sources": [
    {"name": "A story", "license": "MIT", "address": "https://x.test/", "package": "none",
     "reader": "data/sources/plain_text.py", "folder": "lines-test", "optional": false,
     "running": true, "names": true, "book": true, "most": 0,
     "works": [{"work": "story", "id": "story", "title": "The Story", "author": "N. N.", "year": 2026}]},
    {"name": "Not here", "license": "MIT", "address": "https://x.test/", "package": "none",
     "reader": "data/sources/plain_text.py", "folder": "lines-not-here", "optional": true,
     "running": true, "names": true, "book": true, "most": 0,
     "works": [{"work": "other", "id": "other", "title": "Other", "author": "", "year": 0}]}
  ],
  "book": {"seed": 1, "parts": 48, "training_rows": 400, "rounds": 2},
  "pairs": ["story"],
  "layout": {"seed": 1, "most": 300, "perplexity": 20, "iterations": 40, "early_iterations": 10}
})";

class LinesPackTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        ("lines-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    ASSERT_TRUE(fs::exists(SetUpCache() / "model" / "model.meander"))
        << "./meander setup makes the model";
  }
  void TearDown() override { fs::remove_all(folder_); }

  MakeOptions Fresh(const std::string& name, int threads, std::string recipe = kRecipe) {
    MakeOptions options;
    options.cache = folder_ / name;
    fs::create_directories(options.cache / "sources" / "lines-test");
    fs::create_directories(options.cache / "sources" / "lines-test-phones");
    fs::create_directory_symlink(SetUpCache() / "model", options.cache / "model");
    EXPECT_TRUE(WriteFile(options.cache / "sources/lines-test/story.txt", AsBytes(Story())));
    EXPECT_TRUE(WriteFile(options.cache / "sources/lines-test-phones/index.js",
                          AsBytes("  \"rain\": \"R EY1 N\",\n  \"the\": \"DH AH0\",\n")));
    options.project = kSourceDir;
    options.recipe = folder_ / (name + ".json");
    EXPECT_TRUE(WriteFile(options.recipe, AsBytes(recipe)));
    options.target = folder_ / (name + "-pack");
    options.threads = threads;
    return options;
  }

  std::map<std::string, uint64_t> HashesIn(const fs::path& folder) {
    std::map<std::string, uint64_t> hashes;
    for (const auto& entry : fs::directory_iterator(folder)) {
      hashes[entry.path().filename().string()] = Hash64(*ReadFile(entry.path()));
    }
    return hashes;
  }

  fs::path folder_;
};

std::vector<uint8_t> Stream(const fs::path& folder, const PackHead& head, std::string_view name) {
  std::vector<uint8_t> joined;
  const SectionRef* section = head.Find(name);
  if (section == nullptr) return joined;
  for (const ChunkRef& chunk : section->chunks) {
    const auto bytes = ReadFile(folder / chunk.file);
    EXPECT_TRUE(bytes && VerifyChunk(chunk, *bytes)) << chunk.file;
    if (bytes) joined.insert(joined.end(), bytes->begin(), bytes->end());
  }
  return joined;
}

TEST_F(LinesPackTest, SameRecipeSameBytesAndEverySectionReads) {
  const MakeOptions first = Fresh("first", 1), second = Fresh("second", 2);
  const auto made = MakeLines(first);
  ASSERT_TRUE(made) << made.error().message;
  ASSERT_TRUE(MakeLines(second));
  EXPECT_EQ(HashesIn(first.target), HashesIn(second.target));

  const auto head = ReadPackHead(*ReadFile(first.target / "pack.meander"));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->item_count, 400u);
  EXPECT_NE(head->manifest_json.find("\"missing\":[\"lines-not-here\"]"), std::string::npos);
  const auto manifest = ParseJson(head->manifest_json, "The manifest");
  ASSERT_TRUE(manifest);
  EXPECT_GT((*manifest)["code_recall_10"].get<double>(), 0.3) << "the codes keep neighbours";
  const auto shelves = ReadShelves(Stream(first.target, *head, kShelvesSection), 400);
  ASSERT_TRUE(shelves) << shelves.error().message;
  ASSERT_EQ(shelves->shelves.size(), 1u);
  EXPECT_TRUE(shelves->shelves[0].is_book);
  EXPECT_EQ(shelves->writer_count, 1u);
  ASSERT_EQ(shelves->pairs.size(), 1u);
  EXPECT_EQ(shelves->pairs[0].first, "The miller waited by the river.");
  LineTable lines;
  ASSERT_TRUE(ReadLines(Stream(first.target, *head, kLinesSection), 400, lines));
  EXPECT_EQ(lines.At(0), "The miller waited by the river.");
  const auto places = ReadPlaces(Stream(first.target, *head, kPlacesSection), 400);
  ASSERT_TRUE(places);
  ASSERT_EQ(places->size(), 2u);
  EXPECT_EQ((*places)[1].name, "Chapter 2");
  EXPECT_EQ((*places)[0].item_count, 200u);
  const auto passages = ReadPassages(Stream(first.target, *head, kPassagesSection), 400);
  ASSERT_TRUE(passages) << passages.error().message;
  for (const uint32_t item : {0u, 19u, 20u, 399u}) {
    const PassageRange range = passages->ranges[item];
    EXPECT_EQ(passages->text.substr(range.begin, range.end - range.begin), lines.At(item));
  }
  const auto book =
      ReadCodeBook(Stream(first.target, *head, kMeaningBookSection), head->encoder_id);
  ASSERT_TRUE(book);
  EXPECT_EQ(Stream(first.target, *head, kMeaningCodesSection).size(), 400u * 48);
  EXPECT_TRUE(ReadGramTable(Stream(first.target, *head, kSpellingTableSection)));
  EXPECT_TRUE(ReadGramTable(Stream(first.target, *head, kSoundTableSection)));
  const auto phones = ReadPhones(Stream(first.target, *head, kPhonesSection));
  ASSERT_TRUE(phones);
  EXPECT_EQ(phones->size(), 2u);
  EXPECT_EQ(Stream(first.target, *head, "positions").size(), 400u * 4);
}

TEST_F(LinesPackTest, ARecipeThatCannotBeIsOneSentence) {
  const auto refusal = [&](const std::string& what, const std::string& by) {
    std::string recipe = kRecipe;
    recipe.replace(recipe.find(what), what.size(), by);
    const MakeOptions options = Fresh("bad", 1, recipe);
    const auto made = MakeLines(options);
    EXPECT_FALSE(fs::exists(options.target)) << by;
    fs::remove_all(folder_ / "bad");
    return made ? std::string() : made.error().message;
  };
  EXPECT_EQ(refusal("\"optional\": true", "\"optional\": false"),
            "The source lines-not-here is not there; ./meander pack fetches what a recipe names.");
  EXPECT_EQ(refusal("\"parts\": 48", "\"parts\": 0"),
            "The recipe's \"parts\" must be a number from 1 to 384.");
  EXPECT_EQ(refusal("\"work\": \"story\"", "\"work\": \"tale\""),
            "Line 1 of lines-test is of a work the recipe does not name: story");
  EXPECT_EQ(refusal("\"most\": 0", "\"most\": 20"),
            "A pack of lines needs at least 300 of them; these are 20.");
}

TEST_F(LinesPackTest, ARecipeThatAddsToAnotherHasBothAndItsOwnLicence) {
  const auto adding = [&](const std::string& thinned, const std::string& file) {
    return R"({"name": "more", "kind": "lines", "adds_to": "other.json", "thinned": {)" + thinned +
           R"(}, "licence": {"says": "Under terms of its own.", "files": [")" + file + R"("]},
      "sources": [
        {"name": "More", "license": "GPL-3.0-or-later", "address": "https://x.test/", "package": "none",
         "reader": "data/sources/plain_text.py", "folder": "lines-more", "optional": false,
         "running": true, "names": true, "book": false, "most": 0,
         "works": [{"work": "story", "id": "more", "title": "More", "author": "M. M.", "year": 2026}]}]})";
  };
  const auto make = [&](const std::string& recipe) {
    MakeOptions options = Fresh("more", 1, recipe);
    const fs::path project = folder_ / "project";
    fs::create_directories(project);
    for (const char* part : {"data/lines", "data/sources"}) {
      fs::create_directories(project / "data");
      if (!fs::exists(project / part)) {
        fs::create_directory_symlink(options.project / part, project / part);
      }
    }
    EXPECT_TRUE(WriteFile(project / "other.json", AsBytes(std::string_view(kRecipe))));
    options.project = project;
    const fs::path more = options.cache / "sources/lines-more";
    fs::create_directories(more);
    EXPECT_TRUE(WriteFile(more / "story.txt",
                          AsBytes(std::string_view("# One\n\nThe ship left the harbour at dawn. "
                                                   "We never saw its captain again."))));
    EXPECT_TRUE(WriteFile(more / "COPYING", AsBytes(std::string_view("Share alike."))));
    const auto made = MakeLines(options);
    std::string answer = made ? "" : made.error().message;
    if (made) {
      const auto head = ReadPackHead(*ReadFile(options.target / "pack.meander"));
      EXPECT_EQ(head->name, "more");
      EXPECT_EQ(head->item_count, 352u);  // 350 of the other's 400, and two
      EXPECT_NE(head->manifest_json.find("GPL-3.0-or-later"), std::string::npos);
      answer = *ReadTextFile(options.target / "LICENSE.txt");
    }
    fs::remove_all(folder_ / "more");
    return answer;
  };
  EXPECT_EQ(make(adding("\"lines-test\": 350", "lines-more/COPYING")),
            "Under terms of its own.\n\n---- lines-more/COPYING\n\nShare alike.");
  EXPECT_EQ(make(adding("\"lines-nobody\": 3", "lines-more/COPYING")),
            "The recipe thins lines-nobody, which the one it adds to does not have.");
  EXPECT_NE(make(adding("", "lines-more/none")).find("lines-more/none"), std::string::npos);
}

TEST_F(LinesPackTest, StoppedItLeavesNothing) {
  MakeOptions options = Fresh("stopped", 1);
  options.progress = [](const std::string& step, double) { return step != "Writing the pack"; };
  const auto made = MakeLines(options);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::kCancelled);
  EXPECT_FALSE(fs::exists(options.target));
}

TEST(ChooseLines, KeepsTheFirstOfTwinsAndCountsWhatItLeavesOut) {
  LineSource one, two;
  one.works.resize(1);
  one.works[0].paragraphs = {
      {"", "", "It was cold. It was very cold. Go. The Emma of old sat there."}};
  two = one;
  two.is_running = false;
  two.keeps_names = false;
  two.works[0].paragraphs = {{"", "", "Cold it was."},
                             {"", "", "We saw Emma there."},
                             {"", "", "The river was wide."},
                             {"", "", "The river was slow."}};
  two.most_lines = 1;
  const auto chosen = ChooseLines({one, two}, {}, {{"the", "was", "slow", "river"}, {}, {}});
  const auto fault = [&](size_t source, LineFault which) {
    return chosen[source].faults[static_cast<size_t>(which)];
  };
  ASSERT_EQ(chosen[0].lines.size(), 2u);
  EXPECT_EQ(chosen[0].lines[0].text, "It was cold.");
  EXPECT_EQ(fault(0, LineFault::kTwin), 1u);
  EXPECT_EQ(fault(0, LineFault::kLength), 1u);
  EXPECT_EQ(fault(1, LineFault::kTwin), 1u);
  EXPECT_EQ(fault(1, LineFault::kNames), 1u);
  EXPECT_EQ(fault(1, LineFault::kNone), 2u);
  ASSERT_EQ(chosen[1].lines.size(), 1u);  // of two at most one, the one of common words
  EXPECT_EQ(chosen[1].lines[0].text, "The river was slow.");
}

}  // namespace
}  // namespace meander
