// See neuron_pack.h.
#include "make/neuron_pack.h"

#include "base/files.h"
#include "base/json_reader.h"
#include "make/neuron_texts.h"
#include "make/open_model.h"
#include "make/pack_writer.h"
#include "net/model_layout.h"
#include "pack/neuron_sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

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
  Maker(const MakeOptions& options, Json recipe) : options_(options), recipe_(std::move(recipe)) {}

  Result<void> Run() {
    TRY_VOID(ReadRecipe());
    if (!Tell("Reading articles and lines", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
    TRY(known_, ReadKnownTexts(text_options_));
    TRY(const OpenedModel model, OpenModel(options_.cache / "model"));
    for (const KnownText& known : known_.texts) {
      survey_.words += static_cast<uint32_t>(model.pieces.Tokenize(known.text).ids.size() - 2);
    }
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
    return {};
  }

  Result<void> Write(const fs::path& folder) {
    PackHead head;
    TRY(head.name, JsonText(recipe_, "name"));
    head.encoder_id = kEncoderId;
    head.item_count = kLayerCount * kInnerWidth;
    PackWriter writer(folder, head);
    TRY_VOID(writer.PutStream(kSurveySection, true, WriteSurvey(survey_)));
    TRY(head.manifest_json, Manifest(head));
    return writer.PutHead();
  }

  // With the sources of the packs whose texts are quoted.
  Result<std::string> Manifest(const PackHead& head) const {
    Json manifest;
    manifest["name"] = head.name;
    manifest["format"] = head.version;
    manifest["tool"] = kToolVersion;
    manifest["encoder"] = head.encoder_id;
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
  KnownTextOptions text_options_;
  KnownTexts known_;
  NeuronSurvey survey_;
};

}  // namespace

Result<void> MakeNeurons(const MakeOptions& options) {
  TRY(const std::string text, ReadTextFile(options.recipe));
  TRY(Json recipe, ParseJson(text, "The recipe"));
  return Maker(options, std::move(recipe)).Run();
}

}  // namespace meander
