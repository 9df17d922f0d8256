// Our side and the plain searches of gradient.bench.mjs: bench_gradient PACK MODEL PAIRS.jsonl
// prints, for each space and each pair, the lines of all three and their scores.
#include <chrono>
#include <cstdio>

#include "base/json_reader.h"
#include "cli/line_bench.h"

namespace meander {
namespace {

struct NamedMix {
  const char* name;
  SpaceShares shares;
};
constexpr NamedMix kMixes[] = {{"meaning", {100, 0, 0}},
                               {"spelling", {0, 100, 0}},
                               {"sound", {0, 0, 100}},
                               {"centre", {34, 33, 33}}};

Json ScoresOf(const GradientScores& scores) {
  return {{"distinct", scores.distinct},
          {"near_repeat", scores.near_repeat},
          {"order", scores.order},
          {"max_to_mean", scores.max_to_mean},
          {"largest_step", scores.largest_step},
          {"on_path", scores.on_path},
          {"ends_repeated", scores.ends_repeated},
          {"beyond_length", scores.beyond_length}};
}

Result<Json> Run(const char* pack, const char* model, const char* file) {
  TRY(const std::vector<SentencePair> pairs, ReadPairs(file));
  TRY(const std::unique_ptr<LineBench> bench, LineBench::Open(pack, model));
  Json mixes = Json::array();
  for (const NamedMix& mix : kMixes) {
    std::vector<GradientScores> nearest, skip, ours;
    Json gradients = Json::array();
    for (const SentencePair& pair : pairs) {
      TRY(const ComparedPair compared, bench->Compare(pair, mix.shares));
      nearest.push_back(compared.nearest.scores);
      skip.push_back(compared.skip.scores);
      ours.push_back(compared.ours.scores);
      gradients.push_back({{"a", pair.a},
                           {"b", pair.b},
                           {"ours", compared.ours.lines},
                           {"skip", compared.skip.lines},
                           {"scores", ScoresOf(compared.ours.scores)}});
    }
    mixes.push_back({{"space", mix.name},
                     {"nearest", ScoresOf(MeanOf(nearest))},
                     {"skip", ScoresOf(MeanOf(skip))},
                     {"ours", ScoresOf(MeanOf(ours))},
                     {"gradients", gradients}});
  }
  return Json{{"lines", bench->line_count()}, {"pairs", pairs.size()}, {"spaces", mixes}};
}

}  // namespace
}  // namespace meander

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto answer = meander::Run(argv[1], argv[2], argv[3]);
  if (!answer) {
    std::fprintf(stderr, "%s\n", answer.error().message.c_str());
    return 1;
  }
  std::printf("%s\n", meander::WriteJson(*answer).c_str());
  return 0;
}
