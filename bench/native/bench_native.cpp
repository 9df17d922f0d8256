// Our side of native.bench.mjs: bench_native MODEL TEXTS THREADS OUT reads a text a line; for every
// line on stdin it reads all texts again, tokens included, and prints the seconds. At the end of
// stdin the vectors are written (float32 rows).
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "base/files.h"
#include "make/open_model.h"
#include "net/encode_many.h"

namespace meander {
namespace {

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Result<void> Run(char** arguments) {
  TRY(const OpenedModel model, OpenModel(arguments[1]));
  TRY(const std::string text, ReadTextFile(arguments[2]));
  const std::vector<std::string> lines = LinesOf(text);
  const int threads = std::atoi(arguments[3]);
  std::vector<float> rows(lines.size() * kWidth);
  for (std::string word; std::getline(std::cin, word);) {
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::vector<int32_t>> ids;
    for (const std::string& line : lines) ids.push_back(model.pieces.Tokenize(line).ids);
    TRY_VOID(EncodeMany(model.weights, ids, threads, rows, nullptr));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
    std::printf("%.6f\n", spent.count());
    std::fflush(stdout);
  }
  return WriteFile(arguments[4], ByteSpan(reinterpret_cast<const uint8_t*>(rows.data()),
                                          rows.size() * sizeof(float)));
}

}  // namespace
}  // namespace meander

int main(int count, char** arguments) {
  if (count != 5) {
    std::fprintf(stderr, "bench_native MODEL TEXTS THREADS OUT\n");
    return 2;
  }
  if (const auto done = meander::Run(arguments); !done) {
    std::fprintf(stderr, "%s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
