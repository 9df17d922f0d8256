// ./meander gradient PACK "A" "B": the lines between two sentences, as the page chooses them.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/files.h"
#include "base/json_reader.h"
#include "base/lower_case.h"
#include "cli/cli.h"
#include "cli/disk_engine.h"
#include "cli/head_file.h"
#include "pack/format.h"
#include "pack/line_sections.h"

namespace meander {
namespace {

struct GradientArguments {
  std::string pack;
  GradientRequest request;
  std::string within;
  bool json = false;
};

// "meaning", "spelling", "sound", or three whole numbers of which the shares are made.
Result<SpaceMix> ParseSpace(const std::string& text) {
  if (text == "meaning") return SpaceMix{100, 0, 0};
  if (text == "spelling") return SpaceMix{0, 100, 0};
  if (text == "sound") return SpaceMix{0, 0, 100};
  std::vector<int> parts;
  for (size_t at = 0; at <= text.size() && parts.size() < 4;) {
    const size_t end = std::min(text.find(',', at), text.size());
    const Result<int> part = WholeNumber("--space", text.substr(at, end - at), 0, 1000);
    if (!part) break;
    parts.push_back(*part);
    at = end + 1;
  }
  const int sum = parts.size() == 3 ? parts[0] + parts[1] + parts[2] : 0;
  if (sum == 0) {
    return Fail(
        ErrorCode::kInvalidInput,
        "--space takes \"meaning\", \"spelling\", \"sound\" or their shares, such as 2,1,1.");
  }
  // Rounded to hundredths; what that leaves over goes to the largest.
  int shares[3], left = 100;
  for (int i = 0; i < 3; ++i) left -= shares[i] = parts[static_cast<size_t>(i)] * 100 / sum;
  *std::max_element(shares, shares + 3) += left;
  return SpaceMix{static_cast<uint8_t>(shares[0]), static_cast<uint8_t>(shares[1]),
                  static_cast<uint8_t>(shares[2])};
}

Result<uint8_t> ParseScenic(const std::string& text) {
  char* end = nullptr;
  const float value = std::strtof(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(value >= 0 && value <= 1)) {
    return Fail(ErrorCode::kInvalidInput, "--scenic takes a number from 0 (direct) to 1.");
  }
  return static_cast<uint8_t>(value * 100 + .5f);
}

Result<GradientArguments> Parse(std::span<const std::string> arguments) {
  GradientArguments parsed;
  std::vector<std::string> places;
  bool only_places = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool takes_value = argument == "--space" || argument == "--steps" ||
                             argument == "--scenic" || argument == "--within";
    if (only_places || !argument.starts_with("--")) {
      places.push_back(argument);
    } else if (argument == "--") {
      only_places = true;
    } else if (argument == "--json") {
      parsed.json = true;
    } else if (!takes_value) {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + argument + "\" is not understood; see gradient --help.");
    } else if (i + 1 == arguments.size()) {
      return Fail(ErrorCode::kInvalidInput, argument + " needs a value; see gradient --help.");
    } else if (argument == "--space") {
      TRY(parsed.request.mix, ParseSpace(arguments[++i]));
    } else if (argument == "--steps") {
      TRY(const int steps, WholeNumber("--steps", arguments[++i], kFewestStops, kMostStops));
      parsed.request.steps = static_cast<uint8_t>(steps);
    } else if (argument == "--scenic") {
      TRY(parsed.request.scenic, ParseScenic(arguments[++i]));
    } else {
      parsed.within = arguments[++i];
    }
  }
  if (places.size() != 3) {
    return Fail(ErrorCode::kInvalidInput,
                "Name a pack and two sentences: gradient PACK \"A\" \"B\".");
  }
  parsed.pack = places[0];
  parsed.request.a = places[1];
  parsed.request.b = places[2];
  if (parsed.request.a.size() > kMostLineBytes || parsed.request.b.size() > kMostLineBytes) {
    return Fail(ErrorCode::kInvalidInput, "An end may have 2,000 bytes at most.");
  }
  return parsed;
}

Result<Shelves> ShelvesOf(const std::filesystem::path& folder) {
  TRY(const HeadOnDisk on_disk, ReadHeadOnDisk(folder, kPackHead));
  TRY(const PackHead head, ReadPackHead(on_disk.bytes));
  const SectionRef* section = head.Find(kShelvesSection);
  if (section == nullptr) {
    return Fail(ErrorCode::kNotFound, "This pack holds no lines to walk through.");
  }
  std::vector<uint8_t> joined;
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(on_disk.folder + chunk.file));
    TRY_VOID(VerifyChunk(chunk, bytes));
    joined.insert(joined.end(), bytes.begin(), bytes.end());
  }
  return ReadShelves(joined, head.item_count);
}

// By its id or title, whatever the case.
Result<uint16_t> ShelfNamed(const Shelves& shelves, const std::string& name) {
  const std::string wanted = LowerCase(name);
  std::string known;
  for (size_t i = 0; i < shelves.shelves.size(); ++i) {
    const Shelf& shelf = shelves.shelves[i];
    if (LowerCase(shelf.id) == wanted || LowerCase(shelf.title) == wanted) {
      return static_cast<uint16_t>(i);
    }
    known += (known.empty() ? "" : ", ") + shelf.id;
  }
  return Fail(ErrorCode::kNotFound,
              "There is no source \"" + name + "\" in this pack. It has: " + known + ".");
}

Result<void> RunGradient(std::span<const std::string> arguments) {
  TRY(GradientArguments parsed, Parse(arguments));
  TRY(const std::filesystem::path folder, FindPack(parsed.pack));
  TRY(const Shelves shelves, ShelvesOf(folder));
  if (!parsed.within.empty()) {
    TRY(parsed.request.within_shelf, ShelfNamed(shelves, parsed.within));
  }
  TRY(DiskEngine engine, DiskEngine::Open(folder, DefaultModelFolder()));
  TRY(const ReplyBody body, engine.Ask(parsed.request));
  const auto& reply = std::get<GradientReply>(body);
  Json lines = Json::array();
  const auto rounded = [](float value) {
    return std::round(static_cast<double>(value) * 10000) / 10000;
  };
  if (!parsed.json) std::printf("               %s\n", parsed.request.a.c_str());
  for (const GradientStop& stop : reply.stops) {
    const std::string& source = shelves.shelves[stop.line.shelf].id;
    lines.push_back({{"text", stop.line.text},
                     {"source", source},
                     {"to_a", rounded(stop.to_a)},
                     {"to_b", rounded(stop.to_b)}});
    if (parsed.json) continue;
    std::printf("%6.3f %6.3f  %s  (%s)\n", rounded(stop.to_a), rounded(stop.to_b),
                stop.line.text.c_str(), source.c_str());
  }
  if (parsed.json) {
    std::printf("%s\n", WriteJson(Json{{"lines", lines}}).c_str());
  } else {
    std::printf("               %s\n", parsed.request.b.c_str());
  }
  return {};
}

}  // namespace

const Verb kGradientVerb{
    "gradient",
    "gradient PACK \"A\" \"B\" [--space meaning|spelling|sound|M,S,P] [--steps N] [--scenic X] "
    "[--within SOURCE] [--json]",
    "the lines between two sentences",
    "Real lines, none twice: each with its similarity to A and to B in the chosen space, the same "
    "as\n"
    "in the page. --space mixes meaning, spelling and sound, --steps takes 3 to 25, --scenic 0 "
    "keeps\n"
    "to the straight way and 1 takes the smallest steps, --within keeps to one source.\n"
    "--json: {\"lines\": [{\"text\", \"source\", \"to_a\", \"to_b\"}…]}.\n",
    RunGradient};

}  // namespace meander
