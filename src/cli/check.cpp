// ./meander check PACK: verifies a pack whole and measures its map.
#include <algorithm>
#include <cstdio>
#include <thread>

#include "base/json_reader.h"
#include "cli/cli.h"
#include "cli/head_file.h"
#include "cli/opened_pack.h"
#include "cli/pack_kinds.h"
#include "make/layout.h"
#include "make/quality.h"

namespace meander {
namespace {

struct CheckArguments {
  std::string pack;
  int seeds = 0;
  bool json = false;
};

Result<CheckArguments> Parse(std::span<const std::string> arguments) {
  CheckArguments parsed;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--json") {
      parsed.json = true;
    } else if (arguments[i] == "--seeds" && i + 1 < arguments.size()) {
      TRY(parsed.seeds, WholeNumber("--seeds", arguments[++i], 2, 20));
    } else if (parsed.pack.empty() && !arguments[i].starts_with("--")) {
      parsed.pack = arguments[i];
    } else {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + arguments[i] + "\" is not understood; see check --help.");
    }
  }
  if (parsed.pack.empty()) return Fail(ErrorCode::kInvalidInput, "Name one pack: check PACK.");
  return parsed;
}

// Mean share of the ten nearest on one map that are also among the ten nearest on another, over all
// pairs of maps laid out from different seeds.
Result<double> SeedStability(std::span<const float> rows, const OpenedPack& pack, int seeds,
                             int threads) {
  const NeighborLists neighbors = ExactNeighbors(rows, pack.vectors.dim, 90, threads);
  std::vector<std::vector<uint32_t>> nearest;
  for (int seed = 1; seed <= seeds; ++seed) {
    ProgressLine line("Map " + std::to_string(seed) + " of " + std::to_string(seeds));
    LayoutOptions options;
    options.seed = static_cast<uint64_t>(seed) + 1;
    TRY(const std::vector<Point2> places,
        LayOut(rows, pack.vectors.dim, neighbors, options, threads, [&](double share) {
          line.Show(share);
          return true;
        }));
    Positions positions;
    for (const Point2 place : places) {
      positions.codes.push_back(static_cast<uint16_t>((place.x + 1) / 2 * 65535));
      positions.codes.push_back(static_cast<uint16_t>((place.y + 1) / 2 * 65535));
    }
    nearest.push_back(NearestOnMap(positions, 10, threads));
  }
  double kept = 0, pairs = 0;
  for (size_t a = 0; a < nearest.size(); ++a) {
    for (size_t b = a + 1; b < nearest.size(); ++b, ++pairs) {
      uint64_t same = 0;
      for (size_t i = 0; i < nearest[a].size(); ++i) {
        const auto row = nearest[b].begin() + static_cast<ptrdiff_t>(i / 10 * 10);
        same += std::find(row, row + 10, nearest[a][i]) != row + 10;
      }
      kept += static_cast<double>(same) / static_cast<double>(nearest[a].size());
    }
  }
  return kept / pairs;
}

double Rounded(double value) {
  return static_cast<double>(static_cast<int64_t>(value * 10000 + 0.5)) / 10000;
}

struct Measured {
  const OpenedPack& pack;
  std::span<const float> rows;
  std::span<const int> topics;
  int threads;
};

// What depends on where things lie.
void Measure(const Measured& of, const Positions& positions, Json& into) {
  const std::vector<uint32_t> on_map = NearestOnMap(positions, 50, of.threads);
  into["knn_recall_10"] = Rounded(KnnRecall(of.pack.neighbors, on_map, 50, 10));
  into["knn_recall_50"] = Rounded(KnnRecall(of.pack.neighbors, on_map, 50, 50));
  into["trustworthiness"] =
      Rounded(Trustworthiness(of.rows, of.pack.vectors.dim, on_map, 50, 10, of.threads));
  into["topic_accuracy_2d"] = Rounded(TopicAccuracy(of.topics, on_map, 50, 10));
}

void Print(const std::string& title, const PackHead& head, bool as_json, Json result) {
  Json sections = Json::object();
  for (const SectionRef& section : head.sections) {
    uint64_t bytes = 0;
    for (const ChunkRef& chunk : section.chunks) bytes += chunk.byte_count;
    sections[section.name] = {{"files", section.chunks.size()}, {"bytes", bytes}};
  }
  result["sections"] = sections;
  if (as_json) {
    std::printf("%s\n", WriteJson(result).c_str());
    return;
  }
  std::printf("%s\n", title.c_str());
  for (const auto& [key, value] : result.items()) {
    if (value.is_object()) {
      std::printf("%s\n", key.c_str());
      for (const auto& [name, each] : value.items())
        std::printf("  %-18s %s\n", name.c_str(), WriteJson(each).c_str());
    } else {
      std::printf("%-20s %s\n", key.c_str(),
                  value.is_null() ? "not measured (--seeds 3)" : WriteJson(value).c_str());
    }
  }
}

Result<void> RunCheck(std::span<const std::string> arguments) {
  TRY(const CheckArguments parsed, Parse(arguments));
  TRY(const std::filesystem::path folder, FindPack(parsed.pack));
  TRY(const HeadOnDisk on_disk, ReadHeadOnDisk(folder, kPackHead));
  TRY(const PackHead head, ReadPackHead(on_disk.bytes));
  for (const CheckedKind& kind : CheckedKinds()) {
    if (head.Find(kind.section) == nullptr) continue;
    TRY(const Json figures, kind.check(on_disk.folder, head));
    Print("The pack \"" + head.name + "\" is whole.", head, parsed.json, figures);
    return {};
  }
  TRY(const OpenedPack pack, OpenPack(folder));
  if (pack.head.item_count <= 60 || pack.neighbors.per_item < 50) {
    return Fail(ErrorCode::kInvalidInput,
                "The pack is whole, but too small for its map to be measured.");
  }
  const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const std::vector<float> rows = UnitRows(pack.vectors);
  std::vector<int> topics;
  for (uint32_t i = 0; i < pack.head.item_count; ++i) {
    topics.push_back(pack.topics.Inferred(i) ? -1 : pack.topics.Of(i));
  }
  std::vector<uint32_t> truth;
  for (const Neighbor& neighbor : pack.neighbors.flat) truth.push_back(neighbor.item);
  Json result;
  result["articles"] = pack.head.item_count;
  Measure({pack, rows, topics, threads}, pack.positions, result);
  result["topic_accuracy_full"] =
      Rounded(TopicAccuracy(topics, truth, pack.neighbors.per_item, 10));
  if (parsed.seeds > 0) {
    TRY(const double stability, SeedStability(rows, pack, parsed.seeds, threads));
    result["seed_stability"] = Rounded(stability);
  } else {
    result["seed_stability"] = nullptr;
  }
  if (pack.islands.positions.count() > 0) {
    Json islands;
    Measure({pack, rows, topics, threads}, pack.islands.positions, islands);
    result["islands"] = islands;
  }
  result["bytes_first_view"] = pack.bytes_first_view;
  Print("The pack \"" + pack.head.name + "\" is whole.", pack.head, parsed.json, result);
  return {};
}

}  // namespace

const Verb kCheckVerb{
    "check", "check PACK [--seeds N] [--json]", "verify a pack and measure its map",
    "Verifies every file, then measures over all points, k = 10, by cosine ranks, on the stored\n"
    "16-bit positions. --seeds N lays N maps out anew and says how alike they are.\n",
    RunCheck};

}  // namespace meander
