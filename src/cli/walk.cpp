// ./meander walk PACK FROM TO: the way between two ideas, by meaning or by links in the text.
#include <cstdio>
#include <cstdlib>

#include "base/json_reader.h"
#include "cli/cli.h"
#include "cli/opened_pack.h"
#include "space/walk.h"

namespace meander {
namespace {

struct WalkArguments {
  std::string pack, from, to;
  std::vector<std::string> via, avoid;
  bool by_links = false;
  float scenic = WalkQuestion{}.scenic;
  bool json = false;
};

Result<float> ParseScenic(const std::string& text) {
  char* end = nullptr;
  const float value = std::strtof(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(value >= 0 && value <= 1)) {
    return Fail(ErrorCode::kInvalidInput, "--scenic takes a number from 0 (direct) to 1.");
  }
  return value;
}

Result<WalkArguments> Parse(std::span<const std::string> arguments) {
  WalkArguments parsed;
  std::vector<std::string> places;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool takes_value = argument == "--via" || argument == "--avoid" || argument == "--by" ||
                             argument == "--scenic";
    if (takes_value && i + 1 == arguments.size()) {
      return Fail(ErrorCode::kInvalidInput, argument + " needs a value; see walk --help.");
    }
    if (argument == "--json") {
      parsed.json = true;
    } else if (argument == "--via") {
      parsed.via.push_back(arguments[++i]);
    } else if (argument == "--avoid") {
      parsed.avoid.push_back(arguments[++i]);
    } else if (argument == "--scenic") {
      TRY(parsed.scenic, ParseScenic(arguments[++i]));
    } else if (argument == "--by") {
      const std::string& by = arguments[++i];
      if (by != "meaning" && by != "links") {
        return Fail(ErrorCode::kInvalidInput, "--by takes \"meaning\" or \"links\".");
      }
      parsed.by_links = by == "links";
    } else if (argument.starts_with("--")) {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + argument + "\" is not understood; see walk --help.");
    } else {
      places.push_back(argument);
    }
  }
  if (places.size() != 3) {
    return Fail(ErrorCode::kInvalidInput, "Name a pack and two articles: walk PACK FROM TO.");
  }
  parsed.pack = places[0];
  parsed.from = places[1];
  parsed.to = places[2];
  return parsed;
}

Result<std::vector<uint32_t>> ItemsOf(const OpenedPack& pack,
                                      const std::vector<std::string>& titles) {
  std::vector<uint32_t> items;
  for (const std::string& title : titles) {
    TRY(const uint32_t item, ItemOfTitle(pack, title));
    items.push_back(item);
  }
  return items;
}

Result<void> RunWalk(std::span<const std::string> arguments) {
  TRY(const WalkArguments parsed, Parse(arguments));
  TRY(const std::filesystem::path folder, FindPack(parsed.pack));
  TRY(const OpenedPack pack, OpenPack(folder));
  WalkQuestion question;
  question.scenic = parsed.scenic;
  TRY(question.from, ItemOfTitle(pack, parsed.from));
  TRY(question.to, ItemOfTitle(pack, parsed.to));
  TRY(question.via, ItemsOf(pack, parsed.via));
  TRY(question.avoid, ItemsOf(pack, parsed.avoid));
  const RoadMap& roads = parsed.by_links ? pack.roads_by_links : pack.roads_by_meaning;
  if (roads.item_count() != pack.head.item_count) {
    return Fail(ErrorCode::kTooOld,
                "This pack has no roads to walk on; make it again with ./meander pack.");
  }
  const Result<Walk> walk =
      parsed.by_links ? FindWalk(roads, question) : FindWalk(BothWays(roads), question);
  if (!walk && walk.error().code == ErrorCode::kNotFound) {
    return Fail(ErrorCode::kNotFound, "There is no way from \"" + parsed.from + "\" to \"" +
                                          parsed.to +
                                          (parsed.by_links ? "\" by links." : "\" by meaning."));
  }
  if (!walk) return std::unexpected(walk.error());
  Json steps = Json::array();
  if (!parsed.json) std::printf("        %s\n", pack.titles[walk->items[0]].c_str());
  for (size_t i = 0; i < walk->closenesses.size(); ++i) {
    const std::string& title = pack.titles[walk->items[i + 1]];
    char cosine[16];
    std::snprintf(cosine, sizeof(cosine), "%.4f",
                  static_cast<double>(CosineOf(walk->closenesses[i])));
    steps.push_back({{"title", title}, {"cosine", std::atof(cosine)}});
    if (parsed.json) continue;
    std::printf("%s  %s%s\n", cosine, title.c_str(),
                static_cast<int>(i) == walk->weakest ? "  (the weakest step)" : "");
  }
  if (parsed.json) {
    const Json answer{{"from", pack.titles[walk->items[0]]},
                      {"steps", steps},
                      {"weakest_step", walk->weakest},
                      {"fewest_steps", walk->fewest_steps},
                      {"most_steps", walk->most_steps}};
    std::printf("%s\n", WriteJson(answer).c_str());
  }
  return {};
}

}  // namespace

const Verb kWalkVerb{
    "walk",
    "walk PACK FROM TO [--by meaning|links] [--via TITLE]… [--avoid TITLE]… [--scenic X] [--json]",
    "the way between two ideas",
    "A line a step: its cosine to the stop before, and the title. By meaning, every step goes to "
    "a\n"
    "true neighbour; by links, to an article that the text mentions. --scenic 0 takes the fewest\n"
    "steps, 1 the closest ones. --json: {\"from\", \"steps\": [{\"title\", \"cosine\"}…], …}.\n",
    RunWalk};

}  // namespace meander
