// ./meander embed FILE.txt --out FILE.npy: a unit vector for each line.
#include <algorithm>
#include <thread>

#include "base/files.h"
#include "base/npy.h"
#include "cli/cli.h"
#include "make/open_model.h"
#include "net/encode_many.h"

namespace meander {
namespace {

Result<void> RunEmbed(std::span<const std::string> arguments) {
  const bool is_right =
      arguments.size() == 3 && (arguments[1] == "--out" || arguments[0] == "--out");
  if (!is_right)
    return Fail(ErrorCode::kInvalidInput,
                "Name a file and where to write: embed FILE.txt --out FILE.npy.");
  const std::string& in = arguments[arguments[0] == "--out" ? 2 : 0];
  const std::string& out = arguments[arguments[0] == "--out" ? 1 : 2];
  TRY(const std::string file, ReadTextFile(in));
  TRY_VOID(CheckWritable(out));
  TRY(const OpenedModel model, OpenModel(DefaultModelFolder()));
  std::vector<std::vector<int32_t>> texts;
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find('\n', at), file.size());
    texts.push_back(model.pieces.Tokenize(std::string_view(file).substr(at, end - at)).ids);
    at = end + 1;
  }
  FloatMatrix matrix{static_cast<uint32_t>(texts.size()), kWidth,
                     std::vector<float>(texts.size() * kWidth)};
  ProgressLine line("Reading " + std::to_string(texts.size()) + " texts");
  const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  TRY_VOID(EncodeMany(model.weights, texts, threads, matrix.values, [&](double share) {
    line.Show(share);
    return true;
  }));
  return WriteFile(out, WriteNpy(matrix));
}

}  // namespace

const Verb kEmbedVerb{"embed", "embed FILE.txt --out FILE.npy",
                      "a unit vector for each line of text",
                      "Writes one row of 384 float32 a line.\n", RunEmbed};

}  // namespace meander
