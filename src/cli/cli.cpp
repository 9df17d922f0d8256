// See cli.h: where things lie, and the progress line.
#include "cli/cli.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "app/native_options.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

double NowSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// A variable that is set to nothing counts as not set.
const char* Environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && value[0] != '\0' ? value : nullptr;
}

// The folder that holds what this checkout built: the tool lies in build/… below it, unless
// MEANDER_ROOT says otherwise.
fs::path PacksFolder() {
  if (const char* root = Environment("MEANDER_ROOT")) return fs::path(root) / "build" / "packs";
  std::error_code failed;
  const fs::path self = fs::read_symlink("/proc/self/exe", failed);
  for (fs::path at = self.parent_path(); !failed && at.has_relative_path(); at = at.parent_path()) {
    if (Exists(at / "build" / "packs")) return at / "build" / "packs";
  }
  return fs::path("build") / "packs";
}

constexpr double kQuietSeconds = 2;  // shorter work shows nothing
constexpr double kRedrawSeconds = 0.2;

}  // namespace

fs::path ProjectFolder() {
  const char* root = Environment("MEANDER_ROOT");
  return root != nullptr ? fs::path(root) : fs::path(".");
}

bool Exists(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

Result<int> WholeNumber(const std::string& option, const std::string& text, int lowest,
                        int highest) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, failed] = std::from_chars(text.data(), end, value);
  if (failed != std::errc{} || stopped != end || value < lowest || value > highest) {
    return Fail(ErrorCode::kInvalidInput, option + " takes a number from " +
                                              std::to_string(lowest) + " to " +
                                              std::to_string(highest) + ".");
  }
  return value;
}

fs::path CacheFolder() {
  if (const char* cache = Environment("MEANDER_CACHE")) return cache;
  if (const char* cache = Environment("XDG_CACHE_HOME")) return fs::path(cache) / "meander";
  const char* home = Environment("HOME");
  return fs::path(home ? home : "/tmp") / ".cache" / "meander";
}

fs::path DefaultModelFolder() { return CacheFolder() / "model"; }

Result<fs::path> FindPack(const std::string& path_or_name) {
  if (path_or_name.empty()) return Fail(ErrorCode::kInvalidInput, "Which pack?");
  // A room's name is its pack, also where a folder of that name stands beside: a figure's, for one.
  const bool is_name = path_or_name.find('/') == std::string::npos;
  const fs::path made = PacksFolder() / path_or_name;
  if (is_name && Exists(made / kHeadFile)) return made;
  if (Exists(path_or_name)) return fs::path(path_or_name);
  if (is_name && Exists(made)) return made;
  return Fail(ErrorCode::kNotFound, is_name ? "There is no pack \"" + path_or_name +
                                                  "\"; \"./meander pack " + path_or_name +
                                                  "\" makes it."
                                            : "There is no pack at " + path_or_name + ".");
}

ProgressLine::ProgressLine(std::string what) : what_(std::move(what)), started_s_(NowSeconds()) {}

void ProgressLine::Show(double share_done) {
  const double now_s = NowSeconds();
  const double spent_s = now_s - started_s_;
  const double share = std::clamp(share_done, 0.0, 1.0);
  const bool is_terminal = isatty(STDERR_FILENO) != 0;
  // Whoever reads along (tools/run.mjs) hears of every step at once, and of every hundredth.
  const bool tells_each = !is_terminal && Environment("MEANDER_PROGRESS") != nullptr;
  const int part = static_cast<int>(share * (tells_each ? 100 : 10));
  if (!tells_each && spent_s < kQuietSeconds) return;
  if (is_terminal ? now_s - shown_s_ < kRedrawSeconds && share < 1 : part == part_) return;
  shown_s_ = now_s;
  part_ = part;
  std::fprintf(stderr, is_terminal ? "\r\033[K%s: %d %%" : "%s: %d %%", what_.c_str(),
               static_cast<int>(share * 100));
  if (share > 0) std::fprintf(stderr, ", %.0f s left", spent_s * (1 - share) / share);
  if (!is_terminal) std::fputc('\n', stderr);
}

ProgressLine::~ProgressLine() {
  const bool was_drawn = shown_s_ > 0 && isatty(STDERR_FILENO) != 0;
  if (was_drawn) std::fputs("\r\033[K", stderr);
}

}  // namespace meander
