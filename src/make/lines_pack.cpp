// See lines_pack.h.
#include "make/lines_pack.h"

#include <algorithm>
#include <unordered_set>

#include "base/files.h"
#include "base/json_reader.h"
#include "make/lines_book.h"
#include "make/lines_content.h"
#include "make/lines_grams.h"
#include "make/lines_map.h"
#include "make/lines_recipe.h"
#include "make/open_model.h"
#include "make/source_reader.h"
#include "make/step_bytes.h"
#include "make/step_cache.h"
#include "net/encode_many.h"
#include "net/model_layout.h"
#include "text/phones.h"
#include "text/spelling.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
// Lines encoded before the result is kept. A batch ends where a line's hash says so, not after a
// number of lines: when a rule takes one line out, only its batch is read again.
constexpr size_t kMostInBatch = 8192;
constexpr uint64_t kEndsBatch = 1024;                    // one line in so many
constexpr uint32_t kRecallOf = 10, kRecallSample = 500;  // nearest of so many lines
constexpr uint32_t kFewestLines = 300;                   // or there is nothing to cluster

Result<uint64_t> Number(const Json& object, const char* field, int64_t lowest, int64_t highest) {
  TRY(const int64_t value, JsonInteger(object, field));
  if (value >= lowest && value <= highest) return static_cast<uint64_t>(value);
  return Fail(ErrorCode::kInvalidInput, std::string("The recipe's \"") + field +
                                            "\" must be a number from " + std::to_string(lowest) +
                                            " to " + std::to_string(highest) + ".");
}

class Maker {
 public:
  Maker(const MakeOptions& options, Json recipe)
      : options_(options), recipe_(std::move(recipe)), cache_(options.cache / "steps") {}

  Result<void> Run() {
    TRY_VOID(ReadRecipe());
    TRY_VOID(ReadSources());
    TRY_VOID(Choose());
    TRY_VOID(Embed());
    TRY_VOID(MakeBook());
    TRY_VOID(MakeTables());
    TRY_VOID(Place());
    if (!Tell("Writing the pack", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
    return WriteLinesPack(recipe_, content_, options_.target);
  }

 private:
  bool Tell(const std::string& step, double share) const {
    return !options_.progress || options_.progress(step, share);
  }
  std::function<bool(double)> Teller(const char* step) const {
    return [this, step](double share) { return Tell(step, share); };
  }
  Result<void> ReadRecipe();
  Result<void> ReadSources();
  Result<std::vector<uint8_t>> ReadSource(const LineSource& source, uint64_t folder_hash);
  Result<void> Choose();
  Result<void> Embed();
  Result<void> MakeBook();
  Result<void> MakeTables();
  Result<GramTable> TableOf(const char* step,
                            const std::function<std::vector<GramCount>(std::string_view)>& grams);
  Result<void> Place();

  const MakeOptions& options_;
  const Json recipe_;
  const StepCache cache_;
  LinesContent content_;
  BarList bars_;
  std::vector<std::string> pairs_;
  CodeBookOptions book_options_;
  LayoutOptions layout_;
  uint32_t most_laid_out_ = 0;
  std::string phones_file_;                // below sources/
  std::string words_folder_;               // WordNet's, below sources/; may be empty
  std::vector<std::string> common_words_;  // the encoder's own
  bool has_map_ = false;
  uint64_t rows_key_ = 0;
  std::vector<float> rows_;
};

// Everything the recipe says, before minutes are spent on it.
Result<void> Maker::ReadRecipe() {
  TRY_VOID(JsonText(recipe_, "name"));
  TRY(content_.sources, ReadLineSources(recipe_));
  TRY(const std::string barred, JsonText(recipe_, "barred"));
  TRY(const std::string bars, ReadTextFile(options_.project / barred));
  TRY(bars_, BarList::Read(bars));
  TRY(phones_file_, JsonText(recipe_, "phones"));
  if (recipe_.contains("words")) {
    TRY(words_folder_, JsonText(recipe_, "words"));
  }
  TRY(const Json* pairs, JsonArray(recipe_, "pairs"));
  for (const Json& pair : *pairs) {
    if (pair.is_string()) pairs_.push_back(pair.get<std::string>());
  }
  TRY(const Json* book, JsonObject(recipe_, "book"));
  TRY(book_options_.seed, Number(*book, "seed", 0, 1'000'000'000));
  TRY(const uint64_t parts, Number(*book, "parts", 1, 384));
  TRY(const uint64_t rows, Number(*book, "training_rows", 256, 1'000'000));
  TRY(const uint64_t rounds, Number(*book, "rounds", 1, 1000));
  book_options_.parts = static_cast<uint32_t>(parts);
  book_options_.training_rows = static_cast<uint32_t>(rows);
  book_options_.rounds = static_cast<int>(rounds);
  TRY(const Json* layout, JsonObject(recipe_, "layout"));
  TRY(layout_.seed, Number(*layout, "seed", 0, 1'000'000'000));
  TRY(const uint64_t perplexity, Number(*layout, "perplexity", 1, 1000));
  TRY(const uint64_t iterations, Number(*layout, "iterations", 0, 100'000));
  TRY(const uint64_t early, Number(*layout, "early_iterations", 0, 100'000));
  layout_.perplexity = static_cast<double>(perplexity);
  layout_.iterations = static_cast<int>(iterations);
  layout_.early_iterations = static_cast<int>(early);
  TRY(const uint64_t most, Number(*layout, "most", 300, 1'000'000));
  most_laid_out_ = static_cast<uint32_t>(most);
  has_map_ = iterations > 0;
  return {};
}

Result<std::vector<uint8_t>> Maker::ReadSource(const LineSource& source, uint64_t folder_hash) {
  const fs::path scripts = options_.project / "data" / "sources";
  uint64_t key = KeyOf(kReadLinesVersion, {folder_hash});
  for (const fs::path& script :
       {options_.project / source.reader, scripts / "running_text.py", scripts / "r_strings.py"}) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(script));
    key = KeyOf(kReadLinesVersion, {key, Hash64(bytes)});
  }
  return cache_.Get("paragraphs", key, [&] {
    return RunReader({options_.python, options_.project / source.reader,
                      options_.cache / "sources" / source.folder,
                      options_.cache / "steps" / ("reading-" + HexOf(key) + ".jsonl")});
  });
}

Result<void> Maker::ReadSources() {
  std::vector<LineSource> here;
  for (LineSource& source : content_.sources) {
    const double share = static_cast<double>(&source - content_.sources.data()) /
                         static_cast<double>(content_.sources.size());
    if (!Tell("Reading the books", share)) return Fail(ErrorCode::kCancelled, "Stopped.");
    const auto hash = HashOfFolder(options_.cache / "sources" / source.folder);
    if (!hash && source.is_optional) {
      content_.missing.push_back(source.folder);
      continue;
    }
    if (!hash) return std::unexpected(hash.error());
    TRY(const std::vector<uint8_t> jsonl, ReadSource(source, *hash));
    TRY_VOID(FillWorks(AsText(jsonl), source));
    here.push_back(std::move(source));
  }
  content_.sources = std::move(here);
  TRY(content_.licence, ReadLicence(recipe_, options_.cache / "sources"));
  return {};
}

Result<void> Maker::Choose() {
  if (!Tell("Choosing the lines", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
  content_.encoder_id = kEncoderId;
  TRY(const OpenedModel model, OpenModel(options_.cache / "model"));
  for (int32_t id = 0; id < model.pieces.size(); ++id) {
    common_words_.emplace_back(model.pieces.Piece(id));
  }
  LineWords words;
  words.common.insert(common_words_.begin(), common_words_.end());
  if (!words_folder_.empty()) {
    const fs::path folder = options_.cache / "sources" / words_folder_;
    TRY(const std::string verbs, ReadTextFile(folder / "data.verb"));
    TRY(const std::string adjectives, ReadTextFile(folder / "data.adj"));
    TRY(words.forms, WordForms::Read(verbs, adjectives));
    TRY(const std::string dictionary, ReadTextFile(options_.cache / "sources" / phones_file_));
    words.spoken = WordsOfDictionary(dictionary);
  }
  content_.chosen = ChooseLines(content_.sources, bars_, words);
  ShelveLines(pairs_, content_);
  if (content_.lines.size() < kFewestLines) {
    return Fail(ErrorCode::kInvalidInput,
                "A pack of lines needs at least " + std::to_string(kFewestLines) +
                    " of them; these are " + std::to_string(content_.lines.size()) + ".");
  }
  return {};
}

size_t EndOfBatch(const LineTable& lines, size_t first) {
  const size_t most = std::min<size_t>(first + kMostInBatch, lines.size());
  for (size_t item = first; item < most; ++item) {
    const std::string_view line = lines.At(static_cast<uint32_t>(item));
    if (Hash64(AsBytes(line)) % kEndsBatch == 0) return item + 1;
  }
  return most;
}

// In batches, each kept as soon as it is done: a stopped run goes on where it was.
Result<void> Maker::Embed() {
  TRY(OpenedModel model, OpenModel(options_.cache / "model"));
  rows_key_ = model.hash;
  const size_t count = content_.lines.size();
  for (size_t first = 0, end = 0; first < count; first = end) {
    end = EndOfBatch(content_.lines, first);
    std::vector<std::vector<int32_t>> texts;
    uint64_t key = KeyOf(kEmbedVersion, {model.hash});
    for (size_t item = first; item < end; ++item) {
      const std::string_view line = content_.lines.At(static_cast<uint32_t>(item));
      texts.push_back(model.pieces.Tokenize(line).ids);
      key = KeyOf(kEmbedVersion, {key, Hash64(BytesOf(texts.back()))});
    }
    rows_key_ = KeyOf(kEmbedVersion, {rows_key_, key});
    TRY(const std::vector<uint8_t> bytes,
        cache_.Get("vectors", key, [&]() -> Result<std::vector<uint8_t>> {
          std::vector<float> rows(texts.size() * kWidth);
          const auto tell = [&](double share) {
            const double done =
                static_cast<double>(first) + share * static_cast<double>(texts.size());
            return Tell("Reading every line for its meaning", done / static_cast<double>(count));
          };
          TRY_VOID(EncodeMany(model.weights, texts, options_.threads, rows, tell));
          return BytesOf(rows);
        }));
    const std::vector<float> rows = ValuesOf<float>(bytes);
    rows_.insert(rows_.end(), rows.begin(), rows.end());
  }
  if (rows_.size() == count * kWidth) return {};
  return Fail(ErrorCode::kCorrupt,
              "The kept vectors do not fit the lines; remove the cache's steps folder.");
}

Result<void> Maker::MakeBook() {
  const uint64_t key = KeyOf(
      kCodeBookVersion, {rows_key_, book_options_.seed, book_options_.parts,
                         book_options_.training_rows, static_cast<uint64_t>(book_options_.rounds)});
  TRY(const std::vector<uint8_t> bytes,
      cache_.Get("code-book", key, [&]() -> Result<std::vector<uint8_t>> {
        TRY(const CodeBook book, TrainCodeBook(rows_, kWidth, book_options_, options_.threads,
                                               Teller("Writing meanings small")));
        return WriteCodeBook(book, kEncoderId);
      }));
  TRY(content_.book, ReadCodeBook(bytes, kEncoderId));
  TRY(content_.codes, cache_.Get("codes", KeyOf(kCodeBookVersion, {key, Hash64(bytes)}),
                                 [&]() -> Result<std::vector<uint8_t>> {
                                   return CodesOfRows(content_.book, rows_, options_.threads);
                                 }));
  if (!Tell("Measuring what the small form loses", 0)) {
    return Fail(ErrorCode::kCancelled, "Stopped.");
  }
  TRY(const std::vector<uint8_t> recall,
      cache_.Get(
          "code-recall", KeyOf(kCodeBookVersion, {key, Hash64(content_.codes), kRecallSample}),
          [&]() -> Result<std::vector<uint8_t>> {
            return BytesOf(std::vector<double>{CodeRecall(
                content_.book, rows_, content_.codes, kRecallOf, kRecallSample, options_.threads)});
          }));
  content_.code_recall = recall.empty() ? 0 : ValuesOf<double>(recall).at(0);
  return {};
}

Result<GramTable> Maker::TableOf(
    const char* step, const std::function<std::vector<GramCount>(std::string_view)>& grams) {
  std::vector<std::vector<GramCount>> lines;
  uint64_t key = KeyOf(kGramsVersion, {book_options_.seed});
  for (uint32_t item = 0; item < content_.lines.size(); ++item) {
    lines.push_back(grams(content_.lines.At(item)));
    key = KeyOf(kGramsVersion, {key, Hash64(BytesOf(lines.back()))});
  }
  TRY(const std::vector<uint8_t> bytes,
      cache_.Get(step, key, [&]() -> Result<std::vector<uint8_t>> {
        TRY(const GramTable table,
            TrainGramTable(lines, book_options_.seed, Teller("Learning letters and sounds")));
        return WriteGramTable(table);
      }));
  return ReadGramTable(bytes);
}

Result<void> Maker::MakeTables() {
  if (!Tell("Learning letters and sounds", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
  TRY(const std::string dictionary, ReadTextFile(options_.cache / "sources" / phones_file_));
  TRY(content_.phones, ChoosePhones(dictionary, content_.lines, common_words_));
  TRY(content_.spelling, TableOf("spelling-table", SpellingGrams));
  TRY(content_.sound, TableOf("sound-table", [&](std::string_view line) {
        return SoundGrams(Speak(content_.phones, line));
      }));
  return {};
}

Result<void> Maker::Place() {
  if (!has_map_) return {};
  if (!Tell("Laying out the map", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
  const uint64_t key =
      KeyOf(kLinesMapVersion, {rows_key_, layout_.seed, static_cast<uint64_t>(layout_.perplexity),
                               static_cast<uint64_t>(layout_.iterations),
                               static_cast<uint64_t>(layout_.early_iterations), most_laid_out_});
  TRY(const std::vector<uint8_t> bytes,
      cache_.Get("lines-map", key, [&]() -> Result<std::vector<uint8_t>> {
        TRY(const std::vector<Point2> places,
            PlaceLines(rows_, kWidth, most_laid_out_, layout_, options_.threads,
                       Teller("Laying out the map")));
        return BytesOf(places);
      }));
  content_.places = ValuesOf<Point2>(bytes);
  if (content_.places.size() == content_.lines.size()) return {};
  return Fail(ErrorCode::kCorrupt,
              "The kept places do not fit the lines; remove the cache's steps folder.");
}

}  // namespace

Result<void> MakeLines(const MakeOptions& options) {
  TRY(Json recipe, ReadLinesRecipe(options.project, options.recipe));
  return Maker(options, std::move(recipe)).Run();
}

}  // namespace meander
