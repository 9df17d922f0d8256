// Our side of layout.bench.mjs: bench_layout PACK THREADS FOLDER writes the pack's vectors
// (rows.f32) and their map from scratch, neighbour search included (ours.f32), and prints the
// seconds it took.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/files.h"
#include "cli/opened_pack.h"
#include "make/layout.h"

namespace meander {
namespace {

template <class T>
Result<void> Write(const std::filesystem::path& file, const std::vector<T>& values) {
  return WriteFile(
      file, ByteSpan(reinterpret_cast<const uint8_t*>(values.data()), values.size() * sizeof(T)));
}

Result<double> Run(const std::filesystem::path& pack_folder, int threads,
                   const std::filesystem::path& out) {
  TRY(const OpenedPack pack, OpenPack(pack_folder));
  const VectorTable& table = pack.vectors;
  std::vector<float> rows(table.codes.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i] = static_cast<float>(table.codes[i]) * table.scales[i / table.dim];
  }
  TRY_VOID(Write(out / "rows.f32", rows));
  const auto begun = std::chrono::steady_clock::now();
  const NeighborLists neighbors = ExactNeighbors(rows, table.dim, 90, threads);
  TRY(const std::vector<Point2> places, LayOut(rows, table.dim, neighbors, {}, threads, nullptr));
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
  TRY_VOID(Write(out / "ours.f32", places));
  return spent.count();
}

}  // namespace
}  // namespace meander

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "bench_layout PACK THREADS FOLDER\n");
    return 2;
  }
  const auto seconds = meander::Run(arguments[1], std::atoi(arguments[2]), arguments[3]);
  if (!seconds) {
    std::fprintf(stderr, "%s\n", seconds.error().message.c_str());
    return 1;
  }
  std::printf("%.3f\n", *seconds);
  return 0;
}
