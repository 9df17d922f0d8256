// See idea_map.h.
#include "make/idea_map.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "base/files.h"
#include "base/json_reader.h"
#include "make/article_source.h"
#include "make/idea_map_writer.h"
#include "make/lay_over.h"
#include "make/layout.h"
#include "make/open_model.h"
#include "make/quality.h"
#include "make/recipe_file.h"
#include "make/regions.h"
#include "make/source_reader.h"
#include "make/spelling_pairs.h"
#include "make/step_bytes.h"
#include "make/step_cache.h"
#include "make/text_links.h"
#include "net/encode_many.h"
#include "text/word_piece.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr uint32_t kLayoutNeighbors = 90, kStoredNeighbors = 50;
constexpr size_t kBatch = 512;  // articles encoded before the result is kept
constexpr size_t kFewestArticles = 4;

std::unexpected<Error> UnfitStep(const char* what) {
  return Fail(ErrorCode::kCorrupt,
              std::string("The kept ") + what +
                  " do not fit the articles; remove the cache's steps folder.");
}

Result<void> Within(const char* field, double value, double lowest, double highest) {
  if (value >= lowest && value <= highest) return {};
  char sentence[128];
  std::snprintf(sentence, sizeof(sentence),
                "The recipe's \"%s\" must be a number from %.0f to %.0f.", field, lowest, highest);
  return Fail(ErrorCode::kInvalidInput, sentence);
}

// The second layout begins as the first one does and then goes on with all attraction made
// stronger.
Result<LayoutOptions> ReadIslands(const Json& settings, LayoutOptions options) {
  TRY(const int64_t early, JsonInteger(settings, "early_iterations"));
  TRY(const int64_t late, JsonInteger(settings, "late_iterations"));
  TRY(options.late_exaggeration, JsonNumber(settings, "late_exaggeration"));
  TRY_VOID(Within("early_iterations", static_cast<double>(early), 1, 100'000));
  TRY_VOID(Within("late_iterations", static_cast<double>(late), 1, 100'000));
  TRY_VOID(Within("late_exaggeration", options.late_exaggeration, 1, 100));
  options.iterations = options.early_iterations = static_cast<int>(early);
  options.late_iterations = static_cast<int>(late);
  return options;
}

class Maker {
 public:
  Maker(const MakeOptions& options, Json recipe)
      : options_(options), recipe_(std::move(recipe)), cache_(options.cache / "steps") {}
  Result<void> Run();

 private:
  bool Tell(const char* step, double share) const {
    return !options_.progress || options_.progress(step, share);
  }
  std::function<bool(double)> Teller(const char* step) const {
    return [this, step](double share) { return Tell(step, share); };
  }
  Result<void> ReadRecipe();
  Result<void> Read();
  Result<void> Embed();
  Result<void> FindNeighbors();
  Result<void> Place();
  Result<void> FindSpelling();
  Result<void> FindExample();
  Result<std::vector<Point2>> PlacesOf(std::string_view step, int version,
                                       const LayoutOptions& layout, const char* what);

  const MakeOptions& options_;
  const Json recipe_;
  const StepCache cache_;
  LayoutOptions layout_;
  std::optional<LayoutOptions> islands_;
  size_t limit_ = 0;
  std::vector<std::string> not_names_, example_;
  IdeaMapContent content_;
  uint64_t rows_key_ = 0;  // of everything the vectors were made from
  std::vector<float> rows_;
  NeighborLists neighbors_;  // kLayoutNeighbors an item
};

// Everything the recipe says, before minutes are spent on it.
Result<void> Maker::ReadRecipe() {
  for (const char* text : {"reader", "source", "name", "address_prefix"}) {
    TRY_VOID(JsonText(recipe_, text));
  }
  TRY(const int64_t limit, JsonInteger(recipe_, "limit"));
  TRY_VOID(Within("limit", static_cast<double>(limit), 0, 1e9));
  limit_ = static_cast<size_t>(limit);
  TRY(const Json* settings, JsonObject(recipe_, "layout"));
  TRY(const int64_t seed, JsonInteger(*settings, "seed"));
  TRY(layout_.perplexity, JsonNumber(*settings, "perplexity"));
  TRY(const int64_t iterations, JsonInteger(*settings, "iterations"));
  TRY(const int64_t early, JsonInteger(*settings, "early_iterations"));
  TRY_VOID(Within("seed", static_cast<double>(seed), 0, 1e15));
  TRY_VOID(Within("perplexity", layout_.perplexity, 1, 1000));
  TRY_VOID(Within("iterations", static_cast<double>(iterations), 1, 100'000));
  TRY_VOID(Within("early_iterations", static_cast<double>(early), 0, 100'000));
  layout_.seed = static_cast<uint64_t>(seed);
  layout_.iterations = static_cast<int>(iterations);
  layout_.early_iterations = static_cast<int>(early);
  if (recipe_.contains("islands")) {
    TRY(const Json* islands, JsonObject(recipe_, "islands"));
    TRY(islands_, ReadIslands(*islands, layout_));
  }
  TRY(const Json* listed, JsonArray(recipe_, "not_names"));
  for (const Json& name : *listed) {
    if (name.is_string()) not_names_.push_back(name.get<std::string>());
  }
  TRY_VOID(JsonArray(recipe_, "sources"));
  if (recipe_.contains("example")) {
    TRY(const Json* stops, JsonArray(recipe_, "example"));
    for (const Json& stop : *stops) {
      if (stop.is_string()) example_.push_back(stop.get<std::string>());
    }
    if (example_.empty() || example_.size() > kMaxExampleStops) {
      return Fail(ErrorCode::kInvalidInput, "The recipe's example must have 1 to 64 titles.");
    }
  }
  return {};
}

Result<void> Maker::Read() {
  TRY(const std::string reader, JsonText(recipe_, "reader"));
  TRY(const std::string source, JsonText(recipe_, "source"));
  const fs::path script = options_.project / reader, file = options_.cache / "sources" / source;
  TRY(const std::vector<uint8_t> script_bytes, ReadFile(script));
  TRY(const std::vector<uint8_t> file_bytes, ReadFile(file));
  if (!Tell("Reading the articles", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
  const uint64_t key = KeyOf(kCleanVersion, {Hash64(script_bytes), Hash64(file_bytes)});
  TRY(const std::vector<uint8_t> jsonl,
      cache_.Get("articles", key, [&]() -> Result<std::vector<uint8_t>> {
        return RunReader({options_.python, script, file,
                          options_.cache / "steps" / ("reading-" + HexOf(key) + ".jsonl")});
      }));
  TRY(content_.articles, ReadArticles(AsText(jsonl), limit_));
  if (content_.articles.size() < kFewestArticles) {
    return Fail(ErrorCode::kInvalidInput, "A map needs at least four articles.");
  }
  return {};
}

// In batches, each kept as soon as it is done: a stopped run goes on where it was.
Result<void> Maker::Embed() {
  TRY(OpenedModel model, OpenModel(options_.cache / "model"));
  rows_key_ = model.hash;
  const size_t count = content_.articles.size();
  for (size_t first = 0; first < count; first += kBatch) {
    std::vector<std::vector<int32_t>> texts;
    uint64_t key = KeyOf(kEmbedVersion, {model.hash});
    for (size_t item = first; item < std::min(first + kBatch, count); ++item) {
      const SourceArticle& article = content_.articles[item];
      texts.push_back(model.pieces.Tokenize(article.title + ". " + article.text).ids);
      key = KeyOf(kEmbedVersion, {key, Hash64(BytesOf(texts.back()))});
    }
    rows_key_ = KeyOf(kEmbedVersion, {rows_key_, key});
    TRY(const std::vector<uint8_t> bytes,
        cache_.Get("vectors", key, [&]() -> Result<std::vector<uint8_t>> {
          std::vector<float> rows(texts.size() * kWidth);
          const auto tell = [&](double share) {
            const double done =
                static_cast<double>(first) + share * static_cast<double>(texts.size());
            return Tell("Reading every article for its meaning", done / static_cast<double>(count));
          };
          TRY_VOID(EncodeMany(model.weights, texts, options_.threads, rows, tell));
          return BytesOf(rows);
        }));
    if (bytes.size() != texts.size() * kWidth * sizeof(float)) return UnfitStep("vectors");
    const std::vector<float> rows = ValuesOf<float>(bytes);
    rows_.insert(rows_.end(), rows.begin(), rows.end());
  }
  content_.vectors = QuantizeRows(kEncoderId, kWidth, rows_);
  return {};
}

Result<void> Maker::FindNeighbors() {
  if (!Tell("Finding true neighbours", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
  TRY(const std::vector<uint8_t> bytes,
      cache_.Get("neighbors", KeyOf(kNeighborsVersion, {rows_key_, kLayoutNeighbors}),
                 [&]() -> Result<std::vector<uint8_t>> {
                   return BytesOf(
                       ExactNeighbors(rows_, kWidth, kLayoutNeighbors, options_.threads).flat);
                 }));
  neighbors_.flat = ValuesOf<Neighbor>(bytes);
  const size_t expected = std::min<size_t>(kLayoutNeighbors, content_.articles.size() - 1);
  if (neighbors_.flat.size() != expected * content_.articles.size()) return UnfitStep("neighbours");
  neighbors_.per_item = static_cast<uint32_t>(neighbors_.flat.size() / content_.articles.size());
  content_.neighbors.per_item = std::min(kStoredNeighbors, neighbors_.per_item);
  for (uint32_t item = 0; item < content_.articles.size(); ++item) {
    const auto nearest = neighbors_.Of(item).first(content_.neighbors.per_item);
    content_.neighbors.flat.insert(content_.neighbors.flat.end(), nearest.begin(), nearest.end());
  }
  return {};
}

Result<std::vector<Point2>> Maker::PlacesOf(std::string_view step, int version,
                                            const LayoutOptions& layout, const char* what) {
  const auto thousandths = [](double value) { return static_cast<uint64_t>(value * 1000); };
  uint64_t key = KeyOf(version, {rows_key_, layout.seed, thousandths(layout.perplexity),
                                 static_cast<uint64_t>(layout.iterations),
                                 static_cast<uint64_t>(layout.early_iterations)});
  if (layout.late_iterations > 0) {
    key = KeyOf(version, {key, static_cast<uint64_t>(layout.late_iterations),
                          thousandths(layout.late_exaggeration)});
  }
  TRY(const std::vector<uint8_t> bytes,
      cache_.Get(step, key, [&]() -> Result<std::vector<uint8_t>> {
        TRY(const std::vector<Point2> places,
            LayOut(rows_, kWidth, neighbors_, layout, options_.threads, Teller(what)));
        return BytesOf(places);
      }));
  const std::vector<Point2> places = ValuesOf<Point2>(bytes);
  if (places.size() != content_.articles.size()) return UnfitStep("places");
  return places;
}

Result<void> Maker::Place() {
  content_.seed = layout_.seed;
  TRY(content_.places, PlacesOf("layout", kLayoutVersion, layout_, "Laying out the map"));
  if (!islands_) return {};
  TRY(const std::vector<Point2> islands,
      PlacesOf("islands", kIslandsVersion, *islands_, "Laying out the islands"));
  content_.islands = LaidOver(content_.places, islands);
  return {};
}

Result<void> Maker::FindSpelling() {
  const SpellingQuestion question{content_.articles, content_.neighbors, content_.links};
  std::vector<SpellingPair> suspects = SpellingSuspects(question);
  if (suspects.empty()) return {};
  uint64_t key = KeyOf(kSpellingVersion, {rows_key_});
  for (const SpellingPair& pair : suspects) key = KeyOf(kSpellingVersion, {key, pair.a, pair.b});
  TRY(const std::vector<uint8_t> bytes,
      cache_.Get("spelling", key, [&]() -> Result<std::vector<uint8_t>> {
        TRY(const OpenedModel model, OpenModel(options_.cache / "model"));
        TRY_VOID(ReadWithoutBeginnings(question, model.pieces, model.weights, options_.threads,
                                       Teller("Telling spelling from meaning"), suspects));
        std::vector<float> left;
        for (const SpellingPair& pair : suspects) left.push_back(pair.left);
        return BytesOf(left);
      }));
  const std::vector<float> left = ValuesOf<float>(bytes);
  if (left.size() != suspects.size()) return UnfitStep("pairs spelled alike");
  for (size_t i = 0; i < left.size(); ++i) suspects[i].left = left[i];
  content_.spelling = NearBySpelling(question, suspects);
  return {};
}

// The prepared journey must be one that a reader could make: a link leads from each stop to the
// next.
Result<void> Maker::FindExample() {
  for (const std::string& title : example_) {
    const auto found = std::ranges::find(content_.articles, title, &SourceArticle::title);
    if (found == content_.articles.end()) {
      return Fail(ErrorCode::kInvalidInput,
                  "The recipe's example has \"" + title + "\", which no article is called.");
    }
    const auto item = static_cast<uint32_t>(found - content_.articles.begin());
    if (!content_.example.empty() &&
        std::ranges::find(content_.links[content_.example.back()], item, &TextLink::target) ==
            content_.links[content_.example.back()].end()) {
      return Fail(ErrorCode::kInvalidInput, "The recipe's example goes to \"" + title +
                                                "\", where no link of the stop before leads.");
    }
    content_.example.push_back(item);
  }
  return {};
}

Result<void> Maker::Run() {
  TRY_VOID(ReadRecipe());
  TRY_VOID(Read());
  TRY_VOID(Embed());
  TRY_VOID(FindNeighbors());
  TRY_VOID(Place());
  if (!Tell("Naming regions, finding links", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
  content_.topics = InferTopics(content_.articles, neighbors_);
  content_.links = FindTextLinks(content_.articles, neighbors_, [&](uint32_t a, uint32_t b) {
    return CosineOfRows(content_.vectors, a, b);
  });
  TRY_VOID(FindSpelling());
  TRY_VOID(FindExample());
  content_.mentions = CountMentions(content_.links);
  content_.regions =
      MakeRegions({content_.articles, content_.topics, content_.places, not_names_, content_.seed});
  content_.threads = options_.threads;
  return WriteIdeaMap(recipe_, content_, options_.target);
}

}  // namespace

Result<void> MakeIdeaMap(const MakeOptions& options) {
  TRY(Json recipe, ReadRecipe(options.recipe));
  TRY(const std::string kind, JsonText(recipe, "kind"));
  if (kind != "idea-map")
    return Fail(ErrorCode::kInvalidInput, "This recipe's kind \"" + kind + "\" is not known.");
  return Maker(options, std::move(recipe)).Run();
}

}  // namespace meander
