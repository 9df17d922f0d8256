// ./meander pack RECIPE: makes a pack from data/recipes/.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>

#include "cli/cli.h"
#include "cli/pack_kinds.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> interrupted = false;

Result<void> RunPack(std::span<const std::string> arguments) {
  for (const NetworkKind& kind : NetworkKinds()) {
    if (arguments.size() == 3 && arguments[0] == kind.option)
      return kind.make(arguments[1], arguments[2]);
  }
  if (arguments.size() != 1) return Fail(ErrorCode::kInvalidInput, "Name one recipe: pack RECIPE.");
  MakeOptions options;
  options.project = ProjectFolder();
  options.recipe = arguments[0];
  if (!Exists(options.recipe)) {
    options.recipe = options.project / "data" / "recipes" / (arguments[0] + ".json");
  }
  if (!Exists(options.recipe)) {
    return Fail(ErrorCode::kNotFound,
                "There is no recipe \"" + arguments[0] + "\" in data/recipes.");
  }
  options.cache = CacheFolder();
  options.target = options.project / "build" / "packs" / options.recipe.stem();
  const fs::path own_python = options.cache / "python" / "bin" / "python";
  if (Exists(own_python)) options.python = own_python.string();
  options.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  // Asked once, it stops between two pieces of work and leaves nothing; asked twice, at once.
  for (const int asked : {SIGINT, SIGTERM, SIGHUP}) {
    std::signal(asked, [](int signal) {
      interrupted = true;
      std::signal(signal, SIG_DFL);
    });
  }
  std::string step;
  std::unique_ptr<ProgressLine> line;
  options.progress = [&](const std::string& now, double share) {
    if (now != step) {
      line = nullptr;
      line = std::make_unique<ProgressLine>(now);
      step = now;
    }
    line->Show(share);
    return !interrupted;
  };
  TRY_VOID(MakePackHere(options));
  line = nullptr;
  std::printf("%s\n", options.target.c_str());
  return {};
}

}  // namespace

const Verb kPackVerb{
    "pack", "pack RECIPE", "make a pack from a recipe",
    "RECIPE is a name in data/recipes/ or the path of such a file. The pack's folder is\n"
    "printed. Steps that were made before from the same inputs are taken from the cache.\n",
    RunPack};

}  // namespace meander
