// ./meander tap "text": the encoder's inner states as an npy file.
#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "base/npy.h"
#include "cli/inside_options.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

// What the tap gives, and its shape.
Result<FloatArray> Tapped(const Recording& recording, const std::string& kind, int layer,
                          bool before_gelu) {
  const auto tokens = static_cast<size_t>(recording.tokens());
  const auto copy = [](std::span<const float> values) {
    return std::vector<float>(values.begin(), values.end());
  };
  if (kind == "hidden") return FloatArray{{tokens, kWidth}, copy(recording.hidden(layer))};
  if (layer == kLayerCount) {
    return Fail(ErrorCode::kInvalidInput, "--layer takes a number from 0 to 5 for this kind.");
  }
  const LayerRecord& record = recording.layer(layer);
  if (kind == "attention") return FloatArray{{kHeadCount, tokens, tokens}, copy(record.shares)};
  return FloatArray{{tokens, kInnerWidth}, copy(before_gelu ? record.up : record.inner)};
}

Result<void> RunTap(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"--layer", "--kind", "--out", "--seed"};
  static constexpr const char* kFlags[] = {"--before", "--ghost"};
  TRY(const GivenOptions given, ReadOptions(arguments, "tap", kValues, kFlags));
  if (given.words.size() != 1 || !given.Has("--out") || !given.Has("--layer")) {
    return Fail(ErrorCode::kInvalidInput,
                "Give a text, a layer and where to write: tap \"text\" --layer N --out F.npy.");
  }
  const std::string kind = given.Text("--kind", "hidden");
  if (kind != "hidden" && kind != "attention" && kind != "ffn") {
    return Fail(ErrorCode::kInvalidInput,
                "--kind is one of hidden, attention and ffn, not \"" + kind + "\".");
  }
  if (given.Has("--before") && kind != "ffn") {
    return Fail(ErrorCode::kInvalidInput, "--before is for ffn alone: before GELU.");
  }
  TRY(const int layer, given.Number("--layer", 0, kLayerCount, 0));
  TRY(const int seed, given.Number("--seed", 0, 1000000000, 1));
  const std::string out = given.Text("--out", "");
  TRY_VOID(CheckWritable(out));
  TRY(const auto opened, OpenedInsight::Open(given.Has("--ghost"), static_cast<uint64_t>(seed)));
  const TokenizedText tokens = opened->pieces().Tokenize(given.words[0]);
  if (tokens.truncated) {
    return Fail(ErrorCode::kInvalidInput,
                "The text is longer than the 128 pieces that can be read at once.");
  }
  Recording recording(opened->weights());
  TRY_VOID(recording.Read(tokens.ids));
  TRY(const FloatArray values, Tapped(recording, kind, layer, given.Has("--before")));
  return WriteFile(out, WriteNpy(values));
}

}  // namespace

const Verb kTapVerb{"tap",
                    "tap \"text\" --layer N --out F.npy [--kind hidden|attention|ffn] [--before] "
                    "[--ghost] [--seed N]",
                    "the encoder's inner states while it reads",
                    "Writes float32: hidden [pieces, 384] before layer N (0: the embeddings, 6: "
                    "the last), attention\n"
                    "[12, pieces, pieces] and ffn [pieces, 1536] of layer N (0 to 5), ffn after "
                    "GELU, with --before\n"
                    "before it. Activations are floats all the way. --ghost: with the weights "
                    "shuffled by --seed.\n",
                    RunTap};

}  // namespace meander
