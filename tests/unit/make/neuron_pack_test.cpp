// A pack of neurons from a small pack of articles written here, read by the real encoder: the same
// bytes every time, contexts that fire as it says, and a plain sentence for what cannot be.
#include "make/neuron_pack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "../../reference/reference_model.h"
#include "base/files.h"
#include "base/hash.h"
#include "make/pack_writer.h"
#include "net/encoder.h"
#include "pack/idea_sections.h"
#include "pack/neuron_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::string> kArticles = {
    {"Dog", "The dog is a tame animal. It has lived with people for thousands of years."},
    {"River", "A river is water that runs to the sea. Many towns stand beside one."},
    {"Music", "Music is sound put in order by somebody. Drums are older than flutes."},
    {"Bread", "Bread is baked from flour and water. Bakers rise before the sun does."}};

constexpr char kRecipe[] = R"({"name": "small", "kind": "neurons", "articles": "few",
  "lines": "none", "sentences_an_article": 2, "most_lines": 10, "windows": 8, "anchors": 40})";

class NeuronPackTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        ("neurons-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "cache");
    fs::create_directory_symlink(ModelFolder(), folder_ / "cache" / "model");
    ASSERT_TRUE(WriteArticles());
  }
  Result<void> WriteArticles(bool has_map = false) {
    return ReplaceFolder(folder_ / "few", [&](const fs::path& folder) -> Result<void> {
      std::vector<std::string> titles;
      std::vector<Article> articles;
      for (const auto& [title, text] : kArticles) {
        titles.push_back(title);
        articles.push_back({"", text, "", {}});
      }
      PackHead head;
      head.name = "few";
      head.item_count = static_cast<uint32_t>(titles.size());
      head.manifest_json = R"({"sources": [{"name": "Four articles", "license": "MIT"}]})";
      PackWriter writer(folder, head);
      TRY_VOID(writer.Put("titles", false, [&](uint32_t first, uint32_t count) {
        return WriteTitles(std::span(titles).subspan(first, count));
      }));
      if (has_map) {
        // As a map of ideas: each article's vector is that of its text.
        std::vector<float> rows;
        Encoder encoder(Model().weights);
        for (const auto& [title, text] : kArticles) {
          std::vector<float> unit(kWidth);
          TRY_VOID(encoder.Encode(Model().pieces.Tokenize(text).ids, unit));
          rows.insert(rows.end(), unit.begin(), unit.end());
        }
        head.encoder_id = kEncoderId;
        const VectorTable table = QuantizeRows(kEncoderId, kWidth, rows);
        TRY_VOID(writer.Put("vectors", false, [&](uint32_t first, uint32_t count) {
          return WriteVectors(table, first, count);
        }));
        const Positions positions{{100, 200, 300, 400, 50000, 60000, 700, 800}};
        TRY_VOID(writer.PutColumn("positions", false, WritePositions(positions), 4));
      }
      TRY_VOID(writer.Put("texts", false, [&](uint32_t first, uint32_t count) {
        return WriteTexts(std::span(articles).subspan(first, count));
      }));
      return writer.PutHead();
    });
  }
  Result<void> Make(const std::string& recipe, int threads, const char* target = "made") {
    MakeOptions options;
    options.recipe = folder_ / "recipe.json";
    EXPECT_TRUE(WriteFile(options.recipe, AsBytes(recipe)));
    options.cache = folder_ / "cache";
    options.project = folder_;
    options.target = folder_ / target;
    options.threads = threads;
    options.progress = [&](const std::string& step, double) { return step != stop_at_; };
    return MakeNeurons(options);
  }
  std::map<std::string, std::vector<uint8_t>> Files(const char* target = "made") {
    std::map<std::string, std::vector<uint8_t>> files;
    for (const auto& entry : fs::directory_iterator(folder_ / target)) {
      files[entry.path().filename().string()] = *ReadFile(entry.path());
    }
    return files;
  }
  std::vector<uint8_t> Section(std::string_view name) {
    const auto files = Files();
    const auto head = *ReadPackHead(files.at("pack.meander"));
    std::vector<uint8_t> joined;
    for (const ChunkRef& chunk : head.Find(name)->chunks) {
      const auto& bytes = files.at(chunk.file);
      joined.insert(joined.end(), bytes.begin(), bytes.end());
    }
    return joined;
  }

  fs::path folder_;
  std::string stop_at_;
};

TEST_F(NeuronPackTest, SaysWhatFiresAndHowStrongly) {
  const auto made = Make(kRecipe, 2);
  ASSERT_TRUE(made) << made.error().message;
  const auto survey = *ReadSurvey(Section("survey"));
  EXPECT_EQ(survey.articles, 4u);
  EXPECT_EQ(survey.texts, 8u);
  EXPECT_EQ(survey.lines, 0u);
  const auto windows = *ReadWindows(Section("windows"));
  const auto records = *ReadNeurons(Section("neurons"), 9216);
  ASSERT_TRUE(CheckContexts(records, windows));
  const auto anchors = *ReadAnchors(Section("anchors"), kEncoderId);
  EXPECT_TRUE(CheckAnchors(anchors, windows));
  EXPECT_EQ(anchors.words.size(), 40u);

  // All of it again, with the encoder alone.
  std::vector<float> strongest(9216);
  uint32_t pieces = 0;
  Encoder encoder(Model().weights);
  for (const auto& [title, text] : kArticles) {
    const size_t cut = text.find(". ") + 1;
    for (const std::string& sentence : {text.substr(0, cut), text.substr(cut + 1)}) {
      const auto ids = Model().pieces.Tokenize(sentence).ids;
      pieces += static_cast<uint32_t>(ids.size()) - 2;
      Taps taps;
      taps.inner = [&](int layer, std::span<const float> fired) {
        for (size_t i = 1536; i + 1536 < fired.size(); ++i) {
          float& most = strongest[size_t(layer) * 1536 + i % 1536];
          most = std::max(most, fired[i]);
        }
      };
      std::vector<float> unit(kWidth);
      ASSERT_TRUE(encoder.Encode(ids, unit, &taps));
    }
  }
  EXPECT_EQ(survey.words, pieces);
  size_t with_context = 0;
  for (size_t neuron = 0; neuron < 9216; ++neuron) {
    EXPECT_NEAR(records[neuron].strongest, strongest[neuron], 5e-4) << neuron;
    const auto& first = records[neuron].contexts[0];
    EXPECT_TRUE(strongest[neuron] > .5f || first.window == kNothing) << neuron;
    if (first.window == kNothing) continue;
    ++with_context;
    // Eight windows are all there is, so the strongest of each neuron is among them.
    EXPECT_GT(first.share, .99f) << neuron;
  }
  EXPECT_GT(with_context, 3000u);
}

TEST_F(NeuronPackTest, IsTheSameEveryTimeOnHoweverManyThreads) {
  ASSERT_TRUE(Make(kRecipe, 1));
  const auto first = Files();
  fs::remove_all(folder_ / "cache" / "steps");
  ASSERT_TRUE(Make(kRecipe, 3, "again"));
  EXPECT_EQ(Files("again"), first);
  ASSERT_TRUE(Make(kRecipe, 2, "kept"));  // from the kept step
  EXPECT_EQ(Files("kept"), first);
}

TEST_F(NeuronPackTest, WhatCannotBeIsOneSentenceAndLeavesNothing) {
  const auto changed = [](std::string from, const std::string& to) {
    std::string recipe = kRecipe;
    return recipe.replace(recipe.find(from), from.size(), to);
  };
  for (const std::string& recipe :
       {changed("\"few\"", "\"absent\""), changed("\"few\"", "\"../few\""),
        changed("\"windows\": 8", "\"windows\": 0"), changed("\"anchors\": 40", "\"anchors\": -1"),
        changed("\"most_lines\": 10, ", "")}) {
    const auto made = Make(recipe, 1);
    ASSERT_FALSE(made) << recipe;
    EXPECT_TRUE(made.error().message.ends_with('.')) << made.error().message;
    EXPECT_FALSE(fs::exists(folder_ / "made"));
  }
  for (const char* step : {"Reading articles and lines", "Seeing what fires each neuron",
                           "Choosing contexts", "Coding known words", "Writing the pack"}) {
    stop_at_ = step;
    const auto made = Make(kRecipe, 1);
    ASSERT_FALSE(made) << step;
    EXPECT_EQ(made.error().code, ErrorCode::kCancelled) << step;
    EXPECT_FALSE(fs::exists(folder_ / "made"));
  }
}

TEST_F(NeuronPackTest, CarriesTheMapAlongWhereThereIsOne) {
  ASSERT_TRUE(Make(kRecipe, 1));
  const auto plain = Files();
  EXPECT_EQ(ReadPackHead(plain.at("pack.meander"))->Find(kIdeaMapSection), nullptr);
  ASSERT_TRUE(WriteArticles(true));
  const auto made = Make(kRecipe, 2);
  ASSERT_TRUE(made) << made.error().message;
  const auto windows = *ReadWindows(Section("windows"));
  const auto places = ReadIdeaPlaces(Section(kIdeaMapSection));
  ASSERT_TRUE(places);
  ASSERT_EQ(places->articles.count(), 4u);
  ASSERT_EQ(places->windows.count(), windows.windows.size());
  const auto codes = ReadIdeaCodes(Section(kIdeaCodesSection), kEncoderId);
  ASSERT_TRUE(codes) << codes.error().message;
  // A window of an article lies where that does.
  for (uint32_t w = 0; w < windows.windows.size(); ++w) {
    const std::string& title = windows.sources[windows.windows[w].source].title;
    const auto item =
        static_cast<uint32_t>(std::ranges::find(codes->titles, title) - codes->titles.begin());
    ASSERT_LT(item, 4u);
    EXPECT_EQ(places->windows.At(w), places->articles.At(item)) << title;
  }
  // A text about one of them is nearest to it, by the codes as well.
  Encoder encoder(Model().weights);
  std::vector<float> unit(kWidth);
  ASSERT_TRUE(encoder.Encode(Model().pieces.Tokenize("A loaf from the oven.").ids, unit));
  EXPECT_EQ(codes->titles[codes->Nearest(unit, 1)[0].item], "Bread");
}

}  // namespace
}  // namespace meander
