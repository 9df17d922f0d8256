// See see_asked.h.
#include "cli/see_asked.h"

#include <string_view>

namespace meander {
namespace {

constexpr int kMostGroups = 20, kMostSteps = 256, kMostSamples = 5000, kMostSeed = 1000000000;
constexpr int kMostStarts = 100;

std::unexpected<Error> Refuse(const std::string& sentence) {
  return Fail(ErrorCode::kInvalidInput, sentence);
}

// Whose options make no sense without another.
Result<void> CheckPartners(const GivenOptions& given) {
  for (const char* name : {"--method", "--steps", "--samples", "--race", "--cover"}) {
    if (!given.Has(name) || given.Has("--attribute")) continue;
    const bool is_many = std::string_view(name).ends_with('s');
    return Refuse(name +
                  std::string(is_many ? " go with --attribute." : " goes with --attribute."));
  }
  if (given.Has("--stability") && !given.Has("--nmf"))
    return Refuse("--stability goes with --nmf.");
  if (given.Has("--flow") && (!given.Has("--nmf") || !given.Has("--attribute"))) {
    return Refuse("--flow goes with --nmf and --attribute.");
  }
  if (given.Has("--flow-groups") && !given.Has("--flow")) {
    return Refuse("--flow-groups go with --flow.");
  }
  return {};
}

Result<SeeMethod> MethodNamed(const std::string& name) {
  for (const SeeMethod method : {SeeMethod::kExact, SeeMethod::kIntegrated, SeeMethod::kGradient,
                                 SeeMethod::kOcclusion, SeeMethod::kLime}) {
    if (name == NameOfMethod(method)) return method;
  }
  return Refuse("--method is one of exact, integrated, gradient, occlusion and lime, not \"" +
                name + "\".");
}

// What goes with the method, and where it may be asked.
Result<void> CheckMethod(const GivenOptions& given, const SeeAsked& asked) {
  const SeeMethod method = asked.method;
  if (given.Has("--steps") && method != SeeMethod::kIntegrated) {
    return Refuse("--steps go with --method integrated.");
  }
  if (given.Has("--samples") && method != SeeMethod::kLime) {
    return Refuse("--samples go with --method lime.");
  }
  if (given.Has("--cover") && !asked.race && !IsAtPicture(method)) {
    return Refuse("--cover goes with --method occlusion or lime, or with --race.");
  }
  if (IsAtPicture(method)) {
    if (!asked.has_layer || asked.groups > 0 || asked.tensor == 0) return {};
    return Refuse(
        "--method occlusion and lime cover parts of the picture: --layer is image there.");
  }
  if (asked.tensor == 0) {
    return Refuse(
        "The layer image is the picture itself; --method occlusion and lime ask about it.");
  }
  if (method == SeeMethod::kExact && asked.tensor != TensorNamed("head")) {
    return Refuse("--method exact is for the head, where it holds.");
  }
  if (!IsTrueCut(asked.tensor)) {
    return Refuse(
        "Past that layer leads another way, so shares there would leave a part out; "
        "b1, b3, b5, b8, b11, b15, each with .exp or .dw, and head have no way past them.");
  }
  return {};
}

// Whose groups flow through the later ones: everything has to pass both layers.
Result<void> ReadFlow(const GivenOptions& given, SeeAsked& asked) {
  if (!given.Has("--flow")) return {};
  const std::string name = given.Text("--flow", "");
  asked.flow_from = TensorNamed(name);
  TRY(asked.flow_groups, given.Number("--flow-groups", 1, kMostGroups, asked.flow_groups));
  if (asked.flow_from <= 0 || asked.flow_from == kLogits || !LayerOf(asked.flow_from - 1).clips ||
      !IsTrueCut(asked.flow_from) || !IsTrueCut(asked.tensor)) {
    return Refuse(
        "--flow leads from one of b1, b3, b5, b8, b11, b15, each with .exp or .dw, to a "
        "later one of them or head.");
  }
  if (asked.flow_from >= asked.tensor) {
    return Refuse("--flow names a layer before that of --layer.");
  }
  if (asked.flow_groups > ShapeOfTensor(asked.flow_from).channels) {
    return Refuse("There cannot be more groups than channels.");
  }
  return {};
}

Result<void> CheckGroups(const SeeAsked& asked) {
  if (asked.tensor == 0 || !LayerOf(asked.tensor - 1).clips) {
    return Refuse(
        "That layer has numbers below zero, and groups are of what is there; layers "
        "with .exp or .dw, stem and head have none.");
  }
  if (asked.groups > ShapeOfTensor(asked.tensor).channels) {
    return Refuse("There cannot be more groups than channels.");
  }
  return {};
}

}  // namespace

const char* NameOfMethod(SeeMethod method) {
  switch (method) {
    case SeeMethod::kExact:
      return "exact";
    case SeeMethod::kIntegrated:
      return "integrated";
    case SeeMethod::kGradient:
      return "gradient";
    case SeeMethod::kOcclusion:
      return "occlusion";
    case SeeMethod::kLime:
      return "lime";
  }
  return "";
}

Result<SeeAsked> ReadSeeAsked(const GivenOptions& given) {
  SeeAsked asked;
  asked.has_layer = given.Has("--layer");
  asked.attributes = given.Has("--attribute");
  asked.classes = given.Text("--attribute", "");
  asked.ghost = given.Has("--ghost");
  asked.race = given.Has("--race");
  asked.cover = given.Text("--cover", "");
  const std::string layer = given.Text("--layer", given.Has("--nmf") ? "b11.exp" : "head");
  asked.tensor = TensorNamed(layer);
  if (asked.tensor < 0 || asked.tensor == kLogits) {
    return Refuse("There is no layer \"" + layer +
                  "\"; there are image, stem, b0 to b15, b1.exp to b15.exp, b0.dw to b15.dw and "
                  "head.");
  }
  TRY_VOID(CheckPartners(given));
  TRY(asked.groups, given.Number("--nmf", 1, kMostGroups, 0));
  TRY(asked.stability, given.Number("--stability", 1, kMostStarts, 0));
  TRY(asked.steps, given.Number("--steps", 1, kMostSteps, asked.steps));
  TRY(asked.samples, given.Number("--samples", 2, kMostSamples, asked.samples));
  TRY(const int seed, given.Number("--seed", 0, kMostSeed, 1));
  asked.seed = static_cast<uint64_t>(seed);
  const bool is_head = asked.tensor == TensorNamed("head");
  const bool is_image = asked.has_layer && asked.tensor == 0;
  TRY(asked.method, MethodNamed(given.Text("--method", is_head    ? "exact"
                                                       : is_image ? "occlusion"
                                                                  : "integrated")));
  if (given.Has("--cover") && asked.cover != "grey" && asked.cover != "blurred") {
    return Refuse("--cover is grey or blurred, not \"" + asked.cover + "\".");
  }
  if (given.Has("--seed") && !asked.ghost && !asked.race &&
      (!asked.attributes || asked.method != SeeMethod::kLime)) {
    return Refuse("--seed goes with --method lime, --race or --ghost.");
  }
  if (asked.attributes) TRY_VOID(CheckMethod(given, asked));
  if (asked.groups > 0) TRY_VOID(CheckGroups(asked));
  TRY_VOID(ReadFlow(given, asked));
  if (is_image && !asked.attributes && asked.groups == 0) {
    return Refuse(
        "The layer image is the picture itself; with --attribute parts of it are covered.");
  }
  return asked;
}

}  // namespace meander
