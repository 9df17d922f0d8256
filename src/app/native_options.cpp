// See native_options.h.
#include "app/native_options.h"

#include <cstdlib>

namespace meander {
namespace {

std::string CacheFolder() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value != nullptr ? value : "");
  };
  if (const std::string cache = variable("MEANDER_CACHE"); !cache.empty()) return cache;
  if (const std::string cache = variable("XDG_CACHE_HOME"); !cache.empty()) {
    return cache + "/meander";
  }
  return variable("HOME") + "/.cache/meander";
}

}  // namespace

std::vector<std::string> FaceFiles(const std::string& folder) {
  return {folder + "/MeanderSans-Regular.ttf", folder + "/MeanderSans-Bold.ttf",
          folder + "/Vollkorn-SemiBoldItalic.ttf", folder + "/Vollkorn-Medium.ttf"};
}

StartOptions NativeOptions(const std::vector<std::string>& arguments) {
  const auto argument = [&](size_t index, std::string otherwise) {
    return index < arguments.size() ? arguments[index] : otherwise;
  };
  StartOptions options;
  options.room = argument(0, "ideas");
  options.pack_url = argument(1, "build/packs/wikipedia") + "/" + kHeadFile;
  options.model_url = argument(2, CacheFolder() + "/model") + "/" + kModelHeadFile;
  options.font_urls = FaceFiles(argument(3, CacheFolder() + "/third_party/fonts"));
  return options;
}

}  // namespace meander
