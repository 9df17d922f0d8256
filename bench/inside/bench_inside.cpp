// Our side of inside.bench.mjs.
//   bench_inside faithful PACKS PAIRS THREADS   deletion areas of every method on that many pairs
//   of
//       usage examples: a line, and of twelve hundred others the nearest, as JSON
//   bench_inside questions FOLDER   the questions whose speed is measured, a file each
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "base/json_reader.h"
#include "engine/inside_messages.h"
#include "make/neuron_texts.h"
#include "make/open_model.h"
#include "net/attribution/deletion.h"
#include "net/attribution/word_weights.h"
#include "net/derivative/pooling.h"
#include "net/ghost.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr size_t kCandidates = 1200, kFewestWords = 5, kMostWords = 7;
constexpr size_t kOrders = 40;
constexpr uint64_t kSeed = 1;
constexpr const char* kMethods[] = {"leaving out", "LIME",       "Shapley",
                                    "gradient",    "integrated", "rollout"};

// Areas of one method over the pairs, pair by pair.
struct Areas {
  std::vector<double> curve, reversed, ghost;
};
struct Pair {
  UnitText text;
  std::vector<int32_t> target_ids;
  std::vector<double> target;
};

Result<double> AreaInOrder(const Insight& insight, const Pair& pair, std::vector<size_t> order) {
  DeletionCurve curve(insight, pair.text, std::move(order), pair.target);
  for (bool more = true; more;) {
    TRY(more, curve.Step());
  }
  return curve.area();
}

Result<std::vector<size_t>> OrderBy(const Insight& insight, const Pair& pair, size_t method,
                                    const std::vector<double>& target) {
  WeightOptions options;
  options.method = static_cast<WordMethod>(method);
  options.samples = 96;
  options.steps = 8;
  options.seed = kSeed;
  const auto job = MakeWeightJob(insight, pair.text, target, options);
  for (bool more = true; more;) {
    TRY(more, job->Step());
  }
  return WordsByWeight(pair.text, job->result().weights);
}

Result<std::vector<Pair>> Pairs(const fs::path& packs, const OpenedModel& model, size_t count) {
  TRY(const KnownTexts known,
      ReadKnownTexts({packs / "wikipedia", packs / "sentences", 1, 10'000'000}));
  std::vector<std::pair<uint64_t, UnitText>> drawn;
  for (const KnownText& text : known.texts) {
    if (!text.is_line || text.title != "WordNet") continue;
    Result<UnitText> units = UnitsOf(model.pieces, text.text, false, "A line");
    if (!units || units->word_count() < kFewestWords || units->word_count() > kMostWords) continue;
    drawn.emplace_back(Hash64(AsBytes(text.text)), std::move(*units));
  }
  std::ranges::sort(drawn, {}, [](const auto& entry) { return entry.first; });
  if (drawn.size() < kCandidates) {
    return Fail(ErrorCode::kNotFound, "The pack of lines with its usage examples is not there.");
  }
  drawn.erase(drawn.begin() + kCandidates, drawn.end());
  Encoder encoder(model.weights);
  std::vector<std::vector<double>> rows;
  for (const auto& [hash, text] : drawn) {
    TRY(std::vector<double> row, ReadUnit(encoder, text.ids));
    rows.push_back(std::move(row));
  }
  std::vector<Pair> pairs;
  for (size_t i = 0; i < std::min(count, drawn.size()); ++i) {
    size_t nearest = i == 0 ? 1 : 0;
    for (size_t other = 0; other < rows.size(); ++other) {
      if (other != i && DotOf(rows[i], rows[other]) > DotOf(rows[i], rows[nearest])) {
        nearest = other;
      }
    }
    pairs.push_back({drawn[i].second, drawn[nearest].second.ids, rows[nearest]});
  }
  return pairs;
}

Json MeanAndError(const std::vector<double>& values) {
  double sum = 0, squares = 0;
  const auto count = static_cast<double>(values.size());
  for (const double value : values) sum += value;
  for (const double value : values) squares += (value - sum / count) * (value - sum / count);
  return {{"mean", sum / count}, {"error", std::sqrt(squares / (count - 1) / count)}};
}
std::vector<double> Less(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> difference;
  for (size_t i = 0; i < a.size(); ++i) difference.push_back(a[i] - b[i]);
  return difference;
}

Result<void> Faithful(const fs::path& packs, size_t count, int threads) {
  TRY(const OpenedModel model, OpenModel(fs::path(std::getenv("MEANDER_MODEL"))));
  TRY(const std::vector<Pair> pairs, Pairs(packs, model, count));
  TRY(const Ghost ghost, MakeGhost(model.weights, kSeed));
  std::vector<Areas> areas(std::size(kMethods));
  for (Areas& each : areas) {
    for (auto* list : {&each.curve, &each.reversed, &each.ghost}) list->resize(pairs.size());
  }
  std::vector<double> chance(pairs.size());
  std::atomic<size_t> next = 0, failed = 0;
  const auto one = [&](const Insight& insight, const Insight& shuffled, size_t i) -> Result<void> {
    const Pair& pair = pairs[i];
    ChanceCurves random(insight, pair.text, pair.target, kOrders, kSeed);
    for (bool more = true; more;) {
      TRY(more, random.Step());
    }
    chance[i] = random.mean_area();
    TRY(const std::vector<double> blind_target, ReadUnit(shuffled.encoder, pair.target_ids));
    for (size_t method = 0; method < std::size(kMethods); ++method) {
      TRY(const std::vector<size_t> order, OrderBy(insight, pair, method, pair.target));
      TRY(areas[method].curve[i], AreaInOrder(insight, pair, order));
      TRY(areas[method].reversed[i], AreaInOrder(insight, pair, {order.rbegin(), order.rend()}));
      // What the shuffled encoder calls heavy, judged by the real one.
      TRY(const std::vector<size_t> blind, OrderBy(shuffled, pair, method, blind_target));
      TRY(areas[method].ghost[i], AreaInOrder(insight, pair, blind));
    }
    return {};
  };
  const auto work = [&] {
    Encoder encoder(model.weights), other(ghost.weights);
    const Insight insight{model.weights, encoder}, shuffled{ghost.weights, other};
    for (size_t i = next++; i < pairs.size(); i = next++) {
      if (!one(insight, shuffled, i)) ++failed;
      std::fprintf(stderr, "\r%zu of %zu pairs", i + 1, pairs.size());
    }
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  std::fprintf(stderr, "\n");
  if (failed > 0) return Fail(ErrorCode::kCorrupt, "Some pairs could not be read.");
  Json methods = Json::array();
  for (size_t method = 0; method < std::size(kMethods); ++method) {
    const Areas& ours = areas[method];
    const std::vector<double> better = Less(ours.curve, chance);
    methods.push_back({{"method", kMethods[method]},
                       {"area", MeanAndError(ours.curve)},
                       {"reversed", MeanAndError(ours.reversed)},
                       {"less_chance", MeanAndError(better)},
                       {"less_reversed", MeanAndError(Less(ours.curve, ours.reversed))},
                       {"ghost_less_chance", MeanAndError(Less(ours.ghost, chance))},
                       {"ghost", MeanAndError(ours.ghost)},
                       {"wins", static_cast<double>(
                                    std::ranges::count_if(better, [](double x) { return x < 0; })) /
                                    static_cast<double>(pairs.size())}});
  }
  std::printf("%s\n", WriteJson({{"pairs", pairs.size()},
                                 {"orders", kOrders},
                                 {"chance", MeanAndError(chance)},
                                 {"methods", methods}})
                          .c_str());
  return {};
}

// 16 and 16 pieces, marks included.
Result<void> Questions(const fs::path& folder) {
  const std::string a = "The small dog ran across the wet field to the old red barn .";
  const std::string b = "A young puppy was running over green grass to reach a farm house .";
  const auto write = [&](const char* name, const InsideQuestion& question) {
    return WriteFile(folder / name, WriteInsideQuestion(question));
  };
  InsidePairQuestion pair{a, b, {}};
  TRY_VOID(write("exact", pair));
  pair.method = InsidePairMethod::kOcclusion;
  pair.layer = InsidePairQuestion::kFromText;
  TRY_VOID(write("occlusion", pair));
  pair.method = InsidePairMethod::kShapley;
  pair.layer = 6;
  TRY_VOID(write("shapley", pair));
  pair.method = InsidePairMethod::kIntegrated;
  pair.layer = 0;
  return write("integrated", pair);
}

}  // namespace
}  // namespace meander

int main(int count, char** given) {
  using namespace meander;
  const std::vector<std::string> arguments(given + 1, given + count);
  Result<void> done = Fail(ErrorCode::kInvalidInput, "faithful or questions?");
  if (arguments.size() == 4 && arguments[0] == "faithful") {
    done = Faithful(arguments[1], std::stoul(arguments[2]), std::stoi(arguments[3]));
  }
  if (arguments.size() == 2 && arguments[0] == "questions") done = Questions(arguments[1]);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
