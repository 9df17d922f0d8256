// ./meander explain "A" "B": which words make two sentences similar.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/inside_options.h"
#include "net/attribution/pair_matrix.h"

namespace meander {
namespace {

constexpr int kMostSteps = 256, kMostOrders = 1000, kMostSeed = 1000000000;
constexpr size_t kPairsShown = 8;

Result<VectorOptions> OptionsOf(const GivenOptions& given) {
  VectorOptions options;
  const std::string method = given.Text("--method", "exact");
  if (method == "exact") {
    options.method = PairMethod::kExact;
  } else if (method == "occlusion") {
    options.method = PairMethod::kOcclusion;
    options.depth = VectorOptions::kFromText;
  } else if (method == "shapley") {
    options.method = PairMethod::kShapley;
  } else if (method == "jvp") {
    options.method = PairMethod::kIntegrated;
    options.depth = 0;
  } else {
    return Fail(ErrorCode::kInvalidInput,
                "--method is one of exact, occlusion, shapley and jvp, not \"" + method + "\".");
  }
  if (given.Has("--layer") && options.method == PairMethod::kShapley) {
    return Fail(ErrorCode::kInvalidInput, "Shapley leaves words out of the text: it has no layer.");
  }
  if (given.Has("--mask") &&
      (given.Has("--layer") || (method != "occlusion" && method != "shapley"))) {
    return Fail(ErrorCode::kInvalidInput,
                "--mask goes with the text of occlusion and shapley, not with a layer.");
  }
  TRY(options.depth, given.Number("--layer", 0, kLayerCount, options.depth));
  TRY(options.steps, given.Number("--steps", 1, kMostSteps, 16));
  TRY(options.orders, given.Number("--orders", 1, kMostOrders, 20));
  TRY(const int seed, given.Number("--seed", 0, kMostSeed, 1));
  options.seed = static_cast<uint64_t>(seed);
  options.refine = false;
  if (given.Has("--mask")) options.hide = Hide::kMask;
  return options;
}

Json AnswerOf(const PairJob& job, const PairMatrix& found, const GivenOptions& given,
              const VectorOptions& options) {
  Json matrix = Json::array();
  for (size_t i = 0; i < found.rows; ++i) {
    Json row = Json::array();
    for (size_t j = 0; j < found.columns; ++j) {
      row.push_back(Short(found.values[i * found.columns + j]));
    }
    matrix.push_back(row);
  }
  Json answer = {{"tokens_a", UnitTexts(job.text(0))},
                 {"tokens_b", UnitTexts(job.text(1))},
                 {"matrix", matrix},
                 {"cosine", Short(found.cosine)},
                 {"gap", Short(found.gap)},
                 {"sum", Short(found.sum)},
                 {"method", given.Text("--method", "exact")},
                 {"ids_a", PieceIds(job.text(0))},
                 {"ids_b", PieceIds(job.text(1))}};
  if (options.method != PairMethod::kShapley && options.depth >= 0) answer["layer"] = options.depth;
  if (options.method == PairMethod::kIntegrated) answer["steps"] = found.steps_a;
  if (options.method == PairMethod::kShapley) {
    // 0: every order; otherwise so many of them, drawn by the seed.
    answer["orders_a"] = found.steps_a;
    answer["orders_b"] = found.steps_b;
    answer["seed"] = options.seed;
  }
  if (options.method == PairMethod::kShapley || options.depth < 0) {
    answer["hidden_by"] = options.hide == Hide::kMask ? "[MASK]" : "leaving out";
  }
  answer["ghost"] = given.Has("--ghost");
  return answer;
}

void Print(const PairJob& job, const PairMatrix& found) {
  std::printf("Cosine %.6f; the pairs of words add up to %.6f, %.6f is left unexplained.\n",
              found.cosine, found.sum, found.gap);
  std::vector<size_t> order(found.values.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](size_t i) { return std::fabs(found.values[i]); });
  for (size_t i = 0; i < std::min(order.size(), kPairsShown); ++i) {
    std::printf("%+.4f  %s with %s\n", found.values[order[i]],
                job.text(0).units[order[i] / found.columns].text.c_str(),
                job.text(1).units[order[i] % found.columns].text.c_str());
  }
}

Result<void> RunExplain(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"--method", "--layer", "--steps", "--orders", "--seed"};
  static constexpr const char* kFlags[] = {"--ghost", "--json", "--pieces", "--mask"};
  TRY(const GivenOptions given, ReadOptions(arguments, "explain", kValues, kFlags));
  if (given.words.size() != 2) {
    return Fail(ErrorCode::kInvalidInput, "Give two texts: explain \"A\" \"B\".");
  }
  TRY(const VectorOptions options, OptionsOf(given));
  TRY(const auto opened, OpenedInsight::Open(given.Has("--ghost"), options.seed));
  const bool by_piece = given.Has("--pieces");
  TRY(UnitText a, UnitsOf(opened->pieces(), given.words[0], by_piece, "The first text"));
  TRY(UnitText b, UnitsOf(opened->pieces(), given.words[1], by_piece, "The second text"));
  TRY(PairJob job, PairJob::Make(opened->insight(), std::move(a), std::move(b), options));
  ProgressLine line("Looking for the words that did it");
  for (bool more = true; more;) {
    TRY(more, job.Step());
    line.Show(static_cast<double>(job.pieces_done()) / static_cast<double>(job.pieces_in_all()));
  }
  const PairMatrix found = job.matrix();
  if (given.Has("--json")) {
    std::printf("%s\n", WriteJson(AnswerOf(job, found, given, options)).c_str());
  } else {
    Print(job, found);
  }
  return {};
}

}  // namespace

const Verb kExplainVerb{
    "explain",
    "explain \"A\" \"B\" [--method exact|occlusion|shapley|jvp] [--layer L] [--steps N] [--orders "
    "N] "
    "[--seed N] [--mask] [--pieces] [--ghost] [--json]",
    "which words make two sentences similar",
    "Shares the cosine of two texts out among pairs of their words; the two marks [CLS] and [SEP]\n"
    "are rows and columns of their own.\n"
    "  exact      at the last layer, or the cosine of any layer (--layer 0 to 6); adds up exactly\n"
    "  occlusion  leaves a word of each out, of the text or of a --layer's state; need not add up\n"
    "  shapley    a word's worth over all orders (over 10 words: --orders drawn by --seed); adds "
    "up\n"
    "  jvp        integrated forward mode from a --layer, in --steps; the gap shrinks with them\n"
    "--mask puts [MASK] in a word's place instead of leaving it out; --pieces takes word pieces "
    "apart;\n"
    "--ghost asks the same encoder with its weights shuffled by --seed.\n",
    RunExplain};

}  // namespace meander
