// See source_reader.h.
#include "make/source_reader.h"

#include <cstdlib>

#include "base/files.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

std::string Quoted(const fs::path& path) {
  std::string out = "'";
  for (const char c : path.string()) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string LastLine(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  const size_t newline = text.rfind('\n');
  return newline == text.npos ? text : text.substr(newline + 1);
}

}  // namespace

Result<std::vector<uint8_t>> RunReader(const ReaderCall& call) {
  const fs::path complaint = call.out.string() + ".complaint";
  std::error_code ignored;
  fs::create_directories(call.out.parent_path(), ignored);
  // -B: nothing is written beside the scripts.
  const std::string command = Quoted(call.python) + " -B " + Quoted(call.script) + " " +
                              Quoted(call.source) + " " + Quoted(call.out) + " 2>" +
                              Quoted(complaint);
  const bool finished = std::system(command.c_str()) == 0;
  const std::string said = LastLine(ReadTextFile(complaint).value_or(""));
  fs::remove(complaint, ignored);
  if (!finished) {
    fs::remove(call.out.string() + ".partial", ignored);
    return Fail(ErrorCode::kUnavailable,
                "The source reader " + call.script.filename().string() +
                    " did not finish: " + (said.empty() ? "it could not be started." : said));
  }
  auto bytes = ReadFile(call.out);
  fs::remove(call.out, ignored);
  return bytes;
}

}  // namespace meander
