// ./meander neighbors PACK "TITLE" | --text "…": what is nearest in meaning.
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "base/json_reader.h"
#include "cli/cli.h"
#include "cli/opened_pack.h"
#include "make/open_model.h"
#include "net/encoder.h"

namespace meander {
namespace {

struct NeighborArguments {
  std::string pack, title, text;
  uint32_t count = 10;
  bool json = false;
};

Result<NeighborArguments> Parse(std::span<const std::string> arguments) {
  NeighborArguments parsed;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const bool takes_value = arguments[i] == "--text" || arguments[i] == "-k";
    if (takes_value && i + 1 == arguments.size()) {
      return Fail(ErrorCode::kInvalidInput, arguments[i] + " needs a value; see neighbors --help.");
    }
    if (arguments[i] == "--json") {
      parsed.json = true;
    } else if (arguments[i] == "--text") {
      parsed.text = arguments[++i];
    } else if (arguments[i] == "-k") {
      TRY(const int count, WholeNumber("-k", arguments[++i], 1, 1000));
      parsed.count = static_cast<uint32_t>(count);
    } else if (arguments[i].starts_with("--")) {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + arguments[i] + "\" is not understood; see neighbors --help.");
    } else if (parsed.pack.empty()) {
      parsed.pack = arguments[i];
    } else if (parsed.title.empty()) {
      parsed.title = arguments[i];
    } else {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + arguments[i] + "\" is not understood; see neighbors --help.");
    }
  }
  if (parsed.pack.empty() || parsed.title.empty() == parsed.text.empty()) {
    return Fail(ErrorCode::kInvalidInput, "Name a pack and either a title or --text \"…\".");
  }
  return parsed;
}

Result<std::vector<Neighbor>> NearestToText(const OpenedPack& pack, const std::string& text,
                                            uint32_t count) {
  TRY(const OpenedModel model, OpenModel(DefaultModelFolder()));
  if (pack.vectors.encoder_id != kEncoderId) {
    return Fail(ErrorCode::kMismatch, "This pack was read by another encoder than the one here.");
  }
  std::vector<float> vector(kWidth);
  TRY_VOID(Encoder(model.weights).Encode(model.pieces.Tokenize(text).ids, vector));
  return Nearest(pack.vectors, vector, count);
}

Result<void> RunNeighbors(std::span<const std::string> arguments) {
  TRY(const NeighborArguments parsed, Parse(arguments));
  TRY(const std::filesystem::path folder, FindPack(parsed.pack));
  TRY(const OpenedPack pack, OpenPack(folder));
  std::vector<Neighbor> nearest;
  std::optional<uint32_t> of_item;
  if (!parsed.text.empty()) {
    TRY(nearest, NearestToText(pack, parsed.text, parsed.count));
  } else {
    TRY(const uint32_t item, ItemOfTitle(pack, parsed.title));
    of_item = item;
    nearest = NearestToRow(pack.vectors, item, parsed.count);
  }
  Json list = Json::array();
  for (const Neighbor& neighbor : nearest) {
    char cosine[16];
    std::snprintf(cosine, sizeof(cosine), "%.4f", static_cast<double>(neighbor.cosine));
    Json one{{"title", pack.titles[neighbor.item]}, {"cosine", std::atof(cosine)}};
    std::string note;
    if (of_item) {
      if (const auto left = SpellingLeft(pack.spelling, *of_item, neighbor.item)) {
        char text[64];
        std::snprintf(text, sizeof(text), "%.2f", static_cast<double>(*left));
        one["by_spelling"] = std::atof(text);
        note = std::string("  (by spelling; ") + text + " without the words that begin alike)";
      }
    }
    if (!parsed.json) {
      std::printf("%s  %s%s\n", cosine, pack.titles[neighbor.item].c_str(), note.c_str());
    }
    list.push_back(std::move(one));
  }
  if (parsed.json) std::printf("%s\n", WriteJson(list).c_str());
  return {};
}

}  // namespace

const Verb kNeighborsVerb{
    "neighbors", "neighbors PACK \"TITLE\" | --text \"…\" [-k N] [--json]",
    "what is nearest in meaning",
    "A line each: cosine, title; said where closeness comes from spelling rather than from\n"
    "meaning. --json: [{\"title\", \"cosine\", \"by_spelling\"?}…].\n",
    RunNeighbors};

}  // namespace meander
