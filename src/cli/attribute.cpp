// ./meander attribute "Q" --target "A": what each word does for a closeness.
#include <cstdio>

#include "cli/inside_options.h"
#include "net/attribution/deletion.h"
#include "net/attribution/word_weights.h"
#include "net/derivative/pooling.h"

namespace meander {
namespace {

constexpr int kMostSeed = 1000000000;

struct MethodName {
  const char* name;
  WordMethod method;
};
constexpr MethodName kMethods[] = {
    {"occlusion", WordMethod::kOcclusion}, {"lime", WordMethod::kLime},
    {"shapley", WordMethod::kShapley},     {"gradient", WordMethod::kGradient},
    {"ig", WordMethod::kIntegrated},       {"rollout", WordMethod::kRollout}};

Result<WeightOptions> OptionsOf(const GivenOptions& given) {
  WeightOptions options;
  const std::string name = given.Text("--method", "occlusion");
  bool is_known = false;
  for (const MethodName& method : kMethods) {
    if (name == method.name) {
      options.method = method.method;
      is_known = true;
    }
  }
  if (!is_known) {
    return Fail(ErrorCode::kInvalidInput,
                "--method is one of occlusion, lime, shapley, gradient, ig and rollout, not \"" +
                    name + "\".");
  }
  const bool hides = options.method == WordMethod::kOcclusion ||
                     options.method == WordMethod::kShapley || options.method == WordMethod::kLime;
  if (given.Has("--mask") && !hides) {
    return Fail(ErrorCode::kInvalidInput, "--mask is for occlusion, lime and shapley.");
  }
  if (given.Has("--mask")) options.hide = Hide::kMask;
  TRY(options.samples, given.Number("--samples", 2, 100000, options.samples));
  TRY(options.steps, given.Number("--steps", 1, 256, options.steps));
  TRY(options.orders, given.Number("--orders", 1, 1000, options.orders));
  TRY(const int seed, given.Number("--seed", 0, kMostSeed, 1));
  options.seed = static_cast<uint64_t>(seed);
  return options;
}

// The unit vector a text is compared by: of the same arithmetic as the method's own readings.
Result<std::vector<double>> TargetOf(const Insight& insight, const UnitText& text,
                                     WordMethod method) {
  if (method == WordMethod::kOcclusion || method == WordMethod::kLime ||
      method == WordMethod::kShapley) {
    return ReadUnit(insight.encoder, text.ids);
  }
  Encoder exact(insight.weights, Arithmetic::kFloat);
  return ReadUnit(exact, text.ids);
}

Json Numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(Short(value));
  return list;
}

Json AnswerOf(const UnitText& text, const WordWeights& found, const WeightOptions& options,
              const GivenOptions& given) {
  const std::string method = given.Text("--method", "occlusion");
  Json answer = {{"tokens", UnitTexts(text)},
                 {"weights", Numbers(found.weights)},
                 {"value", Short(found.value)},
                 {"sum", Short(found.sum)},
                 {"base", Short(found.base)},
                 {"gap", Short(found.gap)},
                 {"method", method},
                 {"ids", PieceIds(text)},
                 {"ghost", given.Has("--ghost")}};
  if (options.method == WordMethod::kIntegrated) answer["steps"] = options.steps;
  if (options.method == WordMethod::kShapley || options.method == WordMethod::kLime) {
    answer["seed"] = options.seed;
  }
  if (options.method == WordMethod::kRollout) {
    answer.erase("gap");  // it is no share of the value
    answer["note"] = "routing, not reason";
  }
  if (options.method == WordMethod::kLime) {
    answer["r2"] = Short(found.r2);
    answer["intercept"] = found.base;
    answer["alpha"] = found.alpha;
    Json masks = Json::array();
    const size_t words = text.word_count();
    for (size_t sample = 0; sample < found.values.size(); ++sample) {
      std::string mask;
      for (size_t word = 0; word < words; ++word) {
        mask += found.masks[sample * words + word] ? '1' : '0';
      }
      masks.push_back(mask);
    }
    answer["masks"] = masks;
    answer["values"] = found.values;
    answer["kernel"] = found.kernel;
  }
  return answer;
}

Result<void> RunAttribute(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"--target",  "--versus", "--method", "--seed",
                                            "--samples", "--steps",  "--orders"};
  static constexpr const char* kFlags[] = {"--json", "--ghost", "--mask", "--pieces", "--curve"};
  TRY(const GivenOptions given, ReadOptions(arguments, "attribute", kValues, kFlags));
  if (given.words.size() != 1 || !given.Has("--target")) {
    return Fail(ErrorCode::kInvalidInput,
                "Give a text and what it is compared with: attribute \"Q\" --target \"A\".");
  }
  TRY(const WeightOptions options, OptionsOf(given));
  TRY(const auto opened, OpenedInsight::Open(given.Has("--ghost"), options.seed));
  const bool by_piece = given.Has("--pieces");
  TRY(const UnitText text, UnitsOf(opened->pieces(), given.words[0], by_piece, "The text"));
  TRY(const UnitText a, UnitsOf(opened->pieces(), given.Text("--target", ""), false, "The target"));
  TRY(std::vector<double> target, TargetOf(opened->insight(), a, options.method));
  if (given.Has("--versus")) {
    TRY(const UnitText b,
        UnitsOf(opened->pieces(), given.Text("--versus", ""), false, "The other target"));
    TRY(const std::vector<double> other, TargetOf(opened->insight(), b, options.method));
    for (size_t i = 0; i < target.size(); ++i) target[i] -= other[i];
  }
  const auto job = MakeWeightJob(opened->insight(), text, target, options);
  ProgressLine line("Looking for the words that did it");
  for (bool more = true; more;) {
    TRY(more, job->Step());
    line.Show(static_cast<double>(job->pieces_done()) / static_cast<double>(job->pieces_in_all()));
  }
  const WordWeights& found = job->result();
  std::vector<double> curve;
  double area = 0;
  if (given.Has("--curve")) {
    DeletionCurve deletion(opened->insight(), text, WordsByWeight(text, found.weights), target);
    for (bool more = true; more;) {
      TRY(more, deletion.Step());
    }
    curve = deletion.values();
    area = deletion.area();
  }
  if (given.Has("--json")) {
    Json answer = AnswerOf(text, found, options, given);
    if (given.Has("--curve")) {
      answer["curve"] = Numbers(curve);
      answer["area"] = Short(area);
    }
    std::printf("%s\n", WriteJson(answer).c_str());
    return {};
  }
  std::printf("Closeness %.6f; the words add up to %.6f.\n", found.value, found.sum);
  if (options.method == WordMethod::kRollout) std::printf("Routing, not reason.\n");
  if (options.method == WordMethod::kLime) {
    std::printf("R² %.4f, seed %llu\n", found.r2, static_cast<unsigned long long>(options.seed));
  }
  for (size_t unit = 0; unit < text.units.size(); ++unit) {
    std::printf("%+.4f  %s\n", found.weights[unit], text.units[unit].text.c_str());
  }
  if (given.Has("--curve")) std::printf("Area under the deletion curve: %.4f\n", area);
  return {};
}

}  // namespace

const Verb kAttributeVerb{
    "attribute",
    "attribute \"Q\" --target \"A\" [--versus \"B\"] [--method "
    "occlusion|lime|shapley|gradient|ig|rollout] [--samples N] [--steps N] [--orders N] [--seed N] "
    "[--mask] [--pieces] [--curve] [--ghost] [--json]",
    "what each word of a text does for its closeness to another",
    "Shares the closeness of Q to A, or what of it is more than to B, out among Q's words.\n"
    "  occlusion  leaves one out        lime  a ridge fit over --samples texts drawn by --seed\n"
    "  shapley    a word's worth over all orders (over 10 words: --orders drawn by --seed)\n"
    "  gradient   gradient times input  ig    integrated from a text of [MASK]s, in --steps\n"
    "  rollout    attention rolled out through the layers: routing, not reason; knows no target\n"
    "--curve leaves the words out one by one, heaviest first; --mask puts [MASK] in a word's "
    "place;\n"
    "--pieces takes word pieces apart; --ghost asks the encoder with its weights shuffled.\n",
    RunAttribute};

}  // namespace meander
