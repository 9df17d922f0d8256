// Our side and the peers of walk.bench.mjs: bench_walk PACK prints, for 50 fixed pairs of
// well-known articles, walks by the dial, plain cheapest paths (Dijkstra) at three powers of (1 −
// cosine), and walks along the links of the texts where there is one.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <queue>
#include <string>

#include "base/json_reader.h"
#include "base/rng.h"
#include "cli/opened_pack.h"
#include "space/walk.h"

namespace meander {
namespace {

constexpr int kPairs = 50;

struct Tried {
  std::string way;
  std::vector<double> steps, mean, weakest, milliseconds;
  void Add(const std::vector<uint8_t>& closenesses, double ms) {
    double sum = 0;
    for (const uint8_t closeness : closenesses) sum += static_cast<double>(CosineOf(closeness));
    steps.push_back(static_cast<double>(closenesses.size()));
    mean.push_back(sum / static_cast<double>(closenesses.size()));
    weakest.push_back(static_cast<double>(CosineOf(*std::ranges::min_element(closenesses))));
    milliseconds.push_back(ms);
  }
};

std::vector<uint8_t> Dijkstra(const RoadMap& map, uint32_t from, uint32_t to, double power) {
  std::vector<double> cost(map.item_count(), 1e300);
  std::vector<uint32_t> before(map.item_count());
  std::vector<uint8_t> step(map.item_count());
  std::priority_queue<std::pair<double, uint32_t>, std::vector<std::pair<double, uint32_t>>,
                      std::greater<>>
      queue;
  queue.emplace(cost[from] = 0, from);
  while (!queue.empty()) {
    const auto [so_far, item] = queue.top();
    queue.pop();
    if (item == to) break;
    if (so_far > cost[item]) continue;
    for (const Road& road : map.From(item)) {
      const double next =
          so_far + std::pow(1 - static_cast<double>(CosineOf(road.closeness)), power);
      if (next >= cost[road.to]) continue;
      cost[road.to] = next;
      before[road.to] = item;
      step[road.to] = road.closeness;
      queue.emplace(next, road.to);
    }
  }
  std::vector<uint8_t> closenesses;
  for (uint32_t item = to; item != from; item = before[item]) closenesses.push_back(step[item]);
  return closenesses;
}

double Median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

Result<void> Run(const char* folder) {
  TRY(const OpenedPack pack, OpenPack(folder));
  const RoadMap map = BothWays(pack.roads_by_meaning);
  // Pairs that a person might ask for: articles that many others mention.
  std::vector<uint32_t> mentions(map.item_count());
  for (const Road& road : pack.roads_by_links.roads) ++mentions[road.to];
  std::vector<uint32_t> known;
  for (uint32_t item = 0; item < map.item_count(); ++item) {
    if (mentions[item] >= 8) known.push_back(item);
  }
  std::vector<Tried> tried;
  const double dials[] = {0, 0.15, 0.35, 0.6, 1}, powers[] = {1, 2, 4};
  for (const double dial : dials)
    tried.push_back({"dial " + std::to_string(dial).substr(0, 4), {}, {}, {}, {}});
  for (const double power : powers)
    tried.push_back({"Dijkstra, power " + std::to_string(static_cast<int>(power)), {}, {}, {}, {}});
  tried.push_back({"by links, dial 0.15", {}, {}, {}, {}});
  int worse_than_two = 0, worse_than_four = 0, better_than_two = 0, better_than_four = 0;
  Rng rng(1);
  for (int pair = 0; pair < kPairs; ++pair) {
    WalkQuestion question;
    question.from = known[rng.Below(static_cast<uint32_t>(known.size()))];
    do question.to = known[rng.Below(static_cast<uint32_t>(known.size()))];
    while (question.to == question.from);
    const auto timed = [&](Tried& row, auto&& find) -> std::vector<uint8_t> {
      // The processor's own time: one thread, and others may be at work.
      const std::clock_t begun = std::clock();
      const std::vector<uint8_t> closenesses = find();
      row.Add(closenesses, 1000. * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
      return closenesses;
    };
    const auto walk_by = [&](float dial) {
      question.scenic = dial;
      return FindWalk(map, question);
    };
    if (!walk_by(0)) return Fail(ErrorCode::kNotFound, "A pair has no walk.");
    size_t row = 0;
    for (const double dial : dials)
      timed(tried[row++], [&] { return walk_by(static_cast<float>(dial))->closenesses; });
    for (const double power : powers) {
      const std::vector<uint8_t> peer =
          timed(tried[row++], [&] { return Dijkstra(map, question.from, question.to, power); });
      const Walk ends = *walk_by(0);
      const int range = std::max(ends.most_steps - ends.fewest_steps, 1);
      const float dial = static_cast<float>(static_cast<int>(peer.size()) - ends.fewest_steps) /
                         static_cast<float>(range);
      const int ours = *std::ranges::min_element(walk_by(dial)->closenesses),
                theirs = *std::ranges::min_element(peer);
      if (power == 2) worse_than_two += ours<theirs, better_than_two += ours> theirs;
      if (power == 4) worse_than_four += ours<theirs, better_than_four += ours> theirs;
    }
    question.scenic = WalkQuestion{}.scenic;
    const auto along_links = [&] { return FindWalk(pack.roads_by_links, question); };
    if (along_links()) timed(tried[row], [&] { return along_links()->closenesses; });
  }
  if (tried.back().steps.empty()) return Fail(ErrorCode::kNotFound, "No pair has a walk by links.");
  Json out{{"pairs", kPairs},
           {"known", static_cast<double>(known.size())},
           {"links", static_cast<double>(pack.roads_by_links.roads.size())},
           {"pairs_by_links", static_cast<double>(tried.back().steps.size())},
           {"rows", Json::array()}};
  for (const Tried& row : tried) {
    out["rows"].push_back({{"way", row.way},
                           {"steps", Median(row.steps)},
                           {"mean", Median(row.mean)},
                           {"weakest", Median(row.weakest)},
                           {"weakest_of_all", *std::ranges::min_element(row.weakest)},
                           {"ms", Median(row.milliseconds)}});
  }
  out["at_equal_length"] = {{"worse_than_power_2", worse_than_two},
                            {"better_than_power_2", better_than_two},
                            {"worse_than_power_4", worse_than_four},
                            {"better_than_power_4", better_than_four}};
  std::printf("%s\n", WriteJson(out).c_str());
  return {};
}

}  // namespace
}  // namespace meander

int main(int count, char** arguments) {
  const meander::Result<void> done =
      count == 2 ? meander::Run(arguments[1])
                 : meander::Fail(meander::ErrorCode::kInvalidInput, "bench_walk PACK");
  if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return done ? 0 : 1;
}
