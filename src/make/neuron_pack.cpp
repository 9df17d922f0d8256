// See neuron_pack.h.
#include "make/neuron_pack.h"

#include <cmath>

#include "base/files.h"
#include "base/json_reader.h"
#include "make/neuron_anchors.h"
#include "make/neuron_choose.h"
#include "make/neuron_ideas.h"
#include "make/neuron_survey.h"
#include "make/neuron_texts.h"
#include "make/open_model.h"
#include "make/pack_writer.h"
#include "make/recipe_file.h"
#include "make/step_bytes.h"
#include "make/step_cache.h"
#include "net/model_layout.h"
#include "pack/neuron_sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr size_t kBatch = 4096;       // texts read before the result is kept
constexpr size_t kMostFirings = 160;  // of a neuron, to choose its contexts from

Result<uint32_t> Number(const Json& object, const char* field, int64_t lowest, int64_t highest) {
  TRY(const int64_t value, JsonInteger(object, field));
  if (value >= lowest && value <= highest) return static_cast<uint32_t>(value);
  return Fail(ErrorCode::kInvalidInput, std::string("The recipe's \"") + field +
                                            "\" must be a number from " + std::to_string(lowest) +
                                            " to " + std::to_string(highest) + ".");
}
// The name of another pack: no way out of the folder of packs.
Result<std::string> PackName(const Json& recipe, const char* field) {
  TRY(const std::string name, JsonText(recipe, field));
  if (!name.empty() && name.find_first_of("/\\.") == std::string::npos) return name;
  return Fail(ErrorCode::kInvalidInput,
              std::string("The recipe's \"") + field + "\" must be a pack's name.");
}

class Maker {
 public:
  Maker(const MakeOptions& options, Json recipe)
      : options_(options), recipe_(std::move(recipe)), cache_(options.cache / "steps") {}

  Result<void> Run() {
    TRY_VOID(ReadRecipe());
    if (!Tell("Reading articles and lines", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
    TRY(known_, ReadKnownTexts(text_options_));
    TRY(const OpenedModel model, OpenModel(options_.cache / "model"));
    TRY_VOID(Look(model));
    TRY(chosen_, ChooseContexts(known_, fired_, model.pieces, most_windows_,
                                [&](double share) { return Tell("Choosing contexts", share); }));
    TRY_VOID(MakeAnchors(model));
    TRY(ideas_, CarryIdeas(text_options_.articles, chosen_.windows, model, options_.threads,
                           [&](double share) { return Tell("Carrying the map along", share); }));
    survey_.words = static_cast<uint32_t>(fired_.pieces);
    survey_.articles = known_.articles;
    survey_.lines = known_.lines;
    survey_.texts = static_cast<uint32_t>(known_.texts.size());
    if (!Tell("Writing the pack", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
    return ReplaceFolder(options_.target, [&](const fs::path& folder) { return Write(folder); });
  }

 private:
  bool Tell(const char* step, double share) const {
    return !options_.progress || options_.progress(step, share);
  }

  // Everything the recipe says, before minutes are spent on it.
  Result<void> ReadRecipe() {
    TRY_VOID(JsonText(recipe_, "name"));
    const fs::path packs = options_.target.parent_path();
    TRY(const std::string articles, PackName(recipe_, "articles"));
    TRY(const std::string lines, PackName(recipe_, "lines"));
    text_options_.articles = packs / articles;
    text_options_.lines = packs / lines;
    TRY(text_options_.sentences_an_article, Number(recipe_, "sentences_an_article", 1, 1000));
    TRY(text_options_.most_lines, Number(recipe_, "most_lines", 0, 10'000'000));
    TRY(most_windows_, Number(recipe_, "windows", 1, kNothing - 1));
    TRY(most_anchors_, Number(recipe_, "anchors", 16, 100'000));
    return {};
  }

  // In batches, each kept as soon as it is done: a stopped run goes on where it was.
  Result<void> Look(const OpenedModel& model) {
    const size_t count = known_.texts.size();
    for (size_t first = 0; first < count; first += kBatch) {
      std::vector<std::vector<int32_t>> texts;
      uint64_t key = KeyOf(kNeuronsVersion, {model.hash, first});
      for (size_t i = first; i < std::min(first + kBatch, count); ++i) {
        texts.push_back(model.pieces.Tokenize(known_.texts[i].text).ids);
        key = KeyOf(kNeuronsVersion, {key, Hash64(BytesOf(texts.back()))});
      }
      TRY(const std::vector<uint8_t> bytes,
          cache_.Get("firings", key, [&]() -> Result<std::vector<uint8_t>> {
            const auto tell = [&](double share) {
              const double done =
                  static_cast<double>(first) + share * static_cast<double>(texts.size());
              return Tell("Seeing what fires each neuron", done / static_cast<double>(count));
            };
            TRY(const Survey survey, SurveyTexts(model.weights, texts, static_cast<uint32_t>(first),
                                                 options_.threads, tell));
            return WriteSurveyStep(survey);
          }));
      TRY(Survey survey, ReadSurveyStep(bytes));
      if (first == 0) {
        fired_ = std::move(survey);
      } else {
        Merge(std::move(survey), kMostFirings, fired_);
      }
    }
    return {};
  }

  Result<void> MakeAnchors(const OpenedModel& model) {
    const auto tell = [&](double share) { return Tell("Coding known words", share); };
    const std::vector<AnchorWord> words =
        ChooseAnchors(known_, chosen_.windows, model.pieces, most_anchors_);
    TRY(const std::vector<float> states,
        AnchorStates(words, chosen_.windows, model.pieces, model.weights,
                     [&](double share) { return tell(share / 2); }));
    TRY(coded_, CodeAnchors(words, states, options_.threads,
                            [&](double share) { return tell(.5 + share / 2); }));
    return {};
  }

  Result<void> Write(const fs::path& folder) {
    PackHead head;
    TRY(head.name, JsonText(recipe_, "name"));
    head.encoder_id = kEncoderId;
    head.item_count = kLayerCount * kInnerWidth;
    PackWriter writer(folder, head);
    TRY_VOID(writer.PutStream(kSurveySection, true, WriteSurvey(survey_)));
    TRY_VOID(writer.PutStream(kWindowsSection, false, WriteWindows(chosen_.windows)));
    TRY_VOID(writer.PutColumn(kNeuronsSection, false, WriteNeurons(chosen_.records), kNeuronBytes));
    TRY_VOID(writer.PutStream(kAnchorsSection, false, WriteAnchors(coded_.anchors, kEncoderId)));
    if (ideas_) {
      TRY_VOID(writer.PutStream(kIdeaMapSection, false, WriteIdeaPlaces(ideas_->places)));
      TRY_VOID(
          writer.PutStream(kIdeaCodesSection, false, WriteIdeaCodes(ideas_->codes, kEncoderId)));
    }
    TRY(head.manifest_json, Manifest(head));
    return writer.PutHead();
  }

  // With the sources of the packs whose texts are quoted.
  Result<std::string> Manifest(const PackHead& head) const {
    Json manifest = ManifestHead(head);
    const auto thousandth = [](double value) { return std::round(value * 1000) / 1000; };
    manifest["strength_kept"] = thousandth(chosen_.strength_kept);
    manifest["with_three_contexts"] = chosen_.with_three;
    manifest["anchor_recall"] = Json::array();
    for (const double recall : coded_.recall)
      manifest["anchor_recall"].push_back(thousandth(recall));
    if (ideas_) {
      manifest["same_place"] = {thousandth(ideas_->same_place_articles),
                                thousandth(ideas_->same_place_lines)};
    }
    manifest["sources"] = Json::array();
    for (const std::string& theirs : known_.manifests) {
      TRY(const Json read, ParseJson(theirs, "The manifest of a pack"));
      TRY(const Json* sources, JsonArray(read, "sources"));
      for (const Json& source : *sources) manifest["sources"].push_back(source);
    }
    manifest["recipe"] = recipe_;
    return WriteJson(manifest);
  }

  const MakeOptions& options_;
  const Json recipe_;
  const StepCache cache_;
  KnownTextOptions text_options_;
  KnownTexts known_;
  Survey fired_;
  ChosenContexts chosen_;
  uint32_t most_windows_ = 0, most_anchors_ = 0;
  CodedAnchors coded_;
  std::optional<CarriedIdeas> ideas_;
  NeuronSurvey survey_;
};

}  // namespace

Result<void> MakeNeurons(const MakeOptions& options) {
  TRY(Json recipe, ReadRecipe(options.recipe));
  return Maker(options, std::move(recipe)).Run();
}

}  // namespace meander
