// ./meander nmf FILE.npy -k K: the groups in a table of non-negative numbers.
#include "space/nmf.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/files.h"
#include "base/json_reader.h"
#include "base/npy.h"
#include "cli/given_options.h"

namespace meander {
namespace {

constexpr int kMostGroups = 64, kMostSeed = 1000000000;

struct Table {
  std::vector<float> values;
  size_t rows = 0, columns = 0;
  double below_zero = 0;
};

Result<Table> ReadTable(const std::string& file, bool clip) {
  TRY(const std::vector<uint8_t> bytes, ReadFile(file));
  TRY(FloatArray array, ReadNpyArray(bytes));
  if (array.values.empty()) {
    return Fail(ErrorCode::kInvalidInput, "There are no numbers in " + file + ".");
  }
  Table table{std::move(array.values), 0, array.shape.back(), 0};
  table.rows = table.values.size() / table.columns;
  if (!std::ranges::all_of(table.values, [](float x) { return std::isfinite(x); })) {
    return Fail(ErrorCode::kInvalidInput, "Not every number in " + file + " is finite.");
  }
  table.below_zero = ShareBelowZero(table.values);
  if (table.below_zero > 0 && !clip) {
    return Fail(ErrorCode::kInvalidInput,
                "There are numbers below zero in " + file + "; --clip takes them for zero.");
  }
  for (float& x : table.values) x = std::max(x, 0.f);
  return table;
}

Json Rows(const std::vector<double>& values, size_t columns) {
  Json rows = Json::array();
  for (size_t at = 0; at < values.size(); at += columns) {
    Json row = Json::array();
    for (size_t c = 0; c < columns; ++c) row.push_back(Short(values[at + c]));
    rows.push_back(row);
  }
  return rows;
}

Result<void> RunNmf(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"-k", "--seed", "--stability"};
  static constexpr const char* kFlags[] = {"--json", "--clip"};
  TRY(const GivenOptions given, ReadOptions(arguments, "nmf", kValues, kFlags));
  if (given.words.size() != 1 || !given.Has("-k")) {
    return Fail(ErrorCode::kInvalidInput, "Name a file and how many groups: nmf FILE.npy -k K.");
  }
  NmfOptions options;
  TRY(const int groups, given.Number("-k", 1, kMostGroups, 0));
  TRY(const int seed, given.Number("--seed", 0, kMostSeed, 0));
  TRY(const int seeds, given.Number("--stability", 0, 100, 0));
  options.groups = static_cast<size_t>(groups);
  options.seed = static_cast<uint64_t>(seed);
  TRY(const Table table, ReadTable(given.words[0], given.Has("--clip")));
  if (options.groups > std::min(table.rows, table.columns)) {
    return Fail(ErrorCode::kInvalidInput,
                "There cannot be more groups than rows or channels: here " +
                    std::to_string(std::min(table.rows, table.columns)) + ".");
  }
  ProgressLine line("Looking for groups");
  Nmf nmf(table.values, table.rows, table.columns, options);
  while (nmf.Step()) {
    line.Show(static_cast<double>(nmf.sweeps()) / options.most_sweeps);
  }
  std::vector<double> stability;
  if (seeds > 0) {
    NmfStability again(table.values, table.rows, table.columns, options, nmf.h(), seeds);
    while (again.Step()) {
    }
    stability = again.shares();
  }
  if (!given.Has("--json")) {
    std::printf("%zu groups of %zu channels over %zu rows; %.2f %% is left unexplained.\n",
                options.groups, table.columns, table.rows, 100 * nmf.RelativeError());
    if (table.below_zero > 0) {
      std::printf("%.2f %% of the mass lay below zero and was cut off.\n", 100 * table.below_zero);
    }
    for (size_t group = 0; group < stability.size(); ++group) {
      std::printf("Group %zu came back from %.0f %% of the seeds.\n", group + 1,
                  100 * stability[group]);
    }
    return {};
  }
  Json answer = {{"relative_error", Short(nmf.RelativeError())},
                 {"k", options.groups},
                 {"start", seed == 0 ? Json("nndsvd") : Json("random")},
                 {"seed", options.seed},
                 {"sweeps", nmf.sweeps()},
                 {"cut_off", Short(table.below_zero)},
                 {"w", Rows(nmf.w(), options.groups)},
                 {"h", Rows(nmf.h(), table.columns)}};
  if (seeds > 0) {
    answer["stability"] = Json::array();
    for (const double share : stability) answer["stability"].push_back(Short(share));
  }
  std::printf("%s\n", WriteJson(answer).c_str());
  return {};
}

}  // namespace

const Verb kNmfVerb{"nmf", "nmf FILE.npy -k K [--seed N] [--clip] [--stability N] [--json]",
                    "the groups in a table of non-negative numbers",
                    "Non-negative matrix factorisation of any array of floats, the last axis the "
                    "channels, the others\n"
                    "made one. Starts from NNDSVD, or by chance with --seed 1 and more, then HALS. "
                    "--stability says\n"
                    "how often each group comes back from N chance starts. With --json: "
                    "relative_error, and w (rows\n"
                    "by groups) times h (groups by channels), which make up the table.\n",
                    RunNmf};

}  // namespace meander
