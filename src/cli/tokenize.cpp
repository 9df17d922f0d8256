// ./meander tokenize FILE.jsonl: the word pieces of each line's text.
#include <cstdio>

#include "base/files.h"
#include "base/json_reader.h"
#include "cli/cli.h"
#include "make/open_model.h"

namespace meander {
namespace {

Result<void> RunTokenize(std::span<const std::string> arguments) {
  if (arguments.size() != 1)
    return Fail(ErrorCode::kInvalidInput, "Name one file: tokenize FILE.jsonl.");
  TRY(const std::string file, ReadTextFile(arguments[0]));
  TRY(const OpenedModel model, OpenModel(DefaultModelFolder()));
  size_t number = 0;
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find('\n', at), file.size());
    const std::string where = "Line " + std::to_string(++number);
    std::string_view line = std::string_view(file).substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    TRY(const Json object, ParseJson(line, where));
    Result<std::string> text = JsonText(object, "text");
    if (!text) return Fail(ErrorCode::kInvalidInput, where + ": " + text.error().message);
    const TokenizedText tokens = model.pieces.Tokenize(*text);
    Json out;
    out["ids"] = tokens.ids;
    out["pieces"] = Json::array();
    out["ranges"] = Json::array();
    for (size_t i = 0; i < tokens.ids.size(); ++i) {
      out["pieces"].push_back(std::string(model.pieces.Piece(tokens.ids[i])));
      out["ranges"].push_back({tokens.ranges[i].begin, tokens.ranges[i].end});
    }
    std::printf("%s\n", WriteJson(out).c_str());
  }
  return {};
}

}  // namespace

const Verb kTokenizeVerb{"tokenize", "tokenize FILE.jsonl", "the word pieces of each text",
                         "FILE has one JSON object a line with a \"text\". A line each: {\"ids\", "
                         "\"pieces\", \"ranges\"},\n"
                         "ranges in bytes of the text.\n",
                         RunTokenize};

}  // namespace meander
