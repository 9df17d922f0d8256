// ./meander draw STROKES.json: which sign a drawing is taken for, and which stroke made it that.
#include <cstdio>
#include <optional>

#include "base/files.h"
#include "base/json_reader.h"
#include "cli/draw_strokes.h"
#include "cli/given_options.h"
#include "net/pennet/stroke_parts.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr int kTopSigns = 5, kMostSeed = 1000000000;
constexpr uintmax_t kMostDrawingBytes = 4 << 20;

Result<std::vector<PenStroke>> OpenDrawing(const std::string& name) {
  std::error_code failed;
  if (!Exists(name)) {
    return Fail(ErrorCode::kNotFound, "There is no file \"" + name + "\".");
  }
  // Before it is read: there are files without an end.
  if (!fs::is_regular_file(name, failed)) {
    return Fail(ErrorCode::kInvalidInput, "\"" + name + "\" is no file with a drawing in it.");
  }
  if (fs::file_size(name, failed) > kMostDrawingBytes) {
    return Fail(ErrorCode::kInvalidInput, "This file is larger than 4 MB.");
  }
  TRY(const std::string text, ReadTextFile(name));
  return ReadStrokes(text);
}

Json SignJson(const OpenedPen& pen, int number) {
  const PenSign& sign = pen.signs[static_cast<size_t>(number)];
  return {{"sign", sign.sign}, {"name", sign.name}, {"number", number}};
}
const char* SignOf(const OpenedPen& pen, int number) {
  return pen.signs[static_cast<size_t>(number)].sign.c_str();
}

struct Seen {
  std::vector<int> top;
  std::vector<float> logits, shares;
};

Json TopJson(const OpenedPen& pen, const Seen& seen) {
  Json list = Json::array();
  for (const int number : seen.top) {
    Json one = SignJson(pen, number);
    one["logit"] = Short(double{seen.logits[static_cast<size_t>(number)]});
    one["share"] = Short(double{seen.shares[static_cast<size_t>(number)]});
    list.push_back(std::move(one));
  }
  return list;
}

Json PartJson(const OpenedPen& pen, const StrokeParts& parts, const StrokePart& part) {
  Json one = part.other < 0 ? Json{{"stroke", part.stroke + 1}}
                            : Json{{"strokes", {part.stroke + 1, part.other + 1}}};
  one["loss"] = Short(part.loss);
  if (part.other >= 0) one["together"] = Short(parts.Together(part));
  one["value"] = Short(part.value);
  one["share"] = Short(part.share);
  one["top"] = SignJson(pen, part.top);
  return one;
}

Json PartsJson(const OpenedPen& pen, const StrokeParts& parts) {
  Json json = {{"of", SignJson(pen, parts.a)}};
  if (parts.b >= 0) json["against"] = SignJson(pen, parts.b);
  json["value"] = Short(parts.value);
  json["share"] = Short(parts.share);
  json["empty"] = {{"value", Short(parts.empty_value)}, {"top", SignJson(pen, parts.empty_top)}};
  json["without"] = Json::array();
  for (const StrokePart& part : parts.single) json["without"].push_back(PartJson(pen, parts, part));
  json["without_two"] = Json::array();
  for (const StrokePart& part : parts.pairs) {
    json["without_two"].push_back(PartJson(pen, parts, part));
  }
  return json;
}

void PrintTop(const OpenedPen& pen, const Seen& seen) {
  for (const int number : seen.top) {
    const size_t at = static_cast<size_t>(number);
    std::printf("  %.3f  %s  %s, logit %.2f\n", double{seen.shares[at]}, SignOf(pen, number),
                pen.signs[at].name.c_str(), double{seen.logits[at]});
  }
}

void PrintParts(const OpenedPen& pen, const StrokeParts& parts) {
  if (parts.b < 0) {
    std::printf("%s has the logit %.2f. Without a stroke it has less, or more:\n",
                SignOf(pen, parts.a), parts.value);
  } else {
    std::printf("%s is %.2f ahead of %s. Without a stroke it is less so, or more:\n",
                SignOf(pen, parts.a), parts.value, SignOf(pen, parts.b));
  }
  const auto say = [&](const StrokePart& part) {
    std::printf("%+7.2f to %6.2f, share %.3f; first is %s", -part.loss, part.value, part.share,
                SignOf(pen, part.top));
  };
  for (const StrokePart& part : parts.single) {
    std::printf("  stroke %-3d   ", part.stroke + 1);
    say(part);
    std::printf("\n");
  }
  for (const StrokePart& part : parts.pairs) {
    std::printf("  strokes %d, %d ", part.stroke + 1, part.other + 1);
    say(part);
    std::printf("; together %+.2f beyond each alone\n", -parts.Together(part));
  }
  std::printf("  an empty sheet has %.2f; first is %s\n", parts.empty_value,
              SignOf(pen, parts.empty_top));
}

Result<void> RunDraw(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"--sign", "--against", "--seed"};
  static constexpr const char* kFlags[] = {"--json", "--ghost"};
  TRY(const GivenOptions given, ReadOptions(arguments, "draw", kValues, kFlags));
  if (given.words.size() != 1) {
    return Fail(ErrorCode::kInvalidInput, "Give one drawing: draw STROKES.json.");
  }
  TRY(const std::vector<PenStroke> strokes, OpenDrawing(given.words[0]));
  TRY(const int seed, given.Number("--seed", 0, kMostSeed, 1));
  const bool is_ghost = given.Has("--ghost");
  if (given.Has("--seed") && !is_ghost) {
    return Fail(ErrorCode::kInvalidInput, "--seed goes with --ghost.");
  }
  TRY(const OpenedPen pen,
      OpenPen(CacheFolder() / "pen/model",
              is_ghost ? std::optional(static_cast<uint64_t>(seed)) : std::nullopt));
  PenReading reading(*pen.panels);
  reading.Look(DrawStrokes(strokes, FrameOfStrokes(strokes)));
  const Seen seen = {TopClasses(reading.logits(), kTopSigns),
                     {reading.logits().begin(), reading.logits().end()},
                     ClassShares(reading.logits())};
  int a = seen.top[0], b = -1;
  if (given.Has("--sign")) {
    TRY(a, SignNamed(pen.signs, given.Text("--sign", "")));
  }
  if (given.Has("--against")) {
    TRY(b, SignNamed(pen.signs, given.Text("--against", "")));
  }
  if (a == b) return Fail(ErrorCode::kInvalidInput, "Both are the same sign.");
  const StrokeParts parts = FindStrokeParts(reading, strokes, a, b);
  if (given.Has("--json")) {
    Json answer = {
        {"strokes", strokes.size()}, {"top", TopJson(pen, seen)}, {"parts", PartsJson(pen, parts)}};
    if (is_ghost) answer["ghost"] = seed;
    std::printf("%s\n", WriteJson(answer).c_str());
    return {};
  }
  PrintTop(pen, seen);
  PrintParts(pen, parts);
  return {};
}

}  // namespace

const Verb kDrawVerb{
    "draw", "draw STROKES.json [--sign A] [--against B] [--ghost [--seed N]] [--json]",
    "which sign a drawing is taken for, and by which stroke",
    "STROKES.json is a list of strokes, each a list of points [x, y], y down, in any unit. The "
    "five "
    "of\n"
    "411 signs that it is taken for, with their shares; then what the first one, or --sign A, "
    "loses\n"
    "without each stroke, and, of six strokes or fewer, without every two. --against B asks how "
    "far "
    "it\n"
    "is ahead of another sign instead. A sign is given itself, by its Typst name, or by number.\n"
    "\"together\" is what two strokes do beyond what each does alone. --ghost asks the same "
    "network\n"
    "with each layer's weights shuffled by --seed: what it draws as well was never a reason.\n",
    RunDraw};

}  // namespace meander
